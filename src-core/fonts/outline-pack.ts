/**
 * Some glyphs' outlines as bytes, for the window: a page needs some hundred kilobytes of shapes, the font files it takes
 * them from are fifty megabytes. Little endian: a count, that many glyph ids and lengths, then the outlines' numbers.
 */
import type { Outline, Outlines } from './face.ts'

const WORD = 4
const NUMBER = 2

/** Font units are whole in TrueType; in CFF they are rounded here, to less than a thousandth of an em. */
export function packOutlines(glyphs: readonly number[], { outline }: Outlines): Uint8Array {
  const shapes = glyphs.map(outline)
  const total = shapes.reduce((sum, shape) => sum + shape.length, 0)
  const bytes = new Uint8Array(WORD + 2 * WORD * glyphs.length + NUMBER * total)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, glyphs.length, true)
  let at = WORD * (1 + 2 * glyphs.length)
  shapes.forEach((shape, index) => {
    view.setUint32(WORD * (1 + index), glyphs[index]!, true)
    view.setUint32(WORD * (1 + glyphs.length + index), shape.length, true)
    for (const value of shape) {
      view.setInt16(at, Math.round(value), true)
      at += NUMBER
    }
  })
  return bytes
}

/** Outlines by glyph. Trusts its bytes: they come from our own machine's side. */
export function unpackOutlines(bytes: Uint8Array): ReadonlyMap<number, Outline> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(0, true)
  let at = WORD * (1 + 2 * count)
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const shape = Array.from({ length: view.getUint32(WORD * (1 + count + index), true) }, (__, step) => view.getInt16(at + NUMBER * step, true))
      at += NUMBER * shape.length
      return [view.getUint32(WORD * (1 + index), true), shape]
    }),
  )
}
