/**
 * How a run of clusters fits a measure: its width after the line's edges were trimmed (TYPESETTING §3.3), and what it
 * can give (§5). Every answer is a few subtractions of running sums.
 */
import { cellShrink, emOf, gapShrink, shrinkStep, STOP_STEP } from './ladders.ts'
import { KIND } from './classes.ts'
import { hyphenWidth } from './hyphenation.ts'
import type { ShapedParagraph } from './shaped.ts'

/** Points: lengths nearer than this are the same. */
export const TOLERANCE = 1e-4

/** Clusters of a line, `to` exclusive; lengths in points. */
export interface LineFit {
  readonly from: number
  readonly to: number
  /** Where the content ends: before trailing spaces. */
  readonly end: number
  readonly startTrim: number
  readonly endTrim: number
  /** Width of the hyphen that the line ends in. */
  readonly hyphen: number
  /** Width after trimming, with the hyphen. */
  readonly natural: number
}

export function fitLine(shaped: ShapedParagraph, from: number, to: number, room: number): LineFit {
  const end = Math.max(from, shaped.sums.contentEnd[to]!)
  if (end === from) return { from, to, end, startTrim: 0, endTrim: 0, hyphen: 0, natural: 0 }
  const start = startTrim(shaped, from)
  const width = shaped.sums.width[end]! - shaped.sums.width[from]! - shaped.gap[end - 1]! - start
  const trim = endTrim(shaped, end - 1, width, room)
  const hyphen = hyphenWidth(shaped, to, end - 1)
  return { from, to, end, startTrim: start, endTrim: trim, hyphen, natural: width - trim + hyphen }
}

function startTrim({ settled, startBlank }: ShapedParagraph, from: number): number {
  if (settled.lineStart === 'keep' || (settled.lineStart === 'first-keep' && from === 0)) return 0
  return startBlank[from]!
}

function endTrim({ settled, endBlank, advance, kind }: ShapedParagraph, last: number, width: number, room: number): number {
  const blank = endBlank[last]!
  switch (settled.lineEnd) {
    case 'none':
      return 0
    case 'trim':
      return blank
    case 'allow':
      return width <= room + TOLERANCE ? 0 : blank
    case 'hang':
      return width - blank > room + TOLERANCE && mayHang(kind[last]!) ? advance[last]! : blank
  }
}

/** §3.5: one of 、，。 and in zh-Hans ：；！？. */
function mayHang(kind: number): boolean {
  return kind >= KIND.Comma && kind <= KIND.Exclamation
}

/** What the line can be squeezed by: steps 2 to 6, and step 7 with `stops`. What its edges lost they do not give again. */
export function lineShrink(shaped: ShapedParagraph, fit: LineFit, stops: boolean): number {
  const { sums } = shaped
  const { from, end, startTrim: start, endTrim: trim } = fit
  if (end === from) return 0
  const last = end - 1
  let shrink = sums.shrink[end]! - sums.shrink[from]! - gapShrink(shaped, last)
  let stop = sums.stops[end]! - sums.stops[from]!
  if (start > 0) shrink -= Math.min(start, cellShrink(shaped, from))
  if (trim > 0) {
    const given = Math.min(trim, cellShrink(shaped, last))
    if (shrinkStep(shaped, last) === STOP_STEP) stop -= given
    else shrink -= given
  }
  return stops ? shrink + stop : shrink
}

/** Stretch a gap in em of the line's first cluster, once steps 1 and 2 are used up; Infinity without a gap. */
export function lineGapEm(shaped: ShapedParagraph, fit: LineFit, room: number): number {
  const extra = room - fit.natural
  if (extra <= TOLERANCE || fit.end === fit.from) return 0
  const { sums } = shaped
  const last = fit.end - 1
  const rest = extra - (sums.give[last]! - sums.give[fit.from]!)
  if (rest <= TOLERANCE) return 0
  const gaps = sums.gaps[last]! - sums.gaps[fit.from]!
  return gaps === 0 ? Infinity : rest / gaps / emOf(shaped, fit.from)
}
