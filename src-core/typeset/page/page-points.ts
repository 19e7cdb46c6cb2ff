/** Columns and grid lines in points on the page: where type and pictures stand. */
import { columnX, typeArea, type Grid } from '../../document/grid.ts'

/** Baselines stand at 0.88 of the em box from its top, as in every Chinese face. */
export const ASCENT_EM = 0.88

/** Middle of an em box over its baseline. */
export const CENTRE_EM = ASCENT_EM - 0.5

export function columnLeft(grid: Grid, column: number): number {
  return typeArea(grid).x + columnX(grid, column)
}

export function lineTop(grid: Grid, line: number): number {
  return typeArea(grid).y + line * grid.linePitch
}

export function lineFoot(grid: Grid, line: number): number {
  return lineTop(grid, line) + grid.bodySize
}

/** Every body line of every leg stands on these (TYPESETTING §6). */
export function baseline(grid: Grid, line: number): number {
  return lineTop(grid, line) + ASCENT_EM * grid.bodySize
}
