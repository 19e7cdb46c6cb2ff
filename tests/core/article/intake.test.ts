import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockText } from '../../../src-core/document/blocks.ts'
import { articleText } from '../../../src-core/article/article-text.ts'
import { articleFromHtml } from '../../../src-core/article/html-intake.ts'
import { articleFromText, intakeOfText } from '../../../src-core/article/intake.ts'
import type { Article } from '../../../src-core/document/records.ts'

const han = (text: string): readonly string[] => text.match(/\p{Script=Han}/gu) ?? []
const blockTexts = (article: Article) => article.blocks.flatMap((block) => blockText(block).split('\n'))

/** Articles as they arrive: the shapes that roles are recognised by, in any order, with and without blank lines and indents. */
const line = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[晨光城河桥市民新年检察工作一二三的是和在]{1,30}[，、]?[晨光城河桥市民]{0,30}。?$/u) },
  { weight: 2, arbitrary: fc.stringMatching(/^[晨光城河桥市民新年李王张记者]{1,12}$/u) },
  { weight: 3, arbitrary: fc.array(fc.constantFrom('晨光', '市', '，', ',', ':', '(', ')', '"', '“', '”', '。', ';', '!', '?', '...', '--', '12', '3:2', 'A4', ' ', '　', '~', "'", '\t', '\u0007', '𠮷', '约'), { maxLength: 14 }).map((parts) => parts.join('')) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '04版:要闻', 'A01版', '——记晨光大桥', '一、晨光', '（二）河桥', '本报记者张三', '□记者 李四', '（作者单位：晨光市）', '分享到:', '上一篇 下一篇',
      '2024年1月20日', '2024-01-20', '引题：晨光', '标题：', '提要：新年。', '来源：晨光网', '# 晨光', '## 新城', '**大桥**', '---', '1. 晨光', '• 新城', '本报讯 晨光', '王明',
    ),
  },
)
const articleSource = fc
  .array(fc.tuple(fc.constantFrom('', '', '　　', '  ', '        '), line, fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\r\n\r\n')), { maxLength: 24 })
  .map((lines) => lines.map((parts) => parts.join('')).join(''))

test('every Han character comes out, in the article or in its notes, and the body keeps its order', () => {
  fc.assert(
    fc.property(articleSource, (source) => {
      const article = articleFromText(source, null)
      const out = han(JSON.stringify(article))
      // 第 and 版 of a page line become the page's number.
      const left = new Map<string, number>()
      for (const character of out) left.set(character, (left.get(character) ?? 0) + 1)
      for (const character of han(source)) {
        const count = left.get(character) ?? 0
        if (count === 0 && /[第版]/u.test(character) && article.page) continue
        expect(count, character).toBeGreaterThan(0)
        left.set(character, count - 1)
      }
      let at = 0
      const input = han(source)
      for (const character of han(blockTexts(article).join(''))) {
        at = input.indexOf(character, at) + 1
        expect(at).toBeGreaterThan(0)
      }
    }),
    { numRuns: 200 },
  )
})

test('plain text of an article is read back as the same article', () => {
  fc.assert(
    fc.property(articleSource, (source) => {
      const article = articleFromText(source, null)
      expect({ ...articleFromText(articleText(article), null), notes: [] }).toEqual({ ...article, notes: [] })
    }),
    { numRuns: 200 },
  )
})

test('any string at all is read, as text and as HTML', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) => {
      articleFromText(source, null)
      articleFromHtml(source, null)
    }),
    { numRuns: 200 },
  )
})

test('half-width marks are the author’s, unless a program folded the whole source', () => {
  const slips = (source: string) => intakeOfText(source, null).slips
  expect(slips('晨光大桥通车\n\n　　今天上午,大桥通车,市民来到江边。')).toBe(2)
  expect(slips('晨光大桥通车\n\n今天上午,大桥通车。')).toBe(1)
  expect(slips('晨光大桥通车\n\n  今天上午,大桥通车。')).toBe(0)
  expect(slips('晨光大桥通车\n\n  今天上午，大桥通车,市民来到江边。')).toBe(1)
  expect(slips('晨光大桥通车\n\n　　大桥以3:2的比例，通行A,B两种车。')).toBe(0)
})
