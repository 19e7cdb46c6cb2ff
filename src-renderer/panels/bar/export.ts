import type { Input } from '../../../src-core/api/methods.ts'
import type { EditorWindow } from '../editor-window.ts'

/** Exports what is on the screen: everything typed is saved first. */
export async function startExport({ session, host, jobs, notices }: EditorWindow, kind: Input<'export.start'>['kind']): Promise<void> {
  const { issue, page, readOnly } = session.store.getState()
  if (issue === null || page === null || readOnly) return
  await notices.attempt(async () => {
    await session.settled()
    await jobs.follow('export', host.api.call('export.start', { issue, pages: kind === 'issue' ? [] : [page], kind }))
  })
}
