/** docs/typesetting.md, part 7: where a headline stands in its story, and how it is made to fit. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Rect, Remainder } from '../../../../src-core/document/grid.ts'
import type { ArticleRecord, StoryHeadline, StoryRecord } from '../../../../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE, type HouseStyle } from '../../../../src-core/document/style.ts'
import { createEngine } from '../../../../src-core/typeset/engine.ts'
import type { GlyphRun } from '../../../../src-core/typeset/frame.ts'
import type { PageResult, StoryFit } from '../../../../src-core/typeset/result.ts'
import { idealFaces } from '../../../../src-core/typeset/text/ideal-faces.ts'
import { storyHeadlines } from '../../document/documents.ts'
import { article, glyphRuns, han, issue, PAGE, picture, PLAIN_GRID, rectangle, story } from './documents.ts'

const FACES = idealFaces({ lang: 'zh-Hans', latinEm: 0.5 })
const WHOLE = rectangle({ column: 0, line: 0, columns: 4, lines: 40 })
const TITLES = ['kicker', 'headline', 'subtitle', 'summary'] as const

const NEWS = article('a', { headline: '山村教师的三十个春秋', blocks: [{ role: 'paragraph', text: han(600) }] })

function layout(headline: StoryHeadline, of: ArticleRecord = NEWS, fields: Partial<StoryRecord> = {}, style: Partial<HouseStyle> = {}): PageResult {
  const document = issue(PLAIN_GRID, of, story('s', 'a', fields.legs ?? WHOLE, { ...fields, headline }))
  const records = { ...document.records, issue: { ...document.records['issue']!, style: { ...DEFAULT_HOUSE_STYLE, ...style } } } as typeof document.records
  return createEngine(FACES).layoutPage({ records }, PAGE)
}

function fitOf(result: PageResult): StoryFit {
  return result.stories[0]!
}

function areaOf(result: PageResult): readonly [column: number, columns: number, line: number, lines: number] {
  const { column, columns, line, lines } = fitOf(result).headline!
  return [column, columns, line, lines]
}

function titleRuns({ frame }: PageResult, part: string): readonly GlyphRun[] {
  return glyphRuns(frame.items).filter(({ source }) => source?.part === part)
}

/** The legs as [column, from, to). */
function legsOf(result: PageResult): readonly (readonly [number, number, number])[] {
  return fitOf(result).legs.map(({ leg }) => [leg.column, leg.from, leg.to])
}

describe('forms', () => {
  test('7.8 over the text: the neighbouring legs that begin highest, the body under it', () => {
    const result = layout({})
    expect(areaOf(result)).toEqual([0, 4, 0, 4])
    expect(legsOf(result)).toEqual([0, 1, 2, 3].map((column) => [column, 4, 40]))
  })

  test('7.8 over the text, in an area as high as the story wants it, in the middle of it', () => {
    const [low, high] = [layout({}), layout({ lines: 8 })]
    expect(areaOf(high)).toEqual([0, 4, 0, 8])
    expect(titleRuns(high, 'headline')[0]!.y - titleRuns(low, 'headline')[0]!.y).toBeCloseTo(2 * PLAIN_GRID.linePitch, 2)
  })

  test('7.9 beside the text: its columns for the whole height, at the left or the right', () => {
    const left = layout({ form: 'beside' })
    expect(areaOf(left)).toEqual([0, 2, 0, 40])
    expect(legsOf(left)).toEqual([[2, 0, 40], [3, 0, 40]])
    expect(areaOf(layout({ form: 'beside', side: 'right', columns: 1 }))).toEqual([3, 1, 0, 40])
  })

  test('7.9 beside the text, a divided measure divides the columns that are left', () => {
    const result = layout({ form: 'beside', columns: 1 }, NEWS, { measure: { legs: 2, remainder: 'free' } })
    expect(fitOf(result).legs.map(({ chars }) => chars)).toEqual([16, 16])
  })

  test('7.10 inside the text: at its top, with text beside it and under it', () => {
    const result = layout({ form: 'inside' })
    expect(areaOf(result)).toEqual([0, 2, 0, 3])
    expect(legsOf(result)).toEqual([[0, 3, 40], [1, 3, 40], [2, 0, 40], [3, 0, 40]])
    expect(areaOf(layout({ form: 'inside', side: 'right', columns: 3, lines: 9 }))).toEqual([1, 3, 0, 9])
  })

  test('7.10 inside a divided measure it spans whole legs of it', () => {
    const result = layout({ form: 'inside', columns: 3 }, NEWS, { measure: { legs: 3, remainder: 'free' } })
    const { rect, lines } = fitOf(result).headline!
    const [first, second, third] = fitOf(result).legs
    expect([rect.x, rect.x + rect.width]).toEqual([expect.closeTo(first!.rect.x, 6), expect.closeTo(second!.rect.x + second!.rect.width, 6)])
    expect([first, second, third].map((leg) => leg!.leg.from)).toEqual([lines, lines, 0])
  })

  test('7.10 the title keeps white to the text at its side, and an area of one column is over its text', () => {
    const [run] = titleRuns(layout({ form: 'inside', align: 'start', justify: 'even' }), 'headline')
    expect(run!.xs.at(-1)! + run!.size).toBeCloseTo(22 * PLAIN_GRID.bodySize - 0.75 * PLAIN_GRID.bodySize, 2)
    expect(areaOf(layout({ form: 'beside' }, NEWS, { legs: WHOLE.slice(0, 1) }))[1]).toBe(1)
    expect(legsOf(layout({ form: 'beside' }, NEWS, { legs: WHOLE.slice(0, 1) }))).toHaveLength(1)
  })

  test('7.11 around the title: text at both sides and under it, or over it too', () => {
    const result = layout({ form: 'around' })
    expect(areaOf(result)).toEqual([1, 2, 0, 3])
    expect(legsOf(result)).toEqual([[0, 0, 40], [1, 3, 40], [2, 3, 40], [3, 0, 40]])
    const lower = layout({ form: 'around', column: 0, columns: 2, line: 12 })
    expect(areaOf(lower)).toEqual([0, 2, 12, 3])
    expect(legsOf(lower)).toEqual([[0, 0, 12], [0, 15, 40], [1, 0, 12], [1, 15, 40], [2, 0, 40], [3, 0, 40]])
  })

  test('7.11 leaves no piece of a leg of one or two lines', () => {
    expect(areaOf(layout({ form: 'around', column: 1, line: 2 }))).toEqual([1, 2, 0, 5])
    expect(areaOf(layout({ form: 'inside', lines: 38 }))).toEqual([0, 2, 0, 40])
  })

  test('7.12 makes way for a picture, and for legs that begin lower', () => {
    const document = issue(PLAIN_GRID, NEWS, story('s', 'a', WHOLE, { headline: { form: 'inside' } }), picture('p', { column: 0, line: 0, columns: 1, lines: 10 }))
    const result = createEngine(FACES).layoutPage(document, PAGE)
    expect(areaOf(result)).toEqual([0, 2, 11, 3])
    const steps = [0, 5, 5, 2].map((from, column) => ({ column, from, to: 40 }))
    expect(areaOf(layout({ form: 'around' }, NEWS, { legs: steps }))).toEqual([1, 2, 5, 3])
  })

  test('7.12 an area that is too low is reported, and the text is overset as a whole', () => {
    const low = layout({ form: 'inside', columns: 1 }, { ...NEWS, kicker: '引题在上' }, { legs: rectangle({ column: 0, line: 0, columns: 2, lines: 3 }) })
    expect(low.notes).toContainEqual({ kind: 'too-tall', record: 'a', part: 'headline' })
    expect(fitOf(low).overset?.characters).toBe(600)
  })
})

describe('vertical headlines', () => {
  const VERTICAL = { ...NEWS, kicker: '新春走基层', subtitle: '记云岭小学陈秀英' }

  test('7.13 stand at the right, in as many columns as they need, parts from right to left', () => {
    const result = layout({ vertical: true }, VERTICAL)
    const [column, columns, line, lines] = areaOf(result)
    expect([column + columns, line]).toEqual([4, 0])
    expect(lines).toBeLessThanOrEqual(30)
    const axes = ['kicker', 'headline', 'subtitle'].map((part) => Math.min(...titleRuns(result, part).map(({ x }) => x)))
    expect(axes).toEqual(axes.toSorted((a, b) => b - a))
    expect(titleRuns(result, 'headline').every(({ vertical }) => vertical)).toBe(true)
  })

  test('7.13 take their whole lines from the text, and no more than their words need', () => {
    const [, , , lines] = areaOf(layout({ vertical: true }, { ...NEWS, headline: '四个大字' }))
    expect(lines).toBe(Math.ceil((4 * 36) / PLAIN_GRID.linePitch + 1.5))
    expect(areaOf(layout({ vertical: true, lines: 15 }))[3]).toBe(15)
  })

  test('7.13 too many for the columns given is reported', () => {
    const result = layout({ vertical: true, columns: 1, lines: 12 }, { ...VERTICAL, headline: '山村教师的三十个春秋与她的学生' })
    expect(result.notes.some(({ kind }) => kind === 'too-wide')).toBe(true)
  })
})

describe('fitting', () => {
  const sizes = (result: PageResult) => titleRuns(result, 'headline').map(({ size }) => size)
  const scales = (result: PageResult) => titleRuns(result, 'headline').map(({ scaleX = 1 }) => scaleX)

  test('7.14 a title is tracked, then smaller, then narrower before it takes more lines than look well', () => {
    const over = (count: number, fields: StoryHeadline = {}) => layout(fields, { ...NEWS, headline: '龘'.repeat(count) })
    // Over four columns of 46 em: at 27.5 pt a line holds 16.7 characters, and two lines look well.
    expect([sizes(over(32)), scales(over(32))]).toEqual([[27.5, 27.5], [1, 1]])
    expect(sizes(over(34))).toEqual([27.5, 27.5])
    expect([sizes(over(38)), scales(over(38))]).toEqual([[24, 24], [1, 1]])
    expect([sizes(over(42)), scales(over(42))]).toEqual([[24, 24], [0.95, 0.95]])
    const tooLong = over(60)
    expect(tooLong.notes).toContainEqual({ kind: 'too-wide', record: 'a', part: 'headline' })
  })

  test('7.14 a size or a scale that the story chose is kept', () => {
    const long = { ...NEWS, headline: '龘'.repeat(40) }
    expect(new Set(sizes(layout({ headline: { face: 'song-bold', size: 27.5 }, scaleX: 1.2 }, long)))).toEqual(new Set([27.5]))
    expect(new Set(scales(layout({ headline: { face: 'song-bold', size: 27.5 }, scaleX: 1.2 }, long)))).toEqual(new Set([1.2]))
  })

  test('7.15 a fitted title takes the largest 号 of its lines, and fills the measure by tracking and width', () => {
    const result = layout({ justify: 'fitted' }, { ...NEWS, headline: '数字经济增加值突破三百亿' })
    const [run] = titleRuns(result, 'headline')
    expect(run!.size).toBe(36)
    expect(run!.xs.at(-1)! + run!.size * (run!.scaleX ?? 1)).toBeCloseTo(460, 0)
    expect(run!.scaleX ?? 1).toBeLessThanOrEqual(1.2)
  })

  test('7.16 均排 spreads a title from edge to edge, words of another script kept together', () => {
    const [run] = titleRuns(layout({ justify: 'even' }, { ...NEWS, headline: '书香CBD' }), 'headline')
    expect(run!.xs[0]).toBe(0)
    const [, , c, b, d] = run!.xs
    expect(b! - c!).toBeCloseTo(run!.size / 2, 2)
    expect(d! + run!.size / 2).toBeCloseTo(460, 2)
  })

  test('7.17 large titles may have a punctuation scheme of their own', () => {
    const marked = { ...NEWS, headline: '稳增长，促改革：惠民生' }
    const width = (style: Partial<HouseStyle>) => titleRuns(layout({ align: 'start' }, marked, {}, style), 'headline')[0]!.xs.at(-1)!
    expect(width({})).toBeGreaterThan(width({ headlineScheme: 'banjiao' }))
    expect(titleRuns(layout({ align: 'start', headline: { face: 'song', size: 15.75 } }, marked, {}, { headlineScheme: 'banjiao' }), 'headline')[0]!.xs).toEqual(
      titleRuns(layout({ align: 'start', headline: { face: 'song', size: 15.75 } }, marked), 'headline')[0]!.xs,
    )
  })
})

describe('laws of headlines', () => {
  const word = fc.string({ unit: fc.constantFrom(...'城东新区三所学校秋季投用 “，2A—'), maxLength: 24 })
  const part = fc.option(word)
  const articles = fc.record({ headline: word, kicker: part, subtitle: part, summary: part, byline: part, length: fc.nat(900) }).map(({ length, ...fields }) => article('a', { ...fields, blocks: [{ role: 'paragraph', text: han(length) }] }))
  const tops = fc.array(fc.nat(12), { minLength: 1, maxLength: 4 }).map((from) => from.map((line, column) => ({ column, from: line, to: 40 })))

  const measures = fc.option(fc.record({ legs: fc.integer({ min: 1, max: 5 }), remainder: fc.constantFrom<Remainder>('absolute', 'relative', 'free') }))

  test('a headline stands in whole lines that no text shares with it', () => {
    fc.assert(
      fc.property(articles, tops, storyHeadlines, measures, fc.boolean(), (of, legs, headline, measure, boxed) => {
        const fit = fitOf(layout(headline, of, { legs, measure, boxed }))
        if (!fit.headline) return
        const { column, columns, line, lines, rect } = fit.headline
        expect([line, lines].every(Number.isInteger)).toBe(true)
        if (!measure) expect([column, columns].every(Number.isInteger)).toBe(true)
        for (const at of legs.filter((leg) => leg.column + 1 > column + 0.01 && leg.column < column + columns - 0.01)) expect(line >= at.from && line + lines <= at.to).toBe(true)
        for (const leg of fit.legs) expect(overlap(rect, leg.rect)).toBe(false)
      }),
      { numRuns: 150 },
    )
  })

  test('every character of its titles is set once and in order, or reported', () => {
    fc.assert(
      fc.property(articles, tops, storyHeadlines, (of, legs, headline) => {
        const result = layout(headline, of, { legs })
        const reported = new Set(result.notes.flatMap((note) => ('part' in note ? [note.part] : [])))
        if (reported.has('headline') || reported.has('kicker') || reported.has('subtitle') || reported.has('summary')) return
        for (const title of TITLES) {
          const runs = titleRuns(result, title)
          expect(visible(runs.map(({ text }) => text).join(''))).toBe(visible(of[title] ?? ''))
          const starts = runs.map(({ source }) => source!.from)
          expect(starts).toEqual(starts.toSorted((a, b) => a - b))
        }
      }),
      { numRuns: 150 },
    )
  })
})

function overlap(a: Rect, b: Rect): boolean {
  const slack = 0.01
  return a.x < b.x + b.width - slack && b.x < a.x + a.width - slack && a.y < b.y + b.height - slack && b.y < a.y + a.height - slack
}

function visible(written: string): string {
  return written.replace(/\s/gu, '')
}
