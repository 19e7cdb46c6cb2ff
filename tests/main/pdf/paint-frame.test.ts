import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BLACK, type FrameItem, type GlyphRun, type PageFrame } from '../../../src-core/typeset/frame.ts'
import { TextComposer } from '../../../src-core/typeset/page/text-composer.ts'
import type { PdfResources } from '../../../src-main/pdf/paint-frame.ts'
import { writePdf } from '../../../src-main/pdf/write-pdf.ts'
import { openFaces, type LibraryFaces } from '../../../src-main/services/faces.ts'
import { readPage } from './read-pdf.ts'

let faces: LibraryFaces
let resources: PdfResources
const folder = mkdtempSync(join(tmpdir(), 'banxin-pdf-'))
const grey = { pixels: Uint8Array.from({ length: 64 }, (_, index) => index * 4), width: 8, height: 8, channels: 1 as const }

beforeAll(async () => {
  faces = await openFaces({ cache: null })
  resources = { faces: faces.set, path: (id) => faces.path(id), picture: () => grey }
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A run of single characters, `step` points apart. */
function run(face: string, text: string, x: number, y: number, size: number, step: number): GlyphRun {
  const characters = Array.from(text)
  return {
    kind: 'glyphs', face, size, color: BLACK, x, y, text, source: null,
    glyphs: characters.map((character) => faces.set.face(face)!.glyph(character.codePointAt(0)!)),
    xs: characters.map((_, index) => index * step),
    clusters: characters.map((_, index) => index),
  }
}

/** A paragraph in columns of ten characters, from the right. */
function vertical(face: string, text: string): readonly FrameItem[] {
  const composer = new TextComposer(faces.set, { lineBreak: 'gb', scheme: 'hangmobanjiao', autospaceEm: 0.25 })
  const rows = composer.vertical.paragraph(text, { face, size: 12, indentEm: 0 }).lines(120, 0)
  return rows.flatMap((row, index) => row.place(280.5 - 18 * index, 30.25, { record: 'a', part: 'block', block: 0 }))
}

function frameOf(items: readonly FrameItem[]): PageFrame {
  return {
    page: { id: 'p', number: '04', section: '要闻' },
    trim: { width: 300.5, height: 400.25 },
    bleed: 0,
    typeArea: { x: 20, y: 20, width: 260, height: 360 },
    items,
  }
}

const write = (items: readonly FrameItem[]) => writePdf([frameOf(items)], { title: '晨光日报 2024-01-20 第04版：要闻', date: '2024-01-20' }, resources)

/** Runs a tool of poppler or qpdf on the bytes. */
function tool(name: string, bytes: Uint8Array, ...args: string[]): string {
  const file = join(folder, 'page.pdf')
  writeFileSync(file, bytes)
  return execFileSync(name, [...args, file, ...(name === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8' })
}

/** The file with its streams open to read. */
function uncompressed(bytes: Uint8Array): string {
  const open = join(folder, 'open.pdf')
  writeFileSync(join(folder, 'closed.pdf'), bytes)
  execFileSync('qpdf', ['--qdf', '--object-streams=disable', '--static-id', join(folder, 'closed.pdf'), open])
  return readFileSync(open, 'latin1')
}

describe('PDF painter', () => {
  it('paints marks beside words, and leaves them out of the text that is taken from the page', async () => {
    const composer = new TextComposer(faces.set, { lineBreak: 'gb', scheme: 'hangmobanjiao', autospaceEm: 0.25 })
    const text = '魑魅魍魉四个字，见于《山海经》，赵文华说。'
    const ranges = [
      ...['chī', 'mèi'].map((ruby, at) => ({ from: at, to: at + 1, kind: 'ruby', text: ruby }) as const),
      { from: 4, to: 7, kind: 'emphasis' }, { from: 11, to: 14, kind: 'title' }, { from: 16, to: 19, kind: 'frame' },
    ] as const
    const place = (marks: object) => composer.paragraph(text, { face: 'song', size: 20, indentEm: 0, ...marks }).lines(200, 0).flatMap((row, line) => row.place(30, 80 + 40 * line, { record: 'a', part: 'block', block: 0 }))
    const marked = await write(place({ marks: { ranges, room: { over: 12, under: 12 }, dotEm: 0.3, rubyEm: 0.5 } }))
    const plain = await write(place({}))
    expect(tool('pdftotext', marked)).toBe(tool('pdftotext', plain))
    expect((await readPage(marked)).glyphs.map((glyph) => glyph.unicode).join('')).toContain('chī')
    expect(uncompressed(marked)).toMatch(/\d m [^\n]* c h [^\n]* f\n/u)
    // Dots and the wave are as dark as they are large.
    const ink = async (bytes: Uint8Array) => {
      const file = join(folder, 'ink.pdf')
      writeFileSync(file, bytes)
      execFileSync('pdftoppm', ['-r', '144', '-gray', '-png', '-singlefile', file, join(folder, 'ink')])
      const { data } = await sharp(join(folder, 'ink.png')).greyscale().raw().toBuffer({ resolveWithObject: true })
      return data.reduce((sum, value) => sum + (255 - value), 0) / 255 / 4
    }
    const dots = place({ marks: { ranges: [{ from: 4, to: 7, kind: 'emphasis' }], room: { over: 12, under: 12 }, dotEm: 0.3, rubyEm: 0.5 } })
    expect((await ink(await write(dots))) - (await ink(plain))).toBeCloseTo(3 * Math.PI * 9, -1)
  })

  it('puts every glyph where the frame says, whatever the spacing, and says its character', async () => {
    const runs = [
      run('song', '检察机关坚持，以人民为中心。', 20, 60, 8.94, 9.013),
      run('hei-bold', 'COVID-19 与２０', 33.333, 90.5, 15.75, 15.111),
      { ...run('kai', '长扁题', 40, 140, 24, 30), scaleX: 1.2 },
      { ...run('song', '高低错落', 40, 180, 12, 13), ys: [0, 0, 2.5, 0] },
    ]
    const page = await readPage(await write([{ kind: 'group', record: null, items: runs }]))
    const wanted = runs.flatMap((item) =>
      Array.from(item.text, (unicode, index) => ({ unicode, x: item.x + item.xs[index]!, y: item.y + ('ys' in item ? item.ys[index]! : 0) })),
    )
    expect(page.glyphs.map((glyph) => glyph.unicode).join('')).toBe(wanted.map((glyph) => glyph.unicode).join(''))
    page.glyphs.forEach((glyph, index) => {
      expect(Math.abs(glyph.x - wanted[index]!.x)).toBeLessThan(0.002)
      expect(Math.abs(glyph.y - wanted[index]!.y)).toBeLessThan(0.002)
    })
  })

  it('extracts the source characters where one glyph stands for two, or for different ones in turn', async () => {
    const song = faces.set.face('song')!
    const dash = { ...run('song', '——', 20, 60, 9, 18), glyphs: [song.glyph(0x2e3a)], xs: [0], clusters: [0] }
    const dot = (text: string, y: number) => ({ ...run('song', text, 20, y, 9, 9), glyphs: [song.glyph(0xb7)] })
    expect(tool('pdftotext', await write([dash, dot('·', 80), dot('•', 100)]), '-raw').replace(/\s/g, '')).toBe('——·•')
  })

  it.each(['COVID-19与', ''])('5.16 shows the hyphen that parts a word, and keeps the word whole for whoever searches: %s', async (before) => {
    const text = `${before}国家发展international合作`
    const composer = new TextComposer(faces.set, { lineBreak: 'gb', scheme: 'hangmobanjiao', autospaceEm: 0.25, hyphenate: true })
    const rows = composer.paragraph(text, { face: 'song', size: 12, indentEm: 0 }).lines(12 * 6.4, 0)
    const bytes = await write(rows.flatMap((row, line) => row.place(30, 80 + 18 * line, { record: 'a', part: 'block', block: 0 })))
    expect(rows.length).toBeGreaterThan(2)
    expect(tool('pdftotext', bytes, '-raw').replace(/\s/g, '')).toBe(text)
    const { glyphs } = await readPage(bytes)
    expect(glyphs).toHaveLength(text.length + rows.filter(({ line }) => line.runs.some((set) => set.clusters.at(-1) === [...set.text].length)).length)
    expect(glyphs.length).toBeGreaterThan(text.length)
  })

  it('puts glyphs of vertical lines where the frame says, upright, turned and side by side', async () => {
    const runs = vertical('song', '国际（WTO）20日，iPhone 15：“好”……').filter((item) => item.kind === 'glyphs')
    const page = await readPage(await write(runs))
    const wanted = runs.flatMap((item) => item.glyphs.map((_, index) => ({ x: item.x + item.xs[index]!, y: item.y + item.ys![index]! })))
    // Spaces that say what is turned or side by side stand between; the author's own are not looked at.
    const shown = page.glyphs.filter(({ unicode }) => unicode !== ' ')
    const drawn = wanted.filter((_, index) => runs.flatMap(({ glyphs }) => glyphs)[index] !== faces.set.face('song')!.glyph(0x20))
    expect(shown).toHaveLength(drawn.length)
    shown.forEach((glyph, index) => {
      expect(Math.abs(glyph.x - drawn[index]!.x)).toBeLessThan(0.003)
      expect(Math.abs(glyph.y - drawn[index]!.y)).toBeLessThan(0.003)
    })
  })

  it.each(['song', 'hei', 'kai'])('9.20 is read column by column, with the author’s characters: vertical %s', async (face) => {
    const text = '本报2024年1月20日讯，“检察院”与WTO代表365人出席。他说：“Hello World，很好！”增长3.0%——这是‘第15次’（iPhone）……《人民日报》'
    const bytes = await write(vertical(face, text))
    expect(tool('pdftotext', bytes).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    expect(tool('pdftotext', bytes, '-raw').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  })

  it('embeds every face as a subset and knows no colour but CMYK and grey', async () => {
    const bytes = await write([
      run('song', '正文', 20, 60, 9, 9),
      run('song-bold', '标题', 20, 90, 24, 24),
      { kind: 'fill', x: 10, y: 100, width: 50, height: 20, color: [0, 0, 0, 0.2] },
      { kind: 'rule', x1: 10, y1: 130, x2: 200, y2: 130, width: 0.3, color: BLACK },
      { kind: 'picture', asset: 'asset:x', x: 10, y: 140, width: 90, height: 60 },
    ])
    const fonts = tool('pdffonts', bytes).split('\n').slice(2).filter(Boolean)
    expect(fonts).toHaveLength(2)
    for (const font of fonts) expect(font).toMatch(/ yes yes yes /)
    const content = uncompressed(bytes)
    expect(content).toMatch(/^0 0 0 1 k$/m)
    expect(content).not.toMatch(/RGB|^[\d. ]+ (rg|RG|g|G)$/m)
  })

  it('crops a picture evenly to cover its rectangle', async () => {
    const bytes = await write([{ kind: 'picture', asset: 'asset:x', x: 100, y: 50, width: 120, height: 60 }])
    const content = uncompressed(bytes)
    expect(content).toContain('100 50 120 60 re W n\n120 0 0 -120 100 140 cm')
  })

  it('writes sound files: boxes, dates from the issue, the same bytes twice', async () => {
    const items = [run('song', '版心', 20, 60, 9, 9)]
    const first = await write(items)
    expect(Buffer.compare(first, await write(items))).toBe(0)
    expect(tool('pdfinfo', first, '-box')).toMatch(/MediaBox: +0\.00 +0\.00 +300\.50 +400\.25[\s\S]*TrimBox: +0\.00 +0\.00 +300\.50 +400\.25/)
    expect(tool('pdfinfo', first, '-isodates')).toMatch(/CreationDate: +2024-01-20T00:00:00Z[\s\S]*ModDate: +2024-01-20T00:00:00Z/)
    expect(tool('qpdf', first, '--check')).toContain('No syntax or stream encoding errors found')
  })
})
