/** Pages of PDFs inside ours, as other programs see them: they look as they did, and bring nothing with them. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { PDFDocument, PDFName, PDFRawStream, type PDFContext } from '@cantoo/pdf-lib'
import PdfKit from 'pdfkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PageFrame, PictureItem } from '../../../src-core/typeset/frame.ts'
import { placePage } from '../../../src-main/adverts/place-page.ts'
import { openPdf } from '../../../src-main/adverts/read-pdf.ts'
import { writePdf } from '../../../src-main/pdf/write-pdf.ts'
import { openFaces, type LibraryFaces } from '../../../src-main/services/faces.ts'
import { printFile } from '../../../src-main/services/print-files.ts'
import { readPage } from '../pdf/read-pdf.ts'
import { drawing, pdfOf, stream, type DrawnPage } from './pdf-files.ts'

let faces: LibraryFaces
const folder = mkdtempSync(join(tmpdir(), 'banxin-adverts-'))
beforeAll(async () => void (faces = await openFaces({ cache: null })))
afterAll(() => rmSync(folder, { recursive: true }))

const PLACE = { x: 30, y: 40, width: 120, height: 60 }

async function placed(advert: Uint8Array, fields: Partial<PictureItem> = {}, items = 1): Promise<Uint8Array> {
  const page = placePage(await openPdf(advert), 1)
  if (!page) throw new Error('the page may not be placed')
  const item: PictureItem = { kind: 'picture', asset: 'asset:x', page: 1, vector: true, inks: 'cmyk', ...PLACE, ...fields }
  const frame: PageFrame = {
    page: { id: 'p', number: '04', section: '广告' },
    trim: { width: 200, height: 150 },
    bleed: 0,
    typeArea: { x: 10, y: 10, width: 180, height: 130 },
    items: [{ kind: 'fill', x: 0, y: 0, width: 20, height: 150, color: [1, 0, 0, 0] }, ...Array.from({ length: items }, () => item)],
  }
  return writePdf([frame], { title: '广告', date: '2024-01-20', print: printFile('newsprint-x1a')! }, { faces: faces.set, path: (id) => faces.path(id), picture: () => null, placed: () => page })
}

/** Rendered by poppler: grey, a pixel to the half point, of the given part in points. */
async function look(pdf: Uint8Array, part?: { x: number; y: number; width: number; height: number }): Promise<{ data: Uint8Array; width: number; height: number }> {
  const file = join(folder, 'look.pdf')
  writeFileSync(file, pdf)
  execFileSync('pdftoppm', ['-r', '144', '-png', '-singlefile', file, join(folder, 'look')])
  const image = sharp(readFileSync(join(folder, 'look.png'))).toColourspace('b-w')
  const cut = part ? image.extract({ left: part.x * 2, top: part.y * 2, width: part.width * 2, height: part.height * 2 }) : image
  const { data, info } = await cut.raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

function difference(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((sum, value, at) => sum + Math.abs(value - other[at]!), 0) / one.length
}

/** Something with an up and a left: a letter F of two inks, and a line out of its middle. */
const SIGN = '0 0 0 1 k 20 10 12 80 re f 20 78 60 12 re f 0 1 1 0 k 20 45 40 12 re f 3 w 0.5 G 110 20 m 180 80 l S'

describe('a page that is placed', () => {
  it.each([0, 90, 180, 270])('looks as it does alone, turned by %i', async (rotate) => {
    const page = { rotate, media: [-10, 5, 190, 105] }
    const advert = await drawing(`1 0 0 1 -10 5 cm ${SIGN}`, page)
    const place = rotate % 180 === 0 ? PLACE : { x: 30, y: 20, width: 60, height: 120 }
    const inside = await look(await placed(advert, place), place)
    const alone = await look(advert)
    const resized = await sharp(Buffer.from(alone.data), { raw: { width: alone.width, height: alone.height, channels: 1 } }).resize(inside.width, inside.height, { fit: 'fill' }).toColourspace('b-w').raw().toBuffer()
    expect(difference(inside.data, resized)).toBeLessThan(4)
    expect(inside.data.filter((value) => value < 60).length).toBeGreaterThan(500)
  })

  it('shows its trim box, and of that what the frame crops', async () => {
    const trimmed = await drawing(`0 0 0 1 k 0 0 200 100 re f 0 0 0 0 k 50 25 100 50 re f`, { boxes: { TrimBox: [50, 25, 150, 75] } })
    const white = await look(await placed(trimmed), { x: 31, y: 41, width: 118, height: 58 })
    expect(Math.min(...white.data)).toBeGreaterThan(250)
    const halves = await drawing('0 0 0 1 k 100 0 100 100 re f')
    const right = await look(await placed(halves, { crop: { x: 0.5, y: 0, width: 0.5, height: 0.5 } }), { x: 31, y: 41, width: 118, height: 58 })
    expect(Math.max(...right.data)).toBeLessThan(60)
    const around = await look(await placed(halves, { crop: { x: 0.5, y: 0, width: 0.5, height: 0.5 } }), { x: 152, y: 20, width: 40, height: 100 })
    expect(Math.min(...around.data)).toBeGreaterThan(250)
  })

  it('begins in the state of a page, whatever ours is in', async () => {
    // Black without being asked, though the fill before it was cyan.
    const { data } = await look(await placed(await drawing('0 0 200 100 re f')), { x: 40, y: 50, width: 20, height: 20 })
    expect(Math.max(...data)).toBeLessThan(60)
  })

  it('keeps its fonts, and its words can be read', async () => {
    const advert = new PdfKit({ size: [200, 100], margin: 0 })
    const ended = buffer(advert)
    advert.font(faces.path('hei')).fontSize(24).fillColor([0, 0, 0, 100]).text('新春大促销', 20, 30, { lineBreak: false })
    advert.end()
    const { glyphs } = await readPage(await placed(await ended))
    expect(glyphs.map(({ unicode }) => unicode).join('')).toBe('新春大促销')
    // 20 of its 200 points from the left, in a place of 120.
    expect(glyphs[0]!.x).toBeCloseTo(30 + 20 * 0.6, 1)
  })

  it('is written once, however often it stands there', async () => {
    const advert = await drawing(SIGN)
    const [one, two] = [await placed(advert), await placed(advert, {}, 2)]
    expect(two.length - one.length).toBeLessThan(100)
  })
})

describe('what a page brings with it', () => {
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 1, 0.5, 0], N: 1 }
  /** A page with one of everything that passes, and around it everything that must stay outside. */
  const loaded: DrawnPage = {
    content: '/Art <</MCID 0>> BDC /G gs /C cs 0.4 scn 10 10 50 50 re f /F Do q 30 0 0 30 100 10 cm /I Do Q EMC /Pattern cs /P scn 60 60 30 30 re f /S sh',
    resources: (context) => ({
      ExtGState: { G: { Type: 'ExtGState', ca: 1, BM: 'Normal', SMask: 'None', TR2: 'Default', HT: 'Default', OP: false }, Unused: { ca: 0.5, SMask: { S: 'Alpha' } } },
      ColorSpace: { C: ['Separation', 'Black', 'DeviceCMYK', tint], Unused: ['ICCBased', stream(context, 'profile', { N: 3 })] },
      Shading: { S: { ShadingType: 2, ColorSpace: 'DeviceCMYK', Coords: [0, 0, 10, 0], Function: tint } },
      Pattern: { P: stream(context, '0 0 5 5 re f', { PatternType: 1, PaintType: 1, TilingType: 1, BBox: [0, 0, 10, 10], XStep: 10, YStep: 10, Resources: {}, PieceInfo: { X: { Private: 1 } } }) },
      XObject: {
        F: stream(context, '0 0 0 1 k 0 0 5 5 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 10, 10], Resources: {}, Group: { S: 'Transparency', CS: 'DeviceRGB' }, Metadata: stream(context, '<x/>', { Type: 'Metadata', Subtype: 'XML' }), OPI: {} }),
        I: stream(context, Uint8Array.of(0, 128), { Type: 'XObject', Subtype: 'Image', Width: 2, Height: 1, BitsPerComponent: 8, ColorSpace: 'DeviceGray', Alternates: [] }),
        Unused: stream(context, Uint8Array.of(1, 2, 3), { Type: 'XObject', Subtype: 'Image', Width: 1, Height: 1, BitsPerComponent: 8, ColorSpace: 'DeviceRGB' }),
      },
    }),
    entries: (context) => ({ Group: { S: 'Transparency', CS: 'DeviceRGB' }, AA: { O: { S: 'JavaScript', JS: 'app.alert(1)' } }, Annots: [{ Type: 'Annot', Subtype: 'Widget', FT: 'Tx', Rect: [0, 0, 1, 1] }], Metadata: stream(context, '<x/>') }),
  }

  it('is what its drawing needs: no colours of a screen, transparency, scripts, forms or metadata', async () => {
    const advert = await pdfOf({ pages: [loaded], catalog: () => ({ OpenAction: { S: 'JavaScript', JS: 'app.alert(1)' }, AcroForm: { Fields: [] }, Names: { JavaScript: {} } }) })
    const written = await placed(advert)
    const file = join(folder, 'brought.pdf')
    writeFileSync(file, written)
    execFileSync('qpdf', ['--check', file])
    const { context } = await PDFDocument.load(written, { updateMetadata: false })
    const objects = context.enumerateIndirectObjects().map(([, object]) => (object instanceof PDFRawStream ? object.dict : object).toString()).join('\n')
    for (const forbidden of ['DeviceRGB', 'ICCBased', 'JavaScript', '/JS', 'AcroForm', 'Annot', '/Group', '/SMask', '/ca ', '/TR', '/HT', 'PieceInfo', 'Alternates', 'OPI', 'Unused']) expect(objects).not.toContain(forbidden)
    for (const kept of ['/Separation', '/ShadingType', '/PatternType', '/Subtype /Image']) expect(objects).toContain(kept)
    // Ours alone.
    expect(objects.match(/\/Type \/Metadata/gu)).toHaveLength(1)
    const looks = await look(written, PLACE)
    expect(looks.data.some((value) => value < 128)).toBe(true)
  })

  it('is refused where print files may not have it', async () => {
    expect(placePage(await openPdf(await drawing('1 0 0 rg 0 0 9 9 re f')), 1)).toBeNull()
    expect(placePage(await openPdf(await drawing('0 g 0 0 9 9 re f')), 2)).toBeNull()
  })

  it('is said in inks: black of a screen is black alone, and inks with a profile are themselves', async () => {
    const screen = (context: PDFContext) => ['ICCBased', stream(context, `${' '.repeat(16)}RGB XYZ `, { N: 3 })]
    const advert = await drawing('0 0 0 rg 0 0 40 40 re f /Screen cs 0.5 0.5 0.5 scn 50 0 40 40 re f /F Do /Inks cs 0.2 0.4 0 0 sc 150 0 40 40 re f', {
      resources: (context) => ({
        ColorSpace: { Screen: screen(context), Inks: ['ICCBased', stream(context, 'a profile', { N: 4 })] },
        XObject: { F: stream(context, '/Own cs 0 0 0 sc 100 0 40 40 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 200, 100], Resources: { ColorSpace: { Own: screen(context) } } }) },
      }),
    })
    const written = await placed(advert)
    const file = join(folder, 'inks.pdf')
    writeFileSync(file, written)
    const plain = execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], { encoding: 'latin1' })
    for (const said of ['0 g 0 0 40 40 re', '/DeviceGray cs 0.5 scn 50 0', '/DeviceGray cs 0 sc 100 0', '/Inks /DeviceCMYK']) expect(plain).toContain(said)
    for (const gone of ['ICCBased', ' rg', '/Screen', '/Own']) expect(plain).not.toContain(gone)
    const { data, width } = await look(written, PLACE)
    const at = (x: number) => data[100 * width + x]
    // 1.2 pixels a point of the advert: black, half of it, black.
    expect([at(20), at(130)].every((value) => value! < 60)).toBe(true)
    expect(at(80)).toBeGreaterThan(90)
  })

  it('has streams that are streams, empty ones too', async () => {
    const advert = await drawing('/F Do', { resources: (context) => ({ XObject: { F: context.register(PDFRawStream.of(context.obj({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1], Resources: {} }), new Uint8Array())) } }) })
    const { context } = await PDFDocument.load(await placed(advert), { updateMetadata: false })
    const forms = context.enumerateIndirectObjects().map(([, object]) => object).filter((object) => object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form'))
    expect(forms).toHaveLength(2)
  })
})
