import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse, type Font } from 'opentype.js/dist/opentype.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Outline, Outlines } from '../../../src-core/fonts/face.ts'
import { openOutlines } from '../../../src-core/fonts/outlines.ts'
import { UnreadableFace } from '../../../src-core/fonts/sfnt.ts'
import { bundledFaceFiles } from '../../../src-main/services/face-files.ts'
import { smallFace } from './small-face.ts'

const cross = (ax: number, ay: number, bx: number, by: number) => ax * by - bx * ay

/** What a filled shape is made of, however its contours begin: signed area and bounding box of its control points. */
function measure(outline: Outline) {
  let [area, x, y, startX, startY] = [0, 0, 0, 0, 0]
  const box = { xMin: Infinity, yMin: Infinity, xMax: -Infinity, yMax: -Infinity }
  const reach = (px: number, py: number) => {
    box.xMin = Math.min(box.xMin, px)
    box.yMin = Math.min(box.yMin, py)
    box.xMax = Math.max(box.xMax, px)
    box.yMax = Math.max(box.yMax, py)
  }
  for (let at = 0; at < outline.length; ) {
    const p = outline.slice(at, at + 7)
    switch (outline[at]) {
      case 0:
        ;[x, y] = [startX, startY] = [p[1]!, p[2]!]
        at += 3
        break
      case 1:
        area += cross(x, y, p[1]!, p[2]!)
        ;[x, y] = [p[1]!, p[2]!]
        at += 3
        break
      case 2:
        // Twice the signed area between a quadratic and the origin, by its control points.
        area += (2 * cross(x, y, p[1]!, p[2]!) + 2 * cross(p[1]!, p[2]!, p[3]!, p[4]!) + cross(x, y, p[3]!, p[4]!)) / 3
        reach(p[1]!, p[2]!)
        ;[x, y] = [p[3]!, p[4]!]
        at += 5
        break
      case 3:
        at += 7
        break
      default:
        area += cross(x, y, startX, startY)
        ;[x, y] = [startX, startY]
        at += 1
    }
    reach(x, y)
  }
  return { area: area / 2, ...box }
}

/** The only composites of our faces: ¨, ´ and two more of kai. Elsewhere these ids are plain glyphs. */
const KAI_COMPOSITES = [106, 118, 1352, 1354]

function byOpentype(font: Font, glyph: number): Outline {
  return font.glyphs.get(glyph).path.commands.flatMap(({ type, x, y, x1, y1 }) =>
    type === 'M' ? [0, x, y] : type === 'L' ? [1, x, y] : type === 'Q' ? [2, x1, y1, x, y] : [4],
  )
}

describe.each(['song', 'kai'])('outlines of %s', (id) => {
  let font: Font
  let outlines: Outlines
  beforeAll(async () => {
    const bytes = readFileSync(bundledFaceFiles().find((file) => file.id === id)!.path)
    font = parse(new Uint8Array(bytes).buffer, { lowMemory: true })
    outlines = await openOutlines(bytes)
  })

  it('are the shapes that opentype.js reads', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(font.numGlyphs - 1), fc.constantFrom(...KAI_COMPOSITES)), (glyph) => {
        const expected = measure(byOpentype(font, glyph))
        const found = measure(outlines.outline(glyph))
        expect(found.area).toBeCloseTo(expected.area, 4)
        expect(found.xMin).toBeCloseTo(expected.xMin, 6)
        expect(found.yMax).toBeCloseTo(expected.yMax, 6)
        expect(found.xMax).toBeCloseTo(expected.xMax, 6)
        expect(found.yMin).toBeCloseTo(expected.yMin, 6)
      }),
      { numRuns: 200 },
    )
  })

  it('are empty for blanks and for glyphs that are not there', () => {
    expect(outlines.outline(-1)).toEqual([])
    expect(outlines.outline(font.numGlyphs)).toEqual([])
  })
})

describe('outlines of a CFF face', () => {
  it('are read through opentype.js, cubic curves whole', async () => {
    const outlines = await openOutlines(smallFace())
    expect(measure(outlines.outline(1))).toMatchObject({ xMin: 100, yMin: 0, xMax: 900, yMax: 800 })
    expect(outlines.outline(2).slice(0, 10)).toEqual([0, 500, 0, 3, 780, 0, 1000, 180, 1000, 400])
    expect(outlines.outline(99)).toEqual([])
  })
})

/** A triangle: short vectors only. */
const TRIANGLE = [0, 1, 0, 0, 0, 0, 0, 100, 0, 100, 0, 2, 0, 0, 0x37, 0x37, 0x37, 10, 90, 20, 10, 5, 80]

describe('composite glyphs', () => {
  it('are their parts, scaled and moved', async () => {
    const fixed = fc.integer({ min: -0x8000, max: 0x7fff })
    const transform = fc.oneof(
      fc.constant({ flags: 0, words: [] as number[] }),
      fixed.map((scale) => ({ flags: 0x0008, words: [scale] })),
      fc.tuple(fixed, fixed).map((words) => ({ flags: 0x0040, words })),
      fc.tuple(fixed, fixed, fixed, fixed).map((words) => ({ flags: 0x0080, words })),
    )
    const part = fc.record({ transform, dx: fc.integer({ min: -128, max: 127 }), dy: fc.integer({ min: -128, max: 127 }), wide: fc.boolean() })
    const plain = (await openOutlines(glyfFile(TRIANGLE))).outline(0)
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 3 }), async (parts) => {
        const bytes = parts.flatMap(({ transform: { flags, words }, dx, dy, wide }, index) => [
          ...word(flags | 0x0002 | (wide ? 0x0001 : 0) | (index < parts.length - 1 ? 0x0020 : 0)),
          ...word(0),
          ...(wide ? [...word(dx), ...word(dy)] : [dx & 0xff, dy & 0xff]),
          ...words.flatMap(word),
        ])
        const found = (await openOutlines(glyfFile(TRIANGLE, [...COMPOSITE_HEAD, ...bytes]))).outline(1)
        expect(found).toEqual(parts.flatMap(({ transform: { words }, dx, dy }) => moved(plain, words, dx, dy)))
      }),
    )
  })

  it('may lay a point of one part on a point of another', async () => {
    // The second triangle's point 0 on the first's point 2.
    const parts = [...word(0x0022), ...word(0), 0, 0, ...word(0x0000), ...word(0), 2, 0]
    const [plain, pair] = [0, 1].map((glyph) => openOutlines(glyfFile(TRIANGLE, [...COMPOSITE_HEAD, ...parts])).then((found) => found.outline(glyph)))
    const points = measure(await plain!)
    expect(points).toMatchObject({ xMin: 10, yMin: 10 })
    expect((await pair)!.slice(0, 10)).toEqual(await plain)
    expect((await pair)!.slice(10, 13)).toEqual([0, (await plain!)[7], (await plain!)[8]])
  })
})

const COMPOSITE_HEAD = [0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0]

function word(value: number): readonly number[] {
  return [(value >> 8) & 0xff, value & 0xff]
}

/** The outline under a composite part's transform: its words are one scale, two, or a matrix, in 2.14 fixed point. */
function moved(outline: Outline, words: readonly number[], dx: number, dy: number): Outline {
  const [a = 1, b = 0, c = 0, d = 1] = {
    0: [],
    1: [words[0]! / 16384, 0, 0, words[0]! / 16384],
    2: [words[0]! / 16384, 0, 0, words[1]! / 16384],
    4: words.map((value) => value / 16384),
  }[words.length]!
  return outline.length === 0 ? [] : triangleSteps(outline).flatMap(([step, x, y]) => (step === 4 ? [4] : [step!, a * x! + c * y! + dx, b * x! + d * y! + dy]))
}

/** A move and lines, closed. */
function triangleSteps(outline: Outline): readonly (readonly number[])[] {
  return [outline.slice(0, 3), outline.slice(3, 6), outline.slice(6, 9), [4]]
}

describe('outlines of hostile files', () => {
  it('refuse what is not a font', async () => {
    await expect(openOutlines(new Uint8Array(100))).rejects.toThrow(UnreadableFace)
  })

  it('end for a glyph that names itself, and refuse one that runs out of its bytes', async () => {
    const itself = [...COMPOSITE_HEAD, ...word(0x0002), ...word(0), 0, 0]
    expect((await openOutlines(glyfFile(itself))).outline(0)).toEqual([])
    const cut = await openOutlines(glyfFile(itself.slice(0, 12)))
    expect(() => cut.outline(0)).toThrow(UnreadableFace)
  })
})

/** A TrueType file of these glyphs and no other tables than outlines need. */
function glyfFile(...glyphs: readonly (readonly number[])[]): Uint8Array {
  const head = Array.from({ length: 54 }, () => 0)
  head[51] = 1
  const offsets = [0, ...glyphs.map((_, index) => glyphs.slice(0, index + 1).flat().length)]
  const tables: readonly (readonly [string, readonly number[]])[] = [
    ['glyf', glyphs.flat()],
    ['head', head],
    ['loca', offsets.flatMap((offset) => [0, 0, ...word(offset)])],
    ['maxp', [0, 1, 0, 0, ...word(glyphs.length)]],
  ]
  const directory: number[] = [0, 1, 0, 0, ...word(tables.length), 0, 0, 0, 0, 0, 0]
  let offset = 12 + 16 * tables.length
  for (const [tag, { length }] of tables) {
    directory.push(...Array.from(tag, (letter) => letter.charCodeAt(0)), 0, 0, 0, 0, 0, 0, ...word(offset), 0, 0, ...word(length))
    offset += length
  }
  return Uint8Array.from([...directory, ...tables.flatMap(([, content]) => content)])
}
