/** web-platform-tests, css/css-text/text-spacing-trim: widths of adjacent marks and of marks at the edges of lines. */
import { describe, it } from 'vitest'
import { expectFact, type Fact } from './fact.ts'

type Lang = 'zh-Hans' | 'zh-Hant'

/** text-spacing-trim-combinations-001.html, with the points as mainland Chinese has them. */
const OPENING = '《「『〔〖〘〝（｛｟'
const CLOSING = '》」』〕〗〙〟）｝｠、。，．'
const MIDDLE = '・\u3000：；'

describe('3.4, 3.5 text-spacing-trim-combinations-001', () => {
  it.each([
    ['closing and closing', CLOSING, CLOSING],
    ['closing and middle', CLOSING, MIDDLE],
    ['closing and opening', CLOSING, OPENING],
    ['middle and opening', MIDDLE, OPENING],
    ['opening and opening', OPENING, OPENING],
  ])('%s', (_, before, after) => {
    for (const one of before) for (const other of after) expectFact({ text: `国${one}${other}国`, style: { adjacent: 'collapse' }, sums: [[1, 3, 1.5]] })
  })
})

/** Characters, and the width of each of them. */
type Row = readonly [file: string, lang: Lang, text: string, widths: readonly number[]]

const WIDTHS: readonly Row[] = [
  ['001', 'zh-Hans', '（（', [1, 0.5]],
  ['001', 'zh-Hans', '（（（', [1, 0.5, 0.5]],
  ['001', 'zh-Hans', '（）', [1, 1]],
  ['001', 'zh-Hans', '（・', [1, 1]],
  ['001', 'zh-Hans', '（\u3000', [1, 1]],
  ['001', 'zh-Hans', '）（', [1, 0.5]],
  ['001', 'zh-Hans', '））', [0.5, 1]],
  ['001', 'zh-Hans', '）））', [0.5, 0.5, 1]],
  ['001', 'zh-Hans', '）・', [0.5, 1]],
  ['001', 'zh-Hans', '）\u3000', [0.5, 1]],
  ['001', 'zh-Hans', '・（', [1, 0.5]],
  ['001', 'zh-Hans', '・・', [1, 1]],
  ['001', 'zh-Hans', '・）', [1, 1]],
  ['001', 'zh-Hans', '\u3000（', [1, 0.5]],
  ['001', 'zh-Hans', '\u3000\u3000', [1, 1]],
  ['001', 'zh-Hans', '\u3000）', [1, 1]],
  ...(['：', '；'] as const).flatMap((point) => pointFacts('colon-001', point)),
  ...pointFacts('dot-001', '。'),
  ...(['zh-Hans', 'zh-Hant'] as const).flatMap((lang) =>
    [...'‘“’”'].map((quote): Row => ['quote-001', lang, `）${quote}（`, '‘“'.includes(quote) ? [1, 0.5, 0.5] : [0.5, 1, 0.5]]),
  ),
  ['narrow-001', 'zh-Hans', '）)', [0.5, 0.5]],
  ['narrow-001', 'zh-Hans', '(（', [0.5, 0.5]],
  ['trim-all-001', 'zh-Hans', '（', [1]],
]

/** What a point and its neighbours take, on the mainland and where points are centred. */
function pointFacts(file: string, point: string): readonly Row[] {
  const rows = (lang: Lang, own: number): readonly Row[] => [
    [file, lang, `${point}（`, [1, 0.5]],
    [file, lang, `${point}）`, [own, 1]],
    [file, lang, `${point}・`, [own, 1]],
    [file, lang, `${point}\u3000`, [own, 1]],
    [file, lang, `（${point}`, [1, 1]],
    [file, lang, `）${point}`, [0.5, 1]],
    [file, lang, `・${point}`, [1, 1]],
    [file, lang, `\u3000${point}`, [1, 1]],
  ]
  return [...rows('zh-Hans', 0.5), ...rows('zh-Hant', 1)]
}

describe('3.4 to 3.10', () => {
  it.each(WIDTHS)('text-spacing-trim-%s, %s: %s', (_, lang, text, widths) => {
    const whole = { text: `国${text}国`, lang, style: { adjacent: 'collapse' } }
    expectFact({ ...whole, sums: widths.map((em, index) => [index + 1, index + 2, em] as const) })
    // text-spacing-trim-span-001: a run's edge changes nothing.
    expectFact({ ...whole, runs: [[2, 4]], sums: widths.map((em, index) => [index + 1, index + 2, em] as const) })
  })

  it.each(['）（（', '「。', '、，'])('text-spacing-trim-space-all-001: %s', (text) => {
    expectFact({ text: `国${text}国`, style: { adjacent: 'none' }, sums: [[1, text.length + 1, text.length]] })
  })
})

/** Lines that the files set in 3.6, 4 or 7.5 em. */
const EDGES: readonly (readonly [file: string, fact: Fact])[] = [
  ['end-001', { text: '国国国）国国国）', widthEm: 3.6, style: { lineEnd: 'trim' }, lines: ['国国国）', '国国国）'], lastEm: [0.5, 0.5] }],
  ['end-001', { text: '国国国）国国国）', widthEm: 3.6, style: { lineEnd: 'allow' }, lines: ['国国国）', '国国国）'], lastEm: [0.5, 0.5] }],
  ['end-001', { text: '国国国）国', widthEm: 4, style: { lineEnd: 'allow' }, lines: ['国国国）', '国'], lastEm: [1, 1] }],
  ['end-span-001', { text: '国国国国国国国）', widthEm: 7.5, runs: [[3, 4]], lines: ['国国国国国国国）'], lastEm: [0.5] }],
  ...(['trim', 'first-keep', 'keep'] as const).flatMap((lineStart): readonly (readonly [string, Fact])[] => {
    const first = lineStart === 'trim' ? 0.5 : 1
    const later = lineStart === 'keep' ? 1 : 0.5
    const edge = { widthEm: 4, style: { lineStart, lineEnd: 'allow' } }
    return [
      ['start-001', { ...edge, text: '（国国国（国国国（国', lines: ['（国国国', '（国国国', '（国'], firstEm: [first, later, later] }],
      ['start-001', { ...edge, text: '国国国）（国国）（国', lines: ['国国国）', '（国国）', '（国'], firstEm: [1, later, later] }],
      ['start-001', { ...edge, text: '国国国国（', lines: ['国国国国', '（'], firstEm: [1, later] }],
      ['start-001', { ...edge, text: '国国国国“', lines: ['国国国国', '“'], firstEm: [1, later] }],
      ['span-001', { ...edge, text: '国国国）（国', runs: [[4, 6]], lines: ['国国国）', '（国'], firstEm: [1, later] }],
    ]
  }),
  ['start-002', { text: '（国国国（国国国', widthEm: 3.6, style: { lineStart: 'trim' }, lines: ['（国国国', '（国国国'], firstEm: [0.5, 0.5] }],
]

describe('3.13 to 3.15', () => {
  it.each(EDGES)('text-spacing-trim-%s: %o', (_, fact) => expectFact(fact))
})
