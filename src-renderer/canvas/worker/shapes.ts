/** The faces that the worker has: indexes from the start, font files as they arrive. */
import type { FaceId } from '../../../src-core/document/style.ts'
import { openFace } from '../../../src-core/fonts/face-index.ts'
import { faceSet } from '../../../src-core/fonts/face-set.ts'
import type { FaceSet, Outlines } from '../../../src-core/fonts/face.ts'
import { openOutlines } from '../../../src-core/fonts/outlines.ts'
import type { CanvasContext } from '../../../src-core/paint/canvas/context.ts'
import type { GlyphShapes } from '../../../src-core/paint/canvas/glyph-shapes.ts'
import type { TextPainter, View } from '../../../src-core/paint/canvas/paint-frame.ts'
import type { FrameItem, GlyphRun } from '../../../src-core/typeset/frame.ts'

export interface ArrivingShapes extends GlyphShapes {
  addFile(face: FaceId, file: Uint8Array): Promise<void>
}

export function arrivingShapes(indexes: readonly { readonly id: FaceId; readonly index: Uint8Array }[]): ArrivingShapes {
  const faces: FaceSet = faceSet(indexes.map(({ id, index }) => openFace(id, index)))
  const files = new Map<FaceId, Outlines>()
  return {
    faces,
    outlines: (face) => files.get(face),
    addFile: async (face, file) => void files.set(face, await openOutlines(file)),
  }
}

/** Faces of a frame, the most used first. */
export function facesOf(items: readonly FrameItem[]): readonly FaceId[] {
  const uses = new Map<FaceId, number>()
  const count = (item: FrameItem): void => {
    if (item.kind === 'group') item.items.forEach(count)
    else if (item.kind === 'glyphs') uses.set(item.face, (uses.get(item.face) ?? 0) + item.glyphs.length)
  }
  items.forEach(count)
  return [...uses].toSorted((a, b) => b[1] - a[1]).map(([face]) => face)
}

/** Grey strips for text whose font file is still on its way: the page has its shape from the first moment. */
export function greekedUntilHere(text: TextPainter, shapes: GlyphShapes): TextPainter {
  return {
    paint(context, run, view) {
      if (shapes.outlines(run.face)) text.paint(context, run, view)
      else {
        text.flush(context)
        paintStrip(context, run, view)
      }
    },
    flush: (context) => text.flush(context),
  }
}

function paintStrip(context: CanvasContext, { x, y, xs, size }: GlyphRun, view: View): void {
  const last = xs.at(-1)
  if (last === undefined) return
  context.setTransform(view.scale, 0, 0, view.scale, view.x, view.y)
  context.fillStyle = 'rgb(0 0 0 / 0.12)'
  context.fillRect(x, y - 0.72 * size, last + size, 0.66 * size)
}
