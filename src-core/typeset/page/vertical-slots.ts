/**
 * Where a vertical body may stand (TYPESETTING §7): the story's area in rows (栏) from the top down, each of the same
 * number of characters; in a row, columns of text at the line pitch from right to left, with what is in the way cut out in
 * whole characters. A slot is a run of neighbouring columns of one height; slots come in reading order.
 */
import { areaRect, type Grid, type Leg, type Rect } from '../../document/grid.ts'
import type { StoryRecord } from '../../document/records.ts'
import type { LinePlace } from './body-block.ts'
import { isEnclosed } from './decoration/story-frame.ts'
import { columnLeft, lineFoot, lineTop } from './page-points.ts'
import { CLEARANCE, type LineRange, type Obstacle, type Slot } from './slots.ts'

/** `from` and `to` count columns of text. `x` is the first one's axis. */
export interface VerticalSlot extends Slot {
  /** Top of its columns, in points from the page's top. */
  readonly y: number
  /** Grid lines that it lies in, `to` exclusive. */
  readonly lines: LineRange
}

/** Rows that are lower than this cannot hold an indent and two characters. */
const LEAST_CHARS = 4
const EPSILON = 1e-6

/**
 * @param right where the body ends on the right, in points: its last leg's right edge, or left of the headline.
 */
export function verticalSlots(grid: Grid, legs: readonly Leg[], measure: StoryRecord['measure'], obstacles: readonly Obstacle[], right: number): readonly VerticalSlot[] {
  if (legs.length === 0) return []
  const { bodySize, linePitch } = grid
  const top = Math.min(...legs.map((leg) => lineTop(grid, leg.from)))
  const foot = Math.max(...legs.map((leg) => lineFoot(grid, leg.to - 1)))
  const rows = divideRows(grid, (foot - top) / bodySize, measure?.legs ?? null)
  const columns = Math.floor((right - columnLeft(grid, legs[0]!.column) - bodySize) / linePitch + EPSILON) + 1
  const axis = (column: number): number => right - bodySize / 2 - column * linePitch
  const shapes = legShapes(grid, legs)
  const cuts = obstacles.map((obstacle) => cutOf(grid, obstacle))
  return rows.flatMap(({ start, chars }, leg): readonly VerticalSlot[] => {
    const rowTop = top + start * bodySize
    const free = Array.from({ length: Math.max(0, columns) }, (_, column) => freeCells(axis(column), bodySize, { y: rowTop, chars }, shapes, cuts))
    return runsOf(free).flatMap(({ from, to, pieces }) =>
      pieces.map((piece) => {
        const y = rowTop + piece.from * bodySize
        const cells = { x: axis(to - 1) - bodySize / 2, y, width: (to - 1 - from) * linePitch + bodySize, height: (piece.to - piece.from) * bodySize }
        return { from: 0, to: to - from, x: axis(from), y, chars: piece.to - piece.from, leg, ...cellsUnder(grid, cells) }
      }),
    )
  })
}

/** How a vertical story is divided: how many rows, and characters to each; about, where a headline stands over it. */
export function rowsOf(grid: Grid, { legs, measure, ...edges }: Pick<StoryRecord, 'legs' | 'measure' | 'boxed' | 'frame' | 'tint'>): { readonly count: number; readonly chars: number } {
  const lines = Math.max(...legs.map((leg) => leg.to)) - Math.min(...legs.map((leg) => leg.from)) - (isEnclosed(edges) ? 2 : 0)
  const rows = divideRows(grid, ((lines - 1) * grid.linePitch + grid.bodySize) / grid.bodySize, measure?.legs ?? null)
  return { count: Math.max(1, rows.length), chars: rows[0]?.chars ?? 0 }
}

/** Where a column of text of a slot stands. */
export function columnPlace(grid: Grid, slot: VerticalSlot, column: number): LinePlace {
  return { x: slot.x - column * grid.linePitch, y: slot.y, chars: slot.chars, vertical: true }
}

export function verticalSlotRect(grid: Grid, { x, y, from, to, chars }: VerticalSlot): Rect {
  const width = (to - from - 1) * grid.linePitch + grid.bodySize
  return { x: x + grid.bodySize / 2 - width, y, width, height: chars * grid.bodySize }
}

/**
 * As many rows as the story asks for, else so many that none has fewer characters than a basic column, with its gutter
 * between them; what is left over widens the gutters, so that the last row ends at the foot.
 */
function divideRows({ charsPerColumn, gutterChars }: Grid, height: number, wanted: number | null): readonly { readonly start: number; readonly chars: number }[] {
  const gap = Math.max(1, gutterChars)
  const fitting = (least: number): number => Math.max(1, Math.floor((height + gap) / (least + gap) + EPSILON))
  const count = Math.min(wanted ?? fitting(charsPerColumn), fitting(LEAST_CHARS))
  const chars = Math.floor((height - (count - 1) * gap) / count + EPSILON)
  if (chars < 1) return []
  const step = count === 1 ? 0 : (height - chars) / (count - 1)
  return Array.from({ length: count }, (_, row) => ({ start: row * step, chars }))
}

/** A leg with the gutter on its right, which belongs to both of its neighbours. */
function legShapes(grid: Grid, legs: readonly Leg[]): readonly Rect[] {
  const gutter = grid.gutterChars * grid.bodySize
  return legs.map((leg, index) => {
    const x = columnLeft(grid, leg.column) - (index === 0 ? 0 : gutter)
    const width = grid.charsPerColumn * grid.bodySize + (index === 0 ? 0 : gutter) + (index === legs.length - 1 ? 0 : gutter)
    const y = lineTop(grid, leg.from)
    return { x, y, width, height: lineFoot(grid, leg.to - 1) - y }
  })
}

/** An obstacle with the white round it: a gutter beside it, a line over and under it. */
function cutOf(grid: Grid, obstacle: Obstacle): Rect {
  const { x, y, width, height } = areaRect(grid, obstacle)
  const beside = grid.gutterChars * grid.bodySize
  const over = (obstacle.clearance ?? CLEARANCE) * grid.linePitch
  return { x: x - beside, y: y - over, width: width + 2 * beside, height: height + 2 * over }
}

/** The pieces of a column of text in one row that are in all legs under it and in no cut, in whole characters. */
function freeCells(axis: number, size: number, row: { readonly y: number; readonly chars: number }, shapes: readonly Rect[], cuts: readonly Rect[]): readonly LineRange[] {
  const meets = ({ x, width }: Rect): boolean => axis + size / 2 > x + EPSILON && axis - size / 2 < x + width - EPSILON
  const cell = (y: number): number => (y - row.y) / size
  const under = shapes.filter(meets)
  if (under.length === 0) return []
  const from = Math.max(0, ...under.map(({ y }) => Math.ceil(cell(y) - EPSILON)))
  const to = Math.min(row.chars, ...under.map(({ y, height }) => Math.floor(cell(y + height) + EPSILON)))
  let pieces: LineRange[] = [{ from, to }]
  for (const { y, height } of cuts.filter(meets)) {
    const [first, last] = [Math.floor(cell(y) + EPSILON), Math.ceil(cell(y + height) - EPSILON)]
    pieces = pieces.flatMap((piece) => [
      { from: piece.from, to: Math.min(piece.to, first) },
      { from: Math.max(piece.from, last), to: piece.to },
    ])
  }
  return pieces.filter((piece) => piece.to - piece.from >= LEAST_CHARS)
}

interface ColumnRun extends LineRange {
  readonly pieces: readonly LineRange[]
}

/** Neighbouring columns with the same pieces. */
function runsOf(free: readonly (readonly LineRange[])[]): readonly ColumnRun[] {
  const runs: ColumnRun[] = []
  free.forEach((pieces, column) => {
    const last = runs.at(-1)
    if (last && samePieces(last.pieces, pieces)) runs[runs.length - 1] = { ...last, to: column + 1 }
    else runs.push({ from: column, to: column + 1, pieces })
  })
  return runs
}

function samePieces(a: readonly LineRange[], b: readonly LineRange[]): boolean {
  return a.length === b.length && a.every((piece, index) => piece.from === b[index]!.from && piece.to === b[index]!.to)
}

/** The basic columns and grid lines that a rectangle touches. */
function cellsUnder(grid: Grid, { x, y, width, height }: Rect): { readonly column: number; readonly columns: number; readonly lines: LineRange } {
  const columns = Array.from({ length: grid.columns }, (_, column) => column).filter((column) => {
    const left = columnLeft(grid, column)
    return x < left + grid.charsPerColumn * grid.bodySize - EPSILON && x + width > left + EPSILON
  })
  const line = (at: number): number => (at - lineTop(grid, 0)) / grid.linePitch
  return {
    column: columns[0] ?? 0,
    columns: Math.max(1, columns.length),
    lines: { from: Math.floor(line(y) + EPSILON), to: Math.ceil(line(y + height) - EPSILON) },
  }
}
