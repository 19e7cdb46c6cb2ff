/** The em box of a character that stands in a run, round its baseline or on its line's axis. */
import type { GlyphRun } from './frame.ts'

/** Baselines stand at 0.88 of the em box from its top, as in every Chinese face. */
export const ASCENT_EM = 0.88
export const DESCENT_EM = 1 - ASCENT_EM

/** Middle of an em box over its baseline. */
export const CENTRE_EM = ASCENT_EM - 0.5

/** Where each glyph's cell begins along its line, in points on the page. */
export function cellStarts({ x, y, xs, ys = [], size, vertical, rotate }: GlyphRun): readonly number[] {
  return vertical ? ys.map((down) => y + down - (rotate ? 0 : ASCENT_EM * size)) : xs.map((across) => x + across)
}

/** The sides of its line, in points on the page: top and foot of a horizontal one, left and right of a vertical one. */
export function lineSides({ x, y, size, vertical }: GlyphRun): readonly [number, number] {
  return vertical ? [x - size / 2, x + size / 2] : [y - ASCENT_EM * size, y + DESCENT_EM * size]
}
