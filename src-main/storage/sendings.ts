/** What went to the plant, issue by issue. */
import type Database from 'better-sqlite3'
import { failure } from '../../src-core/api/errors.ts'
import type { IssueId } from '../../src-core/api/methods.ts'
import type { Sending } from '../../src-core/document/sending.ts'

export class SendingStore {
  readonly #database: Database.Database

  constructor(database: Database.Database) {
    this.#database = database
  }

  /** The last first. */
  list(issue: IssueId): readonly Sending[] {
    return this.#database
      .prepare<[string], { sending: string }>('SELECT sending FROM sendings WHERE issue = ? ORDER BY number DESC')
      .all(issue)
      .map(({ sending }) => JSON.parse(sending) as Sending)
  }

  /** Throws {@link ApiFailure} where another window has sent under the same number meanwhile. */
  add(issue: IssueId, sending: Sending): void {
    const { changes } = this.#database.prepare('INSERT OR IGNORE INTO sendings (issue, number, sending) VALUES (?, ?, ?)').run(issue, sending.number, JSON.stringify(sending))
    if (changes === 1) return
    throw failure(
      'stale-revision',
      { zh: '另一个窗口刚刚传过版，这一次没有传。', en: 'Another window has just sent pages; this sending was not made.' },
      { zh: '请看一下那一次传了什么，再传。', en: 'See what that one sent, then send again.' },
    )
  }

  /** For a sending whose files did not come out. */
  remove(issue: IssueId, number: number): void {
    this.#database.prepare('DELETE FROM sendings WHERE issue = ? AND number = ?').run(issue, number)
  }
}
