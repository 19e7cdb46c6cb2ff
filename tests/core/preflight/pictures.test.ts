/** What checks say of picture files, on pages that were really set. */
import { describe, expect, it } from 'vitest'
import type { AssetRecord, Document, PageRecord, PictureRecord } from '../../../src-core/document/records.ts'
import { preflight } from '../../../src-core/preflight/preflight.ts'
import { createEngine } from '../../../src-core/typeset/engine.ts'
import { pictureItems } from '../../../src-core/typeset/frame.ts'
import { advert, issue, PAGE, picture, PLAIN_GRID } from '../typeset/page/documents.ts'
import { faces } from '../typeset/text/texts.ts'

const ID = `asset:${'c'.repeat(64)}`
/** 220 points wide: two columns of ten characters and the gutter of two; 150 high. */
const AREA = { column: 0, line: 2, columns: 2, lines: 10 }
const IDS = ['low-ppi', 'wasteful-ppi', 'ink-limit']

function documentOf(file: Partial<AssetRecord>, fields: Partial<PictureRecord> = {}, page: Partial<PageRecord> = {}): Document {
  const asset: AssetRecord = { type: 'asset', id: ID, name: '桥.tif', mime: 'image/tiff', width: 800, height: 545, colour: 'rgb', bits: 8, profile: null, ...file }
  const { records } = issue(PLAIN_GRID, asset, picture('p', AREA, { asset: ID, ...fields }))
  return { records: { ...records, [PAGE]: { ...(records[PAGE] as PageRecord), ...page } } }
}

const set = (document: Document) => createEngine(faces).layoutPage(document, PAGE)
const find = (document: Document) => preflight({ document, results: [set(document)] }).filter(({ id }) => IDS.includes(id))

describe('the resolution of a picture', () => {
  it('is that of the part that is shown', () => {
    expect(find(documentOf({}))).toEqual([])
    const half = find(documentOf({}, { crop: { x: 0.5, y: 0.5, width: 0.5, height: 0.5 } }))
    expect(half).toMatchObject([{ id: 'low-ppi', severity: 'warning', page: '04', story: 'p', cell: { column: 0, line: 2 }, message: { zh: expect.stringContaining('131 ppi') } }])
    expect(find(documentOf({}, { crop: { x: 0, y: 0, width: 0.25, height: 0.25 } }))).toMatchObject([{ id: 'low-ppi', severity: 'error' }])
    // Shown whole in a flat frame, the same file is finer than where it fills the frame.
    expect(find(documentOf({ width: 500, height: 1000 }))).toMatchObject([{ id: 'low-ppi' }])
    expect(find(documentOf({ width: 500, height: 1000 }, { fit: 'contain' }))).toEqual([])
  })

  it('is asked higher of line art, and told when no press shows it', () => {
    expect(find(documentOf({ width: 2000, height: 1364, colour: 'grey', bits: 1, lineArt: true }))).toMatchObject([{ id: 'low-ppi', severity: 'warning', message: { zh: expect.stringContaining('800 ppi') } }])
    expect(find(documentOf({ width: 2700, height: 1841, colour: 'grey', bits: 1, lineArt: true }))).toEqual([])
    expect(find(documentOf({ width: 2700, height: 1841 }))).toEqual([])
    expect(find(documentOf({ width: 4000, height: 2728 }))).toMatchObject([{ id: 'wasteful-ppi', severity: 'warning', story: 'p' }])
  })
})

describe('the ink of a picture', () => {
  const inks = { colour: 'cmyk', maxInk: 3.2 } as const

  it('is told where it goes to print as it comes', () => {
    expect(find(documentOf(inks))).toMatchObject([{ id: 'ink-limit', severity: 'warning', page: '04', story: 'p', message: { zh: expect.stringMatching(/320%.*240%/) } }])
    expect(find(documentOf({ ...inks, maxInk: 2.4 }))).toEqual([])
  })

  it('is no fault where the picture is separated anew, or black alone', () => {
    expect(find(documentOf({ ...inks, profile: 'Japan Color 2001 Coated' }))).toEqual([])
    expect(find(documentOf(inks, {}, { inks: 'k' }))).toEqual([])
    expect(find(documentOf({}))).toEqual([])
  })
})

describe('a frame', () => {
  const [whole] = pictureItems(set(documentOf({})).frame.items)

  it('shows the middle of a file that says nothing, and says so by nothing', () => {
    expect(whole).not.toHaveProperty('crop')
  })

  it('shows the crop’s middle, as wide for its height as it is itself', () => {
    const [item] = pictureItems(set(documentOf({ width: 1000, height: 1000 }, { crop: { x: 0.2, y: 0, width: 0.8, height: 0.9 } })).frame.items)
    expect(item).toMatchObject({ x: whole!.x, y: whole!.y, width: whole!.width, height: whole!.height })
    const { x, y, width, height } = item!.crop!
    expect([x, width]).toEqual([0.2, 0.8])
    expect(width / height).toBeCloseTo(item!.width / item!.height, 4)
    expect(y + height / 2).toBeCloseTo(0.45, 5)
  })

  it('leaves white beside a file that is to be shown whole', () => {
    const document = documentOf({ width: 500, height: 1000 }, { fit: 'contain' })
    const [item] = pictureItems(set(document).frame.items)
    expect(item!.crop).toEqual({ x: 0, y: 0, width: 1, height: 1 })
    expect(item!.height).toBeCloseTo(whole!.height, 3)
    expect(item!.width).toBeCloseTo(item!.height / 2, 2)
    expect(item!.x + item!.width / 2).toBeCloseTo(whole!.x + whole!.width / 2, 2)
  })

  it('of an advert is cut and filled alike', () => {
    const { records } = documentOf({})
    const placed = advert('a', AREA, { asset: ID, crop: { x: 0, y: 0, width: 0.5, height: 0.5 } })
    const [item] = pictureItems(set({ records: { ...records, p: { ...placed, id: 'p' } } }).frame.items)
    expect(item!.crop!.width).toBeCloseTo(0.5, 1)
    expect(find({ records: { ...records, p: { ...placed, id: 'p' } } })).toMatchObject([{ id: 'low-ppi', story: 'p' }])
  })
})
