/** Every text that stands on a page, with its place: what the checks of wording read. */
import { blockText } from '../document/blocks.ts'
import { placedOn, record, recordsOf } from '../document/records.ts'
import type { Article, Block, RecordId } from '../document/records.ts'
import type { FindingRange, Subject } from './finding.ts'

export interface PlacedText {
  readonly page: string
  readonly story: RecordId
  readonly part: FindingRange['part']
  readonly block?: number
  /** Of the block. */
  readonly role?: Block['role']
  readonly text: string
}

/** A Han character or a Chinese mark, in a regular expression. */
export const CHINESE = '[\\p{Script=Han}\\u3001-\\u3003\\u3008-\\u3011\\u3014-\\u301F\\uFF01-\\uFF0F\\uFF1A-\\uFF20“”‘’…—]'

export function placedTexts({ document, results }: Subject): readonly PlacedText[] {
  const shown = new Set(results.map((result) => result.frame.page.id))
  return recordsOf(document, 'page')
    .filter((page) => shown.has(page.id))
    .flatMap((page) => [
      ...placedOn(document, 'story', page.id).flatMap((story) => storyTexts(document, story.article).map((text) => ({ page: page.number, story: story.id, ...text }))),
      ...placedOn(document, 'picture', page.id).flatMap((picture) =>
        picture.caption === null ? [] : [{ page: page.number, story: picture.id, part: 'caption' as const, text: picture.caption }],
      ),
    ])
}

const HEAD_PARTS = ['standingHead', 'kicker', 'headline', 'subtitle', 'summary', 'byline'] as const

function storyTexts(document: Subject['document'], articleId: RecordId): readonly ArticleText[] {
  const article = record(document, 'article', articleId)
  return article ? articleTexts(article) : []
}

export type ArticleText = Pick<PlacedText, 'part' | 'block' | 'role' | 'text'>

export function articleTexts(article: Article): readonly ArticleText[] {
  return [
    ...HEAD_PARTS.flatMap((part) => (article[part] ? [{ part, text: article[part] }] : [])),
    ...article.blocks.map((block, index) => ({ part: 'block' as const, block: index, role: block.role, text: blockText(block) })),
  ]
}

/** Offsets of a string, as regular expressions give them, to code points. */
export function codePointRange({ part, block, text }: ArticleText, from: number, length: number): FindingRange {
  const start = Array.from(text.slice(0, from)).length
  return { part, ...(block === undefined ? {} : { block }), from: start, to: start + Array.from(text.slice(from, from + length)).length }
}
