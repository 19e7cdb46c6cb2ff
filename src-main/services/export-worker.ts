/** A thread that sets pages and writes their files. Kept between exports, it sets again only what changed since. */
import { join } from 'node:path'
import { failure } from '../../src-core/api/errors.ts'
import type { WrittenFile } from '../../src-core/api/methods.ts'
import { record, type Document, type DocumentRecord, type RecordId } from '../../src-core/document/records.ts'
import { createEngine, type Engine } from '../../src-core/typeset/engine.ts'
import { ASSET_EXTENSION, assetHash } from '../storage/assets.ts'
import { FaceStore } from '../storage/faces.ts'
import { HashedFiles } from '../storage/files.ts'
import { ProfileStore } from '../storage/profiles.ts'
import { writePages, type ExportRequest, type ExportResult } from './export.ts'
import { openFaces, type LibraryFaces } from './faces.ts'
import type { ExportSource } from './page-files.ts'
import { sendingFiles, type PicturedSending } from './sending-files.ts'
import { Staging } from './staging.ts'
import { answerTasks, type ThreadHooks } from './thread-messages.ts'

export type ExportTask = PagesTask | SheetTask

export interface PagesTask {
  readonly kind: 'pages'
  /** The library's folder, for its picture files, profiles and face indexes. */
  readonly library: string
  readonly document: Document
  readonly request: ExportRequest
  readonly pages: readonly RecordId[]
  /** Which of the pages is to be set next, counted by all threads that work on them: one Int32. */
  readonly next: SharedArrayBuffer
  /** Where the files wait to be published. */
  readonly waiting: string
  /** Frames are heavy to carry over: whoever needs none leaves them here. */
  readonly withResults: boolean
}

/** The 传版单 of pages that were written before. */
export interface SheetTask extends PicturedSending {
  readonly kind: 'sheet'
  readonly library: string
  readonly folder: string
  readonly waiting: string
}

answerTasks(work)

async function work(task: ExportTask, hooks: ThreadHooks): Promise<ExportResult> {
  return task.kind === 'pages' ? writeSome(task, hooks) : writeSheet(task)
}

async function writeSheet(task: SheetTask): Promise<ExportResult> {
  const { faces } = await facesOf(task.library)
  const staging = new Staging(task.folder, task.waiting)
  const files: WrittenFile[] = []
  for (const { name, bytes } of await sendingFiles(task, faces)) files.push(await staging.write(name, bytes))
  return { files, results: [] }
}

async function writeSome({ library, document, request, pages, next, waiting, withResults }: PagesTask, hooks: ThreadHooks): Promise<ExportResult> {
  const { faces, engine } = await facesOf(library)
  const assets = new HashedFiles(join(library, 'assets'))
  const source: ExportSource = {
    document: withKnownRecords(document),
    faces,
    assetBytes: (asset) => pictureBytes(document, assets, asset),
    profiles: new ProfileStore(library),
  }
  const written = await writePages(source, request, taking(pages, new Int32Array(next)), new Staging(request.folder, waiting), hooks, engine)
  return withResults ? written : { ...written, results: [] }
}

/** Pages that no other thread has taken. */
function* taking(pages: readonly RecordId[], next: Int32Array): Generator<RecordId> {
  for (let at = Atomics.add(next, 0, 1); at < pages.length; at = Atomics.add(next, 0, 1)) yield pages[at]!
}

let open: { readonly key: string; readonly faces: LibraryFaces; readonly engine: Engine } | null = null

/** Opened again when a face came to the library or went. */
async function facesOf(library: string): Promise<{ readonly faces: LibraryFaces; readonly engine: Engine }> {
  const own = new FaceStore(library)
  const key = JSON.stringify([library, own.list()])
  if (open?.key === key) return open
  const faces = await openFaces({ cache: join(library, 'faces'), own })
  open = { key, faces, engine: createEngine(faces.set) }
  return open
}

let known: Document = { records: {} }

/** Records that are as they were are the same objects as before, by which the engine knows what need not be set again. */
function withKnownRecords(document: Document): Document {
  const same = (id: RecordId, given: DocumentRecord) => {
    const before = known.records[id]
    return before && JSON.stringify(before) === JSON.stringify(given) ? before : given
  }
  known = { records: Object.fromEntries(Object.entries(document.records).map(([id, given]) => [id, same(id, given)])) }
  return known
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
