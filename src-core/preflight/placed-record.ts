import { placedOn, recordsOf } from '../document/records.ts'
import type { Document, RecordId } from '../document/records.ts'

/** The story that places an article on a page; any other record is its own place. */
export function placedRecord(document: Document, pageNumber: string, id: RecordId): RecordId {
  if (document.records[id]?.type !== 'article') return id
  const page = recordsOf(document, 'page').find((candidate) => candidate.number === pageNumber)
  return (page && placedOn(document, 'story', page.id).find((story) => story.article === id)?.id) ?? id
}
