import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { ApiFailure } from '../../../src-core/api/methods.ts'
import { GRID_PRESETS, typeArea } from '../../../src-core/document/grid.ts'
import { issueOf, placedOn, recordsOf } from '../../../src-core/document/records.ts'
import type { Document } from '../../../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE, type HouseStyle } from '../../../src-core/document/style.ts'
import { FolderFailure } from '../../../src-main/services/issue-folder/folder-failure.ts'
import { readIssueFolder } from '../../../src-main/services/issue-folder/read-issue-folder.ts'
import { writeIssueFolder } from '../../../src-main/services/issue-folder/write-issue-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'banxin-folder-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const ARTICLE = '大桥通车\n\n　　今天上午，晨光大桥通车。\n'
let folders = 0

/** A folder with one article `articles/a.txt` besides what is given. */
function folder(issue: unknown, files: Record<string, string | Uint8Array> = {}): string {
  const path = join(root, `folder-${++folders}`)
  const text = typeof issue === 'string' ? issue : JSON.stringify(issue, null, 1)
  for (const [name, content] of Object.entries({ 'articles/a.txt': ARTICLE, 'issue.json': text, ...files })) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return path
}

const page = (fields: object) => ({ number: '04', section: '要闻', ...fields })
const issue = (...pages: readonly object[]) => ({ format: 1, paper: { name: '晨光日报', code: 'cgrb' }, date: '2024-01-20', pages })
const area = { column: 0, line: 0, columns: 2, lines: 20 }
const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
  .png()
  .toBuffer()

async function failures(path: string): Promise<readonly string[]> {
  const error = await readIssueFolder(path).catch((caught: unknown) => caught)
  if (!(error instanceof FolderFailure)) throw new Error('not refused', { cause: error })
  return error.faults.map(({ message }) => message.zh)
}

async function failure(path: string): Promise<string> {
  const error = await readIssueFolder(path).then(
    () => null,
    (caught: unknown) => caught,
  )
  if (!(error instanceof ApiFailure)) throw new Error('not refused', { cause: error })
  return `${error.error.message.zh}${error.error.remedy?.zh ?? ''}`
}

test('stories without an area take what pictures, adverts and other stories leave', async () => {
  const stories = [{ article: 'articles/b.txt' }, { article: 'articles/a.txt', area: { column: 0, line: 0, columns: 8, lines: 60 } }]
  const ads = [{ name: '年货节', area: { column: 0, line: 105, columns: 8, lines: 16 } }]
  const { document, warnings } = await readIssueFolder(folder(issue(page({ stories, ads })), { 'articles/b.txt': ARTICLE }))
  expect(warnings).toEqual([])
  expect(placedOn(document, 'story', 'page-04').map(({ id, legs }) => [id, legs.length, legs[0]])).toEqual([
    ['story-04-1', 8, { column: 0, from: 60, to: 105 }],
    ['story-04-2', 8, { column: 0, from: 0, to: 60 }],
  ])
})

test('the same folder gives the same document, and unplaced articles wait in the pool', async () => {
  const path = folder(issue(page({ stories: [{ article: '.\\articles\\a.txt', area }] })), { 'articles/z.txt': ARTICLE, 'articles/z.doc': 'x', 'articles/.hidden': 'x' })
  const [one, other] = [await readIssueFolder(path), await readIssueFolder(path)]
  expect(one.document).toEqual(other.document)
  expect(recordsOf(one.document, 'article').map((article) => article.file)).toEqual(['articles/a.txt', 'articles/z.txt'])
  expect(one.warnings.map(({ zh }) => zh)).toEqual([expect.stringContaining('articles/z.doc')])
})

test('a grid may be a preset or any numbers, with margins or without', async () => {
  const { margins: _, ...bare } = GRID_PRESETS['tabloid']!
  const numbers = { ...bare, trim: [273, 390], bodySize: 9, linePitch: 12, lines: 78 }
  const { document } = await readIssueFolder(folder(issue(page({ number: 'A01', grid: 'tabloid' }), page({ number: 'A02', grid: numbers }))))
  const [preset, custom] = recordsOf(document, 'page')
  expect(preset?.grid).toEqual(GRID_PRESETS['tabloid'])
  const { y, height } = typeArea(custom!.grid)
  expect(custom?.grid.trim).toEqual({ width: 273, height: 390 })
  expect(y + height + custom!.grid.margins.bottom * (72 / 25.4)).toBeCloseTo(390 * (72 / 25.4), 6)
})

test('a field that nobody knows is told and passed over', async () => {
  const { warnings } = await readIssueFolder(folder({ ...issue(page({ storys: [] })), colour: 1 }))
  expect(warnings.map(({ zh }) => zh)).toEqual([expect.stringMatching(/第12行 pages\[0\]\.storys/u), expect.stringMatching(/第15行 colour/u)])
})

test.each<readonly [what: string, issue: unknown, words: readonly string[]]>([
  ['a slip of the pen', '{\n "format": 1,\n "date": }', ['issue.json', '第3行']],
  ['something missing', { ...issue(page({})), paper: { name: '晨光日报' } }, ['paper.code', '缺少']],
  ['no such day', { ...issue(page({})), date: '2024-02-30' }, ['date', '日期']],
  ['no such grid', issue(page({ grid: 'broadshet' })), ['pages[0].grid', 'broadsheet']],
  ['half a grid', issue(page({ grid: { trim: [390, 545], bodySize: 9 } })), ['pages[0].grid.linePitch', '缺少']],
  ['a missing article', issue(page({ stories: [{ article: 'articles/x.txt' }] })), ['pages[0].stories[0].article', 'articles/x.txt', '不存在']],
  ['a way out of the folder', issue(page({ stories: [{ article: '../other/a.txt' }] })), ['在文件夹之外']],
  ['a link out of the folder', issue(page({ stories: [{ article: 'articles/link.txt' }] })), ['在文件夹之外']],
  ['area and legs', issue(page({ stories: [{ article: 'articles/a.txt', area, legs: [{ column: 0, from: 0, to: 9 }] }] })), ['stories[0]', 'area']],
  ['legs apart', issue(page({ stories: [{ article: 'articles/a.txt', legs: [{ column: 0, from: 0, to: 9 }, { column: 2, from: 0, to: 9 }] }] })), ['legs', '相邻']],
  ['a full page', issue(page({ stories: [{ article: 'articles/a.txt' }, { article: 'articles/a.txt' }] })), ['stories[1]', '排满']],
  ['a part with nothing to continue', issue(page({ stories: [{ article: 'articles/a.txt', area, continues: true }] })), ['pages[0].stories[0].continues', '续接']],
  ['a picture that is none', issue(page({ pictures: [{ image: 'articles/a.txt', area }] })), ['pictures[0].image', 'articles/a.txt']],
  ['a picture of another page’s story', issue(page({ pictures: [{ area, story: 'articles/a.txt' }] })), ['pictures[0].story']],
  ['an article of a kind we do not read', issue(page({ stories: [{ article: 'articles/a.wps' }] })), ['articles/a.wps', '另存为 docx']],
])('%s is refused with its place and a way out', async (_, json, words) => {
  const path = folder(json, { 'articles/a.wps': 'x', 'articles/b.txt': ARTICLE })
  symlinkSync('/etc/passwd', join(path, 'articles/link.txt'))
  const told = await failure(path)
  for (const word of words) expect(told).toContain(word)
})

test('all files that cannot be taken are told, each once and where it is named first', async () => {
  const bad = { image: 'images/bad.jpg', area: { column: 0, line: 20, columns: 2, lines: 9 } }
  const stories = [{ article: 'articles/a.txt', area }, { article: 'articles/none.txt', area }, { article: 'articles/none.txt' }]
  const json = issue(page({ stories, pictures: [bad, bad, { ...bad, image: 'images/none.png' }] }), page({ number: '05', stories: [{ article: 'articles/none.txt' }, { article: 'articles/b.txt', continues: true }], ads: [{ ...bad, name: '广告', image: 'images/bad.pdf' }] }))
  const told = await failures(folder(json, { 'images/bad.jpg': 'no picture', 'images/bad.pdf': '%PDF-1.4 torn', 'articles/b.txt': '' }))
  expect(told).toEqual([
    expect.stringMatching(/pages\[0\]\.stories\[1\]\.article.*none\.txt.*不存在/u),
    expect.stringMatching(/pages\[0\]\.pictures\[0\]\.image.*bad\.jpg/u),
    expect.stringMatching(/pages\[0\]\.pictures\[2\]\.image.*none\.png.*不存在/u),
    expect.stringMatching(/b\.txt.*空/u),
    expect.stringMatching(/pages\[1\]\.ads\[0\]\.image.*bad\.pdf/u),
  ])
})

test('all that is wrong in issue.json is told', async () => {
  const told = await failures(folder({ ...issue(page({ number: '四' }), page({ grid: 'broad' })), date: '2024-02-30' }))
  expect(told).toEqual([expect.stringContaining('date'), expect.stringContaining('pages[0].number'), expect.stringContaining('pages[1].grid')])
})

test('two pages of one number are two pages', async () => {
  const { document } = await readIssueFolder(folder(issue(page({ stories: [{ article: 'articles/a.txt', area }] }), page({ stories: [{ article: 'articles/a.txt', area }] }))))
  expect(recordsOf(document, 'page').map(({ id, number }) => [id, number, placedOn(document, 'story', id).length])).toEqual([['page-04', '04', 1], ['page-04-2', '04', 1]])
})

test('a folder without issue.json, and no folder', async () => {
  const path = folder(issue(page({})))
  rmSync(join(path, 'issue.json'))
  expect(await failure(path)).toContain('issue.json')
  expect(await failure(join(root, 'nowhere'))).toContain('nowhere')
})

/** A document without its ids and order of files, which a folder does not keep. */
function placed(document: Document) {
  const { pages, articles } = { pages: recordsOf(document, 'page'), articles: new Map(recordsOf(document, 'article').map((article) => [article.id, article])) }
  return pages.map((record) => ({
    page: { ...record, id: '' },
    stories: placedOn(document, 'story', record.id).map(({ article, legs, measure, headline, boxed, frame, tint, continues = null, jumpHeadline = null }) => {
      const { headline: title, kicker, subtitle, byline, blocks } = articles.get(article)!
      return { title, kicker, subtitle, byline, blocks, legs, measure, headline, boxed, frame, tint, continues, jumpHeadline }
    }),
    pictures: placedOn(document, 'picture', record.id).map(({ asset, caption, credit, captionPlace, area: cells, story }) => ({ asset, caption, credit, captionPlace, cells, beside: story === null })),
    adverts: placedOn(document, 'advert', record.id).map(({ name, asset, area: cells, keyline }) => ({ name, asset, cells, keyline })),
    ornaments: placedOn(document, 'ornament', record.id).map(({ area: cells, look }) => ({ cells, look })),
  }))
}

test.each<readonly [what: string, entries: readonly (readonly [page: string, continues?: boolean | string])[], chains: readonly (string | null)[]]>([
  ['a second page goes on with the first', [['04'], ['05']], [null, 'story-04-1']],
  ['a second place on one page does not', [['04'], ['04']], [null, null]],
  ['but when it says so', [['04'], ['04', true]], [null, 'story-04-1']],
  ['nor a second page that says so', [['04'], ['05', false]], [null, null]],
  ['a page later in the file', [['04', '05'], ['05', false]], ['story-05-1', null]],
  ['three, the last named', [['04'], ['05', false], ['06', '04']], [null, null, 'story-04-1']],
])('jumps: %s', async (_, entries, chains) => {
  const story = (continues?: boolean | string) => ({ article: 'articles/a.txt', area, jumpHeadline: '续', ...(continues === undefined ? {} : { continues }) })
  const numbers = [...new Set(entries.map(([number]) => number))]
  const pages = numbers.map((number) => page({ number, stories: entries.filter(([on]) => on === number).map(([, continues]) => story(continues)) }))
  const { document } = await readIssueFolder(folder(issue(...pages)))
  expect(numbers.flatMap((number) => placedOn(document, 'story', `page-${number}`)).map(({ continues = null }) => continues)).toEqual(chains)
  const copy = join(root, `copy-${++folders}`)
  await writeIssueFolder(document, () => null, copy)
  expect(placed((await readIssueFolder(copy)).document)).toEqual(placed(document))
})

test('every kind of block comes back from a folder: as plain text where that shows it, else with its roles', async () => {
  const shown = {
    standingHead: '三农视点',
    headline: '秋粮收购有序推进',
    byline: '（作者：林溪）',
    bylinePlace: 'end',
    blocks: [
      { role: 'editorsNote', text: '编者按：今起推出系列报道。' },
      { role: 'paragraph', text: '本报讯 全市收购工作有序推进。' },
      { role: 'table', rows: [['品种', '价'], ['小麦', '1.42'], ['大豆', '']] },
      { role: 'paragraph', text: '各地做法如下。' },
      { role: 'list', items: ['一、提前腾仓。', '二、增设网点。'] },
      { role: 'list', items: ['预约', '现收'] },
      { role: 'verse', lines: ['明月照城东，', '流水绕城西。', '千家灯火里，', '岁岁有晴曦。'] },
      { role: 'paragraph', text: '收购还在进行。' },
    ],
  }
  const hidden = { headline: '名单', blocks: [{ role: 'verse', lines: ['东', '', '西'] }, { role: 'list', items: ['张三', '李四'], ordered: true }, { role: 'table', rows: [['甲']], head: 0 }] }
  const files = { 'articles/a.json': JSON.stringify(shown), 'articles/b.json': JSON.stringify(hidden) }
  const stories = ['articles/a.json', 'articles/b.json'].map((article) => ({ article, area }))
  const { document } = await readIssueFolder(folder(issue(page({ stories })), files))
  const copy = join(root, `copy-${++folders}`)
  await writeIssueFolder(document, () => null, copy)
  // The third waits in the pool.
  expect((await readdir(join(copy, 'articles'))).toSorted()).toEqual(['001.txt', '002.json', '003.txt'])
  const back = recordsOf((await readIssueFolder(copy)).document, 'article')
  expect(back.slice(0, 2)).toMatchObject([shown, hidden])
})

test('marks on words come back from a folder, in titles and in every kind of block', async () => {
  const mark = (from: number, to: number, kind: string, text?: string) => ({ from, to, kind, ...(text ? { text } : {}) })
  const article = {
    headline: '大桥通车',
    titleMarks: { headline: [mark(0, 2, 'emphasis')] },
    blocks: [
      { role: 'paragraph', text: '𠮷田说，魑魅魍魉。', marks: [mark(0, 2, 'name'), mark(4, 6, 'ruby', 'chī mèi'), mark(4, 6, 'frame')].toSorted((a, b) => a.from - b.from || (a.kind === 'frame' ? -1 : 1)) },
      { role: 'verse', lines: ['白日依山尽', '黄河入海流'], marks: [mark(6, 8, 'name')] },
      { role: 'list', items: ['甲', '乙'], marks: [mark(2, 3, 'strong')] },
    ],
  }
  const path = folder(issue(page({ stories: [{ article: 'articles/m.json', area }] })), { 'articles/m.json': JSON.stringify(article) })
  const { document } = await readIssueFolder(path)
  const copy = join(root, 'marked')
  await writeIssueFolder(document, () => null, copy)
  const articleOf = (from: typeof document) => Object.values(from.records).find((one) => one.type === 'article' && one.headline === '大桥通车')
  const read = articleOf((await readIssueFolder(copy)).document)
  expect(read).toMatchObject(article)
  expect(articleOf(document)).toMatchObject(article)
})

test('what is written reads back as the same issue, and a folder with files in it is left alone', async () => {
  // A crosshead of so many lines has no shape that plain text could show.
  const strange = JSON.stringify({ headline: '题', blocks: [{ role: 'crosshead', lines: ['东', '南', '西', '北'] }, { role: 'paragraph', text: '短' }] })
  const legs = [{ column: 3, from: 30, to: 60 }, { column: 4, from: 30, to: 50 }]
  const settings = { measure: { legs: 2, remainder: 'free' }, headline: { headline: { face: 'hei', size: 36 }, form: 'around', vertical: true, side: 'left', columns: 2, lines: 20, column: 1, line: 4, align: 'start', justify: 'even', scaleX: 0.9, band: { swatch: 'black' } }, boxed: true, frame: { border: 'wenwu', sides: ['top', 'foot'], width: 3 }, tint: { from: { swatch: 'red', tint: 0.2 }, to: { swatch: 'paper' }, angle: 90 } }
  const ornaments = [{ area: { ...area, line: 90, lines: 1 }, look: { kind: 'rule', line: 'double', at: 'middle' } }, { area: { ...area, line: 92, lines: 5 }, look: { kind: 'figure', figure: 'plum', color: { swatch: 'red' } } }]
  const stories = [{ article: 'articles/a.txt', area, ...settings }, { article: 'articles/b.json', legs }]
  const pictures = [{ image: 'images/桥 1.png', caption: '大桥', credit: '张三摄', captionPlace: 'above', area: { ...area, line: 5, lines: 5 }, story: 'articles/a.txt' }]
  const ads = [{ name: '年货节', area: { ...area, line: 100 }, keyline: false }]
  const path = folder(issue(page({ stories, pictures, ads, ornaments, editor: '李四', inks: 'k', version: 3 })), { 'articles/b.json': strange, 'images/桥 1.png': png })
  const read = await readIssueFolder(path)
  expect(placed(read.document)[0]).toMatchObject({ stories: [{ frame: settings.frame, tint: settings.tint, headline: settings.headline }, {}], ornaments: ornaments.map(({ area: cells, look }) => ({ cells, look })) })
  const copy = join(root, 'copy')
  await writeIssueFolder(read.document, (asset) => read.assetBytes(asset), copy)
  expect(placed((await readIssueFolder(copy)).document)).toEqual(placed(read.document))
  expect(readdirSync(join(copy, 'articles')).toSorted()).toEqual(['001.txt', '002.json'])
  await expect(writeIssueFolder(read.document, () => null, copy)).rejects.toThrow('已有文件')
  await expect(writeIssueFolder(read.document, () => null, join(root, 'other'))).rejects.toThrow('不在了')
  expect(readdirSync(root).filter((name) => name.endsWith('.part') || name === 'other')).toEqual([])
})

test('13.13 composite faces, fallbacks and own faces, named by their hash, come back from a folder', async () => {
  const own = `方正小标宋@${'ab'.repeat(32)}`
  const style: HouseStyle = {
    ...DEFAULT_HOUSE_STYLE,
    composites: [{ id: 'composite:1', name: '小标宋配黑体', han: own, latin: 'hei', latinScale: 1.05 }],
    fallbacks: [{ face: own, to: ['song-bold'] }],
    sizes: [{ name: '报题号', size: 63 }, ...DEFAULT_HOUSE_STYLE.sizes],
  }
  const headline = { headline: { face: 'composite:1', size: 63 }, kicker: { face: own, size: 10.5 } }
  const { document, warnings } = await readIssueFolder(folder({ ...issue(page({ stories: [{ article: 'articles/a.txt', area, headline }] })), style }))
  expect(warnings).toEqual([])
  const path = join(root, `folder-${++folders}`)
  await writeIssueFolder(document, () => null, path)
  const again = (await readIssueFolder(path)).document
  expect([issueOf(again).style, recordsOf(again, 'story')[0]!.headline]).toEqual([style, headline])
  expect(issueOf(document).style).toEqual(style)
})
