/**
 * Where a headline group stands that stands over its text (盖文题): over the neighbouring legs that begin highest, from
 * there down, beside what is in the way and not over it. The body begins under it.
 */
import type { Leg } from '../../document/grid.ts'
import { loweredBy } from './decoration/headline-band.ts'
import type { HeadlineGroup } from './headline-group.ts'
import { freePieces, type LineRange, type Obstacle } from './slots.ts'

export interface HeadlinePlace {
  readonly column: number
  readonly columns: number
  readonly line: number
  /** Grid lines that the group may take; fewer than its rows where no place is high enough. */
  readonly lines: number
  readonly group: HeadlineGroup
}

export interface PlacedHeadline {
  /** Null for an article without a headline. */
  readonly place: HeadlinePlace | null
  /** The legs as the body has them. */
  readonly legs: readonly Leg[]
  /** What the body makes way for: a headline that does not stand over it. */
  readonly cut: Obstacle | null
}

interface OpenLeg {
  readonly leg: Leg
  /** Free pieces from the top down; those too low for the headline are dropped. */
  pieces: readonly LineRange[]
}

/** Legs from left to right; `setGroup` sets the group over so many columns, in an area of at least `wanted` lines of `pitch`. */
export function placeOver(legs: readonly Leg[], obstacles: readonly Obstacle[], wanted: number, pitch: number, setGroup: (columns: number) => HeadlineGroup): PlacedHeadline {
  const open = legs.map((leg) => ({ leg, pieces: freePieces(leg, obstacles) }))
  let highest: HeadlinePlace | null = null
  for (let run = highestRun(open); run.length > 0; run = highestRun(open)) {
    const { column } = run[0]!.leg
    const line = run[0]!.pieces[0]!.from
    const group = setGroup(run.length)
    if (group.rows === 0) return { place: null, legs, cut: null }
    highest ??= { column, columns: run.length, line, lines: Math.min(...run.map(firstPieceLines)), group }
    const fitting = fittingRun(run, setGroup)
    if (fitting) {
      const lines = Math.max(fitting.group.rows, Math.min(wanted, ...fitting.run.map(firstPieceLines)))
      const place = { column: fitting.run[0]!.leg.column, columns: fitting.run.length, line, lines, group: lowered(fitting.group, ((lines - fitting.group.rows) * pitch) / 2) }
      return { place, legs: legsUnder(open, fitting.run, line + lines), cut: null }
    }
    for (const low of run) low.pieces = low.pieces.slice(1)
  }
  return { place: highest ?? noPlace(legs, setGroup), legs: [], cut: null }
}

/** The group so many points down in an area that is higher than it needs. */
export function lowered(group: HeadlineGroup, points: number): HeadlineGroup {
  if (points === 0) return group
  const { band } = group
  const rules = group.rules?.map((rule) => ({ ...rule, y1: rule.y1 + points, y2: rule.y2 + points }))
  return {
    ...group,
    lines: group.lines.map((line) => ({ ...line, top: line.top + loweredBy(line, band, points) })),
    ...(rules ? { rules } : {}),
    ...(band ? { band: { ...band, height: band.height + 2 * points } } : {}),
  }
}

/** Everything is in the way: the group is reported from where it would have begun. */
function noPlace(legs: readonly Leg[], setGroup: (columns: number) => HeadlineGroup): HeadlinePlace | null {
  const first = legs[0]
  const group = first && setGroup(1)
  return group && group.rows > 0 ? { column: first.column, columns: 1, line: first.from, lines: 0, group } : null
}

/** The neighbouring legs whose first piece begins highest; the leftmost longest of several such runs. */
function highestRun(open: readonly OpenLeg[]): readonly OpenLeg[] {
  const line = Math.min(...open.map(({ pieces }) => pieces[0]?.from ?? Infinity))
  return longestRun(open.filter(({ pieces }) => pieces[0]?.from === line))
}

function longestRun(legs: readonly OpenLeg[]): readonly OpenLeg[] {
  let best: OpenLeg[] = []
  let run: OpenLeg[] = []
  for (const leg of legs) {
    run = run.length > 0 && leg.leg.column === run.at(-1)!.leg.column + 1 ? [...run, leg] : [leg]
    if (run.length > best.length) best = run
  }
  return best
}

/**
 * The run itself, or where something stands in the way of some of its legs the widest part of the others that is high
 * enough for the group over so many columns, the leftmost of several.
 */
function fittingRun(run: readonly OpenLeg[], setGroup: (columns: number) => HeadlineGroup): { run: readonly OpenLeg[]; group: HeadlineGroup } | null {
  const lowest = Math.min(...run.map(firstPieceLines))
  for (let columns = run.length; columns > 0; columns--) {
    const group = setGroup(columns)
    const least = columns === run.length ? group.rows : Math.max(group.rows, lowest + 1)
    const first = run.findIndex((_, index) => index + columns <= run.length && run.slice(index, index + columns).every((leg) => firstPieceLines(leg) >= least))
    if (first >= 0) return { run: run.slice(first, first + columns), group }
  }
  return null
}

function firstPieceLines({ pieces }: OpenLeg): number {
  return pieces[0]!.to - pieces[0]!.from
}

function legsUnder(open: readonly OpenLeg[], run: readonly OpenLeg[], foot: number): readonly Leg[] {
  return open.flatMap((one) => {
    const from = run.includes(one) ? foot : one.pieces[0]?.from
    return from === undefined ? [] : [{ ...one.leg, from }]
  })
}
