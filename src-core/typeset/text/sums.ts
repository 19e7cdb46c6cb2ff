/** Running sums over a shaped paragraph: they make choosing a line's end a matter of a few subtractions. */
import { KIND } from './classes.ts'
import { blankStretch, cellShrink, cellStretch, gapShrink, gapStretch, isStretchedFirst, shrinkStep, STOP_STEP } from './ladders.ts'
import { GAP, type LineSums, type ShapedParagraph } from './shaped.ts'
import { BREAK, isBreak } from './unicode/line-breaking.ts'

export function lineSums(shaped: Omit<ShapedParagraph, 'sums' | 'marks'>): LineSums {
  const { count, kind, advance, gap, stretch, breaks } = shaped
  const isLevel = shaped.vertical === null
  // One piece of memory for all: making and collecting many small ones costs more than filling them.
  const entries = count + 1
  const memory = new ArrayBuffer((4 * 8 + 6 * 4) * entries)
  const floats = (index: number) => new Float64Array(memory, index * 8 * entries, entries)
  const counts = (index: number) => new Uint32Array(memory, (4 * 8 + 4 * index) * entries, entries)
  const [width, shrink, stops, give] = [floats(0), floats(1), floats(2), floats(3)]
  const [gaps, spaces, contentEnd, breakBefore, breakAfter, forcedAfter] = [counts(0), counts(1), counts(2), counts(3), counts(4), counts(5)]
  for (let cluster = 0; cluster < count; cluster++) {
    if (isLevel && kind[cluster] === KIND.Han && stretch[cluster] !== GAP.Autospace) {
      // Most of a page: Han gives and takes nothing itself.
      width[cluster + 1] = width[cluster]! + advance[cluster]! + gap[cluster]!
      shrink[cluster + 1] = shrink[cluster]!
      stops[cluster + 1] = stops[cluster]!
      give[cluster + 1] = give[cluster]!
      gaps[cluster + 1] = gaps[cluster]! + (stretch[cluster] === GAP.Plain ? 1 : 0)
      spaces[cluster + 1] = spaces[cluster]!
      contentEnd[cluster + 1] = cluster + 1
      continue
    }
    const cell = cellShrink(shaped, cluster)
    const last = cell > 0 && shrinkStep(shaped, cluster) === STOP_STEP
    width[cluster + 1] = width[cluster]! + advance[cluster]! + gap[cluster]!
    shrink[cluster + 1] = shrink[cluster]! + gapShrink(shaped, cluster) + (last ? 0 : cell)
    stops[cluster + 1] = stops[cluster]! + (last ? cell : 0)
    give[cluster + 1] = give[cluster]! + cellStretch(shaped, cluster) + gapStretch(shaped, cluster) + blankStretch(shaped, cluster)
    gaps[cluster + 1] = gaps[cluster]! + (stretch[cluster] === GAP.Plain ? 1 : 0)
    spaces[cluster + 1] = spaces[cluster]! + (isStretchedFirst(shaped, cluster) ? 1 : 0)
    contentEnd[cluster + 1] = dropsAtLineEnd(kind[cluster]!) ? contentEnd[cluster]! : cluster + 1
  }
  for (let cluster = 1; cluster <= count; cluster++) breakBefore[cluster] = isBreak(breaks[cluster]!) ? cluster : breakBefore[cluster - 1]!
  let next = count
  let forced = count
  for (let cluster = count; cluster >= 0; cluster--) {
    forcedAfter[cluster] = forced
    if (cluster > 0 && isBreak(breaks[cluster]!)) next = cluster
    if (breaks[cluster] === BREAK.Mandatory) forced = cluster
    breakAfter[cluster] = next
  }
  return { width, shrink, stops, give, gaps, spaces, breakBefore, breakAfter, forcedAfter, contentEnd }
}

/** Spaces that end a line take no room in it. */
function dropsAtLineEnd(kind: number): boolean {
  return kind === KIND.Space || kind === KIND.IdeographicSpace || kind === KIND.Invisible
}
