/**
 * Brings a database to the present schema, one numbered step after the other, each in its own transaction. SQLite's
 * `user_version` says how far a database is. Before the first step over existing data the whole database is copied.
 */
import type Database from 'better-sqlite3'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { newerLibrary } from './failures.ts'
import { flush } from './files.ts'
import { sql as issues } from './migrations/0001-issues.ts'
import { sql as archive } from './migrations/0002-archive.ts'
import { sql as sendings } from './migrations/0003-sendings.ts'
import { sql as proofs } from './migrations/0004-proofs.ts'

/** In order; a step that has shipped is never edited. Step n brings a database to version n. */
export const MIGRATIONS: readonly string[] = [issues, archive, sendings, proofs]

export function schemaVersion(database: Database.Database): number {
  return database.pragma('user_version', { simple: true }) as number
}

/** Throws `newer-library` and leaves the database alone when it is ahead of this program. */
export function migrate(database: Database.Database, folder: string, now: () => Date, migrations = MIGRATIONS): void {
  const found = schemaVersion(database)
  if (found > migrations.length) throw newerLibrary(folder)
  if (found > 0 && found < migrations.length) backUp(database, folder, found, now())
  for (let version = found + 1; version <= migrations.length; version++) {
    database
      .transaction(() => {
        // Another process may have been quicker.
        if (schemaVersion(database) >= version) return
        database.exec(migrations[version - 1]!)
        database.pragma(`user_version = ${version}`)
      })
      .immediate()
  }
}

/** `VACUUM INTO` makes a consistent copy whatever other processes do; it does not flush, so we do. */
function backUp(database: Database.Database, folder: string, version: number, at: Date): void {
  const backups = join(folder, 'backups')
  mkdirSync(backups, { recursive: true })
  const file = join(backups, `banxin-v${version}-${at.toISOString().replaceAll(/[:.]/g, '-')}.sqlite`)
  const part = `${file}.${process.pid}.part`
  rmSync(part, { force: true })
  database.prepare('VACUUM INTO ?').run(part)
  flush(part)
  renameSync(part, file)
  flush(backups)
}
