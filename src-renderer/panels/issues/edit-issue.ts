import type { IssueId } from '../../../src-core/api/methods.ts'
import { useWindow } from '../editor-window.ts'

/** Opens an issue for editing and brings it to the front. Rejects when it cannot be opened. */
export function useEditIssue(): (issue: IssueId) => Promise<void> {
  const { session, desk } = useWindow()
  return async (issue) => {
    await session.open(issue)
    desk.edit(issue)
  }
}
