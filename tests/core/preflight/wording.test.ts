/** What the checks of wording say of news: nothing where there is no fault, and of a fault where it is. */
import { readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { articleFromText } from '../../../src-core/article/intake.ts'
import type { Document } from '../../../src-core/document/records.ts'
import { fixed } from '../../../src-core/preflight/fix.ts'
import { areSpellings } from '../../../src-core/preflight/names/mentions.ts'
import { personNames } from '../../../src-core/preflight/names/person-names.ts'
import { numeralsIn } from '../../../src-core/preflight/numerals.ts'
import { preflight } from '../../../src-core/preflight/preflight.ts'
import { applyChange } from '../../../src-core/document/change.ts'
import { PAGE, PLAIN_GRID, article, issue, rectangle, story } from '../typeset/page/documents.ts'

const WORDING = new Set(['date-mismatch', 'halfwidth-punctuation', 'lone-ellipsis', 'long-chain', 'stray-space', 'unpaired-quotes', 'byline-form', 'name-spelling', 'mixed-numerals', 'jump-pair'])
const result = { frame: { page: { id: PAGE, number: '04', section: '要闻' }, trim: { width: 1, height: 1 }, bleed: 0, typeArea: { x: 0, y: 0, width: 1, height: 1 }, items: [] }, stories: [], notes: [] }

/** All of them stories of one page, an article each. */
function page(...texts: readonly string[]): Document {
  const articles = texts.map((text, index) => ({ ...article(`a${index}`, {}), ...articleFromText(text, `a${index}.txt`) }))
  return issue(PLAIN_GRID, ...articles, ...articles.map(({ id }, order) => story(`s${order}`, id, rectangle({ column: 0, line: 0, columns: 1, lines: 1 }), { order })))
}

function findings(document: Document) {
  return preflight({ document, results: [result] }).filter(({ id }) => WORDING.has(id))
}

const said = (document: Document) => findings(document).map(({ id, message }) => `${id}: ${message.zh}`)

describe('news without a fault', () => {
  const news = readFileSync(resolve(import.meta.dirname, '../../golden/news.txt'), 'utf8').trim().split('\n')
  test.each(news.map((text) => [text.slice(0, 16), text] as const))('%s', (_, text) => {
    expect(said(page(`标题\n\n　　${text}`))).toEqual([])
  })

  test('the articles of the sample issue, the real one of the procuratorates among them', () => {
    const folder = resolve(import.meta.dirname, '../../../assets/samples/cgrb-2024-01-20/articles')
    expect(said(page(...readdirSync(folder).toSorted().map((file) => readFileSync(resolve(folder, file), 'utf8'))))).toEqual([])
  })

  test.each([
    '两位副局长王建国、王建军出席。', // brothers, and other names that are not read alike
    '记者高兴地看到，记者高度关注此事。',
    '三五个人，十余名学生，35名教师，几十名家长。',
    '“三年行动”让35个村通了水，二十四节气一个不落。',
    '农历八月十五日，也就是9月17日。',
    '两车十二人4分钟内到达，救出3人。',
    '去年1月20日（星期五）开工，今年1月20日（星期六）完工。',
    '1月22日（星期一至星期五）开放。',
    '1月15日、16日（星期一、星期二），20日（星期六）和3月2日至3日（星期日）开放，上月20日（星期三）闭馆。',
    '二〇二四年一月二十日（星期六），农历二〇二三年腊月初十。',
    '本报第5000期曾刊出，本期共8版；《晨光日报》第5022期明天出版，2024年1月19日第5020期已经售完。',
    '新华社北京12月30日电　会议在京举行。',
    '屏幕有32"，他说很大。',
    '本报讯　记者从市统计局获悉，增长3.5%。',
    '首席记者　张三　李四',
    '本报石家庄1月19日电　记者陈国琦报道：不久前，河北栾城县组织机关干部下乡。',
    '下岗工人成了她的左膀右臂，工人成了他的帮手。胡老说，外长王建国说。',
  ])('%s', (text) => {
    expect(said(page(`标题\n\n　　${text}`))).toEqual([])
  })
})

test.each([
  ['今天是20日（星期五）。', '20日（星期五'],
  ['3月2日至3日（星期六）开放。', '3日（星期六'],
  ['上月20日（星期二）开工。', '20日（星期二'],
  ['2024-01-22（星期三）上午。', '2024-01-22（星期三'],
  ['二〇二四年一月二十日 星期五', '二〇二四年一月二十日 星期五'],
  ['本报今日出版第5020期。', '第5020期'],
  ['本期（第5020期）共8版。', '第5020期'],
  ['晨光日报　2024年1月19日　星期五　今日8版', '2024年1月19日　星期五'],
  ['2024年1月20日　星期六　农历腊月初十　总第5020期', '第5020期'],
])('15.11 a date against the calendar or this issue: %s', (text, words) => {
  const document = page('')
  const head = document.records['issue']!
  const dated: Document = { records: { ...document.records, issue: { ...head, number: 5021 } as typeof head, a0: { ...article('a0', { blocks: [{ role: 'paragraph', text }] }) } } }
  expect(findings(dated).map(({ id, range }) => [id, Array.from(text).slice(range!.from, range!.to).join('')])).toEqual([['date-mismatch', words]])
})

describe('15.9 names', () => {
  test('of persons, by title, byline and speech', () => {
    const names = (text: string) => personNames(text).map(({ name, title }) => `${title}${name}`)
    expect(names('局长张晓明说，副局长王建国和李向东参加。欧阳修明表示赞同。')).toEqual(['局长张晓明', '副局长王建国', '副局长李向东', '欧阳修明'])
    expect(names('本报记者 张三、李四 通讯员 王五六')).toEqual(['记者张三', '记者李四', '记者王五六'])
    expect(names('（江上舟 摄）')).toEqual(['记者江上舟'])
    expect(names('院长高度重视，书记马上回应。')).toEqual([])
  })

  test.each([
    ['邓伟强', '邓伟墙', true], ['张晓明', '张小明', true], ['章晓明', '张晓明', true], ['陈建华', '程建华', true], ['李治国', '李冶国', true],
    ['王建国', '王建军', false], ['张三', '李四', false], ['张晓明', '张晓', false],
  ] as const)('%s and %s', (one, other, alike) => {
    expect(areSpellings(one, other)).toBe(alike)
    expect(areSpellings(other, one)).toBe(alike)
  })

  test('the rarer spelling is told, and mended at all its places', () => {
    const document = page('开工\n\n　　局长张晓明说，工程顺利。张晓明还说，明年完工。\n　　记者见到张小明时，张小明正在工地。张晓明很忙，张晓明很累。')
    const [finding, ...others] = findings(document)
    expect(others).toEqual([])
    expect(finding).toMatchObject({ id: 'name-spelling', story: 's0', range: { part: 'block', block: 1, from: 4, to: 7 } })
    const mended = applyChange(document, fixed(document, finding!.fix!)!)
    expect(findings(mended)).toEqual([])
  })
})

test.each([
  ['三十五个', '= 35 个'], ['一百零二人', '= 102 人'], ['一万八千辆', '= 18000 辆'], ['两万三千亩', '= 23000 亩'], ['1.2万吨', '= 12000 吨'], ['4,260吨', '= 4260 吨'], ['十二处', '= 12 处'], ['三百一十二吨', '= 312 吨'], ['二十八万元', '= 280000 元'],
])('15.10 %s is a quantity', (text, kind) => {
  expect(numeralsIn(text)[0]?.kinds).toContain(kind)
})

test.each(['第三十五个', '三五个', '十余人', '几十人', '一个', '两座', '“三年行动”', '《三十六计》里的三'])('15.10 %s is none that could be written in figures', (text) => {
  expect(numeralsIn(text)).toEqual([])
})

test.each([
  ['会议定于2024年1月20日（星期五）举行，1月22日（周六）闭幕。', '会议定于2024年1月20日（星期六）举行，1月22日（周一）闭幕。'],
  ['大桥通车.明天收费。', '大桥通车。明天收费。'],
  ['他想了想…又想了想……还是想…', '他想了想……又想了想……还是想……'],
  ['真的吗？？？？真的！！！！！', '真的吗？？？真的！！！'],
  ['大桥 通车，两岸 相连。', '大桥通车，两岸相连。'],
])('%s is mended as offered', (text, right) => {
  let document = page(`标题\n\n　　${text}`)
  expect(findings(document)).not.toEqual([])
  for (let [first] = findings(document); first?.fix; [first] = findings(document)) document = applyChange(document, fixed(document, first.fix)!)
  expect(findings(document)).toEqual([])
  expect(document.records['a0']).toMatchObject({ blocks: [{ text: right }] })
})

describe('15.9 places and institutions', () => {
  test.each([
    ['柳树村通了路，柳树村有了桥，柳书村还在修渠。', '柳书村'],
    ['清河镇备足化肥，清和镇派人巡查。', '清和镇'],
    ['县农业农村局的农技员来了，县农业农存局又派出12人。', '农业农存局'],
    ['丰达农机有限公司送来旋耕机，丰大农机有限公司负责维修。', '丰大农机有限公司'],
    ['明德小学的师生来到田间，明得小学开设了劳动课。', '明得小学'],
  ])('written in two ways: %s', (text, words) => {
    const found = findings(page(`标题\n\n　　${text}`))
    expect(found.map(({ id, range }) => [id, text.slice(range!.from, range!.to)])).toEqual([['name-spelling', words]])
  })

  test.each([
    '王庄村和汪庄村是邻居，东城小学和冬天的大成小学都放假。', // two villages; what names differ in by right
    '走进村里，走近村口，进了一家超市，新增加超市两个。',
    '第一小学、第七小学、城关镇、成立镇公司，该校区和该小区都在社区里。',
    '县人民法院、现有法院，市公安局、是公安局，全县、前县长。',
  ])('by right: %s', (text) => {
    expect(said(page(`标题\n\n　　${text}`))).toEqual([])
  })
})

test.each([
  ['本报迅（记者 高一鸣）寒潮未走。', '迅', '本报讯（记者 高一鸣）寒潮未走。'],
  ['本报北京1月19日迅　寒潮未走。', '迅', '本报北京1月19日讯　寒潮未走。'],
  ['本报讯（记者）寒潮未走。', '（记者）', null],
])('a dateline that is not written so: %s', (text, words, right) => {
  const document = page(`标题\n\n　　${text}`)
  const [finding, ...others] = findings(document)
  expect([finding?.id, text.slice(finding!.range!.from, finding!.range!.to), others]).toEqual(['byline-form', words, []])
  if (right === null) expect(finding!.fix).toBeUndefined()
  else expect(applyChange(document, fixed(document, finding!.fix!)!).records['a0']).toMatchObject({ blocks: [{ text: right }] })
})

test('本报迅速 is no dateline', () => {
  expect(said(page('标题\n\n　　本报迅速派出记者，赶到现场。'))).toEqual([])
})

test('a reporter without brackets is put in them where other stories have theirs', () => {
  const other = '标题二\n\n　　本报讯（记者 周牧云）大桥今天通车。'
  const document = page('标题\n\n　　本报讯 记者高一鸣报道：寒潮未走。', other)
  const [finding] = findings(document)
  const mended = applyChange(document, fixed(document, finding!.fix!)!)
  expect(mended.records['a0']).toMatchObject({ blocks: [{ text: expect.stringContaining('本报讯 （记者高一鸣）寒潮未走。') as string }] })
})
