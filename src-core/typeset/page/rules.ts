/**
 * Column rules between neighbouring stories and boxes round stories, in K at the house's width.
 *
 * A rule is vertical in the middle of a gutter where two stories meet, horizontal between two that stand over one
 * another. A box runs in the middle of the gutters, half a gutter from its story's area.
 */
import { columnX, joinedChars, typeArea, type Area, type Grid } from '../../document/grid.ts'
import type { StoryRecord } from '../../document/records.ts'
import { BLACK, roundLength, type RuleItem } from '../frame.ts'
import { lineFoot, lineTop } from './page-lines.ts'
import { coversColumn, cutLines } from './slots.ts'

/** Stories further apart than so many lines do not meet. */
const MEETING_LINES = 2

interface Pen {
  readonly grid: Grid
  /** Points. */
  readonly width: number
}

interface StoryLeg {
  readonly story: StoryRecord
  readonly column: number
  readonly from: number
  readonly to: number
}

export function columnRules(pen: Pen, stories: readonly StoryRecord[], obstacles: readonly Area[]): readonly RuleItem[] {
  const legs = stories.flatMap((story) => story.legs.map((leg) => ({ ...leg, story })))
  return [...verticalRules(pen, legs, obstacles), ...horizontalRules(pen, legs, obstacles)]
}

function verticalRules(pen: Pen, legs: readonly StoryLeg[], obstacles: readonly Area[]): readonly RuleItem[] {
  return legs.flatMap((left) =>
    legs
      .filter((right) => right.column === left.column + 1 && ruled(left, right))
      .flatMap((right) => {
        const across = obstacles.filter((area) => coversColumn(area, left.column) && coversColumn(area, right.column))
        const x = gutterCentre(pen.grid, right.column)
        return cutLines({ from: Math.max(left.from, right.from), to: Math.min(left.to, right.to) }, across).map(({ from, to }) =>
          stroke(pen, x, lineTop(pen.grid, from), x, lineFoot(pen.grid, to - 1)),
        )
      }),
  )
}

function horizontalRules(pen: Pen, legs: readonly StoryLeg[], obstacles: readonly Area[]): readonly RuleItem[] {
  const meetings = legs.flatMap((upper) =>
    legs
      .filter((lower) => lower.column === upper.column && lower.from >= upper.to && lower.from - upper.to <= MEETING_LINES && ruled(upper, lower))
      .filter((lower) => !obstacles.some((area) => coversColumn(area, upper.column) && area.line < lower.from && area.line + area.lines > upper.to))
      .map((lower) => ({ column: upper.column, y: (lineFoot(pen.grid, upper.to - 1) + lineTop(pen.grid, lower.from)) / 2 })),
  )
  return joinNeighbours(meetings).map(({ column, columns, y }) => {
    const x = columnLeft(pen.grid, column)
    return stroke(pen, x, y, x + joinedChars(pen.grid, columns) * pen.grid.bodySize, y)
  })
}

/** Two different stories, and none of them has a box of its own there. */
function ruled(one: StoryLeg, other: StoryLeg): boolean {
  return one.story.id !== other.story.id && !one.story.boxed && !other.story.boxed
}

function joinNeighbours(meetings: readonly { column: number; y: number }[]): readonly { column: number; columns: number; y: number }[] {
  const joined: { column: number; columns: number; y: number }[] = []
  for (const { column, y } of meetings.toSorted((a, b) => a.y - b.y || a.column - b.column)) {
    const before = joined.at(-1)
    if (before && before.y === y && before.column + before.columns === column) before.columns += 1
    else joined.push({ column, columns: 1, y })
  }
  return joined
}

interface Edges {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly foot: number
}

/** The outline of a story's legs: half a gutter beside them, between the lines over them, in the foot line left white. */
export function boxRules(pen: Pen, story: StoryRecord): readonly RuleItem[] {
  const { grid, width } = pen
  const half = (grid.gutterChars * grid.bodySize) / 2
  const edges = story.legs.map((leg) => ({
    left: columnLeft(grid, leg.column) - half,
    right: columnLeft(grid, leg.column) + grid.charsPerColumn * grid.bodySize + half,
    top: lineTop(grid, leg.from) - (grid.linePitch - grid.bodySize) / 2,
    foot: lineTop(grid, leg.to - 1) + grid.bodySize / 2,
  }))
  // Half a width longer on both ends, to fill the corners.
  const across = edges.flatMap(({ left, right, top, foot }) => [top, foot].map((y) => stroke(pen, left - width / 2, y, right + width / 2, y)))
  return [...across, ...boxSides(pen, edges)]
}

/** Full height on the outside; between neighbouring legs only the steps where one begins or ends lower. */
function boxSides(pen: Pen, edges: readonly Edges[]): readonly RuleItem[] {
  return Array.from({ length: edges.length + 1 }, (_, index) => [edges[index - 1], edges[index]] as const).flatMap(([left, right]) => {
    if (left && right && Math.abs(left.right - right.left) < 1e-6) {
      return [[left.top, right.top] as const, [left.foot, right.foot] as const].filter(([from, to]) => from !== to).map(([from, to]) => stroke(pen, left.right, from, left.right, to))
    }
    return [
      ...(left ? [stroke(pen, left.right, left.top, left.right, left.foot)] : []),
      ...(right ? [stroke(pen, right.left, right.top, right.left, right.foot)] : []),
    ]
  })
}

function stroke(pen: Pen, x1: number, y1: number, x2: number, y2: number): RuleItem {
  return { kind: 'rule', x1: roundLength(x1), y1: roundLength(y1), x2: roundLength(x2), y2: roundLength(y2), width: pen.width, color: BLACK }
}

function columnLeft(grid: Grid, column: number): number {
  return typeArea(grid).x + columnX(grid, column)
}

/** Middle of the gutter to the left of a column. */
function gutterCentre(grid: Grid, column: number): number {
  return columnLeft(grid, column) - (grid.gutterChars * grid.bodySize) / 2
}
