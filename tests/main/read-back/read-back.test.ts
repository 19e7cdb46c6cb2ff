/** The second reader finds what differs between a file and its frames, and nothing where nothing does. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { BLACK, type FrameItem, type GlyphRun, type PageFrame, type RuleItem } from '../../../src-core/typeset/frame.ts'
import { onPrintSheet } from '../../../src-core/typeset/print-marks.ts'
import { TextComposer } from '../../../src-core/typeset/page/text-composer.ts'
import { placePage } from '../../../src-main/adverts/place-page.ts'
import { openPdf } from '../../../src-main/adverts/read-pdf.ts'
import type { PdfResources } from '../../../src-main/pdf/paint-frame.ts'
import { writePdf } from '../../../src-main/pdf/write-pdf.ts'
import { readBack, type Expectations } from '../../../src-main/read-back/read-back.ts'
import { openFaces, type LibraryFaces } from '../../../src-main/services/faces.ts'
import { printFile } from '../../../src-main/services/print-files.ts'
import { drawing, stream } from '../adverts/pdf-files.ts'

const LINE = { lineBreak: 'gb', scheme: 'hangmobanjiao', autospaceEm: 0.25 } as const
const GOLD = { name: '专金 871 C', tint: 0.5, solid: [0.2, 0.3, 0.7, 0.1] } as const
const PRINT = printFile('newsprint-x1a')!
const EXPECTED: Expectations = { colors: 'print', print: { standard: 'x1a', profile: PRINT.condition.profile }, inkLimit: 2.4, shows: () => true }

let faces: LibraryFaces
let resources: PdfResources
beforeAll(async () => {
  faces = await openFaces({ cache: null })
  resources = { faces: faces.set, path: (id) => faces.path(id), picture: () => ({ pixels: new Uint8Array(64).fill(90), width: 8, height: 8, channels: 1 }), inkLimit: 2.4 }
})

function paragraph(text: string, y: number): readonly FrameItem[] {
  const rows = new TextComposer(faces.set, LINE).paragraph(text, { face: 'song', size: 10, indentEm: 2 }).lines(200, 0)
  return rows.flatMap((row, line) => row.place(20, y + 14 * line, { record: 'a', part: 'block', block: 0 }))
}

function column(text: string): readonly FrameItem[] {
  const rows = new TextComposer(faces.set, LINE).vertical.paragraph(text, { face: 'kai', size: 12, indentEm: 0 }).lines(120, 0)
  return rows.flatMap((row, index) => row.place(280 - 18 * index, 150, { record: 'b', part: 'block', block: 0 }))
}

const RULE: RuleItem = { kind: 'rule', x1: 10, y1: 140, x2: 290, y2: 140, width: 0.5, color: BLACK }
const FILL: FrameItem = { kind: 'fill', x: 20, y: 320, width: 100, height: 40, color: [0, 0, 0, 0.2] }

function frame(items: readonly FrameItem[]): PageFrame {
  return { page: { id: 'p', number: '04', section: '要闻' }, trim: { width: 300, height: 400 }, bleed: 0, typeArea: { x: 20, y: 20, width: 260, height: 360 }, items }
}

const page = () =>
  frame([
    ...paragraph('“一站式”服务大厅里——2023年，COVID-19防控international合作项目恢复。', 30),
    ...column('八月十三日，记者从NBA赛场《发回》12篇报道。'),
    RULE,
    FILL,
    { kind: 'fill', x: 150, y: 320, width: 40, height: 40, color: [0.1, 0.15, 0.35, 0.05], spot: GOLD },
    { kind: 'picture', asset: 'asset:x', x: 20, y: 160, width: 80, height: 80 },
  ])

const write = (shown: PageFrame, painting: PdfResources = resources) => writePdf([shown], { title: '晨光日报', date: '2024-01-20', print: PRINT }, painting)

async function said(bytes: Uint8Array, shown: PageFrame, expected: Expectations = EXPECTED): Promise<readonly string[]> {
  return (await readBack(bytes, [shown], expected)).map(({ message }) => message.zh)
}

/** The page with its first item of a kind changed. */
function changed<Kind extends FrameItem['kind']>(kind: Kind, change: (item: Extract<FrameItem, { kind: Kind }>) => FrameItem | null): PageFrame {
  const shown = page()
  const at = shown.items.findIndex((item) => item.kind === kind)
  const item = change(shown.items[at] as Extract<FrameItem, { kind: Kind }>)
  return { ...shown, items: shown.items.flatMap((one, index) => (index !== at ? [one] : item ? [item] : [])) }
}

/** The page with its columns of text moved. */
function columnsMoved({ x = 0, y = 0 }: { readonly x?: number; readonly y?: number }): PageFrame {
  const shown = page()
  return { ...shown, items: shown.items.map((item) => (item.kind === 'glyphs' && item.vertical ? { ...item, x: item.x + x, y: item.y + y } : item)) }
}

describe('second reader', () => {
  it('finds nothing in what was written: lines, columns, spot colours, pictures, on a sheet and as shapes', async () => {
    const plain = page()
    expect(await said(await write(plain), plain)).toEqual([])
    const notes = { slug: '晨光日报　第04版', face: 'song', line: LINE, inks: 'cmyk', red: { color: [0, 1, 1, 0] } } as const
    const sheet = onPrintSheet(plain, { bleedMm: 3, marks: { crop: true, registration: true, colorBar: true, slug: true } }, notes, faces.set)
    expect(await said(await write(sheet), sheet)).toEqual([])
    const [song, kai] = [await faces.outlines('song'), await faces.outlines('kai')]
    const outlines = (face: string) => (face === 'kai' ? kai : song)
    const shapes = (run: GlyphRun) => run.glyphs.filter((glyph) => outlines(run.face).outline(glyph).length > 0).length
    expect(await said(await write(sheet, { ...resources, outlines }), sheet, { ...EXPECTED, shapes })).toEqual([])
    expect(await said(await write(sheet), sheet, { ...EXPECTED, shapes })).toEqual([expect.stringContaining('转曲')])
    const screen = await writePdf([plain], { title: '校样', date: '2024-01-20' }, resources, 'screen')
    expect(await said(screen, plain, { colors: 'screen', shows: () => true })).toEqual([])
  })

  it('reads any text as it was set, with its gaps, dashes, quotes and hyphens', async () => {
    const piece = fc.constantFrom('检察机关', '，', '。', '“', '”', '——', '……', 'COVID-19', ' international ', '12.5%', '·', '（', '）', '㐀', '𠮷', '1/2')
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 40 }), async (pieces) => {
        const shown = frame([...paragraph(pieces.join(''), 30), ...column(pieces.join(''))])
        expect(await said(await write(shown), shown)).toEqual([])
      }),
      { numRuns: 12 },
    )
  })

  const differing: readonly (readonly [string, RegExp, () => PageFrame])[] = [
    ['a word is another', /读出来是/u, () => changed('glyphs', (run) => ({ ...run, text: run.text.replace('一', '二') }))],
    ['a line stands elsewhere', /位置也不同/u, () => changed('glyphs', (run) => ({ ...run, x: run.x + 0.1 }))],
    ['a column stands elsewhere', /位置也不同/u, () => columnsMoved({ y: 0.1 })],
    ['a column stands beside its place', /位置也不同/u, () => columnsMoved({ x: 0.1 })],
    ['a line is missing', /读出来是/u, () => ({ ...page(), items: [...paragraph('少', 20), ...page().items] })],
    ['a line is too many', /多出了|读出来是/u, () => changed('glyphs', () => null)],
    ['the page has another size', /MediaBox.*\n.*TrimBox/u, () => ({ ...page(), trim: { width: 300, height: 401 } })],
    ['bleed is missing', /BleedBox/u, () => ({ ...page(), bleed: 8 })],
    ['a spot colour is another', /专色/u, () => ({ ...page(), items: page().items.map((item) => ('spot' in item && item.spot ? { ...item, spot: { ...item.spot, name: '专蓝' } } : item)) })],
    ['a picture is missing', /图片有 1 幅，应是 2 幅/u, () => ({ ...page(), items: [...page().items, { kind: 'picture', asset: 'asset:y', x: 0, y: 0, width: 9, height: 9 }] })],
  ]
  it.each(differing)('tells that %s', async (_, sentence, wanted) => {
    const found = await said(await write(page()), wanted())
    expect(found.join('\n')).toMatch(sentence)
  })

  it('tells of a plate that the page has not, and of ink over the limit', async () => {
    const coloured = { ...page(), items: [...page().items, { ...FILL, color: [1, 0, 0, 0] } as FrameItem] }
    expect(await said(await write(coloured), page())).toEqual(['用了 C 版，版面上没有这种墨'])
    const heavy = { ...page(), items: [...page().items, { ...FILL, color: [1, 1, 1, 0] } as FrameItem] }
    const { inkLimit: _, ...unlimited } = resources
    expect(await said(await write(heavy, unlimited), heavy)).toEqual(['有颜色的总墨量是 300%，超过 240%'])
  })

  it('tells of an advert whose inks are not those of its file, and of one that is a picture', async () => {
    const placed = async (content: string) => placePage(await openPdf(await drawing(content, { resources: (context) => ({ XObject: { F: stream(context, '0 0 0 0.5 k 0 0 9 9 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9], Resources: {} }) } }) })), 1)!
    const [advert, other] = [await placed('0 1 1 0 k 10 10 50 50 re f /F Do 0 0 0 rg 80 10 20 20 re f'), await placed('1 0 0 0 k 10 10 50 50 re f')]
    const shown = frame([{ kind: 'picture', asset: 'asset:x', page: 1, vector: true, inks: 'cmyk', x: 20, y: 20, width: 120, height: 60 }])
    const bytes = await write(shown, { ...resources, placed: () => advert })
    expect(advert.inks).toEqual({ inks: 'k+red', spots: [], maxInk: 2 })
    expect(await said(bytes, shown, { ...EXPECTED, placed: () => advert.inks })).toEqual([])
    expect(await said(bytes, shown, { ...EXPECTED, placed: () => other.inks })).toEqual([expect.stringContaining('用的墨与原文件不符')])
    expect(await said(bytes, shown)).toEqual([expect.stringContaining('广告有 1 件，应是 0 件')])
    const spoilt = Buffer.from(await write(shown, { ...resources, placed: () => ({ ...advert, form: other.form }) }))
    expect(await said(spoilt, shown, { ...EXPECTED, placed: () => advert.inks })).toEqual([expect.stringContaining('用的墨与原文件不符')])
  })

  it('tells of screen colours, of another profile, and of a standard that is not kept', async () => {
    const screen = await writePdf([page()], { title: '校样', date: '2024-01-20' }, resources, 'screen')
    const found = await said(screen, page())
    for (const part of ['Trapped', 'GTS_PDFXVersion', 'OutputIntents', 'DestOutputProfile', 'DeviceRGB']) expect(found.join('\n')).toContain(part)
    expect(await said(await write(page()), page(), { ...EXPECTED, print: { standard: 'x1a', profile: Buffer.from('another') } })).toEqual(['缺少或写错了 DestOutputProfile'])
    expect((await said(await write(page()), page(), { ...EXPECTED, print: { ...EXPECTED.print!, standard: 'x4' } })).join('\n')).toMatch(/PDF version.*\n.*GTS_PDFXVersion.*\n.*Metadata/u)
  })

  it('tells of a font that is not embedded, of one that is damaged, and of a file cut short', async () => {
    const bytes = Buffer.from(await write(page()))
    const replaced = (from: string, to: string) => Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')
    expect(await said(replaced('/FontFile2', '/FontFileX'), page())).toContain('有字体没有嵌入')
    expect(await said(replaced('/Length1 ', '/Length1 1'), page())).toContain('有字体损坏')
    expect((await said(bytes.subarray(0, bytes.length / 3), page())).length).toBeGreaterThan(0)
  })
})
