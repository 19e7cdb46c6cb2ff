/** Runs every check. A clean page gives no findings; each fault is told once. */
import { recordsOf } from '../document/records.ts'
import { listed } from './accept.ts'
import { checkArticlePlaces } from './article-places.ts'
import { checkAreas } from './areas.ts'
import { checkEmptyAreas } from './empty-areas.ts'
import { checkFaces } from './faces.ts'
import type { Check, Finding, ListedFinding, Subject } from './finding.ts'
import { checkFit } from './fit.ts'
import { checkGlyphs } from './glyphs.ts'
import { checkHalfWidthMarks } from './half-width-marks.ts'
import { checkJumpPairs } from './jump-pairs.ts'
import { checkLoneMarks } from './lone-marks.ts'
import { checkMarks } from './marks.ts'
import { checkPageFlow } from './page-flow.ts'
import { checkPageOrder } from './page-order.ts'
import { checkPictures } from './pictures.ts'
import { checkQuotes } from './quotes.ts'
import { checkWeekdays } from './weekdays.ts'

const CHECKS: readonly Check[] = [
  checkPageOrder,
  checkArticlePlaces,
  checkAreas,
  checkJumpPairs,
  checkFit,
  checkPageFlow,
  checkFaces,
  checkGlyphs,
  checkMarks,
  checkPictures,
  checkEmptyAreas,
  checkWeekdays,
  checkHalfWidthMarks,
  checkLoneMarks,
  checkQuotes,
]

/** All findings by page, what belongs to no page last; on a page errors first. */
export function preflight(subject: Subject): readonly ListedFinding[] {
  const order = new Map(recordsOf(subject.document, 'page').map((page, index) => [page.number, index]))
  const place = (finding: Finding) => (order.get(finding.page) ?? order.size) * 2 + (finding.severity === 'error' ? 0 : 1)
  return listed(subject.document, CHECKS.flatMap((check) => check(subject)).toSorted((a, b) => place(a) - place(b)))
}
