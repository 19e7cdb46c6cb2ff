/** PDF/X as other programs read it: the file's objects by qpdf, its plates by Ghostscript, its standard by poppler. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BLACK, type FrameItem, type GlyphRun } from '../../../src-core/typeset/frame.ts'
import type { PdfResources } from '../../../src-main/pdf/paint-frame.ts'
import { writePdf } from '../../../src-main/pdf/write-pdf.ts'
import { openFaces, type LibraryFaces } from '../../../src-main/services/faces.ts'
import { printFile } from '../../../src-main/services/print-files.ts'
import { readObjects, type Dictionary, type ReadObjects, type Value } from './read-objects.ts'

let faces: LibraryFaces
let resources: PdfResources
const folder = mkdtempSync(join(tmpdir(), 'banxin-pdfx-'))

beforeAll(async () => {
  faces = await openFaces({ cache: null })
  resources = { faces: faces.set, path: (id) => faces.path(id), picture: () => ({ pixels: new Uint8Array(64).fill(90), width: 8, height: 8, channels: 1 }) }
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(text: string, y: number, color: GlyphRun['color']): GlyphRun {
  const characters = Array.from(text)
  return {
    kind: 'glyphs', face: 'song', size: 9, color, x: 20, y, text, source: null,
    glyphs: characters.map((character) => faces.set.face('song')!.glyph(character.codePointAt(0)!)),
    xs: characters.map((_, index) => index * 9),
    clusters: characters.map((_, index) => index),
  }
}

const ITEMS = (): readonly FrameItem[] => [
  { kind: 'fill', x: 10, y: 40, width: 120, height: 30, color: [0, 1, 1, 0] },
  run('黑字叠印', 60, BLACK),
  run('反白字', 90, [0, 0, 0, 0]),
  { kind: 'picture', asset: 'asset:x', x: 10, y: 100, width: 60, height: 60 },
  { kind: 'rule', x1: 10, y1: 180, x2: 140, y2: 180, width: 0.3, color: BLACK },
]

async function written(preset: 'newsprint-x1a' | 'newsprint-x4'): Promise<string> {
  const frame = { page: { id: 'p', number: '04', section: '要闻' }, trim: { width: 150, height: 200 }, bleed: 0, typeArea: { x: 10, y: 10, width: 130, height: 180 }, items: ITEMS() }
  const file = join(folder, `${preset}.pdf`)
  writeFileSync(file, await writePdf([frame], { title: '晨光日报 & <校报> 第04版：要闻', date: '2024-01-20', print: printFile(preset)! }, resources))
  return file
}

const referenced = (value: Value | undefined, { at }: ReadObjects): Value => (typeof value === 'string' && value.endsWith(' R') ? (at(value) as Value) : (value ?? null))

describe.each(['newsprint-x1a', 'newsprint-x4'] as const)('%s', (preset) => {
  it('says what it is, for which printing condition, and carries its profile', async () => {
    const file = await written(preset)
    const read = readObjects(file)
    const info = read.at(read.trailer['/Info'])
    expect(referenced(info['/Trapped'], read)).toBe('/False')
    expect(referenced(info['/GTS_PDFXVersion'], read)).toBe(preset === 'newsprint-x1a' ? 'u:PDF/X-1a:2003' : null)
    for (const key of ['/Title', '/CreationDate', '/ModDate', '/Creator', '/Producer']) expect(referenced(info[key], read)).toMatch(/^u:./)
    expect(read.trailer['/ID']).toHaveLength(2)
    expect(read.trailer['/Encrypt']).toBeUndefined()
    const catalog = read.at(read.trailer['/Root'])
    const intents = catalog['/OutputIntents'] as Value[]
    expect(intents).toHaveLength(1)
    const intent = read.at(intents[0])
    expect(intent).toMatchObject({ '/S': '/GTS_PDFX', '/OutputConditionIdentifier': 'u:CGATS TR 002', '/RegistryName': 'u:http://www.color.org' })
    expect(read.at(intent['/DestOutputProfile'])).toMatchObject({ '/N': 4 })
    expect(readFileSync(file, 'latin1').slice(0, 8)).toBe(preset === 'newsprint-x1a' ? '%PDF-1.4' : '%PDF-1.6')
    expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors found')
  })

  it('has its boxes, embedded fonts, and nothing that the standard forbids', async () => {
    const read = readObjects(await written(preset))
    const dictionaries = read.all.filter((value): value is Dictionary => typeof value === 'object' && value !== null && !Array.isArray(value))
    const page = dictionaries.find((value) => value['/Type'] === '/Page')!
    expect(page['/TrimBox']).toEqual(page['/MediaBox'])
    expect(page['/ArtBox']).toBeUndefined()
    expect(page['/UserUnit']).toBeUndefined()
    for (const descriptor of dictionaries.filter((value) => value['/Type'] === '/FontDescriptor')) expect(descriptor['/FontFile2']).toBeDefined()
    const text = JSON.stringify(read.all)
    for (const forbidden of ['/DeviceRGB', '/CalRGB', '/ICCBased', '/SMask', '/LZWDecode', '/JPXDecode', '/JavaScript', '/Annots', '/AA', '/EmbeddedFiles', '/TR', '/HTP', '/Group', '/OPI']) {
      expect(text).not.toContain(`"${forbidden}"`)
    }
  })

  it('prints black text over colour without a hole, and white text as one', async () => {
    const file = await written(preset)
    execFileSync('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=tiffsep', '-r144', `-sOutputFile=${join(folder, `${preset}-%d.tif`)}`, file])
    const plate = (name: string) => sharp(join(folder, readdirSync(folder).find((entry) => entry.startsWith(`${preset}-1(${name})`))!)).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
    const [magenta, black, cyan] = await Promise.all([plate('Magenta'), plate('Black'), plate('Cyan')])
    const darkest = ({ data, info }: typeof magenta, x: number, y: number, width: number, height: number) => {
      let [low, high] = [255, 0]
      for (let row = 2 * y; row < 2 * (y + height); row++)
        for (let column = 2 * x; column < 2 * (x + width); column++) {
          const value = data[(row * info.width + column) * info.channels]!
          low = Math.min(low, value)
          high = Math.max(high, value)
        }
      return { low, high }
    }
    // Where the black letters stand, the magenta plate is solid all over.
    expect(darkest(magenta, 12, 45, 110, 20)).toEqual({ low: 0, high: 0 })
    expect(darkest(black, 12, 45, 110, 20).low).toBe(0)
    expect(darkest(cyan, 0, 0, 150, 200)).toEqual({ low: 255, high: 255 })
  })
})

describe('XMP of PDF/X-4', () => {
  it('names the standard, the dates and the ids, and is well formed whatever the title', async () => {
    const file = await written('newsprint-x4')
    const xmp = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(readFileSync(file, 'utf8'))![0]
    for (const part of ['<pdfxid:GTS_PDFXVersion>PDF/X-4<', '<xmp:CreateDate>2024-01-20T00:00:00Z<', '<xmp:ModifyDate>2024-01-20T00:00:00Z<', '<xmp:MetadataDate>', '<pdf:Trapped>False<', '<xmpMM:DocumentID>uuid:', '<xmpMM:VersionID>', '<xmpMM:RenditionClass>', '晨光日报 ＆ ＜校报> 第04版：要闻']) {
      expect(xmp).toContain(part)
    }
    expect(execFileSync('pdfinfo', ['-meta', file], { encoding: 'utf8' })).toContain('PDF/X-4')
  })
})
