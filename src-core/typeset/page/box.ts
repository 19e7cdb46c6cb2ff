/** Boxes round stories, in the middle of the gutters: half a gutter from the text. */
import type { StoryRecord } from '../../document/records.ts'
import type { RuleItem } from '../frame.ts'
import { columnLeft, lineTop } from './page-points.ts'
import { stroke, type Pen } from './pen.ts'

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
