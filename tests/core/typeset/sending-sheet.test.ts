/** What a 传版单 says of a page's plates. */
import { expect, it } from 'vitest'
import type { AssetRecord } from '../../../src-core/document/records.ts'
import type { SentPage, Sending } from '../../../src-core/document/sending.ts'
import { DEFAULT_HOUSE_STYLE } from '../../../src-core/document/style.ts'
import { glyphRuns, type FrameItem, type PictureItem } from '../../../src-core/typeset/frame.ts'
import { sendingSheets } from '../../../src-core/typeset/sending-sheet.ts'
import { spotPlates } from '../../../src-core/typeset/spot-plates.ts'
import { faces } from './text/texts.ts'

const RECT = { x: 0, y: 0, width: 10, height: 10 }
const spot = (name: string) => ({ name, tint: 1, solid: [0, 0.2, 0.8, 0.1] as const })
const asset: AssetRecord = {
  type: 'asset',
  id: 'asset:a',
  name: '年货.pdf',
  mime: 'application/pdf',
  width: 10,
  height: 10,
  pdf: { pages: [{ width: 10, height: 10, box: 'trim', inks: 'k', spots: ['潘通 871'], maxInk: 1, faults: [] }] },
}

it('names spot plates: of what is set, of both ends of a gradient, of adverts that are vectors', () => {
  const placed: PictureItem = { kind: 'picture', asset: asset.id, page: 1, vector: true, ...RECT }
  const { vector: _, ...asPicture } = placed
  const fill: FrameItem = { kind: 'fill', ...RECT, color: [0, 0, 0, 1], gradient: { x1: 0, y1: 0, x2: 1, y2: 1, to: [0, 0, 0, 0], toSpot: spot('银') } }
  const rule: FrameItem = { kind: 'group', record: null, items: [{ kind: 'rule', x1: 0, y1: 0, x2: 9, y2: 0, width: 1, color: [0, 0, 0, 0], spot: spot('金') }] }
  const of = (...items: readonly FrameItem[]) => spotPlates({ records: { [asset.id]: asset } }, { items })
  expect(of()).toEqual([])
  expect(of(placed, fill, rule, rule)).toEqual(['潘通 871', '金', '银'].toSorted())
  // A picture is made of the page's own inks.
  expect(of(asPicture)).toEqual([])
})

it('prints them beside the plates that the page has', () => {
  const page = (spots: Partial<SentPage>): SentPage => ({ page: 'p', number: '01', section: '要闻', inks: 'k+red', version: 1, again: 'first', file: { name: 'a.pdf', bytes: 1, sha256: '0' }, trim: { width: 273, height: 390 }, content: '', ...spots })
  const sending = (one: SentPage): Sending => ({ number: 1, at: '2024-01-20T22:41:05+08:00', signedBy: '', preset: 'newsprint-x1a', condition: '', pages: [one] })
  const { folio: face, crosshead: strong, line } = DEFAULT_HOUSE_STYLE
  const words = (one: SentPage) => sendingSheets({ paper: { name: '晨光日报', code: 'cgrb' }, date: '2024-01-20', number: null }, sending(one), { face, strong, line }, faces).flatMap(({ items }) => glyphRuns(items).map(({ text }) => text)).join('')
  expect(words(page({ spots: ['金', '银'] }))).toContain('套红版（专色金、银）')
  expect(words(page({}))).toMatch(/套红版(?!（)/u)
})
