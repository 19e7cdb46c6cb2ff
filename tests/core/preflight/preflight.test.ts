import { expect, test } from 'vitest'
import type { Article, Document, DocumentRecord } from '../../../src-core/document/records.ts'
import type { Finding } from '../../../src-core/preflight/finding.ts'
import { preflight } from '../../../src-core/preflight/preflight.ts'
import type { FrameItem } from '../../../src-core/typeset/frame.ts'
import type { LayoutNote, PageResult, StoryFit } from '../../../src-core/typeset/result.ts'
import { PAGE, PLAIN_GRID, advert, article, issue, picture, rectangle, story } from '../typeset/page/documents.ts'

const WHOLE = { column: 0, line: 0, columns: PLAIN_GRID.columns, lines: PLAIN_GRID.lines }
const TEXT = '晨光市今天举行大桥通车仪式，市民代表走上桥面，见证两岸第一次相连，从此过江只要六分钟。'
const paragraph = (text: string) => ({ role: 'paragraph', text }) as const

/** A full page of one story without a fault. */
function cleanPage(fields: Partial<Article> = {}, ...more: readonly DocumentRecord[]): Document {
  return issue(PLAIN_GRID, article('a', { headline: '大桥通车', blocks: [paragraph(TEXT)], ...fields }), story('s', 'a', rectangle(WHOLE)), ...more)
}

function result(change: { fits?: readonly StoryFit[]; notes?: readonly LayoutNote[]; items?: readonly FrameItem[] } = {}): PageResult {
  return {
    frame: { page: { id: PAGE, number: '04', section: '要闻' }, trim: { width: 1000, height: 1400 }, bleed: 0, typeArea: { x: 60, y: 60, width: 880, height: 1280 }, items: change.items ?? [] },
    stories: change.fits ?? [],
    notes: change.notes ?? [],
  }
}

function fit(counts: Partial<StoryFit>): StoryFit {
  const leg = { leg: { column: 3, from: 2, to: 40 }, rect: { x: 0, y: 0, width: 1, height: 1 }, columns: 1, chars: 10, used: 38 }
  return { story: 's', headline: null, legs: [leg], overset: null, underset: null, ...counts }
}

function find(document: Document, change: Parameters<typeof result>[0] = {}): readonly Finding[] {
  return preflight({ document, results: [result(change)] })
}

test('a clean page has no findings', () => {
  const blocks = [
    paragraph('他说：“明天会更好。”记者看到3:2的比分，时间是14:30，网址是https://a.cn/b?c=1,2。'),
    paragraph('“第一段引文没有收住，'),
    paragraph('“第二段引文收住了。”'),
    { role: 'crosshead', lines: ['《两把扫帚》', '（山西馆）'] } as const,
    paragraph('通讯员 王五 文 赵六 图 钱七 摄——等等…………Wait…'),
    paragraph('1）歌曲Don’t cry；2024年1月20日（星期六）开演。'),
  ]
  expect(find(cleanPage({ blocks, byline: '□本报记者 张三' }))).toEqual([])
})

test('overset and underset carry lines, characters and the place where they end', () => {
  const [overset] = find(cleanPage(), { fits: [fit({ overset: { lines: 3, characters: 39 } })] })
  expect(overset).toMatchObject({ id: 'overset', severity: 'error', page: '04', story: 's', lines: 3, characters: 39, cell: { column: 3, line: 39 } })
  expect(overset?.message.zh).toContain('《大桥通车》排不下，多3行（39字）')
  expect(find(cleanPage(), { fits: [fit({ underset: { lines: 2, characters: 26 } })] })).toMatchObject([{ id: 'underset', severity: 'warning', lines: 2, characters: 26 }])
})

test('a part that is too large is told once', () => {
  const wide = { kind: 'too-wide', record: 'a', part: 'headline' } as const
  expect(find(cleanPage(), { notes: [wide, wide] })).toMatchObject([{ id: 'too-wide', severity: 'error', story: 's' }])
})

test('characters that no face has, and characters of another face, once each with their number', () => {
  const note = (codePoint: number, offset: number, used: string | null): LayoutNote => ({ kind: 'fallback', record: 'a', part: 'block', block: 0, fallback: { codePoint, offset, wanted: 'song', used } })
  const found = find(cleanPage(), { notes: [note(0x20bb7, 4, 'hei'), note(0x20bb7, 9, 'hei'), note(0xe000, 12, null)] })
  expect(found).toMatchObject([
    { id: 'missing-glyph', severity: 'error', story: 's', range: { part: 'block', block: 0, from: 12, to: 13 } },
    { id: 'fallback', severity: 'warning', range: { from: 4, to: 5 } },
  ])
  expect(found[1]?.message.zh).toContain('有2处“𠮷”（U+20BB7）宋体里没有，用黑体代替')
})

test('stories may not overlap, nor pictures and adverts; a picture may stand in a story', () => {
  const inside = { column: 1, line: 10, columns: 2, lines: 6 }
  expect(find(cleanPage({}, picture('p', inside, { asset: 'asset:x' })))).toEqual([])
  const found = find(cleanPage({}, picture('p', inside, { asset: 'asset:x' }), advert('v', { ...inside, line: 14 }), article('b', { headline: '二', blocks: [paragraph('短。')] }), story('t', 'b', rectangle({ column: 3, line: 30, columns: 1, lines: 4 }))))
  expect(found.map(({ id, story: where, cell }) => ({ id, where, cell }))).toEqual([
    { id: 'overlap', where: 't', cell: { column: 3, line: 30 } },
    { id: 'overlap', where: 'v', cell: { column: 1, line: 14 } },
  ])
})

test('what reaches out of the type area is told', () => {
  expect(find(cleanPage({}, advert('v', { column: 3, line: 38, columns: 2, lines: 2 })))).toMatchObject([{ id: 'outside-type-area', severity: 'error', story: 'v', cell: { column: 3, line: 38 } }])
})

test('empty cells are told by the rectangle, white of a few lines is not', () => {
  const upper = issue(PLAIN_GRID, article('a', { headline: '大桥通车', blocks: [paragraph(TEXT)] }), story('s', 'a', rectangle({ ...WHOLE, lines: 30 })))
  expect(find(upper)).toMatchObject([{ id: 'empty-area', severity: 'warning', cell: { column: 0, line: 30 }, lines: 10, characters: 400 }])
  const nearly = issue(PLAIN_GRID, article('a', { headline: '大桥通车', blocks: [paragraph(TEXT)] }), story('s', 'a', rectangle({ ...WHOLE, lines: 37 })))
  expect(find(nearly)).toEqual([])
})

test('an article placed twice, also under two names, and one not placed', () => {
  const half = (column: number) => rectangle({ column, line: 0, columns: 2, lines: 40 })
  const first = article('a', { headline: '大桥通车', blocks: [paragraph(TEXT)] })
  expect(find(issue(PLAIN_GRID, first, story('s', 'a', half(0)), story('t', 'a', half(2), { order: 1 })))).toMatchObject([{ id: 'story-twice', severity: 'error', story: 't' }])
  const copy = article('b', { headline: '大桥今日通车', blocks: [paragraph(TEXT)] })
  expect(find(issue(PLAIN_GRID, first, copy, story('s', 'a', half(0)), story('t', 'b', half(2), { order: 1 })))).toMatchObject([{ id: 'story-twice', story: 't' }])
  expect(find(cleanPage({}, article('c', { headline: '待用', page: { number: '04', section: '要闻' } })))).toMatchObject([{ id: 'story-missing', severity: 'warning', page: '04', story: 'c' }])
})

test('pages in order and complete, each series for itself; an issue may begin with any page', () => {
  const pages = (...numbers: readonly string[]) =>
    issue(PLAIN_GRID, ...numbers.map((number, order): DocumentRecord => ({ type: 'page', id: `p${number}`, order: order + 2, number, section: '', grid: PLAIN_GRID, editor: null, inks: 'k', version: 1, state: 'draft' })))
  const order = (...numbers: readonly string[]) => preflight({ document: pages(...numbers), results: [] }).map(({ id, page, severity }) => `${id} ${page} ${severity}`)
  expect(order('05', '06', 'A01', 'A02', 'T01')).toEqual([])
  expect(order('06')).toEqual(['page-order 06 warning'])
  expect(order('03')).toEqual(['page-order 03 error'])
})

test.each<readonly [what: string, fields: Partial<Article>, id: Finding['id'], range: object]>([
  ['a weekday against the calendar', { blocks: [paragraph('会议定于2024年1月20日星期五举行。')] }, 'date-mismatch', { part: 'block', block: 0, from: 4, to: 17 }],
  ['a weekday after a comma', { blocks: [paragraph('2024年1月20日，星期五，晴。')] }, 'date-mismatch', { part: 'block', block: 0, from: 0, to: 14 }],
  ['a weekday before its date', { blocks: [paragraph('本周六（1月21日）上午举行。')] }, 'date-mismatch', { part: 'block', block: 0, from: 1, to: 9 }],
  ['half-width marks', { headline: '大桥通车,两岸相连!' }, 'halfwidth-punctuation', { part: 'headline', from: 4, to: 5 }],
  ['a lone ellipsis', { blocks: [paragraph('大桥通车了…明天……收费')] }, 'lone-ellipsis', { part: 'block', block: 0, from: 5, to: 6 }],
  ['a chain of marks', { blocks: [paragraph('大桥通车了！！！真的？？！！')] }, 'long-chain', { part: 'block', block: 0, from: 10, to: 14 }],
  ['a stray space', { blocks: [paragraph('（本报记者 张三 李四）大桥 通车')] }, 'stray-space', { part: 'block', block: 0, from: 14, to: 15 }],
  ['a full stop of ASCII', { blocks: [paragraph('大桥通车.明天收费。')] }, 'halfwidth-punctuation', { part: 'block', block: 0, from: 4, to: 5 }],
  ['an opening quote', { blocks: [paragraph('𠮷他说：“明天会更好。')] }, 'unpaired-quotes', { part: 'block', block: 0, from: 4, to: 5 }],
  ['an opening bracket before a paragraph that begins with one', { blocks: [paragraph('通过了决议（草案。'), paragraph('（图片由主办方提供）')] }, 'unpaired-quotes', { part: 'block', block: 0, from: 5, to: 6 }],
  ['a closing quote', { headline: '两把扫帚”破圈' }, 'unpaired-quotes', { part: 'headline', from: 4, to: 5 }],
  ['a title mark closed as a quote', { blocks: [paragraph('读《论语”有感。')] }, 'unpaired-quotes', { part: 'block', block: 0, from: 4, to: 5 }],
])('wording: %s', (_, fields, id, range) => {
  expect(find(cleanPage(fields))).toMatchObject([{ id, page: '04', story: 's', range }])
})

test.each([
  ['大桥通车。张三 摄', []],
  ['大桥通车 张三 摄', []],
  ['大桥通车。 本报记者张三摄', []],
  ['大桥通车。张三 文/图', []],
  ['漫画 张三', []],
  ['大桥 通车。张三 摄', [[2, 3]]],
] as const)('spaces of a caption’s credit are meant: %s', (caption, stray) => {
  const placed = picture('p', { column: 0, line: 0, columns: 2, lines: 20 }, { caption })
  expect(find(cleanPage({}, placed)).filter(({ id }) => id === 'stray-space').map(({ range }) => [range!.from, range!.to])).toEqual(stray)
})

test('a picture with too few pixels for its size', () => {
  const asset: DocumentRecord = { type: 'asset', id: 'asset:x', name: '桥.jpg', mime: 'image/jpeg', width: 300, height: 300 }
  const placed = picture('p', { column: 0, line: 0, columns: 2, lines: 20 }, { asset: asset.id, caption: '大桥' })
  const frame = (width: number): FrameItem => ({ kind: 'group', record: 'p', items: [{ kind: 'picture', asset: asset.id, x: 0, y: 0, width, height: 60 }] })
  expect(find(cleanPage({}, asset, placed), { items: [frame(100)] })).toEqual([])
  expect(find(cleanPage({}, asset, placed), { items: [frame(216)] })).toMatchObject([{ id: 'low-ppi', severity: 'warning', story: 'p' }])
})
