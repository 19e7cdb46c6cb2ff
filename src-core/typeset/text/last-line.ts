/**
 * 孤字不成行 (TYPESETTING §6, CLREQ §3.3.1): a paragraph's last line holds at least two Han or a Western word. Squeeze the
 * last one to three lines to pull it up; else give it characters of the lines before; else it is left and reported.
 */
import { cheapestLines, type Close, type Room } from './few-lines.ts'
import { fitLine, lineShrink, TOLERANCE } from './line-fit.ts'
import { TORN } from './line-price.ts'
import type { ShapedParagraph } from './shaped.ts'
import { isShort } from './short-line.ts'
import { BREAK } from './unicode/line-breaking.ts'

const LINES_TO_SQUEEZE = 3
const LINES_TO_STRETCH = 3
/** Price of lines of which none is loose, or hardly: no more of them are set anew. */
const WELL_SET = 40

/** The ends of lines that begin at cluster `start`, repaired where that is possible. */
export function repairLastLine(shaped: ShapedParagraph, start: number, ends: readonly number[], room: Room): readonly number[] {
  if (!shaped.style.justify || ends.length < 2 || !isShort(shaped, ends.at(-2)!, shaped.count)) return ends
  if (shaped.breaks[ends.at(-2)!] === BREAK.Mandatory) return ends
  return pulledUp(shaped, start, ends, room) ?? lengthened(shaped, start, ends, room) ?? ends
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

/** As many lines with a last one that is long enough: from the line before if that does not get loose, else from up to three. */
function lengthened(shaped: ShapedParagraph, start: number, ends: readonly number[], room: Room): readonly number[] | null {
  let best: readonly number[] | null = null
  let price = TORN
  for (let lines = 1; lines <= LINES_TO_STRETCH && lines < ends.length; lines++) {
    const kept = ends.slice(0, ends.length - 1 - lines)
    if (kept.length > 0 && shaped.breaks[kept.at(-1)!] === BREAK.Mandatory) return best
    const found = cheapestLines(shaped, kept.at(-1) ?? start, kept.length, lines + 1, room, price, closeLong(shaped, room))
    if (!found) continue
    best = [...kept, ...found.ends]
    if (found.price <= WELL_SET) return best
    price = found.price
  }
  return best
}

/** The rest of the paragraph as its last line, if it is long enough and fits. */
function closeLong(shaped: ShapedParagraph, room: Room): Close {
  return (from, line) => {
    if (isShort(shaped, from, shaped.count) || fitLine(shaped, from, shaped.count, room(line, from)).natural > room(line, from) + TOLERANCE) return null
    return { price: 0, ends: [shaped.count] }
  }
}
