/**
 * A change is data. The same value is applied, undone, saved, sent to the worker and used to find what to set again;
 * nobody writes an inverse by hand.
 */
import type { Document, DocumentRecord, RecordId } from './records.ts'

/** One record's step; null before is a creation, null after a removal. */
export interface Edit {
  readonly id: RecordId
  readonly before: DocumentRecord | null
  readonly after: DocumentRecord | null
}

export type Change = readonly Edit[]

export class ChangeConflict extends Error {
  readonly recordId: RecordId
  constructor(recordId: RecordId) {
    super(`record ${recordId} is not as the change expects it`)
    this.recordId = recordId
  }
}

/** The document after the change. Throws {@link ChangeConflict} where a record is not as `before` says. */
export function applyChange(document: Document, change: Change): Document {
  const records: Record<RecordId, DocumentRecord> = { ...document.records }
  for (const { id, before, after } of change) {
    if (!sameRecord(records[id] ?? null, before)) throw new ChangeConflict(id)
    if (after) records[id] = after
    else delete records[id]
  }
  return { records }
}

/** The change that takes it back. */
export function invertChange(change: Change): Change {
  return change.map(({ id, before, after }) => ({ id, before: after, after: before })).toReversed()
}

/**
 * One change that does what both did, the second after the first: a burst of typing is one step of the history, and a
 * command may be made of others. Empty when the second took the first back.
 */
export function composeChanges(first: Change, second: Change): Change {
  const edits = new Map<RecordId, Edit>()
  for (const edit of [...first, ...second]) edits.set(edit.id, { ...edit, before: (edits.get(edit.id) ?? edit).before })
  return [...edits.values()].filter(({ before, after }) => !sameRecord(before, after))
}

export function sameRecord(a: DocumentRecord | null, b: DocumentRecord | null): boolean {
  return a === b || canonical(a) === canonical(b)
}

/** JSON with sorted keys: two records are the same when their canonical texts are. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
