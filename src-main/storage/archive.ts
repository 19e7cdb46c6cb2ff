/**
 * The archive on disk. An entry is a manifest, which names every frozen file by its SHA-256, and one row for each
 * printed article. Files go in first and the rows in one transaction after them, so that an entry is whole or not there.
 */
import type Database from 'better-sqlite3'
import { setImmediate } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { failure, issueNotFound } from '../../src-core/api/errors.ts'
import type { ArchiveEntry, ArchiveHit, ArchiveKey, IssueId } from '../../src-core/api/methods.ts'
import type { AssetRecord, Document, RecordId } from '../../src-core/document/records.ts'
import { issueOf, recordsOf } from '../../src-core/document/records.ts'
import type { SentProof } from '../../src-core/document/sending.ts'
import type { PageResult } from '../../src-core/typeset/result.ts'
import { indexedText, searchArchive } from './archive-search.ts'
import { printedTexts } from './archive-text.ts'
import type { PrintedText } from './archive-text.ts'
import { ASSET_EXTENSION, assetHash, type AssetExtension } from './assets.ts'
import { HashedFiles, sha256 } from './files.ts'
import { staleRevision } from './issues.ts'

/** A page as it was set: its frames and stories, and its PDF. */
export interface FrozenPage {
  readonly page: RecordId
  readonly result: PageResult
  readonly pdf: Uint8Array
  /** Of a page that went to the plant. */
  readonly sent?: SentProof
}

/** Everything that an entry is, by hash; the files are JSON and PDF, to be read in decades by whatever there is. */
export interface ArchiveManifest {
  readonly format: 1
  readonly paper: { readonly name: string; readonly code: string }
  readonly date: string
  readonly number: number | null
  readonly version: number
  readonly archivedAt: string
  readonly articles: number
  /** SHA-256 of the gzipped JSON. */
  readonly document: string
  readonly pages: readonly { readonly id: RecordId; readonly number: string; readonly section: string; readonly result: string; readonly pdf: string; readonly sent?: SentProof }[]
  readonly assets: readonly { readonly id: RecordId; readonly mime: AssetRecord['mime'] }[]
}

type FrozenParts = Pick<ArchiveManifest, 'document' | 'pages' | 'assets'>

export interface OpenRevision {
  readonly id: IssueId
  readonly revision: number
}

export interface ArchiveRow {
  readonly key: ArchiveKey
  readonly manifest: string
  readonly sha256: string
}

export type ArchiveFile = 'json.gz' | 'pdf' | AssetExtension

export class ArchiveStore {
  readonly #database: Database.Database
  readonly #files: HashedFiles
  readonly #now: () => Date

  constructor(database: Database.Database, folder: string, now: () => Date) {
    this.#database = database
    this.#files = new HashedFiles(folder)
    this.#now = now
  }

  /** What the entry says its document's content is, whatever its file says. */
  holds(key: ArchiveKey, document: Document): boolean {
    return this.#database.prepare('SELECT 1 FROM archive_entries WHERE key = ? AND document = ?').get(key, identity(document)) !== undefined
  }

  /** The entry that holds this very document, if one does. */
  find(document: Document): ArchiveKey | null {
    const { paper, date } = issueOf(document)
    const row = this.#database
      .prepare<[string, string, string], { key: string }>('SELECT key FROM archive_entries WHERE paper_code = ? AND date = ? AND document = ? ORDER BY version DESC')
      .get(paper.code, date, identity(document))
    return row?.key ?? null
  }

  /**
   * Freezes the document with its pages as they were set. With `issue`, that open issue is marked, if it is still at
   * the revision that was set; otherwise `stale-revision`. The same document, or the same printed pages, again answer the
   * entry that there is.
   */
  async add(document: Document, pages: AsyncIterable<FrozenPage> | Iterable<FrozenPage>, assetBytes: (asset: RecordId) => Uint8Array, issue: OpenRevision | null): Promise<{ readonly key: ArchiveKey; readonly isNew: boolean }> {
    const parts = await this.#freeze(document, pages, assetBytes)
    return this.#database
      .transaction(() => {
        // Looked for here, since another process may have archived it meanwhile.
        const known = this.find(document) ?? this.#printedAs(document, parts)
        const key = known ?? this.#insert(document, parts)
        if (issue) this.#mark(issue, key)
        return { key, isNew: known === null }
      })
      .immediate()
  }

  /** Marks an open issue whose document is in the archive already. */
  mark(issue: OpenRevision, key: ArchiveKey): void {
    this.#database.transaction(() => this.#mark(issue, key)).immediate()
  }

  rows(): readonly ArchiveRow[] {
    return this.#database.prepare<[], ArchiveRow>('SELECT key, manifest, sha256 FROM archive_entries ORDER BY date DESC, paper_code, version DESC').all()
  }

  /** Latest date first. */
  list(): readonly ArchiveEntry[] {
    return this.rows().map((row) => entryOf(row.key, JSON.parse(row.manifest) as ArchiveManifest))
  }

  row(key: ArchiveKey): ArchiveRow {
    const row = this.#database.prepare<[string], ArchiveRow>('SELECT key, manifest, sha256 FROM archive_entries WHERE key = ?').get(key)
    if (!row) throw failure('not-found', { zh: `往期里没有「${key}」。`, en: `The archive has no ${key}.` })
    return row
  }

  manifest(key: ArchiveKey): ArchiveManifest {
    return JSON.parse(this.row(key).manifest) as ArchiveManifest
  }

  document(key: ArchiveKey): Document {
    return this.#json(key, this.manifest(key).document) as Document
  }

  pageResult(key: ArchiveKey, number: string): { readonly result: PageResult; readonly sha256: string } {
    const { result } = this.#page(key, number)
    return { result: this.#json(key, result) as PageResult, sha256: result }
  }

  pdf(key: ArchiveKey, number: string): Uint8Array {
    return this.bytes(key, this.#page(key, number).pdf, 'pdf')
  }

  assetBytes(key: ArchiveKey, { id, mime }: { readonly id: RecordId; readonly mime: AssetRecord['mime'] }): Uint8Array {
    return this.bytes(key, assetHash(id), ASSET_EXTENSION[mime])
  }

  texts(key: ArchiveKey): readonly (PrintedText & { readonly folded: string })[] {
    return this.#database
      .prepare<[string], PrintedText & { folded: string }>('SELECT page, section, article, headline, text, folded FROM archive_articles WHERE key = ? ORDER BY id')
      .all(key)
  }

  search(words: string): readonly ArchiveHit[] {
    return searchArchive(this.#database, words)
  }

  /** Whether the index has what the texts say. */
  indexIsSound(): boolean {
    try {
      this.#database.exec(`INSERT INTO archive_words (archive_words, rank) VALUES ('integrity-check', 1)`)
      return true
    } catch {
      return false
    }
  }

  rebuildIndex(): void {
    this.#database.exec(`INSERT INTO archive_words (archive_words) VALUES ('rebuild')`)
  }

  read(hash: string, kind: ArchiveFile): Uint8Array | 'missing' | 'damaged' {
    return this.#files.read(hash, kind)
  }

  /** The very bytes that were frozen, or a failure. */
  bytes(key: ArchiveKey, hash: string, kind: ArchiveFile): Uint8Array {
    const bytes = this.read(hash, kind)
    if (typeof bytes !== 'string') return bytes
    throw failure(
      'unreadable-file',
      bytes === 'missing'
        ? { zh: `往期「${key}」的一个文件丢失了。`, en: `A file of the archived issue ${key} is missing.` }
        : { zh: `往期「${key}」的一个文件已被改动或损坏，不再是归档时的内容。`, en: `A file of the archived issue ${key} was changed or damaged; it is not what was archived.` },
      { zh: '请用「校验」查看是哪一个，并从备份恢复报库的 archive 文件夹。', en: 'Verify the archive to see which, and restore the library’s folder archive from a backup.' },
    )
  }

  #json(key: ArchiveKey, hash: string): unknown {
    return JSON.parse(gunzipSync(this.bytes(key, hash, 'json.gz')).toString())
  }

  #page(key: ArchiveKey, number: string) {
    const page = this.manifest(key).pages.find((candidate) => candidate.number === number)
    if (!page) throw failure('not-found', { zh: `往期「${key}」没有第${number}版。`, en: `The archived issue ${key} has no page ${number}.` })
    return page
  }

  /** File after file, so that the host answers others between two. */
  async #freeze(document: Document, pages: AsyncIterable<FrozenPage> | Iterable<FrozenPage>, assetBytes: (asset: RecordId) => Uint8Array): Promise<FrozenParts> {
    const frozen = new Map<RecordId, Pick<ArchiveManifest['pages'][number], 'result' | 'pdf' | 'sent'>>()
    for await (const { page, result, pdf, sent } of pages) frozen.set(page, { result: this.#putJson(result), pdf: this.#files.put(pdf, 'pdf'), ...(sent ? { sent } : {}) })
    const assets = recordsOf(document, 'asset').map(({ id, mime }) => ({ id, mime }))
    for (const { id, mime } of assets) {
      await setImmediate()
      this.#files.put(assetBytes(id), ASSET_EXTENSION[mime])
    }
    const frozenPages = recordsOf(document, 'page').map(({ id, number, section }) => ({ id, number, section, ...frozen.get(id)! }))
    return { document: this.#putJson(document), pages: frozenPages, assets }
  }

  /** The entry with the very same printed pages: one that was taken out of the archive as a folder and comes back, say. */
  #printedAs(document: Document, { pages }: FrozenParts): ArchiveKey | null {
    const { paper, date } = issueOf(document)
    const printed = (entry: Pick<ArchiveManifest, 'pages'>) => JSON.stringify(entry.pages.map(({ number, section, pdf }) => [number, section, pdf]))
    const same = this.list().filter((entry) => entry.paper.code === paper.code && entry.date === date)
    return same.map(({ key }) => key).find((key) => printed(this.manifest(key)) === printed({ pages })) ?? null
  }

  #insert(document: Document, parts: FrozenParts): ArchiveKey {
    const { paper, date, number } = issueOf(document)
    const { version } = this.#database
      .prepare<[string, string], { version: number }>('SELECT coalesce(max(version), 0) + 1 AS version FROM archive_entries WHERE paper_code = ? AND date = ?')
      .get(paper.code, date)!
    const key = `${paper.code}/${date}/${version}`
    const texts = printedTexts(document)
    const manifest: ArchiveManifest = { format: 1, paper, date, number, version, archivedAt: this.#now().toISOString(), articles: texts.length, ...parts }
    const text = JSON.stringify(manifest)
    this.#database
      .prepare('INSERT INTO archive_entries (key, paper_code, date, version, document, manifest, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(key, paper.code, date, version, identity(document), text, sha256(text))
    const insert = this.#database.prepare('INSERT INTO archive_articles (key, date, page, section, article, headline, text, folded) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    for (const printed of texts) insert.run(key, date, printed.page, printed.section, printed.article, printed.headline, printed.text, indexedText(printed.text))
    return key
  }

  #mark(issue: OpenRevision, key: ArchiveKey): void {
    const row = this.#database.prepare<[string], { revision: number }>('SELECT revision FROM issues WHERE id = ?').get(issue.id)
    if (!row) throw issueNotFound()
    if (row.revision !== issue.revision) throw staleRevision(row.revision)
    this.#database.prepare('UPDATE issues SET archived_as = ? WHERE id = ?').run(key, issue.id)
  }

  #putJson(value: unknown): string {
    return this.#files.put(gzipSync(JSON.stringify(value)), 'json.gz')
  }
}

export function entryOf(key: ArchiveKey, manifest: ArchiveManifest): ArchiveEntry {
  const { paper, date, version, number, archivedAt, pages, articles } = manifest
  return { key, paper, date, version, number, archivedAt, articles, pages: pages.map(({ number: of, section, pdf, sent }) => ({ number: of, section, sha256: pdf, ...(sent ? { sent } : {}) })) }
}

/** The same for the same records, in whatever order their fields and they themselves come. */
function identity(document: Document): string {
  return sha256(JSON.stringify(document.records, sortedKeys))
}

function sortedKeys(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
