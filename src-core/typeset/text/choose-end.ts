/**
 * Where one line ends: push in first, push out second (TYPESETTING §5.1), steering clear of breaks that the house
 * avoids, and breaking a unit only when it is wider than the measure.
 */
import { KIND } from './classes.ts'
import { emOf } from './ladders.ts'
import { fitLine, type LineFit, lineGapEm, lineShrink, TOLERANCE } from './line-fit.ts'
import type { ShapedParagraph } from './shaped.ts'
import { BREAK, isBreak } from './unicode/line-breaking.ts'

/** What a better break is worth: stretch in em a gap. */
const WORTH_A_BREAK = 0.1
/** Looser than this no line is set while there is any other way (§5.1). */
const LOOSEST = 0.5

/** The cluster at which a line from `from` ends. */
export function chooseEnd(shaped: ShapedParagraph, from: number, room: number): number {
  const forced = shaped.sums.forcedAfter[from]!
  const fit = longestFit(shaped, from, forced, room)
  if (fit && (fit.to === forced || !shaped.style.justify)) return fit.to
  const to = justifiedEnd(shaped, from, fit, forced, room)
  if (to === null) return emergency(shaped, from, room, forced)
  return isAvoided(shaped, to) ? betterEnd(shaped, from, to, forced, room) : to
}

/** The longest line to a legal break that fits at its natural width. */
export function longestFit(shaped: ShapedParagraph, from: number, forced: number, room: number): LineFit | null {
  const { breakBefore } = shaped.sums
  let to = breakBefore[Math.min(forced, furthest(shaped, from, room))]!
  while (to > from) {
    const fit = fitLine(shaped, from, to, room)
    if (fit.natural <= room + TOLERANCE) return fit
    to = breakBefore[to - 1]!
  }
  return null
}

/** Push in: the next break, if the line can be squeezed to it. Push out: the line that fits. Null where neither is there. */
function justifiedEnd(shaped: ShapedParagraph, from: number, fit: LineFit | null, forced: number, room: number): number | null {
  if (fit && fit.natural >= room - TOLERANCE) return fit.to
  const longer = nextBreak(shaped, fit?.to ?? from, forced)
  const pushed = longer === null ? null : fitLine(shaped, from, longer, room)
  const { squeezeStops, looseEm } = shaped.settled.limits
  if (pushed && isSqueezable(shaped, pushed, room, squeezeStops === 'always')) return pushed.to
  const gap = fit ? lineGapEm(shaped, fit, room) : Infinity
  // A line looser than the house likes is worth a squeezed sentence end (step 7 of §5.2).
  if (fit && gap <= looseEm) return fit.to
  if (pushed && isSqueezable(shaped, pushed, room, true)) return pushed.to
  // Rather than a line torn apart before it, a name is parted, and a word broken that no line holds.
  if (gap > LOOSEST) {
    const reserved = reservedEnd(shaped, from, fit?.to ?? from, room)
    if (reserved !== null) return reserved
  }
  if (fit && gap > LOOSEST && longer !== null && isTooWide(shaped, fit.to, longer, room)) return null
  return fit && fit.to
}

/** The last place inside the unit after `at` that is kept for such a line. */
export function reservedEnd(shaped: ShapedParagraph, from: number, at: number, room: number): number | null {
  let found: number | null = null
  for (let to = at + 1; to < shaped.count && !isBreak(shaped.breaks[to]!); to++) {
    if (shaped.breaks[to] !== BREAK.Reserved) continue
    if (fitLine(shaped, from, to, room).natural > room + TOLERANCE) break
    found = to
  }
  return found
}

/** The ladder of §5.2 takes the line into the room; `stops` with its last step. */
export function isSqueezable(shaped: ShapedParagraph, fit: LineFit, room: number, stops: boolean): boolean {
  return fit.natural - lineShrink(shaped, fit, stops) <= room + TOLERANCE
}

function isTooWide(shaped: ShapedParagraph, from: number, to: number, room: number): boolean {
  return !isSqueezable(shaped, fitLine(shaped, from, to, room), room, true)
}

/** The next legal break after a cluster, up to the forced one. */
export function nextBreak(shaped: ShapedParagraph, at: number, forced: number): number | null {
  if (at >= forced) return null
  const next = shaped.sums.breakAfter[at + 1]!
  return next <= forced ? next : null
}

/** A break that parts a figure from its unit, or a word. */
function isAvoided({ breaks }: ShapedParagraph, to: number): boolean {
  return breaks[to] === BREAK.Discouraged || breaks[to] === BREAK.Hyphen
}

/** Instead of an avoided break the next or the last good one, where that costs little. */
function betterEnd(shaped: ShapedParagraph, from: number, to: number, forced: number, room: number): number {
  let longer = nextBreak(shaped, to, forced)
  while (longer !== null && isAvoided(shaped, longer)) longer = nextBreak(shaped, longer, forced)
  if (longer !== null && isSqueezable(shaped, fitLine(shaped, from, longer, room), room, false)) return longer
  let shorter = shaped.sums.breakBefore[to - 1]!
  while (shorter > from && isAvoided(shaped, shorter)) shorter = shaped.sums.breakBefore[shorter - 1]!
  return shorter > from && lineGapEm(shaped, fitLine(shaped, from, shorter, room), room) <= WORTH_A_BREAK ? shorter : to
}

/** A cluster beyond every line that could fit: its width with both edges trimmed as far as marks allow. */
function furthest(shaped: ShapedParagraph, from: number, room: number): number {
  const { sums, count } = shaped
  const limit = sums.width[from]! + room + 2 * emOf(shaped, from)
  let low = from
  let high = count
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sums.width[middle]! <= limit) low = middle
    else high = middle - 1
  }
  while (low < count && sums.contentEnd[low + 1]! <= low) low++
  return low
}

/**
 * No legal break fits: the unit is wider than the measure and is broken where it fills it (§2.3), if it can be without a
 * mark at the wrong end of a line; three closing marks in a row part before one may stand alone (§2.2).
 */
function emergency(shaped: ShapedParagraph, from: number, room: number, forced: number): number {
  let most = Math.min(forced, furthest(shaped, from, room))
  while (most > from + 1 && fitLine(shaped, from, most, room).natural > room + TOLERANCE) most--
  for (let to = most; to > from; to--) if (!leavesMarkAstray(shaped, to)) return to
  return Math.max(most, from + 1)
}

function leavesMarkAstray({ kind, count }: ShapedParagraph, to: number): boolean {
  const before = kind[to - 1]!
  if (before === KIND.Opening || before === KIND.NarrowOpening) return true
  if (to >= count) return false
  const after = kind[to]!
  return (after >= KIND.Closing && after <= KIND.Exclamation) || after === KIND.NarrowClosing || after === KIND.Invisible
}
