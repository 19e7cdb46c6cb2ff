/**
 * Lines one after the other: what a line is depends on the text before it, on itself, and, when it comes out loose, on
 * whether the lines just before can be set another way to help it. Typing keeps the lines before.
 */
import { chooseEnd } from './choose-end.ts'
import { cheapestLines, type Close, type Room } from './few-lines.ts'
import { fitLine, lineGapEm } from './line-fit.ts'
import { linePrice } from './line-price.ts'
import type { ShapedParagraph } from './shaped.ts'
import { BREAK } from './unicode/line-breaking.ts'

/** Lines that are set anew to help a loose one, itself among them. */
const LINES = 4

/** The ends of lines from cluster `start`. */
export function stableEnds(shaped: ShapedParagraph, start: number, room: Room): readonly number[] {
  const ends: number[] = []
  for (let from = start; from < shaped.count; ) {
    const to = chooseEnd(shaped, from, room(ends.length, from))
    ends.push(to)
    if (shaped.style.justify && ends.length > 1 && isLoose(shaped, from, to, room(ends.length - 1, from))) helpLast(shaped, start, ends, room)
    from = ends.at(-1)!
  }
  return ends
}

function isLoose(shaped: ShapedParagraph, from: number, to: number, room: number): boolean {
  return shaped.breaks[to] !== BREAK.Mandatory && lineGapEm(shaped, fitLine(shaped, from, to, room), room) > shaped.settled.limits.looseEm
}

/** Sets the last lines another way where together they are better so. */
function helpLast(shaped: ShapedParagraph, start: number, ends: number[], room: Room): void {
  let line = ends.length - 1
  while (line > 0 && line > ends.length - LINES && shaped.breaks[ends[line - 1]!] !== BREAK.Mandatory) line--
  const from = line === 0 ? start : ends[line - 1]!
  const present = ends.slice(line)
  const better = cheapestLines(shaped, from, line, present.length, room, priceOf(shaped, from, line, present, room), closeByItself(shaped, room))
  if (better) ends.splice(line, present.length, ...better.ends)
}

/** The last of the lines ends where it would by itself. */
function closeByItself(shaped: ShapedParagraph, room: Room): Close {
  return (from, line) => {
    const space = room(line, from)
    const to = chooseEnd(shaped, from, space)
    return { price: linePrice(shaped, fitLine(shaped, from, to, space), space), ends: [to] }
  }
}

function priceOf(shaped: ShapedParagraph, start: number, firstLine: number, ends: readonly number[], room: Room): number {
  return ends.reduce((sum, to, index) => {
    const from = index === 0 ? start : ends[index - 1]!
    const space = room(firstLine + index, from)
    return sum + linePrice(shaped, fitLine(shaped, from, to, space), space)
  }, 0)
}
