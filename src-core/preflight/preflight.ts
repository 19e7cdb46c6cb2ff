/** Runs every check. A clean page gives no findings; each fault is told once. */
import { recordsOf, type Document, type RecordId } from '../document/records.ts'
import type { PageResult } from '../typeset/result.ts'
import { keyed, listed, type KeyedFinding } from './accept.ts'
import { checkAdverts } from './adverts.ts'
import { checkArticlePlaces } from './article-places.ts'
import { checkAreas } from './areas.ts'
import { checkBleed } from './bleed.ts'
import { checkBylineForms } from './byline-forms.ts'
import { checkDates } from './dates.ts'
import { checkEmptyAreas } from './empty-areas.ts'
import { checkEmbedding, checkMissingFaces } from './faces.ts'
import type { Check, Finding, ListedFinding, Subject } from './finding.ts'
import { checkFit } from './fit.ts'
import { checkFolioDates } from './folio-dates.ts'
import { checkGlyphs } from './glyphs.ts'
import { checkHairlines } from './hairlines.ts'
import { checkHalfWidthMarks } from './half-width-marks.ts'
import { checkHeadlineApart } from './headline-apart.ts'
import { checkHeadlineClash } from './headline-clash.ts'
import { checkInkLimit, checkPlates } from './inks.ts'
import { checkIssueNaming } from './issue-naming.ts'
import { checkJumpPairs } from './jump-pairs.ts'
import { checkKnockouts } from './knockouts.ts'
import { checkLoneMarks } from './lone-marks.ts'
import { checkMarks } from './marks.ts'
import { checkMissingPictures } from './missing-pictures.ts'
import { checkMixedNumerals } from './mixed-numerals.ts'
import { articleNames, checkNameSpelling } from './name-spelling.ts'
import { checkOpenGutters } from './open-gutters.ts'
import { checkPageFlow } from './page-flow.ts'
import { checkPageOrder } from './page-order.ts'
import { checkPageSplit } from './page-split.ts'
import { pageInputs } from './page-inputs.ts'
import { isOfThisPart } from './part-of-chain.ts'
import { checkPictures } from './pictures.ts'
import { checkPlaceSpelling } from './place-spelling.ts'
import { checkQuotes } from './quotes.ts'
import { checkSmallType } from './small-type.ts'
import { checkHouseSwatches, checkPageSwatches } from './swatches.ts'

/**
 * They look at one page at a time, and at nothing but what page-inputs.ts names: run again when that changes. Each result is
 * given to them alone.
 */
const PAGE_CHECKS: readonly Check[] = [
  checkAreas,
  checkFit,
  checkPageFlow,
  checkEmbedding,
  checkGlyphs,
  checkMarks,
  checkMissingPictures,
  checkPictures,
  checkAdverts,
  checkPageSwatches,
  checkPlates,
  checkInkLimit,
  checkKnockouts,
  checkHairlines,
  checkSmallType,
  checkBleed,
  checkEmptyAreas,
  checkHeadlineClash,
  checkHeadlineApart,
  checkPageSplit,
  checkOpenGutters,
  checkFolioDates,
  checkDates,
  checkIssueNaming,
  checkHalfWidthMarks,
  checkLoneMarks,
  checkQuotes,
  checkMixedNumerals,
  checkPlaceSpelling,
]

/** They look across pages, after every change: what they read of an article's words they remember (remember.ts). */
const ISSUE_CHECKS: readonly Check[] = [checkPageOrder, checkArticlePlaces, checkJumpPairs, checkBylineForms, checkNameSpelling, checkMissingFaces, checkHouseSwatches]

/** Yields between its steps, so that a window may draw and take keys meanwhile; returns the findings. */
export type PreflightRun = Generator<void, readonly ListedFinding[]>

/** All findings by page, what belongs to no page last; on a page errors first. */
export function preflight(subject: Subject): readonly ListedFinding[] {
  const run = createPreflight()(subject)
  for (;;) {
    const step = run.next()
    if (step.done) return step.value
  }
}

/** The same, again and again while an issue is made: a page that did not change is not looked at again. A run may be given up. */
export function createPreflight(): (subject: Subject) => PreflightRun {
  const pages = new Map<RecordId, { readonly inputs: readonly unknown[]; readonly findings: readonly KeyedFinding[] }>()

  function* checkPage(subject: Subject, result: PageResult, inputs: readonly unknown[]): Generator<void, readonly KeyedFinding[]> {
    const { id } = result.frame.page
    const known = pages.get(id)
    if (known && same(known.inputs, inputs)) return known.findings
    const found = yield* inTurn(PAGE_CHECKS, { ...subject, results: [result] })
    const findings = keyed(subject.document, found.filter((finding) => isOfThisPart(subject.document, result, finding)))
    pages.set(id, { inputs, findings })
    return findings
  }

  return function* run(subject) {
    const { document, results } = subject
    const inputsOf = pageInputs(subject)
    const found: KeyedFinding[] = []
    for (const result of results) found.push(...(yield* checkPage(subject, result, inputsOf(result))))
    // What takes the longest to read, so that nobody waits for all of it.
    for (const article of recordsOf(document, 'article')) {
      articleNames(article)
      yield
    }
    const across = keyed(document, yield* inTurn(ISSUE_CHECKS, subject))
    return listed(document, inOrder(document, [...across, ...found]))
  }
}

function* inTurn(checks: readonly Check[], subject: Subject): Generator<void, readonly Finding[]> {
  const found: Finding[] = []
  for (const check of checks) {
    found.push(...check(subject))
    yield
  }
  return found
}

function inOrder(document: Document, findings: readonly KeyedFinding[]): readonly KeyedFinding[] {
  const order = new Map(recordsOf(document, 'page').map((page, index) => [page.number, index]))
  const place = ({ finding }: KeyedFinding) => (order.get(finding.page) ?? order.size) * 2 + (finding.severity === 'error' ? 0 : 1)
  return findings.toSorted((a, b) => place(a) - place(b))
}

function same(ones: readonly unknown[], others: readonly unknown[]): boolean {
  return ones.length === others.length && ones.every((one, index) => one === others[index])
}
