/** Opens the library's database so that every acknowledged change is on disk, and looks whether it is sound. */
import Database from 'better-sqlite3'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { damagedLibrary, errorCode, isDamage, storageFailure } from './failures.ts'
import { migrate, MIGRATIONS } from './migrate.ts'

export const DATABASE_FILE = 'banxin.sqlite'
/** Left by a process that met damage while working, so that the next start looks closely. */
const DOUBT_FILE = 'check-on-next-start'
const BUSY_MILLISECONDS = 5_000

/**
 * Throws {@link ApiFailure}: `damaged-library` after putting the damaged files aside, `newer-library`, `busy`,
 * `disk-full` or `unreadable-file`.
 */
export function openDatabase(folder: string, now: () => Date, migrations = MIGRATIONS): Database.Database {
  const file = join(folder, DATABASE_FILE)
  let database: Database.Database | null = null
  try {
    mkdirSync(folder, { recursive: true })
    // SQLite takes its log away when the last process closes; one that is still there tells of a crash.
    const doubtful = existsSync(`${file}-wal`) || existsSync(join(folder, DOUBT_FILE))
    database = new Database(file, { timeout: BUSY_MILLISECONDS })
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    if (doubtful && database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damagedLibrary(folder, null)
    rmSync(join(folder, DOUBT_FILE), { force: true })
    migrate(database, folder, now, migrations)
    return database
  } catch (error) {
    database?.close()
    const found = storageFailure(error, folder)
    if (found?.error.code === 'damaged-library' || isDamage(errorCode(error))) throw damagedLibrary(folder, putAside(folder, now()))
    throw found ?? error
  }
}

/** The next start checks the database before anything else. */
export function doubtDatabase(folder: string): void {
  writeFileSync(join(folder, DOUBT_FILE), '')
}

/** Moves the database with its log, so that nothing is overwritten. Null when another process holds them. */
function putAside(folder: string, at: Date): string | null {
  const aside = join(folder, `damaged-${at.toISOString().replaceAll(/[:.]/g, '-')}`)
  try {
    mkdirSync(aside)
    for (const name of [DATABASE_FILE, `${DATABASE_FILE}-wal`, `${DATABASE_FILE}-shm`, DOUBT_FILE]) {
      if (existsSync(join(folder, name))) renameSync(join(folder, name), join(aside, name))
    }
    return aside
  } catch {
    return null
  }
}
