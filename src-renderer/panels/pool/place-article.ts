import { placeStory } from '../../../src-core/commands/stories.ts'
import { record, type RecordId } from '../../../src-core/document/records.ts'
import { autoPlace, takenAreas } from '../../../src-core/typeset/page/free-area.ts'
import { currentText } from '../../text/language.ts'
import { runCommand, type EditorWindow } from '../editor-window.ts'

/** What an article is dragged as, from the pool on to the page. */
export const ARTICLE_MIME = 'application/x-banxin-article'

/** Puts the article into the largest free place of the page that is shown. */
export function placeOnShownPage(window: EditorWindow, article: RecordId): void {
  const { session, notices } = window
  const { document, page } = session.store.getState()
  const shown = document && page !== null ? record(document, 'page', page) : undefined
  if (!document || !shown) return
  const area = autoPlace(shown.grid, takenAreas(document, shown))
  const text = currentText().pool
  if (!area) {
    notices.error(text.noRoom, text.noRoomRemedy)
    return
  }
  const id = crypto.randomUUID()
  if (runCommand(window, (now) => placeStory(now, { id, page: shown.id, article, area }))) session.select({ kind: 'record', id })
}
