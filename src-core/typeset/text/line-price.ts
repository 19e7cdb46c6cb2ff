/**
 * What a line costs, TYPESETTING §5.1: 100 for one squeezed as far as it goes or stretched to 0.25 em a gap, rising with
 * the cube; soft penalties added. And which lines from a cluster are worth a price at all.
 */
import { isSqueezable, longestFit, nextBreak } from './choose-end.ts'
import { isShort } from './last-line.ts'
import { fitLine, type LineFit, lineGapEm, lineShrink, TOLERANCE } from './line-fit.ts'
import type { ShapedParagraph } from './shaped.ts'
import { BREAK } from './unicode/line-breaking.ts'

const COST = {
  full: 100,
  /** A break that parts a figure from its unit, or a word. */
  discouraged: 60,
  hyphen: 60,
  /** A sentence's end gave all its blank (step 7 of §5.2). */
  stops: 100,
  /** 孤字不成行 */
  short: 3000,
} as const

/** Em a gap: what costs as much as a full squeeze, and what no line is stretched beyond while another way is open. */
const LOOSE = 0.25
const LOOSEST = 0.5

/** Calls back with every line from `from` that is neither too tight nor too loose, and its price; false if there is none. */
export function eachLine(shaped: ShapedParagraph, from: number, room: number, visit: (to: number, price: number) => void): boolean {
  const forced = shaped.sums.forcedAfter[from]!
  const longest = longestFit(shaped, from, forced, room)
  let found = false
  for (let fit = longest; fit; fit = shorter(shaped, fit, room)) {
    if (!isNatural(shaped, fit) && lineGapEm(shaped, fit, room) > LOOSEST) break
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
  const price = over > TOLERANCE ? squeezePrice(shaped, fit, over) : isNatural(shaped, fit) ? 0 : COST.full * (lineGapEm(shaped, fit, room) / LOOSE) ** 3
  if (shaped.breaks[fit.to] === BREAK.Discouraged) return price + COST.discouraged
  if (shaped.breaks[fit.to] === BREAK.Hyphen) return price + COST.hyphen
  return fit.to === shaped.count && fit.from > 0 && isShort(shaped, fit.from, fit.to) ? price + COST.short : price
}

function squeezePrice(shaped: ShapedParagraph, fit: LineFit, over: number): number {
  const gentle = lineShrink(shaped, fit, false)
  if (over <= gentle + TOLERANCE) return COST.full * (over / gentle) ** 3
  return COST.full + COST.stops * ((over - gentle) / (lineShrink(shaped, fit, true) - gentle)) ** 3
}

function shorter(shaped: ShapedParagraph, { from, to }: LineFit, room: number): LineFit | null {
  const next = shaped.sums.breakBefore[to - 1]!
  return next > from ? fitLine(shaped, from, next, room) : null
}

/** A line that the author ended is not stretched. */
function isNatural(shaped: ShapedParagraph, { to }: LineFit): boolean {
  return shaped.breaks[to] === BREAK.Mandatory
}
