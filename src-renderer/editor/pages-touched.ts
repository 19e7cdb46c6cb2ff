/** Which pages look different after a change. */
import type { Change } from '../../src-core/document/change.ts'
import { recordsOf, type Document, type DocumentRecord, type RecordId } from '../../src-core/document/records.ts'

/**
 * Pages of `document` on which the change shows, in no order. An article shows where it is placed, a picture file where
 * it is used, the issue everywhere.
 */
export function pagesTouched(document: Document, change: Change): ReadonlySet<RecordId> {
  const touched = change.flatMap(({ before, after }) => [before, after]).filter((record) => record !== null)
  const pages = touched.flatMap((record) => pagesOf(document, record))
  return new Set(pages.filter((page) => document.records[page]?.type === 'page'))
}

function pagesOf(document: Document, record: DocumentRecord): readonly RecordId[] {
  switch (record.type) {
    case 'issue':
      return recordsOf(document, 'page').map(({ id }) => id)
    case 'page':
      return [record.id]
    case 'article':
      return recordsOf(document, 'story').filter(({ article }) => article === record.id).map(({ page }) => page)
    case 'asset':
      return [...recordsOf(document, 'picture'), ...recordsOf(document, 'advert')].filter(({ asset }) => asset === record.id).map(({ page }) => page)
    case 'story':
    case 'picture':
    case 'advert':
      return [record.page]
  }
}
