/**
 * Exact quantities and dates in a Chinese text, each with the form that it is written in (GB/T 15835-2011): Arabic figures or
 * Han numerals. Approximate numbers (十余人, 三五个, 二十多家), ordinals, and 一 and 两 stay Han by that norm and are left out, and
 * so are names: what stands in title marks or in quotation marks by itself.
 */

export interface Numeral {
  readonly form: 'arabic' | 'han'
  /** What is counted or named: two numerals that share one should have one form. The surest first. */
  readonly kinds: readonly string[]
  /** 个, or what sort of date it is: of one subject one mixture is told. */
  readonly subject: string
  readonly written: string
  /** UTF-16 offset. */
  readonly at: number
}

const LENGTHS_AND_WEIGHTS = ['平方公里', '平方米', '立方米', '公里', '千米', '厘米', '毫米', '公斤', '千克', '公顷', '米', '吨']
const MEASURES = [...LENGTHS_AND_WEIGHTS, ...'亩 克 斤 小时 分钟 个月 周岁 岁 人次 个 名 人 位 户 件 起 辆 座 家 条 台 所 套 项 次 处 部 场 艘 架 间 栋 幢 册 篇 本 张 只 头 棵 株 箱 袋 支 批 组 节 元'.split(' ')]
const HAN_NUMBER = '〇零一二两三四五六七八九十百千万亿'
const ARABIC_NUMBER = /\d[\d,]*(?:\.\d+)?[百千]?[万亿]?/gu
const HAN_NUMBERS = new RegExp(`[${HAN_NUMBER}]+`, 'gu')
/** No quantity begins after these. */
const BEFORE_ARABIC = /[\d.:：a-zA-Z第—～~-]/u
const BEFORE_HAN = new Set('0123456789第初几数每')
const NOUN = /^[\u3400-\u4dbf\u4e00-\u9fff]{0,2}/u
/** Fixed expressions. */
const IDIOM = /^(?:二十四节气|五十六个民族|十二个月|七十二家)/u
const LONGEST_IDIOM = 6
/** No noun begins with these. */
const FUNCTION = /^[的地得在是和与及被就都把从到对以为了后前内中上下左多余来]/u

const DATES: readonly { readonly subject: string; readonly arabic: RegExp; readonly han: RegExp }[] = [
  { subject: 'year', arabic: /(?<!\d)[12]\d{3}年/gu, han: /[一二][〇零○一二三四五六七八九]{3}年/gu },
  { subject: 'day', arabic: /(?<!\d)\d{1,2}月\d{1,2}[日号]/gu, han: /(?<![历正腊冬闰年一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九])月(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]/gu },
  { subject: 'percent', arabic: /(?<![\d.])\d+(?:\.\d+)?[%％]/gu, han: /百分之(?![百一](?![一二三四五六七八九十点百]))[一二三四五六七八九十百点零]+/gu },
  { subject: 'century', arabic: /(?<!\d)\d{1,2}世纪/gu, han: /(?:二?十[一二三四五六七八九]?)世纪/gu },
  { subject: 'decade', arabic: /(?<!\d)\d0年代/gu, han: /[二三四五六七八九]十年代/gu },
]

/** Names, whose numerals are their own; a longer quotation is running text. */
const NAMES = /《[^》]*》|“[^”]{1,12}”|‘[^’]{1,12}’/gu

export function numeralsIn(text: string): readonly Numeral[] {
  const running = text.replace(NAMES, (name) => '＿'.repeat(name.length))
  const quantities = [
    ...Array.from(running.matchAll(ARABIC_NUMBER), (match) => (BEFORE_ARABIC.test(running[match.index - 1] ?? '') ? null : quantity('arabic', running, match, arabicValue))),
    ...Array.from(running.matchAll(HAN_NUMBERS), (match) => (BEFORE_HAN.has(running[match.index - 1] ?? '') || IDIOM.test(running.slice(match.index, match.index + LONGEST_IDIOM)) ? null : quantity('han', running, match, hanValue))),
  ]
  const dates = DATES.flatMap(({ subject, arabic, han }) =>
    ([['arabic', arabic], ['han', han]] as const).flatMap(([form, pattern]) => Array.from(running.matchAll(pattern), (match): Numeral => ({ form, kinds: [subject], subject, written: match[0], at: match.index }))),
  )
  return [...quantities.filter((one) => one !== null), ...dates].toSorted((a, b) => a.at - b.at)
}

/** The longest first: 个月 before 个. */
const MEASURES_BY_FIRST = new Map([...new Set(MEASURES.map((measure) => measure[0]!))].map((first) => [first, MEASURES.filter((measure) => measure.startsWith(first)).toSorted((a, b) => b.length - a.length)] as const))

function quantity(form: Numeral['form'], text: string, { index, 0: number }: RegExpExecArray, valueOf: (written: string) => Value | null): Numeral | null {
  const after = index + number.length
  const measure = MEASURES_BY_FIRST.get(text[after] ?? '')?.find((candidate) => text.startsWith(candidate, after))
  const value = measure === undefined ? null : valueOf(number)
  if (measure === undefined || value === null || (form === 'han' && (value.number < 3 || keepsFiguresApart(text, after + measure.length)))) return null
  const noun = NOUN.exec(text.slice(after + measure.length, after + measure.length + 2))![0]
  const isCounted = (form === 'arabic' ? Number.isInteger(value.number) : value.isExact) || (LENGTHS_AND_WEIGHTS.includes(measure) && (form === 'arabic' || value.number < 10))
  const kinds = [
    ...(value.number >= 10 ? [`= ${value.number} ${measure}`] : []),
    ...(noun !== '' && !FUNCTION.test(noun) ? [`${measure} ${noun}`] : []),
    ...(isCounted ? [measure] : []),
  ]
  return { form, kinds, subject: measure, written: number + measure, at: index }
}

/** 十二人4分钟内到达: Han by the side of figures, which would run into one number. */
function keepsFiguresApart(text: string, end: number): boolean {
  return /\d/u.test(text[end] ?? '')
}

interface Value {
  readonly number: number
  /** Given to more than its first digit, or in tens: 十二, 四十; a hundred or 三万 may be a round number. */
  readonly isExact: boolean
}

const ARABIC_UNITS: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 }

function arabicValue(written: string): Value {
  const figures = /^[\d,.]+/u.exec(written)![0]
  const units = Array.from(written.slice(figures.length)).reduce((product, unit) => product * ARABIC_UNITS[unit]!, 1)
  return { number: Math.round(Number(figures.replaceAll(',', '')) * units * 1e6) / 1e6, isExact: true }
}

/** Null for what is no one number: 三五, 一二. */
function hanValue(written: string): Value | null {
  let [total, section, digit, digits] = [0, 0, 0, 0]
  for (const [index, character] of Array.from(written).entries()) {
    const value = character === '两' ? 2 : '零一二三四五六七八九'.indexOf(character === '〇' ? '零' : character)
    if (value >= 0) {
      if (digit > 0) return null
      digit = value
      if (value > 0) digits++
      continue
    }
    const unit = character === '十' ? 10 : ARABIC_UNITS[character]!
    if (unit === 10 && digit === 0) {
      if (index > 0 && section % 100 !== 0) return null
      digit = 1
      digits++
    }
    if (unit >= 10_000) {
      total = (total + section + digit) * unit
      section = 0
    } else section += digit * unit
    digit = 0
  }
  const number = total + section + digit
  return number > 0 ? { number, isExact: digits > 1 || (number > 10 && number < 100) } : null
}
