import type { ArchiveKey } from '../../../src-core/api/methods.ts'
import { useText } from '../../text/language.ts'
import { useWindow } from '../editor-window.ts'
import { issueName, type NamedIssue } from '../issue-name.ts'
import { useEditIssue } from '../issues/edit-issue.ts'

/** Asks, then makes a copy of a past issue that can be edited, and opens it. */
export function useRestore(): (key: ArchiveKey, issue: NamedIssue) => void {
  const { desk, host, notices } = useWindow()
  const text = useText()
  const edit = useEditIssue()
  return (key, named) => {
    const name = issueName(named, text)
    const restore = () =>
      notices.attempt(async () => {
        const { issue } = await host.api.call('archive.restore', { key })
        await edit(issue)
        notices.done(text.archive.restored(name))
      })
    desk.ask({ title: text.archive.restoreTitle(name), body: text.archive.restoreBody, action: text.archive.restore, harmful: false, run: () => void restore() })
  }
}
