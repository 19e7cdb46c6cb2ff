/** What a press on a finding about areas does: the page is sound after it, and nothing else has moved. */
import { describe, expect, test } from 'vitest'
import { applyChange } from '../../../src-core/document/change.ts'
import type { Document, DocumentRecord } from '../../../src-core/document/records.ts'
import type { FindingId } from '../../../src-core/preflight/finding.ts'
import { fixed } from '../../../src-core/preflight/fix.ts'
import { preflight } from '../../../src-core/preflight/preflight.ts'
import { createEngine } from '../../../src-core/typeset/engine.ts'
import { idealFaces } from '../../../src-core/typeset/text/ideal-faces.ts'
import { PAGE, PLAIN_GRID, advert, article, han, issue, picture, rectangle, story } from '../typeset/page/documents.ts'

const engine = createEngine(idealFaces({ lang: 'zh-Hans', latinEm: 0.5 }))
const text = (characters: number) => article('a', { headline: '大桥通车', blocks: [{ role: 'paragraph', text: han(characters) }] })
const find = (document: Document, id: FindingId) => preflight({ document, results: [engine.layoutPage(document, PAGE)] }).filter((finding) => finding.id === id)

function mended(document: Document, id: FindingId): Document {
  const [finding] = find(document, id)
  return applyChange(document, fixed(document, finding!.fix!)!)
}

describe('a story that is too long', () => {
  const placed = (...more: readonly DocumentRecord[]) => issue(PLAIN_GRID, text(400), story('s', 'a', rectangle({ column: 0, line: 0, columns: 2, lines: 15 })), ...more)

  test('gets the lines that it needs, where they are free', () => {
    const [finding] = find(placed(), 'overset')
    expect(finding!.fix!.label.zh).toMatch(/^加高\d+行$/u)
    const after = mended(placed(), 'overset')
    expect(find(after, 'overset')).toEqual([])
    // Legs grow by whole lines together.
    expect(find(after, 'underset').every(({ lines }) => lines === 1)).toBe(true)
  })

  test('is offered none where another thing stands, nor beyond the page', () => {
    const [finding] = find(placed(advert('v', { column: 1, line: 16, columns: 1, lines: 10 })), 'overset')
    expect(finding).not.toHaveProperty('fix')
    expect(find(issue(PLAIN_GRID, text(900), story('s', 'a', rectangle({ column: 0, line: 0, columns: 1, lines: 40 }))), 'overset')[0]).not.toHaveProperty('fix')
  })
})

describe('a story that is too short', () => {
  const placed = (...more: readonly DocumentRecord[]) => issue(PLAIN_GRID, text(200), story('s', 'a', rectangle({ column: 0, line: 0, columns: 2, lines: 30 })), ...more)

  test('gives back the lines that its text does not need', () => {
    expect(find(placed(), 'underset')[0]!.fix!.label.zh).toMatch(/^缩短\d+行$/u)
    const after = mended(placed(), 'underset')
    expect(find(after, 'overset')).toEqual([])
    expect(find(after, 'underset').every(({ lines, fix }) => lines === 1 && fix === undefined)).toBe(true)
  })

  test('keeps them where a picture stands on them', () => {
    expect(find(placed(picture('p', { column: 0, line: 24, columns: 2, lines: 6 })), 'underset')[0]).not.toHaveProperty('fix')
  })
})

describe('what lies over another thing', () => {
  const under = advert('v', { column: 0, line: 10, columns: 2, lines: 20 })

  test.each<readonly [string, DocumentRecord]>([
    ['advert', advert('w', { column: 1, line: 25, columns: 2, lines: 10 }, { order: 1 })],
    ['picture', picture('p', { column: 1, line: 5, columns: 2, lines: 8 })],
    ['story', story('s', 'a', rectangle({ column: 0, line: 0, columns: 2, lines: 20 }))],
  ])('%s: goes to the nearest free place, as large as it is', (_, over) => {
    const document = issue(PLAIN_GRID, text(100), ...(over.type === 'story' ? [story('t', 'a', rectangle({ column: 0, line: 10, columns: 2, lines: 20 })), { ...over, order: 1 }] : [under, over]))
    const before = document.records[over.id]!
    const after = mended(document, 'overlap')
    expect(find(after, 'overlap')).toEqual([])
    const moved = after.records[over.id]!
    if ('area' in moved && 'area' in before) expect({ ...before.area, ...moved.area }).toMatchObject({ columns: before.area.columns, lines: before.area.lines })
    if (moved.type === 'story' && before.type === 'story') expect(moved.legs.map(({ from, to }) => to - from)).toEqual(before.legs.map(({ from, to }) => to - from))
  })

  test('stays where the page has no room for it', () => {
    expect(find(issue(PLAIN_GRID, advert('v', { column: 0, line: 0, columns: 4, lines: 30 }), advert('w', { column: 0, line: 20, columns: 4, lines: 20 }, { order: 1 })), 'overlap')[0]).not.toHaveProperty('fix')
  })
})

describe('what reaches out of the type area', () => {
  test.each<readonly [string, DocumentRecord]>([
    ['advert', advert('v', { column: 3, line: 38, columns: 2, lines: 6 })],
    ['picture', picture('p', { column: 2, line: 36, columns: 2, lines: 10 }, { caption: '大桥' })],
    ['ornament', { type: 'ornament', id: 'o', page: PAGE, order: 0, area: { column: 3, line: 30, columns: 3, lines: 2 }, look: { kind: 'figure', figure: 'star' } }],
    ['story', story('s', 'a', rectangle({ column: 2, line: 35, columns: 2, lines: 10 }))],
  ])('%s: moves back', (_, out) => {
    const document = issue(PLAIN_GRID, text(100), out)
    const after = mended(document, 'outside-type-area')
    expect(find(after, 'outside-type-area')).toEqual([])
    expect(Object.keys(after.records)).toEqual(Object.keys(document.records))
  })

  test('stays where there is no room for it', () => {
    const [finding] = find(issue(PLAIN_GRID, advert('v', { column: 2, line: 36, columns: 2, lines: 10 }), advert('w', { column: 2, line: 30, columns: 2, lines: 6 }, { order: 1 })), 'outside-type-area')
    expect(finding).toMatchObject({ story: 'v' })
    expect(finding).not.toHaveProperty('fix')
  })
})

test('a place kept for a picture to come', () => {
  const document = issue(PLAIN_GRID, picture('p', { column: 1, line: 3, columns: 2, lines: 10 }, { caption: '大桥' }))
  expect(find(document, 'picture-missing')).toMatchObject([{ severity: 'warning', page: '04', story: 'p', cell: { column: 1, line: 3 } }])
  expect(mended(document, 'picture-missing').records).not.toHaveProperty('p')
})
