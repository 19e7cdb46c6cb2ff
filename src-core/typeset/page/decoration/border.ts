/** Frames and rules of every kind, as strokes and shapes: double rules meet in clean corners, 花边 in corner pieces. */
import { SIDES, type BorderFrame, type BorderKind, type LineKind } from '../../../document/decoration.ts'
import type { Ink } from '../../../document/swatches.ts'
import { roundLength, type FrameItem, type PathItem, type RuleItem } from '../../frame.ts'
import { BORDER_UNITS, type BorderUnit } from './border-units.ts'
import { isStroked, lineStrokes, type LineStrokes, type StrokedKind } from './line-kinds.ts'
import { along, direction, edgesOf, inward, lengthOf, type Edge, type Outline } from './outline.ts'
import { placed, repeated, type Point } from './shape.ts'

/** What a border is drawn with. */
export interface BorderPen {
  readonly ink: Ink
  /** A thin stroke, points. */
  readonly thin: number
  /** The thinnest that the paper can print in this ink. */
  readonly least: number
  /** The thickest that there is room for. */
  readonly most?: number
}

/** How far a border reaches from its outer edge to its inner one, points. */
export function borderThickness(kind: BorderKind, width: number | undefined, pen: BorderPen): number {
  if (isStroked(kind)) return strokesOf(kind, width, pen).thickness
  if (kind === 'dashed') return dashWidth(width, pen)
  return unitSize(BORDER_UNITS[kind], width, pen)
}

/** A frame inside an outline, no thicker than there is room for two sides of it. */
export function frameItems(outline: Outline, { border, width, sides = SIDES }: BorderFrame, { most = Infinity, ...rest }: BorderPen): readonly FrameItem[] {
  const edges = edgesOf(outline)
  const pen = { ...rest, most: Math.min(most, ...edges.filter(({ convex }) => convex.from && convex.to).map((edge) => lengthOf(edge) / 2)) }
  const shown = (edge: Edge): boolean => sides.includes(edge.side)
  const framed = edges.map((edge, index) => ({ edge, before: shown(edges.at(index - 1)!), after: shown(edges[(index + 1) % edges.length]!) })).filter(({ edge }) => shown(edge))
  if (isStroked(border)) {
    const { strokes } = strokesOf(border, width, pen)
    return strokes.flatMap((stroke) => framed.map(({ edge, before, after }) => strokeAlong(edge, stroke.at, stroke.width, before, after, pen)))
  }
  if (border === 'dashed') {
    const thick = dashWidth(width, pen)
    return framed.flatMap(({ edge, before, after }) => dashes(strokeAlong(edge, thick / 2, thick, before, after, pen)))
  }
  const unit = BORDER_UNITS[border]
  const size = unitSize(unit, width, pen)
  return framed.flatMap(({ edge, before, after }) => [
    ...unitsAlong(edge, unit, size, before, after, pen),
    ...(after ? [corner(edge, unit, size, pen)] : []),
  ])
}

/** A straight rule whose middle runs between two points; `flipped` puts its last stroke first. */
export function ruleItems(kind: LineKind, width: number | undefined, from: Point, to: Point, pen: BorderPen, flipped = false): readonly FrameItem[] {
  const thickness = borderThickness(kind, width, pen)
  const isDown = direction(from, to)[1] !== 0
  // The outer side lies at the left hand: over a rule across, left of one that runs upwards.
  const [start, end] = isDown !== flipped ? [to, from] : [from, to]
  const into = inward(direction(start, end))
  const edge = openEdge(along(start, into, -thickness / 2), along(end, into, -thickness / 2))
  if (lengthOf(edge) === 0) return []
  if (isStroked(kind)) return strokesOf(kind, width, pen).strokes.map((stroke) => strokeAlong(edge, stroke.at, stroke.width, false, false, pen))
  if (kind === 'dashed') return dashes(strokeAlong(edge, thickness / 2, thickness, false, false, pen))
  return unitsAlong(edge, BORDER_UNITS[kind], thickness, false, false, pen)
}

function openEdge(from: Point, to: Point): Edge {
  return { from, to, side: 'top', convex: { from: true, to: true } }
}

function strokesOf(kind: StrokedKind, width: number | undefined, { thin, least, most = Infinity }: BorderPen): LineStrokes {
  const wanted = lineStrokes(kind, width, Math.max(thin, least), least)
  return wanted.thickness > most ? lineStrokes(kind, most, thin, least) : wanted
}

/**
 * A stroke so far inside the edge. Where the frame goes on it fills the corner with the next edge's stroke; where it ends
 * it ends with the outline.
 */
function strokeAlong(edge: Edge, inside: number, width: number, goesOnBefore: boolean, goesOnAfter: boolean, { ink }: BorderPen): RuleItem {
  const step = direction(edge.from, edge.to)
  const into = inward(step)
  // At a corner the edge inside is shorter by as much as it lies inside, at one that turns outwards longer.
  const end = (convex: boolean, goesOn: boolean): number => (goesOn ? (convex ? -inside : inside) + width / 2 : 0)
  const from = along(along(edge.from, into, inside), step, -end(edge.convex.from, goesOnBefore))
  const to = along(along(edge.to, into, inside), step, end(edge.convex.to, goesOnAfter))
  return { kind: 'rule', x1: roundLength(from[0]), y1: roundLength(from[1]), x2: roundLength(to[0]), y2: roundLength(to[1]), width: roundLength(width), ...ink }
}

/** In widths of a thin rule. */
const DASH_WIDTH = 2
/** In their own widths. */
const DASH = { length: 5, gap: 3 } as const

function dashWidth(width: number | undefined, { thin, least, most = Infinity }: BorderPen): number {
  return Math.max(least, Math.min(most, width ?? DASH_WIDTH * thin))
}

/** The stroke in dashes, a dash at either end, so that corners are closed. */
function dashes(stroke: RuleItem): readonly RuleItem[] {
  const { x1, y1, x2, y2, width } = stroke
  const length = Math.abs(x2 - x1) + Math.abs(y2 - y1)
  const period = (DASH.length + DASH.gap) * width
  const count = Math.max(1, Math.round((length + DASH.gap * width) / period))
  const scale = length / (count * period - DASH.gap * width)
  const place = (at: number): Point => [roundLength(x1 + ((x2 - x1) * at * scale) / length), roundLength(y1 + ((y2 - y1) * at * scale) / length)]
  return Array.from({ length: count }, (_, index) => {
    const [fromX, fromY] = place(index * period)
    const [toX, toY] = place(index * period + DASH.length * width)
    return { ...stroke, x1: fromX, y1: fromY, x2: toX, y2: toY }
  })
}

/** Thickness of a border of units. No part of it is under the least. */
function unitSize({ usual, finest }: BorderUnit, width: number | undefined, { thin, least, most = Infinity }: BorderPen): number {
  const wanted = width ?? (usual.kind === 'points' ? usual.value : usual.value * Math.max(thin, least))
  return Math.max(least / finest, Math.min(most, wanted))
}

/** Whole units between the corners, a little longer or shorter so that they fill the edge. */
function unitsAlong(edge: Edge, { length, shape }: BorderUnit, size: number, goesOnBefore: boolean, goesOnAfter: boolean, { ink }: BorderPen): readonly PathItem[] {
  const step = direction(edge.from, edge.to)
  const taken = (convex: boolean, goesOn: boolean): number => (goesOn && convex ? size : 0)
  const start = along(edge.from, step, taken(edge.convex.from, goesOnBefore))
  const room = lengthOf(edge) - taken(edge.convex.from, goesOnBefore) - taken(edge.convex.to, goesOnAfter)
  const count = Math.round(room / (length * size))
  if (count < 1) return []
  const stretch = room / (count * length * size)
  const [u, v] = [step, inward(step)]
  const scaled = placed(shape, { u: [u[0] * size * stretch, u[1] * size * stretch], v: [v[0] * size, v[1] * size] })
  const path = repeated(scaled, Array.from({ length: count }, (_, index) => along([0, 0], step, (index * room) / count)))
  return [{ kind: 'path', x: roundLength(start[0]), y: roundLength(start[1]), path, ...ink }]
}

/** The piece at the end of an edge. */
function corner(edge: Edge, unit: BorderUnit, size: number, { ink }: BorderPen): PathItem {
  const step = direction(edge.from, edge.to)
  const into = inward(step)
  // Drawn for the left upper corner: its axes point along the two edges that meet there.
  const [u, v]: readonly [Point, Point] = edge.convex.to ? [into, [-step[0], -step[1]]] : [into, step]
  const path = placed(unit.corner, { u: [u[0] * size, u[1] * size], v: [v[0] * size, v[1] * size] })
  return { kind: 'path', x: roundLength(edge.to[0]), y: roundLength(edge.to[1]), path, ...ink }
}
