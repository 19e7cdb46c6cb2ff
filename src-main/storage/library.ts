/** A library (报库): one folder that holds everything. Whoever has one open may be one of several processes. */
import type Database from 'better-sqlite3'
import { join } from 'node:path'
import { ArchiveStore } from './archive.ts'
import { AssetStore } from './assets.ts'
import { openDatabase } from './database.ts'
import { IssueStore } from './issues.ts'
import { ProofStore } from './proofs.ts'
import { SendingStore } from './sendings.ts'

export class Library {
  readonly folder: string
  readonly issues: IssueStore
  readonly assets: AssetStore
  readonly archive: ArchiveStore
  readonly sendings: SendingStore
  readonly proofs: ProofStore
  readonly #database: Database.Database

  constructor(folder: string, database: Database.Database, now: () => Date) {
    this.folder = folder
    this.#database = database
    this.issues = new IssueStore(database, now)
    this.assets = new AssetStore(database, join(folder, 'assets'), now)
    this.archive = new ArchiveStore(database, join(folder, 'archive'), now)
    this.sendings = new SendingStore(database)
    this.proofs = new ProofStore(database, now)
  }

  /** Where exports land. */
  get exportsFolder(): string {
    return join(this.folder, 'exports')
  }

  fact(name: string): string | null {
    return this.#database.prepare<[string], { value: string }>('SELECT value FROM facts WHERE name = ?').get(name)?.value ?? null
  }

  setFact(name: string, value: string): void {
    this.#database.prepare('INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)').run(name, value)
  }

  /** Changes whenever another process has written. */
  dataVersion(): number {
    return this.#database.pragma('data_version', { simple: true }) as number
  }

  /** SQLite's own full check: `ok`, or what is wrong. */
  integrity(): string {
    return this.#database.pragma('integrity_check(1)', { simple: true }) as string
  }

  close(): void {
    this.#database.close()
  }
}

/** Throws ApiFailure with a sentence when the library cannot be used; nothing is overwritten then. */
export function openLibrary(folder: string, now: () => Date): Library {
  return new Library(folder, openDatabase(folder, now), now)
}
