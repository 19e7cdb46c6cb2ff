/** TYPESETTING §9.4: faults of the page as a whole, and of headlines among others. */
import { describe, expect, test } from 'vitest'
import type { Area } from '../../../src-core/document/grid.ts'
import { issueOf, type Document, type DocumentRecord, type StoryRecord } from '../../../src-core/document/records.ts'
import { preflight } from '../../../src-core/preflight/preflight.ts'
import { createEngine } from '../../../src-core/typeset/engine.ts'
import { idealFaces } from '../../../src-core/typeset/text/ideal-faces.ts'
import { PAGE, PLAIN_GRID, advert, article, han, issue, picture, rectangle, story } from '../typeset/page/documents.ts'

const FAULTS = new Set(['headline-clash', 'headline-apart', 'page-split', 'open-gutter', 'date-mismatch'])

/** Stories of four words of headline and text enough, at their places. */
function page(places: readonly (Area & Partial<Pick<StoryRecord, 'boxed' | 'headline'>>)[], ...more: readonly DocumentRecord[]): Document {
  const records = places.flatMap(({ boxed, headline, ...area }, order) => [
    article(`a${order}`, { headline: `${han(4)}${order}`, blocks: [{ role: 'paragraph', text: han(900).slice(order) }] }),
    story(`s${order}`, `a${order}`, rectangle(area), { order, ...(boxed ? { boxed } : {}), ...(headline ? { headline } : {}) }),
  ])
  return issue(PLAIN_GRID, ...records, ...more)
}

function faults(document: Document, dated: Document = document): readonly string[] {
  const engine = createEngine(idealFaces({ lang: 'zh-Hans', latinEm: 0.5 }))
  const results = [engine.layoutPage(document, PAGE)]
  return preflight({ document: dated, results }).filter(({ id }) => FAULTS.has(id)).map(({ id, story: where, cell }) => [id, where, cell && `${cell.column},${cell.line}`].filter(Boolean).join(' '))
}

const at = (column: number, line: number, columns: number, lines: number): Area => ({ column, line, columns, lines })

describe('15.7 碰题', () => {
  test('headlines of one type side by side on the same lines', () => {
    expect(faults(page([at(0, 0, 2, 40), at(2, 0, 2, 40)]))).toEqual(['headline-clash s1 2,0'])
  })
  test('is mended by staggering, by a box, by another size, or by setting one upright', () => {
    expect(faults(page([at(0, 0, 2, 40), at(2, 8, 2, 32)]))).toEqual([])
    expect(faults(page([at(0, 0, 2, 40), { ...at(2, 0, 2, 40), boxed: true }]))).toEqual([])
    expect(faults(page([at(0, 0, 2, 40), { ...at(2, 0, 2, 40), headline: { headline: { face: 'song', size: 14 } } }]))).toEqual([])
    expect(faults(page([at(0, 0, 2, 40), { ...at(2, 0, 2, 40), headline: { vertical: true, form: 'beside' } }]))).toEqual([])
  })
  test('headlines of other sizes clash where they all but touch', () => {
    const wide = { headline: { headline: { face: 'hei', size: 42 }, justify: 'even' as const } }
    const narrow = { headline: { headline: { face: 'song', size: 30 }, justify: 'even' as const } }
    expect(faults(page([{ ...at(0, 0, 2, 40), ...wide }, { ...at(2, 0, 2, 40), ...narrow }]))).toEqual(['headline-clash s1 2,0'])
  })
})

describe('15.8 断版 and 通线', () => {
  test('a gap across the page between blocks side by side', () => {
    expect(faults(page([at(0, 0, 1, 20), at(1, 0, 3, 20), at(0, 20, 3, 20), at(3, 20, 1, 20)]))).toEqual(['page-split 0,20'])
    expect(faults(page([at(0, 0, 1, 19), at(1, 0, 3, 19), at(0, 21, 3, 19), at(3, 21, 1, 19)]))).toEqual(['page-split 0,19'])
  })
  test('is none where one block reaches over it, where a story is a bar, where adverts stand at the foot', () => {
    expect(faults(page([at(0, 0, 1, 24), at(1, 0, 3, 20), at(0, 24, 1, 16), at(1, 20, 3, 20)]))).toEqual([])
    expect(faults(page([at(0, 0, 4, 20), at(0, 20, 1, 20), at(1, 20, 3, 20)]))).toEqual([])
    // A hole beside the gap, and a gap that is one, are told as empty areas.
    expect(faults(page([at(0, 0, 1, 14), at(1, 0, 3, 20), at(0, 20, 3, 20), at(3, 20, 1, 20)]))).toEqual([])
    expect(faults(page([at(0, 0, 1, 17), at(1, 0, 3, 17), at(0, 22, 3, 18), at(3, 22, 1, 18)]))).toEqual([])
    expect(faults(page([at(0, 0, 1, 30), at(1, 0, 3, 30)], advert('x', at(0, 30, 2, 10)), advert('y', at(2, 30, 2, 10))))).toEqual([])
  })
  test('an open gutter is told where the house wants it', () => {
    const document = page([at(0, 0, 1, 24), at(1, 0, 3, 20), at(0, 24, 1, 16), at(1, 20, 3, 20)])
    const head = issueOf(document)
    const told = { records: { ...document.records, issue: { ...head, style: { ...head.style, openGutters: 'told' as const } } } }
    expect([faults(document), faults(told)]).toEqual([[], ['open-gutter 1,0']])
  })
})

describe('headlines and their text', () => {
  test('another story’s text right under a headline', () => {
    // The upper story's left leg ends with its headline, and a piece without one begins there.
    const upper = story('upper', 'c', [{ column: 2, from: 0, to: 3 }, { column: 3, from: 0, to: 40 }], { order: 1 })
    const lower = story('lower', 'b', [{ column: 2, from: 3, to: 40 }], { order: 2 })
    const document = page([at(0, 8, 2, 32)], article('c', { headline: '丙丁戊己', blocks: [{ role: 'paragraph', text: han(200) }] }), article('b', { blocks: [{ role: 'paragraph', text: han(300).slice(7) }] }), upper, lower)
    expect(faults(document)).toEqual(['headline-apart lower 2,3'])
    expect(faults({ records: { ...document.records, lower: { ...lower, boxed: true } } })).toEqual([])
    // Where they lie over one another, that is the fault, and is told by itself.
    expect(faults({ records: { ...document.records, upper: { ...upper, legs: upper.legs.map(({ column }) => ({ column, from: 0, to: 40 })) } } })).toEqual([])
  })

  test('an advert between a headline and its text; its own picture may stand there', () => {
    const between = advert('x', at(0, 5, 4, 8))
    expect(faults(page([at(0, 0, 4, 40)], between))).toEqual(['headline-apart s0 0,0'])
    expect(faults(page([at(0, 0, 4, 40)], picture('p', at(0, 5, 4, 8), { story: 's0' })))).toEqual([])
  })
})

test('a folio that was set before the date was changed', () => {
  const document = page([at(0, 0, 4, 40)])
  const head = issueOf(document)
  expect(faults(document)).toEqual([])
  expect(faults(document, { records: { ...document.records, issue: { ...head, date: '2024-01-21' } } })).toEqual(['date-mismatch'])
  const numbered = (number: number, folioNumber: boolean) => ({ records: { ...document.records, issue: { ...head, number, style: { ...head.style, folioNumber } } } })
  expect(faults(numbered(5021, true))).toEqual([])
  expect(faults(numbered(5021, true), numbered(5022, true))).toEqual(['date-mismatch'])
  // Where it is not printed nothing is wrong.
  expect(faults(numbered(5021, false), numbered(5022, false))).toEqual([])
})
