/** Where a byline stands (TYPESETTING §9.2): where the article had it, unless the house moves it. */
import { datelineOf } from '../../document/dateline.ts'
import type { ArticleRecord } from '../../document/records.ts'
import type { BylinePlace, HouseStyle } from '../../document/style.ts'

/** Null for an article without a byline. After a dateline only where there is one that names no reporter yet. */
export function bylinePlace(style: HouseStyle, article: ArticleRecord): Exclude<BylinePlace, 'keep'> | null {
  if (!article.byline) return null
  const wanted = style.paragraph?.bylinePlace ?? 'keep'
  const place = wanted === 'keep' ? (article.bylinePlace ?? 'headline') : wanted
  return place === 'dateline' && !hasRoom(article) ? 'headline' : place
}

/** The article as its headline has it: without a byline that stands elsewhere. */
export function asHeaded(style: HouseStyle, article: ArticleRecord): ArticleRecord {
  return article.byline && bylinePlace(style, article) !== 'headline' ? { ...article, byline: null } : article
}

function hasRoom({ blocks }: ArticleRecord): boolean {
  const first = blocks.find((block) => block.role === 'paragraph')
  const dateline = first ? datelineOf(first.text) : null
  return dateline !== null && !dateline.hasReporters
}
