import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeMeta, faceMeta, openFace } from '../../../src-core/fonts/face-index.ts'
import { INDEX_VERSION, isCurrentIndex, readIndex, selectorIndex, writeIndex, type IndexSections } from '../../../src-core/fonts/index-format.ts'

const words = fc.uint16Array({ maxLength: 9 })
const signed = fc.int16Array({ maxLength: 9 })

const sections: fc.Arbitrary<IndexSections> = fc.record({
  meta: fc.uint8Array({ maxLength: 9 }),
  pages: words,
  leaves: words,
  advances: words,
  inkGlyphs: words,
  inkBoxes: signed,
  variantKeys: fc.uint32Array({ maxLength: 9 }),
  variantGlyphs: words,
  vertFrom: words,
  vertTo: words,
  fwidFrom: words,
  fwidTo: words,
  hwidFrom: words,
  hwidTo: words,
  haltGlyphs: words,
  haltValues: signed,
  vhalGlyphs: words,
  vhalValues: signed,
  widenGlyphs: words,
  widenValues: signed,
})

describe('the bytes of an index', () => {
  it('give every section back, wherever in a buffer they lie', () => {
    fc.assert(
      fc.property(sections, fc.nat(5), (written, shift) => {
        const bytes = writeIndex(written)
        const moved = new Uint8Array(bytes.length + shift)
        moved.set(bytes, shift)
        expect(readIndex(moved.subarray(shift))).toEqual(written)
        expect(readIndex(Buffer.from(moved.buffer).subarray(shift))).toEqual(written)
      }),
    )
  })

  it('are views, not copies', () => {
    fc.assert(
      fc.property(sections, (written) => {
        const bytes = writeIndex(written)
        expect(Object.values(readIndex(bytes)).every((section) => section.buffer === bytes.buffer)).toBe(true)
      }),
    )
  })

  it('are refused when cut short or of another version', () => {
    fc.assert(
      fc.property(sections, fc.nat(), (written, seed) => {
        const bytes = writeIndex(written)
        const older = bytes.slice()
        older[4] = INDEX_VERSION + 1
        expect(isCurrentIndex(older)).toBe(false)
        expect(() => readIndex(older)).toThrow()
        const used = Math.max(...Object.values(readIndex(bytes)).map(({ byteOffset, byteLength }) => byteOffset + byteLength))
        expect(() => readIndex(bytes.slice(0, seed % used))).toThrow()
      }),
    )
  })

  it('keep names in any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const meta = { hash: 'a', name, unitsPerEm: 1000, ascender: 880, descender: -120, embedding: 'allowed' as const }
        const empty = new Uint16Array(0)
        const none = new Int16Array(0)
        const bytes = writeIndex({
          meta: encodeMeta(meta),
          pages: empty,
          leaves: empty,
          advances: empty,
          inkGlyphs: empty,
          inkBoxes: none,
          variantKeys: new Uint32Array(0),
          variantGlyphs: empty,
          vertFrom: empty,
          vertTo: empty,
          fwidFrom: empty,
          fwidTo: empty,
          hwidFrom: empty,
          hwidTo: empty,
          haltGlyphs: empty,
          haltValues: none,
          vhalGlyphs: empty,
          vhalValues: none,
          widenGlyphs: empty,
          widenValues: none,
        })
        expect(faceMeta(bytes)).toEqual(meta)
        expect(openFace('own', bytes)).toMatchObject({ hash: 'a', name, embeddable: true })
      }),
    )
  })

  it('number the variation selectors without a clash', () => {
    const selectors = [...Array.from({ length: 16 }, (_, at) => 0xfe00 + at), ...Array.from({ length: 240 }, (_, at) => 0xe0100 + at)]
    expect(selectors.map(selectorIndex)).toEqual(selectors.map((_, at) => at))
    expect([0x41, 0xfe10, 0xe00ff, 0xe01f0].map(selectorIndex)).toEqual([-1, -1, -1, -1])
  })
})
