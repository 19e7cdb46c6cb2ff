/** Paths of marks: steps as in a glyph's outline (`fonts/face.ts`), in points, y downwards, rounded as all lengths. */
import { roundLength } from './frame.ts'

/** Numbers after each kind of step: move, line, quadratic, cubic, close. */
const STEP_LENGTHS = [2, 2, 4, 6, 0] as const
const [MOVE, LINE, CUBIC, CLOSE] = [0, 1, 3, 4]

/** The handles of four cubics that make a circle, in radii. */
const CIRCLE = 0.5523
/** A half wave of a sine as one cubic: how far its handles stand along it, and over it in amplitudes. */
const WAVE_ALONG = 0.3642
const WAVE_OVER = 4 / 3

/** Discs round points. */
export function discs(centres: readonly (readonly [x: number, y: number])[], diameter: number): readonly number[] {
  const r = diameter / 2
  const k = r * CIRCLE
  const path: number[] = []
  const step = (kind: number, x: number, y: number, ...offsets: readonly number[]) => {
    path.push(kind)
    offsets.forEach((offset, index) => path.push(roundLength((index % 2 === 0 ? x : y) + offset)))
  }
  for (const [x, y] of centres) {
    step(MOVE, x, y, r, 0)
    step(CUBIC, x, y, r, k, k, r, 0, r)
    step(CUBIC, x, y, -k, r, -r, k, -r, 0)
    step(CUBIC, x, y, -r, -k, -k, -r, 0, -r)
    step(CUBIC, x, y, k, -r, r, -k, r, 0)
    path.push(CLOSE)
  }
  return path
}

/** A circle about the origin, drawn as a band: its inner edge runs the other way round. */
export function ring(radius: number, width: number): readonly number[] {
  const inner = radius - width / 2
  return [...discs([[0, 0]], 2 * radius + width), ...circleBackwards(inner)]
}

function circleBackwards(r: number): readonly number[] {
  const k = r * CIRCLE
  const steps = [[MOVE, r, 0], [CUBIC, r, -k, k, -r, 0, -r], [CUBIC, -k, -r, -r, -k, -r, 0], [CUBIC, -r, k, -k, r, 0, r], [CUBIC, k, r, r, k, r, 0]] as const
  return [...steps.flatMap(([kind, ...places]) => [kind, ...places.map(roundLength)]), CLOSE]
}

/**
 * A sine of whole half waves about an axis from the origin on, rightwards or downwards, drawn as a band; the first half
 * swings down, or to the right.
 */
export function wave(length: number, shape: { readonly halfWave: number; readonly amplitude: number; readonly width: number }, downwards: boolean): readonly number[] {
  const count = Math.max(1, Math.round(length / shape.halfWave))
  const half = length / count
  const edge = shape.width / 2
  const path: number[] = []
  const step = (kind: number, ...points: readonly (readonly [along: number, across: number])[]) => {
    path.push(kind)
    for (const [along, across] of points) path.push(roundLength(downwards ? across : along), roundLength(downwards ? along : across))
  }
  const over = (index: number) => (index % 2 === 0 ? 1 : -1) * shape.amplitude * WAVE_OVER
  step(MOVE, [0, edge])
  for (let index = 0; index < count; index++) {
    step(CUBIC, [(index + WAVE_ALONG) * half, over(index) + edge], [(index + 1 - WAVE_ALONG) * half, over(index) + edge], [(index + 1) * half, edge])
  }
  step(LINE, [length, -edge])
  for (let index = count - 1; index >= 0; index--) {
    step(CUBIC, [(index + 1 - WAVE_ALONG) * half, over(index) - edge], [(index + WAVE_ALONG) * half, over(index) - edge], [index * half, -edge])
  }
  path.push(CLOSE)
  return path
}

export function scalePath(path: readonly number[], scale: number): readonly number[] {
  return mapPath(path, (value) => roundLength(value * scale))
}

/** The path with every coordinate changed. */
export function mapPath(path: readonly number[], change: (value: number) => number): readonly number[] {
  const changed: number[] = []
  for (let at = 0; at < path.length; ) {
    const kind = path[at++]!
    changed.push(kind)
    for (const end = at + STEP_LENGTHS[kind as 0 | 1 | 2 | 3 | 4]; at < end; at++) changed.push(change(path[at]!))
  }
  return changed
}

/** The corners of what encloses all points of a path, handles too: no curve leaves their hull. */
export function pathCorners(path: readonly number[]): readonly [left: number, top: number, right: number, bottom: number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < path.length; ) {
    const kind = path[at++]!
    for (const end = at + STEP_LENGTHS[kind as 0 | 1 | 2 | 3 | 4]; at < end; at += 2) {
      left = Math.min(left, path[at]!)
      top = Math.min(top, path[at + 1]!)
      right = Math.max(right, path[at]!)
      bottom = Math.max(bottom, path[at + 1]!)
    }
  }
  return [left, top, right, bottom]
}
