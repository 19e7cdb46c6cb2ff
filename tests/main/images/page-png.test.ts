import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { ApiFailure } from '../../../src-core/api/methods.ts'
import { BLACK, roundLength, type FrameItem, type GlyphRun, type PageFrame } from '../../../src-core/typeset/frame.ts'
import { pagePng } from '../../../src-main/images/page-png.ts'
import { screenPicture } from '../../../src-main/images/picture.ts'
import { writePdf } from '../../../src-main/pdf/write-pdf.ts'
import { openFaces } from '../../../src-main/services/faces.ts'

const faces = await openFaces({ cache: null })
const folder = mkdtempSync(join(tmpdir(), 'banxin-png-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Black in the middle third, grey outside: shows how a picture was cropped. */
const picture = await sharp({ create: { width: 300, height: 100, channels: 3, background: '#999' } })
  .composite([{ input: { create: { width: 100, height: 100, channels: 3, background: '#000' } }, left: 100, top: 0 }])
  .png()
  .toBuffer()
const noBytes = () => null

function run(face: string, text: string, x: number, y: number, size: number): GlyphRun {
  const characters = Array.from(text)
  return {
    kind: 'glyphs', face, size, color: BLACK, x: roundLength(x), y: roundLength(y), text, source: null,
    glyphs: characters.map((character) => faces.set.face(face)!.glyph(character.codePointAt(0)!)),
    xs: characters.map((_, index) => roundLength(index * size)),
    clusters: characters.map((_, index) => index),
  }
}

function frameOf(items: readonly FrameItem[], width = 300.5, height = 400.25): PageFrame {
  return { page: { id: 'p', number: '04', section: '要闻' }, trim: { width, height }, bleed: 0, typeArea: { x: 0, y: 0, width, height }, items }
}

async function grey(png: Uint8Array) {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

const body = '全市检察机关坚持为大局服务、为人民司法，各项工作取得新进步。“四大检察”融合发展。'
const lines = Array.from({ length: 24 }, (_, line) => run(line % 3 === 2 ? 'kai' : 'song', body.slice(line % 9, (line % 9) + 28), 24, 90 + 11.25 * line, 8.94))
const page = frameOf([
  run('song-bold', '版心测试标题', 24, 54, 42),
  run('hei-bold', '小标题', 24, 74, 13.75),
  { kind: 'group', record: 'story', items: lines },
  { kind: 'rule', x1: 24, y1: 362, x2: 276, y2: 362, width: 0.3, color: BLACK },
])

describe('a page as a PNG', () => {
  it.each([
    [72, 301, 401],
    [100, 418, 556],
    [150, 627, 834],
  ])('at %d dpi paints the trim out to whole pixels: %d × %d', async (dpi, width, height) => {
    const png = await pagePng(frameOf([]), dpi, faces, noBytes)
    const image = await grey(png)
    expect([image.width, image.height]).toEqual([width, height])
    expect(image.data.every((value) => value === 255)).toBe(true)
  })

  it('is the same bytes for the same frame', async () => {
    const [one, two] = await Promise.all([0, 1].map(() => pagePng(page, 100, faces, () => picture)))
    expect(Buffer.from(one!).equals(Buffer.from(two!))).toBe(true)
  })

  it('has no seam where the bands that it is painted in meet', async () => {
    // One fill and one slanting rule over all bands of a page of 1600 rows.
    const tall = frameOf([{ kind: 'fill', x: 10, y: 10, width: 20, height: 760, color: [0, 0, 0, 0.5] }, { kind: 'rule', x1: 60, y1: 10, x2: 60.5, y2: 770, width: 4, color: BLACK }], 100, 800)
    const { data, width, height } = await grey(await pagePng(tall, 144, faces, noBytes))
    expect(height).toBe(1600)
    for (let row = 22; row < 1538; row++) {
      expect(data[row * width + 40]).toBe(128)
      expect(data.subarray(row * width + 112, row * width + 130).reduce((sum, value) => sum + 255 - value, 0)).toBeCloseTo(8 * 255, -1.5)
    }
  })

  it('covers a picture’s rectangle with its middle, and leaves it white without bytes', async () => {
    const items: FrameItem[] = [{ kind: 'picture', asset: 'asset:a', x: 50, y: 50, width: 100, height: 100 }]
    const { data, width } = await grey(await pagePng(frameOf(items), 72, faces, () => picture))
    const row = (y: number) => [30, 60, 100, 140, 160].map((x) => data[y * width + x])
    expect(row(100)).toEqual([255, 0, 0, 0, 255])
    const white = await grey(await pagePng(frameOf(items), 72, faces, noBytes))
    expect(white.data.every((value) => value === 255)).toBe(true)
  })

  it('agrees with poppler’s picture of the PDF of the same frame', async () => {
    const items = [...page.items, { kind: 'picture' as const, asset: 'asset:a', x: 180, y: 370, width: 90, height: 24 }]
    const frame = frameOf(items)
    const decoded = await screenPicture(picture, false)
    const pdf = await writePdf([frame], { title: '要闻', date: '2024-01-20' }, { faces: faces.set, path: (id) => faces.path(id), picture: () => decoded })
    writeFileSync(join(folder, 'page.pdf'), pdf)
    execFileSync('pdftoppm', ['-r', '100', '-png', '-gray', '-singlefile', join(folder, 'page.pdf'), join(folder, 'page')])
    const ours = await grey(await pagePng(frame, 100, faces, () => picture))
    const theirs = await grey(readFileSync(join(folder, 'page.png')))
    expect([theirs.width, theirs.height]).toEqual([ours.width, ours.height])
    const moved = Math.min(difference(theirs, theirs, 1, 0), difference(theirs, theirs, 0, 1))
    expect(difference(ours, theirs, 0, 0)).toBeLessThan(0.4 * moved)
  })

  it.each([0, -72, Number.NaN, 100_000])('is refused in a sentence at %d dpi', async (dpi) => {
    await expect(pagePng(page, dpi, faces, noBytes)).rejects.toThrow(ApiFailure)
  })
})

interface GreyImage {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** Mean difference of two pictures, one moved, blacks normalised. */
function difference(a: GreyImage, b: GreyImage, dx: number, dy: number): number {
  const [blackA, blackB] = [a, b].map(({ data }) => data.reduce((least, value) => Math.min(least, value), 255)) as [number, number]
  const level = (value: number, black: number) => ((value - black) * 255) / (255 - black)
  let sum = 0
  for (let y = 0; y < a.height - dy; y++)
    for (let x = 0; x < a.width - dx; x++) sum += Math.abs(level(a.data[y * a.width + x]!, blackA) - level(b.data[(y + dy) * b.width + x + dx]!, blackB))
  return sum / (a.width * a.height)
}
