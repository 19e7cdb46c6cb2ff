/** Columns and grid lines in points on the page: where type and pictures stand. */
import { columnX, typeArea, type Grid } from '../../document/grid.ts'
import { ASCENT_EM } from '../em-box.ts'

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
