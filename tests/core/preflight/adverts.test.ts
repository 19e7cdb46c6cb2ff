/** What checks say of adverts' PDFs, and how the engine places them. */
import { describe, expect, it } from 'vitest'
import { applyChange } from '../../../src-core/document/change.ts'
import { areaRect, POINTS_PER_MILLIMETRE } from '../../../src-core/document/grid.ts'
import type { PdfFaultKind, PdfPage } from '../../../src-core/document/pdf-page.ts'
import type { AdvertRecord, AssetRecord, Document, IssueRecord, PageRecord } from '../../../src-core/document/records.ts'
import { documentFaults } from '../../../src-core/document/validate.ts'
import { fixed } from '../../../src-core/preflight/fix.ts'
import { preflight } from '../../../src-core/preflight/preflight.ts'
import { createEngine } from '../../../src-core/typeset/engine.ts'
import { pictureItems, pictureKey } from '../../../src-core/typeset/frame.ts'
import { advert, issue, PAGE, picture, PLAIN_GRID } from '../typeset/page/documents.ts'
import { faces } from '../typeset/text/texts.ts'

const ID = `asset:${'c'.repeat(64)}`
const AREA = { column: 0, line: 2, columns: 2, lines: 10 }
const PLACE = areaRect(PLAIN_GRID, AREA)
const tenths = (points: number) => Math.round((points / POINTS_PER_MILLIMETRE) * 10) / 10
const FITTING: PdfPage = { width: tenths(PLACE.width), height: tenths(PLACE.height), box: 'trim', inks: 'cmyk', spots: [], maxInk: 2.4, faults: [] }
/** Of the whole page only what is said of adverts' files. */
const IDS = ['rgb', 'plate', 'ink-limit', 'hairline', 'not-embeddable', 'low-ppi', 'wasteful-ppi', 'advert-file', 'advert-size', 'advert-picture']

interface Case {
  readonly pages?: readonly Partial<PdfPage>[]
  readonly advert?: Partial<AdvertRecord>
  readonly page?: Partial<PageRecord>
  readonly issue?: Partial<IssueRecord['style']>
}

function documentOf({ pages = [{}], advert: fields = {}, page = {}, issue: style = {} }: Case): Document {
  const asset: AssetRecord = { type: 'asset', id: ID, name: '年货.pdf', mime: 'application/pdf', width: 10, height: 10, pdf: { pages: pages.map((each) => ({ ...FITTING, ...each })) } }
  const { records } = issue(PLAIN_GRID, asset, advert('a', AREA, { asset: ID, ...fields }))
  const head = records['issue'] as IssueRecord
  return { records: { ...records, issue: { ...head, style: { ...head.style, ...style } }, [PAGE]: { ...(records[PAGE] as PageRecord), inks: 'cmyk', ...page } } }
}

const set = (document: Document) => createEngine(faces).layoutPage(document, PAGE)
const itemOf = (given: Case) => pictureItems(set(documentOf(given)).frame.items)[0]!
const find = (given: Case) => {
  const document = documentOf(given)
  return preflight({ document, results: [set(document)] }).filter(({ id }) => IDS.includes(id))
}
const fault = (kind: PdfFaultKind): Case => ({ pages: [{ faults: [{ kind }] }] })

describe('an advert that came as PDF', () => {
  it('is placed as vectors, without a word, where nothing is in the way', () => {
    expect(itemOf({})).toMatchObject({ asset: ID, page: 1, vector: true, inks: 'cmyk' })
    expect(find({})).toEqual([])
    const black: Case = { pages: [{ inks: 'k', maxInk: 1 }], page: { inks: 'k' } }
    expect(itemOf(black)).toMatchObject({ page: 1, vector: true })
    expect(find(black)).toEqual([])
  })

  it('is held to what the press asks of pictures, as large as it is placed', () => {
    expect(find({ pages: [{ leastPpi: 170 }] })).toEqual([])
    expect(find({ pages: [{ leastPpi: 100 }] })).toMatchObject([{ id: 'low-ppi', severity: 'warning', story: 'a', message: { zh: expect.stringContaining('100 ppi') as unknown } }])
    expect(find({ pages: [{ leastPpi: 80 }] })).toMatchObject([{ id: 'low-ppi', severity: 'error' }])
    // At half its size it is twice as fine.
    const halved = { width: FITTING.width * 2, height: FITTING.height * 2 }
    expect(find({ pages: [{ leastPpi: 100, ...halved }] }).map(({ id }) => id)).toEqual(['advert-size'])
  })

  it.each<readonly [string, string, Case]>([
    ['rgb', 'RGB', fault('rgb')],
    ['advert-file', '透明', fault('transparency')],
    ['advert-file', '图层', fault('layers')],
    ['plate', '色版', { page: { inks: 'k' } }],
    ['plate', '色版', { page: { inks: 'k+red' } }],
    ['plate', '专色金', { pages: [{ spots: ['金'] }] }],
    ['ink-limit', '310%', { pages: [{ maxInk: 3.1 }] }],
  ])('says once why it is a picture (%s, %s), until the editor takes it so', (id, why, given) => {
    expect(itemOf(given)).not.toHaveProperty('vector')
    const [found, ...others] = find(given)
    expect(others).toEqual([])
    expect(found).toMatchObject({ id, severity: 'error', page: '04', story: 'a', cell: { column: 0, line: 2 }, message: { zh: expect.stringContaining(why) } })

    const document = documentOf(given)
    const taken = applyChange(document, fixed(document, found!.fix!)!)
    expect(taken.records['a']).toMatchObject({ pdfAs: 'raster' })
    expect(find({ ...given, advert: { pdfAs: 'raster' } })).toMatchObject([{ id: 'advert-picture', severity: 'warning', message: { zh: expect.stringContaining(why) } }])
  })

  it('says all reasons of a kind together, and each kind by itself', () => {
    const given: Case = { pages: [{ maxInk: 3, faults: [{ kind: 'transparency' }, { kind: 'layers' }] }] }
    expect(find(given).map(({ id }) => id)).toEqual(['advert-file', 'ink-limit'])
    expect(find({ ...given, advert: { pdfAs: 'raster' } })).toHaveLength(1)
  })

  it('is taken as a picture in silence where it could be vectors', () => {
    expect(itemOf({ advert: { pdfAs: 'raster' } })).not.toHaveProperty('vector')
    expect(find({ advert: { pdfAs: 'raster' } })).toEqual([])
  })

  it('lacks letters as a picture too, where its fonts are not in it', () => {
    const given: Case = { pages: [{ faults: [{ kind: 'font', names: ['FZXBS', 'FZSSK'] }] }] }
    for (const pdfAs of [undefined, 'raster'] as const) {
      expect(find({ ...given, advert: pdfAs ? { pdfAs } : {} })).toMatchObject([{ id: 'not-embeddable', severity: 'error', message: { zh: expect.stringContaining('FZXBS、FZSSK') } }])
    }
  })

  it('may call the spot colour of the red plate, and no process red beside it', () => {
    const house = { swatches: [{ id: 'own', name: 'PANTONE 185 C', cmyk: [0, 0.9, 0.8, 0], spot: true }] } as const
    const page = { inks: 'k+red', red: 'own' } as const
    expect(find({ pages: [{ inks: 'k', spots: ['PANTONE 185 C'] }], page, issue: house })).toEqual([])
    expect(find({ pages: [{ inks: 'k+red' }], page: { inks: 'k+red' } })).toEqual([])
    expect(find({ pages: [{ inks: 'k+red' }], page, issue: house })).toMatchObject([{ id: 'plate' }])
  })

  it('is held to the ink of the plant’s own paper', () => {
    expect(find({ pages: [{ maxInk: 3.1 }], issue: { printPreset: 'coated-x4' } })).toEqual([])
  })
})

describe('the size of an advert', () => {
  it('may differ by what cutting takes', () => {
    expect(find({ pages: [{ width: FITTING.width + 0.9, height: FITTING.height - 0.9 }] })).toEqual([])
    const [found] = find({ pages: [{ width: FITTING.width * 2, height: FITTING.height * 2 }] })
    expect(found).toMatchObject({ id: 'advert-size', severity: 'warning', message: { zh: expect.stringContaining('50%') } })
  })

  it('is shown whole in its place, in the middle, unless the editor crops it', () => {
    const tall: Case = { pages: [{ width: FITTING.width / 2 }] }
    const { x, width, height, crop } = itemOf(tall)
    expect([height, width, x + width / 2]).toEqual([expect.closeTo(PLACE.height, 1), expect.closeTo(PLACE.width / 2, 0), expect.closeTo(PLACE.x + PLACE.width / 2, 1)])
    expect(crop).toEqual({ x: 0, y: 0, width: 1, height: 1 })
    expect(itemOf({ ...tall, advert: { fit: 'cover' } })).toMatchObject({ width: expect.closeTo(PLACE.width, 2), height: expect.closeTo(PLACE.height, 2) })
    const cropped: Case = { pages: [{ width: FITTING.width * 2 }], advert: { crop: { x: 0.5, y: 0, width: 0.5, height: 1 } } }
    expect(find(cropped)).toEqual([])
  })
})

describe('the lines of an advert', () => {
  it('are as thick as they are in their place', () => {
    const half: Partial<PdfPage> = { width: FITTING.width * 2, height: FITTING.height * 2 }
    const hairlines = (page: Partial<PdfPage>) => find({ pages: [page] }).filter(({ id }) => id === 'hairline').map(({ severity, story }) => `${severity} ${story}`)
    expect(hairlines({ thinnestRule: 0.25 })).toEqual([])
    expect(hairlines({ ...half, thinnestRule: 0.5 })).toEqual([])
    expect(hairlines({ ...half, thinnestRule: 0.4 })).toEqual(['warning a'])
    expect(hairlines({ thinnestRule: 0 })).toEqual(['error a'])
  })
})

describe('a PDF of several pages', () => {
  const pages = [{ faults: [{ kind: 'rgb' as const }] }, { notes: true as const }]

  it('shows the page that was chosen, and says of that page what is wrong', () => {
    expect(itemOf({ pages, advert: { pdfPage: 2 } })).toMatchObject({ page: 2, vector: true })
    expect(find({ pages }).map(({ id }) => id)).toEqual(['rgb'])
    expect(find({ pages, advert: { pdfPage: 2 } })).toMatchObject([{ id: 'advert-file', severity: 'warning', message: { zh: expect.stringContaining('批注') } }])
  })

  it('is not the same picture on each of them', () => {
    expect(pictureKey(itemOf({ pages }))).not.toBe(pictureKey(itemOf({ pages, advert: { pdfPage: 2 } })))
  })

  it('shows the first where the chosen one is gone', () => {
    expect(itemOf({ advert: { pdfPage: 3 } })).toMatchObject({ page: 1 })
    expect(find({ advert: { pdfPage: 3 } })).toMatchObject([{ id: 'advert-file', severity: 'error', message: { zh: expect.stringContaining('没有第3页') } }])
  })
})

describe('a picture', () => {
  it('takes no PDF', () => {
    const { records } = documentOf({})
    expect(documentFaults({ records })).toEqual([])
    expect(documentFaults({ records: { ...records, p: picture('p', AREA, { asset: ID }) } })).toMatchObject([{ law: 'reference', record: 'p' }])
  })
})
