/**
 * date-mismatch: dates in the texts that cannot be. A day that no month has; a weekday against the calendar; a dateline
 * (电头) of a day that the issue cannot know yet.
 */
import { datelineOf } from '../document/dateline.ts'
import type { LocalText } from '../document/local-text.ts'
import { issueOf } from '../document/records.ts'
import { codePointRange, placedTexts, type PlacedText } from './article-texts.ts'
import { dayNumber, isRealDay, weekdayOf } from '../typeset/page/calendar.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'
import type { Fix } from './fix.ts'

const WEEKDAY = '(?:星期|周|礼拜)'
const DAY_NAME = '[一二三四五六日天]'
/**
 * 2024年1月20日（星期六）, 1月20日 周六, 本周六（1月20日）; after a comma only where an hour or a mark follows: 1月20日，周六的
 * may speak of two days.
 */
const DATE = new RegExp(
  [
    `(?:(?<!每)${WEEKDAY}(?<weekdayBefore>${DAY_NAME})[（(])?`,
    '(?<![\\d历])(?:(?<year>\\d{4})年)?(?<month>\\d{1,2})月(?<day>\\d{1,2})日',
    `(?:[\\s（(]*${WEEKDAY}(?<weekday>${DAY_NAME})(?![一二三四五六日天至到、—－-])|[，,]\\s*${WEEKDAY}(?<weekdayAfter>${DAY_NAME})(?=[上下中]午|[早晚凌清]|[，。；）)]|$))?`,
  ].join(''),
  'gu',
)
/** Of the year before or after, as the text itself says. */
const OTHER_YEAR = /(?:去年|前年|明年|后年|上年|次年|翌年|当年|同年|那年|年)[\s\p{Script=Han}]{0,4}$/u
/** A date without its year that names its weekday is one of these days round the issue. */
const NEAR_DAYS = 60
/** And a dateline that lies farther ahead is of the year before. */
const AHEAD_DAYS = 31

export function checkDates(subject: Subject): readonly Finding[] {
  const { date } = issueOf(subject.document)
  return placedTexts(subject).flatMap((placed) => [...datesIn(subject, placed, date), ...earlyDateline(subject, placed, date)])
}

function datesIn({ document }: Subject, placed: PlacedText, issueDate: string): readonly Finding[] {
  return Array.from(placed.text.matchAll(DATE)).flatMap((match): Finding[] => {
    const fault = faultOf(match, placed.text.slice(0, match.index), issueDate)
    if (fault === null) return []
    const written = match[0].trimEnd()
    const { zh, en } = nameOf(document, placed.story)
    const range = codePointRange(placed, match.index, written.length)
    const message = { zh: `${zh}里写的“${written}”与日历不符，${fault.said.zh}。`, en: `${en} says “${written}”, against the calendar: ${fault.said.en}.` }
    return [{ id: 'date-mismatch', severity: 'error', page: placed.page, story: placed.story, range, message, ...(fault.weekday ? { fix: weekdayFix(placed, match, fault.weekday) } : {}) }]
  })
}

function weekdayFix(placed: PlacedText, match: RegExpExecArray, weekday: string): Fix {
  const was = weekdayIn(match.groups)!
  const at = match.groups!['weekdayBefore'] ? match[0].indexOf(was) : match[0].lastIndexOf(was)
  const range = codePointRange(placed, match.index + at, was.length)
  return { label: { zh: `改为星期${weekday}`, en: `Make it 星期${weekday}` }, steps: [{ kind: 'text', record: placed.story, range, was, text: weekday }] }
}

interface Fault {
  readonly said: LocalText
  /** The right one. */
  readonly weekday?: string
}

function faultOf({ groups }: RegExpExecArray, before: string, issueDate: string): Fault | null {
  const { year, month, day } = groups as { year?: string; month: string; day: string }
  const weekday = weekdayIn(groups)
  // A leap day may be any year's where none is given.
  if (!isRealDay(Number(year ?? 2000), Number(month), Number(day))) return { said: { zh: '没有这一天', en: 'there is no such day' } }
  if (weekday === undefined) return null
  const known = year === undefined ? nearYear(Number(month), Number(day), issueDate) : Number(year)
  if (known === null || (year === undefined && OTHER_YEAR.test(before))) return null
  const right = weekdayOf(dayNumber(known, Number(month), Number(day)))
  return right === weekday.replace('天', '日') ? null : { said: { zh: `那天是星期${right}`, en: `that day is 星期${right}` }, weekday: right }
}

function weekdayIn(groups: RegExpExecArray['groups']): string | undefined {
  return groups!['weekday'] ?? groups!['weekdayAfter'] ?? groups!['weekdayBefore']
}

function nearYear(month: number, day: number, issueDate: string): number | null {
  const year = Number(issueDate.slice(0, 4))
  return [year - 1, year, year + 1].find((candidate) => isRealDay(candidate, month, day) && Math.abs(daysAhead(candidate, month, day, issueDate)) <= NEAR_DAYS) ?? null
}

function daysAhead(year: number, month: number, day: number, issueDate: string): number {
  const [issueYear, issueMonth, issueDay] = issueDate.split('-').map(Number) as [number, number, number]
  return dayNumber(year, month, day) - dayNumber(issueYear, issueMonth, issueDay)
}

const DATELINE_DAY = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/u

function earlyDateline({ document }: Subject, placed: PlacedText, issueDate: string): readonly Finding[] {
  if (placed.role !== 'paragraph') return []
  const dateline = datelineOf(placed.text)
  const match = dateline && DATELINE_DAY.exec(Array.from(placed.text).slice(0, dateline.to).join(''))
  if (!match) return []
  const [written, year, month, day] = match
  const known = year === undefined ? nearYear(Number(month), Number(day), issueDate) : Number(year)
  if (known === null || !isRealDay(known, Number(month), Number(day))) return []
  const ahead = daysAhead(known, Number(month), Number(day), issueDate)
  if (ahead <= 0 || ahead > AHEAD_DAYS) return []
  const { zh, en } = nameOf(document, placed.story)
  const message = { zh: `${zh}的电头是“${written}”，晚于本期的日期（${issueDate}），请核对。`, en: `The dateline of ${en} says “${written}”, after this issue’s date (${issueDate}); check it.` }
  return [{ id: 'date-mismatch', severity: 'warning', page: placed.page, story: placed.story, range: codePointRange(placed, match.index, written.length), message }]
}
