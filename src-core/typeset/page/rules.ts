/**
 * Column rules between neighbouring stories, in K at the house's width: vertical in the middle of a gutter where two
 * stories meet, horizontal between two that stand over one another. A story with a box needs none.
 */
import { joinedChars, type Area, type Grid, type Leg } from '../../document/grid.ts'
import type { StoryRecord } from '../../document/records.ts'
import type { RuleItem } from '../frame.ts'
import { columnLeft, lineFoot, lineTop } from './page-points.ts'
import { stroke, type Pen } from './pen.ts'
import { coversColumn, cutLines, type LineRange } from './slots.ts'

/** Stories further apart than so many lines do not meet. */
const MEETING_LINES = 2

interface StoryLeg extends Leg {
  readonly story: StoryRecord
}

export function columnRules(pen: Pen, stories: readonly StoryRecord[], obstacles: readonly Area[]): readonly RuleItem[] {
  const legs = stories.flatMap((story) => story.legs.map((leg) => ({ ...leg, story })))
  const horizontal = horizontalMeetings(legs, obstacles)
  return [...verticalRules(pen, legs, obstacles, horizontal), ...horizontalRules(pen, horizontal)]
}

/** A stretch of a gutter, named by the column to its right, in grid lines. */
interface Stretch extends LineRange {
  readonly column: number
}

function verticalRules(pen: Pen, legs: readonly StoryLeg[], obstacles: readonly Area[], horizontal: readonly Meeting[]): readonly RuleItem[] {
  const stretches = legs.flatMap((left) =>
    legs
      .filter((right) => right.column === left.column + 1 && ruled(left, right))
      .flatMap((right): readonly Stretch[] => {
        const across = obstacles.filter((area) => coversColumn(area, left.column) && coversColumn(area, right.column))
        return cutLines({ from: Math.max(left.from, right.from), to: Math.min(left.to, right.to) }, across).map((range) => ({ ...range, column: right.column }))
      }),
  )
  return joinStretches(stretches, obstacles, horizontal).map(({ column, from, to }) => {
    const x = gutterCentre(pen.grid, column)
    return stroke(pen, x, lineTop(pen.grid, from), x, lineFoot(pen.grid, to - 1))
  })
}

/** One rule past a story's foot on one side of it; not across a rule or a picture that runs over the gutter. */
function joinStretches(stretches: readonly Stretch[], obstacles: readonly Area[], horizontal: readonly Meeting[]): readonly Stretch[] {
  const joined: Stretch[] = []
  for (const stretch of stretches.toSorted((a, b) => a.column - b.column || a.from - b.from)) {
    const before = joined.at(-1)
    if (before?.column === stretch.column && stretch.from - before.to <= MEETING_LINES && !isCrossed(before, stretch, obstacles, horizontal)) {
      joined[joined.length - 1] = { ...before, to: Math.max(before.to, stretch.to) }
    } else joined.push(stretch)
  }
  return joined
}

function isCrossed(upper: Stretch, lower: Stretch, obstacles: readonly Area[], horizontal: readonly Meeting[]): boolean {
  const sides = [upper.column - 1, upper.column]
  const inGap = ({ from, to }: LineRange): boolean => from >= upper.to && to <= lower.from
  return (
    sides.every((side) => horizontal.some((meeting) => meeting.column === side && inGap(meeting))) ||
    obstacles.some((area) => sides.every((side) => coversColumn(area, side)) && area.line < lower.from && area.line + area.lines > upper.to)
  )
}

/** Where one story ends over another in a column: from the upper's foot to the lower's top. */
interface Meeting extends LineRange {
  readonly column: number
}

function horizontalMeetings(legs: readonly StoryLeg[], obstacles: readonly Area[]): readonly Meeting[] {
  return legs.flatMap((upper) =>
    legs
      .filter((lower) => lower.column === upper.column && lower.from >= upper.to && lower.from - upper.to <= MEETING_LINES && ruled(upper, lower))
      .filter((lower) => !obstacles.some((area) => coversColumn(area, upper.column) && area.line < lower.from && area.line + area.lines > upper.to))
      .map((lower) => ({ column: upper.column, from: upper.to, to: lower.from })),
  )
}

function horizontalRules(pen: Pen, meetings: readonly Meeting[]): readonly RuleItem[] {
  return joinNeighbours(meetings).map(({ column, columns, from, to }) => {
    const x = columnLeft(pen.grid, column)
    const y = (lineFoot(pen.grid, from - 1) + lineTop(pen.grid, to)) / 2
    return stroke(pen, x, y, x + joinedChars(pen.grid, columns) * pen.grid.bodySize, y)
  })
}

function joinNeighbours(meetings: readonly Meeting[]): readonly (Meeting & { readonly columns: number })[] {
  const joined: (Meeting & { readonly columns: number })[] = []
  for (const meeting of meetings.toSorted((a, b) => a.from - b.from || a.to - b.to || a.column - b.column)) {
    const before = joined.at(-1)
    if (before && before.from === meeting.from && before.to === meeting.to && before.column + before.columns === meeting.column) {
      joined[joined.length - 1] = { ...before, columns: before.columns + 1 }
    } else joined.push({ ...meeting, columns: 1 })
  }
  return joined
}

/** Two different stories, and none of them has a box of its own there. */
function ruled(one: StoryLeg, other: StoryLeg): boolean {
  return one.story.id !== other.story.id && !one.story.boxed && !other.story.boxed
}

/** Middle of the gutter to the left of a column. */
function gutterCentre(grid: Grid, column: number): number {
  return columnLeft(grid, column) - (grid.gutterChars * grid.bodySize) / 2
}
