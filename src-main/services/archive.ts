/** The archive (往期) for the window. */
import type { MethodName } from '../../src-core/api/methods.ts'
import { entryOf } from '../storage/archive.ts'
import { archiveDocument } from './archive-add.ts'
import { ArchivePictures } from './archive-picture.ts'
import { restoreIssue } from './archive-restore.ts'
import { verifyArchive } from './archive-verify.ts'
import type { LibraryFaces } from './faces.ts'
import type { Jobs } from './jobs.ts'
import type { ExportThreads } from './run-export.ts'
import type { Handlers, Machine } from './service.ts'

export function archiveService({ library, randomId, emit }: Machine, jobs: Jobs, threads: ExportThreads, faces: () => Promise<LibraryFaces>): Handlers<Extract<MethodName, `archive.${string}`>> {
  const { archive } = library
  const pictures = new ArchivePictures(library, faces)
  return {
    'archive.add': ({ issue }) => {
      const { id, revision, document } = library.issues.load(issue)
      const job = jobs.start(async (hooks) => {
        const { key } = await archiveDocument(library, threads, document, { id, revision }, hooks)
        emit({ type: 'issue.changed', issue, revision })
        return { files: [], archived: key }
      })
      return { job }
    },
    'archive.list': () => archive.list(),
    'archive.open': ({ key }) => ({ entry: entryOf(key, archive.manifest(key)), document: archive.document(key) }),
    'archive.page': ({ key, page }) => {
      const { frame, stories } = archive.pageResult(key, page).result
      return { frame, stories }
    },
    'archive.picture': async ({ key, page, maxWidth }) => ({ png: await pictures.picture(key, page, maxWidth) }),
    'archive.pdf': ({ key, page }) => ({ name: `${archive.manifest(key).date.replaceAll('-', '')}-${page}.pdf`, bytes: archive.pdf(key, page) }),
    'archive.search': ({ words }) => archive.search(words),
    'archive.verify': ({ key }) => verifyArchive(archive, key),
    'archive.restore': ({ key }) => {
      const issue = randomId()
      restoreIssue(library, key, issue)
      return { issue }
    },
  }
}
