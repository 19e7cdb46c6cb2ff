/** What an article is made of beyond paragraphs, by the rules of docs/typesetting.md §11. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockText } from '../../../../src-core/document/blocks.ts'
import { areaRect, typeArea } from '../../../../src-core/document/grid.ts'
import type { Article, Block, StoryRecord } from '../../../../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE, type ParagraphRules } from '../../../../src-core/document/style.ts'
import { createEngine } from '../../../../src-core/typeset/engine.ts'
import type { GlyphRun } from '../../../../src-core/typeset/frame.ts'
import type { Face } from '../../../../src-core/fonts/face.ts'
import { cellSize } from '../../../../src-core/typeset/page/table.ts'
import { columnWidths } from '../../../../src-core/typeset/page/table-columns.ts'
import type { PageResult } from '../../../../src-core/typeset/result.ts'
import { idealFaces } from '../../../../src-core/typeset/text/ideal-faces.ts'
import { article, dump, glyphRuns, han, issue, PAGE, PLAIN_GRID, rectangle, story } from './documents.ts'

const ideal = idealFaces({ lang: 'zh-Hans', latinEm: 0.5 })
/** The ideal face under every name that is asked for. */
const engine = createEngine({ ...ideal, chain: (id) => ideal.chain(id).map((face): Face => Object.create(face, { id: { value: id } })) })

function set(fields: Partial<Article>, { columns = 1, lines = 30, ...others }: Partial<StoryRecord> & { columns?: number; lines?: number } = {}, rules: ParagraphRules = {}): PageResult {
  const document = issue(PLAIN_GRID, article('a', fields), story('s', 'a', rectangle({ column: 0, line: 0, columns, lines }), others))
  const house = { ...document.records['issue'], style: { ...DEFAULT_HOUSE_STYLE, paragraph: rules } }
  return engine.layoutPage({ records: { ...document.records, issue: house as (typeof document.records)['issue'] } } as typeof document, PAGE)
}

/** The story's items, without the page's folio. */
function story1({ frame }: PageResult): string {
  const group = frame.items.find((item) => item.kind === 'group' && item.record === 's')!
  return dump(frame, [group]).split('\n').slice(1).map((line) => line.trim()).join('\n')
}

function runsOf({ frame }: PageResult): readonly GlyphRun[] {
  return frame.items.flatMap((item) => (item.kind === 'group' && item.record === 's' ? glyphRuns(item.items) : []))
}

const paragraph = (text: string): Block => ({ role: 'paragraph', text })

describe('tables', () => {
  const prices: Block = { role: 'table', rows: [['品名', '价'], ['小麦', '1.25'], ['玉米', '12.5'], ['水稻', '120']] }

  test('11.1 cells are one 号 smaller than the body', () => {
    const { sizes } = DEFAULT_HOUSE_STYLE
    expect([10.5, 9.4, 9, 8.94].map((body) => cellSize(sizes, body))).toEqual([9, 7.875, 7.875, 7.875])
  })

  test('11.2 every line of a row stands on the grid; 11.4 figures stand by the decimal point; 11.5 rules over, under and below the head', () => {
    expect(story1(set({ blocks: [paragraph(han(12)), prices, paragraph(han(4))] }))).toMatchInlineSnapshot(`
      "20,8.8 10 block0 0–8 天地玄黄宇宙洪荒
      0,23.8 10 block0 8–12 日月盈昃
      13.75,53.8 9 block1 0–2 品名
      68.25,53.8 9 block1 3–4 价
      rule 0,42.88 – 100,42.88
      rule 0,57.88 – 100,57.88
      13.75,68.8 9 block1 5–7 小麦
      68.25,68.8 9 block1 8–12 1.25
      13.75,83.8 9 block1 13–15 玉米
      63.75,83.8 9 block1 16–20 12.5
      13.75,98.8 9 block1 21–23 水稻
      59.25,98.8 9 block1 24–27 120
      rule 0,102.88 – 100,102.88
      20,128.8 10 block2 0–4 天地玄黄"
    `)
  })

  test('11.3 the widest columns are broken, figures never', () => {
    const [first, ...rest] = runsOf(set({ blocks: [{ role: 'table', rows: [['品种', '数量'], ['中晚籼稻谷等外品', '0.875']] }] })).slice(2)
    expect([first!, ...rest].map((run) => run.text)).toEqual(['中晚籼稻谷等', '外品', '0.875'])
  })

  test('11.3 columns fill the measure; narrow ones keep their lines whole', () => {
    const need = fc.record({ least: fc.integer({ min: 1, max: 40 }), more: fc.nat(80) }).map(({ least, more }) => ({ least, natural: least + more }))
    fc.assert(
      fc.property(fc.array(need, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 300 }), (needs, measure) => {
        const { widths, tooWide } = columnWidths(needs, measure)
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(measure, 6)
        expect(tooWide).toBe(needs.reduce((sum, { least }) => sum + least, 0) > measure)
        if (tooWide) return
        const widest = Math.max(...widths)
        widths.forEach((width, column) => {
          expect(width).toBeGreaterThanOrEqual(needs[column]!.least - 1e-6)
          // Only columns of the greatest width are narrower than their lines, or one that its least width holds open.
          if (width < needs[column]!.natural - 1e-6) expect(width >= widest - 1e-6 || widths.some((other, at) => at !== column && other > width && other <= needs[at]!.least + 1e-6)).toBe(true)
        })
      }),
    )
  })

  test('11.6 rows stay whole, and the head stands again in every leg', () => {
    const rows = Array.from({ length: 9 }, (_, index) => [`第${index + 1}行`, `${index}`])
    const result = set({ blocks: [{ role: 'table', rows: [['名', '数'], ...rows] }] }, { columns: 2, lines: 6 })
    expect(result.stories[0]!.legs.map((leg) => leg.used)).toEqual([6, 5])
    const shown = runsOf(result).map((run) => `${run.x < 120 + typeArea(PLAIN_GRID).x ? '' : '→'}${run.text}${run.source ? '' : '*'}`)
    expect(runsOf(result).filter((run) => run.aside).map((run) => run.text)).toEqual(['名', '数'])
    expect(shown).toEqual(['名', '数', '第1行', '0', '第2行', '1', '第3行', '2', '第4行', '3', '第5行', '4', '→名*', '→数*', '→第6行', '→5', '→第7行', '→6', '→第8行', '→7', '→第9行', '→8'])
  })

  test('11.7 one that is wider than its leg is reported', () => {
    const wide = set({ blocks: [{ role: 'table', rows: [Array.from({ length: 8 }, () => '123.45')] }] })
    expect(wide.notes).toContainEqual({ kind: 'too-wide', record: 'a', part: 'block', block: 0 })
    // Words give way before figures do.
    const narrow = runsOf(set({ blocks: [{ role: 'table', rows: [['品名', '一', '二', '三'], ['白菜', '123.45', '543.21', '12.5']] }] }))
    expect(narrow.map((run) => run.text).slice(-5)).toEqual(['白', '菜', '123.45', '543.21', '12.5'])
    expect(set({ blocks: [prices] }).notes.filter(({ kind }) => kind === 'too-wide')).toEqual([])
  })

  test('11.5 by the house, rules round every cell', () => {
    const rules = (tableRules: 'lines' | 'grid') => story1(set({ blocks: [prices] }, {}, { tableRules })).match(/^rule/gmu)!.length
    // Over, under the head, below; in the grid a rule a row and over all, and for each row three down.
    expect([rules('lines'), rules('grid')]).toEqual([3, 5 + 4 * 3])
  })
})

describe('lists', () => {
  const texts = (blocks: readonly Block[], rules: ParagraphRules = {}) => story1(set({ blocks }, {}, rules))

  test('11.8 an item is a paragraph, its marker text', () => {
    expect(texts([{ role: 'list', items: ['一、天地玄黄宇宙洪荒', '二、日月'] }])).toMatchInlineSnapshot(`
      "20,8.8 10 block0 0–8 一、天地玄黄宇宙
      0,23.8 10 block0 8–10 洪荒
      20,38.8 10 block0 11–15 二、日月"
    `)
  })

  test('11.9 turned lines hang under the text by the house, by whole cells of the widest marker', () => {
    expect(texts([{ role: 'list', items: ['（一）天地玄黄宇宙洪荒', '（二）日月'] }], { listIndent: 'hanging' })).toMatchInlineSnapshot(`
      "-5,8.8 10 block0 0–3 （一）
      30,8.8 10 block0 3–9 天地玄黄宇宙
      30,23.8 10 block0 9–11 洪荒
      -5,38.8 10 block0 12–15 （二）
      30,38.8 10 block0 15–17 日月"
    `)
  })

  test('11.10 what has no marker is numbered or has a bullet, which is no part of the text', () => {
    expect(texts([{ role: 'list', items: ['天地玄黄宇宙洪荒', '日月'], ordered: true }])).toMatchInlineSnapshot(`
      "20,8.8 10 undefined undefined–undefined 1.
      30,8.8 10 block0 0–6 天地玄黄宇宙
      0,23.8 10 block0 6–8 洪荒
      20,38.8 10 undefined undefined–undefined 2.
      30,38.8 10 block0 9–11 日月"
    `)
    expect(texts([{ role: 'list', items: ['天地玄黄宇宙洪荒'] }], { listIndent: 'hanging' })).toMatchInlineSnapshot(`
      "0,8.8 10 undefined undefined–undefined ●
      10,8.8 10 block0 0–8 天地玄黄宇宙洪荒"
    `)
  })

  test('11.11 names stand in columns of three cells; a longer one takes two columns', () => {
    expect(texts([{ role: 'list', items: ['张三', '李四五', '欧阳明月', '王　五'] }])).toMatchInlineSnapshot(`
      "0,8.8 10 block0 0–1 张
      20,8.8 10 block0 1–2 三
      70,8.8 10 block0 3–6 李四五
      0,23.8 10 block0 7–11 欧阳明月
      0,38.8 10 block0 12–13 王
      20,38.8 10 block0 14–15 五"
    `)
  })
})

describe('verse', () => {
  test('11.12 keeps its lines in the middle of the leg, turns over with a hang, and parts stanzas', () => {
    expect(story1(set({ blocks: [{ role: 'verse', lines: ['天地玄黄，', '宇宙洪荒。', '', '日月盈昃'] }] }))).toMatchInlineSnapshot(`
      "20,8.8 10 block0 0–5 天地玄黄，
      20,23.8 10 block0 6–11 宇宙洪荒。
      20,53.8 10 block0 13–17 日月盈昃"
    `)
    expect(story1(set({ blocks: [{ role: 'verse', lines: ['天地玄黄宇宙洪荒日月盈昃', '辰宿'] }] }))).toMatchInlineSnapshot(`
      "0,8.8 10 block0 0–10 天地玄黄宇宙洪荒日月
      20,23.8 10 block0 10–12 盈昃
      0,38.8 10 block0 13–15 辰宿"
    `)
  })
})

test('4.8 a space between Han in verse and in a cell is a gap of one em, in a paragraph it takes no room', () => {
  const cell: Block = { role: 'table', rows: [['张 三']] }
  const xs = (block: Block): readonly number[] => runsOf(set({ blocks: [block] })).flatMap(({ x, xs: glyphs }) => glyphs.map((glyph) => x + glyph))
  expect(xs({ role: 'verse', lines: ['天 地'] }).map((x, _, [first]) => x - first!)).toEqual([0, 10, 20])
  expect(xs(cell).at(-1)! - xs(cell).at(-3)!).toBe(18)
  expect(xs(paragraph('天 地')).map((x, _, [first]) => x - first!)).toEqual([0, 10, 10])
})

describe('notes of the editor', () => {
  test('11.13 stand between two rules, their name in 黑体', () => {
    const result = set({ blocks: [{ role: 'editorsNote', text: '编者按：天地玄黄宇宙洪荒日月' }, paragraph(han(3))] })
    expect(story1(result)).toMatchInlineSnapshot(`
      "rule 0,5 – 100,5
      20,23.8 10 block0 0–3 编者按
      50,23.8 10 block0 3–8 ：天地玄黄
      0,38.8 10 block0 8–14 宇宙洪荒日月
      rule 0,50 – 100,50
      20,68.8 10 block1 0–3 天地玄"
    `)
  })
})

describe('standing heads', () => {
  const fields = { standingHead: '法治时评', headline: '短题', blocks: [paragraph(han(8))] }

  test('11.14 stand over the headline group in whole lines, ruled below', () => {
    const over = set(fields, { columns: 2 })
    expect(story1(over)).toMatchInlineSnapshot(`
      "0,14.04 13 standingHead 0–4 法治时评
      89,60.48 21 headline 0–2 短题
      rule 0,20.15 – 220,20.15
      20,83.8 10 block0 0–8 天地玄黄宇宙洪荒"
    `)
    const without = set({ ...fields, standingHead: null }, { columns: 2 })
    expect(over.stories[0]!.headline!.lines - without.stories[0]!.headline!.lines).toBe(2)
  })

  test('11.15 or in a frame beside the headline, where there is room', () => {
    const heights = (standingHead: string | null, columns: number) => set({ ...fields, standingHead }, { columns }, { standingHeadPlace: 'beside' }).stories[0]!.headline!.lines
    expect(heights('法治时评', 3)).toBe(heights(null, 3))
    expect(heights('法治时评', 1)).toBeGreaterThan(heights(null, 1))
  })
})

describe('datelines', () => {
  const faces = (text: string) => runsOf(set({ blocks: [paragraph(text)] })).flatMap((run) => Array.from(run.text, () => run.face))

  test.each([
    ['本报讯（记者 张三）今天', 3],
    ['本报讯　1月20日', 3],
    ['本报北京3月5日电 今天', 9],
    ['新华社北京3月5日电（记者张三）', 10],
    ['据新华社北京3月5日专电 今天', 12],
    ['晨光日报讯 今天', 5],
  ])('11.16 %s: the dateline is set in 黑体', (text, length) => {
    expect(faces(text).findIndex((face) => face !== 'hei')).toBe(length)
  })

  test.each(['本报讯员张三今天说', '新华社讯息中心', '他说本报讯今天', '本报北京电影节'])('11.16 %s has none', (text) => {
    expect(faces(text)).not.toContain('hei')
  })
})

describe('bylines', () => {
  const body = [paragraph('本报讯 天地玄黄。')]

  test('11.17 after the dateline, in brackets and in one paragraph with the text', () => {
    expect(story1(set({ byline: '记者 张三', blocks: body }, {}, { bylinePlace: 'dateline' }))).toMatchInlineSnapshot(`
      "20,8.8 10 block0 0–3 本报讯
      62,8.8 10 undefined undefined–undefined （
      76,8.8 10 byline 0–3 记者
      0,23.8 10 byline 3–5 张三
      20,23.8 10 undefined undefined–undefined ）
      30,23.8 10 block0 3–9  天地玄黄。"
    `)
  })

  test('11.17 at the end in brackets, on the last line or on one of its own', () => {
    const signed = (text: string) => story1(set({ byline: '张三', bylinePlace: 'end', blocks: [paragraph(text)] }))
    expect(signed('天地。')).toMatchInlineSnapshot(`
      "20,8.8 10 block0 0–3 天地。
      55,8.8 10 undefined undefined–undefined （
      65,8.8 10 byline 0–1 张
      85,8.8 10 byline 1–2 三
      95,8.8 10 undefined undefined–undefined ）"
    `)
    expect(signed('天地玄黄宇。')).toMatchInlineSnapshot(`
      "20,8.8 10 block0 0–6 天地玄黄宇。
      55,23.8 10 undefined undefined–undefined （
      65,23.8 10 byline 0–1 张
      85,23.8 10 byline 1–2 三
      95,23.8 10 undefined undefined–undefined ）"
    `)
  })

  test('11.17 where a place is not to be had, or by the house, under the headline', () => {
    const parts = (fields: Partial<Article>, rules: ParagraphRules) => runsOf(set({ byline: '张三', blocks: [paragraph(han(5))], ...fields }, {}, rules)).map((run) => run.source?.part)
    expect(parts({}, { bylinePlace: 'dateline' })[0]).toBe('byline')
    expect(parts({ bylinePlace: 'end' }, { bylinePlace: 'headline' })[0]).toBe('byline')
    expect(parts({ bylinePlace: 'end' }, {}).at(-1)).toBe(undefined)
  })

  test('11.18 a sign-off in the text is set as one', () => {
    const last = (text: string) => runsOf(set({ blocks: [paragraph(text)] })).at(-1)!
    const right = typeArea(PLAIN_GRID).x + 100
    const end = (run: GlyphRun) => run.x + run.xs.at(-1)! + run.size
    // The last bracket's blank is trimmed.
    expect(end(last('天地玄黄。（张 三）'))).toBeCloseTo(right + 5, 0)
    expect(end(last('天地玄黄。（本报记者 张三）'))).toBeCloseTo(right + 5, 0)
    expect(last('天地玄黄（张三）').text).toBe('天地玄黄（张三）')
  })
})

test('11.19 the lead is as many paragraphs as the house says, in its face', () => {
  const faces = (rules: ParagraphRules) => runsOf(set({ blocks: ['甲', '乙', '丙'].map(paragraph) }, {}, rules)).map((run) => run.face)
  expect(faces({})).toEqual(['song', 'song', 'song'])
  expect(faces({ leadBlocks: 1 })).toEqual(['kai', 'song', 'song'])
  expect(faces({ leadBlocks: 2 })).toEqual(['kai', 'kai', 'song'])
})

test('11.20 the indent is the house’s', () => {
  const left = (indentEm: number) => runsOf(set({ blocks: [paragraph(han(5))] }, {}, { indentEm }))[0]!.xs[0]! / 10
  expect([0, 1, 2].map(left)).toEqual([0, 1, 2])
})

const text = fc.string({ unit: fc.constantFrom(...'天地玄黄宇宙洪荒日月盈昃，。、“”（）—…2024% Abc 𠮷'), minLength: 0, maxLength: 60 })
const word = fc.string({ unit: fc.constantFrom(...'天地玄黄12.,（）'), maxLength: 12 })
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  text.map(paragraph),
  fc.array(word, { minLength: 1, maxLength: 2 }).map((lines) => ({ role: 'crosshead' as const, lines })),
  fc.record({ items: fc.array(fc.oneof(text, text.map((words) => `一、${words}`), text.map((words) => `1. ${words}`)), { minLength: 1, maxLength: 4 }), ordered: fc.boolean() }).map((list) => ({ role: 'list' as const, ...list })),
  fc.array(fc.constantFrom('张三', '李四五', '欧阳明月', '王　五'), { minLength: 1, maxLength: 9 }).map((items) => ({ role: 'list' as const, items })),
  fc.array(fc.oneof(word, text), { minLength: 1, maxLength: 6 }).map((lines) => ({ role: 'verse' as const, lines })),
  text.map((words) => ({ role: 'editorsNote' as const, text: `编者按：${words}` })),
  fc
    .record({ rows: fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }), head: fc.nat(3) })
    .map((table) => ({ role: 'table' as const, ...table })),
)
const anyRules: fc.Arbitrary<ParagraphRules> = fc.record(
  {
    indentEm: fc.constantFrom(0, 1, 2),
    leadBlocks: fc.nat(2),
    bylinePlace: fc.constantFrom('keep', 'headline', 'dateline', 'end'),
    listIndent: fc.constantFrom('indent', 'hanging'),
    tableRules: fc.constantFrom('lines', 'grid'),
    standingHeadPlace: fc.constantFrom('over', 'beside'),
  },
  { requiredKeys: [] },
)

test('every character of every block is set once, in order, on the grid and inside its leg, or counted as overset', () => {
  const opening = fc.constantFrom<readonly Block[]>([], [paragraph('本报讯 天地。')])
  const closing = fc.constantFrom<readonly Block[]>([], [paragraph('玄黄。（记者 张三）')])
  const articles = fc.record({
    standingHead: fc.constantFrom(null, '法治时评'),
    headline: fc.constantFrom('', '题'),
    byline: fc.constantFrom(null, '记者 张三', '（作者：林溪）'),
    bylinePlace: fc.constantFrom('headline' as const, 'end' as const),
    blocks: fc.tuple(opening, fc.array(anyBlock, { maxLength: 5 }), closing).map((parts) => parts.flat()),
  })
  fc.assert(
    fc.property(articles, anyRules, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 30 }), fc.option(fc.integer({ min: 1, max: 4 })), (fields, rules, columns, lines, legs) => {
      const result = set(fields, { columns, lines, measure: legs === null ? null : { legs, remainder: 'free' } }, rules)
      const [fit] = result.stories
      const runs = runsOf(result)
      const whole = fields.blocks.map(blockText)
      const shown = runs.filter((run) => run.source?.part === 'block')
      for (const run of shown) expect(run.text).toBe([...whole[run.source!.block!]!].slice(run.source!.from, run.source!.to).join(''))
      const order = shown.map(({ source }) => source!.block! * 10_000 + source!.from)
      expect(order).toEqual(order.toSorted((a, b) => a - b))
      const signed = runs.filter((run) => run.source?.part === 'byline')
      const left = visible(whole.join('') + (fields.byline ?? '')).length - visible([...shown, ...signed].map((run) => run.text).join('')).length
      if (fit!.legs.length > 0) expect(left).toBe(fit!.overset?.characters ?? 0)
      const slots = fit!.legs.map((leg) => leg.rect)
      for (const run of runs.filter((one) => one.source === null || one.source.part === 'block')) {
        const line = (run.y - typeArea(PLAIN_GRID).y - 8.8) / PLAIN_GRID.linePitch
        expect(Math.abs(line - Math.round(line))).toBeLessThan(1e-3)
        const start = run.x + Math.min(...run.xs)
        expect(slots.some(({ x, width }) => start >= x - run.size / 2 - 1e-3 && start <= x + width + 1e-3)).toBe(true)
      }
      const area = areaRect(PLAIN_GRID, { column: 0, line: 0, columns, lines })
      for (const run of runs) expect(run.y <= area.y + area.height + 1e-3).toBe(true)
    }),
    { numRuns: 300 },
  )
})

function visible(words: string): readonly string[] {
  return [...words.replaceAll(/\s+/gu, '')]
}
