/** The thread that sets pages and writes their files, so that the host goes on answering meanwhile. */
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { failure } from '../../src-core/api/errors.ts'
import { ApiFailure } from '../../src-core/api/methods.ts'
import type { ApiError } from '../../src-core/api/methods.ts'
import { record } from '../../src-core/document/records.ts'
import type { Document, RecordId } from '../../src-core/document/records.ts'
import { ASSET_EXTENSION, assetHash } from '../storage/assets.ts'
import { errorCode } from '../storage/failures.ts'
import { HashedFiles } from '../storage/files.ts'
import { exportPages } from './export.ts'
import type { ExportRequest, ExportResult } from './export.ts'
import { openFaces } from './faces.ts'

export interface ExportTask {
  /** The library's folder, for its picture files and face indexes. */
  readonly library: string
  readonly document: Document
  readonly request: Omit<ExportRequest, 'signal' | 'progress'>
}

export type ExportMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly message: string }
  | { readonly kind: 'done'; readonly result: ExportResult }
  | { readonly kind: 'failed'; readonly error: ApiError }
  /** An error that is no failure: its code, where the system gave one, and its stack for the log. */
  | { readonly kind: 'fault'; readonly code: string; readonly stack: string }

if (parentPort) {
  const port = parentPort
  const controller = new AbortController()
  // The only message that comes is the wish to cancel.
  port.once('message', () => controller.abort())
  const say = (message: ExportMessage) => port.postMessage(message)
  try {
    say({ kind: 'done', result: await run(workerData as ExportTask, controller.signal, say) })
  } catch (error) {
    if (error instanceof ApiFailure) say({ kind: 'failed', error: error.error })
    else say({ kind: 'fault', code: errorCode(error), stack: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  } finally {
    port.close()
  }
}

async function run({ library, document, request }: ExportTask, signal: AbortSignal, say: (message: ExportMessage) => void): Promise<ExportResult> {
  const faces = await openFaces({ cache: join(library, 'faces') })
  const assets = new HashedFiles(join(library, 'assets'))
  const source = { document, faces, assetBytes: (asset: RecordId) => pictureBytes(document, assets, asset) }
  return exportPages(source, { ...request, signal, progress: (done, total, message) => say({ kind: 'progress', done, total, message }) })
}

/** A page without one of its pictures must not go to print in silence. */
function pictureBytes(document: Document, assets: HashedFiles, asset: RecordId): Uint8Array {
  const about = record(document, 'asset', asset)
  const bytes = about ? assets.read(assetHash(asset), ASSET_EXTENSION[about.mime]) : 'missing'
  if (typeof bytes !== 'string') return bytes
  const name = about?.name ?? asset
  throw failure(
    'unreadable-file',
    { zh: `图片「${name}」的文件丢失或损坏，没有输出。`, en: `The file of the picture ${name} is missing or damaged; nothing was exported.` },
    { zh: '请重新导入这张图片再输出。', en: 'Import the picture again and export once more.' },
  )
}
