/** Dates that a text names, in figures and in Han numerals, with the weekday that stands beside them. */

export interface WrittenDate {
  readonly written: string
  /** UTF-16 offset. */
  readonly at: number
  /** Undefined where the text leaves them out. */
  readonly year?: number
  readonly month?: number
  readonly day: number
  readonly weekday?: Weekday
}

interface Weekday {
  /** 一 to 日, as it is written: 天 too. */
  readonly written: string
  /** UTF-16 offset of it in the text. */
  readonly at: number
}

const WEEKDAY = '(?:星期|周|礼拜)'
const DAY_NAME = '[一二三四五六日天]'
const WEEKDAY_BESIDE = `[\\s（(]*${WEEKDAY}(?<weekday>${DAY_NAME})(?![一二三四五六日天至到、—－-])`
/** After a comma only where an hour or a mark follows: 1月20日，周六的 may speak of two days. */
const WEEKDAY_AFTER = `[，,]\\s*${WEEKDAY}(?<weekdayAfter>${DAY_NAME})(?=[上下中]午|[早晚凌清]|[，。；）)]|$)`
const WEEKDAY_BEFORE = `(?<!每)${WEEKDAY}(?<weekdayBefore>${DAY_NAME})[（(]`

/** Where two find the same words, the first is right. */
const FORMS: readonly RegExp[] = [
  // 2024年1月20日（星期六）, 1月20日 周六, 本周六（1月20日）
  new RegExp(`(?:${WEEKDAY_BEFORE})?(?<![\\d历])(?:(?<year>\\d{4})年)?(?<month>\\d{1,2})月(?<day>\\d{1,2})日(?:${WEEKDAY_BESIDE}|${WEEKDAY_AFTER})?`, 'gu'),
  // 2024-01-20（星期六）; without its weekday it may be anything.
  new RegExp(`(?<![\\d./-])(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})${WEEKDAY_BESIDE}`, 'gu'),
  // 二〇二四年一月二十日 星期六; days of the old calendar have no weekday beside them.
  new RegExp(`(?<year>[一二][〇零○一二三四五六七八九]{3})年(?<month>十[一二]?|[一二三四五六七八九])月(?<day>[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日${WEEKDAY_BESIDE}`, 'gu'),
  // 20日（星期六）
  new RegExp(`(?<!\\d)(?<day>\\d{1,2})日${WEEKDAY_BESIDE}`, 'gu'),
]

/** In the order of the text. */
export function writtenDates(text: string): readonly WrittenDate[] {
  const found: WrittenDate[] = []
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const date = dateOf(match)
      if (!found.some(({ at, written }) => at < date.at + date.written.length && date.at < at + written.length)) found.push(date)
    }
  }
  return found.toSorted((a, b) => a.at - b.at)
}

function dateOf(match: RegExpExecArray): WrittenDate {
  const { year, month, day, weekday: beside, weekdayAfter, weekdayBefore } = match.groups as Readonly<Record<string, string | undefined>>
  const weekday = beside ?? weekdayAfter ?? weekdayBefore
  const inMatch = weekday === undefined ? -1 : weekdayBefore === undefined ? match[0].lastIndexOf(weekday) : match[0].indexOf(weekday)
  return {
    written: match[0].trimEnd(),
    at: match.index,
    ...(year === undefined ? {} : { year: numberOf(year) }),
    ...(month === undefined ? {} : { month: numberOf(month) }),
    day: numberOf(day!),
    ...(weekday === undefined ? {} : { weekday: { written: weekday, at: match.index + inMatch } }),
  }
}

/** 20, 二十, 二〇二四 */
function numberOf(written: string): number {
  if (/^\d+$/u.test(written)) return Number(written)
  const digits = Array.from(written.replace(/[〇○]/gu, '零'), (digit) => '零一二三四五六七八九'.indexOf(digit))
  const ten = digits.indexOf(-1)
  if (ten < 0) return Number(digits.join(''))
  return (ten === 0 ? 1 : digits[0]!) * 10 + (digits[ten + 1] ?? 0)
}
