import { describe, expect, it } from 'vitest'
import type { IssueSummary } from '../../../../src-core/api/methods.ts'
import { GRID_PRESETS } from '../../../../src-core/document/grid.ts'
import { formAfter, freshPages, latestOf } from '../../../../src-renderer/panels/issues/new-issue.ts'

const issue = (fields: Partial<IssueSummary>): IssueSummary => ({
  id: 'i',
  paper: { name: '晨光日报', code: 'cgrb' },
  date: '2024-02-28',
  number: 5060,
  revision: 1,
  pages: [],
  changedAt: '2024-02-28T12:00:00Z',
  ...fields,
})

describe('a new issue', () => {
  it('follows the last one: the day after, the number after, the same paper', () => {
    expect(formAfter(issue({}), '2030-01-01')).toEqual({ name: '晨光日报', code: 'cgrb', date: '2024-02-29', number: '5061' })
    expect(formAfter(issue({ date: '2023-12-31', number: null }), '2030-01-01')).toMatchObject({ date: '2024-01-01', number: '' })
  })

  it('begins with today in an empty library', () => {
    expect(formAfter(null, '2024-01-20')).toEqual({ name: '', code: '', date: '2024-01-20', number: '1' })
  })

  it('takes the latest date as the last issue, whatever was changed last', () => {
    const old = issue({ id: 'old', date: '2024-01-01', changedAt: '2024-03-01T00:00:00Z' })
    expect(latestOf([old, issue({ id: 'new' })])?.id).toBe('new')
  })

  it('numbers fresh pages in two digits', () => {
    expect(freshPages(12, GRID_PRESETS['tabloid']!).map((page) => page.number).slice(8)).toEqual(['09', '10', '11', '12'])
  })
})
