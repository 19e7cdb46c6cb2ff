/** Walking through a page's objects as a reader does: from the top down, then from left to right. */
import { areaOf, type PageObject } from '../../src-core/commands/objects.ts'
import { placedOn, type RecordId } from '../../src-core/document/records.ts'
import type { EditorState } from './session.ts'

/** The object after (1) or before (−1) the selected one, the first or last where none is; null at the end. */
export function nextObject({ document, page, selection }: EditorState, step: 1 | -1): RecordId | null {
  if (!document || page === null) return null
  const objects: readonly PageObject[] = [...placedOn(document, 'story', page), ...placedOn(document, 'picture', page), ...placedOn(document, 'advert', page), ...placedOn(document, 'ornament', page)]
  const inOrder = objects.toSorted((a, b) => areaOf(a).line - areaOf(b).line || areaOf(a).column - areaOf(b).column)
  const at = selection.kind === 'record' ? inOrder.findIndex(({ id }) => id === selection.id) : -1
  const next = at === -1 ? (step === 1 ? 0 : inOrder.length - 1) : at + step
  return inOrder[next]?.id ?? null
}
