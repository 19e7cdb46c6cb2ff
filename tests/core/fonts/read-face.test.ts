import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse, type Font } from 'opentype.js/dist/opentype.mjs'
import { describe, expect, it } from 'vitest'
import type { Face } from '../../../src-core/fonts/face.ts'
import { openFace } from '../../../src-core/fonts/face-index.ts'
import { readFace } from '../../../src-core/fonts/read-face.ts'
import { UnreadableFace } from '../../../src-core/fonts/sfnt.ts'
import { bundledFaceFiles } from '../../../src-main/services/face-files.ts'
import { smallFace } from './small-face.ts'

interface Subject {
  readonly font: Font
  readonly face: Face
}

const loaded = new Map<string, Subject>()

function load(id: string): Subject {
  const known = loaded.get(id)
  if (known) return known
  const bytes = readFileSync(bundledFaceFiles().find((file) => file.id === id)!.path)
  const subject = { font: parse(new Uint8Array(bytes).buffer, { lowMemory: true }), face: openFace(id, readFace(bytes, 'hash')) }
  loaded.set(id, subject)
  return subject
}

describe.each(['song', 'kai'])('the index of %s', (id) => {
  const { font, face } = load(id)

  it('has the glyph of every code point, in its zh-Hans form', () => {
    const localized = new Map(font.substitution.getSingle('locl', 'hani', 'ZHS ').map(({ sub, by }) => [sub, by]))
    const mapped = Object.entries(font.tables.cmap.glyphIndexMap)
    const wrong = mapped.filter(([codePoint, glyph]) => face.glyph(Number(codePoint)) !== (localized.get(glyph) ?? glyph))
    expect(mapped.length).toBeGreaterThan(28_000)
    expect(wrong).toEqual([])
  })

  it('has glyph 0 for code points that the face lacks', () => {
    const known = font.tables.cmap.glyphIndexMap
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x10ffff }), (codePoint) => {
        expect(face.glyph(codePoint) === 0).toBe(!known[codePoint])
      }),
    )
  })

  it('has every advance', () => {
    const glyphs = Array.from({ length: 500 }, (_, index) => Math.floor((index * font.numGlyphs) / 500))
    expect(face.glyphCount).toBe(font.numGlyphs)
    expect(glyphs.map((glyph) => face.advance(glyph))).toEqual(glyphs.map((glyph) => font.glyphs.get(glyph).advanceWidth))
  })

  it.each(['vert', 'fwid', 'hwid'] as const)('substitutes as %s does', (feature) => {
    // kai has no ZHS language system, song its features in it too.
    const expected = new Map(font.substitution.getSingle(feature, 'hani').map(({ sub, by }) => [sub, by]))
    const glyphs = Array.from({ length: font.numGlyphs }, (_, glyph) => glyph)
    expect(glyphs.filter((glyph) => face.substitute(feature, glyph) !== (expected.get(glyph) ?? glyph))).toEqual([])
  })

  it('has the ink of marks and letters, outwards to whole units, and none for blanks', () => {
    for (const character of '，。：；！？、（）《》“”‘’…—·Ag09%') {
      const { x1, y1, x2, y2 } = font.glyphs.get(glyph(face, character)).getBoundingBox()
      expect(face.ink(glyph(face, character))).toEqual({ xMin: Math.floor(x1), yMin: Math.floor(y1), xMax: Math.ceil(x2), yMax: Math.ceil(y2) })
    }
    expect(face.ink(face.glyph(0x3000))).toBeNull()
    expect(face.ink(face.glyph(0x56fd))).toEqual({ xMin: 0, yMin: -120, xMax: 1000, yMax: 880 })
  })
})

const glyph = (face: Face, character: string) => face.glyph(character.codePointAt(0)!)

describe('what the engine hangs on in the bundled faces', () => {
  const { face: song } = load('song')
  const { face: kai } = load('kai')

  it('halves marks on the side of their blank (GPOS halt and vhal)', () => {
    expect(song.adjust('halt', glyph(song, '，'))).toEqual({ placement: 0, advance: -500 })
    expect(song.adjust('halt', glyph(song, '“'))).toEqual({ placement: -500, advance: -500 })
    expect(song.adjust('vhal', song.substitute('vert', glyph(song, '（')))).toEqual({ placement: 500, advance: -500 })
    expect(song.adjust('halt', glyph(song, '国'))).toBeNull()
  })

  it('answers a dash of one em, and one of two for the pair', () => {
    for (const face of [song, kai]) expect([face.advance(glyph(face, '—')), face.advance(glyph(face, '⸺'))]).toEqual([1000, 2000])
  })

  it('widens proportional quotes to a full cell, their ink on the inner side', () => {
    expect(kai.adjust('widen', glyph(kai, '“'))).toEqual({ placement: 650, advance: 650 })
    expect(kai.adjust('widen', glyph(kai, '’'))).toEqual({ placement: 0, advance: 650 })
    expect(song.adjust('widen', glyph(song, '“'))).toBeNull()
  })

  it('knows variation sequences, and takes the plain glyph for others', () => {
    const plain = glyph(song, '，')
    expect(song.variant(0xff0c, 0xfe01)).not.toBe(plain)
    expect(song.variant(0xff0c, 0xfe00)).toBe(plain)
    expect(song.variant(0x56fd, 0xe01ef)).toBe(glyph(song, '国'))
    expect(song.variant(0x56fd, 0x41)).toBe(glyph(song, '国'))
  })

  it('has names, em boxes and the right to embed', () => {
    expect([song.name, kai.name]).toEqual(['Noto Serif SC Regular', '霞鹜文楷'])
    expect([song.ascender, song.descender, song.unitsPerEm, song.embeddable]).toEqual([880, -120, 1000, true])
  })
})

describe('a font file from outside', () => {
  it.each([
    ['installable', 0, true],
    ['restricted', 0x0002, false],
    ['preview and print', 0x0004, true],
    ['editable', 0x0008, true],
    ['restricted, but also preview and print: the least restriction holds', 0x0006, true],
    ['no subsetting', 0x0104, false],
    ['bitmaps only', 0x0200, false],
  ])('may be embedded or not as OS/2 fsType says: %s', (_, fsType, embeddable) => {
    expect(openFace('own', readFace(smallFace(fsType), 'hash')).embeddable).toBe(embeddable)
  })

  it('is read wherever in a buffer it lies', () => {
    const bytes = smallFace()
    const padded = Buffer.concat([Buffer.alloc(7), bytes])
    expect(Buffer.from(readFace(padded.subarray(7), 'hash')).equals(readFace(bytes, 'hash'))).toBe(true)
  })

  it.each([
    ['ttcf', '字体合集'],
    ['wOFF', '网页字体'],
    ['wOF2', '网页字体'],
    ['%PDF', '不是字体文件'],
  ])('is refused in a sentence when it begins with %s', (magic, sentence) => {
    const bytes = smallFace()
    bytes.set(Array.from(magic, (letter) => letter.charCodeAt(0)))
    expect(() => readFace(bytes, 'hash')).toThrow(sentence)
  })

  it('is refused in a sentence when cut short', () => {
    const whole = smallFace()
    // The last table may be followed by up to three bytes that nobody reads.
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 4 }), (length) => {
        expect(() => readFace(whole.subarray(0, length), 'hash')).toThrow(UnreadableFace)
      }),
    )
  })

  it('is read or refused, never worse, when bytes are wrong', () => {
    const whole = smallFace()
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = whole.slice()
        for (const [at, value] of changes) bytes[at] = value
        try {
          openFace('own', readFace(bytes, 'hash')).glyph(0x53e3)
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFace)
        }
      }),
    )
  })

  it.each([
    ['an offset is two numbers', [0x1d, 0, 0, 0, 0x84, 0x0f], [0x1d, 0, 0, 0, 0x84, 0x8b]],
    ['an offset lies before the table', [0x1d, 0, 0, 0, 0x8b, 0x11], [0x1d, 0xff, 0xff, 0xff, 0x8b, 0x11]],
    ['no charstrings are named', [0x1d, 0, 0, 0, 0x8b, 0x11], [0x1d, 0, 0, 0, 0x8b, 0x05]],
  ])('is refused in a sentence, and at once, when %s', (_, sound, unsound) => {
    const bytes = Buffer.from(smallFace())
    const at = bytes.indexOf(Buffer.from(sound))
    expect(at).toBeGreaterThan(0)
    bytes.set(unsound, at)
    expect(() => readFace(bytes, 'hash')).toThrow('字体文件已损坏')
  })
})
