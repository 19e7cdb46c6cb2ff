/**
 * Outlines with right angles: what frames run along. Corners clockwise as one sees them, so that the inside lies at the right
 * hand of every edge.
 */
import type { Side } from '../../../document/decoration.ts'
import type { Grid, Leg, Rect } from '../../../document/grid.ts'
import { columnLeft, lineFoot, lineTop } from '../page-points.ts'
import type { Point } from './shape.ts'

export type Outline = readonly Point[]

export interface Edge {
  readonly from: Point
  readonly to: Point
  readonly side: Side
  /** Whether the outline turns inwards at the edge's ends, as a rectangle does everywhere. */
  readonly convex: { readonly from: boolean; readonly to: boolean }
}

const NEARLY = 1e-6

export function rectOutline({ x, y, width, height }: Rect): Outline {
  return [[x, y], [x + width, y], [x + width, y + height], [x, y + height]]
}

/** Half a gutter beside the area, half the white between lines over and under it. */
export function aroundArea(grid: Grid, { x, y, width, height }: Rect): Rect {
  const [gutter, leading] = [(grid.gutterChars * grid.bodySize) / 2, (grid.linePitch - grid.bodySize) / 2]
  return { x: x - gutter, y: y - leading, width: width + 2 * gutter, height: height + 2 * leading }
}

/**
 * Round a story's legs: half a gutter beside them, over them between the lines, in the middle of their foot line. Legs that
 * do not meet have outlines of their own.
 */
export function legOutlines(grid: Grid, legs: readonly Leg[]): readonly Outline[] {
  const groups: (readonly Leg[])[] = []
  for (const leg of legs) {
    const group = groups.at(-1)
    if (group && meet(group.at(-1)!, leg)) groups[groups.length - 1] = [...group, leg]
    else groups.push([leg])
  }
  return groups.map((group) => {
    const rects = group.map((leg) => legRect(grid, leg))
    const over = rects.flatMap(({ x, y, width }): readonly Point[] => [[x, y], [x + width, y]])
    const under = rects.toReversed().flatMap(({ x, y, width, height }): readonly Point[] => [[x + width, y + height], [x, y + height]])
    return withoutStraight([...over, ...under])
  })
}

/** What the outlines hold. Legs of one height make one rectangle; others lie over one another a little, so that no seam shows. */
export function legRects(grid: Grid, legs: readonly Leg[]): readonly Rect[] {
  const rects: Rect[] = []
  for (const [index, leg] of legs.entries()) {
    const before = legs[index - 1]
    const rect = legRect(grid, leg)
    if (before && before.column + 1 === leg.column && before.from === leg.from && before.to === leg.to) {
      const joined = rects.pop()!
      rects.push({ ...joined, width: rect.x + rect.width - joined.x })
      continue
    }
    if (before && meet(before, leg)) rects.push(seam(legRect(grid, before), rect))
    rects.push(rect)
  }
  return rects
}

function meet(left: Leg, right: Leg): boolean {
  return left.column + 1 === right.column && left.from < right.to && right.from < left.to
}

function legRect(grid: Grid, leg: Leg): Rect {
  const half = (grid.gutterChars * grid.bodySize) / 2
  const [x, y] = [columnLeft(grid, leg.column) - half, lineTop(grid, leg.from) - (grid.linePitch - grid.bodySize) / 2]
  return { x, y, width: columnLeft(grid, leg.column + 1) - half - x, height: lineFoot(grid, leg.to - 1) - grid.bodySize / 2 - y }
}

/** Points. */
const SEAM = 1

/** Over the edge that two rectangles share. */
function seam(left: Rect, right: Rect): Rect {
  const y = Math.max(left.y, right.y)
  return { x: right.x - SEAM, y, width: 2 * SEAM, height: Math.min(left.y + left.height, right.y + right.height) - y }
}

/** Without corners that are none. */
function withoutStraight(outline: Outline): Outline {
  return outline.filter((corner, index) => {
    const before = outline.at(index - 1)!
    const after = outline[(index + 1) % outline.length]!
    return !(same(before, corner) || isStraight(before, corner, after))
  })
}

function same([x, y]: Point, [otherX, otherY]: Point): boolean {
  return Math.abs(x - otherX) < NEARLY && Math.abs(y - otherY) < NEARLY
}

function isStraight(a: Point, b: Point, c: Point): boolean {
  return Math.abs((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])) < NEARLY
}

export function edgesOf(outline: Outline): readonly Edge[] {
  const isConvex = (index: number): boolean => {
    const [a, b, c] = [outline.at(index - 1)!, outline[index]!, outline[(index + 1) % outline.length]!]
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]) > 0
  }
  return outline.map((from, index) => {
    const next = (index + 1) % outline.length
    const to = outline[next]!
    return { from, to, side: sideOf(from, to), convex: { from: isConvex(index), to: isConvex(next) } }
  })
}

function sideOf(from: Point, to: Point): Side {
  const [x, y] = direction(from, to)
  if (y === 0) return x > 0 ? 'top' : 'foot'
  return y > 0 ? 'right' : 'left'
}

export function lengthOf({ from, to }: Pick<Edge, 'from' | 'to'>): number {
  return Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1])
}

/** A step of one point along the edge. */
export function direction(from: Point, to: Point): Point {
  const [x, y] = [to[0] - from[0], to[1] - from[1]]
  return Math.abs(x) > Math.abs(y) ? [Math.sign(x), 0] : [0, Math.sign(y)]
}

/** A step of one point to the inside. */
export function inward([x, y]: Point): Point {
  return [y === 0 ? 0 : -y, x]
}

/** So many points from a place in a direction. */
export function along([x, y]: Point, [stepX, stepY]: Point, points: number): Point {
  return [x + stepX * points, y + stepY * points]
}
