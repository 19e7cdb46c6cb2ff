/**
 * Where a body may stand: a story's legs, divided anew if the story asks for it, with what is in the way cut out in
 * whole lines. A slot is one piece of a leg. Slots come in reading order: down one leg, then the next to its right.
 */
import { areaRect, divideMeasure, joinedChars, mostLegs, typeArea, type Area, type Grid, type Leg, type MeasureLeg, type Rect } from '../../document/grid.ts'
import type { StoryRecord } from '../../document/records.ts'
import { columnLeft } from './page-points.ts'

/** Grid lines, `to` exclusive. */
export interface LineRange {
  readonly from: number
  readonly to: number
}

export interface Slot extends LineRange {
  /** Points from the page's left edge. */
  readonly x: number
  /** Characters to a line. */
  readonly chars: number
  /** Basic columns that it lies in. */
  readonly column: number
  readonly columns: number
  /** Which of the body's legs this is a piece of, counted from 0. */
  readonly leg: number
}

/** What body text makes way for. */
export interface Obstacle extends Area {
  /** Lines left free over and under it; {@link CLEARANCE} when left out. A headline has white of its own. */
  readonly clearance?: number
}

/** Lines left free over and under a picture or an advert, so that type does not touch it. */
export const CLEARANCE = 1
const EPSILON = 1e-6

/** The lines of a range that no obstacle takes, from the top down. */
export function cutLines(range: LineRange, obstacles: readonly Obstacle[]): readonly LineRange[] {
  let pieces: LineRange[] = range.to > range.from ? [range] : []
  for (const obstacle of obstacles) {
    const clearance = obstacle.clearance ?? CLEARANCE
    const top = obstacle.line - clearance
    const foot = obstacle.line + obstacle.lines + clearance
    pieces = pieces.flatMap((piece) => [
      { from: piece.from, to: Math.min(piece.to, top) },
      { from: Math.max(piece.from, foot), to: piece.to },
    ]).filter(({ from, to }) => to > from)
  }
  return pieces.toSorted((a, b) => a.from - b.from)
}

/** The pieces of a basic column between two lines that obstacles leave. */
export function freePieces(leg: Leg, obstacles: readonly Obstacle[]): readonly LineRange[] {
  return cutLines(leg, obstacles.filter((obstacle) => coversColumn(obstacle, leg.column)))
}

export function coversColumn(area: Pick<Area, 'column' | 'columns'>, column: number): boolean {
  return column >= area.column && column < area.column + area.columns
}

/**
 * The body's slots. `legs` are the story's legs as they begin under the headline. For areas that are not rectangles each
 * leg of a divided measure begins at the lowest top and ends at the highest foot of the basic columns that it overlaps.
 * With an `inset`, text is so many characters narrower at either side, its legs equal.
 */
export function bodySlots(grid: Grid, legs: readonly Leg[], measure: StoryRecord['measure'], obstacles: readonly Obstacle[], inset = 0): readonly Slot[] {
  return (measure || inset > 0) && legs.length > 0 ? dividedSlots(grid, legs, divisionOf(grid, legs, measure, inset), obstacles) : basicSlots(grid, legs, obstacles)
}

function basicSlots(grid: Grid, legs: readonly Leg[], obstacles: readonly Obstacle[]): readonly Slot[] {
  return legs.flatMap((leg, index) =>
    freePieces(leg, obstacles).map((piece) => ({
      ...piece,
      x: columnLeft(grid, leg.column),
      chars: grid.charsPerColumn,
      column: leg.column,
      columns: 1,
      leg: index,
    })),
  )
}

/** The measures of a body's legs, and where they begin in characters from the first leg's column. */
export function divisionOf(grid: Grid, legs: readonly Leg[], measure: StoryRecord['measure'], inset = 0): readonly MeasureLeg[] {
  const { columns } = columnsOf(legs)
  const usual = inset > 0 ? 'absolute' : 'free'
  return divideMeasure(grid, columns, Math.min(measure?.legs ?? columns, measure || inset > 0 ? mostLegs(grid, columns, inset) : columns), measure?.remainder ?? usual, inset)
}

function columnsOf(legs: readonly Leg[]): { readonly first: number; readonly columns: number } {
  const first = Math.min(...legs.map((leg) => leg.column))
  return { first, columns: Math.max(...legs.map((leg) => leg.column)) - first + 1 }
}

function dividedSlots(grid: Grid, legs: readonly Leg[], division: readonly MeasureLeg[], obstacles: readonly Obstacle[]): readonly Slot[] {
  const { first, columns } = columnsOf(legs)
  const origin = columnChars(grid, first)
  const left = typeArea(grid).x
  return division.flatMap(({ start, chars }, index) => {
    const from = origin + start
    const to = from + chars
    const overlapped = columnsFrom(first, columns).filter((column) => overlaps(from, to, columnChars(grid, column), columnChars(grid, column) + grid.charsPerColumn))
    const over = overlapped.map((column) => legs.find((leg) => leg.column === column))
    // A basic column between the legs that the story does not have: no room there.
    if (!over.every((leg) => leg !== undefined)) return []
    const lines = { from: Math.max(...over.map((leg) => leg.from)), to: Math.min(...over.map((leg) => leg.to)) }
    const inTheWay = obstacles.filter((obstacle) => {
      // Kept a gutter away, as a basic column is by its place.
      const edge = columnChars(grid, obstacle.column)
      return overlaps(from, to, edge - grid.gutterChars, edge + joinedChars(grid, obstacle.columns) + grid.gutterChars)
    })
    return cutLines(lines, inTheWay).map((piece) => ({
      ...piece,
      x: left + from * grid.bodySize,
      chars,
      column: overlapped[0]!,
      columns: overlapped.length,
      leg: index,
    }))
  })
}

/** A slot's rectangle on the page, down to its last line's foot. */
export function slotRect(grid: Grid, slot: Slot): Rect {
  const { y, height } = areaRect(grid, { column: slot.column, line: slot.from, columns: slot.columns, lines: slot.to - slot.from })
  return { x: slot.x, y, width: slot.chars * grid.bodySize, height }
}

/** Left edge of a basic column in characters from the type area's left edge. */
function columnChars(grid: Grid, column: number): number {
  return column * (grid.charsPerColumn + grid.gutterChars)
}

function overlaps(from: number, to: number, otherFrom: number, otherTo: number): boolean {
  return from < otherTo - EPSILON && otherFrom < to - EPSILON
}

function columnsFrom(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index)
}
