import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packOutlines, unpackOutlines } from '../../../src-core/fonts/outline-pack.ts'

it('brings every outline through, from any place in a message', () => {
  const outline = fc.array(fc.integer({ min: -32_768, max: 32_767 }), { maxLength: 40 })
  const shapes = fc.dictionary(fc.integer({ min: 0, max: 0xffff }).map(String), outline, { maxKeys: 20 })
  fc.assert(
    fc.property(shapes, fc.nat(7), (byGlyph, offset) => {
      const glyphs = Object.keys(byGlyph).map(Number)
      const packed = packOutlines(glyphs, { outline: (glyph) => byGlyph[glyph]! })
      const message = new Uint8Array(offset + packed.length)
      message.set(packed, offset)
      const unpacked = [...unpackOutlines(message.subarray(offset))].map(([glyph, shape]) => [glyph, shape()])
      expect(Object.fromEntries(unpacked)).toEqual(byGlyph)
    }),
  )
})
