/** Articles of the pool. Their text is written as a whole: the text editor knows best what a keystroke did to it. */
import { sameRecord, type Change } from '../document/change.ts'
import { record, recordsOf, type Article, type Document, type RecordId, type TitleMarks } from '../document/records.ts'
import { create, inTurn, lastOrder, remove } from './edits.ts'
import { withoutStories } from './stories.ts'

/** What an editor writes of an article. */
export type ArticleText = Pick<Article, 'standingHead' | 'kicker' | 'headline' | 'subtitle' | 'summary' | 'byline' | 'bylinePlace' | 'titleMarks' | 'blocks'>

/** At the end of the pool, in the order given. */
export function addArticles(document: Document, articles: readonly { readonly id: RecordId; readonly article: Article }[]): Change | null {
  if (articles.length === 0) return null
  const first = lastOrder(document, 'article')
  return create(...articles.map(({ id, article }, index) => ({ ...article, type: 'article' as const, id, order: first + index })))
}

/** Marks of a title go with it when it is written anew without `titleMarks`. */
export function writeArticle(document: Document, id: RecordId, text: Partial<ArticleText>): Change | null {
  const before = record(document, 'article', id)
  if (!before) return null
  const { standingHead, ...others } = text
  // An article that never had a standing head stays without the field.
  const isNew = standingHead != null || before.standingHead != null
  const { titleMarks: known, ...written } = { ...before, ...(isNew ? text : others) }
  const titleMarks = text.titleMarks ?? marksThatStay(known, before, written)
  const after = Object.keys(titleMarks).length > 0 ? { ...written, titleMarks } : written
  return sameRecord(before, after) ? null : [{ id, before, after }]
}

type Titles = Pick<Article, keyof TitleMarks>

function marksThatStay(titleMarks: TitleMarks | undefined, before: Titles, after: Titles): TitleMarks {
  return Object.fromEntries(Object.entries(titleMarks ?? {}).filter(([title]) => before[title as keyof TitleMarks] === after[title as keyof TitleMarks]))
}

/** Out of the pool, and off every page where it is placed. */
export function removeArticle(document: Document, id: RecordId): Change | null {
  const article = record(document, 'article', id)
  if (!article) return null
  const placed = recordsOf(document, 'story').filter((story) => story.article === id)
  return inTurn(
    document,
    (now) => withoutStories(now, placed.map((story) => story.id)),
    () => remove(article),
  )
}
