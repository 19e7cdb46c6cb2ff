/** What a new issue begins with: the last one's paper, the day after, the number after, the same pages. */
import type { Input, IssueSummary } from '../../../src-core/api/methods.ts'
import type { Grid } from '../../../src-core/document/grid.ts'
import { recordsOf, type Document } from '../../../src-core/document/records.ts'

export type NewPages = Input<'issues.create'>['pages']

export interface NewIssueForm {
  readonly name: string
  readonly code: string
  readonly date: string
  readonly number: string
}

const DAY_MS = 86_400_000

export function formAfter(last: IssueSummary | null, today: string): NewIssueForm {
  if (!last) return { name: '', code: '', date: today, number: '1' }
  const next = new Date(Date.parse(`${last.date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
  return { name: last.paper.name, code: last.paper.code, date: next, number: last.number === null ? '' : String(last.number + 1) }
}

export function latestOf(issues: readonly IssueSummary[]): IssueSummary | null {
  return issues.toSorted((a, b) => a.date.localeCompare(b.date) || a.changedAt.localeCompare(b.changedAt)).at(-1) ?? null
}

export function pagesOf(document: Document): NewPages {
  return recordsOf(document, 'page').map(({ number, section, grid }) => ({ number, section, grid }))
}

export function freshPages(count: number, grid: Grid): NewPages {
  return Array.from({ length: count }, (_, index) => ({ number: String(index + 1).padStart(2, '0'), section: '', grid }))
}
