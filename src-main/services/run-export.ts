/** An export in its thread, so that the host goes on answering meanwhile. */
import type { ExportResult } from './export.ts'
import type { ExportTask } from './export-worker.ts'
import type { JobHooks } from './jobs.ts'
import { runThread } from './run-thread.ts'

/** Rejects as {@link exportPages} does; when cancelled, with the signal's reason, after the thread has tidied up. */
export function runExport(task: ExportTask, hooks: JobHooks): Promise<ExportResult> {
  return runThread<ExportTask, ExportResult>('export-worker', task, hooks)
}
