/** The thread that sets pages and writes their files, so that the host goes on answering meanwhile. */
import { join } from 'node:path'
import { failure } from '../../src-core/api/errors.ts'
import { record } from '../../src-core/document/records.ts'
import type { Document, RecordId } from '../../src-core/document/records.ts'
import { ASSET_EXTENSION, assetHash } from '../storage/assets.ts'
import { FaceStore } from '../storage/faces.ts'
import { HashedFiles } from '../storage/files.ts'
import { exportPages } from './export.ts'
import type { ExportRequest, ExportResult } from './export.ts'
import { ProfileStore } from '../storage/profiles.ts'
import { openFaces } from './faces.ts'
import { answerTask, type ThreadHooks } from './thread-messages.ts'

export interface ExportTask {
  /** The library's folder, for its picture files and face indexes. */
  readonly library: string
  readonly document: Document
  readonly request: ExportRequest
}

await answerTask(run)

async function run({ library, document, request }: ExportTask, { signal, progress }: ThreadHooks): Promise<ExportResult> {
  const faces = await openFaces({ cache: join(library, 'faces'), own: new FaceStore(library) })
  const assets = new HashedFiles(join(library, 'assets'))
  const source = { document, faces, assetBytes: (asset: RecordId) => pictureBytes(document, assets, asset), profiles: new ProfileStore(library) }
  return exportPages(source, { ...request, signal, progress })
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
