/**
 * Exact text: every glyph a filled path, unhinted. One path a glyph is kept and filled under a transform: in Chromium
 * as in Skia on Node faster than a path a line built anew.
 */
import type { FaceId } from '../../document/style.ts'
import type { GlyphRun } from '../../typeset/frame.ts'
import { cssColor } from './color.ts'
import type { CanvasContext, CanvasPath } from './context.ts'
import { baselinePixel, traceOutline, type GlyphShapes } from './glyph-shapes.ts'
import type { TextPainter, View } from './paint-frame.ts'

export function outlineText(shapes: GlyphShapes, createPath: () => CanvasPath): TextPainter {
  const paths = new Map<FaceId, Map<number, CanvasPath>>()

  /** Null for a face that is not at hand. */
  function pathsOf(id: FaceId): ((glyph: number) => CanvasPath) | null {
    const outlines = shapes.outlines(id)
    if (!outlines) return null
    const known = paths.get(id) ?? new Map<number, CanvasPath>()
    paths.set(id, known)
    return (glyph) => {
      const found = known.get(glyph)
      if (found) return found
      const path = createPath()
      traceOutline(outlines.outline(glyph), path)
      known.set(glyph, path)
      return path
    }
  }

  return {
    paint(context: CanvasContext, run: GlyphRun, { scale, x, y }: View) {
      const face = shapes.faces.face(run.face)
      const path = face && pathsOf(run.face)
      if (!path) return
      const unit = (scale * run.size) / face.unitsPerEm
      const across = unit * (run.scaleX ?? 1)
      context.fillStyle = cssColor(run.color)
      run.glyphs.forEach((glyph, index) => {
        const left = x + scale * (run.x + (run.xs[index] ?? 0))
        const baseline = baselinePixel(y + scale * (run.y + (run.ys?.[index] ?? 0)))
        context.setTransform(across, 0, 0, -unit, left, baseline)
        context.fill(path(glyph))
      })
    },
    // Everything is on the canvas already.
    flush() {},
  }
}
