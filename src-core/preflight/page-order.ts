/**
 * page-order: 版次 rise without a gap, each series (A01 …, T01 …) for itself, and no two pages have one. A page out of its place
 * is told once, and so is a gap, wherever the pages stand.
 */
import { recordsOf } from '../document/records.ts'
import type { Finding, Subject } from './finding.ts'

interface Numbered {
  readonly number: string
  readonly value: number
}

export function checkPageOrder({ document }: Subject): readonly Finding[] {
  const series = new Map<string, Numbered[]>()
  for (const { number } of recordsOf(document, 'page')) {
    const [, name = '', digits = ''] = /^(\D*)(\d+)$/.exec(number) ?? []
    series.set(name, [...(series.get(name) ?? []), { number, value: Number(digits) }])
  }
  return [...series.values()].flatMap((all) => {
    const pages = all.filter((page, index) => firstWithNumber(all, page) === index)
    return [...repeated(all), ...outOfPlace(pages), ...gaps(pages)]
  })
}

/** 4 and 04 are one number. */
function firstWithNumber(pages: readonly Numbered[], { value }: Numbered): number {
  return pages.findIndex((page) => page.value === value)
}

/** One finding a number, however many pages have it. */
function repeated(pages: readonly Numbered[]): readonly Finding[] {
  return pages.flatMap((page, index): Finding[] => {
    const same = pages.filter(({ value }) => value === page.value)
    if (same.length < 2 || firstWithNumber(pages, page) !== index) return []
    const message = { zh: `第${page.number}版有${same.length}个，请给多出的另编版次。`, en: `There are ${same.length} pages ${page.number}; give all but one another number.` }
    return [{ id: 'page-order', severity: 'error', page: page.number, message }]
  })
}

function outOfPlace(pages: readonly Numbered[]): readonly Finding[] {
  const kept = longestRising(pages)
  return pages
    .filter((page) => !kept.has(page))
    .map((page) => {
      const before = pages[pages.indexOf(page) - 1]
      return {
        id: 'page-order',
        severity: 'error',
        page: page.number,
        message: before
          ? { zh: `第${page.number}版排在第${before.number}版之后，版次顺序不对。`, en: `Page ${page.number} stands after page ${before.number}; the page numbers are out of order.` }
          : { zh: `第${page.number}版排在最前面，版次顺序不对。`, en: `Page ${page.number} stands first; the page numbers are out of order.` },
      }
    })
}

/** Most pages stay where they are; of two that changed places, the later one in the paper is out of its place. */
function longestRising(pages: readonly Numbered[]): ReadonlySet<Numbered> {
  const best: (readonly Numbered[])[] = []
  for (const page of pages) {
    const before = best.filter((run) => run.at(-1)!.value < page.value).reduce<readonly Numbered[]>((longest, run) => (run.length > longest.length ? run : longest), [])
    best.push([...before, page])
  }
  return new Set(best.reduce<readonly Numbered[]>((longest, run) => (run.length > longest.length ? run : longest), []))
}

/** Which page an issue begins with is no matter: pages of it may be sent for themselves. */
function gaps(pages: readonly Numbered[]): readonly Finding[] {
  const rising = pages.toSorted((a, b) => a.value - b.value)
  return rising.flatMap((page, index): Finding[] => {
    const before = rising[index - 1]
    if (!before || page.value <= before.value + 1) return []
    const message = { zh: `第${before.number}版之后是第${page.number}版，中间缺了版次。`, en: `Page ${page.number} follows page ${before.number}; a page number is missing between them.` }
    return [{ id: 'page-order', severity: 'warning', page: page.number, message }]
  })
}
