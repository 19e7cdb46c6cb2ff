/** hairline, small-type and bleed: by hand-made frames, so that each limit is met to the hundredth of a point. */
import { describe, expect, test } from 'vitest'
import { applyChange } from '../../../src-core/document/change.ts'
import { issueOf, type Document, type PageInks } from '../../../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE, type HouseStyle } from '../../../src-core/document/style.ts'
import type { Cmyk, SpotInk } from '../../../src-core/document/swatches.ts'
import { fixed } from '../../../src-core/preflight/fix.ts'
import { preflight } from '../../../src-core/preflight/preflight.ts'
import type { FrameItem, PageFrame } from '../../../src-core/typeset/frame.ts'
import { PAGE, PLAIN_GRID, advert, article, issue, rectangle, story } from '../typeset/page/documents.ts'

const TRIM = { width: 800, height: 1000 }
const WHITE: Cmyk = [0, 0, 0, 0]
const BLACK: Cmyk = [0, 0, 0, 1]
const GREY: Cmyk = [0, 0, 0, 0.5]
const RED: Cmyk = [0, 1, 1, 0]
const BROWN: Cmyk = [0.3, 0.6, 0.8, 0.2]
const SPOT: SpotInk = { name: '专红', tint: 1, solid: RED }

const IDS = ['hairline', 'small-type', 'bleed']

function document(style: Partial<HouseStyle> = {}, inks: PageInks = 'cmyk'): Document {
  const { records } = issue(PLAIN_GRID, article('a', { headline: '大桥通车', blocks: [{ role: 'paragraph', text: '通车了。' }] }), story('s', 'a', rectangle({ column: 0, line: 0, columns: 2, lines: 40 })), advert('v', { column: 2, line: 0, columns: 2, lines: 40 }))
  const [head, page] = [records['issue']!, records[PAGE]!]
  return { records: { ...records, [PAGE]: { ...page, inks } as typeof page, issue: { ...head, style: { ...DEFAULT_HOUSE_STYLE, ...style } } as typeof head } }
}

function find(items: readonly FrameItem[], of = document(), typeArea: PageFrame['typeArea'] = { x: 60, y: 60, width: 680, height: 880 }) {
  const frame: PageFrame = { page: { id: PAGE, number: '04', section: '要闻' }, trim: TRIM, bleed: 0, typeArea, items }
  return preflight({ document: of, results: [{ frame, stories: [], notes: [] }] }).filter(({ id }) => IDS.includes(id))
}

const own = (record: string, ...items: readonly FrameItem[]): FrameItem => ({ kind: 'group', record, items })
const rule = (width: number, color: Cmyk, spot?: SpotInk): FrameItem => ({ kind: 'rule', x1: 100, y1: 100, x2: 200, y2: 100, width, color, ...(spot ? { spot } : {}) })
const run = (size: number, color: Cmyk, fields: object = {}): FrameItem => ({ kind: 'glyphs', face: 'song', size, color, x: 100, y: 100, glyphs: [1], xs: [0], text: '国', clusters: [0], source: { record: 'a', part: 'headline', from: 1, to: 2 }, ...fields })

describe('rules (15.1)', () => {
  test.each<readonly [what: string, least: number, color: Cmyk, spot: SpotInk | undefined]>([
    ['of solid black', 0.25, BLACK, undefined],
    ['of a solid spot colour', 0.25, RED, SPOT],
    ['of grey', 0.5, GREY, undefined],
    ['left white', 0.5, WHITE, undefined],
    ['of two inks', 0.5, RED, undefined],
    ['of four inks', 1.5, BROWN, undefined],
  ])('%s: %d pt', (_, least, color, spot) => {
    expect(find([own('v', rule(least, color, spot))])).toEqual([])
    expect(find([own('v', rule(least - 0.01, color, spot))])).toMatchObject([{ id: 'hairline', severity: 'warning', page: '04', story: 'v' }])
    expect(find([own('v', { kind: 'fill', x: 100, y: 100, width: 50, height: least - 0.01, color, ...(spot ? { spot } : {}) })])).toMatchObject([{ id: 'hairline', story: 'v' }])
  })

  test('one finding a record, at its thinnest; that of no width is an error', () => {
    expect(find([own('v', rule(0.2, BLACK), rule(0, BLACK)), own('s', rule(0.2, BLACK))])).toMatchObject([
      { id: 'hairline', severity: 'error', story: 'v' },
      { id: 'hairline', severity: 'warning', story: 's' },
    ])
  })

  test('rules of the house are one fault, and its fix sets them as thick as need be', () => {
    const thin = document({ ruleWidth: 0.1 })
    const items = [own('v', rule(0.1, BLACK)), own('s', rule(0.1, BLACK)), rule(0.1, BLACK)]
    const [finding, ...others] = find(items, thin)
    expect([finding, others]).toMatchObject([{ id: 'hairline', severity: 'error', message: { zh: expect.stringContaining('报纸样式') as string } }, []])
    const mended = applyChange(thin, fixed(thin, finding!.fix!)!)
    expect(issueOf(mended).style).toEqual({ ...DEFAULT_HOUSE_STYLE, ruleWidth: 0.25 })
    expect(fixed(mended, finding!.fix!)).toBeNull()
  })

  test('coated paper holds finer ones', () => {
    expect(find([own('v', rule(0.2, BLACK))], document({ printPreset: 'coated-x4' }))).toEqual([])
  })
})

describe('type (15.2)', () => {
  test.each<readonly [what: string, least: number, color: Cmyk]>([
    ['left white', 10, WHITE],
    ['of two inks', 10, RED],
    ['of grey', 8, GREY],
    ['of solid black', 6, BLACK],
  ])('%s: %d pt', (_, least, color) => {
    expect(find([own('s', run(least, color))])).toEqual([])
    const place = { page: '04', story: 's', range: { part: 'headline', from: 1, to: 2 } }
    expect(find([own('s', run(least - 0.1, color), run(least - 0.2, color))])).toMatchObject([{ id: 'small-type', severity: 'warning', ...place }])
  })

  test('of a colour that has no plate that is told, and no more', () => {
    expect(find([own('s', run(9, RED))], document({}, 'k'))).toEqual([])
    expect(find([own('s', run(9, RED))], document({}, 'k+red'))).toMatchObject([{ id: 'small-type' }])
  })

  test('ruby is as small as it is', () => {
    expect(find([own('s', run(4, BLACK, { aside: true }))])).toEqual([])
  })
})

describe('bleed (15.3)', () => {
  const whole = { x: 0, y: 0, width: TRIM.width, height: TRIM.height }
  const picture = (rect: typeof whole): FrameItem => own('v', { kind: 'picture', asset: 'asset:x', ...rect })

  test('a type area larger than the paper, once a page', () => {
    expect(find([picture(whole)], document(), { ...whole, x: -4, width: 808 })).toMatchObject([{ id: 'bleed', severity: 'error', page: '04' }])
  })

  test('a picture that ends at the trim, or short of the bleed', () => {
    const bleeding = document({ print: { bleedMm: 3 } })
    const grown = (by: number) => picture({ x: -by, y: -by, width: TRIM.width + 2 * by, height: TRIM.height + 2 * by })
    expect(find([picture(whole)], document(), whole)).toMatchObject([{ id: 'bleed', severity: 'warning', story: 'v' }])
    expect(find([grown(4)], bleeding, whole)).toMatchObject([{ id: 'bleed', story: 'v' }])
    expect(find([grown((3 * 72) / 25.4)], bleeding, whole)).toEqual([])
    expect(find([picture({ x: 10, y: 10, width: 100, height: 100 })], bleeding, whole)).toEqual([])
  })
})
