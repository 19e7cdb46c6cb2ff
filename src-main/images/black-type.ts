/**
 * Black type in pictures of a screen's colours: shapes of black, without colour, that stand on white on all sides. What is
 * dark in a photograph passes into other tones somewhere, and is none.
 */
import type { Pixels } from './pixels.ts'

/** Of 255: the lightest black, the darkest white, and how far the channels of a grey lie apart after packing. */
const BLACKEST = 80
const WHITEST = 225
const NO_COLOUR = 24
/** Pixels between black and white: an edge is blurred by so much. */
const EDGE = 3
/** Of a shape's edge that may meet something else: a stain of the packing. */
const STRAYS = 0.05

const OTHER = 0
const GREY = 1
const WHITE = 2
const BLACK = 3
/** Black that was looked at, and black that is type. */
const SEEN = 4
const TYPE = 5

/** For each pixel 1 where it is of black type or its edge; null where there is none. `pixels` are red, green and blue. */
export function blackType({ pixels, width, height }: Pick<Pixels, 'pixels' | 'width' | 'height'>): Uint8Array | null {
  const kinds = kindsOf(pixels, width * height)
  const shapes = new Shapes(kinds, width, height)
  let isThere = false
  for (let at = kinds.indexOf(BLACK); at >= 0; at = kinds.indexOf(BLACK, at + 1)) {
    if (!shapes.isType(at)) continue
    shapes.mark(at)
    isThere = true
  }
  return isThere ? shapes.withEdges() : null
}

function kindsOf(pixels: Uint8Array, count: number): Uint8Array {
  const kinds = new Uint8Array(count)
  for (let at = 0, from = 0; at < count; at++, from += 3) {
    const [red, green, blue] = [pixels[from]!, pixels[from + 1]!, pixels[from + 2]!]
    const least = red < green ? (red < blue ? red : blue) : green < blue ? green : blue
    const most = red > green ? (red > blue ? red : blue) : green > blue ? green : blue
    if (most - least <= NO_COLOUR) kinds[at] = most <= BLACKEST ? BLACK : least >= WHITEST ? WHITE : GREY
  }
  return kinds
}

class Shapes {
  private readonly kinds: Uint8Array
  private readonly width: number
  private readonly height: number

  constructor(kinds: Uint8Array, width: number, height: number) {
    this.kinds = kinds
    this.width = width
    this.height = height
  }

  /** Whether the shape that begins there meets white nearly everywhere. */
  isType(start: number): boolean {
    const { width, height } = this
    let [white, other] = [0, 0]
    this.fill(start, BLACK, SEEN, (at) => {
      const x = at % width
      const y = (at - x) / width
      for (const [step, room] of [[-1, x], [1, width - 1 - x], [-width, y], [width, height - 1 - y]] as const) {
        const met = this.met(at, step, room)
        if (met === WHITE) white++
        else if (met === OTHER) other++
      }
    })
    return white > 0 && other <= STRAYS * (white + other)
  }

  mark(start: number): void {
    this.fill(start, SEEN, TYPE, () => {})
  }

  /** Type, and the greys between it and its white. */
  withEdges(): Uint8Array {
    const { kinds, width, height } = this
    const mask = new Uint8Array(kinds.length)
    for (let at = 0; at < kinds.length; at++) {
      if (kinds[at] !== TYPE) continue
      mask[at] = 1
      const x = at % width
      const y = (at - x) / width
      for (let row = Math.max(0, y - EDGE + 1); row < Math.min(height, y + EDGE); row++)
        for (let column = Math.max(0, x - EDGE + 1); column < Math.min(width, x + EDGE); column++) if (kinds[row * width + column] === GREY) mask[row * width + column] = 1
    }
    return mask
  }

  /** What stands beside a pixel of the shape: null for more of the shape, for its like, and for the picture's edge. */
  private met(at: number, step: number, room: number): typeof WHITE | typeof OTHER | null {
    for (let away = 1; away <= EDGE && away <= room; away++) {
      const kind = this.kinds[at + away * step]!
      if (kind >= BLACK) return null
      if (kind === WHITE || kind === OTHER) return kind
    }
    return room < EDGE ? null : OTHER
  }

  /** Turns all that hangs together at its sides, run by run, from one kind into another. */
  private fill(start: number, from: number, to: number, visit: (at: number) => void): void {
    const { kinds, width } = this
    const starts = [start]
    for (let seed = starts.pop(); seed !== undefined; seed = starts.pop()) {
      if (kinds[seed] !== from) continue
      const row = seed - (seed % width)
      let left = seed
      while (left > row && kinds[left - 1] === from) left--
      let right = seed
      while (right + 1 < row + width && kinds[right + 1] === from) right++
      kinds.fill(to, left, right + 1)
      for (const beside of [-width, width]) {
        let isInRun = false
        for (let at = left + beside; at <= right + beside; at++) {
          const isFree = kinds[at] === from
          if (isFree && !isInRun) starts.push(at)
          isInRun = isFree
        }
      }
      for (let at = left; at <= right; at++) visit(at)
    }
  }
}
