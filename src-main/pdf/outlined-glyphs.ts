/**
 * 文字转曲: glyphs as filled shapes, for plants whose RIPs stumble over fonts. Each shape is written once a file, in
 * thousandths of an em, and placed wherever the glyph stands.
 */
import type { Outline } from '../../src-core/fonts/face.ts'
import type { GlyphRun } from '../../src-core/typeset/frame.ts'
import { mapPath, pathCorners } from '../../src-core/typeset/path.ts'
import { decimal } from './decimal.ts'
import { pathOperators } from './path-operators.ts'

export interface GlyphShape {
  /** The corners of what encloses it, handles of its curves included. */
  readonly box: readonly [left: number, bottom: number, right: number, top: number]
  readonly operators: string
}

/** Null for a glyph without ink. */
export function glyphShape(outline: Outline, unitsPerEm: number): GlyphShape | null {
  if (outline.length === 0) return null
  const scaled = mapPath(outline, (value) => (value * 1000) / unitsPerEm)
  const [left, bottom, right, top] = pathCorners(scaled)
  return { box: [Math.floor(left), Math.floor(bottom), Math.ceil(right), Math.ceil(top)], operators: `${pathOperators(0, 0, scaled, tenth)} f` }
}

/** `shape` answers the resource that draws a glyph, or null where there is nothing to draw. */
export function showOutlines({ glyphs, x, y, xs, ys, size, scaleX = 1, rotate }: GlyphRun, shape: (glyph: number) => string | null): readonly string[] {
  const [along, up] = [fine((size * scaleX) / 1000), fine(size / 1000)]
  // Turned clockwise, letters run downwards and their heads point right; y points downwards on the page.
  const matrix = rotate ? `0 ${along} ${up} 0` : `${along} 0 0 -${up}`
  return glyphs.flatMap((glyph, index) => {
    const resource = shape(glyph)
    return resource === null ? [] : [`q ${matrix} ${decimal(x + xs[index]!)} ${decimal(y + (ys?.[index] ?? 0))} cm /${resource} Do Q`]
  })
}

/** Of a thousandth of an em: a hundredth of a point in letters as high as a hand. */
function tenth(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** A thousandth of a size that is itself given in thousandths of a point. */
function fine(value: number): string {
  return value.toFixed(7).replace(/0+$/u, '')
}
