/** Frames, rules, 底纹, bands behind titles and 报花 on the page. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIGURES, SIDES, type BorderFrame, type OrnamentLook, type RulePlace } from '../../../../src-core/document/decoration.ts'
import { areaRect, GRID_PRESETS, type Area, type Rect } from '../../../../src-core/document/grid.ts'
import { conditionOf } from '../../../../src-core/document/print.ts'
import { thinnestRule } from '../../../../src-core/document/print-limits.ts'
import { issueOf, type ArticleRecord, type Document, type OrnamentRecord, type StoryRecord } from '../../../../src-core/document/records.ts'
import type { HouseStyle } from '../../../../src-core/document/style.ts'
import { inkBounds } from '../../../../src-core/paint/canvas/bounds.ts'
import { createEngine } from '../../../../src-core/typeset/engine.ts'
import { leaves, type FillItem, type FrameItem, type GlyphRun } from '../../../../src-core/typeset/frame.ts'
import { borderThickness } from '../../../../src-core/typeset/page/decoration/border.ts'
import { legOutlines } from '../../../../src-core/typeset/page/decoration/outline.ts'
import { penFor } from '../../../../src-core/typeset/page/decoration/story-frame.ts'
import { idealFaces } from '../../../../src-core/typeset/text/ideal-faces.ts'
import { borderFrames, ornamentLooks } from '../../document/documents.ts'
import { article, dump, han, issue, ornament, PAGE, PLAIN_GRID, rectangle, story } from './documents.ts'

const GRID = GRID_PRESETS['broadsheet']!
const FACES = idealFaces({ lang: 'zh-Hans', latinEm: 0.5 })
const TEXT = article('a', { kicker: '引题在上', headline: '城东新区三所学校秋季投用', subtitle: '——新增学位四千', byline: '本报记者 张三', blocks: [{ role: 'paragraph', text: han(900) }] })
const AREA: Area = { column: 1, line: 10, columns: 3, lines: 40 }

function withStyle(document: Document, style: Partial<HouseStyle>): Document {
  const head = issueOf(document)
  return { records: { ...document.records, issue: { ...head, style: { ...head.style, ...style } } } }
}

function itemsOf(document: Document, id: string): readonly Exclude<FrameItem, { kind: 'group' }>[] {
  const { frame } = createEngine(FACES).layoutPage(document, PAGE)
  return frame.items.flatMap((item) => (item.kind === 'group' && item.record === id ? [...leaves(item.items)] : []))
}

/** The story's own items, on a page in round figures when asked. */
const storyItems = (fields: Partial<StoryRecord>, words: ArticleRecord = TEXT) => itemsOf(issue(GRID, words, story('s', 'a', rectangle(AREA), fields)), 's')

function holds(outer: Rect, inner: Rect, slack: number): boolean {
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.x + inner.width <= outer.x + outer.width + slack && inner.y + inner.height <= outer.y + outer.height + slack
}

function inset({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by }
}

/** Round a rectangle of legs. */
function outlineOf(area: Area): Rect {
  const corners = legOutlines(GRID, rectangle(area))[0]!
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return { x: Math.min(...xs), y: Math.min(...ys), width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) }
}

const steps = fc.array(fc.tuple(fc.nat(6), fc.integer({ min: 10, max: 30 })), { minLength: 1, maxLength: 4 }).map((spans) => spans.map(([from, lines], index) => ({ column: 2 + index, from: 20 + from, to: 26 + from + lines })))

describe('a frame', () => {
  test('has no stroke that is thinner than the paper can print in its ink, and keeps inside its outline', () => {
    fc.assert(
      fc.property(borderFrames, steps, fc.constantFrom('newsprint-x1a' as const, 'coated-x4' as const), (frame, legs, printPreset) => {
        const document = withStyle(issue(GRID, article('a', {}), story('s', 'a', legs, { frame })), { printPreset, ruleWidth: 0.1 })
        const condition = conditionOf(issueOf(document).style)
        const corners = legOutlines(GRID, legs).flat()
        const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
        const bounds = { x: Math.min(...xs), y: Math.min(...ys), width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) }
        for (const item of itemsOf(document, 's')) {
          if (item.kind === 'rule') {
            expect(item.width).toBeGreaterThanOrEqual(thinnestRule(condition, item) - 0.001)
            const across = Math.abs(item.x2 - item.x1) > Math.abs(item.y2 - item.y1)
            const [w, h] = across ? [0, item.width / 2] : [item.width / 2, 0]
            expect(holds(bounds, { x: Math.min(item.x1, item.x2) - w, y: Math.min(item.y1, item.y2) - h, width: Math.abs(item.x2 - item.x1) + 2 * w, height: Math.abs(item.y2 - item.y1) + 2 * h }, 0.01)).toBe(true)
          } else if (item.kind === 'path') expect(holds(bounds, inkBounds(item)!, 5)).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('keeps its text clear of it, however thick', () => {
    fc.assert(
      fc.property(borderFrames, fc.constantFrom(undefined, { legs: 2, remainder: 'free' as const }), fc.boolean(), (frame, measure, tinted) => {
        const border = { ...frame, sides: SIDES }
        const fields = { frame: border, measure: measure ?? null, ...(tinted ? { tint: { swatch: 'black', tint: 0.1 } } : {}) }
        const document = issue(GRID, TEXT, story('s', 'a', rectangle(AREA), fields))
        const pen = penFor(issueOf(document).style, border.color, { inks: 'cmyk' })
        const inner = inset(outlineOf(AREA), borderThickness(border.border, border.width, pen))
        const runs = itemsOf(document, 's').filter((item) => item.kind === 'glyphs')
        expect(runs.length).toBeGreaterThan(20)
        for (const run of runs) expect(holds(inner, boxOf(run), -1)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('of 文武线 has the heavy line outside and both closed in every corner, also where the area steps', () => {
    const frame: BorderFrame = { border: 'wenwu' }
    const rules = (legs: StoryRecord['legs'], sides?: BorderFrame['sides']) => {
      const document = issue(PLAIN_GRID, article('a', {}), story('s', 'a', legs, { frame: { ...frame, ...(sides ? { sides } : {}) } }))
      const { frame: page } = createEngine(FACES).layoutPage(document, PAGE)
      return dump(page, itemsOf(document, 's'))
    }
    expect(rules(rectangle({ column: 0, line: 0, columns: 2, lines: 10 }))).toMatchInlineSnapshot(`
      "  rule -10,-1.9 – 230,-1.9
        rule 229.4,-2.5 – 229.4,140
        rule 230,139.4 – -10,139.4
        rule -9.4,140 – -9.4,-2.5
        rule -7.9,-0.25 – 227.9,-0.25
        rule 227.75,-0.4 – 227.75,137.9
        rule 227.9,137.75 – -7.9,137.75
        rule -7.75,137.9 – -7.75,-0.4"
    `)
    expect(rules([{ column: 0, from: 0, to: 10 }, { column: 1, from: 0, to: 20 }])).toMatchInlineSnapshot(`
      "  rule -10,-1.9 – 230,-1.9
        rule 229.4,-2.5 – 229.4,290
        rule 230,289.4 – 110,289.4
        rule 110.6,290 – 110.6,138.8
        rule 111.2,139.4 – -10,139.4
        rule -9.4,140 – -9.4,-2.5
        rule -7.9,-0.25 – 227.9,-0.25
        rule 227.75,-0.4 – 227.75,287.9
        rule 227.9,287.75 – 112.1,287.75
        rule 112.25,287.9 – 112.25,137.6
        rule 112.4,137.75 – -7.9,137.75
        rule -7.75,137.9 – -7.75,-0.4"
    `)
    expect(rules(rectangle({ column: 0, line: 0, columns: 2, lines: 10 }), ['top', 'foot'])).toMatchInlineSnapshot(`
      "  rule -10,-1.9 – 230,-1.9
        rule 230,139.4 – -10,139.4
        rule -10,-0.25 – 230,-0.25
        rule 230,137.75 – -10,137.75"
    `)
  })
})

test('rules between stories are of the kinds that the house has; one that the white is too small for is thin', () => {
  const words = article('a', { blocks: [{ role: 'paragraph', text: han(9) }] })
  const document = issue(
    PLAIN_GRID,
    words,
    story('top', 'a', rectangle({ column: 0, line: 0, columns: 4, lines: 10 })),
    story('left', 'a', rectangle({ column: 0, line: 11, columns: 2, lines: 20 })),
    story('right', 'a', rectangle({ column: 2, line: 11, columns: 2, lines: 10 })),
    story('close', 'a', rectangle({ column: 2, line: 21, columns: 2, lines: 10 }), { frame: { border: 'thin', sides: ['foot'] } }),
  )
  const rules = (style: Partial<HouseStyle>) => {
    const { frame } = createEngine(FACES).layoutPage(withStyle(document, style), PAGE)
    return dump(frame, frame.items.slice(1).flatMap((item) => (item.kind === 'group' && item.record === null ? item.items : [])))
  }
  expect(rules({ columnRule: 'double', storyRule: 'triple' })).toMatchInlineSnapshot(`
    "  rule 229.4,460 – 229.4,165
      rule 230.6,460 – 230.6,165
      rule 0,153.35 – 460,153.35
      rule 0,155 – 460,155
      rule 0,156.65 – 460,156.65
      rule 240,312.5 – 460,312.5"
  `)
  expect(rules({ columnRule: 'none', storyRule: 'none' })).toBe('')
})

test('no rule of the house stands where the editor drew one', () => {
  const words = article('a', { blocks: [{ role: 'paragraph', text: han(9) }] })
  const stories = [
    story('top', 'a', rectangle({ column: 0, line: 0, columns: 4, lines: 10 })),
    story('left', 'a', rectangle({ column: 0, line: 11, columns: 2, lines: 20 })),
    story('right', 'a', rectangle({ column: 2, line: 11, columns: 2, lines: 20 })),
  ]
  const rules = (...looks: readonly (readonly [Area, OrnamentLook])[]) => {
    const { frame } = createEngine(FACES).layoutPage(issue(PLAIN_GRID, words, ...stories, ...looks.map(([area, look], index) => ornament(`o${index}`, area, look))), PAGE)
    return dump(frame, frame.items.slice(1).flatMap((item) => (item.kind === 'group' && item.record === null ? item.items : [])))
  }
  const rule = (at: RulePlace) => ({ kind: 'rule', line: 'wenwu', at }) as const
  expect(rules([{ column: 0, line: 10, columns: 2, lines: 1 }, rule('middle')])).toMatchInlineSnapshot(`
    "  rule 230,165 – 230,460
      rule 240,155 – 460,155"
  `)
  expect(rules([{ column: 0, line: 11, columns: 4, lines: 5 }, rule('top')], [{ column: 2, line: 11, columns: 1, lines: 10 }, rule('left')])).toMatchInlineSnapshot(`"  rule 230,315 – 230,460"`)
})

describe('a band behind the titles', () => {
  const banded = (headline: StoryRecord['headline'], fields: Partial<StoryRecord> = {}) => {
    const items = storyItems({ headline, ...fields })
    const band = items.find((item): item is FillItem => item.kind === 'fill')!
    const runs = (...parts: readonly string[]) => items.filter((item): item is GlyphRun => item.kind === 'glyphs' && parts.includes(item.source?.part ?? ''))
    return { band, titles: runs('kicker', 'headline', 'subtitle'), others: runs('byline', 'block', 'summary') }
  }

  test('holds the titles and nothing else, in every form and direction', () => {
    const forms = [{}, { lines: 20 }, { align: 'start' as const }, { form: 'beside' as const }, { form: 'around' as const, columns: 2 }, { form: 'inside' as const, vertical: true }, { form: 'beside' as const, vertical: true }]
    for (const form of forms) {
      for (const fields of [{}, { writing: 'vertical' as const }, { frame: { border: 'meander' as const } }]) {
        const { band, titles, others } = banded({ band: { swatch: 'black' }, ...form }, fields)
        expect(titles.length).toBeGreaterThanOrEqual(3)
        for (const run of titles) expect(holds(band, boxOf(run), -0.5)).toBe(true)
        for (const run of others) expect(overlap(band, boxOf(run))).toBe(false)
      }
    }
  })

  test('leaves its titles white on a dark ground and black on a light one; a colour of their own goes first', () => {
    const colors = (headline: StoryRecord['headline']) => [...new Set(banded(headline).titles.map(({ color }) => color.join(' ')))]
    expect(colors({ band: { swatch: 'black' } })).toEqual(['0 0 0 0'])
    expect(colors({ band: { swatch: 'red' } })).toEqual(['0 0 0 0'])
    expect(colors({ band: { from: { swatch: 'blue' }, to: { swatch: 'black', tint: 0.6 }, angle: 0 } })).toEqual(['0 0 0 0'])
    expect(colors({ band: { swatch: 'black', tint: 0.15 } })).toEqual(['0 0 0 1'])
    expect(colors({ band: { swatch: 'yellow' } })).toEqual(['0 0 0 1'])
    expect(colors({ band: { swatch: 'black' }, colors: { kicker: { swatch: 'yellow' } } })).toEqual(['0 0.1 1 0', '0 0 0 0'])
  })
})

test('底纹 reaches under the whole story, and a gradient over all of it from one side to the other', () => {
  const fills = (angle: number, legs = rectangle(AREA)) =>
    itemsOf(issue(GRID, TEXT, story('s', 'a', legs, { tint: { from: { swatch: 'black', tint: 0.3 }, to: { swatch: 'paper' }, angle } })), 's').filter((item) => item.kind === 'fill')
  const [fill, ...more] = fills(0)
  const { x, y, width, height } = outlineOf(AREA)
  expect(more).toEqual([])
  expect(holds(fill!, { x, y, width, height }, 0.01)).toBe(true)
  expect(fill!.gradient!.x1).toBeCloseTo(x, 2)
  expect(fill!.gradient!.x2).toBeCloseTo(x + width, 2)
  expect(fill!.gradient!.y1).toBeCloseTo(fill!.gradient!.y2, 2)
  expect(fills(90)[0]!.gradient!.y2).toBeCloseTo(y + height, 2)
  expect(fills(180)[0]!.gradient!.x1).toBeCloseTo(x + width, 2)
  const stepped = fills(45, [{ column: 1, from: 10, to: 50 }, { column: 2, from: 15, to: 45 }])
  expect(new Set(stepped.map(({ gradient }) => JSON.stringify(gradient))).size).toBe(1)
  for (const run of itemsOf(issue(GRID, TEXT, story('s', 'a', rectangle(AREA), { tint: { swatch: 'black', tint: 0.1 } })), 's')) if (run.kind === 'glyphs') expect(holds({ x, y, width, height }, boxOf(run), -1)).toBe(true)
})

describe('an ornament', () => {
  test('stands in its area, or in the white round it', () => {
    fc.assert(
      fc.property(ornamentLooks, fc.record({ column: fc.nat(6), line: fc.integer({ min: 2, max: 90 }), columns: fc.integer({ min: 1, max: 2 }), lines: fc.integer({ min: 1, max: 20 }) }), (look, area) => {
        const items = itemsOf(issue(GRID, ornament('o', area, look)), 'o')
        const { x, y, width, height } = areaRect(GRID, area)
        // Handles of a curve lie outside it; a rule may be as thick as the editor wants, half on either side.
        const slack = look.kind === 'figure' ? 0.12 * Math.max(width, height) : 30
        for (const item of items) expect(holds({ x, y, width, height }, inkBounds(item)!, slack)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  test('of every figure, as large as its area allows; text keeps clear of it', () => {
    for (const figure of FIGURES) {
      const place: Area = { column: 2, line: 30, columns: 1, lines: 8 }
      const document = issue(GRID, TEXT, story('s', 'a', rectangle(AREA)), ornament('o', place, { kind: 'figure', figure }))
      const [shape] = itemsOf(document, 'o')
      const box = inkBounds(shape!)!
      const room = areaRect(GRID, place)
      expect(Math.max(box.width / room.width, box.height / room.height)).toBeGreaterThan(0.9)
      for (const item of itemsOf(document, 's')) if (item.kind === 'glyphs') expect(overlap(room, boxOf(item))).toBe(false)
    }
  })

  test('of a rule stands where it is asked to, the heavy line over or left, the other way round when flipped', () => {
    const rule = (look: Omit<Extract<OrnamentLook, { kind: 'rule' }>, 'kind' | 'line'>) => {
      const record: OrnamentRecord = ornament('o', { column: 1, line: 4, columns: 2, lines: 3 }, { kind: 'rule', line: 'wenwu', ...look })
      const document = issue(PLAIN_GRID, record)
      const { frame } = createEngine(FACES).layoutPage(document, PAGE)
      return itemsOf(document, 'o').map((item) => `${dump(frame, [item]).trim()} ${item.kind === 'rule' ? item.width : ''}`)
    }
    expect(rule({ at: 'top' })).toMatchInlineSnapshot(`
      [
        "rule 120,56.9 – 340,56.9 1.2",
        "rule 120,58.55 – 340,58.55 0.3",
      ]
    `)
    expect(rule({ at: 'middle', flipped: true })).toMatchInlineSnapshot(`
      [
        "rule 340,80.6 – 120,80.6 1.2",
        "rule 340,78.95 – 120,78.95 0.3",
      ]
    `)
    expect(rule({ at: 'left' })).toMatchInlineSnapshot(`
      [
        "rule 109.4,100 – 109.4,60 1.2",
        "rule 111.05,100 – 111.05,60 0.3",
      ]
    `)
    expect(rule({ at: 'right', width: 8 })).toMatchInlineSnapshot(`
      [
        "rule 348,100 – 348,60 4",
        "rule 353.5,100 – 353.5,60 1",
      ]
    `)
  })
})

/** Em boxes of a run's glyphs. */
function boxOf({ x, y, xs, ys, size, vertical, rotate }: GlyphRun): Rect {
  if (vertical) {
    const tops = (ys ?? [0]).map((down) => y + down)
    return { x: x - size / 2, y: Math.min(...tops) - (rotate ? 0 : 0.88 * size), width: size, height: Math.max(...tops) - Math.min(...tops) + size }
  }
  const lefts = xs.map((across) => x + across)
  return { x: Math.min(...lefts), y: y - 0.88 * size, width: Math.max(...lefts) - Math.min(...lefts) + size / 2, height: size }
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01
}
