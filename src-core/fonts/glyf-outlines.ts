/**
 * TrueType outlines by offset (ISO/IEC 14496-22 §5.3.3): a glyph is found through loca and read alone, so that opening
 * a face of 15 MB costs nothing.
 */
import type { Outline, Outlines } from './face.ts'
import { damaged, requireTable, type SfntTables } from './sfnt.ts'

const ON_CURVE = 0x01
const X_SHORT = 0x02
const Y_SHORT = 0x04
const REPEAT = 0x08
const X_SAME_OR_POSITIVE = 0x10
const Y_SAME_OR_POSITIVE = 0x20

const ARGS_ARE_WORDS = 0x0001
const ARGS_ARE_XY = 0x0002
const ONE_SCALE = 0x0008
const MORE_COMPONENTS = 0x0020
const TWO_SCALES = 0x0040
const TWO_BY_TWO = 0x0080

/** Deeper nesting than any real face has; a hostile one may name itself. */
const MAX_DEPTH = 8

interface Point {
  readonly x: number
  readonly y: number
  readonly on: boolean
}

type Contour = readonly Point[]

export function glyfOutlines(tables: SfntTables): Outlines {
  const glyf = requireTable(tables, 'glyf')
  const loca = requireTable(tables, 'loca', 4)
  const longOffsets = requireTable(tables, 'head', 52).getInt16(50) === 1
  const count = Math.min(requireTable(tables, 'maxp', 6).getUint16(4), loca.byteLength / (longOffsets ? 4 : 2) - 1)
  const start = (glyph: number) => (longOffsets ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))

  function contours(glyph: number, depth: number): readonly Contour[] {
    if (glyph < 0 || glyph >= count || depth > MAX_DEPTH) return []
    const from = start(glyph)
    const to = start(glyph + 1)
    if (to <= from || to > glyf.byteLength) return []
    const data = new DataView(glyf.buffer, glyf.byteOffset + from, to - from)
    const contourCount = data.getInt16(0)
    return contourCount >= 0 ? simple(data, contourCount) : composite(data, (part) => contours(part, depth + 1))
  }

  return {
    outline(glyph) {
      try {
        return contours(glyph, 0).flatMap(trace)
      } catch (error) {
        if (error instanceof RangeError) throw damaged()
        throw error
      }
    },
  }
}

function simple(data: DataView, contourCount: number): readonly Contour[] {
  const ends = Array.from({ length: contourCount }, (_, contour) => data.getUint16(10 + 2 * contour))
  const pointCount = contourCount === 0 ? 0 : (ends[contourCount - 1] ?? 0) + 1
  const instructions = 10 + 2 * contourCount
  let at = instructions + 2 + data.getUint16(instructions)
  const flags: number[] = []
  while (flags.length < pointCount) {
    const flag = data.getUint8(at++)
    flags.push(flag)
    if (flag & REPEAT) for (let again = data.getUint8(at++); again > 0; again--) flags.push(flag)
  }
  const coordinates = (short: number, sameOrPositive: number) => {
    let value = 0
    return flags.slice(0, pointCount).map((flag) => {
      if (flag & short) {
        const step = data.getUint8(at++)
        value += flag & sameOrPositive ? step : -step
      } else if (!(flag & sameOrPositive)) {
        value += data.getInt16(at)
        at += 2
      }
      return value
    })
  }
  const xs = coordinates(X_SHORT, X_SAME_OR_POSITIVE)
  const ys = coordinates(Y_SHORT, Y_SAME_OR_POSITIVE)
  const points = flags.slice(0, pointCount).map((flag, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, on: (flag & ON_CURVE) !== 0 }))
  return ends.map((end, contour) => points.slice(contour === 0 ? 0 : (ends[contour - 1] ?? 0) + 1, end + 1))
}

function composite(data: DataView, component: (glyph: number) => readonly Contour[]): readonly Contour[] {
  const contours: Contour[] = []
  let at = 10
  for (let flags = MORE_COMPONENTS; flags & MORE_COMPONENTS; ) {
    flags = data.getUint16(at)
    const parts = component(data.getUint16(at + 2))
    at += 4
    const words = (flags & ARGS_ARE_WORDS) !== 0
    const xy = (flags & ARGS_ARE_XY) !== 0
    const [first, second] = readArguments(data, at, words, xy)
    at += words ? 4 : 2
    let [a, b, c, d] = [1, 0, 0, 1]
    if (flags & ONE_SCALE) a = d = fraction(data, at)
    else if (flags & TWO_SCALES) [a, d] = [fraction(data, at), fraction(data, at + 2)]
    else if (flags & TWO_BY_TWO) [a, b, c, d] = [fraction(data, at), fraction(data, at + 2), fraction(data, at + 4), fraction(data, at + 6)]
    at += flags & ONE_SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & TWO_BY_TWO ? 8 : 0
    const scaled = parts.map((contour) => contour.map(({ x, y, on }) => ({ x: a * x + c * y, y: b * x + d * y, on })))
    const [dx, dy] = xy ? [first, second] : matched(contours, scaled, first, second)
    for (const contour of scaled) contours.push(contour.map(({ x, y, on }) => ({ x: x + dx, y: y + dy, on })))
  }
  return contours
}

function readArguments(data: DataView, at: number, words: boolean, signed: boolean): readonly [number, number] {
  if (words) return signed ? [data.getInt16(at), data.getInt16(at + 2)] : [data.getUint16(at), data.getUint16(at + 2)]
  return signed ? [data.getInt8(at), data.getInt8(at + 1)] : [data.getUint8(at), data.getUint8(at + 1)]
}

/** The arguments may name a point placed so far and one of the component, which are laid on each other. */
function matched(placed: readonly Contour[], part: readonly Contour[], anchor: number, own: number): readonly [number, number] {
  const target = placed.flat()[anchor]
  const source = part.flat()[own]
  return target && source ? [target.x - source.x, target.y - source.y] : [0, 0]
}

/** 2.14 fixed point. */
function fraction(data: DataView, at: number): number {
  return data.getInt16(at) / 16384
}

/** Two control points in a row have an on-curve point halfway between them. */
function trace(contour: Contour): Outline {
  const first = contour[0]
  if (!first) return []
  const last = contour[contour.length - 1] ?? first
  const start = first.on ? first : last.on ? last : halfway(first, last)
  // The start is drawn by the move; what is left is walked round to it again.
  const rest = first.on ? contour.slice(1) : last.on ? contour.slice(0, -1) : contour
  const outline: number[] = [0, start.x, start.y]
  let control: Point | null = null
  for (const point of [...rest, { ...start, on: true }]) {
    if (point.on) {
      if (control) outline.push(2, control.x, control.y, point.x, point.y)
      else outline.push(1, point.x, point.y)
      control = null
    } else {
      if (control) {
        const middle = halfway(control, point)
        outline.push(2, control.x, control.y, middle.x, middle.y)
      }
      control = point
    }
  }
  outline.push(4)
  return outline
}

function halfway(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true }
}
