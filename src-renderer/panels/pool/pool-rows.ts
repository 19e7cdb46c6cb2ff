/** What the article pool shows of each article. */
import { blockText } from '../../../src-core/document/blocks.ts'
import { recordsOf, type Article, type ArticleRecord, type Document } from '../../../src-core/document/records.ts'
import { countCharacters } from '../../../src-core/article/article-text.ts'

export type PoolFilter = 'all' | 'unplaced' | 'placed'

export interface PoolRow {
  readonly article: ArticleRecord
  readonly characters: number
  /** Numbers of the pages it stands on. */
  readonly pages: readonly string[]
}

export function poolRows(document: Document, filter: PoolFilter, words: string): readonly PoolRow[] {
  const numbers = new Map(recordsOf(document, 'page').map((page) => [page.id, page.number]))
  const stories = recordsOf(document, 'story')
  return recordsOf(document, 'article')
    .map((article) => ({
      article,
      characters: bodyLength(article),
      pages: [...new Set(stories.filter((story) => story.article === article.id).map((story) => numbers.get(story.page) ?? ''))],
    }))
    .filter(({ pages }) => filter === 'all' || (filter === 'placed') === pages.length > 0)
    .filter(({ article }) => words === '' || allText(article).includes(words.toLowerCase()))
}

/** Records never change, so each is counted once. */
const lengths = new WeakMap<Article['blocks'], number>()

/** What `banxin parse` counts, too. */
export function bodyLength(article: Pick<Article, 'blocks'>): number {
  const known = lengths.get(article.blocks)
  if (known !== undefined) return known
  const counted = countCharacters(article)
  lengths.set(article.blocks, counted)
  return counted
}

function allText({ standingHead, kicker, headline, subtitle, summary, byline, blocks }: Article): string {
  return [standingHead, kicker, headline, subtitle, summary, byline, ...blocks.map(blockText)].join('\n').toLowerCase()
}
