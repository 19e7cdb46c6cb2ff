/** What keys and buttons do in a table: the caret goes from cell to cell, rows and columns come and go. */
import { Fragment, type Node } from 'prosemirror-model'
import { Plugin, TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { MOST_CELLS_IN_ROW, MOST_ROWS } from '../../../src-core/document/blocks.ts'
import { schema } from './schema.ts'

interface Place {
  readonly table: Node
  /** Position before the table. */
  readonly start: number
  readonly row: number
  readonly column: number
}

/** Where the selection begins; null outside tables. */
function placeOf(state: EditorState): Place | null {
  const { $from } = state.selection
  if ($from.depth < 3 || $from.node(1).type !== schema.nodes.table) return null
  return { table: $from.node(1), start: $from.before(1), row: $from.index(1), column: $from.index(2) }
}

/** Tab and Shift-Tab. After the last cell comes a new row. */
export function goToCell(step: 1 | -1): Command {
  return (state, dispatch) => {
    const place = placeOf(state)
    if (!place) return false
    const { table, row, column } = place
    const columns = table.child(row).childCount
    const next = row * columns + column + step
    if (next >= table.childCount * columns) return addRow(state, dispatch)
    if (next >= 0 && dispatch) dispatch(caretIn(state.tr, place.start, Math.floor(next / columns), next % columns, 'end'))
    return true
  }
}

/** Enter: the cell below. From an empty last row out of the table, which loses that row; else a new row. */
export const goBelow: Command = (state, dispatch) => {
  const place = placeOf(state)
  if (!place) return false
  const { table, start, row, column } = place
  if (row < table.childCount - 1) {
    if (dispatch) dispatch(caretIn(state.tr, start, row + 1, column, 'end'))
    return true
  }
  if (table.child(row).textContent !== '' || table.childCount === 1) return addRow(state, dispatch)
  if (dispatch) {
    const rest = schema.node('table', table.attrs, table.children.slice(0, row))
    const transaction = state.tr.replaceWith(start, start + table.nodeSize, [rest, schema.node('paragraph')])
    dispatch(transaction.setSelection(TextSelection.create(transaction.doc, start + rest.nodeSize + 1)).scrollIntoView())
  }
  return true
}

/** Under the caret's row, with the caret in its first cell. */
export const addRow: Command = (state, dispatch) =>
  change(state, dispatch, ({ table, row }) => {
    const empty = schema.node('row', null, table.child(row).children.map(() => schema.node('cell')))
    return { rows: table.children.toSpliced(row + 1, 0, empty), row: row + 1, column: 0 }
  })

/** To the right of the caret's column. */
export const addColumn: Command = (state, dispatch) =>
  change(state, dispatch, ({ table, row, column }) => ({
    rows: table.children.map((one) => one.copy(Fragment.from(one.children.toSpliced(column + 1, 0, schema.node('cell'))))),
    row,
    column: column + 1,
  }))

/** The last row goes with its table. */
export const removeRow: Command = (state, dispatch) =>
  change(state, dispatch, ({ table, row, column }) => ({ rows: table.children.toSpliced(row, 1), row: Math.min(row, table.childCount - 2), column }))

export const removeColumn: Command = (state, dispatch) =>
  change(state, dispatch, ({ table, row, column }) => {
    const columns = table.child(row).childCount
    if (columns === 1) return { rows: [], row: 0, column: 0 }
    return { rows: table.children.map((one) => one.copy(Fragment.from(one.children.toSpliced(column, 1)))), row, column: Math.min(column, columns - 2) }
  })

/** The head ends with the caret's row; before it, where it ended there. */
export const setHead: Command = (state, dispatch) => {
  const place = placeOf(state)
  if (!place) return false
  const head = place.table.attrs['head'] === place.row + 1 ? place.row : place.row + 1
  dispatch?.(state.tr.setNodeMarkup(place.start, null, { head }))
  return true
}

/** How many rows of the caret's table are its head, and whether its row is the last of them. */
export function endsHead(state: EditorState): boolean {
  const place = placeOf(state)
  return place !== null && place.table.attrs['head'] === place.row + 1
}

/** Backspace and Delete over several cells empty them; at a cell's edge they do nothing. */
export function deleteInCells(side: 'before' | 'after'): Command {
  return (state, dispatch) => {
    const { $from, $to, empty } = state.selection
    if ($from.depth < 3 || $from.node(1).type !== schema.nodes.table) return false
    if (empty) return side === 'before' ? $from.parentOffset === 0 : $from.parentOffset === $from.parent.content.size
    if ($from.sameParent($to) || $from.index(0) !== $to.index(0)) return false
    dispatch?.(emptied(state))
    return true
  }
}

/** The selected words of every cell taken out, with the caret where they began. */
export function emptied(state: EditorState): Transaction {
  const { from, to } = state.selection
  const transaction = state.tr
  const ranges: { from: number; to: number }[] = []
  state.doc.nodesBetween(from, to, (node, position) => {
    if (node.type === schema.nodes.cell) ranges.push({ from: Math.max(from, position + 1), to: Math.min(to, position + 1 + node.content.size) })
  })
  for (const range of ranges.toReversed()) if (range.to > range.from) transaction.delete(range.from, range.to)
  return transaction.setSelection(TextSelection.create(transaction.doc, from)).scrollIntoView()
}

/** Whether the selection goes from one cell of a table into another. */
export function spansCells({ selection: { $from, $to } }: EditorState): boolean {
  return $from.depth >= 3 && $from.node(1).type === schema.nodes.table && $from.index(0) === $to.index(0) && !$from.sameParent($to)
}

export function inTable(state: EditorState): boolean {
  return placeOf(state) !== null
}

/** Words in the cells from the caret's down and to the right, in place of what was there; the table grows as it must and may. */
export function fillCells(state: EditorState, rows: readonly (readonly string[])[]): Transaction {
  const place = placeOf(state)
  if (!place) return state.tr
  const { table, start, row, column } = place
  const columns = Math.min(MOST_CELLS_IN_ROW, Math.max(table.child(row).childCount, ...rows.map((cells) => column + cells.length)))
  const filled = Array.from({ length: Math.min(MOST_ROWS, Math.max(table.childCount, row + rows.length)) }, (_, down) =>
    schema.node(
      'row',
      null,
      Array.from({ length: columns }, (__, across) => {
        const words = rows[down - row]?.[across - column]
        if (words === undefined) return table.maybeChild(down)?.maybeChild(across) ?? schema.node('cell')
        return schema.node('cell', null, words === '' ? [] : [schema.text(words)])
      }),
    ),
  )
  const transaction = state.tr.replaceWith(start, start + table.nodeSize, schema.node('table', table.attrs, filled))
  return caretIn(transaction, start, Math.min(filled.length, row + rows.length) - 1, Math.min(columns, column + rows.at(-1)!.length) - 1, 'end')
}

/** Whatever was pasted or deleted, the rows of a table keep one length. */
export function evenTables(): Plugin {
  return new Plugin({
    appendTransaction(transactions, _, state) {
      if (!transactions.some(({ docChanged }) => docChanged)) return null
      const transaction = state.tr
      state.doc.forEach((table, start) => {
        if (table.type !== schema.nodes.table) return
        const columns = Math.max(...table.children.map((row) => row.childCount))
        table.forEach((row, offset) => {
          const missing = columns - row.childCount
          const end = transaction.mapping.map(start + 1 + offset + row.nodeSize - 1)
          if (missing > 0) transaction.insert(end, Array.from({ length: missing }, () => schema.node('cell')))
        })
      })
      return transaction.docChanged ? transaction : null
    },
  })
}

interface Changed {
  readonly rows: readonly Node[]
  readonly row: number
  readonly column: number
}

/** The table with other rows; a paragraph in its place where none are left. */
function change(state: EditorState, dispatch: ((transaction: Transaction) => void) | undefined, make: (place: Place) => Changed): boolean {
  const place = placeOf(state)
  if (!place) return false
  if (dispatch) {
    const { table, start } = place
    const { rows, row, column } = make(place)
    if (rows.length > MOST_ROWS || rows.some((one) => one.childCount > MOST_CELLS_IN_ROW)) return true
    const next = rows.length > 0 ? schema.node('table', table.attrs, rows) : schema.node('paragraph')
    const transaction = state.tr.replaceWith(start, start + table.nodeSize, next)
    dispatch(rows.length > 0 ? caretIn(transaction, start, row, column, 'start') : transaction.setSelection(TextSelection.create(transaction.doc, start + 1)))
  }
  return true
}

/** The caret in a cell of the table at `start`. */
function caretIn(transaction: Transaction, start: number, row: number, column: number, end: 'start' | 'end'): Transaction {
  const table = transaction.doc.nodeAt(start)!
  let at = start + 1
  for (let index = 0; index < row; index++) at += table.child(index).nodeSize
  at += 1
  for (let index = 0; index < column; index++) at += table.child(row).child(index).nodeSize
  const cell = table.child(row).child(column)
  return transaction.setSelection(TextSelection.create(transaction.doc, at + 1 + (end === 'end' ? cell.content.size : 0))).scrollIntoView()
}
