/** Random texts, styles and measures for the laws of the text engine. */
import fc from 'fast-check'
import type { JustifyLimits, LineStyle } from '../../../../src-core/document/style.ts'
import { idealFaces } from '../../../../src-core/typeset/text/ideal-faces.ts'
import type { ParagraphStyle } from '../../../../src-core/typeset/text/paragraph.ts'

export const faces = idealFaces({ lang: 'zh-Hans', latinEm: 0.5 })

export const NEWS: ParagraphStyle = {
  lang: 'zh-Hans',
  face: 'ideal',
  size: 10,
  line: { lineBreak: 'gb', scheme: 'hangmobanjiao', autospaceEm: 0.25 },
  indentEm: 0,
  justify: true,
}

export function news(changes: Partial<Omit<ParagraphStyle, 'line'>> & { readonly line?: Partial<LineStyle> } = {}): ParagraphStyle {
  return { ...NEWS, ...changes, line: { ...NEWS.line, ...changes.line } }
}

/** Every class of TYPESETTING §1, and what no table expects. */
const pieces = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'国中文字排版报纸一的了検𠀀𰻝々〇') },
  { weight: 5, arbitrary: fc.constantFrom(...'，。、；：！？“”‘’《》（）「」『』〈〉【】') },
  { weight: 3, arbitrary: fc.constantFrom('——', '……', '—', '…', '·', '～', '–', '/', '-', '⸺', '⋯⋯', '‼', '　', ' ', '　　') },
  { weight: 3, arbitrary: fc.constantFrom(...'abcXYZ0123456789αжß') },
  { weight: 2, arbitrary: fc.constantFrom('international', 'photo\u00adsynthesis', '100kg', '36.5℃', '50%', '￥100', '2024-03-15', '14:30', 'COVID-19', 'https://a.cn/b?c=d', 'don’t', '3.5万', '第18期') },
  { weight: 1, arbitrary: fc.constantFrom('\u0301', '\ufe00', '\u{e0100}', '\u200b', '\u2060', '\u00a0', '\u00ad', '\u200d', '\n', '👨‍👩‍👧', '🇨🇳', '각', 'नी', 'ｱ', '５', '[', ')', '\ud800') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
)

export const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''))

/** Prose without foreign scripts, spaces or control characters: what a newspaper's column holds. */
export const prose = fc
  .array(
    fc.oneof(
      { weight: 10, arbitrary: fc.constantFrom(...'国中文字排版报纸一的了検') },
      { weight: 2, arbitrary: fc.constantFrom(...'，。、；：！？') },
      { weight: 1, arbitrary: fc.constantFrom('“好”', '《书》', '（注）', '2024年', '——', '……', 'GDP', '5%') },
    ),
    { minLength: 1, maxLength: 120 },
  )
  .map((parts) => parts.join(''))

export const levels = fc.constantFrom('none', 'basic', 'gb', 'strict', 'css-loose', 'css-normal', 'css-strict' as const)

export const justifyLimits: fc.Arbitrary<JustifyLimits> = fc.record(
  {
    wordSpaceMinEm: fc.constantFrom(0.2, 0.25, 0.5),
    wordSpaceMaxEm: fc.constantFrom(0.25, 0.5, 1),
    autospaceMinEm: fc.constantFrom(0, 0.125, 0.25, 0.5),
    autospaceMaxEm: fc.constantFrom(0.125, 0.25, 1 / 3, 0.5),
    bracketMinEm: fc.constantFrom(0, 0.25, 1),
    commaMinEm: fc.constantFrom(0, 0.25, 0.5),
    squeezeStops: fc.constantFrom('never', 'loose', 'always' as const),
    looseEm: fc.constantFrom(0, 0.1, 0.25, 0.5),
  },
  { requiredKeys: [] },
)

export const lineStyles: fc.Arbitrary<LineStyle> = fc.record(
  {
    lineBreak: levels,
    scheme: fc.constantFrom('quanjiao', 'hangmobanjiao', 'gb', 'kaiming', 'banjiao', 'plain' as const),
    adjacent: fc.constantFrom('collapse', 'none' as const),
    lineStart: fc.constantFrom('trim', 'first-keep', 'keep' as const),
    lineEnd: fc.constantFrom('trim', 'allow', 'none', 'hang' as const),
    autospaceEm: fc.constantFrom(0, 0.125, 0.25, 1 / 3),
    breaking: fc.constantFrom('stable', 'optimal' as const),
    justify: justifyLimits,
    hyphenate: fc.boolean(),
    latinQuotes: fc.boolean(),
  },
  { requiredKeys: ['lineBreak', 'scheme', 'autospaceEm'] },
)

/** Stretches of the text in another size, in order. */
const runs = fc
  .uniqueArray(fc.nat(60), { minLength: 2, maxLength: 6 })
  .map((offsets) => offsets.toSorted((a, b) => a - b))
  .map((offsets) => offsets.slice(1).map((to, index) => ({ from: offsets[index]!, to, face: 'ideal', size: index % 2 === 0 ? 18 : 9 })))

export const styles: fc.Arbitrary<ParagraphStyle> = fc.record(
  {
    lang: fc.constantFrom('zh-Hans', 'zh-Hant' as const),
    face: fc.constant('ideal'),
    size: fc.constantFrom(9, 8.94, 10.5, 21),
    line: lineStyles,
    indentEm: fc.constantFrom(0, 1, 2),
    justify: fc.boolean(),
    align: fc.constantFrom('start', 'center', 'end', 'even' as const),
    senseSpaces: fc.boolean(),
    runs,
  },
  { requiredKeys: ['lang', 'face', 'size', 'line', 'indentEm', 'justify'] },
)

/** Characters to a line. */
export const measures = fc.oneof(fc.integer({ min: 1, max: 41 }), fc.double({ min: 0.1, max: 30, noNaN: true }))
