/** 转版: lets a story's text go on on another page, in a place that holds what is left. */
import { continueStory } from '../../src-core/commands/jumps.ts'
import { chainOf } from '../../src-core/document/chains.ts'
import { record, recordsOf, type Document, type RecordId } from '../../src-core/document/records.ts'
import { autoPlace, takenAreas } from '../../src-core/typeset/page/free-area.ts'
import type { LineCount } from '../../src-core/typeset/result.ts'
import { columnsForLines } from './free-place.ts'
import type { EditorState, Session } from './session.ts'
import { chainFit } from './story-fit.ts'

/**
 * In the largest free rectangle of the page, as wide as suits what is left and as high as it needs. The page that is
 * shown stays, and so does the selection. False where the page has no free cell.
 */
export async function continueOn(session: Session, story: RecordId, page: RecordId): Promise<boolean> {
  const state = session.store.getState()
  const from = state.document && record(state.document, 'story', story)
  const last = state.document && from ? chainOf(state.document, from).at(-1) : undefined
  const grid = state.document && record(state.document, 'page', page)?.grid
  const room = roomOn(state.document, page)
  if (!last || !grid || !room || state.readOnly) return false
  const widths = [Math.min(room.columns, columnsForLines(leftLines(state, story), grid)), room.columns]
  const fits = await Promise.all(widths.map((columns) => session.fittingArea(page, last.article, { column: room.column, line: room.line, columns }, last.id)))
  const area = fits.find((fit) => fit.lines <= room.lines) ?? room
  const now = session.store.getState().document
  const change = now && continueStory(now, { id: crypto.randomUUID(), story, page, area })
  session.dispatch(change)
  return change !== null
}

/** The page after the story's last part that has room, in the order; from the front again after the last page. */
export function nextPageWithRoom(document: Document, story: RecordId): RecordId | null {
  const from = record(document, 'story', story)
  const last = from && chainOf(document, from).at(-1)
  if (!last) return null
  const pages = recordsOf(document, 'page').map(({ id }) => id)
  const at = pages.indexOf(last.page)
  return [...pages.slice(at + 1), ...pages.slice(0, at)].find((page) => roomOn(document, page) !== null) ?? null
}

export function roomOn(document: Document | null, page: RecordId) {
  const shown = document && record(document, 'page', page)
  return document && shown ? autoPlace(shown.grid, takenAreas(document, shown)) : null
}

function leftLines(state: EditorState, story: RecordId): number {
  const left: LineCount | null = chainFit(state, story)?.overset ?? null
  return left?.lines ?? 0
}
