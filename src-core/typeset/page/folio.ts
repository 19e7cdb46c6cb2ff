/** 报眉: page and section on the outer side, the paper in the middle, date, 期号 and editor on the inner, over a thin rule. */
import { typeArea } from '../../document/grid.ts'
import { houseInk } from '../../document/plates.ts'
import type { IssueRecord, PageRecord } from '../../document/records.ts'
import { BLACK, roundLength, type GroupItem, type RuleItem } from '../frame.ts'
import type { LayoutNote } from '../result.ts'
import { folioDate } from './calendar.ts'
import type { Composer } from './composer.ts'
import { houseRule, inked } from './ink.ts'
import { fallbackNotes } from './notes.ts'
import { placeLine } from './runs.ts'

/** Of the body size. */
const LARGE = 1.6
const SMALL = 1.1
/** Above the type area, in lines. */
const RULE_LINES = 1
/** From the baseline down to the rule, in em of the large size. */
const DESCENT = 0.45

export interface Folio {
  readonly group: GroupItem
  readonly notes: readonly LayoutNote[]
}

export function setFolio(composer: Composer, issue: IssueRecord, page: PageRecord): Folio {
  const { grid } = page
  const { folio: face, folioColor } = issue.style
  const { ink, width } = houseRule(issue.style, page)
  const area = typeArea(grid)
  const large = { face, size: roundLength(grid.bodySize * LARGE) }
  const small = { face, size: roundLength(grid.bodySize * SMALL) }

  const outer = composer.line(page.section === '' ? `第${page.number}版` : `第${page.number}版：${page.section}`, large)
  const middle = composer.line(issue.paper.name, large)
  const inner = composer.line(innerText(issue, page), small)

  const left = opensLeft(page.number) ? outer : inner
  const right = left === outer ? inner : outer
  const rightX = area.x + area.width - right.width
  const centred = area.x + (area.width - middle.width) / 2
  const middleX = Math.min(Math.max(centred, area.x + left.width + large.size), rightX - large.size - middle.width)

  const ruleY = roundLength(area.y - RULE_LINES * grid.linePitch)
  const y = ruleY - DESCENT * large.size
  const source = { record: page.id, part: 'furniture' } as const
  const rule: RuleItem = { kind: 'rule', x1: roundLength(area.x), y1: ruleY, x2: roundLength(area.x + area.width), y2: ruleY, width, color: BLACK }
  const type = [...placeLine(left, area.x, y, source), ...placeLine(middle, middleX, y, source), ...placeLine(right, rightX, y, source)]
  const items = [...inked(type, houseInk(issue.style, page, folioColor)), ...inked([rule], ink)]
  return {
    group: { kind: 'group', record: null, items },
    notes: [outer, middle, inner].flatMap((line) => fallbackNotes(source, line.fallbacks)),
  }
}

function innerText({ date, number, style: { folioNumber } }: IssueRecord, { editor }: PageRecord): string {
  return [folioDate(date), ...(folioNumber && number !== null ? [`第${number}期`] : []), ...(editor ? [`责编：${editor}`] : [])].join('\u3000')
}

/** Even pages lie on the left of an open paper that is read from left to right: their outer side is the left. */
function opensLeft(pageNumber: string): boolean {
  const digits = /\d+$/.exec(pageNumber)?.[0]
  return digits !== undefined && Number(digits) % 2 === 0
}
