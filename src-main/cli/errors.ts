/** Errors as the command line tells them: a line each, in Chinese, or in English where the system speaks it. */
import { UNFORESEEN } from '../../src-core/api/errors.ts'
import { ApiFailure } from '../../src-core/api/methods.ts'
import type { ApiError, ErrorCode, LocalText } from '../../src-core/api/methods.ts'
import { FolderFailure } from '../services/issue-folder/folder-failure.ts'

/** Not the user's doing, or nothing that another input would mend. */
const OWN_FAULTS: readonly ErrorCode[] = ['fault', 'disk-full', 'damaged-library']

export function told(error: unknown): string {
  const faults = error instanceof FolderFailure ? error.faults : [known(error)]
  const stack = process.env['BANXIN_DEBUG'] && error instanceof Error ? [error.stack] : []
  return [...faults.map(sentence), ...stack].join('\n')
}

function sentence({ message, remedy }: ApiError): string {
  return `${local(message)}${remedy ? `${speaksEnglish() ? ' ' : ''}${local(remedy)}` : ''}`
}

export function exitCodeOf(error: unknown): number {
  return OWN_FAULTS.includes(known(error).code) ? 3 : 2
}

export function warn(text: LocalText): void {
  process.stderr.write(`${local(text)}\n`)
}

export function local({ zh, en }: LocalText): string {
  return speaksEnglish() ? en : zh
}

function known(error: unknown): ApiError {
  if (error instanceof ApiFailure) return error.error
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return { code: 'disk-full', message: { zh: '磁盘已满，没有写完，也没有留下半个文件。', en: 'The disk is full; nothing was left half written.' }, remedy: { zh: '请清出空间后再试。', en: 'Free some space and try again.' } }
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    const path = error instanceof Error && 'path' in error ? String(error.path) : ''
    return { code: 'bad-input', message: { zh: `不能读写「${path}」。`, en: `${path} cannot be read or written.` }, remedy: { zh: '请检查权限，或换一个位置。', en: 'Check the permissions, or choose another place.' } }
  }
  return UNFORESEEN
}

function speaksEnglish(): boolean {
  return /^en/iu.test(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '')
}
