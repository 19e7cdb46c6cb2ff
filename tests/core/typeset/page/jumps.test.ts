/** Articles that go on on another page (转版). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockText } from '../../../../src-core/document/blocks.ts'
import { chainOf } from '../../../../src-core/document/chains.ts'
import { typeArea } from '../../../../src-core/document/grid.ts'
import { issueOf, record, recordsOf, type ArticleRecord, type Block, type Document, type DocumentRecord, type PageRecord, type StoryRecord, type TitleMarks } from '../../../../src-core/document/records.ts'
import type { JumpNumerals } from '../../../../src-core/document/style.ts'
import { createEngine, type Engine } from '../../../../src-core/typeset/engine.ts'
import type { GlyphRun } from '../../../../src-core/typeset/frame.ts'
import { jumpFrom, jumpTo } from '../../../../src-core/typeset/page/jump.ts'
import type { LayoutNote, StoryFit } from '../../../../src-core/typeset/result.ts'
import { idealFaces } from '../../../../src-core/typeset/text/ideal-faces.ts'
import { advert, article, dump, glyphRuns, han, issue, PAGE, picture, PLAIN_GRID, rectangle, story } from './documents.ts'

const FACES = idealFaces({ lang: 'zh-Hans', latinEm: 0.5 })
const fresh = () => createEngine(FACES)

function page(id: string, number: string): PageRecord {
  return { type: 'page', id, order: Number(number), number, section: '综合', grid: PLAIN_GRID, editor: null, inks: 'k', version: 1, state: 'draft' }
}

const paragraph = (text: string): Block => ({ role: 'paragraph', text })
const column = (at: number, line: number, lines: number, columns = 1) => rectangle({ column: at, line, columns, lines })

/** Page 04 with the first part, pages 05 and 12 with room for others. */
function chain(body: readonly Block[], ...parts: readonly DocumentRecord[]): Document {
  return issue(PLAIN_GRID, page('p5', '05'), page('p12', '12'), article('a', { headline: '短题', byline: '记者 李四', blocks: body }), ...parts)
}

const first = (lines: number) => story('s1', 'a', column(0, 0, lines))
const second = (fields: Partial<StoryRecord> = {}, lines = 30) => story('s2', 'a', column(0, 0, lines, 2), { page: 'p5', continues: 's1', ...fields })

/** Each part as it stands on its page. */
function setParts(document: Document, engine: Engine = fresh()) {
  const head = record(document, 'story', 's1')!
  return chainOf(document, head).map((part) => {
    const { frame, stories, notes } = engine.layoutPage(document, part.page)
    const group = frame.items.find((item) => item.kind === 'group' && item.record === part.id)!
    return { part, group, fit: stories.find((fit) => fit.story === part.id)!, runs: glyphRuns([group]), notes, frame }
  })
}

test('10.8 marks of the article’s titles are not those of a part’s own short title', () => {
  const titled = (titleMarks?: TitleMarks) => {
    const document = chain([paragraph(han(160))], first(14), second({ jumpHeadline: '短题续' }, 20))
    const own = record(document, 'article', 'a')!
    return setParts({ records: { ...document.records, a: { ...own, headline: '短题还有', ...(titleMarks ? { titleMarks } : {}) } } })[1]!
  }
  expect(dump(titled({ headline: [{ from: 0, to: 4, kind: 'name' }] }).frame)).toBe(dump(titled().frame))
})

const jumpsOf = (runs: readonly GlyphRun[]) => runs.filter((run) => run.source?.part === 'jump').map((run) => run.text)
const bodyOf = (runs: readonly GlyphRun[]) => runs.filter((run) => run.source?.part === 'block')

test('10.8 a jump names the other page at both ends: the first part full, the rest balanced under its own short title', () => {
  const document = chain([paragraph(han(160)), paragraph(han(60))], first(14), second({ jumpHeadline: '短题续' }, 20))
  const [one, two] = setParts(document)
  expect(dump(one!.frame, [one!.group])).toMatchInlineSnapshot(`
    "[s1]
      34.25,28.49 15.75 headline 0–2 短题
      20,53.8 10 byline 0–2 记者
      50,53.8 10 byline 3–4 李
      70,53.8 10 byline 4–5 四
      20,68.8 10 block0 0–8 天地玄黄宇宙洪荒
      0,83.8 10 block0 8–18 日月盈昃辰宿列张寒来
      0,98.8 10 block0 18–28 暑往秋收冬藏天地玄黄
      0,113.8 10 block0 28–38 宇宙洪荒日月盈昃辰宿
      0,128.8 10 block0 38–48 列张寒来暑往秋收冬藏
      0,143.8 10 block0 48–58 天地玄黄宇宙洪荒日月
      0,158.8 10 block0 58–68 盈昃辰宿列张寒来暑往
      0,173.8 10 block0 68–78 秋收冬藏天地玄黄宇宙
      0,188.8 10 block0 78–88 洪荒日月盈昃辰宿列张
      35,203.8 10 jump 0–7 （下转第5版）"
  `)
  expect(dump(two!.frame, [two!.group])).toMatchInlineSnapshot(`
    "[s2]
      86.38,28.49 15.75 jump 0–3 短题续
      -5,53.8 10 jump 0–7 （上接第4版）
      0,68.8 10 block0 88–98 寒来暑往秋收冬藏天地
      0,83.8 10 block0 98–108 玄黄宇宙洪荒日月盈昃
      0,98.8 10 block0 108–118 辰宿列张寒来暑往秋收
      0,113.8 10 block0 118–128 冬藏天地玄黄宇宙洪荒
      0,128.8 10 block0 128–138 日月盈昃辰宿列张寒来
      0,143.8 10 block0 138–148 暑往秋收冬藏天地玄黄
      0,158.8 10 block0 148–158 宇宙洪荒日月盈昃辰宿
      0,173.8 10 block0 158–160 列张
      140,53.8 10 block1 0–8 天地玄黄宇宙洪荒
      120,68.8 10 block1 8–18 日月盈昃辰宿列张寒来
      120,83.8 10 block1 18–28 暑往秋收冬藏天地玄黄
      120,98.8 10 block1 28–38 宇宙洪荒日月盈昃辰宿
      120,113.8 10 block1 38–48 列张寒来暑往秋收冬藏
      120,128.8 10 block1 48–58 天地玄黄宇宙洪荒日月
      120,143.8 10 block1 58–60 盈昃"
  `)
})

test.each<[string, JumpNumerals, string, string]>([
  ['02', 'arabic', '（下转第2版）', '（上接第2版）'],
  ['02', 'padded', '（下转第02版）', '（上接第02版）'],
  ['02', 'han', '（下转第二版）', '（上接第二版）'],
  ['12', 'han', '（下转第十二版）', '（上接第十二版）'],
  ['20', 'han', '（下转第二十版）', '（上接第二十版）'],
  ['104', 'han', '（下转第一百零四版）', '（上接第一百零四版）'],
  ['110', 'han', '（下转第一百一十版）', '（上接第一百一十版）'],
  ['A04', 'arabic', '（下转第A4版）', '（上接第A4版）'],
  ['A04', 'han', '（下转第A4版）', '（上接第A4版）'],
  ['A04', 'padded', '（下转第A04版）', '（上接第A04版）'],
])('10.9 page %s by %s: %s %s', (number, numerals, to, from) => {
  expect(jumpTo(number, numerals)).toBe(to)
  expect(jumpFrom(number, numerals)).toBe(from)
})

test('10.9 a page that gets another number changes the jump, by the numerals of the house', () => {
  const engine = fresh()
  const document = chain([paragraph(han(300))], first(14), second())
  expect(setParts(document, engine).map(({ runs }) => jumpsOf(runs))).toEqual([['（下转第5版）'], ['（上接第4版）']])
  const { records } = document
  const head = issueOf(document)
  const renumbered = { records: { ...records, p5: page('p5', '08'), issue: { ...head, style: { ...head.style, jumpNumerals: 'han' as const } } } }
  expect(setParts(renumbered, engine).map(({ runs }) => jumpsOf(runs))).toEqual([['（下转第八版）'], ['（上接第四版）']])
})

test('10.12 on one page the text goes on without jump lines', () => {
  const parts = setParts(chain([paragraph(han(300))], first(14), second({ page: PAGE, legs: column(2, 0, 30, 2) })))
  expect(parts.map(({ runs }) => jumpsOf(runs))).toEqual([[], []])
  expect(parts.map(({ runs }) => bodyOf(runs).map((run) => run.text).join('')).join('')).toBe(han(300))
})

test('10.8 no jump while everything fits', () => {
  const [one, two] = setParts(chain([paragraph(han(60))], first(14), second()))
  expect([one!, two!].map(({ runs }) => jumpsOf(runs))).toEqual([[], []])
  expect(two!.runs).toEqual([])
  expect(two!.fit.underset).toEqual({ lines: 60, characters: 600 })
})

test('10.10 never after fewer than five lines: then all of the text goes on there', () => {
  const [nine, ten] = [9, 10].map((lines) => setParts(chain([paragraph(han(300))], first(lines), second())))
  expect(bodyOf(nine![0]!.runs)).toEqual([])
  expect(jumpsOf(nine![0]!.runs)).toEqual(['（下转第5版）'])
  expect(nine![0]!.notes).toContainEqual({ kind: 'short-part', record: 's1' })
  expect(bodyOf(nine![1]!.runs)[0]!.source).toMatchObject({ block: 0, from: 0 })
  expect(bodyOf(ten![0]!.runs)).toHaveLength(5)
})

test('10.11 the rest never starts with the last line of a paragraph', () => {
  // Nine lines before the jump: the tenth of a paragraph of ten would begin the rest.
  const [one, two] = setParts(chain([paragraph(han(96)), paragraph(han(80))], first(14), second()))
  expect(bodyOf(one!.runs)).toHaveLength(8)
  expect(bodyOf(two!.runs).filter((run) => run.source?.block === 0)).toHaveLength(2)
})

test('10.12 a third part goes on with the second, whatever the order of the pages', () => {
  const parts = setParts(chain([paragraph(han(500))], first(14), second({ page: 'p12' }, 8), story('s3', 'a', column(0, 0, 30, 2), { page: 'p5', continues: 's2' })))
  expect(parts.map(({ runs }) => jumpsOf(runs))).toEqual([['（下转第12版）'], ['（上接第4版）', '（下转第5版）'], ['（上接第12版）']])
  expect(parts.map(({ runs }) => bodyOf(runs).map((run) => run.text).join('')).join('')).toBe(han(500))
})

test('10.11 a table goes on in the next part under its head', () => {
  const rows = Array.from({ length: 12 }, (_, index) => [`第${index}`, `${index}00`])
  const parts = setParts(chain([{ role: 'table', rows }], first(14), second()))
  expect(parts.map(({ runs }) => runs.filter((run) => run.text === '第0').map((run) => run.source === null))).toEqual([[false], [true, true]])
  expect(parts.map(({ runs }) => bodyOf(runs).map((run) => run.text).join(' ')).join(' ')).toBe(rows.flat().join(' '))
})

describe('the engine remembers', () => {
  const body = (characters: number): Block[] => [paragraph(han(characters)), paragraph(han(200))]
  const written = (document: Document, blocks: readonly Block[]): Document => ({ records: { ...document.records, a: { ...record(document, 'article', 'a')!, blocks } } })

  test('the rest keeps its very frames while the first part ends where it did', () => {
    const engine = fresh()
    const before = chain(body(60), first(14), second(), picture('p', { column: 2, line: 0, columns: 2, lines: 10 }))
    const moved = { records: { ...before.records, p: picture('p', { column: 2, line: 4, columns: 2, lines: 10 }) } }
    const [, rest] = setParts(before, engine)
    expect(setParts(moved, engine)[1]!.group).toBe(rest!.group)
  })

  test('the rest is set again when the first part ends elsewhere', () => {
    const engine = fresh()
    const before = chain(body(60), first(14), second())
    const begin = (document: Document) => bodyOf(setParts(document, engine)[1]!.runs)[0]!.source
    expect(begin(before)).toMatchObject({ block: 1, from: 18 })
    expect(begin({ records: { ...before.records, s1: first(16) } })).toMatchObject({ block: 1, from: 38 })
    expect(begin(written(before, body(80)))).toMatchObject({ block: 1, from: 0 })
    expect(begin({ records: { ...before.records, d: advert('d', { column: 0, line: 10, columns: 4, lines: 10 }) } })).toMatchObject({ block: 0, from: 0 })
  })
})

describe('laws', () => {
  const text = fc.string({ unit: fc.constantFrom(...'天地玄黄宇宙洪荒日月盈昃，。、“”《》：；！？（）—…2024% Abc 𠮷'), minLength: 1, maxLength: 260 })
  const block = fc.oneof(
    { weight: 4, arbitrary: text.map(paragraph) },
    { weight: 1, arbitrary: fc.constant<Block>({ role: 'crosshead', lines: ['小标题一', '小标题二'] }) },
    { weight: 1, arbitrary: fc.constantFrom<Block>({ role: 'list', items: ['一、天地', '二、玄黄宇宙洪荒日月盈昃'] }, { role: 'verse', lines: ['天地玄黄', '宇宙洪荒'] }) },
  )
  const legs = fc
    .record({ at: fc.nat(2), ends: fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 3, max: 19 })), { minLength: 1, maxLength: 2 }) })
    .map(({ at, ends }) => ends.map(([from, lines], index) => ({ column: at + index, from, to: from + lines })))
  const measure = fc.option(fc.record({ legs: fc.integer({ min: 1, max: 3 }), remainder: fc.constantFrom('absolute' as const, 'relative' as const, 'free' as const) }))
  const placed = (id: string, on: readonly string[], continues: readonly (string | null)[]): fc.Arbitrary<StoryRecord> =>
    fc
      .record({ legs, measure, boxed: fc.boolean(), page: fc.constantFrom(...on), continues: fc.constantFrom(...continues), title: fc.option(fc.constant('续题')) })
      .map(({ title, ...fields }) => story(id, 'a', fields.legs, { ...fields, jumpHeadline: title }))
  const RECORDS = {
    a: fc.array(block, { maxLength: 6 }).map((blocks): ArticleRecord => article('a', { headline: '题', byline: '记者 李四', blocks })),
    s1: placed('s1', [PAGE], [null]),
    s2: placed('s2', ['p5', 'p12'], ['s1']),
    s3: placed('s3', [PAGE, 'p5', 'p12'], ['s2']),
    d1: fc.record({ column: fc.nat(3), line: fc.nat(30), columns: fc.constant(1), lines: fc.integer({ min: 1, max: 8 }) }).map((area): DocumentRecord => advert('d1', area, { page: 'p5' })),
  }
  const documents = fc.record(RECORDS).map((records) => issue(PLAIN_GRID, page('p5', '05'), page('p12', '12'), ...Object.values(records)))

  test('no character is lost or repeated across a chain; lines stand on the grid in their legs; jumps pair', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const parts = setParts(document)
        const whole = record(document, 'article', 'a')!.blocks.map(blockText)
        const runs = parts.flatMap((part) => bodyOf(part.runs))
        for (const run of runs) expect(run.text).toBe([...whole[run.source!.block!]!].slice(run.source!.from, run.source!.to).join(''))
        const order = runs.map(({ source }) => source!.block! * 10_000 + source!.from)
        expect(order).toEqual(order.toSorted((a, b) => a - b))
        const shown = visible(runs.map((run) => run.text).join(''))
        expect(visible(whole.join('')).startsWith(shown)).toBe(true)
        const last = parts.at(-1)!.fit
        if (last.legs.length > 0) expect([...visible(whole.join(''))].length - [...shown].length).toBe(bylineLeft(document, parts, last))
        for (const [index, { part, fit, runs: set, notes }] of parts.entries()) {
          onGrid(fit, set)
          const next = parts[index + 1]
          const goesOn = next !== undefined && bodyOf(next.runs).length + (next.fit.overset?.lines ?? 0) > 0
          const lines = new Set(bodyOf(set).map((run) => `${run.x} ${run.y}`)).size
          if (goesOn && next.part.page !== part.page && fit.legs.length > 0) expect(lines === 0 || lines >= 5).toBe(true)
          // A part that holds no text was not what the one before it was broken for.
          if (next && index + 2 === parts.length && bodyOf(set).length > 0) notStranded(next, notes, whole)
          if (index + 1 < parts.length) expect(fit.overset).toBe(null)
        }
      }),
      { numRuns: 80 },
    )
  })

  test('after any edits every page is the one that a fresh engine sets', () => {
    const edits = fc.array(fc.oneof(...(Object.values(RECORDS) as fc.Arbitrary<DocumentRecord>[])), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(documents, edits, (start, changes) => {
        const engine = fresh()
        let document = start
        for (const change of [undefined, ...changes]) {
          if (change) document = { records: { ...document.records, [change.id]: change } }
          for (const { id } of recordsOf(document, 'page')) expect(JSON.stringify(engine.layoutPage(document, id))).toBe(JSON.stringify(fresh().layoutPage(document, id)))
        }
      }),
      { numRuns: 25 },
    )
  })

  test('muddled links never keep a page from being set, and every story is in one chain', () => {
    const any = ['s1', 's2', 's3', 'gone', null]
    const muddled = fc.tuple(placed('s1', [PAGE, 'p5'], any), placed('s2', [PAGE, 'p5'], any), placed('s3', [PAGE, 'p5'], any))
    fc.assert(
      fc.property(muddled, (stories) => {
        const document = issue(PLAIN_GRID, page('p5', '05'), article('a', { blocks: [paragraph(han(200))] }), ...stories)
        const chains = stories.map((one) => chainOf(document, one))
        for (const one of chains) expect(new Set(one.map(({ id }) => id)).size).toBe(one.length)
        for (const [index, one] of stories.entries()) expect(chains[index]).toContain(one)
        for (const one of chains) for (const part of one) expect(chainOf(document, part)).toEqual(one)
        for (const id of [PAGE, 'p5']) expect(fresh().layoutPage(document, id).stories).toHaveLength(stories.filter((one) => one.page === id).length)
      }),
    )
  })
})

test('a rest fits the area that was found for it', () => {
  const document = chain([paragraph(han(500))], first(14))
  const engine = fresh()
  const area = engine.fittingArea(document, 'p5', 'a', { column: 0, line: 3, columns: 2 }, 's1')
  const [, rest] = setParts(chain([paragraph(han(500))], first(14), second({ legs: rectangle(area) })))
  expect(rest!.fit.overset).toBe(null)
  const [, tight] = setParts(chain([paragraph(han(500))], first(14), second({ legs: rectangle({ ...area, lines: area.lines - 1 }) })))
  expect(tight!.fit.overset).not.toBe(null)
})

type Part = ReturnType<typeof setParts>[number]

function onGrid(fit: StoryFit, runs: readonly GlyphRun[]): void {
  const { y: top } = typeArea(PLAIN_GRID)
  const lines = runs.filter(({ source, text }) => source?.part === 'block' || (source?.part === 'jump' && text.endsWith('版）')))
  for (const run of lines) {
    const row = (run.y - top - 0.88 * PLAIN_GRID.bodySize) / PLAIN_GRID.linePitch
    expect(Math.abs(row - Math.round(row))).toBeLessThan(0.001)
    expect(fit.legs.some(({ leg, rect }) => row > leg.from - 0.5 && row < leg.to - 0.5 && run.x > rect.x - 0.01 - PLAIN_GRID.bodySize && run.x < rect.x + rect.width)).toBe(true)
  }
}

/** The rest begins with a paragraph's last line only where the engine says that it could not help it. */
function notStranded({ runs }: Part, notes: readonly LayoutNote[], whole: readonly string[]): void {
  const [begin] = bodyOf(runs)
  if (!begin || notes.some(({ kind }) => kind === 'stranded-line')) return
  const { block, from } = begin.source as { block: number; from: number }
  const line = bodyOf(runs).filter((run) => run.y === begin.y && run.x === begin.x)
  const characters = [...whole[block]!]
  // The items of a list are paragraphs, one a line of the block's text.
  const startsAt = (place: number): boolean => place <= 0 || characters[place - 1] === '\n'
  const endsAt = (place: number): boolean => place >= characters.length || characters[place] === '\n'
  expect(!startsAt(from) && endsAt(line.at(-1)!.source!.to)).toBe(false)
}

const hasByline = (runs: readonly GlyphRun[]) => runs.some(({ source }) => source?.part === 'byline')

/** Characters that the last part has over, less the byline where no part had room for it. */
function bylineLeft(document: Document, parts: readonly Part[], { overset }: StoryFit): number {
  const byline = parts.some(({ runs }) => hasByline(runs)) ? '' : (record(document, 'article', 'a')!.byline ?? '')
  return overset ? overset.characters - [...visible(byline)].length : 0
}

function visible(written: string): string {
  return written.replace(/\s/gu, '')
}
