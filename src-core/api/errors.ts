/** Failures that more than one part of the program reports; the rest are made where they happen. */
import * as z from 'zod'
import { ApiFailure } from './methods.ts'
import type { ApiError, ErrorCode, LocalText } from './methods.ts'

/** What is wrong, and where it helps what to do: each in Chinese for the editor and in English. */
export function failure(code: ErrorCode, message: LocalText, remedy: LocalText | null = null): ApiFailure {
  return new ApiFailure({ code, message, remedy })
}

/** Something that nobody foresaw. The details belong to the log, not to the editor. */
export const UNFORESEEN: ApiError = {
  code: 'fault',
  message: { zh: '程序内部出错，这一步没有完成，稿件和版面没有改动。', en: 'An internal fault stopped this step; articles and pages are unchanged.' },
  remedy: { zh: '请再试一次；如果再次出现，请重新打开本软件。', en: 'Try again; if it happens again, restart the program.' },
}

export function issueNotFound(): ApiFailure {
  return failure('not-found', { zh: '这一期不在报库里，可能已被删除。', en: 'This issue is not in the library; it may have been removed.' })
}

/** Names the first place where an input is not as its schema says. */
export function wrongInput(method: string, error: z.ZodError): ApiFailure {
  const issue = error.issues[0]
  const place = [method, ...(issue?.path ?? [])].join('.')
  return failure('bad-input', {
    zh: `收到的数据不合规定，没有照办（${place}）。`,
    en: `The data received is not of the right form and nothing was done (${place}: ${issue?.message ?? 'wrong'}).`,
  })
}
