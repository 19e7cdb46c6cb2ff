/**
 * Open issues on disk. Saving is the commit: one transaction that checks the revision, the records as the change
 * expects them and the document's laws, and writes the records with the change that made them.
 *
 * Revision 1 is the issue's creation; the changes from 1 on replay, from nothing, to the records.
 */
import type Database from 'better-sqlite3'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { failure, issueNotFound } from '../../src-core/api/errors.ts'
import type { ArchiveKey, IssueId, IssueSummary } from '../../src-core/api/methods.ts'
import { applyChange, ChangeConflict, invertChange } from '../../src-core/document/change.ts'
import type { Change } from '../../src-core/document/change.ts'
import type { Document, DocumentRecord, IssueRecord, PageRecord, PageState, RecordId } from '../../src-core/document/records.ts'
import { documentFaults, recordSchema } from '../../src-core/document/validate.ts'
import { foldUndone, sameChange } from './undo.ts'

export interface StoredIssue {
  readonly id: IssueId
  readonly revision: number
  readonly document: Document
}

interface IssueRow {
  readonly id: string
  readonly revision: number
  readonly changed_at: string
  readonly archived_as: ArchiveKey | null
}

/** How far back an undo reaches after a restart: a day's work, as long as it opens at once. Older changes stay in the log. */
const UNDO_CHANGES = 1_000
const UNDO_CHARACTERS = 2_000_000

export class IssueStore {
  readonly #database: Database.Database
  readonly #now: () => Date
  /** A document is what its issue and revision say, whoever wrote it. */
  readonly #documents = new Map<IssueId, StoredIssue>()

  constructor(database: Database.Database, now: () => Date) {
    this.#database = database
    this.#now = now
  }

  /** Latest date first. */
  list(): readonly IssueSummary[] {
    const heads = new Map<IssueId, (IssueRecord | PageRecord)[]>()
    const stored = this.#database.prepare<[], { issue: string; json: string }>(`SELECT issue, json FROM records WHERE type IN ('issue', 'page')`)
    for (const { issue, json } of stored.iterate()) {
      const head = JSON.parse(json) as IssueRecord | PageRecord
      heads.set(issue, [...(heads.get(issue) ?? []), head])
    }
    const rows = this.#database.prepare<[], IssueRow>('SELECT id, revision, changed_at, archived_as FROM issues').all()
    return rows
      .map((row) => summary(row, heads.get(row.id)!))
      .toSorted((a, b) => (a.date === b.date ? (a.changedAt < b.changedAt ? 1 : -1) : a.date < b.date ? 1 : -1))
  }

  /** The entry that the issue was archived as, after which nothing changes it. */
  archivedAs(id: IssueId): ArchiveKey | null {
    return this.#row(id).archived_as
  }

  /** The issues' revisions, to see what another process changed. */
  revisions(): ReadonlyMap<IssueId, number> {
    return new Map(this.#database.prepare<[], IssueRow>('SELECT id, revision FROM issues').all().map(({ id, revision }) => [id, revision]))
  }

  create(id: IssueId, records: readonly DocumentRecord[]): StoredIssue {
    const change = records.map((created) => ({ id: created.id, before: null, after: created }))
    return this.#write(() => {
      const at = this.#now().toISOString()
      const document = this.#checked({ records: {} }, change)
      this.#database.prepare('INSERT INTO issues (id, revision, created_at, changed_at) VALUES (?, 1, ?, ?)').run(id, at, at)
      this.#store(id, 1, at, change)
      return { id, revision: 1, document }
    })
  }

  load(id: IssueId): StoredIssue {
    return this.#database.transaction(() => this.#load(id))()
  }

  /** Returns the new revision. A change that comes twice because its answer was lost is acknowledged again. */
  commit(id: IssueId, revision: number, change: Change): number {
    const stored = this.#write(() => {
      const issue = this.#load(id)
      if (issue.revision === revision + 1 && this.#isStored(id, issue.revision, change)) return issue
      const { archived_as: archived } = this.#row(id)
      if (archived) throw archivedIssue(archived)
      if (issue.revision !== revision) throw staleRevision(issue.revision)
      const document = this.#checked(issue.document, change)
      const at = this.#now().toISOString()
      this.#store(id, revision + 1, at, change)
      this.#database.prepare('UPDATE issues SET revision = ?, changed_at = ? WHERE id = ?').run(revision + 1, at, id)
      return { id, revision: revision + 1, document }
    })
    return stored.revision
  }

  /** Names the present state, and returns its revision. */
  markVersion(id: IssueId, name: string): number {
    return this.#database
      .transaction(() => {
        const { revision } = this.#row(id)
        this.#database
          .prepare('INSERT OR IGNORE INTO versions (issue, revision, name, marked_at) VALUES (?, ?, ?, ?)')
          .run(id, revision, name, this.#now().toISOString())
        return revision
      })
      .immediate()
  }

  versions(id: IssueId): readonly { readonly revision: number; readonly name: string; readonly markedAt: string }[] {
    return this.#database
      .prepare<[string], { revision: number; name: string; markedAt: string }>(
        'SELECT revision, name, marked_at AS markedAt FROM versions WHERE issue = ? ORDER BY revision, marked_at',
      )
      .all(id)
  }

  remove(id: IssueId): void {
    if (this.#database.prepare('DELETE FROM issues WHERE id = ?').run(id).changes === 0) throw issueNotFound()
    this.#documents.delete(id)
  }

  /** Every change of the issue, oldest first, the creation included. */
  changes(id: IssueId): readonly Change[] {
    return this.#database
      .prepare<[string], { change: Buffer }>('SELECT change FROM changes WHERE issue = ? ORDER BY revision')
      .all(id)
      .map(({ change }) => unpack(change))
  }

  /** The document as it was at a revision of the past. */
  at(id: IssueId, revision: number): Document {
    const { document } = this.load(id)
    const later = this.#database
      .prepare<[string, number], { change: Buffer }>('SELECT change FROM changes WHERE issue = ? AND revision > ? ORDER BY revision DESC')
      .all(id, revision)
    return later.reduce((state, { change }) => applyChange(state, invertChange(unpack(change))), document)
  }

  /** When the page was signed last, whether or not it still is; null for one that never was. */
  signed(id: IssueId, page: RecordId): { readonly revision: number; readonly at: string } | null {
    const rows = this.#database
      .prepare<[string], { revision: number; made_at: string; change: Buffer }>('SELECT revision, made_at, change FROM changes WHERE issue = ? ORDER BY revision DESC')
      .iterate(id)
    for (const { revision, made_at: at, change } of rows) {
      const text = unpackText(change)
      if (text.includes('"signed"') && (JSON.parse(text) as Change).some((edit) => edit.id === page && stateOf(edit.after) === 'signed' && stateOf(edit.before) !== 'signed')) return { revision, at }
    }
    return null
  }

  /** The latest changes that can be undone, oldest first. The creation is not one of them. */
  undo(id: IssueId): readonly Change[] {
    const rows = this.#database
      .prepare<[string], { change: Buffer }>('SELECT change FROM changes WHERE issue = ? AND revision > 1 ORDER BY revision DESC')
      .iterate(id)
    const log: Change[] = []
    let characters = 0
    for (const { change } of rows) {
      const text = unpackText(change)
      characters += text.length
      if (log.length === UNDO_CHANGES || characters > UNDO_CHARACTERS) break
      log.push(JSON.parse(text) as Change)
    }
    return foldUndone(log.toReversed())
  }

  #row(id: IssueId): IssueRow {
    const row = this.#database.prepare<[string], IssueRow>('SELECT id, revision, changed_at, archived_as FROM issues WHERE id = ?').get(id)
    if (!row) throw issueNotFound()
    return row
  }

  #load(id: IssueId): StoredIssue {
    const { revision } = this.#row(id)
    const known = this.#documents.get(id)
    if (known?.revision === revision) return known
    const rows = this.#database.prepare<[string], { id: string; json: string }>('SELECT id, json FROM records WHERE issue = ? ORDER BY id').all(id)
    const document = { records: Object.fromEntries(rows.map((row) => [row.id, JSON.parse(row.json) as DocumentRecord])) }
    const stored = { id, revision, document }
    this.#remember(stored)
    return stored
  }

  /** A transaction that ends with an issue's new state, remembered only once it is on disk. */
  #write(write: () => StoredIssue): StoredIssue {
    const stored = this.#database.transaction(write).immediate()
    this.#remember(stored)
    return stored
  }

  #remember(stored: StoredIssue): void {
    this.#documents.delete(stored.id)
    this.#documents.set(stored.id, stored)
    if (this.#documents.size > 4) this.#documents.delete(this.#documents.keys().next().value!)
  }

  /** The document after the change, which is as it should be, or a failure. */
  #checked(document: Document, change: Change): Document {
    for (const { id, after } of change) {
      if (after && !recordSchema.safeParse(after).success) throw unsound(`记录「${id}」的内容不合规定`, `record ${id} is not of a sound shape`)
      if (after?.type === 'asset' && !this.#database.prepare('SELECT 1 FROM assets WHERE id = ?').get(after.id)) {
        throw unsound(`图片文件「${after.name}」不在报库里`, `the picture file ${after.name} is not in the library`)
      }
    }
    let changed: Document
    try {
      changed = applyChange(document, change)
    } catch (error) {
      if (error instanceof ChangeConflict) throw unsound(`记录「${error.recordId}」与所存的不一致`, error.message)
      throw error
    }
    const [fault] = documentFaults(changed)
    if (fault) throw unsound(fault.zh, fault.en)
    return changed
  }

  #store(issue: IssueId, revision: number, at: string, change: Change): void {
    const put = this.#database.prepare('INSERT OR REPLACE INTO records (issue, id, type, json) VALUES (?, ?, ?, ?)')
    const drop = this.#database.prepare('DELETE FROM records WHERE issue = ? AND id = ?')
    for (const { id, after } of change) {
      if (after) put.run(issue, id, after.type, JSON.stringify(after))
      else drop.run(issue, id)
    }
    this.#database.prepare('INSERT INTO changes (issue, revision, made_at, change) VALUES (?, ?, ?, ?)').run(issue, revision, at, pack(change))
  }

  #isStored(issue: IssueId, revision: number, change: Change): boolean {
    const row = this.#database
      .prepare<[string, number], { change: Buffer }>('SELECT change FROM changes WHERE issue = ? AND revision = ?')
      .get(issue, revision)
    return row !== undefined && sameChange(unpack(row.change), change)
  }
}

function summary(row: IssueRow, heads: readonly (IssueRecord | PageRecord)[]): IssueSummary {
  const issue = heads.find((head) => head.type === 'issue')!
  const pages = heads.filter((head) => head.type === 'page').toSorted((a, b) => a.order - b.order)
  return {
    id: row.id,
    paper: issue.paper,
    date: issue.date,
    number: issue.number,
    revision: row.revision,
    pages: pages.map(({ number, section }) => ({ number, section })),
    changedAt: row.changed_at,
    ...(row.archived_as && { archivedAs: row.archived_as }),
  }
}

function stateOf(record: DocumentRecord | null): PageState | null {
  return record?.type === 'page' ? record.state : null
}

function pack(change: Change): Buffer {
  return deflateRawSync(JSON.stringify(change), { level: 3 })
}

function unpack(bytes: Buffer): Change {
  return JSON.parse(unpackText(bytes)) as Change
}

function unpackText(bytes: Buffer): string {
  return inflateRawSync(bytes).toString()
}

export function staleRevision(present: number) {
  return failure(
    'stale-revision',
    { zh: `这一期已在别处改动（现为第 ${present} 次修订），这一步没有保存。`, en: `The issue was changed elsewhere (now revision ${present}); this step was not saved.` },
    { zh: '请重新打开这一期，再做一次。', en: 'Open the issue again and repeat the step.' },
  )
}

function archivedIssue(key: ArchiveKey) {
  return failure(
    'archived',
    { zh: `这一期已归档（${key}），不能再改。`, en: `This issue is archived (${key}) and can no longer be changed.` },
    { zh: '如需改动，请在往期里恢复一份为新的一期。', en: 'To change it, restore a copy from the archive as a new issue.' },
  )
}

function unsound(zh: string, en: string) {
  return failure('bad-input', { zh: `这一步没有保存：${zh}。`, en: `This step was not saved: ${en}.` })
}
