/** Where items leave ink, in points: what dirty repainting and bitmaps of groups go by. */
import type { Rect } from '../../document/grid.ts'
import type { FrameItem, GlyphRun, PathItem } from '../../typeset/frame.ts'
import { traceOutline, type OutlineSink } from './glyph-shapes.ts'

/**
 * How far ink may reach from a glyph's origin, in em of the run. Generous, since a face's own boxes are not asked:
 * ⸺ is 2 em wide, and swashes leave their cells.
 */
const REACH = { left: 0.5, right: 2.5, up: 1.5, down: 0.75 }

/** A rectangle that holds all ink of the item; null for an empty group. */
export function inkBounds(item: FrameItem): Rect | null {
  switch (item.kind) {
    case 'glyphs':
      return runBounds(item)
    case 'rule': {
      const { x1, y1, x2, y2, width } = item
      return between(Math.min(x1, x2) - width, Math.min(y1, y2) - width, Math.max(x1, x2) + width, Math.max(y1, y2) + width)
    }
    case 'path':
      return pathBounds(item)
    case 'group':
      return boundsOf(item.items)
    case 'fill':
    case 'picture':
      return { x: item.x, y: item.y, width: item.width, height: item.height }
  }
}

export function boundsOf(items: readonly FrameItem[]): Rect | null {
  return items.map(inkBounds).reduce((all, one) => (all && one ? union(all, one) : (all ?? one)), null)
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** Of the curves' control points too: no curve leaves their hull. */
function pathBounds({ x, y, path }: PathItem): Rect | null {
  const points = new PointCollector()
  traceOutline(path, points)
  if (points.xs.length === 0) return null
  return between(x + Math.min(...points.xs), y + Math.min(...points.ys), x + Math.max(...points.xs), y + Math.max(...points.ys))
}

class PointCollector implements OutlineSink {
  readonly xs: number[] = []
  readonly ys: number[] = []

  moveTo(...points: readonly number[]): void {
    points.forEach((value, index) => (index % 2 === 0 ? this.xs : this.ys).push(value))
  }
  lineTo = this.moveTo
  quadraticCurveTo = this.moveTo
  bezierCurveTo = this.moveTo
  closePath(): void {}
}

function runBounds({ x, y, xs, ys, size, scaleX = 1, rotate }: GlyphRun): Rect | null {
  if (xs.length === 0) return null
  const tops = ys ?? [0]
  const along = size * Math.max(1, scaleX)
  // Turned by a quarter, what is up points to the right, and what is to the left up.
  const reach = rotate
    ? { left: REACH.down * size, up: REACH.left * along, right: REACH.up * size, down: REACH.right * along }
    : { left: REACH.left * along, up: REACH.up * size, right: REACH.right * along, down: REACH.down * size }
  return between(
    x + Math.min(...xs) - reach.left,
    y + Math.min(...tops) - reach.up,
    x + Math.max(...xs) + reach.right,
    y + Math.max(...tops) + reach.down,
  )
}

function union(a: Rect, b: Rect): Rect {
  return between(
    Math.min(a.x, b.x),
    Math.min(a.y, b.y),
    Math.max(a.x + a.width, b.x + b.width),
    Math.max(a.y + a.height, b.y + b.height),
  )
}

function between(left: number, top: number, right: number, bottom: number): Rect {
  return { x: left, y: top, width: right - left, height: bottom - top }
}
