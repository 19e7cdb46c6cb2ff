/**
 * How a run of clusters fits a measure: its width after the line's edges were trimmed (TYPESETTING §3.3), and what it
 * can give (§5). Every answer is a few subtractions of running sums.
 */
import { blankStretch, cellShrink, emOf, gapShrink, MOST_PLAIN_GAP, shrinkStep, STOP_STEP } from './ladders.ts'
import { KIND } from './classes.ts'
import { hyphenWidth } from './hyphenation.ts'
import type { ShapedParagraph } from './shaped.ts'
import { BREAK } from './unicode/line-breaking.ts'

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
  const trim = endTrim(shaped, from, end - 1, width, room)
  const hyphen = hyphenWidth(shaped, to, end - 1)
  return { from, to, end, startTrim: start, endTrim: trim, hyphen, natural: width - trim + hyphen }
}

/** Negative where the mark has its blank again: the one before it, to which it gave it, ends the line before. */
function startTrim({ settled, startBlank, lostStart, breaks }: ShapedParagraph, from: number): number {
  if (settled.lineStart === 'keep') return lostStart ? -lostStart[from]! : 0
  if (settled.lineStart === 'first-keep' && isFirst(breaks, from)) return 0
  return startBlank[from]!
}

/** A line begins there for the author's sake: at the paragraph's start, or after a break that he forced. */
function isFirst(breaks: Uint8Array, from: number): boolean {
  return from === 0 || breaks[from] === BREAK.Mandatory
}

/** The cluster is an opening mark that has no start blank where a line begins with it. */
export function trimsStart({ settled, kind, breaks }: ShapedParagraph, from: number): boolean {
  return kind[from] === KIND.Opening && settled.lineStart !== 'keep' && (settled.lineStart === 'trim' || !isFirst(breaks, from))
}

function endTrim(shaped: ShapedParagraph, from: number, last: number, width: number, room: number): number {
  const { settled, endBlank, advance } = shaped
  const blank = endBlank[last]!
  switch (settled.lineEnd) {
    case 'none':
      return 0
    case 'trim':
      return blank
    case 'allow':
      return width <= room + TOLERANCE ? 0 : blank
    case 'hang':
      return width - blank > room + TOLERANCE && mayHang(shaped, from, last) ? advance[last]! : blank
  }
}

/**
 * §3.5: one of 、，。, on the mainland of ：；！？ too; alone, not after another mark, and in a line without Western text.
 * Centred points of Hong Kong and Taiwan hang in vertical lines only.
 */
function mayHang({ kind, style }: ShapedParagraph, from: number, last: number): boolean {
  const point = kind[last]!
  const hangs = point === KIND.Comma || point === KIND.Stop || (style.lang === 'zh-Hans' && (point === KIND.Colon || point === KIND.Exclamation))
  if (!hangs || last === from || (style.lang === 'zh-Hant' && style.writing !== 'vertical')) return false
  if (kind[last - 1]! >= KIND.Opening && kind[last - 1]! <= KIND.Exclamation) return false
  for (let cluster = from; cluster < last; cluster++) if (kind[cluster] === KIND.Western) return false
  return true
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
  // An opening mark at the line's start does not stretch back.
  const edge = shaped.taken && trimsStart(shaped, fit.from) && last > fit.from ? blankStretch(shaped, fit.from) : 0
  const rest = extra - (sums.give[last]! - sums.give[fit.from]! - edge)
  if (rest <= TOLERANCE) return 0
  const em = emOf(shaped, fit.from)
  const plain = sums.gaps[last]! - sums.gaps[fit.from]!
  const most = plain * MOST_PLAIN_GAP * em
  if (rest <= most) return rest / plain / em
  const all = plain + sums.spaces[last]! - sums.spaces[fit.from]!
  return all === 0 ? Infinity : (plain > 0 ? MOST_PLAIN_GAP : 0) + (rest - most) / all / em
}
