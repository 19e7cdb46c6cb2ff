/** 大样 as they went to paper, page by page. */
import type Database from 'better-sqlite3'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { IssueId } from '../../src-core/api/methods.ts'
import type { RecordId } from '../../src-core/document/records.ts'
import type { PageFrame } from '../../src-core/typeset/frame.ts'

export interface StoredProof {
  /** 第几次大样, from 1. */
  readonly number: number
  /** Of the issue, when it was made. */
  readonly revision: number
  readonly madeAt: string
}

export class ProofStore {
  readonly #database: Database.Database
  readonly #now: () => Date

  constructor(database: Database.Database, now: () => Date) {
    this.#database = database
    this.#now = now
  }

  /** The last first. */
  list(issue: IssueId, page: RecordId): readonly StoredProof[] {
    return this.#database
      .prepare<[string, string], StoredProof>('SELECT number, revision, made_at AS madeAt FROM proofs WHERE issue = ? AND page = ? ORDER BY number DESC')
      .all(issue, page)
  }

  /** The page as it was on that paper; null where there is none of the number. */
  frame(issue: IssueId, page: RecordId, number: number): PageFrame | null {
    const row = this.#database.prepare<[string, string, number], { frame: Buffer }>('SELECT frame FROM proofs WHERE issue = ? AND page = ? AND number = ?').get(issue, page, number)
    return row ? (JSON.parse(inflateRawSync(row.frame).toString()) as PageFrame) : null
  }

  /** Under the next number that is free, so that no other window's proof is lost. */
  add(issue: IssueId, revision: number, frames: readonly PageFrame[]): void {
    const put = this.#database.prepare(
      'INSERT INTO proofs (issue, page, number, revision, made_at, frame) SELECT $issue, $page, coalesce(max(number), 0) + 1, $revision, $at, $frame FROM proofs WHERE issue = $issue AND page = $page',
    )
    const at = this.#now().toISOString()
    this.#database
      .transaction(() => {
        for (const frame of frames) put.run({ issue, page: frame.page.id, revision, at, frame: deflateRawSync(JSON.stringify(frame), { level: 3 }) })
      })
      .immediate()
  }
}
