/** Which pages look different after a change. */
import { sameRecord, type Change, type Edit } from '../../src-core/document/change.ts'
import { chainOf } from '../../src-core/document/chains.ts'
import { placedOn, recordsOf, type Document, type DocumentRecord, type RecordId, type StoryRecord } from '../../src-core/document/records.ts'

/**
 * Pages of `document` on which the change shows, in no order. An article shows where it is placed, a picture file where
 * it is used, the issue everywhere; what moves the end of a part shows where the article goes on.
 */
export function pagesTouched(document: Document, change: Change): ReadonlySet<RecordId> {
  const touched = change.filter((edit) => !isAcceptance(edit)).flatMap(({ before, after }) => [before, after]).filter((record) => record !== null)
  const pages = touched.flatMap((record) => pagesOf(document, record))
  return new Set(pages.filter((page) => document.records[page]?.type === 'page'))
}

/** What the editor lets stand is on no page. */
function isAcceptance({ before, after }: Edit): boolean {
  if (before?.type !== 'issue' || after?.type !== 'issue') return false
  const { accepted: _, ...one } = before
  const { accepted: __, ...other } = after
  return sameRecord(one, other)
}

function pagesOf(document: Document, record: DocumentRecord): readonly RecordId[] {
  switch (record.type) {
    case 'issue':
      return recordsOf(document, 'page').map(({ id }) => id)
    case 'page':
      return [record.id, ...pagesOfParts(document, placedOn(document, 'story', record.id))]
    case 'article':
      return recordsOf(document, 'story').filter(({ article }) => article === record.id).map(({ page }) => page)
    case 'asset':
      return [...recordsOf(document, 'picture'), ...recordsOf(document, 'advert')].filter(({ asset }) => asset === record.id).map(({ page }) => page)
    case 'story':
      // One that is gone, or continues another no longer, leaves that one to itself.
      return [record.page, ...pagesOfParts(document, [record.id, record.continues].map((id) => (id ? document.records[id] : undefined)).filter((part) => part?.type === 'story'))]
    case 'picture':
    case 'advert':
    case 'ornament':
      return [record.page, ...pagesOfParts(document, placedOn(document, 'story', record.page))]
  }
}

/** A part ends elsewhere, and all after it begin elsewhere; those before it name its page. */
function pagesOfParts(document: Document, stories: readonly StoryRecord[]): readonly RecordId[] {
  return stories.flatMap((story) => chainOf(document, story)).map(({ page }) => page)
}
