/** Breaks a paragraph into lines: one after the other (`stable.ts`), or all at once (`optimal.ts`), as the house chooses. */
import type { BrokenLine } from './paragraph.ts'
import { emOf } from './ladders.ts'
import { fitLine, type LineFit, lineGapEm, lineShrink, TOLERANCE } from './line-fit.ts'
import { pulledUp, repairLastLine } from './last-line.ts'
import { optimalEnds } from './optimal.ts'
import { clusterAt, type ShapedParagraph } from './shaped.ts'
import { isShort } from './short-line.ts'
import { stableEnds } from './stable.ts'
import { BREAK } from './unicode/line-breaking.ts'

/** The measure of a line by its index, in points. */
type Measure = (line: number) => number

/**
 * `measure` is asked with the line's index and answers points. `from` is the code point to begin at: 0, or where a line
 * of another measure ended.
 */
export function breakParagraph(shaped: ShapedParagraph, measure: Measure, from = 0): readonly BrokenLine[] {
  const start = clusterAt(shaped, from)
  return describeAll(shaped, measure, start, endsOf(shaped, measure, start))
}

/** The same in one line less, by squeezing the last one to three lines; null where they do not give enough. */
export function breakShorter(shaped: ShapedParagraph, measure: Measure, from = 0): readonly BrokenLine[] | null {
  const start = clusterAt(shaped, from)
  const shorter = pulledUp(shaped, start, endsOf(shaped, measure, start), (line, at) => roomOf(shaped, measure, line, at))
  return shorter && describeAll(shaped, measure, start, shorter)
}

/** By how much narrower the lines of a paragraph that is to be a line longer are chosen, in em. */
const NARROWER_EM = [0.5, 1, 1.5]
/** The widest gap of such a paragraph: two thirds of a loose one, which is hardly seen. */
const WIDEST_EM = 0.16

/** The same in one line more, all of them a little wider spaced; null where they do not give enough. */
export function breakLonger(shaped: ShapedParagraph, measure: Measure, from = 0): readonly BrokenLine[] | null {
  const start = clusterAt(shaped, from)
  const count = endsOf(shaped, measure, start).length
  if (!shaped.style.justify || count < 2) return null
  for (const narrower of NARROWER_EM) {
    const ends = endsOf(shaped, (line) => measure(line) - narrower * shaped.style.size, start)
    if (ends.length <= count) continue
    const lines = describeAll(shaped, measure, start, ends)
    const isWell = ends.length === count + 1 && !isShort(shaped, ends.at(-2)!, shaped.count) && lines.every(({ gapEm: gap, emergency }) => gap <= WIDEST_EM && !emergency)
    return isWell ? lines : null
  }
  return null
}

function endsOf(shaped: ShapedParagraph, measure: Measure, start: number): readonly number[] {
  const room = (line: number, from: number): number => roomOf(shaped, measure, line, from)
  if (shaped.style.line.breaking === 'optimal' && shaped.style.justify) return optimalEnds(shaped, start, room)
  return repairLastLine(shaped, start, stableEnds(shaped, start, room), room)
}

function describeAll(shaped: ShapedParagraph, measure: Measure, start: number, ends: readonly number[]): readonly BrokenLine[] {
  return ends.map((to, line) => describeLine(shaped, line === 0 ? start : ends[line - 1]!, to, measure(line)))
}

function roomOf(shaped: ShapedParagraph, measure: Measure, line: number, from: number): number {
  return measure(line) - (from === 0 ? shaped.style.indentEm * shaped.style.size : 0)
}

/** The line between two clusters as it will be set. */
export function describeLine(shaped: ShapedParagraph, from: number, to: number, measure: number): BrokenLine {
  const { style } = shaped
  const first = from === 0 ? style.indentEm * style.size : 0
  const room = measure - first
  const fit = fitLine(shaped, from, to, room)
  const last = shaped.breaks[to] === BREAK.Mandatory
  const justified = style.align === 'even' || (style.justify && !last) || fit.natural > room + TOLERANCE
  const free = justified ? 0 : room - fit.natural
  const gap = justified ? gapEm(shaped, fit, room) : 0
  const shift = style.align === 'end' ? free : style.align === 'center' ? free / 2 : 0
  return {
    from: shaped.from[from]!,
    to: shaped.from[to]!,
    indent: first + shift,
    natural: fit.natural,
    measure,
    last,
    gapEm: gap,
    ...(gap > shaped.settled.limits.looseEm ? { loose: true as const } : {}),
    ...(shaped.breaks[to] === BREAK.No || isOverfull(shaped, fit, room) ? { emergency: true as const } : {}),
  }
}

function isOverfull(shaped: ShapedParagraph, fit: LineFit, room: number): boolean {
  return fit.natural > room + TOLERANCE && fit.natural - lineShrink(shaped, fit, true) > room + TOLERANCE
}

function gapEm(shaped: ShapedParagraph, fit: LineFit, room: number): number {
  const over = fit.natural - room
  if (over <= TOLERANCE) {
    const gap = lineGapEm(shaped, fit, room)
    return gap === Infinity ? 0 : gap
  }
  const gaps = shaped.sums.gaps[fit.end - 1]! - shaped.sums.gaps[fit.from]!
  return -over / Math.max(1, gaps) / emOf(shaped, fit.from)
}
