/**
 * 孤字不成行 (TYPESETTING §6, CLREQ §3.3.1): a paragraph's last line holds at least two Han or a Western word. Squeeze the
 * last one to three lines to pull it up; else give it characters of the line before; else it is left and reported.
 */
import { KIND } from './classes.ts'
import { fitLine, lineGapEm, lineShrink, TOLERANCE } from './line-fit.ts'
import type { ShapedParagraph } from './shaped.ts'
import { BREAK } from './unicode/line-breaking.ts'

const LEAST_HAN = 2
const LINES_TO_SQUEEZE = 3
/** Em a gap that the line before may be stretched by. */
const MOST_STRETCH = 0.5

type Room = (line: number, from: number) => number

/** The ends of lines that begin at cluster `start`, repaired where that is possible. */
export function repairLastLine(shaped: ShapedParagraph, start: number, ends: readonly number[], room: Room): readonly number[] {
  if (!shaped.style.justify || ends.length < 2 || !isShort(shaped, ends.at(-2)!, shaped.count)) return ends
  if (shaped.breaks[ends.at(-2)!] === BREAK.Mandatory) return ends
  return pulledUp(shaped, start, ends, room) ?? takenOver(shaped, start, ends, room) ?? ends
}

/** Fewer than two Han and no Western word between the clusters. */
export function isShort(shaped: ShapedParagraph, from: number, to: number): boolean {
  let han = 0
  for (let cluster = from; cluster < to; cluster++) {
    const kind = shaped.kind[cluster]
    if (kind === KIND.Western) return false
    if (kind === KIND.Han && ++han >= LEAST_HAN) return false
  }
  return true
}

/** The same lines in one less. */
export function pulledUp(shaped: ShapedParagraph, start: number, ends: readonly number[], room: Room): readonly number[] | null {
  if (ends.length < 2 || shaped.breaks[ends.at(-2)!] === BREAK.Mandatory) return null
  for (let lines = 1; lines <= LINES_TO_SQUEEZE && lines < ends.length; lines++) {
    const kept = ends.slice(0, ends.length - 1 - lines)
    if (kept.length > 0 && shaped.breaks[kept.at(-1)!] === BREAK.Mandatory) return null
    const squeezed = squeeze(shaped, start, kept, lines, room)
    if (squeezed) return squeezed
  }
  return null
}

/** Sets the rest of the paragraph in `lines` lines, each holding as much as it can be squeezed to. */
function squeeze(shaped: ShapedParagraph, start: number, kept: readonly number[], lines: number, room: Room): readonly number[] | null {
  const ends = [...kept]
  for (let line = 0; line < lines; line++) {
    const from = ends.at(-1) ?? start
    const space = room(ends.length, from)
    let to = from
    for (let next = shaped.sums.breakAfter[from + 1]!; next > to; next = shaped.sums.breakAfter[Math.min(next + 1, shaped.count)]!) {
      const fit = fitLine(shaped, from, next, space)
      if (fit.natural - lineShrink(shaped, fit, true) > space + TOLERANCE) break
      to = next
    }
    if (to === from) return null
    ends.push(to)
    if (to === shaped.count) return ends
  }
  return null
}

/** Moves the break before the last line back until the last line is long enough. */
function takenOver(shaped: ShapedParagraph, start: number, ends: readonly number[], room: Room): readonly number[] | null {
  const line = ends.length - 2
  const from = line === 0 ? start : ends[line - 1]!
  const space = room(line, from)
  for (let to = shaped.sums.breakBefore[ends[line]! - 1]!; to > from; to = shaped.sums.breakBefore[to - 1]!) {
    if (lineGapEm(shaped, fitLine(shaped, from, to, space), space) > MOST_STRETCH) return null
    if (!isShort(shaped, to, shaped.count)) return fitsLast(shaped, to, room(line + 1, to)) ? [...ends.slice(0, line), to, shaped.count] : null
  }
  return null
}

function fitsLast(shaped: ShapedParagraph, from: number, room: number): boolean {
  return fitLine(shaped, from, shaped.count, room).natural <= room + TOLERANCE
}
