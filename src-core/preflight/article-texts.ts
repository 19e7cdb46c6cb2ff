/** Every text that stands on a page, with its place: what the checks of wording read. */
import { blockText } from '../document/blocks.ts'
import { placedOn, record } from '../document/records.ts'
import type { Article, Block, Document, PageRecord, PictureRecord, RecordId } from '../document/records.ts'
import type { FindingRange, Subject } from './finding.ts'
import { remembered } from './remember.ts'

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

/** Page by page; an article that stands in several parts at each of them (part-of-chain.ts). The checks of one page share one reading. */
export const placedTexts = remembered(({ document, results }: Subject): readonly PlacedText[] =>
  results.flatMap(({ frame }) => {
    const page = record(document, 'page', frame.page.id)
    return page ? [...storiesOn(document, page), ...captionsOn(document, page)] : []
  }),
)

function storiesOn(document: Document, { id, number }: PageRecord): readonly PlacedText[] {
  return placedOn(document, 'story', id).flatMap((story) => {
    const article = record(document, 'article', story.article)
    return article ? articleTexts(article).map((text) => ({ page: number, story: story.id, ...text })) : []
  })
}

function captionsOn(document: Document, { id, number }: PageRecord): readonly PlacedText[] {
  return placedOn(document, 'picture', id).flatMap((picture) => pictureTexts(picture).map((text) => ({ page: number, story: picture.id, ...text })))
}

const HEAD_PARTS = ['standingHead', 'kicker', 'headline', 'subtitle', 'summary', 'byline'] as const

export type ArticleText = Pick<PlacedText, 'part' | 'block' | 'role' | 'text'>

export const articleTexts = remembered((article: Article): readonly ArticleText[] => [
  ...HEAD_PARTS.flatMap((part) => (article[part] ? [{ part, text: article[part] }] : [])),
  ...article.blocks.map((block, index) => ({ part: 'block' as const, block: index, role: block.role, text: blockText(block) })),
])

export const pictureTexts = remembered((picture: PictureRecord): readonly ArticleText[] => (['caption', 'credit'] as const).flatMap((part) => (picture[part] ? [{ part, text: picture[part] }] : [])))

/** Offsets of a string, as regular expressions give them, to code points. */
export function codePointRange({ part, block, text }: ArticleText, from: number, length: number): FindingRange {
  const start = Array.from(text.slice(0, from)).length
  return { part, ...(block === undefined ? {} : { block }), from: start, to: start + Array.from(text.slice(from, from + length)).length }
}
