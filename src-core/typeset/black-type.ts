/**
 * Large black type partly over other inks. Black overprints, and is darker where another ink lies under it: in large
 * letters the edge shows. Such type knocks out (TYPESETTING §10.4 asks for overprint of small type).
 */
import type { Rect } from '../document/grid.ts'
import { isBlackAlone } from '../document/swatches.ts'
import { ASCENT_EM, DESCENT_EM } from './em-box.ts'
import { leaves, type FillItem, type FrameItem, type GlyphRun } from './frame.ts'

/** Points: 小初 and more. */
const LARGE = 36

/** Runs that stand partly over what other plates print, and partly not. */
export function splitBlackType(items: readonly FrameItem[]): ReadonlySet<GlyphRun> {
  const split = new Set<GlyphRun>()
  const printed: Rect[] = []
  for (const item of leaves(items)) {
    if (item.kind === 'picture' && item.inks === 'cmyk') printed.push(item)
    else if (item.kind === 'fill' && !isGrey(item)) printed.push(item)
    else if (item.kind === 'glyphs' && printed.length > 0 && item.size >= LARGE && isBlackAlone(item)) {
      const box = runBox(item)
      if (printed.some((rect) => meets(rect, box)) && !printed.some((rect) => holds(rect, box))) split.add(item)
    }
  }
  return split
}

/** Black adds nothing to black that lies under it. */
function isGrey({ color, spot, gradient }: FillItem): boolean {
  const colors = gradient ? [color, gradient.to] : [color]
  return !spot && !gradient?.toSpot && colors.every(([cyan, magenta, yellow]) => cyan === 0 && magenta === 0 && yellow === 0)
}

/** Round the boxes of the run's characters. */
export function runBox({ x, y, xs, ys = [0], size, scaleX = 1, rotate }: GlyphRun): Rect {
  const [left, top] = [x + Math.min(...xs), y + Math.min(...ys)]
  const [across, down] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)]
  // A character that is turned stands to the right of its baseline, and runs downwards.
  return rotate
    ? { x: left - DESCENT_EM * size, y: top, width: across + size, height: down + size * scaleX }
    : { x: left, y: top - ASCENT_EM * size, width: across + size * scaleX, height: down + size }
}

export function meets(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function holds(outer: Rect, inner: Rect): boolean {
  return outer.x <= inner.x && outer.y <= inner.y && outer.x + outer.width >= inner.x + inner.width && outer.y + outer.height >= inner.y + inner.height
}
