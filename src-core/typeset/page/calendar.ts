/** The calendar by arithmetic: the engine has no clock and no locale. */

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** `2024-01-20` → `2024年1月20日 星期六`, a full-width space between. Anything that is not such a date is answered as it is. */
export function folioDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return date
  return `${year}年${month}月${day}日\u3000星期${weekdayOf(dayNumber(year, month, day))}`
}

export function isRealDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day >= 1 && day <= (MONTH_DAYS[month - 1] ?? 0) + (month === 2 && isLeap ? 1 : 0)
}

/** Days since 1 March of the year 0 of the Gregorian calendar, so that a leap day is the last of its year. */
export function dayNumber(year: number, month: number, day: number): number {
  const from = month < 3 ? year - 1 : year
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return 365 * from + Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400) + inYear
}

/** 一 to 日. That first of March was a Wednesday. */
export function weekdayOf(day: number): string {
  return '三四五六日一二'[day % 7]!
}
