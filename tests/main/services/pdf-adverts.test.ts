/** Adverts' PDFs from the issue folder to the plates: what is vectors stays so, what is none comes to the page's own inks. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import PdfKit from 'pdfkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ApiFailure } from '../../../src-core/api/methods.ts'
import { placedOn, recordsOf, type Document } from '../../../src-core/document/records.ts'
import { exportPages } from '../../../src-main/services/export.ts'
import { openFaces, type LibraryFaces } from '../../../src-main/services/faces.ts'
import { readIssueFolder, type IssueFolder } from '../../../src-main/services/issue-folder/read-issue-folder.ts'
import { writeIssueFolder } from '../../../src-main/services/issue-folder/write-issue-folder.ts'
import { drawing, pdfOf } from '../adverts/pdf-files.ts'

// PDFs are read in a thread that starts cold.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

const root = mkdtempSync(join(tmpdir(), 'banxin-pdf-adverts-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const AREA = { column: 0, line: 100, columns: 4, lines: 18 }
const BESIDE = { ...AREA, column: 4 }

function issueFolder(name: string, pages: readonly object[], images: Readonly<Record<string, Uint8Array>>): string {
  const folder = join(root, name)
  mkdirSync(join(folder, 'images'), { recursive: true })
  for (const [file, bytes] of Object.entries(images)) writeFileSync(join(folder, 'images', file), bytes)
  writeFileSync(join(folder, 'issue.json'), JSON.stringify({ format: 1, paper: { name: '晨光日报', code: 'cgrb' }, date: '2024-01-20', pages }))
  return folder
}

const advertsOf = (document: Document, page: string) => placedOn(document, 'advert', page)

describe('adverts in files for print', () => {
  let faces: LibraryFaces
  let folder: IssueFolder
  /** Plates of each page, 100 dpi: 0 bare paper, 255 solid. */
  const plates = new Map<string, Record<'Cyan' | 'Magenta' | 'Yellow' | 'Black', Uint8Array>>()
  let out = ''

  const words = async (color: PDFKit.Mixins.ColorValue, colour2: PDFKit.Mixins.ColorValue): Promise<Uint8Array> => {
    const file = new PdfKit({ size: [493, 215], margin: 0 })
    const ended = buffer(file)
    file.font(faces.path('hei')).fontSize(60).fillColor(color).text('年货节', 40, 20, { lineBreak: false })
    file.fillColor(colour2).rect(40, 120, 300, 60).fill()
    file.end()
    return ended
  }

  beforeAll(async () => {
    faces = await openFaces({ cache: null })
    const images = { 'cmyk.pdf': await words([0, 0, 0, 100], [0, 100, 100, 0]), 'black.pdf': await words([0, 0, 0, 100], [0, 0, 0, 30]), 'screen.pdf': await words('#000', '#3366ff') }
    const ads = (one: string, other: string) => [
      { name: '左', image: `images/${one}`, area: AREA },
      { name: '右', image: `images/${other}`, area: BESIDE },
    ]
    const pages = [
      { number: '01', section: '彩', inks: 'cmyk', ads: ads('cmyk.pdf', 'screen.pdf') },
      { number: '02', section: '黑', inks: 'k', ads: ads('black.pdf', 'cmyk.pdf') },
    ]
    folder = await readIssueFolder(issueFolder('print', pages, images))
    out = join(root, 'out')
    await exportPages({ document: folder.document, faces, assetBytes: folder.assetBytes }, { folder: out, preset: 'newsprint-x1a', kinds: ['page'], png: 40 })
    for (const number of ['01', '02']) {
      execFileSync('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=tiffsep', '-r100', `-sOutputFile=${join(root, `${number}.tif`)}`, join(out, `20240120-${number}.pdf`)])
      const plate = async (name: string) => (await sharp(join(root, `${number}(${name}).tif`)).negate().toColourspace('b-w').raw().toBuffer()) as Uint8Array
      plates.set(number, { Cyan: await plate('Cyan'), Magenta: await plate('Magenta'), Yellow: await plate('Yellow'), Black: await plate('Black') })
    }
  })

  const frameOf = (number: string) => execFileSync('pdftotext', ['-layout', join(out, `20240120-${number}.pdf`), '-'], { encoding: 'utf8' })
  const pictures = (number: string) => execFileSync('pdfimages', ['-list', join(out, `20240120-${number}.pdf`)], { encoding: 'utf8' }).split('\n').slice(2).filter(Boolean)

  it('keep their words where they are vectors, and are pictures where they are none', () => {
    // Of each page one is vectors, the other a picture.
    expect(frameOf('01').match(/年货节/gu)).toHaveLength(1)
    expect(frameOf('02').match(/年货节/gu)).toHaveLength(1)
    expect(pictures('01')).toEqual([expect.stringMatching(/ cmyk .* 300 +300 /u)])
    expect(pictures('02')).toEqual([expect.stringMatching(/ gray .* 300 +300 /u)])
  })

  it('leave the colour plates of a black page bare', () => {
    const { Cyan, Magenta, Yellow, Black } = plates.get('02')!
    expect(Math.max(...[Cyan, Magenta, Yellow].map((plate) => plate.reduce((most, ink) => Math.max(most, ink), 0)))).toBe(0)
    expect(Black.includes(255)).toBe(true)
  })

  it('have black type on the black plate alone, as vectors and as a picture, and no more ink than the paper takes', () => {
    const { Cyan, Magenta, Yellow, Black } = plates.get('01')!
    let most = 0
    let solid = 0
    Black.forEach((black, at) => {
      const colours = Cyan[at]! + Magenta[at]! + Yellow[at]!
      most = Math.max(most, black + colours)
      if (black < 250) return
      solid++
      expect(colours).toBe(0)
    })
    expect(most).toBeLessThanOrEqual(2.4 * 255 + 2)
    // Three letters of 60 points, twice.
    expect(solid).toBeGreaterThan(5_000)
  })

  it('come out the same each time', async () => {
    const again = join(root, 'again')
    await exportPages({ document: folder.document, faces, assetBytes: folder.assetBytes }, { folder: again, preset: 'newsprint-x1a', kinds: ['page'], png: 40 })
    for (const name of readdirSync(out)) expect(readFileSync(join(again, name)).equals(readFileSync(join(out, name)))).toBe(true)
  })
})

describe('an issue folder', () => {
  const page = (ads: readonly object[], pictures: readonly object[] = []) => [{ number: '01', section: '要闻', ads, pictures }]

  it('gives and takes back which page of a PDF is shown, and as what', async () => {
    const images = { 'two.pdf': await pdfOf({ pages: [{ content: '' }, { content: '1 0 0 rg 0 0 9 9 re f', media: [0, 0, 100, 50] }] }) }
    const { document, assetBytes } = await readIssueFolder(issueFolder('given', page([{ name: '二', image: 'images/two.pdf', area: AREA, pdfPage: 2, pdfAs: 'raster' }]), images))
    expect(advertsOf(document, 'page-01')).toMatchObject([{ pdfPage: 2, pdfAs: 'raster' }])
    expect(recordsOf(document, 'asset')).toMatchObject([{ mime: 'application/pdf', name: 'two.pdf', pdf: { pages: [{ faults: [] }, { width: 35.3, faults: [{ kind: 'rgb' }] }] } }])
    const written = join(root, 'written')
    await writeIssueFolder(document, assetBytes, written)
    const again = await readIssueFolder(written)
    expect(advertsOf(again.document, 'page-01')).toEqual(advertsOf(document, 'page-01'))
    expect(again.document.records[recordsOf(document, 'asset')[0]!.id]).toMatchObject({ pdf: recordsOf(document, 'asset')[0]!.pdf })
  })

  it('is refused with a file that cannot be used, in a sentence that names it', async () => {
    const whole = await drawing('0 0 9 9 re f')
    const images = { 'cut.pdf': whole.subarray(0, whole.length - 40), 'whole.pdf': whole }
    const refusal = async (name: string, ...given: Parameters<typeof page>) => {
      const error = await readIssueFolder(issueFolder(name, page(...given), images)).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(ApiFailure)
      return (error as ApiFailure).error.message.zh
    }
    expect(await refusal('cut', [{ name: '断', image: 'images/cut.pdf', area: AREA }])).toMatch(/images\/cut\.pdf.*损坏/u)
    expect(await refusal('picture', [], [{ image: 'images/whole.pdf', area: AREA }])).toMatch(/images\/whole\.pdf.*PDF/u)
    expect(await refusal('both', [{ name: '整', image: 'images/whole.pdf', area: AREA }], [{ image: 'images/whole.pdf', area: BESIDE }])).toMatch(/images\/whole\.pdf.*PDF/u)
  })
})
