/** Vertical stories, docs/typesetting.md §9. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaRect, GRID_PRESETS, typeArea, type Area, type Rect } from '../../../../src-core/document/grid.ts'
import type { ArticleRecord, Block, DocumentRecord, StoryRecord } from '../../../../src-core/document/records.ts'
import { createEngine } from '../../../../src-core/typeset/engine.ts'
import type { GlyphRun } from '../../../../src-core/typeset/frame.ts'
import type { PageResult, StoryFit } from '../../../../src-core/typeset/result.ts'
import { idealFaces } from '../../../../src-core/typeset/text/ideal-faces.ts'
import { storyHeadlines } from '../../document/documents.ts'
import { advert, article, dump, glyphRuns, han, issue, PAGE, picture, PLAIN_GRID, rectangle, story } from './documents.ts'

const FACES = idealFaces({ lang: 'zh-Hans', latinEm: 0.5 })

function layout(grid = PLAIN_GRID, ...records: readonly DocumentRecord[]): PageResult {
  return createEngine(FACES).layoutPage(issue(grid, ...records), PAGE)
}

/** A vertical story of one paragraph over whole columns of the page. */
function plain(characters: number, area: Area, fields: Partial<StoryRecord> = {}, ...others: readonly DocumentRecord[]): { readonly fit: StoryFit; readonly runs: readonly GlyphRun[] } {
  const result = layout(PLAIN_GRID, article('a', { blocks: [{ role: 'paragraph', text: han(characters) }] }), story('s', 'a', rectangle(area), { writing: 'vertical', ...fields }), ...others)
  return { fit: result.stories[0]!, runs: bodyOf(result, 's') }
}

function bodyOf(result: PageResult, id: string): readonly GlyphRun[] {
  return result.frame.items.flatMap((item) => (item.kind === 'group' && item.record === id ? glyphRuns(item.items) : [])).filter((run) => run.source?.part === 'block')
}

/** Axes from the type area's left edge, and tops of the measures. */
function places(runs: readonly GlyphRun[]): readonly (readonly [number, number])[] {
  const { x, y } = typeArea(PLAIN_GRID)
  const rounded = (points: number): number => Math.round(points * 10) / 10 + 0
  return runs.map((run) => [rounded(run.x - x), rounded(run.y - y)])
}

describe('the area', () => {
  it('9.16 has columns of text from right to left at the line pitch, in rows from the top down', () => {
    // 340 points are 34 characters: three rows of ten, the gutters widened to two.
    const { fit, runs } = plain(10 * 17 * 2 - 2, { column: 0, line: 0, columns: 2, lines: 23 })
    expect(fit.legs.map(({ rect: { width, height }, chars, used }) => [width, height, chars, used])).toEqual([
      [220, 100, 10, 15],
      [220, 100, 10, 15],
      [220, 100, 10, 4],
    ])
    const at = places(runs)
    expect(at.slice(0, 3)).toEqual([[215, 0], [200, 0], [185, 0]])
    expect(at[15]).toEqual([215, 120])
    expect(at[30]).toEqual([215, 240])
  })

  it('9.16 has as many rows as the story asks for', () => {
    const { fit } = plain(30, { column: 0, line: 0, columns: 2, lines: 23 }, { measure: { legs: 2, remainder: 'free' } })
    expect(fit.legs.map(({ chars }) => chars)).toEqual([16, 16])
  })

  it('9.17 makes way for a picture in whole characters and whole columns', () => {
    const { fit, runs } = plain(400, { column: 0, line: 0, columns: 3, lines: 12 }, { measure: { legs: 1, remainder: 'free' } }, picture('p', { column: 2, line: 0, columns: 1, lines: 6 }))
    const cut = areaRect(PLAIN_GRID, { column: 2, line: 0, columns: 1, lines: 6 })
    for (const run of runs) for (const cell of cellsOf(run)) expect(overlap(cut, cell)).toBe(false)
    // Under it first, then beside it over the whole height.
    expect(fit.legs.map(({ chars }) => chars)).toEqual([7, 17])
  })

  it('9.18 counts what is over and what is free in columns of text and characters', () => {
    const area = { column: 0, line: 0, columns: 1, lines: 7 }
    expect(plain(10 * 10 + 18, area).fit).toMatchObject({ overset: { lines: 5, characters: 50 }, underset: null })
    expect(plain(18, area).fit).toMatchObject({ overset: null, underset: { lines: 5, characters: 50 } })
  })

  it('9.18 does not balance: the last row ends where it ends', () => {
    const { fit } = plain(38, { column: 0, line: 0, columns: 2, lines: 15 })
    expect(fit.legs.map(({ used }) => used)).toEqual([4, 0])
  })
})

describe('the headline', () => {
  const headed = (fields: Partial<StoryRecord>) => {
    const result = layout(PLAIN_GRID, article('a', { headline: '城东新校', blocks: [{ role: 'paragraph', text: han(60) }] }), story('s', 'a', rectangle({ column: 0, line: 0, columns: 3, lines: 16 }), { writing: 'vertical', ...fields }))
    const title = result.frame.items.flatMap((item) => (item.kind === 'group' && item.record === 's' ? glyphRuns(item.items) : [])).find((run) => run.source?.part === 'headline')!
    return { title, body: bodyOf(result, 's') }
  }

  it('9.19 stands at the right, vertical, and the body goes on at the pitch', () => {
    const { title, body } = headed({})
    const right = typeArea(PLAIN_GRID).x + 340
    expect(title.vertical).toBe(true)
    expect(title.x + title.size / 2).toBeCloseTo(right, 2)
    const first = right - body[0]!.x - 5
    expect(first / 15).toBeCloseTo(Math.round(first / 15), 3)
    expect(body[0]!.x + 5).toBeLessThan(title.x - title.size / 2)
  })

  it('9.19 stands over the columns, or at the left, where the story asks for it', () => {
    const over = headed({ headline: { form: 'over' } })
    expect(over.title.vertical).toBeUndefined()
    expect(Math.min(...over.body.map((run) => run.y))).toBeGreaterThan(over.title.y)
    const left = headed({ headline: { side: 'left' } })
    expect(left.title.vertical).toBe(true)
    expect(left.body.every((run) => run.x > left.title.x)).toBe(true)
  })
})

it('9.16 a boxed story as it is set', async () => {
  const body: readonly Block[] = [
    { role: 'paragraph', text: '2024年1月20日，“检察院”与WTO代表（365人）说：“Hello，好！”——增长50%。' },
    { role: 'crosshead', lines: ['新校'] },
    { role: 'list', items: ['一、天地', '二、玄黄'] },
    { role: 'table', rows: [['项目', '数量'], ['学校', '12']] },
    { role: 'paragraph', text: '天地玄黄，宇宙洪荒。（记者 张三）' },
  ]
  const result = layout(PLAIN_GRID, article('a', { headline: '竖题', byline: '记者 张三', blocks: body }), story('s', 'a', rectangle({ column: 0, line: 0, columns: 3, lines: 20 }), { writing: 'vertical', boxed: true }))
  const group = result.frame.items.find((item) => item.kind === 'group' && item.record === 's')!
  await expect(`${dump(result.frame, [group])}\n`).toMatchFileSnapshot('../../../golden/vertical.txt')
})

const GRID = GRID_PRESETS['tabloid']!
const text = fc.string({ unit: fc.constantFrom(...'天地玄黄宇宙洪荒日月盈昃，。、“”《》：；！？（）—…2024% Abc 𠮷'), minLength: 0, maxLength: 220 })
const words = fc.string({ unit: fc.constantFrom(...'城东新区三所学校秋季投用 “，2'), minLength: 1, maxLength: 20 })
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: text.map((written) => ({ role: 'paragraph' as const, text: written })) },
  { weight: 1, arbitrary: fc.array(words, { minLength: 1, maxLength: 2 }).map((lines) => ({ role: 'crosshead' as const, lines })) },
  { weight: 1, arbitrary: fc.array(words, { minLength: 1, maxLength: 3 }).map((items) => ({ role: 'list' as const, items })) },
  { weight: 1, arbitrary: words.map((note) => ({ role: 'editorsNote' as const, text: `编者按：${note}` })) },
  { weight: 1, arbitrary: fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => ({ role: 'verse' as const, lines })) },
)
const area = fc
  .record({ column: fc.nat(5), line: fc.nat(70), columns: fc.integer({ min: 1, max: 6 }), lines: fc.integer({ min: 1, max: 50 }) })
  .map(({ column, line, columns, lines }): Area => ({ column, line, columns: Math.min(columns, 6 - column), lines: Math.min(lines, 82 - line) }))
const legs = fc.oneof(
  area.map(rectangle),
  fc.record({ column: fc.nat(2), tops: fc.array(fc.nat(20), { minLength: 2, maxLength: 4 }), lines: fc.integer({ min: 5, max: 60 }) }).map(({ column, tops, lines }) =>
    tops.map((top, index) => ({ column: column + index, from: top, to: top + lines })),
  ),
)
const documents = fc.record({
  a: fc.record({ headline: words, byline: fc.option(fc.constant('记者 张三')), blocks: fc.array(block, { maxLength: 6 }) }).map((fields) => article('a', fields)),
  s: fc
    .record({ legs, boxed: fc.boolean(), headline: fc.option(storyHeadlines), measure: fc.option(fc.record({ legs: fc.integer({ min: 1, max: 5 }), remainder: fc.constant('free' as const) })) })
    .map((fields) => story('s', 'a', fields.legs, { ...fields, writing: 'vertical' })),
  p: area.map((place) => picture('p', place, { story: 's' })),
  d: area.map((place) => advert('d', place)),
})

describe('laws', () => {
  it('sets every character once and in order, inside its slot, on no obstacle, or counts it as overset', () => {
    fc.assert(
      fc.property(documents, (records) => {
        const result = layout(GRID, ...Object.values(records))
        const fit = result.stories[0]!
        const runs = bodyOf(result, 's')
        const order = runs.map(({ source }) => source!.block! * 10_000 + source!.from)
        expect(order).toEqual(order.toSorted((a, b) => a - b))
        const obstacles = [records.p, records.d].map((one) => areaRect(GRID, one.area))
        for (const run of runs) {
          expect(run.vertical).toBe(true)
          for (const cell of cellsOf(run)) {
            expect(fit.legs.some(({ rect }) => contains(rect, cell))).toBe(true)
            expect(obstacles.some((obstacle) => overlap(obstacle, cell))).toBe(false)
          }
        }
        const shown = countOf(runs.map((run) => run.text).join(''))
        const { blocks, byline } = records.a as ArticleRecord
        const written = countOf(blocks.map((one) => ('text' in one ? one.text : 'lines' in one ? one.lines.join('') : 'items' in one ? one.items.join('') : '')).join(''))
        const signed = result.frame.items.flatMap((item) => (item.kind === 'group' && item.record === 's' ? glyphRuns(item.items) : [])).some((run) => run.source?.part === 'byline')
        if (fit.legs.length > 0) expect(shown + (fit.overset?.characters ?? 0)).toBe(written + (byline && !signed ? countOf(byline) : 0))
        expect(fit.overset === null || fit.underset === null).toBe(true)
      }),
      { numRuns: 80 },
    )
  })
})

function countOf(written: string): number {
  return Array.from(written.replace(/\s/gu, '')).length
}

/** The em box of each glyph, but for spaces, which may hang out of a line. */
function cellsOf(run: GlyphRun): readonly Rect[] {
  const characters = Array.from(run.text)
  return run.glyphs.flatMap((_, glyph) => {
    if (/\s/u.test(characters[run.clusters[glyph]!] ?? '')) return []
    const top = run.y + run.ys![glyph]! - (run.rotate ? 0 : 0.88 * run.size)
    // Half-width marks hang half of their cell over.
    return [{ x: run.x - run.size / 2, y: top + (run.rotate ? 0 : 0.5 * run.size), width: run.size, height: run.rotate ? 0.25 * run.size : 0 }]
  })
}

function contains(outer: Rect, inner: Rect): boolean {
  return inner.x >= outer.x - 0.8 && inner.x + inner.width <= outer.x + outer.width + 0.8 && inner.y >= outer.y - 0.01 && inner.y + inner.height <= outer.y + outer.height + 0.01
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01
}
