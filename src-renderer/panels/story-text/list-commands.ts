/** What keys and buttons do in lists and in verse. */
import type { Node } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState } from 'prosemirror-state'
import { schema } from './schema.ts'

/** Enter in an empty item ends the list there. */
export const leaveList: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.depth < 2 || $from.node(1).type !== schema.nodes.list || $from.parent.content.size > 0) return false
  if (dispatch) {
    const list = $from.node(1)
    const index = $from.index(1)
    const parts = [...someOf(list, 0, index), schema.node('paragraph'), ...someOf(list, index + 1, list.childCount)]
    const start = $from.before(1)
    const transaction = state.tr.replaceWith(start, start + list.nodeSize, parts)
    const caret = start + (index > 0 ? parts[0]!.nodeSize : 0) + 1
    dispatch(transaction.setSelection(TextSelection.create(transaction.doc, caret)).scrollIntoView())
  }
  return true
}

/** Backspace before the first item makes a paragraph of it. */
export const liftFirstItem: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.depth < 2 || $from.node(1).type !== schema.nodes.list || $from.parentOffset > 0 || $from.index(1) > 0) return false
  if (dispatch) {
    const list = $from.node(1)
    const start = $from.before(1)
    const transaction = state.tr.replaceWith(start, start + list.nodeSize, [schema.node('paragraph', null, $from.parent.content), ...someOf(list, 1, list.childCount)])
    dispatch(transaction.setSelection(TextSelection.create(transaction.doc, start + 1)).scrollIntoView())
  }
  return true
}

function someOf(list: Node, from: number, to: number): readonly Node[] {
  return to > from ? [schema.node('list', list.attrs, list.children.slice(from, to))] : []
}

/** Numbers or bullets for items that have no marker of their own. */
export const switchNumbering: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.depth < 2 || $from.node(1).type !== schema.nodes.list) return false
  dispatch?.(state.tr.setNodeMarkup($from.before(1), null, { ordered: !$from.node(1).attrs['ordered'] }))
  return true
}

export function isNumbered({ selection: { $from } }: EditorState): boolean {
  return $from.depth >= 2 && $from.node(1).type === schema.nodes.list && $from.node(1).attrs['ordered'] === true
}

/** Enter in verse: the next line. After two empty lines at its end, out of it. */
export const breakVerse: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  if ($from.parent.type !== schema.nodes.verse || !$from.sameParent($to)) return false
  const { parent } = $from
  const endsEmpty = $from.pos === $to.pos && $from.parentOffset === parent.content.size && /(?:^|[^\n])\n\n$/u.test(parent.textContent)
  if (!endsEmpty) {
    dispatch?.(state.tr.replaceSelectionWith(schema.node('lineBreak'), false).scrollIntoView())
    return true
  }
  if (dispatch) {
    const transaction = state.tr.delete($from.pos - 2, $from.pos)
    const end = transaction.mapping.map($from.after())
    transaction.insert(end, schema.node('paragraph'))
    dispatch(transaction.setSelection(TextSelection.create(transaction.doc, end + 1)).scrollIntoView())
  }
  return true
}
