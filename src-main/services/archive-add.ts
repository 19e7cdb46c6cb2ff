/** Freezes an issue (归档): sets its pages in the export threads, and puts document, frames, PDFs and pictures away. */
import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { failure } from '../../src-core/api/errors.ts'
import type { ArchiveKey } from '../../src-core/api/methods.ts'
import { recordsOf } from '../../src-core/document/records.ts'
import type { Document, RecordId } from '../../src-core/document/records.ts'
import { sentProofs, type SentProof } from '../../src-core/document/sending.ts'
import type { FrozenPage, OpenRevision } from '../storage/archive.ts'
import type { Library } from '../storage/library.ts'
import type { ExportResult } from './export.ts'
import type { JobHooks } from './jobs.ts'
import type { ExportThreads } from './run-export.ts'

/**
 * The pictures' bytes must be in the library. An issue that is given is closed to changes, unless it was changed
 * meanwhile (`stale-revision`). A document whose printed pages are in the archive already gets the key of that entry again.
 */
export async function archiveDocument(library: Library, threads: ExportThreads, document: Document, issue: OpenRevision | null, hooks: JobHooks): Promise<{ readonly key: ArchiveKey; readonly isNew: boolean }> {
  if (recordsOf(document, 'page').length === 0) {
    throw failure('bad-input', { zh: '这一期还没有版面，不能归档。', en: 'The issue has no pages yet and cannot be archived.' }, { zh: '请先添加版面。', en: 'Add a page first.' })
  }
  const known = library.archive.find(document)
  if (known) {
    if (issue) library.archive.mark(issue, known)
    return { key: known, isNew: false }
  }
  const folder = join(library.folder, 'archive', `.setting-${randomBytes(6).toString('hex')}`)
  try {
    const exported = await threads.export({ library: library.folder, document, request: { folder, kinds: ['page'] }, withResults: true }, hooks)
    hooks.signal.throwIfAborted()
    return await library.archive.add(document, frozenPages(exported, sentProofs(issue ? library.sendings.list(issue.id) : [])), (asset) => library.assets.bytes(asset), issue)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Page by page: a whole issue's PDFs need not be in memory at once. */
async function* frozenPages({ files, results }: ExportResult, sent: ReadonlyMap<RecordId, SentProof>): AsyncIterable<FrozenPage> {
  for (const result of results) {
    const { id } = result.frame.page
    const file = files.find(({ page }) => page === id)!
    const proof = sent.get(id)
    yield { page: id, result, pdf: await readFile(file.path), ...(proof ? { sent: proof } : {}) }
  }
}
