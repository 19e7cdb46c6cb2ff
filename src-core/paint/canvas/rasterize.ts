/**
 * One glyph → coverage of whole pixels, by exact areas: each edge adds what it covers of every pixel that it crosses,
 * and a running sum along the row makes it the coverage to the edge's right. Non-zero winding for contours that turn
 * the same way, as the parts of a glyph do.
 */
import type { Outline } from '../../fonts/face.ts'
import { traceOutline, type OutlineSink } from './glyph-shapes.ts'

export interface Sprite {
  /** Pixels from the glyph's origin pixel to the sprite's left and top. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** 0 to 255, row by row. */
  readonly coverage: Uint8Array
}

/** Pixels between a curve and the straight pieces that stand for it. */
const FLATNESS = 0.1

const EMPTY: Sprite = { left: 0, top: 0, width: 0, height: 0, coverage: new Uint8Array(0) }

/** Pixels to a font unit both ways, and the origin's place across its pixel. */
export interface GlyphPlacement {
  readonly scaleX: number
  readonly scaleY: number
  readonly offset: number
  /** Turned by a quarter, clockwise; the scales are those of the glyph as it was before. */
  readonly turned?: boolean
}

/** Keeps its buffers from glyph to glyph; one at a time. */
export class Rasterizer {
  /** Straight edges as x1 y1 x2 y2, in pixels, y downwards. */
  private edges = new Float64Array(4096)
  private length = 0
  private areas = new Float32Array(4096)

  rasterize(outline: Outline, placement: GlyphPlacement): Sprite {
    this.length = 0
    traceOutline(outline, new Flattener(placement, (x1, y1, x2, y2) => this.push(x1, y1, x2, y2)))
    const { edges, length } = this
    if (length === 0) return EMPTY
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let at = 0; at < length; at += 2) {
      left = Math.min(left, edges[at]!)
      right = Math.max(right, edges[at]!)
      top = Math.min(top, edges[at + 1]!)
      bottom = Math.max(bottom, edges[at + 1]!)
    }
    left = Math.floor(left)
    top = Math.floor(top)
    const width = Math.floor(right) - left + 1
    const height = Math.floor(bottom) - top + 1
    // One column more takes what falls to the right of the last pixel.
    const stride = width + 1
    if (this.areas.length < stride * height) this.areas = new Float32Array(2 * stride * height)
    for (let at = 0; at < length; at += 4)
      addEdge(this.areas, stride, edges[at]! - left, edges[at + 1]! - top, edges[at + 2]! - left, edges[at + 3]! - top)
    return { left, top, width, height, coverage: takeCoverage(this.areas, width, height) }
  }

  private push(x1: number, y1: number, x2: number, y2: number): void {
    if (this.length + 4 > this.edges.length) {
      const grown = new Float64Array(2 * this.edges.length)
      grown.set(this.edges)
      this.edges = grown
    }
    this.edges[this.length++] = x1
    this.edges[this.length++] = y1
    this.edges[this.length++] = x2
    this.edges[this.length++] = y2
  }
}

/** Outline steps → straight edges in pixels. */
class Flattener implements OutlineSink {
  private readonly offset: number
  /** Pixels across and down for a unit of x and of y. */
  private readonly acrossX: number
  private readonly acrossY: number
  private readonly downX: number
  private readonly downY: number
  private readonly edge: (x1: number, y1: number, x2: number, y2: number) => void
  private startX = 0
  private startY = 0
  private x = 0
  private y = 0

  constructor(placement: GlyphPlacement, edge: (x1: number, y1: number, x2: number, y2: number) => void) {
    const { scaleX, scaleY, offset, turned = false } = placement
    this.offset = offset
    this.acrossX = turned ? 0 : scaleX
    this.acrossY = turned ? scaleY : 0
    this.downX = turned ? scaleX : 0
    this.downY = turned ? 0 : -scaleY
    this.edge = edge
  }

  moveTo(x: number, y: number): void {
    this.startX = this.x = this.across(x, y)
    this.startY = this.y = this.down(x, y)
  }

  lineTo(x: number, y: number): void {
    this.step(this.across(x, y), this.down(x, y))
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    const x0 = this.x
    const y0 = this.y
    const x1 = this.across(cx, cy)
    const y1 = this.down(cx, cy)
    const x2 = this.across(x, y)
    const y2 = this.down(x, y)
    const pieces = pieceCount(bend(x0, x1, x2, y0, y1, y2) / 4)
    for (let piece = 1; piece <= pieces; piece++) {
      const t = piece / pieces
      const u = 1 - t
      this.step(u * u * x0 + 2 * u * t * x1 + t * t * x2, u * u * y0 + 2 * u * t * y1 + t * t * y2)
    }
  }

  bezierCurveTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void {
    const x0 = this.x
    const y0 = this.y
    const x1 = this.across(c1x, c1y)
    const y1 = this.down(c1x, c1y)
    const x2 = this.across(c2x, c2y)
    const y2 = this.down(c2x, c2y)
    const x3 = this.across(x, y)
    const y3 = this.down(x, y)
    const pieces = pieceCount(0.75 * Math.max(bend(x0, x1, x2, y0, y1, y2), bend(x1, x2, x3, y1, y2, y3)))
    for (let piece = 1; piece <= pieces; piece++) {
      const t = piece / pieces
      const u = 1 - t
      const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
      this.step(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)
    }
  }

  closePath(): void {
    this.step(this.startX, this.startY)
  }

  private across(x: number, y: number): number {
    return this.offset + this.acrossX * x + this.acrossY * y
  }

  private down(x: number, y: number): number {
    return this.downX * x + this.downY * y
  }

  private step(x: number, y: number): void {
    this.edge(this.x, this.y, x, y)
    this.x = x
    this.y = y
  }
}

/** How far three points are from even steps on a straight line (both axes added, which is never too little). */
function bend(x0: number, x1: number, x2: number, y0: number, y1: number, y2: number): number {
  return Math.abs(x0 - 2 * x1 + x2) + Math.abs(y0 - 2 * y1 + y2)
}

/** Halving a piece quarters its distance from the curve. */
function pieceCount(distance: number): number {
  return Math.max(1, Math.ceil(Math.sqrt(distance / FLATNESS)))
}

/** Walks the edge from pixel to pixel; each piece adds its height, shared with the next pixel by where it stands. */
function addEdge(areas: Float32Array, stride: number, x1: number, y1: number, x2: number, y2: number): void {
  if (y1 === y2) return
  const winding = y1 < y2 ? 1 : -1
  const [fromX, fromY, toX, toY] = y1 < y2 ? [x1, y1, x2, y2] : [x2, y2, x1, y1]
  const slope = (toX - fromX) / (toY - fromY)
  const [least, most] = fromX < toX ? [fromX, toX] : [toX, fromX]
  let x = fromX
  let y = fromY
  for (let row = Math.floor(fromY); row < toY; row++) {
    const rowEnd = Math.min(row + 1, toY)
    const endX = rowEnd === toY ? toX : Math.min(most, Math.max(least, fromX + (rowEnd - fromY) * slope))
    while (y < rowEnd) {
      // A piece that ends on a pixel's edge going left lies in the pixel before it.
      const column = endX < x ? Math.ceil(x) - 1 : Math.floor(x)
      const border = endX < x ? column : column + 1
      const crosses = endX < x ? endX < border : endX > border
      const nextX = crosses ? border : endX
      const nextY = crosses ? Math.min(rowEnd, Math.max(y, y + (border - x) / slope)) : rowEnd
      const height = winding * (nextY - y)
      const share = (x + nextX) / 2 - column
      const cell = row * stride + column
      areas[cell] = areas[cell]! + height * (1 - share)
      areas[cell + 1] = areas[cell + 1]! + height * share
      x = nextX
      y = nextY
    }
    x = endX
    y = rowEnd
  }
}

/** Sums each row up, and leaves the areas empty for the next glyph. */
function takeCoverage(areas: Float32Array, width: number, height: number): Uint8Array {
  const coverage = new Uint8Array(width * height)
  for (let row = 0; row < height; row++) {
    let sum = 0
    for (let column = 0; column < width; column++) {
      sum += areas[row * (width + 1) + column]!
      coverage[row * width + column] = Math.round(255 * Math.min(1, Math.abs(sum)))
    }
  }
  areas.fill(0, 0, (width + 1) * height)
  return coverage
}
