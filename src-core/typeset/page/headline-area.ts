/**
 * Headlines that do not stand over their text (旁题, 串文题, 文包题): an area of some of the story's columns, which the
 * body makes way for. Beside the body it takes its columns for the whole height; inside and around it takes the lines
 * that the group needs, or more if the story says so, and text goes on in the rest.
 */
import type { Grid, Leg } from '../../document/grid.ts'
import type { HeadlineForm, StoryHeadline } from '../../document/records.ts'
import { DEFAULT_VERTICAL_HEADLINES, type HouseStyle } from '../../document/style.ts'
import type { GroupRoom, HeadlineGroup } from './headline-group.ts'
import { lowered, type PlacedHeadline } from './headline-place.ts'
import type { VerticalRoom } from './headline-vertical.ts'
import { freePieces, type LineRange, type Obstacle } from './slots.ts'

export interface AreaInput {
  readonly style: HouseStyle
  readonly grid: Grid
  readonly form: Exclude<HeadlineForm, 'over'>
  readonly headline: StoryHeadline
  readonly legs: readonly Leg[]
  readonly obstacles: readonly Obstacle[]
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
/** Share of the height over a headline that has text over it. */
const DOWN = 1 / 3

export function placeInBody(input: AreaInput, set: GroupSetter): PlacedHeadline {
  const { form, headline, legs, obstacles } = input
  const vertical = headline.vertical ? setDown(input, set, null) : null
  const columns = vertical?.columns ?? columnsOf(input)
  const first = firstColumn(input, columns)
  const taken = legs.slice(first, first + columns)
  const group = vertical ?? set.across(roomOf(input, first, columns))
  if (group.rows === 0) return { place: null, legs, cut: null }
  const pieces = commonPieces(taken, obstacles)
  const piece = pieces.find(({ from, to }) => to - from >= group.rows && to > wantedLine(input, taken)) ?? pieces.find(({ from, to }) => to - from >= group.rows) ?? tallest(pieces)
  const { column } = taken[0]!
  if (!piece) return { place: { column, columns: 1, line: taken[0]!.from, lines: 0, group: set.across(roomOf(input, first, 1)) }, legs: [], cut: null }
  const range = rangeIn(piece, input, taken, group.rows)
  const lines = range.to - range.from
  const settled = vertical && lines < vertical.rows ? setDown(input, set, { rows: lines, columns }) : group
  const place = { column, columns, line: range.from, lines, group: settleIn(settled, lines, input) }
  if (lines < settled.rows) return { place, legs: [], cut: null }
  const cut = { column, columns, line: range.from, lines, clearance: 0 }
  const covered = (leg: Leg): boolean => form === 'beside' && freePieces(leg, [...obstacles, cut]).length === 0
  return { place, legs: legs.filter((leg) => !covered(leg)), cut }
}

function setDown({ style, headline, legs, form }: AreaInput, set: GroupSetter, fixed: Pick<VerticalRoom, 'rows' | 'columns'> | null): HeadlineGroup {
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

function roomOf({ grid, legs }: AreaInput, first: number, columns: number): GroupRoom {
  const white = SIDE_WHITE * grid.bodySize
  return { columns, left: first > 0 ? white : 0, right: first + columns < legs.length ? white : 0, mostLines: MOST_LINES }
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
