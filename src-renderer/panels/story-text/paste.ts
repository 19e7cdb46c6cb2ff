import { Fragment, Slice } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { isTitleRole, schema } from './schema.ts'

/** Indents made of spaces are the paragraph's own setting, not text. */
const INDENT = /^[\s\u3000]+|[\s\u3000]+$/gu

/**
 * Pastes plain words: one paragraph a line in the body, one line in a title. Looks copied from elsewhere stay behind;
 * what was copied out of an article keeps its roles.
 */
export function pasteWords(view: EditorView, event: ClipboardEvent): boolean {
  const data = event.clipboardData
  if (!data || data.getData('text/html').includes('data-pm-slice')) return false
  const lines = data
    .getData('text/plain')
    .split(/\r\n|[\r\n]/u)
    .map((line) => line.replaceAll(INDENT, ''))
    .filter((line) => line !== '')
  if (lines.length === 0) return true
  const { state } = view
  const inTitle = isTitleRole(state.selection.$from.parent.type.name)
  const transaction =
    inTitle || lines.length === 1
      ? state.tr.insertText(lines.join(' '))
      : state.tr.replaceSelection(
          new Slice(Fragment.from(lines.map((line) => schema.node('paragraph', null, [schema.text(line)]))), 1, 1),
        )
  view.dispatch(transaction.scrollIntoView())
  return true
}
