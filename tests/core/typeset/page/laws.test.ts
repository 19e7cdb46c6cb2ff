/** Laws of a page, on random articles, areas and edits. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockText } from '../../../../src-core/document/blocks.ts'
import { areaRect, GRID_PRESETS, typeArea, type Area, type Rect, type Remainder } from '../../../../src-core/document/grid.ts'
import type { ArticleRecord, Block, Document, DocumentRecord, StoryRecord } from '../../../../src-core/document/records.ts'
import { createEngine } from '../../../../src-core/typeset/engine.ts'
import type { GlyphRun } from '../../../../src-core/typeset/frame.ts'
import type { PageResult } from '../../../../src-core/typeset/result.ts'
import { idealFaces } from '../../../../src-core/typeset/text/ideal-faces.ts'
import { marksOn, ornamentLooks, storyDecoration, storyHeadlines } from '../../document/documents.ts'
import { advert, article, glyphRuns, han, issue, ornament, PAGE, picture, rectangle, story } from './documents.ts'

const GRID = GRID_PRESETS['broadsheet']!
const FACES = idealFaces({ lang: 'zh-Hans', latinEm: 0.5 })
const FACE = FACES.chain('ideal')[0]!

const text = fc.string({ unit: fc.constantFrom(...'天地玄黄宇宙洪荒日月盈昃，。、“”《》：；！？（）—…2024% Abc 𠮷'), minLength: 0, maxLength: 220 })
const title = fc.string({ unit: fc.constantFrom(...'城东新区三所学校秋季投用 “，2'), maxLength: 30 })
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: text.map((written) => ({ role: 'paragraph' as const, text: written })) },
  { weight: 1, arbitrary: text.chain((written) => marksOn(written).map((marks) => ({ role: 'paragraph' as const, text: written, ...(marks.length > 0 ? { marks } : {}) }))) },
  { weight: 1, arbitrary: fc.array(title, { minLength: 1, maxLength: 2 }).map((lines) => ({ role: 'crosshead' as const, lines })) },
)
const area = fc.record({ column: fc.nat(7), line: fc.nat(110), columns: fc.integer({ min: 1, max: 8 }), lines: fc.integer({ min: 1, max: 60 }) }).map(onPage)
const legs = fc.oneof(
  area.map(rectangle),
  fc.record({ column: fc.nat(4), tops: fc.array(fc.nat(30), { minLength: 2, maxLength: 4 }), lines: fc.integer({ min: 5, max: 80 }) }).map(({ column, tops, lines }) =>
    tops.map((top, index) => ({ column: column + index, from: top, to: top + lines })),
  ),
)
const measure = fc.option(fc.record({ legs: fc.integer({ min: 1, max: 5 }), remainder: fc.constantFrom<Remainder>('absolute', 'relative', 'free') }))

function articles(id: string): fc.Arbitrary<ArticleRecord> {
  const part = fc.option(title)
  return fc
    .record({ headline: title, kicker: part, subtitle: part, summary: part, byline: fc.option(fc.constantFrom('本报记者邓伟强', '记者 张三')), blocks: fc.array(block, { maxLength: 8 }) })
    .map((fields) => article(id, fields))
}

function stories(id: string, articleId: string): fc.Arbitrary<StoryRecord> {
  return fc
    .record({ legs, measure, boxed: fc.boolean(), headline: fc.option(storyHeadlines), decoration: storyDecoration })
    .map(({ decoration, ...fields }) => story(id, articleId, fields.legs, { ...fields, ...decoration }))
}

/** Every record of a page that an edit may exchange for another. */
const RECORDS = {
  a1: articles('a1'),
  a2: articles('a2'),
  s1: stories('s1', 'a1'),
  s2: stories('s2', 'a2'),
  p1: fc.record({ area, caption: fc.option(title), credit: fc.option(fc.constant('张三摄')) }).map((fields) => picture('p1', fields.area, { ...fields, story: 's1' })),
  d1: area.map((place) => advert('d1', place)),
  o1: fc.record({ area, look: ornamentLooks }).map((fields) => ornament('o1', fields.area, fields.look)),
}
const documents = fc.record(RECORDS).map((records) => issue(GRID, ...Object.values(records)))
const edits = fc.array(fc.oneof(...Object.values(RECORDS) as fc.Arbitrary<DocumentRecord>[]), { minLength: 1, maxLength: 6 })

describe('a page', () => {
  test('body stands on the line grid, inside its legs, on no obstacle', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const result = createEngine(FACES).layoutPage(document, PAGE)
        const obstacles = ['p1', 'd1'].map((id) => areaRect(GRID, (document.records[id] as { area: Area }).area))
        for (const fit of result.stories) {
          const slots = fit.legs.map((leg) => leg.rect)
          for (const run of runsOf(result, fit.story)) {
            const box = inkOf(run)
            if (run.source?.part === 'block') {
              const line = (run.y - typeArea(GRID).y - 0.88 * GRID.bodySize) / GRID.linePitch
              expect(Math.abs(line - Math.round(line)) * GRID.linePitch).toBeLessThan(0.01)
              expect(slots.some((slot) => contains(slot, box))).toBe(true)
            } else if (run.source?.part !== 'byline' && !isTooWide(result, run)) expect(contains(fit.headline!.rect, box)).toBe(true)
            for (const obstacle of obstacles) expect(overlap(obstacle, box)).toBe(false)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('every character is set once, in order, or counted as overset', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const result = createEngine(FACES).layoutPage(document, PAGE)
        for (const fit of result.stories) {
          const { blocks, byline } = document.records[(document.records[fit.story] as StoryRecord).article] as ArticleRecord
          const whole = blocks.map(blockText)
          const set = runsOf(result, fit.story).filter((run) => run.source?.part === 'block')
          for (const run of set) expect(run.text).toBe([...whole[run.source!.block!]!].slice(run.source!.from, run.source!.to).join(''))
          const order = set.map(({ source }) => source!.block! * 10_000 + source!.from)
          expect(order).toEqual(order.toSorted((a, b) => a - b))
          const written = visible(whole.join(''))
          const shown = visible(set.map((run) => run.text).join(''))
          expect(written.startsWith(shown)).toBe(true)
          // Under a narrow headline the byline is the body's first line.
          const signed = runsOf(result, fit.story).some((run) => run.source?.part === 'byline') ? '' : visible(byline ?? '')
          if (fit.legs.length > 0 || fit.headline === null) expect([...signed, ...written].length - [...shown].length).toBe(fit.overset?.characters ?? 0)
          expect(fit.overset === null || fit.underset === null).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('after any edits the page is the one that a fresh engine sets', () => {
    fc.assert(
      fc.property(documents, edits, (first, changes) => {
        const engine = createEngine(FACES)
        let document: Document = first
        engine.layoutPage(document, PAGE)
        for (const record of changes) {
          document = { records: { ...document.records, [record.id]: record } }
          expect(JSON.stringify(engine.layoutPage(document, PAGE))).toBe(JSON.stringify(createEngine(FACES).layoutPage(document, PAGE)))
        }
      }),
      { numRuns: 25 },
    )
  })

  test('a story that an edit does not touch keeps its very frames', () => {
    const engine = createEngine(FACES)
    const before = issue(GRID, article('a1', { headline: '一', blocks: [{ role: 'paragraph', text: han(300) }] }), story('s1', 'a1', rectangle({ column: 0, line: 0, columns: 4, lines: 40 })), story('s2', 'a1', rectangle({ column: 4, line: 0, columns: 4, lines: 40 })))
    const after = { records: { ...before.records, s2: story('s2', 'a1', rectangle({ column: 4, line: 50, columns: 4, lines: 40 })) } }
    const frames = [before, after].map((document) => engine.layoutPage(document, PAGE).frame)
    const [one, other] = frames.map((frame) => ['s1', 's2'].map((id) => frame.items.find((item) => item.kind === 'group' && item.record === id)))
    expect(other![0]).toBe(one![0])
    expect(other![1]).not.toBe(one![1])
  })

  test('a plain body is balanced: ceil(lines / legs), and only the last leg short', () => {
    const plain = fc.record({ lines: fc.integer({ min: 1, max: 300 }), columns: fc.integer({ min: 1, max: 8 }) })
    fc.assert(
      fc.property(plain, ({ lines, columns }) => {
        // One paragraph of full lines: nothing is stranded but at the last foot, where a line or two may go over.
        const body = article('a', { blocks: [{ role: 'paragraph', text: han(lines * 13 - 2) }] })
        const [fit] = createEngine(FACES).layoutPage(issue(GRID, body, story('s', 'a', rectangle({ column: 0, line: 0, columns, lines: 121 }))), PAGE).stories
        const used = fit!.legs.map((leg) => leg.used)
        if (lines > columns * 121) expect(fit!.overset).toEqual({ lines: lines - columns * 121, characters: (lines - columns * 121) * 13 })
        else {
          const each = Math.ceil(lines / columns)
          const full = used.slice(0, Math.floor(lines / each) - 1)
          expect(full).toEqual(full.map(() => each))
          expect(used.reduce((sum, count) => sum + count, 0)).toBe(lines)
          expect(fit!.underset?.lines ?? 0).toBeGreaterThanOrEqual(columns * 121 - lines - 1)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('fitting areas', () => {
  test('an article fits the area that was found for it, and not a line less', () => {
    const place = fc.record({ column: fc.nat(7), line: fc.nat(60), columns: fc.integer({ min: 1, max: 8 }) }).map((at) => ({ ...at, columns: Math.min(at.columns, 8 - at.column) }))
    fc.assert(
      fc.property(articles('a1'), fc.option(area), place, (body, hole, at) => {
        const engine = createEngine(FACES)
        const others = hole ? [advert('d1', hole)] : []
        const found = engine.fittingArea(issue(GRID, body, ...others), PAGE, 'a1', at)
        const set = (lines: number) => engine.layoutPage(issue(GRID, body, ...others, story('s', 'a1', rectangle({ ...found, lines }))), PAGE)
        const fits = ({ stories: [fit], notes }: PageResult) => fit!.overset === null && notes.every(({ kind }) => kind !== 'too-tall')
        if (found.line + found.lines < GRID.lines) expect(fits(set(found.lines))).toBe(true)
        const holdsBody = set(found.lines).stories[0]!.legs.some(({ used }) => used > 0)
        if (found.lines > 1 && holdsBody && !hole) expect(fits(set(found.lines - 1))).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})

/** A line that no break, size or scale of its own could bring into its place, and the editor is told. */
function isTooWide({ notes }: PageResult, { source }: GlyphRun): boolean {
  return notes.some((note) => note.kind === 'too-wide' && note.record === source?.record && note.part === source.part)
}

function onPage(wanted: Area): Area {
  const columns = Math.min(wanted.columns, GRID.columns - wanted.column)
  return { ...wanted, columns, lines: Math.min(wanted.lines, GRID.lines - wanted.line) }
}

function runsOf({ frame }: PageResult, record: string): readonly GlyphRun[] {
  return frame.items.flatMap((item) => (item.kind === 'group' && item.record === record ? glyphRuns(item.items).filter((run) => !run.aside) : []))
}

/** Across from the first ink to the last; down the em box. Of a vertical line round all ink. */
function inkOf(run: GlyphRun): Rect {
  const boxes = run.glyphs.flatMap((glyph, index) => {
    const ink = FACE.ink(glyph)
    const scale = run.size / FACE.unitsPerEm
    const across = scale * (run.scaleX ?? 1)
    const [x, y] = [run.x + run.xs[index]!, run.y + (run.ys?.[index] ?? 0)]
    if (!ink) return []
    return run.rotate
      ? [{ left: x + ink.yMin * scale, right: x + ink.yMax * scale, top: y + ink.xMin * across, foot: y + ink.xMax * across }]
      : [{ left: x + ink.xMin * across, right: x + ink.xMax * across, top: y - ink.yMax * scale, foot: y - ink.yMin * scale }]
  })
  const left = Math.min(...boxes.map((box) => box.left))
  const top = run.vertical ? Math.min(...boxes.map((box) => box.top)) : run.y - 0.88 * run.size
  const height = run.vertical ? Math.max(...boxes.map((box) => box.foot)) - top : run.size
  return { x: left, y: top, width: boxes.length > 0 ? Math.max(...boxes.map((box) => box.right)) - left : 0, height }
}

function contains(outer: Rect, inner: Rect): boolean {
  if (inner.width === 0) return true
  const slack = 0.01
  // A crosshead is larger than the body: its em box may pass the leg's last line foot by what it is larger.
  const larger = 0.15 * GRID.bodySize
  return inner.x > outer.x - slack && inner.x + inner.width < outer.x + outer.width + slack && inner.y > outer.y - larger && inner.y + inner.height < outer.y + outer.height + larger
}

function overlap(a: Rect, b: Rect): boolean {
  const slack = 0.01
  return b.width > 0 && a.x < b.x + b.width - slack && b.x < a.x + a.width - slack && a.y < b.y + b.height - slack && b.y < a.y + a.height - slack
}

function visible(written: string): string {
  return written.replace(/\s/gu, '')
}
