import type { Node } from 'prosemirror-model'
import { Selection, type EditorState, type Transaction } from 'prosemirror-state'

/** Makes the state's document `next` by replacing only what differs, so that a caret elsewhere stays where it is. */
export function mergeDocument(state: EditorState, next: Node): Transaction {
  const { doc } = state
  const start = doc.content.findDiffStart(next.content)
  const end = doc.content.findDiffEnd(next.content)
  if (start === null || end === null) return state.tr
  // Where the same characters repeat, the two searches overlap.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  const small = state.tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap))
  if (small.doc.eq(next)) return small
  const whole = state.tr.replaceWith(0, doc.content.size, next.content)
  const caret = Math.min(state.selection.head, whole.doc.content.size)
  return whole.setSelection(Selection.near(whole.doc.resolve(caret)))
}
