import { expect, test } from 'vitest'
import { mendPunctuation } from '../../../src-core/article/mend.ts'

// TYPESETTING §9.1, intake of folded text.
const cases: readonly (readonly [why: string, folded: string, mended: string])[] = [
  ['between Han', '保持第一,争创一流!', '保持第一，争创一流！'],
  ['before a digit after Han', '第一方阵;35个案件', '第一方阵；35个案件'],
  ['beside a bracket', '红色教育展馆(山西馆),赓续', '红色教育展馆（山西馆），赓续'],
  ['a bracket never stays narrow opposite a wide one', '(1)经济发展', '（1）经济发展'],
  ['Latin in brackets after Han', '最高检(SPP)指出', '最高检（SPP）指出'],
  ['a chain of marks', '真的吗?!', '真的吗？！'],
  ['inside a quote', '他说:“好!”', '他说：“好！”'],
  ['numbers', '收入1,234,567元,增长', '收入1,234,567元，增长'],
  ['times', '会议14:30开始,16:00结束', '会议14:30开始，16:00结束'],
  ['a ratio after a colon', '比分为:3:2', '比分为：3:2'],
  ['a URL', '见https://a.cn/b?c=1,2:3,谢谢', '见https://a.cn/b?c=1,2:3，谢谢'],
  ['an address', '邮箱:news@a.cn,电话:123', '邮箱：news@a.cn，电话：123'],
  ['a Latin phrase', '题为Hello, world! (beta)的节目', '题为Hello, world! （beta）的节目'],
  ['a quoted Latin phrase', '他喊“Hello, world!”。', '他喊“Hello, world!”。'],
  ['a range', '3天~5天,即3~5天', '3天～5天，即3~5天'],
  ['dots', '他说...等等......', '他说……等等……'],
  ['a decimal and an extension stay', '增长3.5%,见a.txt', '增长3.5%，见a.txt'],
  ['a dash', '--我省工作综述', '——我省工作综述'],
  ['straight quotes', '荣立"一等功",获"先进"称号', '荣立“一等功”，获“先进”称号'],
  ['an apostrophe', "歌曲Don't cry,'好'字", "歌曲Don't cry，‘好’字"],
  ['a straight quote left over stays', '屏幕5"大,"好"', '屏幕5"大，"好"'],
  ['text without Han', 'Hello, “world”, he said: go!', 'Hello, “world”, he said: go!'],
]

test.each(cases)('9.1 %s', (_, folded, mended) => {
  expect(mendPunctuation(folded).text).toBe(mended)
  expect(mendPunctuation(mended)).toMatchObject({ text: mended, counts: {} })
})

test('9.1 every change is counted by its kind', () => {
  expect(mendPunctuation('"好",(山西馆);走!--是?嗯...~').counts).toEqual({
    quote: 2,
    comma: 1,
    bracket: 2,
    semicolon: 1,
    exclamation: 1,
    dash: 1,
    question: 1,
    ellipsis: 1,
    tilde: 1,
  })
})

test('a long row of marks is mended in one sweep', () => {
  const marks = 100_000
  expect(mendPunctuation(`${','.repeat(marks)}好`).counts.comma).toBe(marks)
})
