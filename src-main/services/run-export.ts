/** Exports in threads, several pages at a time, so that the host goes on answering meanwhile. */
import { availableParallelism } from 'node:os'
import type { Document, RecordId } from '../../src-core/document/records.ts'
import type { ExportRequest, ExportResult } from './export.ts'
import type { ExportTask } from './export-worker.ts'
import type { JobHooks } from './jobs.ts'
import { KeptThreads } from './kept-threads.ts'
import { pagesAsked } from './pages-asked.ts'
import { Staging } from './staging.ts'

export interface ThreadedExport {
  /** The library's folder. */
  readonly library: string
  readonly document: Document
  readonly request: ExportRequest
  /** Frames and fits are carried over to the host too. */
  readonly withResults?: boolean
}

/** A core is left to the window, but two pages are always under way together. */
const MOST = Math.max(2, Math.min(4, availableParallelism() - 1))
const IDLE_MILLISECONDS = 10 * 60_000

export class ExportThreads {
  readonly #threads = new KeptThreads<ExportTask, ExportResult>({ name: 'export-worker', most: MOST, idleMilliseconds: IDLE_MILLISECONDS })

  /** Rejects as {@link exportPages} does: when cancelled, with the signal's reason, after the threads have tidied up. */
  async export(given: ThreadedExport, hooks: JobHooks): Promise<ExportResult> {
    const staging = await Staging.begin(given.request.folder)
    try {
      const written = await this.write(given, staging, hooks)
      hooks.signal.throwIfAborted()
      await staging.publish(written.files)
      return written
    } catch (error) {
      await staging.discard()
      throw error
    }
  }

  /** Writes the files into the staging, and publishes nothing. */
  async write({ library, document, request, withResults = false }: ThreadedExport, staging: Staging, hooks: JobHooks): Promise<ExportResult> {
    const pages = pagesAsked({ document }, request)
    // A file of all pages is painted where all of them are.
    const count = request.kinds.includes('issue') ? 1 : Math.min(this.#threads.most, pages.length)
    const task: ExportTask = { kind: 'pages', library, document, request, pages, next: new SharedArrayBuffer(4), waiting: staging.waiting, withResults }
    const parts = await this.#together(count, task, hooks)
    hooks.progress(pages.length, pages.length, '')
    return inOrder(pages, parts)
  }

  /** One thread alone. */
  async run(task: ExportTask, hooks: JobHooks): Promise<ExportResult> {
    return this.#threads.run(task, hooks)
  }

  async close(): Promise<void> {
    await this.#threads.close()
  }

  /** The same task for several threads. When one fails the others stop, and its failure is told once all have. */
  async #together(count: number, task: ExportTask, { signal, progress }: JobHooks): Promise<readonly ExportResult[]> {
    const stop = new AbortController()
    const done = Array.from({ length: count }, () => 0)
    const failures: unknown[] = []
    const parts = await Promise.all(
      done.map(async (_, index) => {
        try {
          return await this.#threads.run(task, {
            signal: AbortSignal.any([signal, stop.signal]),
            progress(finished, total, message) {
              done[index] = finished
              progress(done.reduce((sum, one) => sum + one, 0), total, message)
            },
          })
        } catch (error) {
          failures.push(error)
          stop.abort()
          return null
        }
      }),
    )
    if (failures.length > 0) throw failures[0]
    return parts.filter((part) => part !== null)
  }
}

/** As if one thread had set the pages one after the other. */
function inOrder(pages: readonly RecordId[], parts: readonly ExportResult[]): ExportResult {
  const place = (page: RecordId | undefined) => (page === undefined ? pages.length : pages.indexOf(page))
  const sent = parts.flatMap((part) => part.sent ?? [])
  return {
    files: parts.flatMap(({ files }) => files).toSorted((a, b) => place(a.page) - place(b.page)),
    results: parts.flatMap(({ results }) => results).toSorted((a, b) => place(a.frame.page.id) - place(b.frame.page.id)),
    ...(sent.length > 0 ? { sent: sent.toSorted((a, b) => place(a.page) - place(b.page)) } : {}),
  }
}
