/** page-order: 版次 rise without a gap, each series (A01 …, T01 …) for itself. */
import { recordsOf } from '../document/records.ts'
import type { Finding, Subject } from './finding.ts'

export function checkPageOrder({ document }: Subject): readonly Finding[] {
  const last = new Map<string, { number: string; value: number }>()
  return recordsOf(document, 'page').flatMap(({ number }): Finding[] => {
    const [, series = '', digits = ''] = /^(\D*)(\d+)$/.exec(number) ?? []
    const value = Number(digits)
    const before = last.get(series)
    last.set(series, { number, value })
    // Which page an issue begins with is no matter: pages of it may be sent for themselves.
    if (!before || value === before.value + 1) return []
    const message =
      value > before.value
        ? { zh: `第${before.number}版之后是第${number}版，中间缺了版次。`, en: `Page ${number} follows page ${before.number}; a page number is missing between them.` }
        : { zh: `第${number}版排在第${before.number}版之后，版次顺序不对。`, en: `Page ${number} stands after page ${before.number}; the page numbers are out of order.` }
    return [{ id: 'page-order', severity: value > before.value ? 'warning' : 'error', page: number, message }]
  })
}
