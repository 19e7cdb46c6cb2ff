/** What can happen to a library from outside: nothing that was acknowledged may be lost, and the editor is told. */
import fc from 'fast-check'
import { chmodSync, closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failure } from '../../../src-core/api/errors.ts'
import type { Document } from '../../../src-core/document/records.ts'
import { DATABASE_FILE, doubtDatabase, openDatabase } from '../../../src-main/storage/database.ts'
import { storageFailure } from '../../../src-main/storage/failures.ts'
import { HashedFiles, writeWhole } from '../../../src-main/storage/files.ts'
import { IssueStore } from '../../../src-main/storage/issues.ts'
import { openLibrary } from '../../../src-main/storage/library.ts'
import { libraryFolder } from '../../../src-main/storage/location.ts'
import { changeBetween, soundDocument } from '../../core/document/documents.ts'
import { clock, failureCode, newFolder } from './folders.ts'

const [first, second] = fc.sample(soundDocument, { numRuns: 2, seed: 7 }) as [Document, Document]
const picture = { name: '展览.jpg', mime: 'image/jpeg', width: 4, height: 3 } as const

function filled(folder: string): void {
  const library = openLibrary(folder, clock)
  library.issues.create('a', Object.values(first.records))
  library.issues.commit('a', 1, changeBetween(first, second))
  library.close()
}

describe('a damaged database', () => {
  it.each(['not a database at all', ''])('is kept aside and reported, and a new one begun at the next start (%j)', (content) => {
    const folder = newFolder()
    filled(folder)
    const damaged = Buffer.concat([Buffer.from(content || '\u0000'), readFileSync(join(folder, DATABASE_FILE)).subarray(50)])
    writeFileSync(join(folder, DATABASE_FILE), damaged)
    expect(failureCode(() => openLibrary(folder, clock))).toBe('damaged-library')
    const aside = readdirSync(folder).find((name) => name.startsWith('damaged-'))!
    expect(readFileSync(join(folder, aside, DATABASE_FILE)).equals(damaged)).toBe(true)

    const fresh = openLibrary(folder, clock)
    expect(fresh.issues.list()).toEqual([])
    fresh.close()
    expect(existsSync(join(folder, aside, DATABASE_FILE))).toBe(true)
  })

  it('is found out at the next start after a process met the damage', () => {
    const folder = newFolder()
    filled(folder)
    const file = openSync(join(folder, DATABASE_FILE), 'r+')
    for (let page = 1; page < 6; page++) writeSync(file, Buffer.alloc(2_000, 0xff), 0, 2_000, page * 4_096)
    closeSync(file)
    const library = openDatabase(folder, clock)
    expect(failureCode(() => attempt(() => new IssueStore(library, clock).load('a'), folder))).toBe('damaged-library')
    library.close()
    doubtDatabase(folder)
    expect(failureCode(() => openLibrary(folder, clock))).toBe('damaged-library')
    expect(openLibraryAndClose(folder)).toBe(0)
  })
})

describe('a full disk', () => {
  it('refuses the change with a sentence, keeps all before, and goes on when there is space', () => {
    const folder = newFolder()
    filled(folder)
    const database = openDatabase(folder, clock)
    const issues = new IssueStore(database, clock)
    const pages = database.pragma('page_count', { simple: true }) as number
    database.pragma(`max_page_count = ${pages}`)
    const article = { type: 'article', id: 'long', order: 0, file: null, page: null, kicker: null, headline: '长稿', subtitle: null, summary: null, byline: null, notes: [] } as const
    // Text that does not deflate, so that it needs new pages.
    const text = fc.sample(fc.string({ minLength: 60_000, maxLength: 60_000, unit: 'grapheme-composite' }), { numRuns: 1, seed: 1 })[0]!
    const change = [{ id: 'long', before: null, after: { ...article, blocks: [{ role: 'paragraph' as const, text }] } }]

    expect(failureCode(() => attempt(() => issues.commit('a', 2, change), folder))).toBe('disk-full')
    expect(issues.load('a')).toEqual({ id: 'a', revision: 2, document: second })
    database.pragma(`max_page_count = ${pages + 1_000}`)
    expect(issues.commit('a', 2, change)).toBe(3)
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    database.close()
  })

  it('is told apart whoever reports it, SQLite or the file system', () => {
    expect(storageFailure(Object.assign(new Error('write'), { code: 'ENOSPC' }), '/library')?.error.code).toBe('disk-full')
    expect(storageFailure(new Error('something else'), '/library')).toBe(null)
  })

  it('leaves no half-written file, as no failed write does', () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'page.pdf', 'in the way'), { recursive: true })
    expect(() => writeWhole(join(folder, 'page.pdf'), Buffer.from('a'))).toThrow()
    expect(readdirSync(folder)).toEqual(['page.pdf'])
  })
})

describe('picture files', () => {
  it('come back as they were, are refused when they are not, and are mended by adding them again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 2_000 }), fc.nat(), (bytes, at) => {
        const folder = newFolder()
        const library = openLibrary(folder, clock)
        const asset = library.assets.add(bytes, picture)
        expect(Buffer.from(library.assets.bytes(asset.id)).equals(bytes)).toBe(true)
        const path = new HashedFiles(join(folder, 'assets')).path(asset.id.slice(6), 'jpg')

        const file = openSync(path, 'r+')
        ftruncateSync(file, at % bytes.length)
        closeSync(file)
        expect(failureCode(() => library.assets.bytes(asset.id))).toBe('unreadable-file')
        library.assets.add(bytes, picture)
        expect(Buffer.from(library.assets.bytes(asset.id)).equals(bytes)).toBe(true)

        const changed = Buffer.from(bytes)
        changed[at % bytes.length]! ^= 1
        writeFileSync(path, changed)
        expect(failureCode(() => library.assets.bytes(asset.id))).toBe('unreadable-file')
        rmSync(path)
        expect(failureCode(() => library.assets.bytes(asset.id))).toBe('unreadable-file')
        library.close()
      }),
      { numRuns: 10 },
    )
  })

  it('must be in the library before a document has them', () => {
    const library = openLibrary(newFolder(), clock)
    library.issues.create('a', Object.values(first.records))
    const asset = { type: 'asset', id: `asset:${'0'.repeat(64)}`, ...picture } as const
    expect(failureCode(() => library.issues.commit('a', 1, [{ id: asset.id, before: null, after: asset }]))).toBe('bad-input')
    library.close()
  })
})

describe('several processes', () => {
  it('wait for one another, and say so when it takes too long', () => {
    const folder = newFolder()
    filled(folder)
    const slow = openDatabase(folder, clock)
    const waiting = openDatabase(folder, clock)
    waiting.pragma('busy_timeout = 20')
    slow.exec('BEGIN IMMEDIATE')
    const issues = new IssueStore(waiting, clock)
    expect(failureCode(() => attempt(() => issues.commit('a', 2, changeBetween(second, first)), folder))).toBe('busy')
    slow.exec('COMMIT')
    expect(issues.commit('a', 2, changeBetween(second, first))).toBe(3)
    slow.close()
    waiting.close()
  })
})

describe('the folder of a library', () => {
  it('is the one asked for, else the environment’s, else the system’s place', () => {
    const environment = { BANXIN_LIBRARY: '/srv/library', XDG_DATA_HOME: '/home/a/data', LOCALAPPDATA: '/local' }
    expect(libraryFolder('/given', environment, 'linux')).toBe('/given')
    expect(libraryFolder(undefined, environment, 'linux')).toBe('/srv/library')
    expect(libraryFolder(undefined, { XDG_DATA_HOME: '/home/a/data' }, 'linux')).toBe('/home/a/data/banxin')
    expect(libraryFolder(undefined, { LOCALAPPDATA: '/local' }, 'win32')).toBe(join('/local', 'Banxin'))
    expect(libraryFolder(undefined, {}, 'darwin')).toMatch(/Library\/Application Support\/Banxin$/)
  })

  it('gets a sentence when it cannot be used', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'file'), '')
    expect(failureCode(() => openLibrary(join(folder, 'file'), clock))).toBe('unreadable-file')
    expect(failureCode(() => openLibrary(join(folder, 'file', 'below'), clock))).toBe('unreadable-file')
    // Root may write anywhere, so permissions show only to others.
    chmodSync(folder, 0o500)
    expect(failureCode(() => openLibrary(join(folder, 'new'), clock))).toBe(process.getuid?.() === 0 ? null : 'unreadable-file')
    chmodSync(folder, 0o700)
  })
})

/** As the services do: whatever the storage throws becomes a failure for the editor. */
function attempt(call: () => unknown, folder: string): void {
  try {
    call()
  } catch (error) {
    throw storageFailure(error, folder) ?? failure('fault', { zh: '', en: '' })
  }
}

function openLibraryAndClose(folder: string): number {
  const library = openLibrary(folder, clock)
  const count = library.issues.list().length
  library.close()
  return count
}
