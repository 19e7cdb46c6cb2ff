/**
 * Column rules between neighbouring stories, of the kinds, the width and the colour that the house has: vertical in the middle of a
 * gutter where two stories meet, horizontal between two that stand over one another. None along the edge of a frame, or where
 * the editor drew one.
 */
import { ruleAxis, type RulePlace, type Side } from '../../document/decoration.ts'
import { joinedChars, type Area, type Grid, type Leg } from '../../document/grid.ts'
import type { Plates } from '../../document/plates.ts'
import type { OrnamentRecord, StoryRecord } from '../../document/records.ts'
import type { HouseStyle } from '../../document/style.ts'
import type { FrameItem } from '../frame.ts'
import { borderThickness, ruleItems } from './decoration/border.ts'
import { hasEdge, penFor } from './decoration/story-frame.ts'
import { houseRule, inked } from './ink.ts'
import { columnLeft, lineFoot, lineTop } from './page-points.ts'
import { stroke } from './pen.ts'
import { coversColumn, cutLines, type LineRange, type Obstacle } from './slots.ts'

/** Stories further apart than so many lines do not meet. */
const MEETING_LINES = 2

interface StoryLeg extends Leg {
  readonly story: StoryRecord
}

export function columnRules(grid: Grid, style: HouseStyle, plates: Plates, stories: readonly StoryRecord[], ornaments: readonly OrnamentRecord[], obstacles: readonly Area[]): readonly FrameItem[] {
  const legs = stories.flatMap((story) => story.legs.map((leg) => ({ ...leg, story })))
  const drawn = ornaments.flatMap(({ area, look }): readonly DrawnRule[] => (look.kind === 'rule' ? [{ area, at: look.at }] : []))
  const horizontal = horizontalMeetings(legs, obstacles).filter((meeting) => !drawn.some((rule) => standsIn(grid, rule, meeting)))
  const draw = (kind: HouseStyle['columnRule'] = 'thin'): DrawRule => {
    const { ink, width } = houseRule(style, plates)
    const pen = penFor(style, ink ? style.ruleColor : undefined, plates)
    return (x1, y1, x2, y2, room) => {
      if (kind === 'none') return []
      if (kind === 'thin' || borderThickness(kind, undefined, pen) > room - LEAST_WHITE) return inked([stroke({ grid, width }, x1, y1, x2, y2)], ink)
      return ruleItems(kind, undefined, [x1, y1], [x2, y2], pen)
    }
  }
  return [...verticalRules(grid, legs, [...obstacles, ...drawn.flatMap(guttersOf)], horizontal, draw(style.columnRule)), ...horizontalRules(grid, horizontal, draw(style.storyRule))]
}

/** A rule that the editor drew: no other stands beside it. */
interface DrawnRule {
  readonly area: Area
  readonly at: RulePlace
}

/** Whether it lies across in the white between two stories. */
function standsIn(grid: Grid, { area, at }: DrawnRule, { column, from, to }: Meeting): boolean {
  const { y1, y2 } = ruleAxis(grid, area, at)
  return coversColumn(area, column) && y1 === y2 && y1 > lineFoot(grid, from - 1) - grid.bodySize / 2 && y1 < lineTop(grid, to) + grid.bodySize / 2
}

/** Where it runs down in a gutter: the columns at both its sides. */
function guttersOf({ area, at }: DrawnRule): readonly Obstacle[] {
  if (at !== 'left' && at !== 'right') return []
  return [{ ...area, column: at === 'left' ? area.column - 1 : area.column + area.columns - 1, columns: 2, clearance: 0 }]
}

/** A rule whose middle runs there, in a white of so many points; a thin one where that is too little. */
type DrawRule = (x1: number, y1: number, x2: number, y2: number, room: number) => readonly FrameItem[]

/** Of the white that a rule stands in, points. */
const LEAST_WHITE = 2

/** A stretch of a gutter, named by the column to its right, in grid lines. */
interface Stretch extends LineRange {
  readonly column: number
}

function verticalRules(grid: Grid, legs: readonly StoryLeg[], obstacles: readonly Obstacle[], horizontal: readonly Meeting[], draw: DrawRule): readonly FrameItem[] {
  const stretches = legs.flatMap((left) =>
    legs
      .filter((right) => right.column === left.column + 1 && ruled(left, 'right', right, 'left'))
      .flatMap((right): readonly Stretch[] => {
        const across = obstacles.filter((area) => coversColumn(area, left.column) && coversColumn(area, right.column))
        return cutLines({ from: Math.max(left.from, right.from), to: Math.min(left.to, right.to) }, across).map((range) => ({ ...range, column: right.column }))
      }),
  )
  return joinStretches(stretches, obstacles, horizontal).flatMap(({ column, from, to }) => {
    const x = gutterCentre(grid, column)
    return draw(x, lineTop(grid, from), x, lineFoot(grid, to - 1), grid.gutterChars * grid.bodySize)
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
      .filter((lower) => lower.column === upper.column && lower.from >= upper.to && lower.from - upper.to <= MEETING_LINES && ruled(upper, 'foot', lower, 'top'))
      .filter((lower) => !obstacles.some((area) => coversColumn(area, upper.column) && area.line < lower.from && area.line + area.lines > upper.to))
      .map((lower) => ({ column: upper.column, from: upper.to, to: lower.from })),
  )
}

function horizontalRules(grid: Grid, meetings: readonly Meeting[], draw: DrawRule): readonly FrameItem[] {
  return joinNeighbours(meetings).flatMap(({ column, columns, from, to }) => {
    const x = columnLeft(grid, column)
    const [over, under] = [lineFoot(grid, from - 1), lineTop(grid, to)]
    const y = (over + under) / 2
    return draw(x, y, x + joinedChars(grid, columns) * grid.bodySize, y, under - over)
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

/** Two different stories, and none of them has an edge of its own there. */
function ruled(one: StoryLeg, side: Side, other: StoryLeg, otherSide: Side): boolean {
  return one.story.id !== other.story.id && !hasEdge(one.story, side) && !hasEdge(other.story, otherSide)
}

/** Middle of the gutter to the left of a column. */
function gutterCentre(grid: Grid, column: number): number {
  return columnLeft(grid, column) - (grid.gutterChars * grid.bodySize) / 2
}
