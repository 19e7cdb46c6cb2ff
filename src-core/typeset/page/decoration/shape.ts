/**
 * Shapes that borders and figures are drawn from: closed contours in the steps of a frame's path. Solids turn one way and
 * holes the other, so that overlapping solids join and painters agree on what is inside (non-zero winding).
 */
import { roundLength } from '../../frame.ts'

export type Point = readonly [x: number, y: number]
/** A straight line to a point, or a cubic curve: two handles and the end. */
export type Segment = Point | readonly [number, number, number, number, number, number]
export type Shape = readonly number[]

/** Where a shape's own axes run on the page: `u` is a step along the first, `v` along the second. */
export interface Placement {
  readonly u: Point
  readonly v: Point
}

const MOVE = 0
const LINE = 1
const CURVE = 3
const CLOSE = 4

/** Handles of a quarter circle, of its radius. */
const ROUND = 0.5523

interface Contour {
  readonly start: Point
  readonly segments: readonly Segment[]
}

export function solid(start: Point, ...segments: readonly Segment[]): Shape {
  return stepsOf(turned({ start, segments }, 1))
}

export function hole(start: Point, ...segments: readonly Segment[]): Shape {
  return stepsOf(turned({ start, segments }, -1))
}

export function disc(x: number, y: number, radius: number): Shape {
  const { start, segments } = circle(x, y, radius)
  return solid(start, ...segments)
}

export function roundHole(x: number, y: number, radius: number): Shape {
  const { start, segments } = circle(x, y, radius)
  return hole(start, ...segments)
}

export function block(x: number, y: number, width: number, height: number): Shape {
  return solid([x, y], [x + width, y], [x + width, y + height], [x, y + height])
}

/** A line through the points, with square corners and ends. Level and upright pieces only. */
export function track(width: number, first: Point, ...points: readonly Point[]): Shape {
  const half = width / 2
  return points.flatMap(([x, y], index) => {
    const [fromX, fromY] = points[index - 1] ?? first
    return block(Math.min(x, fromX) - half, Math.min(y, fromY) - half, Math.abs(x - fromX) + width, Math.abs(y - fromY) + width)
  })
}

/** The shape so many times round a point, evenly. */
export function around(count: number, shape: Shape): Shape {
  return Array.from({ length: count }, (_, index) => turnedBy((index * 2 * Math.PI) / count, shape)).flat()
}

function turnedBy(angle: number, shape: Shape): Shape {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return mapped(shape, (x, y) => [x * cos - y * sin, x * sin + y * cos])
}

export function moved(dx: number, dy: number, shape: Shape): Shape {
  return mapped(shape, (x, y) => [x + dx, y + dy])
}

/** Mirrored at the upright line through `x`; solids stay solids. */
export function mirrored(x: number, shape: Shape): Shape {
  return contoursOf(mapped(shape, (u, v) => [2 * x - u, v])).flatMap((contour) => stepsOf(reversed(contour)))
}

/** On the page: points, rounded as all lengths of a frame. */
export function placed(shape: Shape, { u, v }: Placement): Shape {
  return mapped(shape, (x, y) => [roundLength(x * u[0] + y * v[0]), roundLength(x * u[1] + y * v[1])])
}

/** Points of each step. */
const POINTS = [1, 1, 2, 3, 0]

/** The shape at each of the places, rounded as all lengths of a frame: a border may have a thousand units. */
export function repeated(shape: Shape, places: readonly Point[]): Shape {
  const path: number[] = []
  for (const [dx, dy] of places) {
    for (let at = 0; at < shape.length; ) {
      const step = shape[at++]!
      path.push(step)
      for (let points = POINTS[step]!; points > 0; points--) path.push(roundLength(shape[at++]! + dx), roundLength(shape[at++]! + dy))
    }
  }
  return path
}

function circle(x: number, y: number, radius: number): Contour {
  const handle = ROUND * radius
  return {
    start: [x + radius, y],
    segments: [
      [x + radius, y + handle, x + handle, y + radius, x, y + radius],
      [x - handle, y + radius, x - radius, y + handle, x - radius, y],
      [x - radius, y - handle, x - handle, y - radius, x, y - radius],
      [x + handle, y - radius, x + radius, y - handle, x + radius, y],
    ],
  }
}

function mapped(shape: Shape, point: (x: number, y: number) => Point): Shape {
  return contoursOf(shape).flatMap(({ start, segments }) =>
    stepsOf({
      start: point(...start),
      segments: segments.map((segment): Segment => {
        if (segment.length === 2) return point(...segment)
        const [c1x, c1y, c2x, c2y, x, y] = segment
        return [...point(c1x, c1y), ...point(c2x, c2y), ...point(x, y)]
      }),
    }),
  )
}

function stepsOf({ start, segments }: Contour): Shape {
  return [MOVE, ...start, ...segments.flatMap((segment) => [segment.length === 2 ? LINE : CURVE, ...segment]), CLOSE]
}

function contoursOf(shape: Shape): readonly Contour[] {
  const contours: { start: Point; segments: Segment[] }[] = []
  let at = 0
  const point = (): Point => [shape[at++]!, shape[at++]!]
  while (at < shape.length) {
    const step = shape[at++]!
    if (step === MOVE) contours.push({ start: point(), segments: [] })
    else if (step === LINE) contours.at(-1)!.segments.push(point())
    else if (step === CURVE) contours.at(-1)!.segments.push([...point(), ...point(), ...point()])
  }
  return contours
}

/** The contour in the direction whose area has that sign. */
function turned(contour: Contour, sign: 1 | -1): Contour {
  const points = [contour.start, ...contour.segments.flatMap((segment): readonly Point[] => pointsOf(segment))]
  const area = points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length]!
    return sum + x * nextY - nextX * y
  }, 0)
  return area * sign < 0 ? reversed(contour) : contour
}

function pointsOf(segment: Segment): readonly Point[] {
  if (segment.length === 2) return [segment]
  const [c1x, c1y, c2x, c2y, x, y] = segment
  return [[c1x, c1y], [c2x, c2y], [x, y]]
}

function reversed({ start, segments }: Contour): Contour {
  const ends = [start, ...segments.map((segment) => pointsOf(segment).at(-1)!)]
  const back = segments.map((segment, index): Segment => {
    const to = ends[index]!
    return segment.length === 2 ? to : [segment[2], segment[3], segment[0], segment[1], ...to]
  })
  return { start: ends.at(-1)!, segments: back.toReversed() }
}
