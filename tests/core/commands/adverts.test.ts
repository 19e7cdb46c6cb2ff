import { expect, test } from 'vitest'
import { setAdvertAsset, setAdvertPdf } from '../../../src-core/commands/adverts.ts'
import { applyChange, type Change } from '../../../src-core/document/change.ts'
import { record, type AssetRecord, type Document } from '../../../src-core/document/records.ts'
import { anIssue } from './document.ts'

const file: AssetRecord = {
  type: 'asset', id: `asset:${'d'.repeat(64)}`, name: '通栏.pdf', mime: 'application/pdf', width: 10, height: 10,
  pdf: { pages: [{ width: 100, height: 50, box: 'trim', inks: 'k', spots: [], maxInk: 1, faults: [] }] },
}
const done = (document: Document, change: Change | null) => applyChange(document, change ?? [])
const advert = (document: Document) => record(document, 'advert', 'advert-1')!

test('an advert says of its PDF only what differs from the usual', () => {
  const placed = done(anIssue, setAdvertAsset(anIssue, 'advert-1', file))
  const second = done(placed, setAdvertPdf(placed, 'advert-1', { page: 2, asPicture: true }))
  expect(advert(second)).toMatchObject({ pdfPage: 2, pdfAs: 'raster' })
  // What is not said stays.
  expect(advert(done(second, setAdvertPdf(second, 'advert-1', { page: 3 })))).toMatchObject({ pdfPage: 3, pdfAs: 'raster' })
  expect(done(second, setAdvertPdf(second, 'advert-1', { page: 1, asPicture: false }))).toEqual(placed)
  expect(setAdvertPdf(placed, 'advert-1', { page: 1, asPicture: false })).toBeNull()
})

test('what was said of one file is not said of the next', () => {
  const placed = done(anIssue, setAdvertAsset(anIssue, 'advert-1', file))
  const told = done(placed, setAdvertPdf(placed, 'advert-1', { page: 2, asPicture: true }))
  expect(setAdvertAsset(told, 'advert-1', file)).toBeNull()
  const other = { ...file, id: `asset:${'e'.repeat(64)}` }
  expect(advert(done(told, setAdvertAsset(told, 'advert-1', other)))).toEqual({ ...advert(placed), asset: other.id })
})
