import { placeStory } from '../../src-core/commands/stories.ts'
import { record, type RecordId } from '../../src-core/document/records.ts'
import { autoPlace, takenAreas } from '../../src-core/typeset/page/free-area.ts'
import { columnsFor } from './free-place.ts'
import type { Session } from './session.ts'

/** What an article of the pool is dragged as; it is the selected one. */
export const ARTICLE_MIME = 'application/x-banxin-article'

/**
 * Puts an article into the largest free rectangle of the shown page, as wide as suits it and as high as it needs, and
 * selects the story. False where the page has no free cell, or there is nothing to place.
 */
export async function placeArticle(session: Session, id: RecordId): Promise<boolean> {
  const { document, page, readOnly } = session.store.getState()
  const article = document && record(document, 'article', id)
  const shown = document && page !== null ? record(document, 'page', page) : undefined
  if (!document || !article || !shown || readOnly) return false
  const room = autoPlace(shown.grid, takenAreas(document, shown))
  if (!room) return false
  const widths = [Math.min(room.columns, columnsFor(article, shown.grid)), room.columns]
  const fits = await Promise.all(widths.map((columns) => session.fittingArea(shown.id, id, { column: room.column, line: room.line, columns })))
  const area = fits.find((fit) => fit.lines <= room.lines) ?? room
  const now = session.store.getState().document
  const story = crypto.randomUUID()
  const change = now && placeStory(now, { id: story, page: shown.id, article: id, area })
  session.dispatch(change)
  if (change) session.select({ kind: 'record', id: story })
  return change !== null
}
