/** Straight strokes on a page's grid, in K. */
import type { Grid } from '../../document/grid.ts'
import { BLACK, roundLength, type RuleItem } from '../frame.ts'

export interface Pen {
  readonly grid: Grid
  /** Points. */
  readonly width: number
}

export function stroke(pen: Pen, x1: number, y1: number, x2: number, y2: number): RuleItem {
  return { kind: 'rule', x1: roundLength(x1), y1: roundLength(y1), x2: roundLength(x2), y2: roundLength(y2), width: pen.width, color: BLACK }
}
