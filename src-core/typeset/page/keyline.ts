/** Thin frames in K round adverts and places kept for pictures. */
import type { Rect } from '../../document/grid.ts'
import { BLACK, roundLength, type RuleItem } from '../frame.ts'

/** A frame inside the rectangle's edges. */
export function keyline(rect: Rect, width: number): readonly RuleItem[] {
  const [left, right] = [roundLength(rect.x + width / 2), roundLength(rect.x + rect.width - width / 2)]
  const [top, foot] = [roundLength(rect.y + width / 2), roundLength(rect.y + rect.height - width / 2)]
  const rule = (x1: number, y1: number, x2: number, y2: number): RuleItem => ({ kind: 'rule', x1, y1, x2, y2, width, color: BLACK })
  return [
    rule(rect.x, top, roundLength(rect.x + rect.width), top),
    rule(rect.x, foot, roundLength(rect.x + rect.width), foot),
    rule(left, rect.y, left, roundLength(rect.y + rect.height)),
    rule(right, rect.y, right, roundLength(rect.y + rect.height)),
  ]
}

export function roundRect(rect: Rect): Rect {
  return { x: roundLength(rect.x), y: roundLength(rect.y), width: roundLength(rect.width), height: roundLength(rect.height) }
}
