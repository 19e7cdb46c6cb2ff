/** What the keys do inside an article: the titles are single parts that never split or run into each other. */
import { baseKeymap, chainCommands } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { Selection, TextSelection, type Command, type Plugin } from 'prosemirror-state'
import { MARK_KINDS, type MarkKind } from '../../../src-core/document/inline-marks.ts'
import { breakVerse, leaveList, liftFirstItem } from './list-commands.ts'
import { switchMark } from './marks.ts'
import { setRole } from './roles.ts'
import { isTitleRole, schema, type Role } from './schema.ts'
import { addColumn, addRow, deleteInCells, goBelow, goToCell, removeColumn, removeRow } from './table-commands.ts'

/** With Ctrl+Alt (⌘⌥ on a Mac): digits and the two keys beside them, since letters there are the input method's. */
export const ROLE_DIGITS: Readonly<Record<Role, string>> = {
  paragraph: '0',
  headline: '1',
  kicker: '2',
  subtitle: '3',
  crosshead: '4',
  byline: '5',
  summary: '6',
  list: '7',
  verse: '8',
  editorsNote: '9',
  table: '-',
  standingHead: '=',
}

/** As on every keyboard where there is a custom; 点 (dian), 框 (kuang) and 音 (yin) for the others. */
export const MARK_KEYS: Readonly<Record<MarkKind, readonly string[]>> = {
  strong: ['Mod', 'B'],
  kai: ['Mod', 'I'],
  emphasis: ['Mod', 'Shift', 'D'],
  name: ['Mod', 'U'],
  title: ['Mod', 'Shift', 'U'],
  frame: ['Mod', 'Shift', 'K'],
  ruby: ['Mod', 'Shift', 'Y'],
}

export type TableAction = 'addRow' | 'addColumn' | 'removeRow' | 'removeColumn'

/** In tables only. */
export const TABLE_KEYS: Readonly<Record<TableAction, readonly string[]>> = {
  addRow: ['Mod', 'Enter'],
  addColumn: ['Mod', 'Shift', 'Enter'],
  removeRow: ['Mod', 'Backspace'],
  removeColumn: ['Mod', 'Shift', 'Backspace'],
}

export interface TextKeys {
  undo(): void
  redo(): void
  /** Asks for the ruby of the selected words. */
  ruby(): void
}

export function articleKeys({ undo, redo, ruby }: TextKeys): Plugin {
  const marks = MARK_KINDS.map((kind) => [keyOf(MARK_KEYS[kind]), kind === 'ruby' ? always(ruby) : chainCommands(switchMark(kind), nothing)] as const)
  const roles = Object.entries(ROLE_DIGITS).map(([role, digit]) => [`Mod-Alt-${digit}`, setRole(role as Role)] as const)
  return keymap({
    ...baseKeymap,
    ...Object.fromEntries(roles),
    ...Object.fromEntries(marks),
    Enter: chainCommands(leaveTitle, goBelow, leaveList, breakVerse, baseKeymap['Enter'] as Command),
    'Shift-Enter': chainCommands(breakCrossheadLine, leaveTitle, goBelow, breakVerse, baseKeymap['Enter'] as Command),
    Tab: goToCell(1),
    'Shift-Tab': goToCell(-1),
    Backspace: chainCommands(dropEmptyTitle, deleteInCells('before'), liftFirstItem, keepBoundary('before'), baseKeymap['Backspace'] as Command),
    Delete: chainCommands(deleteInCells('after'), keepBoundary('after'), baseKeymap['Delete'] as Command),
    [keyOf(TABLE_KEYS.addRow)]: addRow,
    [keyOf(TABLE_KEYS.addColumn)]: addColumn,
    [keyOf(TABLE_KEYS.removeRow)]: chainCommands(removeRow, baseKeymap['Mod-Backspace'] as Command),
    [keyOf(TABLE_KEYS.removeColumn)]: removeColumn,
    'Mod-z': always(undo),
    'Mod-y': always(redo),
    'Mod-Shift-z': always(redo),
  })
}

const keyOf = (keys: readonly string[]): string => keys.join('-').replace(/[A-Z]$/u, (letter) => letter.toLowerCase())

const always =
  (action: () => void): Command =>
  () => {
    action()
    return true
  }

/** The browser would format what it edits of itself. */
const nothing: Command = always(() => {})

/** Enter in a title goes on to the next part. */
const leaveTitle: Command = (state, dispatch) => {
  const { $from } = state.selection
  if (!isTitleRole($from.parent.type.name)) return false
  const next = Selection.findFrom(state.doc.resolve($from.after(1)), 1, true)
  if (next && dispatch) dispatch(state.tr.setSelection(next).scrollIntoView())
  return true
}

const breakCrossheadLine: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  if ($from.parent.type !== schema.nodes.crosshead || !$from.sameParent($to)) return false
  dispatch?.(state.tr.replaceSelectionWith(schema.node('lineBreak'), false).scrollIntoView())
  return true
}

/** Backspace in an optional title that is empty takes it away. */
const dropEmptyTitle: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const { parent } = $from
  if (!empty || parent.content.size > 0 || !isTitleRole(parent.type.name) || parent.type === schema.nodes.headline) return false
  if (dispatch) {
    const transaction = state.tr.delete($from.before(1), $from.after(1))
    const caret = Selection.near(transaction.doc.resolve(Math.max(0, $from.before(1) - 1)), -1)
    dispatch(transaction.setSelection(caret).scrollIntoView())
  }
  return true
}

/** Deleting across the edge of a title would pour one role's words into another: nothing happens instead. */
function keepBoundary(side: 'before' | 'after'): Command {
  return (state) => {
    const { selection } = state
    if (!(selection instanceof TextSelection) || !selection.$cursor) return false
    const { $cursor } = selection
    const atEdge = side === 'before' ? $cursor.parentOffset === 0 : $cursor.parentOffset === $cursor.parent.content.size
    if (!atEdge) return false
    const index = $cursor.index(0)
    const neighbour = state.doc.maybeChild(side === 'before' ? index - 1 : index + 1)
    return isTitleRole($cursor.parent.type.name) || (neighbour !== null && isTitleRole(neighbour.type.name))
  }
}
