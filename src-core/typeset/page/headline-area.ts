/**
 * Headlines that do not stand over their text (旁题, 串文题, 文包题): an area of some of the story's columns, which the
 * body makes way for. Beside the body it takes its columns for the whole height; inside and around it takes the lines
 * that the group needs, or more if the story says so, and text goes on in the rest.
 */
import { joinedChars, type Area, type Grid, type Leg } from '../../document/grid.ts'
import type { HeadlineForm, StoryHeadline, StoryRecord } from '../../document/records.ts'
import { DEFAULT_VERTICAL_HEADLINES, type HouseStyle } from '../../document/style.ts'
import type { GroupRoom, HeadlineGroup } from './headline-group.ts'
import { lowered, type PlacedHeadline } from './headline-place.ts'
import type { VerticalRoom } from './headline-vertical.ts'
import { divisionOf, freePieces, type LineRange, type Obstacle } from './slots.ts'

export interface AreaInput {
  readonly style: HouseStyle
  readonly grid: Grid
  readonly form: Exclude<HeadlineForm, 'over'>
  readonly headline: StoryHeadline
  readonly measure: StoryRecord['measure']
  readonly legs: readonly Leg[]
  readonly obstacles: readonly Obstacle[]
  /** Characters that the story's text is narrower at either side. */
  readonly inset: number
}

export interface GroupSetter {
  across(room: GroupRoom): HeadlineGroup
  down(room: VerticalRoom): HeadlineGroup
}

/** Lines of type that a title may take where it does not span its story. */
const MOST_LINES = 4
/** Shorter pieces of a leg are no place for text: the headline takes them too. */
const LEAST_PIECE = 3
/** White between the headline and text beside it, over and above the gutter, in body characters. */
const SIDE_WHITE = 0.75
const EPSILON = 1e-6
/** Share of the height over a headline that has text over it. */
const DOWN = 1 / 3

export function placeInBody(input: AreaInput, set: GroupSetter): PlacedHeadline {
  const { form, headline, legs, obstacles } = input
  const needed = headline.vertical ? setDown(input, set, null) : null
  const span = spanOf(input, needed?.columns ?? columnsOf(input))
  const taken = legs.filter(({ column }) => column + 1 > span.column + EPSILON && column < span.column + span.columns - EPSILON)
  const group = needed ? setDown(input, set, { columns: span.columns }) : set.across(roomOf(input, span))
  if (group.rows === 0) return { place: null, legs, cut: null }
  const pieces = commonPieces(taken, obstacles)
  const high = pieces.filter(({ from, to }) => to - from >= group.rows)
  const piece = high.find(({ to }) => to > wantedLine(input, taken)) ?? high[0] ?? tallest(pieces)
  if (!piece) {
    const narrow = { column: span.column, columns: 1 }
    return { place: { ...narrow, line: taken[0]!.from, lines: 0, group: set.across(roomOf(input, narrow)) }, legs: [], cut: null }
  }
  const range = rangeIn(piece, input, taken, group.rows)
  const lines = range.to - range.from
  const settled = needed && lines < group.rows ? setDown(input, set, { columns: span.columns, rows: lines }) : group
  const place = { ...span, line: range.from, lines, group: settleIn(settled, lines, input) }
  if (lines < settled.rows) return { place, legs: [], cut: null }
  const cut = { ...span, line: range.from, lines, clearance: 0 }
  const covered = (leg: Leg): boolean => form === 'beside' && freePieces(leg, [...obstacles, cut]).length === 0
  return { place, legs: legs.filter((leg) => !covered(leg)), cut }
}

/** Basic columns, in fractions where the measure is divided anew. */
type Span = Pick<Area, 'column' | 'columns'>

/**
 * So many columns at their place. Of a divided measure they are those of the legs whose edges come nearest, so that text
 * at the side has its own measure; beside the text the rest is divided, so there is no such edge to keep.
 */
function spanOf(input: AreaInput, columns: number): Span {
  const { grid, form, legs, measure } = input
  const first = firstColumn(input, columns)
  const origin = legs[0]!.column
  const division = divisionOf(grid, legs, measure, input.inset)
  if (!measure || form === 'beside' || division.length < 2) return { column: origin + first, columns }
  const pitch = grid.charsPerColumn + grid.gutterChars
  const starts = division.map(({ start }) => start)
  const ends = division.map(({ start, chars }) => start + chars)
  const left = nearest(starts, first * pitch)
  const right = Math.max(left, nearest(ends, first * pitch + joinedChars(grid, columns)))
  const whole = form === 'inside' && left === 0 && right === division.length - 1
  const [from, to] = !whole ? [left, right] : first > 0 ? [1, right] : [left, right - 1]
  return { column: origin + starts[from]! / pitch, columns: (ends[to]! - starts[from]! + grid.gutterChars) / pitch }
}

function nearest(edges: readonly number[], wanted: number): number {
  return edges.reduce((best, edge, index) => (Math.abs(edge - wanted) < Math.abs(edges[best]! - wanted) ? index : best), 0)
}

function setDown({ style, headline, legs, form }: AreaInput, set: GroupSetter, fixed: Partial<Pick<VerticalRoom, 'rows' | 'columns'>> | null): HeadlineGroup {
  const wanted = headline.lines ?? (style.verticalHeadlines ?? DEFAULT_VERTICAL_HEADLINES).lines
  const highest = Math.max(...legs.map((leg) => leg.to - leg.from))
  const mostColumns = mostColumnsOf(form, legs.length)
  const columns = headline.columns === undefined ? null : Math.min(headline.columns, mostColumns)
  return set.down({ rows: Math.min(wanted, highest), columns, mostColumns, ...fixed })
}

/** Some column is left for text to stand beside it. */
function mostColumnsOf(form: HeadlineForm, legs: number): number {
  return form === 'around' ? legs : Math.max(1, legs - 1)
}

function columnsOf({ form, headline, legs }: AreaInput): number {
  return Math.min(headline.columns ?? usualColumns(form, legs.length), mostColumnsOf(form, legs.length))
}

function usualColumns(form: HeadlineForm, legs: number): number {
  if (form === 'inside') return Math.ceil(legs / 2)
  if (form === 'beside') return Math.max(1, Math.round(0.4 * legs))
  return legs < 3 ? 1 : legs - 2 * Math.max(1, Math.floor(legs / 4))
}

function firstColumn({ form, headline, legs }: AreaInput, columns: number): number {
  const last = legs.length - columns
  if (form === 'around') return Math.min(headline.column ?? Math.floor(last / 2), last)
  return (headline.side ?? (headline.vertical ? 'right' : 'left')) === 'right' ? last : 0
}

function roomOf({ grid, legs, inset }: AreaInput, { column, columns }: Span): GroupRoom {
  const white = SIDE_WHITE * grid.bodySize
  const edge = inset * grid.bodySize
  const first = legs[0]!.column
  const isAtLeft = column < first + EPSILON
  const isAtRight = column + columns > first + legs.length - EPSILON
  return { columns, left: isAtLeft ? edge : white, right: isAtRight ? edge : white, mostLines: MOST_LINES }
}

/** Lines that are free in all of the legs. */
function commonPieces(legs: readonly Leg[], obstacles: readonly Obstacle[]): readonly LineRange[] {
  return legs
    .map((leg) => freePieces(leg, obstacles))
    .reduce((common, pieces) =>
      common.flatMap((one) =>
        pieces.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })).filter(({ from, to }) => to > from),
      ),
    )
}

function tallest(pieces: readonly LineRange[]): LineRange | undefined {
  return pieces.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]
}

/** Where `around` begins: at the top where text stands at both sides, else below some text. */
function wantedLine({ form, headline, legs }: AreaInput, taken: readonly Leg[]): number {
  const top = Math.max(...taken.map((leg) => leg.from))
  if (form !== 'around') return top
  const foot = Math.min(...taken.map((leg) => leg.to))
  const bothSides = taken[0]!.column > legs[0]!.column && taken.at(-1)!.column < legs.at(-1)!.column
  return top + (headline.line ?? (bothSides ? 0 : Math.round(DOWN * (foot - top))))
}

function rangeIn(piece: LineRange, input: AreaInput, taken: readonly Leg[], rows: number): LineRange {
  if (input.form === 'beside') return piece
  const height = piece.to - piece.from
  const lines = Math.min(height, Math.max(rows, input.headline.lines ?? 0))
  const from = Math.min(Math.max(piece.from, wantedLine(input, taken)), piece.to - lines)
  return { from: from - piece.from < LEAST_PIECE ? piece.from : from, to: piece.to - (from + lines) < LEAST_PIECE ? piece.to : from + lines }
}

/** The group in the middle of an area that is higher than it needs, or at its top. */
function settleIn(group: HeadlineGroup, lines: number, { grid, headline }: AreaInput): HeadlineGroup {
  return lowered(group, headline.align === 'start' ? 0 : (Math.max(0, lines - group.rows) * grid.linePitch) / 2)
}
