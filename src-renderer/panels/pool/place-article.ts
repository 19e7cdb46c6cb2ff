import type { RecordId } from '../../../src-core/document/records.ts'
import { placeArticle } from '../../editor/place-article.ts'
import { currentText } from '../../text/language.ts'
import type { EditorWindow } from '../editor-window.ts'

/** Puts the article into a free place of the page that is shown, or says that there is none. */
export async function placeOnShownPage({ session, notices }: EditorWindow, article: RecordId): Promise<void> {
  const placed = await notices.attempt(() => placeArticle(session, article))
  const text = currentText().pool
  if (placed === false) notices.error(text.noRoom, text.noRoomRemedy)
}
