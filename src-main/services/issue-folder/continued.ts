/**
 * Which story of `issue.json` continues which (转版). `"continues": true` means the last story of the same article before
 * it in the file, a page number that article's story on that page, `false` none. Left out, an article that stands on a
 * second page goes on there.
 */
import type { RecordId } from '../../../src-core/document/records.ts'

/** A story's place in the file. */
export interface Entry {
  readonly story: RecordId
  readonly article: RecordId
  /** Page number. */
  readonly page: string
}

export type Continues = boolean | string

/** Null where it stands by itself; undefined where it names a story that is not there. */
export function continued(entries: readonly Entry[], at: number, continues: Continues | undefined): RecordId | null | undefined {
  const { article, page, story } = entries[at]!
  const others = entries.filter((entry) => entry.article === article && entry.story !== story)
  const last = entries.slice(0, at).findLast((entry) => entry.article === article)
  if (continues === true) return last?.story
  if (typeof continues === 'string') return others.findLast((entry) => entry.page === continues)?.story
  return continues === undefined && last && last.page !== page ? last.story : null
}

/** How a story that continues `before`, or none, is written; undefined where it need not be. */
export function writtenContinues(entries: readonly Entry[], at: number, before: RecordId | null): Continues | undefined {
  if (before === null) return continued(entries, at, undefined) === null ? undefined : false
  if (continued(entries, at, true) === before) return true
  return entries.find((entry) => entry.story === before)?.page
}
