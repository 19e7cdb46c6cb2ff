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
import { writtenDates, type WrittenDate } from './written-dates.ts'

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
  return writtenDates(placed.text).flatMap((date): Finding[] => {
    const fault = faultOf(date, placed.text.slice(0, date.at), issueDate)
    if (fault === null) return []
    const { written, at, weekday } = date
    const { zh, en } = nameOf(document, placed.story)
    const range = codePointRange(placed, at, written.length)
    const message = { zh: `${zh}里写的“${written}”与日历不符，${fault.said.zh}。`, en: `${en} says “${written}”, against the calendar: ${fault.said.en}.` }
    return [{ id: 'date-mismatch', severity: 'error', page: placed.page, story: placed.story, range, message, ...(fault.weekday && weekday ? { fix: weekdayFix(placed, weekday, fault.weekday) } : {}) }]
  })
}

function weekdayFix(placed: PlacedText, { written: was, at }: NonNullable<WrittenDate['weekday']>, weekday: string): Fix {
  const range = codePointRange(placed, at, was.length)
  return { label: { zh: `改为星期${weekday}`, en: `Make it 星期${weekday}` }, steps: [{ kind: 'text', record: placed.story, range, was, text: weekday }] }
}

interface Fault {
  readonly said: LocalText
  /** The right one. */
  readonly weekday?: string
}

function faultOf(date: WrittenDate, before: string, issueDate: string): Fault | null {
  const { year, month, day, weekday } = date
  // A leap day may be any year's where none is given.
  if (month !== undefined && !isRealDay(year ?? 2000, month, day)) return { said: { zh: '没有这一天', en: 'there is no such day' } }
  if (weekday === undefined) return null
  const days = month === undefined ? daysOfMonths(day, before, issueDate) : [knownDay(year, month, day, before, issueDate)].filter((known) => known !== null)
  const [right] = days.map(weekdayOf)
  if (right === undefined || days.some((known) => weekdayOf(known) === weekday.written.replace('天', '日'))) return null
  return { said: { zh: `那天是星期${right}`, en: `that day is 星期${right}` }, weekday: right }
}

/** Null where the text speaks of another year. */
function knownDay(year: number | undefined, month: number, day: number, before: string, issueDate: string): number | null {
  const known = year ?? (OTHER_YEAR.test(before) ? null : nearYear(month, day, issueDate))
  return known === null ? null : dayNumber(known, month, day)
}

const SENTENCE = /[^。！？]*$/u
const MONTHS = /\d+(?=月)/gu
const RELATIVE_MONTH = /([上本当下次])个?月$/u
const RELATIVE: Readonly<Record<string, number>> = { 上: -1, 下: 1, 次: 1 }

/** A day without its month: of the month that the sentence has named, else of the issue's, the next or the last. */
function daysOfMonths(day: number, before: string, issueDate: string): readonly number[] {
  const relative = RELATIVE_MONTH.exec(before)?.[1]
  const named = relative === undefined ? SENTENCE.exec(before)![0].match(MONTHS)?.at(-1) : undefined
  if (named !== undefined) {
    const known = isRealDay(2000, Number(named), day) ? knownDay(undefined, Number(named), day, before, issueDate) : null
    return known === null ? [] : [known]
  }
  const [year, month] = issueDate.split('-').map(Number) as [number, number]
  return (relative === undefined ? [0, 1, -1] : [RELATIVE[relative] ?? 0]).flatMap((shift) => {
    const [inYear, inMonth] = [year + Math.floor((month - 1 + shift) / 12), ((month + 11 + shift) % 12) + 1]
    return isRealDay(inYear, inMonth, day) ? [dayNumber(inYear, inMonth, day)] : []
  })
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
