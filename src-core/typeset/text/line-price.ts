/**
 * What a line costs, TYPESETTING §5.1: 100 for one squeezed as far as it goes or stretched to 0.25 em a gap, rising with
 * the cube; soft penalties added. And which lines from a cluster are worth a price at all.
 */
import { isSqueezable, longestFit, nextBreak, reservedEnd } from './choose-end.ts'
import { isShort } from './short-line.ts'
import { fitLine, type LineFit, lineGapEm, lineShrink, TOLERANCE } from './line-fit.ts'
import type { ShapedParagraph } from './shaped.ts'
import { BREAK } from './unicode/line-breaking.ts'

/** More than any line that is not torn apart. */
export const TORN = 2000

const COST = {
  full: 100,
  /** A break that parts a figure from its unit, or a word. */
  discouraged: 60,
  hyphen: 60,
  /** One that parts a name. */
  reserved: 300,
  /** A sentence's end gave all its blank (step 7 of §5.2). */
  stops: 100,
  /** 孤字不成行 */
  short: 3000,
} as const

/** Em a gap: what costs as much as a full squeeze, and what no line is stretched beyond while another way is open. */
const LOOSE = 0.25
const LOOSEST = 0.5
/** Beyond it one torn line is as bad as another: no others are torn to mend it. */
const MOST_TORN = 0.75
/** The longest lines from a cluster are worth it however loose: before a long word there may be no other. */
const WORTH_TRYING = 2

/** Calls back with every line from `from` that is neither too tight nor too loose, and its price; false if there is none. */
export function eachLine(shaped: ShapedParagraph, from: number, room: number, visit: (to: number, price: number) => void): boolean {
  const forced = shaped.sums.forcedAfter[from]!
  const longest = longestFit(shaped, from, forced, room)
  let found = false
  if (!longest || lineGapEm(shaped, longest, room) > LOOSEST) {
    const reserved = reservedEnd(shaped, from, longest?.to ?? from, room)
    if (reserved !== null) visit(reserved, linePrice(shaped, fitLine(shaped, from, reserved, room), room))
    found = reserved !== null
  }
  let tried = 0
  for (let fit = longest; fit; fit = shorter(shaped, fit, room)) {
    if (++tried > WORTH_TRYING && !isNatural(shaped, fit) && lineGapEm(shaped, fit, room) > LOOSEST) break
    visit(fit.to, linePrice(shaped, fit, room))
    found = true
  }
  for (let to = nextBreak(shaped, longest?.to ?? from, forced); to !== null; to = nextBreak(shaped, to, forced)) {
    const fit = fitLine(shaped, from, to, room)
    if (!isSqueezable(shaped, fit, room, true)) break
    visit(to, linePrice(shaped, fit, room))
    found = true
  }
  return found
}

export function linePrice(shaped: ShapedParagraph, fit: LineFit, room: number): number {
  const over = fit.natural - room
  const price = over > TOLERANCE ? squeezePrice(shaped, fit, over) : isNatural(shaped, fit) ? 0 : stretchPrice(shaped, fit, room)
  if (shaped.breaks[fit.to] === BREAK.Discouraged) return price + COST.discouraged
  if (shaped.breaks[fit.to] === BREAK.Hyphen) return price + COST.hyphen
  if (shaped.breaks[fit.to] === BREAK.Reserved) return price + COST.reserved
  return fit.to === shaped.count && fit.from > 0 && isShort(shaped, fit.from, fit.to) ? price + COST.short : price
}

function squeezePrice(shaped: ShapedParagraph, fit: LineFit, over: number): number {
  const gentle = lineShrink(shaped, fit, false)
  if (over <= gentle + TOLERANCE) return COST.full * (over / gentle) ** 3
  return COST.full + COST.stops * ((over - gentle) / (lineShrink(shaped, fit, true) - gentle)) ** 3
}

function stretchPrice(shaped: ShapedParagraph, fit: LineFit, room: number): number {
  const gap = lineGapEm(shaped, fit, room)
  // Stretched by more than half an em a gap, or one that cannot be stretched.
  if (gap > LOOSEST) return TORN + COST.full * (Math.min(gap, MOST_TORN) / LOOSE) ** 3
  return COST.full * (gap / LOOSE) ** 3
}

function shorter(shaped: ShapedParagraph, { from, to }: LineFit, room: number): LineFit | null {
  const next = shaped.sums.breakBefore[to - 1]!
  return next > from ? fitLine(shaped, from, next, room) : null
}

/** A line that the author ended is not stretched. */
function isNatural(shaped: ShapedParagraph, { to }: LineFit): boolean {
  return shaped.breaks[to] === BREAK.Mandatory
}
