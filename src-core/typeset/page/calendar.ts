/** The folio's date from the issue's, by arithmetic: the engine has no clock and no locale. */

const WEEKDAYS = '日一二三四五六'
/** Days that the months before shift the weekday by, in a year that begins in March. */
const MONTH_SHIFTS = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4] as const

/** `2024-01-20` → `2024年1月20日 星期六`, a full-width space between. Anything that is not such a date is answered as it is. */
export function folioDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)?.map(Number) ?? []
  const shift = MONTH_SHIFTS[(month ?? 0) - 1]
  if (year === undefined || month === undefined || day === undefined || shift === undefined) return date
  const from = month < 3 ? year - 1 : year
  const weekday = (from + Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400) + shift + day) % 7
  return `${year}年${month}月${day}日\u3000星期${WEEKDAYS[weekday]}`
}
