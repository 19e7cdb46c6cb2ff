/** Runs an export in its thread, and brings its progress, its result or its failure back. */
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { ApiFailure } from '../../src-core/api/methods.ts'
import type { ExportResult } from './export.ts'
import type { ExportMessage, ExportTask } from './export-worker.ts'
import type { JobHooks } from './jobs.ts'

/** Rejects as {@link exportPages} does; when cancelled, with the signal's reason, after the thread has tidied up. */
export function runExport(task: ExportTask, { signal, progress }: JobHooks): Promise<ExportResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: task })
    const cancel = () => worker.postMessage('cancel', [])
    signal.addEventListener('abort', cancel)
    worker.on('message', (message: ExportMessage) => {
      if (message.kind === 'progress') progress(message.done, message.total, message.message)
      else if (message.kind === 'done') resolve(message.result)
      else reject(signal.aborted ? signal.reason : errorOf(message))
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      signal.removeEventListener('abort', cancel)
      reject(new Error(`the export's thread ended with ${code} and no answer`))
    })
  })
}

function errorOf(message: Extract<ExportMessage, { kind: 'failed' | 'fault' }>): Error {
  return message.kind === 'failed' ? new ApiFailure(message.error) : Object.assign(new Error(message.stack), { code: message.code })
}

/** From source it lies beside this file; built, it is an entry beside the host's, and this file perhaps a chunk below. */
function workerFile(): URL {
  const places = ['./export-worker.ts', './export-worker.js', '../export-worker.js'].map((place) => new URL(place, import.meta.url))
  const found = places.find((place) => existsSync(place))
  if (!found) throw new Error('export-worker is not among the built files')
  return found
}
