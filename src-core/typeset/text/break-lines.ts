/**
 * Breaks a paragraph into lines, one after the other. What a line is does not depend on what follows it but for the
 * repair of a short last line, so typing keeps the lines before it.
 */
import type { BrokenLine } from './paragraph.ts'
import { chooseEnd } from './choose-end.ts'
import { emOf } from './ladders.ts'
import { fitLine, type LineFit, lineGapEm, lineShrink, TOLERANCE } from './line-fit.ts'
import { pulledUp, repairLastLine } from './last-line.ts'
import { clusterAt, type ShapedParagraph } from './shaped.ts'
import { BREAK } from './unicode/line-breaking.ts'

/**
 * `measure` is asked with the line's index and answers points. `from` is the code point to begin at: 0, or where a line
 * of another measure ended.
 */
export function breakParagraph(shaped: ShapedParagraph, measure: (line: number) => number, from = 0): readonly BrokenLine[] {
  const start = clusterAt(shaped, from)
  const ends = greedyEnds(shaped, measure, start)
  const repaired = repairLastLine(shaped, start, ends, (line, at) => roomOf(shaped, measure, line, at))
  return describeAll(shaped, measure, start, repaired)
}

/** The same in one line less, by squeezing the last one to three lines; null where they do not give enough. */
export function breakShorter(shaped: ShapedParagraph, measure: (line: number) => number, from = 0): readonly BrokenLine[] | null {
  const start = clusterAt(shaped, from)
  const shorter = pulledUp(shaped, start, greedyEnds(shaped, measure, start), (line, at) => roomOf(shaped, measure, line, at))
  return shorter && describeAll(shaped, measure, start, shorter)
}

function greedyEnds(shaped: ShapedParagraph, measure: (line: number) => number, start: number): readonly number[] {
  const ends: number[] = []
  for (let from = start; from < shaped.count; ) {
    const to = chooseEnd(shaped, from, roomOf(shaped, measure, ends.length, from))
    ends.push(to)
    from = to
  }
  return ends
}

function describeAll(shaped: ShapedParagraph, measure: (line: number) => number, start: number, ends: readonly number[]): readonly BrokenLine[] {
  return ends.map((to, line) => describeLine(shaped, line === 0 ? start : ends[line - 1]!, to, measure(line)))
}

function roomOf(shaped: ShapedParagraph, measure: (line: number) => number, line: number, from: number): number {
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
  const shift = style.align === 'end' ? free : style.align === 'center' ? free / 2 : 0
  return {
    from: shaped.from[from]!,
    to: shaped.from[to]!,
    indent: first + shift,
    natural: fit.natural,
    measure,
    last,
    gapEm: justified ? gapEm(shaped, fit, room) : 0,
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
