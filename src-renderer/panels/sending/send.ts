import { markSent } from '../../../src-core/commands/pages.ts'
import type { RecordId } from '../../../src-core/document/records.ts'
import { runCommand, type EditorWindow } from '../editor-window.ts'

export interface SendWishes {
  readonly pages: readonly RecordId[]
  readonly signedBy: string
  readonly issueFile: boolean
}

/** Sends what is on the screen; once it is out, the pages say so, with the versions that they went out as. */
export async function sendPages(editorWindow: EditorWindow, wishes: SendWishes): Promise<void> {
  const { session, host, jobs, notices } = editorWindow
  const { issue } = session.store.getState()
  if (issue === null) return
  await notices.attempt(async () => {
    await session.settled()
    await jobs.follow('sending', host.api.call('sendings.start', { issue, ...wishes }), ({ sending }) => {
      // Another issue may be open by then: that one sent nothing.
      if (sending && session.store.getState().issue === issue) runCommand(editorWindow, (now) => markSent(now, sending.pages))
    })
  })
}
