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

/** Points of all contours, one after the other; `ends` has each contour's last. */
interface Points {
  readonly xs: number[]
  readonly ys: number[]
  readonly on: boolean[]
  readonly ends: number[]
}

const NO_POINTS: Points = { xs: [], ys: [], on: [], ends: [] }

export function glyfOutlines(tables: SfntTables): Outlines {
  const glyf = requireTable(tables, 'glyf')
  return outlinesByPlace(tables, glyf.byteLength, (from, to) => new DataView(glyf.buffer, glyf.byteOffset + from, to - from))
}

/** The same where `glyf` is not at hand: `size` is its length, and `read` answers some of its bytes. */
export function outlinesByPlace(tables: SfntTables, size: number, read: (from: number, to: number) => DataView): Outlines {
  const loca = requireTable(tables, 'loca', 4)
  const longOffsets = requireTable(tables, 'head', 52).getInt16(50) === 1
  const count = Math.min(requireTable(tables, 'maxp', 6).getUint16(4), loca.byteLength / (longOffsets ? 4 : 2) - 1)
  const start = (glyph: number) => (longOffsets ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))

  function points(glyph: number, depth: number): Points {
    if (glyph < 0 || glyph >= count || depth > MAX_DEPTH) return NO_POINTS
    const from = start(glyph)
    const to = start(glyph + 1)
    if (to <= from || to > size) return NO_POINTS
    const data = read(from, to)
    const contours = data.getInt16(0)
    return contours >= 0 ? simple(data, contours) : composite(data, (part) => points(part, depth + 1))
  }

  return {
    outline(glyph) {
      try {
        return trace(points(glyph, 0))
      } catch (error) {
        if (error instanceof RangeError) throw damaged()
        throw error
      }
    },
  }
}

function simple(data: DataView, contours: number): Points {
  const ends: number[] = []
  for (let contour = 0; contour < contours; contour++) ends.push(data.getUint16(10 + 2 * contour))
  const count = contours === 0 ? 0 : ends[contours - 1]! + 1
  const instructions = 10 + 2 * contours
  let at = instructions + 2 + data.getUint16(instructions)
  const flags: number[] = []
  while (flags.length < count) {
    const flag = data.getUint8(at++)
    flags.push(flag)
    if (flag & REPEAT) for (let again = data.getUint8(at++); again > 0 && flags.length < count; again--) flags.push(flag)
  }
  const coordinates = (short: number, sameOrPositive: number) => {
    const values: number[] = []
    let value = 0
    for (const flag of flags) {
      if (flag & short) {
        const step = data.getUint8(at++)
        value += flag & sameOrPositive ? step : -step
      } else if (!(flag & sameOrPositive)) {
        value += data.getInt16(at)
        at += 2
      }
      values.push(value)
    }
    return values
  }
  const xs = coordinates(X_SHORT, X_SAME_OR_POSITIVE)
  const ys = coordinates(Y_SHORT, Y_SAME_OR_POSITIVE)
  return { xs, ys, on: flags.map((flag) => (flag & ON_CURVE) !== 0), ends }
}

function composite(data: DataView, component: (glyph: number) => Points): Points {
  const all: Points = { xs: [], ys: [], on: [], ends: [] }
  let at = 10
  for (let flags = MORE_COMPONENTS; flags & MORE_COMPONENTS; ) {
    flags = data.getUint16(at)
    const part = component(data.getUint16(at + 2))
    at += 4
    const words = (flags & ARGS_ARE_WORDS) !== 0
    const offsets = (flags & ARGS_ARE_XY) !== 0
    const [first, second] = readArguments(data, at, words, offsets)
    at += words ? 4 : 2
    let [a, b, c, d] = [1, 0, 0, 1]
    if (flags & ONE_SCALE) a = d = fraction(data, at)
    else if (flags & TWO_SCALES) [a, d] = [fraction(data, at), fraction(data, at + 2)]
    else if (flags & TWO_BY_TWO) [a, b, c, d] = [fraction(data, at), fraction(data, at + 2), fraction(data, at + 4), fraction(data, at + 6)]
    at += flags & ONE_SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & TWO_BY_TWO ? 8 : 0
    const xs = part.xs.map((x, point) => a * x + c * part.ys[point]!)
    const ys = part.ys.map((y, point) => b * part.xs[point]! + d * y)
    // The arguments are offsets, or name a point placed so far and one of the component, which are laid on each other.
    const dx = offsets ? first : (all.xs[first] ?? 0) - (xs[second] ?? 0)
    const dy = offsets ? second : (all.ys[first] ?? 0) - (ys[second] ?? 0)
    const before = all.xs.length
    for (const x of xs) all.xs.push(x + dx)
    for (const y of ys) all.ys.push(y + dy)
    all.on.push(...part.on)
    for (const end of part.ends) all.ends.push(before + end)
  }
  return all
}

function readArguments(data: DataView, at: number, words: boolean, signed: boolean): readonly [number, number] {
  if (words) return signed ? [data.getInt16(at), data.getInt16(at + 2)] : [data.getUint16(at), data.getUint16(at + 2)]
  return signed ? [data.getInt8(at), data.getInt8(at + 1)] : [data.getUint8(at), data.getUint8(at + 1)]
}

/** 2.14 fixed point. */
function fraction(data: DataView, at: number): number {
  return data.getInt16(at) / 16384
}

function trace(points: Points): Outline {
  const outline: number[] = []
  let from = 0
  for (const end of points.ends) {
    if (end >= from) traceContour(points, from, end, outline)
    from = end + 1
  }
  return outline
}

/** Two control points in a row have an on-curve point halfway between them. */
function traceContour({ xs, ys, on }: Points, from: number, end: number, outline: number[]): void {
  const length = end - from + 1
  // The walk starts on the curve: at the first point or the last, else halfway between both.
  const anchor = on[from] ? from : on[end] ? end : -1
  const startX = anchor < 0 ? (xs[from]! + xs[end]!) / 2 : xs[anchor]!
  const startY = anchor < 0 ? (ys[from]! + ys[end]!) / 2 : ys[anchor]!
  outline.push(0, startX, startY)
  let control = -1
  const steps = anchor < 0 ? length : length - 1
  const first = anchor === from ? from + 1 : from
  for (let point = first; point < first + steps; point++) {
    if (on[point]) {
      if (control < 0) outline.push(1, xs[point]!, ys[point]!)
      else outline.push(2, xs[control]!, ys[control]!, xs[point]!, ys[point]!)
      control = -1
    } else {
      if (control >= 0) outline.push(2, xs[control]!, ys[control]!, (xs[control]! + xs[point]!) / 2, (ys[control]! + ys[point]!) / 2)
      control = point
    }
  }
  if (control >= 0) outline.push(2, xs[control]!, ys[control]!, startX, startY)
  outline.push(4)
}
