/** The issue's own data and the paper's house style: headline table, 号 table, faces, line breaking. */
import type { Change } from '../document/change.ts'
import { issueOf, type Document, type IssueRecord } from '../document/records.ts'
import type { HeadlineFit, HeadlineRule, HouseStyle } from '../document/style.ts'
import { update } from './edits.ts'

export function setIssue(document: Document, fields: Partial<Pick<IssueRecord, 'paper' | 'date' | 'number'>>): Change | null {
  return update(document, 'issue', 'issue', fields)
}

/** Fields of the style that change; an optional one that is undefined is left out of it from now on. */
export type HouseFields = { readonly [Field in keyof HouseStyle]?: HouseStyle[Field] | undefined }

/** A headline table is put in rising order; of two rows for the same number of columns the later one stays. */
export function setHouseStyle(document: Document, fields: HouseFields): Change | null {
  const { style } = issueOf(document)
  const headlines = tidyHeadlines(fields.headlines ?? style.headlines)
  if (headlines.length === 0 || fields.sizes?.length === 0) return null
  const given = Object.entries({ ...style, ...fields, headlines }).filter(([, value]) => value !== undefined)
  return update(document, 'issue', 'issue', { style: Object.fromEntries(given) as unknown as HouseStyle })
}

/** The table with some limits of fitting changed in every row. */
export function setEveryFit(rules: readonly HeadlineRule[], fit: Partial<HeadlineFit>): readonly HeadlineRule[] {
  return rules.map((rule) => ({ ...rule, fit: { ...(rule.fit ?? UNFITTED), ...fit } }))
}

/** How a row without limits is set: as it says. */
const UNFITTED: HeadlineFit = { trackingEm: 0, steps: 0 }

function tidyHeadlines(rules: readonly HeadlineRule[]): readonly HeadlineRule[] {
  return [...new Map(rules.map((rule) => [rule.columns, rule])).values()].toSorted((a, b) => a.columns - b.columns)
}
