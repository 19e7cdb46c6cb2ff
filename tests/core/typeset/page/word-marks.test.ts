/** Marks on words as they stand on a page. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockText } from '../../../../src-core/document/blocks.ts'
import type { InlineMark, MarkKind } from '../../../../src-core/document/inline-marks.ts'
import type { Block } from '../../../../src-core/document/records.ts'
import { boundsOf } from '../../../../src-core/paint/canvas/bounds.ts'
import { applyChange } from '../../../../src-core/document/change.ts'
import { fixed } from '../../../../src-core/preflight/fix.ts'
import { preflight } from '../../../../src-core/preflight/preflight.ts'
import { createEngine } from '../../../../src-core/typeset/engine.ts'
import type { FrameItem, GlyphRun } from '../../../../src-core/typeset/frame.ts'
import { idealFaces } from '../../../../src-core/typeset/text/ideal-faces.ts'
import { marksOn } from '../../document/documents.ts'
import { prose } from '../text/texts.ts'
import { article, dump, glyphRuns, han, issue, PAGE, PLAIN_GRID, rectangle, story } from './documents.ts'

const faces = idealFaces({ lang: 'zh-Hans', latinEm: 0.5 })
/** A face of its own for every name that the house knows: here they all look the same. */
const engine = createEngine({ ...faces, ids: ['song', 'hei', 'kai'], face: () => faces.face('ideal'), chain: () => faces.chain('ideal') })
const WHOLE = rectangle({ column: 0, line: 0, columns: 4, lines: 40 })
const mark = (from: number, to: number, kind: MarkKind, text?: string): InlineMark => ({ from, to, kind, ...(text === undefined ? {} : { text }) })

function layout(blocks: readonly Block[], fields: object = {}) {
  const document = issue(PLAIN_GRID, article('a', { blocks, ...fields }), story('s', 'a', WHOLE))
  return { document, result: engine.layoutPage(document, PAGE) }
}
const itemsOf = (items: readonly FrameItem[]): readonly FrameItem[] => items.flatMap((item) => (item.kind === 'group' ? itemsOf(item.items) : [item]))
const storyItems = (blocks: readonly Block[], fields?: object): readonly FrameItem[] => {
  const { result } = layout(blocks, fields)
  return itemsOf(result.frame.items.filter((item) => item.kind === 'group' && item.record === 's'))
}
const isMark = (item: FrameItem): boolean => item.kind === 'path' || item.kind === 'rule' || (item.kind === 'glyphs' && item.aside === true)

describe('12 marks on a page', () => {
  test('12.1–12.9 follow their line: dots and waves as paths, lines and frames as rules, ruby as glyphs of no source', () => {
    const text = '天地玄黄，宇宙洪荒日月盈昃辰宿列张寒来暑往秋'
    const marks = [mark(0, 2, 'emphasis'), mark(2, 4, 'name'), mark(5, 7, 'name'), mark(7, 9, 'title'), mark(10, 13, 'frame'), mark(14, 15, 'ruby', 'chén')]
    const { result } = layout([{ role: 'paragraph', text, marks }])
    expect(dump(result.frame, storyItems([{ role: 'paragraph', text, marks }]))).toMatchInlineSnapshot(`
      "  20,8.8 10 block0 0–8 天地玄黄，宇宙洪
        path 0,8.8 64
        rule 40,10.53 – 60,10.53
        rule 70,10.53 – 89.38,10.53
        path 90.63,10.98 91
        120,8.8 10 block0 8–18 荒日月盈昃辰宿列张寒
        path 120,10.98 91
        rule 139.55,-0.22 – 170.45,-0.22
        rule 139.55,10.23 – 170.45,10.23
        rule 139.78,-0.22 – 139.78,10.23
        rule 170.23,-0.22 – 170.23,10.23
        181.5,-1 3.5 undefined undefined–undefined chén
        240,8.8 10 block0 18–22 来暑往秋"
    `)
  })

  test('12.12 strong and 楷体 are runs in the house’s faces, over the dateline’s and each other', () => {
    const marks = [mark(0, 2, 'strong'), mark(4, 6, 'kai'), mark(5, 8, 'strong')]
    const { document } = layout([{ role: 'paragraph', text: '本报讯天地玄黄宇宙洪荒日月', marks }])
    const asked: string[] = []
    const listening = createEngine({ ...faces, face: () => faces.face('ideal'), chain: (id) => (asked.push(id), faces.chain('ideal')) })
    listening.layoutPage(document, PAGE)
    expect(new Set(asked)).toEqual(new Set(['song', 'hei', 'hei-bold', 'kai']))
  })

  test('12.14 leaves the text of the page as it is', () => {
    const text = '天地玄黄，宇宙洪荒日月盈昃辰宿列张寒来暑往秋'
    const words = (items: readonly FrameItem[]) => glyphRuns(items).filter((run) => !run.aside).map((run) => run.text)
    const marks = [mark(0, 2, 'emphasis'), mark(2, 4, 'name'), mark(10, 12, 'ruby', 'yuè')]
    expect(words(storyItems([{ role: 'paragraph', text, marks }]))).toEqual(words(storyItems([{ role: 'paragraph', text }])))
  })

  test('12.11 a line gap that is too small is a finding at the words, once for each kind', () => {
    const marks = [mark(0, 1, 'ruby', 'tiān'), mark(1, 2, 'ruby', 'dì'), mark(4, 6, 'emphasis')]
    const { document, result } = layout([{ role: 'paragraph', text: '天地玄黄宇宙洪荒', marks }])
    const found = preflight({ document, results: [result] }).filter(({ id }) => id === 'mark-too-tall')
    expect(found).toMatchObject([{ severity: 'warning', story: 's', range: { part: 'block', block: 0, from: 0, to: 1 } }])
    expect(found[0]!.message.zh).toContain('2处注音')
    const plain = applyChange(document, fixed(document, found[0]!.fix!)!)
    // The dots that have room stay.
    expect(plain.records['a']).toMatchObject({ blocks: [{ text: '天地玄黄宇宙洪荒', marks: [mark(4, 6, 'emphasis')] }] })
  })

  test('12.13 in vertical bodies the gap is shared by right and left', () => {
    const document = issue({ ...PLAIN_GRID, linePitch: 17 }, article('a', { blocks: [{ role: 'paragraph', text: han(40), marks: [mark(0, 30, 'emphasis')] }] }), story('s', 'a', WHOLE, { writing: 'vertical' }))
    const items = itemsOf(engine.layoutPage(document, PAGE).frame.items.filter((item) => item.kind === 'group' && item.record === 's'))
    const dots = items.filter((item) => item.kind === 'path')
    expect(dots.length).toBeGreaterThan(1)
    for (const path of dots) expect(boundsOf([path])!.x).toBeGreaterThan(path.x + 5)
  })

  test('marks of titles and crossheads stand with their lines', () => {
    const items = storyItems([{ role: 'crosshead', lines: ['天地', '玄黄'], marks: [mark(1, 2, 'emphasis'), mark(3, 5, 'name')] }, { role: 'paragraph', text: '宇宙洪荒' }], {
      headline: '日月盈昃',
      titleMarks: { headline: [mark(0, 2, 'title')] },
    })
    const [wave, dots, line] = items.filter(isMark)
    const under = (item: FrameItem | undefined) => boundsOf(item ? [item] : [])!
    const runs = items.filter((item): item is GlyphRun => item.kind === 'glyphs')
    for (const [found, text] of [[wave, '日月盈昃'], [dots, '天地'], [line, '玄黄']] as const) {
      const run = runs.find((candidate) => candidate.text === text)!
      expect(under(found).y).toBeGreaterThan(run.y)
      expect(under(found).y - run.y).toBeLessThan(0.5 * run.size)
    }
  })

  test.each([undefined, true])('12.11 ruby has room in titles and summaries, vertical ones too (%s)', (vertical) => {
    const fields = { headline: '日月盈昃', summary: han(40), titleMarks: { headline: [mark(0, 1, 'ruby', 'rì')], summary: [mark(1, 3, 'ruby', 'dì'), mark(20, 22, 'ruby', 'lái')] } }
    const document = issue(PLAIN_GRID, article('a', { blocks: [{ role: 'paragraph', text: han(80) }], ...fields }), story('s', 'a', WHOLE, { headline: vertical ? { vertical } : {} }))
    const { frame, notes } = engine.layoutPage(document, PAGE)
    expect(notes.filter(({ kind }) => kind === 'mark-too-tall')).toEqual([])
    const items = itemsOf(frame.items.filter((item) => item.kind === 'group' && item.record === 's'))
    const marks = items.filter((item) => item.kind === 'glyphs' && item.aside)
    const lineBefore = (one: FrameItem) => items.slice(0, items.indexOf(one)).findLast((item): item is GlyphRun => item.kind === 'glyphs' && !item.aside)!
    expect(marks.map((one) => lineBefore(one).source?.part)).toEqual(['headline', 'summary', 'summary'])
  })

  test('12.17 the parts of a headline leave room for the marks between them, and a vertical one for those beside it', () => {
    const fields = { kicker: '宇宙', headline: '日月盈昃', titleMarks: { headline: [mark(0, 1, 'ruby', 'rì')] } }
    const blocks: readonly Block[] = [{ role: 'paragraph', text: han(80) }]
    const across = storyItems(blocks, fields).filter((item): item is GlyphRun => item.kind === 'glyphs')
    const [kicker, ruby] = [across.find(({ source }) => source?.part === 'kicker')!, across.find(({ aside }) => aside)!]
    expect(inkOf(ruby).top).toBeGreaterThan(kicker.y + 0.12 * kicker.size)

    for (const writing of [undefined, 'vertical'] as const) {
      const document = issue(PLAIN_GRID, article('a', { ...fields, kicker: null, blocks }), story('s', 'a', WHOLE, { headline: { vertical: true, ...(writing ? {} : { side: 'right' }) }, ...(writing ? { writing } : {}) }))
      const { frame } = engine.layoutPage(document, PAGE)
      const beside = itemsOf(frame.items.filter((item) => item.kind === 'group' && item.record === 's')).find((item): item is GlyphRun => item.kind === 'glyphs' && item.aside === true)!
      // Turned, its letters reach from the baseline to the right.
      expect(beside.x + beside.xs[0]! + 0.75 * beside.size).toBeLessThan(frame.typeArea.x + frame.typeArea.width)
    }
  })

  test('no mark meets another line or its marks, unless a finding says so', () => {
    const blocks = fc.array(prose.chain((text) => marksOn(text).map((marks): Block => ({ role: 'paragraph', text, ...(marks.length > 0 ? { marks } : {}) }))), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(blocks, fc.constantFrom(13, 15, 20), (made, linePitch) => {
        const document = issue({ ...PLAIN_GRID, linePitch, lines: 30 }, article('a', { blocks: made }), story('s', 'a', rectangle({ column: 0, line: 0, columns: 4, lines: 30 })))
        const result = engine.layoutPage(document, PAGE)
        fc.pre(result.notes.every(({ kind }) => kind !== 'mark-too-tall' && kind !== 'too-wide'))
        const items = itemsOf(result.frame.items.filter((item) => item.kind === 'group' && item.record === 's'))
        const lines = items.filter((item): item is GlyphRun => item.kind === 'glyphs' && !item.aside)
        const marks = items.filter(isMark).map((item) => ({ own: lineOf(item, items), ...inkOf(item) }))
        for (const { own, left, right, top, bottom } of marks) {
          for (const run of lines) {
            if (run.y === own || right < run.x + run.xs[0]! || left > run.x + run.xs.at(-1)! + run.size) continue
            expect(bottom <= run.y - 8.8 + 1e-6 || top >= run.y + 1.2 - 1e-6).toBe(true)
          }
          for (const other of marks) {
            if (other.own === own || other.right <= left || other.left >= right) continue
            expect(bottom <= other.top + 1e-6 || top >= other.bottom - 1e-6).toBe(true)
          }
        }
        expect(made.map(blockText).join('').length).toBeGreaterThan(0)
      }),
      { numRuns: 150 },
    )
  })
})

/** The baseline of the line that a mark follows. */
function lineOf(item: FrameItem, items: readonly FrameItem[]): number {
  const before = items.slice(0, items.indexOf(item)).findLast((candidate): candidate is GlyphRun => candidate.kind === 'glyphs' && !candidate.aside)
  return before!.y
}

function inkOf(item: FrameItem): { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number } {
  if (item.kind === 'glyphs') return { left: item.x, right: item.x + item.xs.at(-1)! + item.size / 2, top: item.y - 0.75 * item.size, bottom: item.y + 0.2 * item.size }
  if (item.kind === 'rule') {
    const half = item.width / 2
    return { left: Math.min(item.x1, item.x2) - half, right: Math.max(item.x1, item.x2) + half, top: Math.min(item.y1, item.y2) - half, bottom: Math.max(item.y1, item.y2) + half }
  }
  // A wave stays inside three quarters of its handles; a disc's are its own edges.
  const { x, y, width, height } = boundsOf([item])!
  const isWave = item.kind === 'path' && item.path.includes(1) && item.path[3] === 3
  const inset = isWave ? (height - 0.45) / 8 : 0
  return { left: x, right: x + width, top: y + inset, bottom: y + height - inset }
}
