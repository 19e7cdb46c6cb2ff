/** Inks as they come out on the plates that Ghostscript separates a page into. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BLACK, inkOf, swatchesOf, type Ink, type Swatch } from '../../../src-core/document/swatches.ts'
import type { FrameItem, GlyphRun, PageFrame } from '../../../src-core/typeset/frame.ts'
import { writePdf } from '../../../src-main/pdf/write-pdf.ts'
import { openFaces, type LibraryFaces } from '../../../src-main/services/faces.ts'
import { printFile } from '../../../src-main/services/print-files.ts'

const INK_LIMIT = 2.4
const [WIDTH, HEIGHT] = [150, 120]
const spot: Swatch = { id: 'gold', name: '专金 871 C', cmyk: [0.2, 0.3, 0.7, 0.1], spot: true }
const style = { swatches: [spot] }

let faces: LibraryFaces
const folder = mkdtempSync(join(tmpdir(), 'banxin-inks-'))
beforeAll(async () => void (faces = await openFaces({ cache: null })))
afterAll(() => rmSync(folder, { recursive: true }))

function letters(text: string, x: number, y: number, size: number, ink: Ink): GlyphRun {
  const characters = Array.from(text)
  return {
    kind: 'glyphs', face: 'hei-bold', size, ...ink, x, y, text, source: null,
    glyphs: characters.map((character) => faces.set.face('hei-bold')!.glyph(character.codePointAt(0)!)),
    xs: characters.map((_, index) => index * size),
    clusters: characters.map((_, index) => index),
  }
}

const fill = (x: number, y: number, width: number, height: number, ink: Ink): FrameItem => ({ kind: 'fill', x, y, width, height, ...ink })
const process = (...color: [number, number, number, number]): Ink => ({ color })

async function written(items: readonly FrameItem[]): Promise<string> {
  const frame: PageFrame = { page: { id: 'p', number: '04', section: '要闻' }, trim: { width: WIDTH, height: HEIGHT }, bleed: 0, typeArea: { x: 0, y: 0, width: WIDTH, height: HEIGHT }, items }
  const resources = { faces: faces.set, path: (id: string) => faces.path(id), picture: () => null, inkLimit: INK_LIMIT }
  const file = join(folder, 'page.pdf')
  writeFileSync(file, await writePdf([frame], { title: '色样', date: '2024-01-20', print: printFile('newsprint-x1a')! }, resources))
  return file
}

/** Each plate by its name, a byte a pixel, two pixels a point: 0 is bare, 255 solid. */
async function plates(items: readonly FrameItem[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const file = await written(items)
  execFileSync('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=tiffsep', '-r144', `-sOutputFile=${join(folder, 'plate.tif')}`, file])
  const found = new Map<string, Uint8Array>()
  for (const entry of readdirSync(folder)) {
    const name = /^plate\((.*)\)\.tif$/u.exec(entry)?.[1]
    if (name === undefined) continue
    const { data, info } = await sharp(join(folder, entry)).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
    found.set(name, Uint8Array.from({ length: info.width * info.height }, (_, pixel) => 255 - data[pixel * info.channels]!))
    rmSync(join(folder, entry))
  }
  return found
}

const at = (plate: Uint8Array | undefined, x: number, y: number): number => plate![Math.round(2 * y) * 2 * WIDTH + Math.round(2 * x)]!
const darkest = (plate: Uint8Array | undefined): number => plate!.reduce((most, value) => Math.max(most, value), 0)

describe('inks on plates', () => {
  it('14.1 prints a spot colour on a plate of its own, tints of it too, and knocks out what lies under it', async () => {
    const separated = await plates([
      fill(0, 0, 80, 80, process(1, 0, 0, 0)),
      fill(10, 10, 20, 20, inkOf(style, { swatch: 'gold' })),
      fill(40, 10, 20, 20, inkOf(style, { swatch: 'gold', tint: 0.4 })),
      letters('金', 90, 60, 30, inkOf(style, { swatch: 'gold' })),
      { kind: 'rule', x1: 0, y1: 100, x2: 150, y2: 100, width: 4, ...inkOf(style, { swatch: 'gold', tint: 0.5 }) },
    ])
    const names = [...separated.keys()].filter((name) => !['Cyan', 'Magenta', 'Yellow', 'Black'].includes(name))
    expect(names).toHaveLength(1)
    const gold = separated.get(names[0]!)
    expect([at(gold, 20, 20), at(gold, 50, 20), at(gold, 75, 100)].map((value) => Math.round((value / 255) * 10) / 10)).toEqual([1, 0.4, 0.5])
    expect([at(separated.get('Cyan'), 20, 20), at(separated.get('Cyan'), 5, 5)]).toEqual([0, 255])
    for (const name of ['Magenta', 'Yellow', 'Black']) expect(darkest(separated.get(name))).toBe(0)
    expect(execFileSync('qpdf', ['--check', join(folder, 'page.pdf')], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors found')
  })

  it('14.5 prints red of a page with a red plate on magenta and yellow, or on its spot', async () => {
    const red = { swatch: 'red', tint: 0.5 }
    const two = await plates([fill(0, 0, 50, 50, inkOf(style, red, { inks: 'k+red' }))])
    expect(['Cyan', 'Magenta', 'Yellow', 'Black'].map((name) => at(two.get(name), 20, 20) > 0)).toEqual([false, true, true, false])
    expect(at(two.get('Magenta'), 20, 20)).toBe(at(two.get('Yellow'), 20, 20))
    const one = await plates([fill(0, 0, 50, 50, inkOf(style, red, { inks: 'k+red', red: 'gold' }))])
    expect([...one].filter(([, plate]) => darkest(plate) > 0)).toHaveLength(1)
  })

  it('14.2 lets white and tinted letters knock out, and black ones overprint', async () => {
    const ground = fill(0, 0, WIDTH, HEIGHT, process(0, 1, 1, 0))
    const one = (ink: Ink) => plates([ground, letters('一', 10, 60, 30, ink)])
    const bare = (plate: Uint8Array | undefined) => plate!.filter((value) => value === 0).length
    expect(bare((await one({ color: BLACK })).get('Magenta'))).toBe(0)
    const holes = bare((await one(inkOf({}, { swatch: 'paper' }))).get('Magenta'))
    expect(holes).toBeGreaterThan(100)
    expect(bare((await one(inkOf({}, { swatch: 'black', tint: 0.5 }))).get('Magenta'))).toBe(holes)
    expect(bare((await one(inkOf(style, { swatch: 'gold' }))).get('Magenta'))).toBe(holes)
  })

  it('14.3 knocks out very large black type that stands partly over another ink, so that it is one black', async () => {
    const over = async (size: number, x: number) => (await plates([fill(40, 0, 60, HEIGHT, process(0.6, 0, 0, 0)), letters('国', x, 60, size, { color: BLACK })])).get('Cyan')!.filter((value) => value === 0).length
    const free = 2 * HEIGHT * 2 * (WIDTH - 60)
    expect(await over(40, 20)).toBeGreaterThan(free)
    expect(await over(40, 50)).toBe(free)
    expect(await over(20, 30)).toBe(free)
  })

  it('14.4 leaves no pixel over the limit of the press, but for black that overprints', async () => {
    const share = fc.constantFrom(0, 0.3, 0.7, 0.95, 1)
    const color = fc.oneof(fc.tuple(share, share, share, share), fc.constant(BLACK))
    const ink: fc.Arbitrary<Ink> = fc.oneof(color.map((inks) => ({ color: inks })), fc.constantFrom(...swatchesOf(style)).map(({ id }) => inkOf(style, { swatch: id })))
    const place = fc.record({ x: fc.integer({ min: 0, max: 110 }), y: fc.integer({ min: 0, max: 90 }), size: fc.integer({ min: 5, max: 40 }), ink, kind: fc.constantFrom('fill', 'letters', 'rule', 'path') })
    const page = fc.array(place, { minLength: 8, maxLength: 20 }).map((places) =>
      places.map(({ x, y, size, ink: inks, kind }): FrameItem => {
        if (kind === 'letters') return letters('永字', x, y + size, size, inks)
        if (kind === 'rule') return { kind, x1: x, y1: y, x2: x + size, y2: y + size, width: 3, ...inks }
        return kind === 'path' ? { kind, x, y, path: [0, 0, 0, 1, size, 0, 1, 0, size, 4], ...inks } : fill(x, y, size, size, inks)
      }),
    )
    await fc.assert(
      fc.asyncProperty(page, async (items) => {
        const [cyan, magenta, yellow, black] = await plates(items).then((all) => ['Cyan', 'Magenta', 'Yellow', 'Black'].map((name) => all.get(name)!))
        const over = black!.filter((value, pixel) => cyan![pixel]! + magenta![pixel]! + yellow![pixel]! + (value === 255 ? 0 : value) > 255 * INK_LIMIT + 2)
        expect(over).toHaveLength(0)
      }),
      { numRuns: 6 },
    )
  })
})

describe('gradients on plates', () => {
  const gradient = (from: Ink, to: Ink): FrameItem => ({ kind: 'fill', x: 10, y: 10, width: 100, height: 40, ...from, gradient: { x1: 20, y1: 10, x2: 100, y2: 10, to: to.color, ...(to.spot ? { toSpot: to.spot } : {}) } })
  const along = (plate: Uint8Array | undefined) => [12, 20, 40, 60, 80, 100, 108].map((x) => Math.round((at(plate, x, 30) / 255) * 20) / 20)

  it('run evenly between process inks, and on as they end beyond', async () => {
    const separated = await plates([gradient({ color: BLACK }, process(0, 0, 0, 0))])
    expect(along(separated.get('Black'))).toEqual([1, 1, 0.75, 0.5, 0.25, 0, 0])
    expect([at(separated.get('Black'), 5, 30), at(separated.get('Black'), 60, 55)]).toEqual([0, 0])
    for (const name of ['Cyan', 'Magenta', 'Yellow']) expect(darkest(separated.get(name))).toBe(0)
  })

  it('of a spot colour stay on its plate, to bare paper and to black', async () => {
    const onPaper = await plates([gradient(inkOf(style, { swatch: 'gold', tint: 0.8 }), inkOf(style, { swatch: 'paper' }))])
    expect(along(onPaper.get(spotPlate(onPaper)))).toEqual([0.8, 0.8, 0.6, 0.4, 0.2, 0, 0])
    for (const name of PROCESS) expect(darkest(onPaper.get(name))).toBe(0)

    const toBlack = await plates([gradient(inkOf(style, { swatch: 'gold' }), inkOf(style, { swatch: 'black' }))])
    expect(along(toBlack.get(spotPlate(toBlack)))).toEqual([1, 1, 0.75, 0.5, 0.25, 0, 0])
    expect(along(toBlack.get('Black'))).toEqual([0, 0, 0.25, 0.5, 0.75, 1, 1])
    for (const name of ['Cyan', 'Magenta', 'Yellow']) expect(darkest(toBlack.get(name))).toBe(0)
    expect(execFileSync('qpdf', ['--check', join(folder, 'page.pdf')], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors found')
  })

  it('have no more ink than the press takes anywhere', async () => {
    const separated = await plates([gradient(process(1, 1, 1, 1), process(0.9, 0.2, 0.8, 0.9))])
    for (const x of [12, 30, 60, 90, 108]) expect(PROCESS.reduce((sum, name) => sum + at(separated.get(name), x, 30) / 255, 0)).toBeLessThanOrEqual(INK_LIMIT + 0.02)
  })
})

const PROCESS = ['Cyan', 'Magenta', 'Yellow', 'Black']

function spotPlate(separated: ReadonlyMap<string, Uint8Array>): string {
  return [...separated.keys()].find((name) => !PROCESS.includes(name))!
}
