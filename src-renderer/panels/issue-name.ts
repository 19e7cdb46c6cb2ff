import type { Catalogue } from '../text/catalogue.ts'

/** Any record of an issue: open, listed or archived. */
export interface NamedIssue {
  readonly paper: { readonly name: string }
  readonly date: string
  readonly number: number | null
}

/** 晨光日报 2024-01-20 第5021期 */
export function issueName({ paper, date, number }: NamedIssue, text: Catalogue): string {
  return [paper.name, date, number === null ? '' : text.unit.issueNumber(number)].filter(Boolean).join(' ')
}

/** The weekday of a calendar date, wherever the machine stands. */
export function weekdayOf(date: string, text: Catalogue): string {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay()
  return Number.isNaN(day) ? '' : text.unit.weekday(day)
}

/** A moment, in the machine's own time, to the minute: 2024-01-20 23:15. */
export function momentName(iso: string): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())} ${two(moment.getHours())}:${two(moment.getMinutes())}`
}

const two = (value: number): string => String(value).padStart(2, '0')
