/**
 * The headline of a vertical story: vertical too, at the right of its area and as high as it, in as many columns of text as
 * it needs, so that the body goes on at the line pitch. A form that the story asks for comes first.
 */
import { areaRect, type Leg } from '../../document/grid.ts'
import { headlineForm, isVerticalHeadline } from '../../document/headline.ts'
import type { StoryRecord } from '../../document/records.ts'
import { placeHeadline } from './headline.ts'
import type { HeadlineGroup } from './headline-group.ts'
import { markSpace } from './headline-lines.ts'
import { lowered, type PlacedHeadline } from './headline-place.ts'
import type { GroupInput } from './headline-title.ts'
import { setVerticalGroup } from './headline-vertical.ts'
import { columnLeft } from './page-points.ts'
import { freePieces, type Obstacle } from './slots.ts'

export interface VerticalHeadline extends PlacedHeadline {
  /** Right edge of what is left for the body, in points. */
  readonly right: number
}

/** White between headline and body, in lines. */
const WHITE = 1

export function placeBesideColumns(input: GroupInput, story: StoryRecord, legs: readonly Leg[], obstacles: readonly Obstacle[]): VerticalHeadline {
  const { grid } = input
  const last = legs.at(-1)!
  const right = columnLeft(grid, last.column) + grid.charsPerColumn * grid.bodySize
  const headed = story.continues ? input : { ...input, headline: { ...input.headline, vertical: isVerticalHeadline(story) } }
  const [piece] = freePieces(last, obstacles).toSorted((a, b) => b.to - b.from - (a.to - a.from))
  if (!piece || !standsBeside(story)) return { ...placeHeadline(headed, levelled(story), legs, obstacles), right }
  const lines = piece.to - piece.from
  const group = setVerticalGroup(headed, { rows: lines, columns: null, mostColumns: legs.length })
  if (group.rows === 0) return { place: null, legs, cut: null, right }
  const { columns } = group
  const area = { column: last.column - columns + 1, columns, line: piece.from, lines }
  const shift = right - areaRect(grid, area).x - edgesOf(group).right
  const { band } = group
  const pushed = { ...group, lines: group.lines.map((line) => ({ ...line, x: line.x + shift })), ...(band ? { band: { ...band, x: band.x + shift } } : {}) }
  const white = Math.max(0, ((lines - group.rows) * grid.linePitch) / 2)
  const settled = story.headline?.align === 'start' ? pushed : lowered(pushed, white)
  const { left, right: outer } = edgesOf(group)
  const taken = Math.ceil((outer - left) / grid.linePitch + WHITE - 1e-6) * grid.linePitch
  return { place: { ...area, group: settled }, legs, cut: null, right: right - taken }
}

/** The story with the form that its headline has, as a horizontal one is headed. */
function levelled(story: StoryRecord): StoryRecord {
  const { writing: _, ...level } = story
  return { ...level, headline: { ...story.headline, form: headlineForm(story) } }
}

/** Where nothing else is asked for: its own area, the left side, or lines across. */
function standsBeside(story: StoryRecord): boolean {
  const { side, columns, lines } = story.headline ?? {}
  return headlineForm(story) === 'beside' && isVerticalHeadline(story) && side !== 'left' && columns === undefined && lines === undefined
}

/** Outer edges of the lines, their marks and their band, in points from the group's left. */
function edgesOf({ lines, band }: HeadlineGroup): { readonly left: number; readonly right: number } {
  return {
    left: Math.min(...(band ? [band.x] : []), ...lines.map((one) => one.x - one.size / 2 - markSpace(one).under)),
    right: Math.max(...(band ? [band.x + band.width] : []), ...lines.map((one) => one.x + one.size / 2 + markSpace(one).over)),
  }
}
