import { Fragment, Slice } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { MOST_CELLS_IN_ROW, MOST_ROWS } from '../../../src-core/document/blocks.ts'
import { tableOf } from './roles.ts'
import { isTitleRole, schema } from './schema.ts'
import { emptied, fillCells, inTable, spansCells } from './table-commands.ts'

/** Indents made of spaces are the paragraph's own setting, not text. */
const INDENT = /^[\s\u3000]+|[\s\u3000]+$/gu

/**
 * Pastes plain words: one paragraph a line in the body, an item in a list, a line in verse, all on one in a title. What
 * comes from a spreadsheet fills cells, or becomes a table. Looks copied from elsewhere stay behind; what was copied out
 * of an article keeps its roles.
 */
export function pasteWords(view: EditorView, event: ClipboardEvent): boolean {
  const data = event.clipboardData
  if (!data || data.getData('text/html').includes('data-pm-slice')) return false
  const transaction = pasted(view.state, data.getData('text/plain'))
  if (transaction) view.dispatch(transaction.scrollIntoView())
  return true
}

/** Null where there is nothing to paste. */
export function pasted(state: EditorState, words: string): Transaction | null {
  const written = words.split(/\r\n|[\r\n]/u)
  const lines = written.map((line) => line.replaceAll(INDENT, '')).filter((line) => line !== '')
  if (lines.length === 0) return null
  const rows = cellsOf(written)
  if (inTable(state)) {
    if (rows.length > 1 || rows[0]!.length > 1) return fillCells(state, rows)
    return (spansCells(state) ? emptied(state) : state.tr).insertText(lines.join(' '))
  }
  const { parent } = state.selection.$from
  if (isTitleRole(parent.type.name) || lines.length === 1) return state.tr.insertText(lines.join(' '))
  if (rows.length <= MOST_ROWS && rows.every((row) => row.length > 1 && row.length <= MOST_CELLS_IN_ROW)) return state.tr.replaceSelectionWith(tableOf(rows))
  if (parent.type === schema.nodes.verse) return state.tr.replaceSelection(new Slice(brokenLines(lines), 0, 0))
  const type = parent.type === schema.nodes.item ? 'item' : 'paragraph'
  return state.tr.replaceSelection(new Slice(Fragment.from(lines.map((line) => schema.node(type, null, [schema.text(line)]))), 1, 1))
}

/** Rows as a spreadsheet copies them: cells parted by tabs, a line end after the last row. */
function cellsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const rows = lines.map((line) => line.split('\t').map((cell) => cell.replaceAll(INDENT, '')))
  const end = rows.findLastIndex((row) => row.some((cell) => cell !== ''))
  return rows.slice(0, end + 1)
}

function brokenLines(lines: readonly string[]): Fragment {
  return Fragment.from(lines.flatMap((line, index) => [...(index > 0 ? [schema.node('lineBreak')] : []), schema.text(line)]))
}
