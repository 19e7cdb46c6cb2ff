/** Set lines at their places on the page: the one step from the text engine's runs and marks to a frame's items. */
import type { FrameItem, Source } from '../frame.ts'
import type { SetLine } from '../text/paragraph.ts'
import { placeRun } from './glyph-run.ts'
import { placeMarks } from './mark-items.ts'

/** What a line's characters are, but for the range, which each run knows. `from` is where the shaped text began in it. */
export type LineSource = Omit<Source, 'from' | 'to'> & { readonly from?: number }

/**
 * `x` is the measure's left edge, `y` the baseline; of a vertical line, its axis and the measure's top. Marks follow the
 * line's characters, so that the text of a page reads on undisturbed.
 */
export function placeLine(line: SetLine, x: number, y: number, source: LineSource): readonly FrameItem[] {
  const { from = 0, ...rest } = source
  const runs = line.runs.map((run) => placeRun(run, x, y, { ...rest, from: from + run.from, to: from + run.to }))
  return line.marks && line.marks.length > 0 ? [...runs, ...placeMarks(line, line.marks, x, y)] : runs
}
