/**
 * A headline in the setting that its columns ask for: on one line, at the author's space on two, by sense on more. Where
 * the house allows it, tighter or some 号 smaller before it takes more lines than look well (TYPESETTING §9).
 */
import type { HeadlineFit, HouseStyle, TextSetting } from '../../document/style.ts'
import { roundLength } from '../frame.ts'
import type { FaceFallback, SetLine, SetRun } from '../text/paragraph.ts'
import type { Composer } from './composer.ts'

export interface FittedHeadline {
  readonly lines: readonly SetLine[]
  /** Points. */
  readonly size: number
  /** It needs more lines than look well, or a word of it is wider than the measure. */
  readonly tooWide: boolean
  readonly fallbacks: readonly FaceFallback[]
}

export interface HeadlinePlace {
  readonly columns: number
  /** Points. */
  readonly measure: number
}

export function fitHeadline(composer: Composer, style: HouseStyle, text: string, setting: TextSetting, fit: HeadlineFit, place: HeadlinePlace): FittedHeadline {
  let best: FittedHeadline | null = null
  for (const size of sizesDown(style, setting.size, fit.steps)) {
    const fitted = fitAtSize(composer, text, { ...setting, size }, fit, place)
    if (!fitted.tooWide) return fitted
    if (!best || fitted.lines.length < best.lines.length) best = fitted
  }
  return best!
}

/** Lines that a headline may take before it counts as too wide: three over one or two columns, else two. */
function mostLines(columns: number): number {
  return columns <= 2 ? 3 : 2
}

function sizesDown(style: HouseStyle, size: number, steps: number): readonly number[] {
  const smaller = style.sizes.map((row) => row.size).filter((candidate) => candidate < size)
  return [size, ...smaller.toSorted((a, b) => b - a).slice(0, steps)]
}

function fitAtSize(composer: Composer, text: string, setting: TextSetting, fit: HeadlineFit, { columns, measure }: HeadlinePlace): FittedHeadline {
  const natural = composer.headline(text, setting, measure)
  const tight = composer.headline(text, setting, measure / (1 + fit.trackingEm))
  const tightLines = tight.lines.map((line) => tightenLine(line, setting.size, measure, fit.trackingEm))
  const tightFits = tightLines.every((line) => line.width <= measure)
  const composed = tightFits && tightLines.length < natural.lines.length ? { ...tight, lines: tightLines } : natural
  return {
    lines: composed.lines,
    size: setting.size,
    tooWide: composed.broken || composed.lines.length > mostLines(columns),
    fallbacks: composed.fallbacks,
  }
}

/** Takes from every gap alike what the line is wider than the measure, as far as the tracking goes. */
function tightenLine(line: SetLine, size: number, measure: number, trackingEm: number): SetLine {
  // Spaces that end a line stand at its right edge and take no room.
  const cells = line.runs.flatMap((run) => run.xs.filter((x, glyph) => startsCell(run, glyph) && x < line.width))
  const gaps = cells.length - 1
  if (line.width <= measure || gaps < 1) return line
  const tracking = Math.max(trackingEm * size, (measure - line.width) / gaps)
  let before = -1
  const runs = line.runs.map((run) => {
    const xs = run.xs.map((x, glyph) => {
      if (startsCell(run, glyph) && before < gaps) before += 1
      return roundLength(x + before * tracking)
    })
    return { ...run, xs }
  })
  return { runs, width: line.width + gaps * tracking }
}

function startsCell({ clusters }: SetRun, glyph: number): boolean {
  return glyph === 0 || clusters[glyph] !== clusters[glyph - 1]
}
