/** Marks on words of a source: where they stand after white space, half-width marks and roles were dealt with. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleFromHtml } from '../../../src-core/article/html-intake.ts'
import { mendPunctuation } from '../../../src-core/article/mend.ts'
import { blockText } from '../../../src-core/document/blocks.ts'
import { marksFit, type InlineMark } from '../../../src-core/document/inline-marks.ts'
import type { Article } from '../../../src-core/document/records.ts'
import { articleSchema } from '../../../src-core/document/validate.ts'

const TITLE = '<h1>大桥通车</h1>'
const END = '，今天上午大桥正式通车。'
/** Marked words as [kind, words, ruby?]. */
function marksOf({ blocks }: Article): readonly (readonly string[])[] {
  return blocks.flatMap((block) => {
    const characters = [...blockText(block)]
    return ('marks' in block ? (block.marks ?? []) : []).map(({ kind, from, to, text }: InlineMark) => [kind, characters.slice(from, to).join(''), ...(text === undefined ? [] : [text])])
  })
}
const read = (paragraph: string) => articleFromHtml(`${TITLE}<p>${paragraph}${END}</p>`, null)

test.each([
  ['bold', '天<b>地</b>玄<strong>黄</strong>', [['strong', '地'], ['strong', '黄']]],
  ['bold by style', '天<span style="font-weight:700">地</span>', [['strong', '地']]],
  ['emphasis', '天<em>地玄</em>', [['emphasis', '地玄']]],
  ['emphasis by style', '天<span style="text-emphasis: dot">地玄</span>', [['emphasis', '地玄']]],
  ['italics, which Chinese sets in 楷体', '天<i>地</i>', [['kai', '地']]],
  ['楷体 by style', '天<span style="font-family:楷体_GB2312">地</span>', [['kai', '地']]],
  ['a name', '记者<u>王小明</u>说', [['name', '王小明']]],
  ['a foreign name', '<u>卡尔·马克思</u>说', [['name', '卡尔·马克思']]],
  ['names that touch', '<u>张三</u><u>李四</u>', [['name', '张三'], ['name', '李四']]],
  ['an underline that is no name', '<u>他说：好。</u>', []],
  ['a wavy line', '读<u style="text-decoration:underline wavy">山海经</u>', [['title', '山海经']]],
  ['ruby', '<ruby>魑<rp>(</rp><rt>chī</rt><rp>)</rp>魅<rt>mèi</rt></ruby>', [['ruby', '魑', 'chī'], ['ruby', '魅', 'mèi']]],
  ['marks in marks', '天<b>地<em>玄</em></b>', [['strong', '地玄'], ['emphasis', '玄']]],
  ['words bold in pieces', '<b>天</b><b>地</b>', [['strong', '天地']]],
  ['white space of the markup', '  天\n   <b>\n 地</b>\n玄', [['strong', '地']]],
  ['half-width marks before them', '天...地,<b>玄</b>--<em>黄</em>', [['strong', '玄'], ['emphasis', '黄']]],
  ['characters beyond the BMP', '𠮷𠮷<b>𠮷</b>', [['strong', '𠮷']]],
])('12.16 keeps %s', (_, html, marks) => {
  expect(marksOf(read(html))).toEqual(marks)
})

test('12.16 keeps the words of a ruby’s base and no others in the text', () => {
  expect(read('<ruby>魑<rt>chī</rt></ruby>').blocks).toMatchObject([{ text: `魑${END}` }])
  expect(read(`<ruby>魑<rt>${'山林里的精怪'.repeat(12)}</rt></ruby>`).blocks).toMatchObject([{ text: `魑${'山林里的精怪'.repeat(12)}${END}` }])
})

test('12.16 leaves a face that a role has anyway, and marks titles and crossheads', () => {
  const article = articleFromHtml('<h1><b>大桥<em>通车</em></b></h1><p>今天上午，晨光大桥正式通车。</p><p><b>建设<em>历程</em></b></p><p>历时三年，大桥终于建成。</p>', null)
  expect(article.titleMarks).toEqual({ headline: [{ from: 2, to: 4, kind: 'emphasis' }] })
  expect(article.blocks[1]).toEqual({ role: 'crosshead', lines: ['建设历程'], marks: [{ from: 2, to: 4, kind: 'emphasis' }] })
})

test('12.16 marks a summary by its own words, not by its label', () => {
  const article = articleFromHtml('<h1>大桥通车</h1><p><b>内容提要：</b>大桥历时三年<em>建成</em>，今天通车。</p><p>今天上午，晨光大桥正式通车。</p>', null)
  expect(article).toMatchObject({ summary: '大桥历时三年建成，今天通车。', titleMarks: { summary: [{ from: 6, to: 8, kind: 'emphasis' }] } })
})

test('12.16 takes bold throughout for the look of the page, unless some paragraphs only have it', () => {
  const bold = (...flags: readonly boolean[]) => {
    const paragraphs = flags.map((flag, index) => `<p>${flag ? '<b>' : ''}今天上午，第${index}辆车通过了大桥<em>。</em>${flag ? '</b>' : ''}</p>`)
    const { blocks, notes } = articleFromHtml(TITLE + paragraphs.join(''), null)
    return { kinds: blocks.map((block) => ('marks' in block ? (block.marks ?? []) : []).map(({ kind }) => kind)), told: notes.some((note) => note.includes('整段加粗')) }
  }
  expect(bold(true, true, true)).toEqual({ kinds: [['emphasis'], ['emphasis'], ['emphasis']], told: true })
  expect(bold(true, false, false)).toEqual({ kinds: [['strong', 'emphasis'], ['emphasis'], ['emphasis']], told: false })
})

test('tells of them, and of nothing where there are none', () => {
  expect(read('<b>天</b><em>地</em><em>玄</em>').notes).toContain('照原稿保留字词上的标记，共2处：加粗1处、着重号1处。')
  expect(read('天地')).not.toHaveProperty('titleMarks')
  expect(read('天地').notes.join('')).not.toContain('标记')
})

test('a mark over what is mended away goes with it', () => {
  expect(read('天地...<i>...</i>').blocks).toEqual([{ role: 'paragraph', text: '天地……，今天上午大桥正式通车。' }])
})

test('is sound whatever the markup', () => {
  const tag = fc.constantFrom('b', 'em', 'u', 'i', 'ruby', 'rt', 'p', 'br', 'h2', 'li', 'span style="font-weight:bold"')
  const piece = fc.oneof(fc.constantFrom('天地', '，', ',', '...', ' ', '\n', '𠮷', 'GDP', '--', '“'), tag.map((name) => `<${name}>`), tag.map((name) => `</${name.split(' ')[0]}>`))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const article = articleFromHtml(`${TITLE}<p>${pieces.join('')}${END}`, null)
      articleSchema.parse(article)
      expect(marksFit(article.titleMarks?.headline ?? [], article.headline)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('12.16 mending knows where everything went', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('天', '地', ',', '...', '--', '"', 'a', '𠮷'), { maxLength: 20 }), (pieces) => {
      const text = pieces.join('')
      const { text: mended, at } = mendPunctuation(text)
      expect([at(0), at(text.length)]).toEqual([0, mended.length])
      for (let unit = 0; unit < text.length; unit++) if (/[天地a]/u.test(text[unit]!)) expect(mended[at(unit)]).toBe(text[unit])
    }),
  )
})
