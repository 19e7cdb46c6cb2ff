import type { EditorWindow } from '../editor-window.ts'

/** Goes on where the editor stopped: with the issue that was changed last, or with a new one in an empty library. */
export async function openFirstIssue({ host, session, desk, notices }: EditorWindow): Promise<void> {
  await notices.attempt(async () => {
    const issues = await host.api.call('issues.list', {})
    const last = issues.toSorted((a, b) => a.changedAt.localeCompare(b.changedAt)).at(-1)
    if (!last) {
      desk.open('new-issue')
      return
    }
    await session.open(last.id)
    desk.edit(last.id)
  })
}
