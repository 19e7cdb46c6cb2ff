/**
 * date-mismatch in the folios (报眉): date, weekday and 期号 are the issue's on every page, and true to the calendar. They are
 * read from what is printed, so that a page that was set before the issue's date was changed is found.
 */
import { issueOf } from '../document/records.ts'
import { glyphRuns, type PageFrame } from '../typeset/frame.ts'
import { dayNumber, isRealDay, weekdayOf } from '../typeset/page/calendar.ts'
import type { Finding, Subject } from './finding.ts'

const DATE = /(\d{4})年(\d{1,2})月(\d{1,2})日(?:\s*星期([一二三四五六日]))?/u
const NUMBER = /第(\d+)期/u

export function checkFolioDates({ document, results }: Subject): readonly Finding[] {
  const { date, number } = issueOf(document)
  return results.flatMap(({ frame }): readonly Finding[] => {
    const text = folioText(frame)
    const [written = null, year, month, day, weekday] = DATE.exec(text) ?? []
    const wrong = written !== null && !isIssueDate(date, Number(year), Number(month), Number(day), weekday) ? written : otherNumber(text, number)
    if (wrong === null) return []
    const page = frame.page.number
    const message = { zh: `第${page}版报眉上写的“${wrong.trim()}”与本期（${date}${number === null ? '' : `，第${number}期`}）不符。`, en: `The folio of page ${page} says “${wrong.trim()}”, which is not this issue’s (${date}${number === null ? '' : `, no. ${number}`}).` }
    return [{ id: 'date-mismatch', severity: 'error', page, message }]
  })
}

/** What stands on the page and belongs to no record: not all of a page's type is read for it. */
function folioText({ items }: PageFrame): string {
  const own = items.filter((item) => item.kind === 'group' && item.record === null)
  return glyphRuns(own).flatMap((run) => (run.source?.part === 'furniture' ? [run.text] : [])).join('')
}

function isIssueDate(date: string, year: number, month: number, day: number, weekday: string | undefined): boolean {
  const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return written === date && isRealDay(year, month, day) && (weekday === undefined || weekday === weekdayOf(dayNumber(year, month, day)))
}

function otherNumber(text: string, number: number | null): string | null {
  const found = NUMBER.exec(text)
  return found && Number(found[1]) !== number ? found[0] : null
}
