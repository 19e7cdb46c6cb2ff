/** Pages of the issue: adding, removing with what stands on them, order, numbers (版次), and their own settings. */
import type { Change } from '../document/change.ts'
import { GRID_PRESETS, type Grid } from '../document/grid.ts'
import { placedOn, record, recordsOf, type Document, type PageRecord, type RecordId } from '../document/records.ts'
import type { SentPage } from '../document/sending.ts'
import { create, inTurn, lastOrder, remove, update } from './edits.ts'
import { withoutStories } from './stories.ts'

export type PageFields = Partial<Pick<PageRecord, 'number' | 'section' | 'grid' | 'editor' | 'inks' | 'version' | 'state'>>

/** A page at the end of the issue, with the grid of the page before it and the next number. */
export function addPage(document: Document, id: RecordId, fields: PageFields = {}): Change {
  const last = recordsOf(document, 'page').at(-1)
  return create({
    type: 'page',
    id,
    order: lastOrder(document, 'page'),
    number: nextPageNumber(document),
    section: '',
    grid: last?.grid ?? GRID_PRESETS['broadsheet']!,
    editor: null,
    inks: last?.inks ?? 'k',
    version: 1,
    state: 'draft',
    ...fields,
  })
}

/** The page and everything placed on it; the articles go back to the pool. */
export function removePage(document: Document, id: RecordId): Change | null {
  const page = record(document, 'page', id)
  if (!page) return null
  const stories = placedOn(document, 'story', id)
  return inTurn(
    document,
    (now) => withoutStories(now, stories.map((story) => story.id)),
    (now) => remove(page, ...placedOn(now, 'picture', id), ...placedOn(now, 'advert', id), ...placedOn(now, 'ornament', id)),
  )
}

/** Puts the page at a place among the others, counted from 0. The numbers stay with the pages. */
export function movePage(document: Document, id: RecordId, index: number): Change | null {
  const pages = recordsOf(document, 'page')
  const page = pages.find((candidate) => candidate.id === id)
  if (!page) return null
  const others = pages.filter((candidate) => candidate !== page)
  const place = Math.max(0, Math.min(others.length, Math.round(index)))
  if (pages.indexOf(page) === place) return null
  const before = others[place - 1]?.order ?? others[place]!.order - 2
  const after = others[place]?.order ?? before + 2
  const middle = (before + after) / 2
  if (middle > before && middle < after) return update(document, 'page', id, { order: middle })
  // No number between the two is left: all pages are counted anew.
  const inOrder = others.toSpliced(place, 0, page)
  return inTurn(document, ...inOrder.map((candidate, order) => (now: Document) => update(now, 'page', candidate.id, { order: order + 1 })))
}

/** Numbers the pages by their order, each run of letters (A, B, T) on its own: A01, A02, B01. */
export function renumberPages(document: Document): Change | null {
  const counts = new Map<string, number>()
  return inTurn(
    document,
    ...recordsOf(document, 'page').map((page) => {
      const letters = lettersOf(page.number)
      const count = (counts.get(letters) ?? 0) + 1
      counts.set(letters, count)
      return (now: Document) => update(now, 'page', page.id, { number: letters + digits(count) })
    }),
  )
}

/** Null also for a number that another page has, and for a grid that what is placed would not fit. */
export function setPage(document: Document, id: RecordId, fields: PageFields): Change | null {
  const { number, grid } = fields
  if (number !== undefined && recordsOf(document, 'page').some((page) => page.number === number && page.id !== id)) return null
  if (grid && !contentFits(document, id, grid)) return null
  return update(document, 'page', id, fields)
}

/** 已传版: the pages went to the plant as these versions. */
export function markSent(document: Document, pages: readonly Pick<SentPage, 'page' | 'version'>[]): Change | null {
  return inTurn(document, ...pages.map(({ page, version }) => (now: Document) => update(now, 'page', page, { version, state: 'sent' })))
}

/** Whether everything on the page lies inside another grid. */
function contentFits(document: Document, page: RecordId, grid: Grid): boolean {
  const legs = placedOn(document, 'story', page).flatMap((story) => story.legs)
  const areas = [...placedOn(document, 'picture', page), ...placedOn(document, 'advert', page), ...placedOn(document, 'ornament', page)].map(({ area }) => area)
  return (
    legs.every((leg) => leg.column < grid.columns && leg.to <= grid.lines) &&
    areas.every((area) => area.column + area.columns <= grid.columns && area.line + area.lines <= grid.lines)
  )
}

/** One more than the last page's number, or the first free one after it. */
function nextPageNumber(document: Document): string {
  const pages = recordsOf(document, 'page')
  const taken = new Set(pages.map(({ number }) => number))
  const last = pages.at(-1)?.number ?? ''
  const letters = lettersOf(last)
  let count = Number(last.slice(letters.length)) + 1
  while (taken.has(letters + digits(count))) count += 1
  return letters + digits(count)
}

const lettersOf = (number: string): string => /^[A-Z]*/.exec(number)?.[0] ?? ''

const digits = (count: number): string => String(count).padStart(2, '0')
