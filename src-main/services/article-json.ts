/** Articles as `banxin parse` prints them, read back: for exact roles in an issue folder. */
import * as z from 'zod'
import { failure } from '../../src-core/api/errors.ts'
import { titleMarksFit } from '../../src-core/document/inline-marks.ts'
import type { Article } from '../../src-core/document/records.ts'
import { articleSchema } from '../../src-core/document/validate.ts'

/** `characters` is counted, so it may be there or not; what may be null may be left out. */
const printedSchema = z
  .object({
    ...articleSchema.partial().shape,
    headline: articleSchema.shape.headline,
    blocks: articleSchema.shape.blocks,
    bylinePlace: articleSchema.shape.bylinePlace,
    standingHead: articleSchema.shape.standingHead,
    titleMarks: articleSchema.shape.titleMarks,
  })
  .refine(titleMarksFit, { error: 'marks stand in order inside their titles', path: ['titleMarks'] })

/** Throws {@link ApiFailure} `unreadable-file` with the place in the file. */
export function articleFromJson(name: string, text: string): Article {
  const parsed = printedSchema.safeParse(parseJson(name, text))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const place = issue?.path.join('.') || '（整个文件）'
    throw failure(
      'unreadable-file',
      { zh: `「${name}」不是稿件 JSON：${place} 的内容不对。`, en: `${name} is not an article: ${place}: ${issue?.message ?? 'wrong'}.` },
      { zh: '请用 banxin parse 生成，或改正这一处。', en: 'Make it with banxin parse, or correct that place.' },
    )
  }
  const { page = null, kicker = null, headline, subtitle = null, summary = null, byline = null, bylinePlace, standingHead, titleMarks, blocks, notes = [] } = parsed.data
  return { file: name, page, kicker, headline, subtitle, summary, byline, ...(bylinePlace ? { bylinePlace } : {}), ...(standingHead ? { standingHead } : {}), ...(titleMarks ? { titleMarks } : {}), blocks, notes }
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw failure(
      'unreadable-file',
      { zh: `「${name}」不是完整的 JSON。`, en: `${name} is not valid JSON: ${error instanceof Error ? error.message : String(error)}.` },
      { zh: '请用 banxin parse 重新生成。', en: 'Make it anew with banxin parse.' },
    )
  }
}
