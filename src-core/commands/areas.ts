/**
 * Whole cells on a page: keeping areas and legs on the grid while they are moved and resized. Nothing here refuses: what
 * would leave the grid goes as far as it can, so that a gesture follows the hand to the edge and stays there.
 */
import type { Area, Grid, Leg } from '../document/grid.ts'

/** Edges of an area, as a gesture moves them: columns and lines, right and bottom exclusive. */
export interface Edges {
  readonly left?: number
  readonly right?: number
  readonly top?: number
  readonly bottom?: number
}

export interface Cell {
  readonly column: number
  readonly line: number
}

/** The area in whole cells, no larger than the page and moved on to it. */
export function clampArea(grid: Grid, area: Area): Area {
  const columns = within(area.columns, 1, grid.columns)
  const lines = within(area.lines, 1, grid.lines)
  return { column: within(area.column, 0, grid.columns - columns), line: within(area.line, 0, grid.lines - lines), columns, lines }
}

/** Edges that cross the opposite one stop a cell before it. */
export function resizeArea(grid: Grid, area: Area, edges: Edges): Area {
  const from = { left: area.column, right: area.column + area.columns, top: area.line, bottom: area.line + area.lines }
  const left = edges.left === undefined ? from.left : within(edges.left, 0, from.right - 1)
  const top = edges.top === undefined ? from.top : within(edges.top, 0, from.bottom - 1)
  const right = edges.right === undefined ? from.right : within(edges.right, left + 1, grid.columns)
  const bottom = edges.bottom === undefined ? from.bottom : within(edges.bottom, top + 1, grid.lines)
  return { column: left, line: top, columns: right - left, lines: bottom - top }
}

export function legsOfArea(area: Area): readonly Leg[] {
  return Array.from({ length: area.columns }, (_, index) => ({ column: area.column + index, from: area.line, to: area.line + area.lines }))
}

/** The rectangle round all legs. */
export function areaOfLegs(legs: readonly Leg[]): Area {
  const line = Math.min(...legs.map((leg) => leg.from))
  return { column: legs[0]?.column ?? 0, line, columns: legs.length, lines: Math.max(...legs.map((leg) => leg.to)) - line }
}

export function isRectangle(legs: readonly Leg[]): boolean {
  return legs.every((leg) => leg.from === legs[0]?.from && leg.to === legs[0]?.to)
}

/** The legs with the same shape at another place. */
export function moveLegs(grid: Grid, legs: readonly Leg[], to: Cell): readonly Leg[] {
  const area = areaOfLegs(legs)
  const moved = clampArea(grid, { ...area, ...to })
  const columns = moved.column - area.column
  const lines = moved.line - area.line
  return cutLegs(grid, legs.map((leg) => ({ column: leg.column + columns, from: leg.from + lines, to: leg.to + lines })))
}

/**
 * Moves edges of a story's area. Left and right add legs like their neighbours, or take legs away. Top and bottom move
 * the legs that make that edge; a leg that begins lower, or ends higher, is only pushed.
 */
export function resizeLegs(grid: Grid, legs: readonly Leg[], edges: Edges): readonly Leg[] {
  const area = areaOfLegs(legs)
  const target = resizeArea(grid, area, edges)
  const bottom = area.line + area.lines
  const shaped = legs.map((leg) => {
    const from = edges.top === undefined ? leg.from : leg.from === area.line ? target.line : Math.max(leg.from, target.line)
    const to = edges.bottom === undefined ? leg.to : leg.to === bottom ? target.line + target.lines : Math.min(leg.to, target.line + target.lines)
    return keepLine(leg, { ...leg, from, to })
  })
  return Array.from({ length: target.columns }, (_, index) => {
    const column = target.column + index
    const like = shaped[within(column - area.column, 0, shaped.length - 1)]!
    return { ...like, column }
  })
}

/** Moves the top or the foot of one leg (咬合), which makes an area of six or more sides. */
export function resizeLeg(grid: Grid, legs: readonly Leg[], column: number, ends: { readonly from?: number; readonly to?: number }): readonly Leg[] {
  return legs.map((leg) => {
    if (leg.column !== column) return leg
    const from = ends.from === undefined ? leg.from : within(ends.from, 0, leg.to - 1)
    const to = ends.to === undefined ? leg.to : within(ends.to, from + 1, grid.lines)
    return { column, from, to }
  })
}

/** A leg that an edge has pushed shut keeps a line, on the side away from that edge. */
function keepLine(before: Leg, after: Leg): Leg {
  if (after.to > after.from) return after
  return after.from > before.from ? { ...after, from: after.to - 1 } : { ...after, to: after.from + 1 }
}

function cutLegs(grid: Grid, legs: readonly Leg[]): readonly Leg[] {
  return legs
    .filter((leg) => leg.column >= 0 && leg.column < grid.columns)
    .map((leg) => {
      const from = within(leg.from, 0, grid.lines - 1)
      return { column: leg.column, from, to: within(leg.to, from + 1, grid.lines) }
    })
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, Math.round(value)))
}
