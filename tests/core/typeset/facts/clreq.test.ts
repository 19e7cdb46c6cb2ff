/** CLREQ (w3c/clreq, "Prohibition Rules for Line Start and Line End", "for Unbreakable Marks") and xeCJK's testfiles on breaks. */
import { describe, it } from 'vitest'
import { expectFact } from './fact.ts'

const LEVELS = ['basic', 'gb', 'strict'] as const
const LANGS = ['zh-Hans', 'zh-Hant'] as const

/** 点号, closing 引号 括号 书名号, 连接号, 间隔号, 分隔号. */
const NOT_AT_LINE_START = '、，；：。．！？’”〉》」』】〕〗〙〛〞〟）］｝｠–～〜—·・‧•/／‼⁇⁈⁉々〻'
/** Opening 引号 括号 书名号. */
const NOT_AT_LINE_END = '‘“〈《「『【〔〖〘〚〝（［｛｟'

describe.each(LEVELS)('CLREQ, level %s', (lineBreak) => {
  it.each([...NOT_AT_LINE_START])('2.2 %s does not begin a line', (mark) => {
    const glued = (mark === '/' || mark === '／') && lineBreak !== 'basic'
    const after = glued ? { prohibited: [2, 3] } : { prohibited: [2], allowed: [3] }
    for (const lang of LANGS) expectFact({ text: `国国${mark}国国`, lang, style: { lineBreak }, ...after })
  })

  it.each([...NOT_AT_LINE_END])('2.3 %s does not end a line', (mark) => {
    for (const lang of LANGS) expectFact({ text: `国国${mark}国国`, lang, style: { lineBreak }, allowed: [2], prohibited: [3] })
  })

  it.each(['——', '……', '⋯⋯', '⸺'])('2.7, 2.10 %s is one unit, and at the strict level begins no line', (long) => {
    const end = 2 + [...long].length
    const start = lineBreak === 'strict' ? { prohibited: [2] } : { allowed: [2] }
    expectFact({ text: `国国${long}国国`, style: { lineBreak }, ...start })
    expectFact({ text: `国国${long}国国`, style: { lineBreak }, allowed: [end], prohibited: end > 3 ? [3] : [] })
  })

  it('2.2 a line may end after every mark that may not begin one', () => {
    for (const pair of ['，“', '：“', '》《', '）（', '。「', '？‘', '、《']) expectFact({ text: `国${pair}国`, style: { lineBreak }, allowed: [2], prohibited: [1, 3] })
  })

  it('2.10 xeCJK longpunct-kinsoku01, ellipsis01, nobreaklongpunct01', () => {
    expectFact({ text: '国国国国“——”国国国', style: { lineBreak }, allowed: [4, 8], prohibited: [5, 6, 7] })
    expectFact({ text: '国国国国（——）国国国', style: { lineBreak }, allowed: [4, 8], prohibited: [5, 6, 7] })
    expectFact({ text: '国国国国——，国国国', style: { lineBreak }, allowed: [7], prohibited: [5, 6] })
    expectFact({ text: '国国国国——。国国国', style: { lineBreak }, allowed: [7], prohibited: [5, 6] })
    expectFact({ text: '国国国国——……国国国', style: { lineBreak }, allowed: [8], prohibited: [5, 6, 7] })
    expectFact({ text: '国国国国，——国国国', style: { lineBreak }, allowed: [7], prohibited: [4, 6] })
    expectFact({ text: '国国国国……——国国国', style: { lineBreak }, allowed: [8], prohibited: [5, 7] })
    expectFact({ text: '国国国国……国国国', style: { lineBreak }, allowed: [6], prohibited: [5] })
  })

  it('2.2 xeCJK nobreak01, halfright-nobreak01', () => {
    expectFact({ text: '国国国国国，国国国。国国', style: { lineBreak }, allowed: [1, 2, 3, 4, 6, 7, 8, 10], prohibited: [5, 9] })
    expectFact({ text: '国国国国国）.国', style: { lineBreak }, prohibited: [5, 6] })
  })

  it('2.11 digits keep their prefix and suffix', () => {
    for (const unit of ['50%', '36.5℃', '20‰', '￥100', '＄5', '№3', '100kg', '€20']) {
      const inside = Array.from({ length: [...unit].length - 1 }, (_, index) => index + 2)
      expectFact({ text: `国${unit}国`, style: { lineBreak }, allowed: [1], prohibited: inside })
    }
  })
})
