import Database from 'better-sqlite3'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE, openDatabase } from '../../../src-main/storage/database.ts'
import { MIGRATIONS, schemaVersion } from '../../../src-main/storage/migrate.ts'
import { clock, failureCode, newFolder } from './folders.ts'

const tables = (database: Database.Database) =>
  database.prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`).all().map(({ name }) => name)

describe('migrations', () => {
  it('0001 issues: a new library is strict, logged ahead, fully synced and guards references', () => {
    const database = openDatabase(newFolder(), clock, MIGRATIONS.slice(0, 1))
    expect(tables(database)).toEqual(['assets', 'changes', 'facts', 'issues', 'records', 'versions'])
    expect([schemaVersion(database), ...['journal_mode', 'synchronous', 'foreign_keys'].map((name) => database.pragma(name, { simple: true }))]).toEqual([1, 'wal', 2, 1])
    expect(() => database.exec(`INSERT INTO records VALUES ('nowhere', 'a', 'page', '{}')`)).toThrow(/FOREIGN KEY/)
    expect(() => database.exec(`INSERT INTO issues VALUES ('a', 'one', '', '')`)).toThrow(/cannot store TEXT/)
    database.close()
  })

  it('0002 archive: comes to a library with open issues and leaves them as they are', () => {
    const folder = newFolder()
    const old = openDatabase(folder, clock, MIGRATIONS.slice(0, 1))
    old.exec(`INSERT INTO issues VALUES ('a', 1, 'then', 'then'); INSERT INTO records VALUES ('a', 'issue', 'issue', '{}')`)
    old.close()
    const database = openDatabase(folder, clock, MIGRATIONS.slice(0, 2))
    expect(database.prepare('SELECT * FROM issues').all()).toEqual([{ id: 'a', revision: 1, created_at: 'then', changed_at: 'then', archived_as: null }])
    expect(tables(database)).toEqual(expect.arrayContaining(['archive_articles', 'archive_entries', 'archive_words', 'records']))
    expect(schemaVersion(database)).toBe(2)
    database.close()
  })

  it('copies the database before it changes one with content, and only then', () => {
    const folder = newFolder()
    const steps = ['CREATE TABLE notes (text TEXT) STRICT', 'ALTER TABLE notes ADD COLUMN page TEXT']
    const old = openDatabase(folder, clock, steps.slice(0, 1))
    old.exec(`INSERT INTO notes VALUES ('旧稿')`)
    old.close()
    expect(readdirSync(folder)).toEqual([DATABASE_FILE])

    const migrated = openDatabase(folder, clock, steps)
    expect(migrated.prepare('SELECT * FROM notes').all()).toEqual([{ text: '旧稿', page: null }])
    migrated.close()
    openDatabase(folder, clock, steps).close()

    const backups = readdirSync(join(folder, 'backups'))
    expect(backups).toEqual(['banxin-v1-2024-01-20T08-00-00-000Z.sqlite'])
    const backup = new Database(join(folder, 'backups', backups[0]!))
    expect([schemaVersion(backup), backup.prepare('SELECT * FROM notes').all()]).toEqual([1, [{ text: '旧稿' }]])
    backup.close()
  })

  it('leaves everything as it was when a step fails', () => {
    const folder = newFolder()
    openDatabase(folder, clock, ['CREATE TABLE notes (text TEXT) STRICT']).close()
    const failing = ['CREATE TABLE notes (text TEXT) STRICT', 'CREATE TABLE pages (number TEXT) STRICT; INSERT INTO nowhere VALUES (1)']
    expect(() => openDatabase(folder, clock, failing)).toThrow(/nowhere/)
    const database = openDatabase(folder, clock, failing.slice(0, 1))
    expect([schemaVersion(database), tables(database)]).toEqual([1, ['notes']])
    database.close()
  })

  it('does not touch a library of a newer version', () => {
    const folder = newFolder()
    const newer = openDatabase(folder, clock)
    newer.pragma(`user_version = ${MIGRATIONS.length + 1}`)
    newer.close()
    expect(failureCode(() => openDatabase(folder, clock))).toBe('newer-library')
    const untouched = new Database(join(folder, DATABASE_FILE))
    expect(schemaVersion(untouched)).toBe(MIGRATIONS.length + 1)
    untouched.close()
  })
})
