/**
 * The page grid (版面网格): a newspaper page counted in body characters and lines.
 *
 * Everything is derived from a handful of numbers; nothing here knows about stories. Lengths are points unless the
 * name says millimetres; columns and lines count from 0; a `to` is exclusive. DESIGN §3 carries the numbers that the
 * tests hold us to.
 */
export const POINTS_PER_MILLIMETRE = 72 / 25.4

export interface Grid {
  /** Finished page size in millimetres. */
  readonly trim: { readonly width: number; readonly height: number }
  /** Body size (正文字号) in points: one character of a measure. */
  readonly bodySize: number
  /** Distance from baseline to baseline (行距) in points. */
  readonly linePitch: number
  readonly columns: number
  readonly charsPerColumn: number
  /** Gutter (栏间) in body characters; may be a fraction. */
  readonly gutterChars: number
  readonly lines: number
  /** Millimetres from the trim edge to the type area. Left and right are what the type area leaves, halved. */
  readonly margins: { readonly top: number; readonly bottom: number }
}

/** Whole cells of a page; a headline is part of its story's area. */
export interface Area {
  readonly column: number
  readonly line: number
  readonly columns: number
  readonly lines: number
}

/** The part of a body in one basic column (栏段): lines from `from` up to, not including, `to`. */
export interface Leg {
  readonly column: number
  readonly from: number
  readonly to: number
}

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What to do with the characters left over when a join is divided anew (DESIGN §3). */
export type Remainder = 'absolute' | 'relative' | 'free'

/** A leg's place across the page, in characters from the left edge of the join. */
export interface MeasureLeg {
  readonly start: number
  readonly chars: number
}

const BROADSHEET = {
  trim: { width: 390, height: 545 },
  bodySize: 8.94,
  linePitch: 11.25,
  lines: 121,
  margins: { top: 36, bottom: 29.6 },
} as const

const TABLOID = {
  trim: { width: 273, height: 390 },
  bodySize: 9.4,
  linePitch: 11.75,
  lines: 82,
  margins: { top: 28, bottom: 22.93 },
} as const

/** Every preset of DESIGN §3 by name; 对开 variants share one type area of 111 characters, 四开 of 71. */
export const GRID_PRESETS: Readonly<Record<string, Grid>> = {
  broadsheet: { ...BROADSHEET, columns: 8, charsPerColumn: 13, gutterChars: 1 },
  'broadsheet-7': { ...BROADSHEET, columns: 7, charsPerColumn: 15, gutterChars: 1 },
  'broadsheet-6': { ...BROADSHEET, columns: 6, charsPerColumn: 17, gutterChars: 1.8 },
  'broadsheet-5': { ...BROADSHEET, columns: 5, charsPerColumn: 21, gutterChars: 1.5 },
  tabloid: { ...TABLOID, columns: 6, charsPerColumn: 11, gutterChars: 1 },
  'tabloid-5': { ...TABLOID, columns: 5, charsPerColumn: 13, gutterChars: 1.5 },
}

/** Characters across `columns` joined basic columns with their gutters: n·b + (n − 1)·g. */
export function joinedChars(grid: Grid, columns: number): number {
  return columns * grid.charsPerColumn + (columns - 1) * grid.gutterChars
}

/** The type area (版心) on the page, in points from the trim's top left. */
export function typeArea(grid: Grid): Rect {
  const width = joinedChars(grid, grid.columns) * grid.bodySize
  return {
    x: (grid.trim.width * POINTS_PER_MILLIMETRE - width) / 2,
    y: grid.margins.top * POINTS_PER_MILLIMETRE,
    width,
    height: (grid.lines - 1) * grid.linePitch + grid.bodySize,
  }
}

/** Left edge of a basic column, in points from the type area's left edge. */
export function columnX(grid: Grid, column: number): number {
  return column * (grid.charsPerColumn + grid.gutterChars) * grid.bodySize
}

/** Cells to points on the page. The last line has no gap under it, as in the type area. */
export function areaRect(grid: Grid, area: Area): Rect {
  const origin = typeArea(grid)
  return {
    x: origin.x + columnX(grid, area.column),
    y: origin.y + area.line * grid.linePitch,
    width: joinedChars(grid, area.columns) * grid.bodySize,
    height: (area.lines - 1) * grid.linePitch + grid.bodySize,
  }
}

/** Legs narrower than this cannot hold an indent and two characters. */
const LEAST_CHARS = 4

/** Into how many legs a join of `columns` basic columns can be divided at most; a story that asks for more has these. */
export function mostLegs(grid: Grid, columns: number, inset = 0): number {
  return Math.max(1, Math.floor((joinedChars(grid, columns) - 2 * inset + grid.gutterChars) / (LEAST_CHARS + grid.gutterChars) + 1e-9))
}

/**
 * Divides a join of `columns` basic columns into `legs` (变栏). Returns each leg's start and width in characters.
 * `absolute` keeps whole, equal legs and widens the gutters; `relative` keeps the gutters and gives the left-over
 * characters to the last legs, one each (a fraction of one, where the gutters are fractions, to the very last);
 * `free` keeps the gutters and lets legs be fractions. All three end where the join ends, or `inset` characters before it,
 * and start as many after its start.
 */
export function divideMeasure(grid: Grid, columns: number, legs: number, remainder: Remainder, inset = 0): readonly MeasureLeg[] {
  if (inset > 0) return dividedInto(grid, joinedChars(grid, columns) - 2 * inset, legs, remainder).map(({ start, chars }) => ({ start: start + inset, chars }))
  return dividedInto(grid, joinedChars(grid, columns), legs, remainder)
}

function dividedInto(grid: Grid, joined: number, legs: number, remainder: Remainder): readonly MeasureLeg[] {
  const each = (joined - (legs - 1) * grid.gutterChars) / legs
  const whole = Math.floor(each + 1e-9)
  if (legs === 1) return [{ start: 0, chars: joined }]
  if (remainder === 'free') return evenly(legs, each, grid.gutterChars)
  if (remainder === 'absolute') return evenly(legs, whole, (joined - legs * whole) / (legs - 1))
  const left = joined - (legs - 1) * grid.gutterChars - legs * whole
  const extra = Math.floor(left + 1e-9)
  const result: MeasureLeg[] = []
  let start = 0
  for (let leg = 0; leg < legs; leg++) {
    const chars = leg === legs - 1 ? joined - start : whole + (leg >= legs - extra ? 1 : 0)
    result.push({ start, chars })
    start += chars + grid.gutterChars
  }
  return result
}

function evenly(legs: number, chars: number, gutter: number): readonly MeasureLeg[] {
  return Array.from({ length: legs }, (_, leg) => ({ start: leg * (chars + gutter), chars }))
}
