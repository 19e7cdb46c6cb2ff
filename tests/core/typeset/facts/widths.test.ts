/**
 * Widths of marks by scheme: xeCJK (testfiles punctstyle01, punctwidth01, longpunct01, dashwidth01, kaimingpunct01,
 * punctuation-model-975), luatexja (src/jfm-quanjiao, jfm-kaiming, jfm-banjiao) and Typst
 * (tests/suite/layout/inline/cjk.typ). Where xeCJK and luatexja differ on ．， xeCJK's sentence end is taken.
 */
import { describe, it } from 'vitest'
import { expectFact } from './fact.ts'

const BRACKETS = '‘“〈《「『【〔〖〘〝（［｛｟’”〉》」』】〕〗〙〟）］｝｠'
const PAUSES = '、，：；'
const ENDS = '。．！？'

describe('3.17 marks alone', () => {
  it.each([
    ['quanjiao', BRACKETS + PAUSES + ENDS, 1],
    ['hangmobanjiao', BRACKETS + PAUSES + ENDS, 1],
    ['gb', BRACKETS + PAUSES + ENDS, 1],
    ['plain', BRACKETS + PAUSES + ENDS, 1],
    ['kaiming', ENDS, 1],
    ['kaiming', BRACKETS + PAUSES, 0.5],
    ['banjiao', BRACKETS + PAUSES + ENDS, 0.5],
  ])('%s: %s take %s em', (scheme, marks, em) => {
    for (const mark of marks) expectFact({ text: `国${mark}国`, style: { scheme }, sums: [[0, 1, 1], [1, 2, em], [2, 3, 1]] })
  })

  it.each(['quanjiao', 'hangmobanjiao', 'gb', 'kaiming', 'banjiao', 'plain'])('3.1 %s leaves dashes and ellipses', (scheme) => {
    for (const long of ['——', '……', '⋯⋯']) expectFact({ text: `国${long}国`, style: { scheme }, sums: [[1, 3, 2]] })
    expectFact({ text: '国⸺国—国…国', style: { scheme }, sums: [[1, 2, 2], [3, 4, 1], [5, 6, 1]] })
    expectFact({ text: '国———国', style: { scheme }, sums: [[1, 4, 3]] })
    expectFact({ text: '国·国', style: { scheme }, sums: [[1, 2, 0.5]] })
    expectFact({ text: '国‼国⁉国', style: { scheme }, sums: [[1, 2, 1], [3, 4, 1]] })
  })
})

/** Marks that touch, and what they take together. */
describe('3.4 to 3.8 marks together', () => {
  it.each([
    ['quanjiao', '”。', 1.5], ['quanjiao', '？”', 1.5], ['quanjiao', '，“', 1.5], ['quanjiao', '：「', 1.5], ['quanjiao', '」、', 1.5], ['quanjiao', '「『', 1.5],
    ['quanjiao', '」，「', 2], ['quanjiao', '（？）', 2.5], ['quanjiao', '？（', 1.5], ['quanjiao', '）（', 1.5], ['quanjiao', '。——', 3], ['quanjiao', '“——”', 4],
    ['quanjiao', '「」', 2], ['quanjiao', '『」』', 2.5], ['quanjiao', '，。', 1.5],
    ['kaiming', '。」「。』', 2.5], ['kaiming', '，“', 1], ['kaiming', '！”', 1], ['kaiming', '（）', 1], ['kaiming', '。《', 1.5],
    ['banjiao', '。」', 1], ['banjiao', '（？）', 1.5], ['banjiao', '「『', 1],
    ['plain', '。」', 2], ['plain', '，“', 2],
    // GB/T 15834-2011, 5.1.2.
    ['gb', '？？', 1], ['gb', '！！', 1], ['gb', '？！', 1], ['gb', '！？', 1], ['gb', '！！！', 2], ['gb', '？？？', 2],
  ] as const)('%s %s: %s em', (scheme, marks, em) => {
    expectFact({ text: `国${marks}国`, style: { scheme }, sums: [[1, 1 + [...marks].length, em]] })
  })

  it.each([
    ['zh-Hans', '国国国《国国》！？国', [[3, 4, 1], [6, 9, 2]]],
    ['zh-Hant', '国国国《国国》！国', [[6, 7, 0.5], [7, 8, 1]]],
    ['zh-Hans', '「国国国？」', [[0, 1, 1], [4, 5, 0.5], [5, 6, 1]]],
    ['zh-Hans', '国《国国〈国国〉》国', [[7, 9, 1.5]]],
    ['zh-Hans', '〔国国〕：国国国', [[3, 5, 1.5]]],
    ['zh-Hans', '（〔国〕国、〔国〕国、国）国', [[0, 2, 1.5], [5, 7, 1.5]]],
    ['zh-Hans', '（国国国［国国国国国］）（国', [[10, 13, 2]]],
    ['zh-Hans', '〔（2009）国国国第1622号〕', [[0, 2, 1.5]]],
    ['zh-Hans', '国，国国国国国国。”（［国］国国国《国国国国国国国》）', [[8, 12, 2.5], [25, 27, 1.5]]],
    ['zh-Hans', '国国1378国〖国国国国〗。（《国国国国国国》国国国）', [[12, 16, 2.5]]],
  ] as const)('Typst, cjk-punctuation-adjustment, %s: %s', (lang, text, sums) => expectFact({ text, lang, sums }))
})
