/**
 * What an editor can still undo, from the stored changes. The log keeps everything as it happened, so an undo stands
 * in it as a change that takes the one before back; such pairs are folded away, as they were in the window.
 */
import { invertChange, sameRecord } from '../../src-core/document/change.ts'
import type { Change } from '../../src-core/document/change.ts'
import type { DocumentRecord } from '../../src-core/document/records.ts'

/** Both lists oldest first. Undoing the result from its end leads to where `log` began. */
export function foldUndone(log: readonly Change[]): readonly Change[] {
  const kept: Change[] = []
  for (const change of log) {
    const last = kept.at(-1)
    if (last && sameChange(change, invertChange(last))) kept.pop()
    else kept.push(change)
  }
  return kept
}

export function sameChange(a: Change, b: Change): boolean {
  return (
    a.length === b.length &&
    a.every((edit, index) => {
      const other = b[index]!
      return edit.id === other.id && same(edit.before, other.before) && same(edit.after, other.after)
    })
  )
}

/** Fields in another order make a text of the same length, so that most of what differs is told apart cheaply. */
function same(a: DocumentRecord | null, b: DocumentRecord | null): boolean {
  return JSON.stringify(a).length === JSON.stringify(b).length && sameRecord(a, b)
}
