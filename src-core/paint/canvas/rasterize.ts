/**
 * One glyph → coverage of whole pixels, by exact areas: each edge adds what it covers of every pixel that it crosses,
 * and a running sum along the row makes it the coverage to the edge's right. Non-zero winding for contours that turn
 * the same way, as the parts of a glyph do.
 */
import type { Outline } from '../../fonts/face.ts'
import { traceOutline } from './glyph-shapes.ts'

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

/** Pixels to a font unit both ways, and the origin's place inside its pixel. */
export interface GlyphPlacement {
  readonly scaleX: number
  readonly scaleY: number
  readonly offsetX: number
  readonly offsetY: number
}

export function rasterize(outline: Outline, placement: GlyphPlacement): Sprite {
  const edges = flatten(outline, placement)
  if (edges.length === 0) return EMPTY
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let index = 0; index < edges.length; index += 2) {
    const x = edges[index] ?? 0
    const y = edges[index + 1] ?? 0
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  left = Math.floor(left)
  top = Math.floor(top)
  const width = Math.floor(right) - left + 1
  const height = Math.floor(bottom) - top + 1
  // One column more takes what falls to the right of the last pixel.
  const areas = new Float32Array((width + 1) * height)
  for (let index = 0; index < edges.length; index += 4)
    addEdge(areas, width + 1, (edges[index] ?? 0) - left, (edges[index + 1] ?? 0) - top, (edges[index + 2] ?? 0) - left, (edges[index + 3] ?? 0) - top)
  return { left, top, width, height, coverage: accumulate(areas, width, height) }
}

/** Straight edges as x1 y1 x2 y2, in pixels, y downwards. */
function flatten(outline: Outline, { scaleX, scaleY, offsetX, offsetY }: GlyphPlacement): readonly number[] {
  const edges: number[] = []
  let [startX, startY, x, y] = [0, 0, 0, 0]
  const lineTo = (nextX: number, nextY: number) => {
    edges.push(x, y, nextX, nextY)
    x = nextX
    y = nextY
  }
  const px = (unitX: number) => offsetX + scaleX * unitX
  const py = (unitY: number) => offsetY - scaleY * unitY
  traceOutline(outline, {
    moveTo(toX, toY) {
      startX = x = px(toX)
      startY = y = py(toY)
    },
    lineTo: (toX, toY) => lineTo(px(toX), py(toY)),
    quadraticCurveTo(cx, cy, toX, toY) {
      const [x0, y0, x1, y1, x2, y2] = [x, y, px(cx), py(cy), px(toX), py(toY)]
      const pieces = pieceCount(Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2) / 4)
      for (let piece = 1; piece <= pieces; piece++) {
        const t = piece / pieces
        const u = 1 - t
        lineTo(u * u * x0 + 2 * u * t * x1 + t * t * x2, u * u * y0 + 2 * u * t * y1 + t * t * y2)
      }
    },
    bezierCurveTo(ax, ay, bx, by, toX, toY) {
      const [x0, y0, x1, y1, x2, y2, x3, y3] = [x, y, px(ax), py(ay), px(bx), py(by), px(toX), py(toY)]
      const bend = Math.max(Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), Math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3))
      const pieces = pieceCount(0.75 * bend)
      for (let piece = 1; piece <= pieces; piece++) {
        const t = piece / pieces
        const u = 1 - t
        const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
        lineTo(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)
      }
    },
    closePath: () => lineTo(startX, startY),
  })
  return edges
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
      areas[cell] = (areas[cell] ?? 0) + height * (1 - share)
      areas[cell + 1] = (areas[cell + 1] ?? 0) + height * share
      x = nextX
      y = nextY
    }
    x = endX
    y = rowEnd
  }
}

function accumulate(areas: Float32Array, width: number, height: number): Uint8Array {
  const coverage = new Uint8Array(width * height)
  for (let row = 0; row < height; row++) {
    let sum = 0
    for (let column = 0; column < width; column++) {
      sum += areas[row * (width + 1) + column] ?? 0
      coverage[row * width + column] = Math.round(255 * Math.min(1, Math.abs(sum)))
    }
  }
  return coverage
}
