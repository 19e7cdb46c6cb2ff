/** Outlines of a CFF face (OTF) by opentype.js: the tables are read once, each glyph when it is asked for. */
import { parse, type PathCommand } from 'opentype.js/dist/opentype.mjs'
import type { Outline, Outlines } from './face.ts'
import { damaged } from './sfnt.ts'

export function cffOutlines(bytes: Uint8Array): Outlines {
  const font = open(bytes)
  return {
    outline(glyph) {
      if (glyph < 0 || glyph >= font.numGlyphs) return []
      return font.glyphs.get(glyph).path.commands.flatMap(flatten)
    },
  }
}

function open(bytes: Uint8Array) {
  try {
    return parse(new Uint8Array(bytes).buffer, { lowMemory: true })
  } catch {
    throw damaged()
  }
}

function flatten({ type, x, y, x1, y1, x2, y2 }: PathCommand): Outline {
  switch (type) {
    case 'M':
      return [0, x, y]
    case 'L':
      return [1, x, y]
    case 'Q':
      return [2, x1, y1, x, y]
    case 'C':
      return [3, x1, y1, x2, y2, x, y]
    case 'Z':
      return [4]
  }
}
