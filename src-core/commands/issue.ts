/** The issue's own data and the paper's house style: headline table, 号 table, faces, line breaking. */
import type { Change } from '../document/change.ts'
import { issueOf, type Document, type IssueRecord } from '../document/records.ts'
import type { HeadlineRule, HouseStyle } from '../document/style.ts'
import { update } from './edits.ts'

export function setIssue(document: Document, fields: Partial<Pick<IssueRecord, 'paper' | 'date' | 'number'>>): Change | null {
  return update(document, 'issue', 'issue', fields)
}

/** A headline table is put in rising order; of two rows for the same number of columns the later one stays. */
export function setHouseStyle(document: Document, fields: Partial<HouseStyle>): Change | null {
  const { style } = issueOf(document)
  const headlines = tidyHeadlines(fields.headlines ?? style.headlines)
  if (headlines.length === 0 || fields.sizes?.length === 0) return null
  return update(document, 'issue', 'issue', { style: { ...style, ...fields, headlines } })
}

function tidyHeadlines(rules: readonly HeadlineRule[]): readonly HeadlineRule[] {
  return [...new Map(rules.map((rule) => [rule.columns, rule])).values()].toSorted((a, b) => a.columns - b.columns)
}
