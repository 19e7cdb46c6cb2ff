/** Picture files: the bytes lie beside the database by their SHA-256, a row says what they are. */
import type Database from 'better-sqlite3'
import { failure } from '../../src-core/api/errors.ts'
import type { AssetRecord, RecordId } from '../../src-core/document/records.ts'
import { HashedFiles } from './files.ts'

export const ASSET_EXTENSION = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/tiff': 'tif', 'image/webp': 'webp', 'application/pdf': 'pdf' } as const satisfies Readonly<Record<AssetRecord['mime'], string>>

export type AssetExtension = (typeof ASSET_EXTENSION)[AssetRecord['mime']]

/** The SHA-256 in an asset record's id. */
export function assetHash(asset: RecordId): string {
  return asset.slice('asset:'.length)
}

export class AssetStore {
  readonly #database: Database.Database
  readonly #files: HashedFiles
  readonly #now: () => Date

  constructor(database: Database.Database, folder: string, now: () => Date) {
    this.#database = database
    this.#files = new HashedFiles(folder)
    this.#now = now
  }

  /** Stores the bytes first, then the row that says they are there. The same bytes under another name are one file. */
  add(bytes: Uint8Array, about: Omit<AssetRecord, 'type' | 'id'>): AssetRecord {
    const id = `asset:${this.#files.put(bytes, ASSET_EXTENSION[about.mime])}`
    this.#database
      .prepare('INSERT OR IGNORE INTO assets (id, name, mime, width, height, added_at) VALUES (?, ?, ?, ?, ?, ?)')
      .run(id, about.name, about.mime, about.width, about.height, this.#now().toISOString())
    return { type: 'asset', id, ...about }
  }

  has(id: RecordId): boolean {
    return this.#database.prepare('SELECT 1 FROM assets WHERE id = ?').get(id) !== undefined
  }

  /** The very bytes that were added, or a failure that says what happened to them. */
  bytes(id: RecordId): Uint8Array {
    const row = this.#database.prepare<[string], { name: string; mime: AssetRecord['mime'] }>('SELECT name, mime FROM assets WHERE id = ?').get(id)
    if (!row) throw failure('not-found', { zh: '报库里没有这个图片文件。', en: 'The library has no such picture file.' })
    const bytes = this.#files.read(assetHash(id), ASSET_EXTENSION[row.mime])
    if (typeof bytes !== 'string') return bytes
    throw failure(
      'unreadable-file',
      bytes === 'missing'
        ? { zh: `图片「${row.name}」的文件从报库里丢失了。`, en: `The file of the picture ${row.name} is missing from the library.` }
        : { zh: `图片「${row.name}」的文件已损坏，内容与存入时不同。`, en: `The file of the picture ${row.name} is damaged: it is not what was stored.` },
      { zh: '请重新导入这张图片，导入后自动修复。', en: 'Import the picture again; that mends it.' },
    )
  }
}
