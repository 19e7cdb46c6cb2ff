/** What checks say of colours, on pages that were really set. */
import { describe, expect, test } from 'vitest'
import { applyChange } from '../../../src-core/document/change.ts'
import type { Document, PageRecord, StoryRecord } from '../../../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE, type HouseStyle } from '../../../src-core/document/style.ts'
import { fixed } from '../../../src-core/preflight/fix.ts'
import { preflight } from '../../../src-core/preflight/preflight.ts'
import { createEngine } from '../../../src-core/typeset/engine.ts'
import { leaves, type FrameItem } from '../../../src-core/typeset/frame.ts'
import { PAGE, PLAIN_GRID, article, han, issue, rectangle, story } from '../typeset/page/documents.ts'
import { faces } from '../typeset/text/texts.ts'

const WHOLE = { column: 0, line: 0, columns: PLAIN_GRID.columns, lines: PLAIN_GRID.lines }
const IDS = ['plate', 'ink-limit', 'overprint', 'white-type', 'missing-swatch']

interface Wanted {
  readonly page?: Partial<PageRecord>
  readonly story?: Partial<StoryRecord>
  readonly style?: Partial<HouseStyle>
}

function documentOf({ page = {}, story: fields = {}, style = {} }: Wanted): Document {
  const blocks = [{ role: 'paragraph', text: han(200) }, { role: 'crosshead', lines: ['两岸相连'] }, { role: 'paragraph', text: han(200) }] as const
  const { records } = issue(PLAIN_GRID, article('a', { kicker: '历时三年', headline: '大桥通车', blocks }), story('s', 'a', rectangle(WHOLE), fields))
  const [head, first] = [records['issue']!, records[PAGE]!]
  return { records: { ...records, issue: { ...head, style: { ...DEFAULT_HOUSE_STYLE, ...style } } as typeof head, [PAGE]: { ...first, ...page } as typeof first } }
}

const set = (document: Document) => createEngine(faces).layoutPage(document, PAGE)
const find = (document: Document, result = set(document)) => preflight({ document, results: [result] }).filter(({ id }) => IDS.includes(id))
const colorsOf = (document: Document, part: string) => new Set(Array.from(leaves(set(document).frame.items)).flatMap((item) => (item.kind === 'glyphs' && item.source?.part === part ? [item.color.join(' ')] : [])))

describe('colours', () => {
  test('14.5 a story that keeps to the plates of its page is no finding', () => {
    expect(find(documentOf({}))).toEqual([])
    expect(find(documentOf({ page: { inks: 'k' }, story: { color: { swatch: 'black', tint: 0.6 } } }))).toEqual([])
    expect(find(documentOf({ page: { inks: 'k+red' }, story: { headline: { colors: { headline: { swatch: 'red' } } } } }))).toEqual([])
    expect(find(documentOf({ page: { inks: 'cmyk' }, story: { color: { swatch: 'blue' } } }))).toEqual([])
  })

  test('14.5 another plate is told once, where it is, and mended by black', () => {
    const document = documentOf({ page: { inks: 'k' }, story: { headline: { colors: { headline: { swatch: 'red' } } } } })
    const found = find(document)
    expect(found).toMatchObject([{ id: 'plate', severity: 'error', page: '04', story: 's', range: { part: 'headline', from: 0, to: 4 }, message: { zh: expect.stringContaining('M、Y') } }])
    const mended = applyChange(document, fixed(document, found[0]!.fix!)!)
    expect(find(mended)).toEqual([])
    expect(mended.records['s']).toMatchObject({ headline: null })
  })

  test('14.5 the text of a story is one fault, however many paragraphs it has; each title is one', () => {
    const document = documentOf({ page: { inks: 'k+red' }, story: { color: { swatch: 'blue' }, headline: { colors: { kicker: { swatch: 'green' }, headline: { swatch: 'green' } } } } })
    expect(find(document).map(({ id, range }) => `${id} ${range?.part}`)).toEqual(['plate kicker', 'plate headline', 'plate block'])
  })

  test('14.6 what the house prints in colour is black on pages without the plate', () => {
    const [first] = DEFAULT_HOUSE_STYLE.headlines
    const style = { paragraph: { crossheadColor: { swatch: 'red' } }, headlines: [{ ...first!, headline: { ...first!.headline, color: { swatch: 'red', tint: 0.8 } } }] }
    const [black, color] = [documentOf({ page: { inks: 'k' }, style }), documentOf({ page: { inks: 'k+red' }, style })]
    expect([find(black), find(color)]).toEqual([[], []])
    expect([colorsOf(black, 'headline'), colorsOf(black, 'block')]).toEqual([new Set(['0 0 0 1']), new Set(['0 0 0 1'])])
    expect([colorsOf(color, 'headline'), colorsOf(color, 'block')]).toEqual([new Set(['0 0.8 0.8 0']), new Set(['0 0 0 1', '0 1 1 0'])])
  })

  test('14.4 more ink than the press takes is told, once for each use', () => {
    const swatches = [{ id: 'mud', name: '泥', cmyk: [0.9, 0.9, 0.9, 0.2] }] as const
    const one = { swatch: 'mud' }
    expect(find(documentOf({ style: { swatches }, story: { color: one } }))).toMatchObject([{ id: 'ink-limit', severity: 'error', story: 's', message: { zh: expect.stringContaining('290%') } }])
    expect(find(documentOf({ style: { swatches, printPreset: 'coated-x1a' }, story: { color: one } }))).toEqual([])
  })

  test('14.8 a swatch that the house does not have is told where it is named', () => {
    const gone = { swatch: 'gone' }
    expect(find(documentOf({ story: { color: gone, tint: gone } }))).toMatchObject([{ id: 'missing-swatch', severity: 'error', page: '04', story: 's' }])
    expect(find(documentOf({ style: { ruleColor: gone } }))).toMatchObject([{ id: 'missing-swatch', page: '', message: { zh: expect.stringContaining('报纸样式') } }])
    expect(find(documentOf({ page: { inks: 'k+red', red: 'gone' } }))).toMatchObject([{ id: 'missing-swatch', page: '04', message: { zh: expect.stringContaining('红版') } }])
  })

  test('14.8 white type with nothing under it is told; on a ground it is not', () => {
    const document = documentOf({ story: { headline: { colors: { headline: { swatch: 'paper' } } } } })
    expect(find(document)).toMatchObject([{ id: 'white-type', severity: 'error', story: 's' }])
    const result = set(document)
    const ground: FrameItem = { kind: 'fill', ...result.frame.typeArea, color: [0, 0, 0, 1] }
    expect(find(document, { ...result, frame: { ...result.frame, items: [ground, ...result.frame.items] } })).toEqual([])
  })

  test('14.3 large black type across the edge of a colour is a warning', () => {
    const document = documentOf({ story: { headline: { headline: { face: 'song-bold', size: 42 } } } })
    const result = set(document)
    const { x, y, width } = result.frame.typeArea
    const over = (share: number) => [{ kind: 'fill', x, y, width: width * share, height: 200, color: [0.3, 0, 0, 0] } as FrameItem, ...result.frame.items]
    expect(find(document, { ...result, frame: { ...result.frame, items: over(0.5) } })).toMatchObject([{ id: 'overprint', severity: 'warning', story: 's' }])
    expect(find(document, { ...result, frame: { ...result.frame, items: over(1) } })).toEqual([])
  })
})
