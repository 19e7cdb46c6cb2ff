/** What is found in adverts' PDFs, and what hostile ones come to. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, PDFRawStream, type PDFContext } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { ApiFailure } from '../../../src-core/api/methods.ts'
import type { PdfPage } from '../../../src-core/document/pdf-page.ts'
import { rasterPage } from '../../../src-main/adverts/raster-page.ts'
import { readPdf } from '../../../src-main/adverts/read-pdf.ts'
import { inkTiff } from '../../../src-main/images/ink-tiff.ts'
import { drawing, pdfOf, stream, type DrawnPage } from './pdf-files.ts'

async function pageOf(content: string, page: Omit<DrawnPage, 'content'> = {}): Promise<PdfPage> {
  const { pdf } = await readPdf(await drawing(content, page))
  return pdf!.pages[0]!
}

const kinds = ({ faults }: PdfPage) => faults.map(({ kind }) => kind)
const state = (entries: Record<string, unknown>): Omit<DrawnPage, 'content'> => ({ resources: () => ({ ExtGState: { G: entries } }) })
const space = (written: (context: PDFContext) => unknown): Omit<DrawnPage, 'content'> => ({ resources: (context) => ({ ColorSpace: { C: written(context) } }) })
const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 1, 0.5, 0], N: 1 }
const BOX = '10 10 50 50 re f'
/** The head of an ICC profile, as far as it says of which colours it is. */
const screenProfile = `${' '.repeat(16)}RGB XYZ `

describe('the plates and the ink of a page', () => {
  it.each([
    ['nothing', '', 'k', 0],
    ['grey', `0.25 g ${BOX}`, 'k', 0.75],
    ['black', `0 0 0 1 k ${BOX}`, 'k', 1],
    ['what it begins with', BOX, 'k', 1],
    ['red', `0 0.8 0.8 0.1 k ${BOX}`, 'k+red', 1.7],
    ['four colours', `0.5 0.4 0.3 0.2 k ${BOX}`, 'cmyk', 1.4],
    ['a stroke', '1 0 0 0 K 10 10 m 50 50 l S', 'cmyk', 1],
    ['a colour that is not used', `1 1 1 1 k 0 g ${BOX}`, 'k', 1],
    ['a colour of a state that was left', `q 1 1 0 0 k Q ${BOX}`, 'k', 1],
  ])('are those of %s', async (_, content, inks, maxInk) => {
    const page = await pageOf(content)
    expect(page).toMatchObject({ inks, maxInk: expect.closeTo(maxInk, 3), spots: [], faults: [] })
  })

  it('are not those of marks and slug lines outside the box that is shown', async () => {
    const marks = '1 1 1 1 K 0.5 w 0 20 m 15 20 l S 1 1 1 1 k 2 2 10 10 re f'
    const boxes = { TrimBox: [20, 20, 180, 80] }
    expect(await pageOf(`${marks} 0 g 30 30 10 10 re f`, { boxes })).toMatchObject({ inks: 'k', maxInk: 1, box: 'trim' })
    expect(await pageOf(marks)).toMatchObject({ inks: 'cmyk', maxInk: 4, box: 'media' })
    expect(await pageOf(`1 0 0 1 20 20 cm ${marks}`, { boxes })).toMatchObject({ maxInk: 4 })
  })

  it('are those of pictures, pixel by pixel', async () => {
    const image = (bytes: readonly number[], dict: Record<string, unknown>): Omit<DrawnPage, 'content'> => ({
      resources: (context) => ({ XObject: { I: stream(context, Uint8Array.from(bytes), { Type: 'XObject', Subtype: 'Image', Width: 2, Height: 1, BitsPerComponent: 8, ...dict }) } }),
    })
    const shown = 'q 100 0 0 50 10 10 cm /I Do Q'
    expect(await pageOf(shown, image([0, 255], { ColorSpace: 'DeviceGray' }))).toMatchObject({ inks: 'k', faults: [] })
    expect(await pageOf(shown, image([0, 0, 0, 255, 255, 128, 0, 0], { ColorSpace: 'DeviceCMYK' }))).toMatchObject({ inks: 'cmyk', maxInk: expect.closeTo(1.502, 2) })
    // Turned round: what is written as none is all.
    expect(await pageOf(shown, image([0, 0, 0, 0, 255, 255, 255, 255], { ColorSpace: 'DeviceCMYK', Decode: [1, 0, 1, 0, 1, 0, 1, 0] }))).toMatchObject({ maxInk: 4 })
    expect(await pageOf(shown, image([1, 2, 3, 4, 5, 6], { ColorSpace: 'DeviceRGB' }))).toMatchObject({ faults: [{ kind: 'rgb' }] })
    expect(kinds(await pageOf(shown, image([0, 255], { ColorSpace: 'DeviceGray', BitsPerComponent: 16 })))).toEqual(['compression'])
    expect(kinds(await pageOf(shown, image([0], { ColorSpace: 'DeviceCMYK' })))).toEqual(['drawing'])
  })

  it.each([true, false])('are those of a JPEG as other programs print it, its samples turned round: %s', async (turned) => {
    const [width, height] = [64, 64]
    const inks = Uint8Array.from({ length: width * height * 4 }, (_, at) => [255, 128, 0, 64][at % 4]!)
    const jpeg = await sharp(inkTiff(inks, width, height, readFileSync('assets/icc/newsprint-snap-tr002.icc'))).pipelineColourspace('cmyk').toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer()
    const dict = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8, ColorSpace: 'DeviceCMYK', Filter: 'DCTDecode', ...(turned ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}) }
    const file = await drawing('q 200 0 0 100 0 0 cm /I Do Q', { resources: (context) => ({ XObject: { I: context.register(PDFRawStream.of(context.obj(dict), jpeg)) } }) })
    const folder = mkdtempSync(join(tmpdir(), 'banxin-jpeg-'))
    try {
      writeFileSync(join(folder, 'a.pdf'), file)
      execFileSync('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=tiffsep', '-r20', `-sOutputFile=${join(folder, 'a.tif')}`, join(folder, 'a.pdf')])
      const plates = await Promise.all(['Cyan', 'Magenta', 'Yellow', 'Black'].map(async (name) => 1 - (await sharp(join(folder, `a(${name}).tif`)).stats()).channels[0]!.mean / 255))
      const { pdf } = await readPdf(file)
      expect(pdf!.pages[0]!.maxInk).toBeCloseTo(plates.reduce((sum, plate) => sum + plate, 0), 1)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('are those of shadings at their ends, and not to be told of what is programmed', async () => {
    const shading = (fn: unknown): Omit<DrawnPage, 'content'> => ({ resources: () => ({ Shading: { S: { ShadingType: 2, ColorSpace: 'DeviceCMYK', Coords: [0, 0, 100, 0], Function: fn } } }) })
    expect(await pageOf('/S sh', shading({ ...tint, C1: [0.5, 0.5, 0.5, 0.5] }))).toMatchObject({ inks: 'cmyk', maxInk: 2, faults: [] })
    expect(kinds(await pageOf('/S sh', shading({ FunctionType: 4, Domain: [0, 1], Range: [0, 1, 0, 1, 0, 1, 0, 1] })))).toEqual(['unmeasured'])
  })

  it('name spot colours, and know process inks by their names', async () => {
    const named = (name: string) => space(() => ['Separation', name, 'DeviceCMYK', tint])
    expect(await pageOf(`/C cs 0.7 scn ${BOX}`, named('PANTONE 185 C'))).toMatchObject({ spots: ['PANTONE 185 C'], inks: 'k', maxInk: 0.7, faults: [] })
    expect(await pageOf(`/C cs 0.7 scn ${BOX}`, named('Black'))).toMatchObject({ spots: [], inks: 'k', maxInk: 0.7 })
    expect(await pageOf(`/C cs 0.5 scn ${BOX}`, named('All'))).toMatchObject({ spots: [], inks: 'cmyk', maxInk: 2 })
    expect(await pageOf(`/C cs 1 1 scn ${BOX}`, space(() => ['DeviceN', ['Magenta', 'Gold'], 'DeviceCMYK', tint]))).toMatchObject({ spots: ['Gold'], inks: 'cmyk', maxInk: 2 })
  })

  it('are those of forms and patterns within', async () => {
    const form: Omit<DrawnPage, 'content'> = {
      resources: (context) => ({
        XObject: { F: stream(context, `1 1 0 0 k ${BOX}`, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 100, 100], Matrix: [1, 0, 0, 1, 0, 0], Resources: {} }) },
        Pattern: { P: stream(context, '0 1 1 0 k 0 0 5 5 re f', { PatternType: 1, PaintType: 1, TilingType: 1, BBox: [0, 0, 10, 10], XStep: 10, YStep: 10, Resources: {} }) },
      }),
    }
    expect(await pageOf('/F Do', form)).toMatchObject({ inks: 'cmyk', maxInk: 2 })
    expect(await pageOf(`/Pattern cs /P scn ${BOX}`, form)).toMatchObject({ inks: 'k+red', maxInk: 2 })
    // It begins in the colour that calls it.
    const bare: Omit<DrawnPage, 'content'> = { resources: (context) => ({ XObject: { F: stream(context, BOX, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 100, 100], Resources: {} }) } }) }
    expect(await pageOf('1 1 1 0.5 k /F Do', bare)).toMatchObject({ inks: 'cmyk', maxInk: 3.5 })
    // Beside the box, and so not printed.
    expect(await pageOf('1 0 0 1 500 0 cm /F Do', form)).toMatchObject({ inks: 'k', maxInk: 0 })
  })
})

describe('the thinnest line of a page', () => {
  const LINE = '10 10 m 50 50 l S'
  it.each([
    ['as it begins', LINE, 1],
    ['of no width', `0 w ${LINE}`, 0],
    ['scaled', `0.5 0 0 0.5 0 0 cm 0.3 w ${LINE}`, 0.15],
    ['among others', `1.5 w ${LINE} 0.2 w ${LINE} 1 w ${LINE}`, 0.2],
    ['thick ones', `3 w ${LINE}`, undefined],
    ['a width that draws nothing', `0 w ${BOX}`, undefined],
    ['white', `0 w 1 G ${LINE}`, undefined],
    ['outside the page', '0 w -50 10 m -10 50 l S', undefined],
  ])('is told: %s', async (_, content, thinnest) => {
    expect((await pageOf(content)).thinnestRule).toBe(thinnest)
  })
})

describe('the coarsest picture of a page', () => {
  const image = (width: number, bits = 8): Omit<DrawnPage, 'content'> => ({
    resources: (context) => ({ XObject: { I: stream(context, new Uint8Array(Math.ceil((width * bits) / 8) * width), { Type: 'XObject', Subtype: 'Image', Width: width, Height: width, BitsPerComponent: bits, ColorSpace: 'DeviceGray' }) } }),
  })
  it.each([
    ['at its size', '72 0 0 72 10 10 cm /I Do', image(100), 100],
    ['turned', '0 36 -36 0 100 10 cm /I Do', image(100), 200],
    ['twice', 'q 72 0 0 72 10 10 cm /I Do Q q 36 0 0 36 90 10 cm /I Do Q', image(100), 100],
    ['beside the page', '72 0 0 72 500 10 cm /I Do', image(100), undefined],
    ['a patch of colour', '72 0 0 72 10 10 cm /I Do', image(4), undefined],
    ['line art', '72 0 0 72 10 10 cm /I Do', image(100, 1), undefined],
    ['a fine one', '7 0 0 7 10 10 cm /I Do', image(100), undefined],
  ])('is told: %s', async (_, content, page, ppi) => {
    expect((await pageOf(content, page)).leastPpi).toBe(ppi)
  })
})

describe('what keeps a page from being vectors', () => {
  it.each<readonly [string, string, Omit<DrawnPage, 'content'>]>([
    ['rgb', `1 0 0 rg ${BOX}`, {}],
    ['rgb', `/DeviceRGB CS 1 0 0 SCN ${BOX}`, {}],
    ['rgb', `/C cs 0 0 0 sc ${BOX}`, space((context) => ['ICCBased', stream(context, 'no profile', { N: 3 })])],
    ['rgb', `0.1 0.1 0.2 rg ${BOX}`, {}],
    ['rgb', `/C cs 0 0.5 0 sc ${BOX}`, space((context) => ['ICCBased', stream(context, screenProfile, { N: 3 })])],
    ['profile', `/C cs 0 0 sc ${BOX}`, space((context) => ['ICCBased', stream(context, 'no profile', { N: 2 })])],
    ['profile', BOX, { resources: (context) => ({ ColorSpace: { DefaultCMYK: ['ICCBased', stream(context, 'no profile', { N: 2 })] } }) }],
    ['profile', `/C cs 50 0 0 sc ${BOX}`, space(() => ['Lab', { WhitePoint: [0.96, 1, 0.82] }])],
    ['rgb', `/C cs 1 scn ${BOX}`, space(() => ['Separation', 'Gold', 'DeviceRGB', tint])],
    ['transparency', `/G gs ${BOX}`, state({ ca: 0.5 })],
    ['transparency', `/G gs ${BOX}`, state({ BM: 'Multiply' })],
    ['transparency', `/G gs ${BOX}`, state({ SMask: { S: 'Alpha' } })],
    ['screening', `/G gs ${BOX}`, state({ TR: { FunctionType: 2, Domain: [0, 1], N: 2 } })],
    ['overprint', `/G gs 0 1 0 0 k ${BOX}`, state({ OP: true })],
    ['overprint', `/G gs 0 0 0 0 k ${BOX}`, state({ op: true, OPM: 1 })],
    ['layers', `/OC /M BDC ${BOX} EMC`, {}],
    ['font', 'BT /F 12 Tf 20 20 Td (abc) Tj ET', { resources: () => ({ Font: { F: { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' } } }) }],
    ['drawing', `${BOX} [`, {}],
  ])('%s: %s', async (kind, content, page) => {
    expect(kinds(await pageOf(content, page))).toEqual([kind])
  })

  it('drawing: states without end or beginning, resources that are not there', async () => {
    expect(kinds(await pageOf('q '.repeat(20_000)))).toEqual(['drawing'])
    expect(kinds(await pageOf('/Nowhere Do'))).toEqual(['drawing'])
    expect(kinds(await pageOf(`q ${BOX}`))).toEqual(['drawing'])
    expect(kinds(await pageOf(`${BOX} Q`))).toEqual(['drawing'])
  })

  it.each<readonly [string, string, Omit<DrawnPage, 'content'>]>([
    ['black that overprints', `/G gs 0 0 0 1 k ${BOX}`, state({ OP: true, OPM: 1 })],
    ['states at rest', `/G gs ${BOX}`, state({ ca: 1, CA: 1, BM: 'Normal', SMask: 'None', TR2: 'Default', op: false })],
    ['a group without transparency', BOX, { entries: () => ({ Group: { S: 'Transparency', CS: 'DeviceRGB' } }) }],
    ['resources that nothing uses', BOX, space((context) => ['ICCBased', stream(context, 'no profile', { N: 3 })])],
    ['an invisible layer of text', 'BT 3 Tr ET', {}],
    ['black of a screen', `0 0 0 rg ${BOX} 0.5 0.5 0.5 RG 10 10 m 50 50 l S /DeviceRGB cs 1 1 1 sc ${BOX}`, {}],
    ['black of a screen with a profile', `/C cs 0 0 0 sc ${BOX}`, space((context) => ['ICCBased', stream(context, screenProfile, { N: 3 })])],
    ['inks with a profile', `/C cs 0 0 0 1 sc ${BOX}`, space((context) => ['ICCBased', stream(context, 'no profile', { N: 4 })])],
    ['grey with a profile', `/C cs 0.5 sc ${BOX}`, space((context) => ['ICCBased', stream(context, 'no profile', { N: 1 })])],
  ])('is not %s', async (_, content, page) => {
    expect(kinds(await pageOf(content, page))).toEqual([])
  })

  it('is named, where it is a font', async () => {
    const page = await pageOf('BT /F 12 Tf (a) Tj ET', { resources: () => ({ Font: { F: { Type: 'Font', Subtype: 'TrueType', BaseFont: 'ABCDEF+FZXiaoBiaoSong' } } }) })
    expect(page.faults).toEqual([{ kind: 'font', names: ['FZXiaoBiaoSong'] }])
  })
})

describe('the size of a page', () => {
  it('is that of its trim box, else of what a viewer shows, turned upright', async () => {
    const media = [0, 0, 300, 200]
    expect(await pageOf('', { media })).toMatchObject({ box: 'media', width: 105.8, height: 70.6 })
    expect(await pageOf('', { media, boxes: { CropBox: [10, 10, 290, 190] } })).toMatchObject({ box: 'crop', width: 98.8, height: 63.5 })
    expect(await pageOf('', { media, rotate: 90, boxes: { CropBox: [10, 10, 290, 190], TrimBox: [280, 180, 20, 20] } })).toMatchObject({ box: 'trim', width: 56.4, height: 91.7 })
    expect(await pageOf('', { media, entries: () => ({ UserUnit: 2 }) })).toMatchObject({ width: 211.7, height: 141.1 })
    expect(await pageOf('', { media, boxes: { TrimBox: [250, 150, 900, 900] } })).toMatchObject({ width: 17.6, height: 17.6 })
  })

  it('tells of comments and fields, which are not printed', async () => {
    const note = (kind: string): Omit<DrawnPage, 'content'> => ({ entries: () => ({ Annots: [{ Type: 'Annot', Subtype: kind, Rect: [0, 0, 10, 10] }] }) })
    expect(await pageOf('', note('Widget'))).toMatchObject({ notes: true })
    expect(await pageOf('', note('Link'))).not.toHaveProperty('notes')
  })
})

describe('a file that is not to be used', () => {
  const refusal = async (bytes: Uint8Array): Promise<string> => {
    const error = await readPdf(bytes).then(
      () => null,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(ApiFailure)
    expect((error as ApiFailure).error.code).toBe('unreadable-file')
    return (error as ApiFailure).error.message.zh
  }

  it('gets a sentence that says why', async () => {
    expect(await refusal(Buffer.from('%PDF-1.4\n'))).toContain('损坏')
    expect(await refusal((await drawing(BOX)).subarray(0, 300))).toContain('损坏')
    expect(await refusal(await drawing(BOX, { media: [0, 0, 14_400, 14_400] }))).toContain('5080 × 5080 毫米')
    const locked = await PDFDocument.load(await drawing(BOX))
    locked.encrypt({ ownerPassword: 'x', userPassword: 'y' } as never)
    expect(await refusal(await locked.save())).toContain('密码')
    const page = { content: BOX }
    expect(await refusal(await pdfOf({ pages: Array.from({ length: 60 }, () => page) }))).toContain('60页')
  })

  it('holds a picture of samples that none can have: drawing it would never end', async () => {
    const picture = (bits: number) => drawing('/I Do', { resources: (context) => ({ XObject: { I: context.register(context.flateStream(new Uint8Array(300), { Type: 'XObject', Subtype: 'Image', Width: 10, Height: 10, BitsPerComponent: bits, ColorSpace: 'DeviceRGB' } as never)) } }) })
    expect(await refusal(await picture(2 ** 31 - 1))).toContain('损坏')
    expect(await refusal(await drawing('BI /W 10 /H 10 /BPC 2147483647 /CS /RGB ID x EI'))).toContain('损坏')
    expect((await readPdf(await picture(8))).pdf?.pages).toHaveLength(1)
  })

  it('does no harm when it bites its own tail', async () => {
    const looped = (context: PDFContext) => {
      const reference = context.nextRef()
      context.assign(reference, context.flateStream('/F Do /F Do', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 10, 10], Resources: { XObject: { F: reference } } } as never))
      return { XObject: { F: reference } }
    }
    expect(kinds(await pageOf('/F Do', { resources: looped }))).toEqual(['drawing'])
  })

  describe('whatever was done to its bytes', () => {
    let whole: Uint8Array
    beforeAll(async () => {
      whole = await drawing(`q 0 0 0 1 k ${BOX} Q 0.5 g 10 10 m 20 30 l S`, { boxes: { TrimBox: [5, 5, 150, 90] } })
    })

    it('is read and drawn, or refused', async () => {
      const damage = fc.array(fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) }), { minLength: 1, maxLength: 12 })
      await fc.assert(
        fc.asyncProperty(damage, async (changes) => {
          const bytes = Uint8Array.from(whole)
          for (const { at, byte } of changes) bytes[at % bytes.length] = byte
          try {
            const { pdf } = await readPdf(bytes)
            for (const index of pdf!.pages.keys()) expect((await rasterPage(bytes, index + 1, 40)).width).toBeLessThanOrEqual(41)
          } catch (error) {
            expect(error).toBeInstanceOf(ApiFailure)
          }
        }),
        { numRuns: 60 },
      )
    })
  })
})
