/**
 * What may be done to a set line of a headline to make it fit (TYPESETTING §9): tracking between its characters, and
 * their horizontal scale (长扁). Words of another script keep their letters together.
 */
import { roundLength } from '../frame.ts'
import { scaleMarks } from '../text/line-marks.ts'
import type { SetLine, SetMark, SetRun } from '../text/paragraph.ts'

/** What marks on a title's words may take beside its lines, in em: the smallest ruby and the white about it. */
export const MARK_ROOM = 0.4

/** Points that a line's marks take beyond its em box: over and under it, of a vertical line to the right and to the left. */
export function markSpace({ line: { marks = [], runs }, size }: { readonly line: SetLine; readonly size: number }): { readonly over: number; readonly under: number } {
  const isVertical = runs.some((run) => run.vertical)
  const isOver = ({ kind }: SetMark) => kind === 'ruby' || (kind === 'dots' && isVertical)
  const room = (isThere: boolean) => (isThere ? MARK_ROOM * size : 0)
  return { over: room(marks.some(isOver)), under: room(marks.some((mark) => !isOver(mark) && mark.kind !== 'frame')) }
}

const WESTERN = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}.,:%’'-]$/u

/** Positions are rounded, widths are not: points. */
const NEARLY = 0.01

/** Gaps of a line that tracking may change. */
export function gapCount(line: SetLine): number {
  return gapsBefore(line).at(-1)?.at(-1) ?? 0
}

/** Adds so many points after every character but the last. */
export function trackLine(line: SetLine, tracking: number): SetLine {
  if (tracking === 0) return line
  const before = gapsBefore(line)
  const runs = line.runs.map((run, index) => {
    const move = (place: number, glyph: number): number => roundLength(place + before[index]![glyph]! * tracking)
    return run.vertical ? { ...run, ys: run.ys!.map(move) } : { ...run, xs: run.xs.map(move) }
  })
  return { ...line, runs, width: line.width + gapCount(line) * tracking }
}

/** Makes every character so much as wide. A vertical line stays as it is: its height would not change. */
export function scaleLine(line: SetLine, scale: number): SetLine {
  if (scale === 1 || line.runs.some((run) => run.vertical)) return line
  const runs = line.runs.map((run) => ({ ...run, xs: run.xs.map((x) => roundLength(x * scale)), scaleX: (run.scaleX ?? 1) * scale }))
  return { ...line, runs, width: line.width * scale, ...(line.marks ? { marks: scaleMarks(line.marks, scale) } : {}) }
}

/** How many gaps lie before each glyph, run by run. Spaces that end a line stand at its edge and have none. */
function gapsBefore(line: SetLine): readonly (readonly number[])[] {
  let gaps = -1
  let before = ''
  return line.runs.map((run) => {
    const characters = Array.from(run.text)
    const places = run.vertical ? run.ys! : run.xs
    return places.map((place, glyph) => {
      const character = characters[run.clusters[glyph]!] ?? ''
      const joined = WESTERN.test(before) && WESTERN.test(character)
      if (gaps < 0 || (startsCell(run, glyph) && place < line.width - NEARLY && !joined)) gaps += 1
      before = character
      return gaps
    })
  })
}

function startsCell(run: SetRun, glyph: number): boolean {
  if (glyph === 0) return true
  return run.vertical ? run.ys![glyph] !== run.ys![glyph - 1] : run.clusters[glyph] !== run.clusters[glyph - 1]
}
