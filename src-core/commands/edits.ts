/** From records to edits: the three steps of which every command is made. */
import { composeChanges, applyChange, sameRecord, type Change } from '../document/change.ts'
import { record, recordsOf, type Document, type DocumentRecord, type PlacedType, type RecordId, type RecordOf } from '../document/records.ts'

export function create(...records: readonly DocumentRecord[]): Change {
  return records.map((after) => ({ id: after.id, before: null, after }))
}

export function remove(...records: readonly DocumentRecord[]): Change {
  return records.map((before) => ({ id: before.id, before, after: null }))
}

/** The record with some fields changed; null when it is not there or nothing would be different. */
export function update<T extends DocumentRecord['type']>(
  document: Document,
  type: T,
  id: RecordId,
  fields: Partial<Omit<RecordOf<T>, 'id' | 'type'>>,
): Change | null {
  const before = record(document, type, id)
  if (!before) return null
  const after: RecordOf<T> = { ...before, ...fields }
  return sameRecord(before, after) ? null : [{ id, before, after }]
}

/** The record in place of the one with its id; null when that is not there or is the same. */
export function replace(document: Document, after: DocumentRecord): Change | null {
  const before = document.records[after.id]
  return !before || sameRecord(before, after) ? null : [{ id: after.id, before, after }]
}

/** Commands one after the other, each on what the one before left, as one change; null when none had anything to do. */
export function inTurn(document: Document, ...commands: readonly ((document: Document) => Change | null)[]): Change | null {
  let change: Change = []
  let reached = document
  for (const command of commands) {
    const next = command(reached)
    if (!next) continue
    change = composeChanges(change, next)
    reached = applyChange(reached, next)
  }
  return change.length > 0 ? change : null
}

/** An `order` after all records of a type. */
export function lastOrder(document: Document, type: 'page' | 'article' | PlacedType): number {
  return (recordsOf(document, type).at(-1)?.order ?? 0) + 1
}
