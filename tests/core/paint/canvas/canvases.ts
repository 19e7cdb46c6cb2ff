/** Canvases to paint on, and runs to paint, for the canvas painter's tests. */
import { createCanvas, ImageData, type SKRSContext2D } from '@napi-rs/canvas'
import type { Outlines } from '../../../../src-core/fonts/face.ts'
import type { TextPainter } from '../../../../src-core/paint/canvas/paint-frame.ts'
import { spriteText, type TextSurface } from '../../../../src-core/paint/canvas/sprite-text.ts'
import { roundLength, type GlyphRun } from '../../../../src-core/typeset/frame.ts'
import { openFaces } from '../../../../src-main/services/faces.ts'

const faces = await openFaces({ cache: null })
const outlines = new Map<string, Outlines>()
for (const id of ['song', 'hei']) outlines.set(id, await faces.outlines(id))
const shapes = { faces: faces.set, outlines: (id: string) => outlines.get(id) }

export const SIDE = 120

export function text(): TextPainter {
  return spriteText(shapes, textSurface)
}

export function paper(): SKRSContext2D {
  const context = createCanvas(SIDE, SIDE).getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, SIDE, SIDE)
  return context
}

/** Red, green, blue, alpha of every pixel. */
export function pixelsOf(context: SKRSContext2D): Uint8ClampedArray {
  return context.getImageData(0, 0, SIDE, SIDE).data
}

/** Characters one em apart. */
export function run(characters: string, x: number, y: number, size: number, more: Partial<GlyphRun> = {}): GlyphRun {
  const each = Array.from(characters)
  const face = faces.set.face(more.face ?? 'song')!
  return {
    kind: 'glyphs',
    face: face.id,
    size,
    color: [0, 0, 0, 1],
    x: roundLength(x),
    y: roundLength(y),
    glyphs: each.map((character) => face.glyph(character.codePointAt(0)!)),
    xs: each.map((_, index) => roundLength(index * size)),
    text: characters,
    clusters: each.map((_, index) => index),
    source: null,
    ...more,
  }
}

function textSurface(): TextSurface {
  const canvas = createCanvas(SIDE, SIDE)
  const image = new ImageData(SIDE, SIDE)
  return {
    width: SIDE,
    height: SIDE,
    pixels: image.data,
    upload(x, y, width, height) {
      canvas.getContext('2d').putImageData(image, 0, 0, x, y, width, height)
      return canvas
    },
  }
}
