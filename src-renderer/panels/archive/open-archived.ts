import type { ArchiveKey } from '../../../src-core/api/methods.ts'
import { recordsOf, type RecordId } from '../../../src-core/document/records.ts'
import { useWindow } from '../editor-window.ts'

/** Opens a past issue read-only at a page, with the article selected when one is named. */
export function useOpenArchived(): (key: ArchiveKey, page: string, article?: RecordId) => Promise<void> {
  const { session, desk, notices } = useWindow()
  return async (key, page, article) => {
    await notices.attempt(async () => {
      await session.openArchived(key)
      const { document } = session.store.getState()
      if (!document) return
      const found = recordsOf(document, 'page').find((candidate) => candidate.number === page)
      if (found) session.showPage(found.id)
      const story = recordsOf(document, 'story').find((candidate) => candidate.article === article && candidate.page === found?.id)
      if (story) session.select({ kind: 'record', id: story.id })
      desk.showArchive(key)
      desk.showIssue()
    })
  }
}
