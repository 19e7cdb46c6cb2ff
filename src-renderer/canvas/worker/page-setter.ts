/**
 * Keeps every page of a document set. The shown page comes first; while a gesture runs, only its preview of that page
 * counts, and whatever was overtaken is never set.
 */
import { applyChange, type Change } from '../../../src-core/document/change.ts'
import type { Area } from '../../../src-core/document/grid.ts'
import { record, recordsOf, type Document, type RecordId } from '../../../src-core/document/records.ts'
import type { Engine } from '../../../src-core/typeset/engine.ts'
import type { PageResult } from '../../../src-core/typeset/result.ts'
import type { Place } from '../../editor/layout.ts'
import { pagesTouched } from '../../editor/pages-touched.ts'
import { keepItems } from './frame-difference.ts'


export interface PageSetter {
  /** Sets everything anew with other faces, but for pages that are frozen; answers those. */
  useEngine(engine: Engine): readonly PageResult[]
  load(document: Document): void
  loadFrozen(document: Document, pages: readonly PageResult[]): void
  apply(change: Change): void
  preview(change: Change | null): void
  show(page: RecordId): void
  /** Sets the most urgent page; null when nothing is left to do. With `shownOnly`, other pages wait. */
  setNext(shownOnly: boolean): PageResult | null
  document(): Document
  /** A gesture is under way. */
  isPreviewing(): boolean
  result(page: RecordId): PageResult | undefined
  fittingArea(page: RecordId, article: RecordId, place: Place, continues?: RecordId): Area
}

export function createPageSetter(first: Engine): PageSetter {
  let engine = first
  let frozen = false
  let document: Document = { records: {} }
  let preview: Change | null = null
  let shown: RecordId | null = null
  /** With the preview, if there is one. */
  let current = document
  const results = new Map<RecordId, PageResult>()
  const stale = new Set<RecordId>()

  function begin(next: Document): void {
    document = next
    current = next
    preview = null
    results.clear()
    stale.clear()
  }

  function spoil(change: Change): void {
    for (const page of pagesTouched(current, change)) stale.add(page)
  }

  function set(page: RecordId): PageResult {
    stale.delete(page)
    const last = results.get(page)
    const fresh = engine.layoutPage(current, page)
    const result = last ? { ...fresh, frame: { ...fresh.frame, items: keepItems(last.frame.items, fresh.frame.items) } } : fresh
    results.set(page, result)
    return result
  }

  return {
    useEngine(next) {
      engine = next
      if (frozen) return [...results.values()]
      for (const { id } of recordsOf(current, 'page')) stale.add(id)
      return []
    },
    load(next) {
      begin(next)
      frozen = false
      for (const { id } of recordsOf(next, 'page')) stale.add(id)
    },
    loadFrozen(next, pages) {
      begin(next)
      frozen = true
      for (const result of pages) results.set(result.frame.page.id, result)
    },
    apply(change) {
      document = applyChange(document, change)
      // A preview is of the document before: the window sends another, or none.
      current = document
      spoil(change)
      if (preview) spoil(preview)
      preview = null
      for (const page of [...results.keys(), ...stale]) {
        if (document.records[page]) continue
        results.delete(page)
        stale.delete(page)
      }
    },
    preview(change) {
      const last = preview
      preview = change
      current = change ? applyChange(document, change) : document
      if (last) spoil(last)
      if (change) spoil(change)
    },
    show: (page) => void (shown = page),
    setNext(shownOnly) {
      if (shown !== null && stale.has(shown)) return set(shown)
      const [next] = shownOnly || preview ? [] : recordsOf(current, 'page').filter(({ id }) => stale.has(id))
      return next ? set(next.id) : null
    },
    document: () => document,
    isPreviewing: () => preview !== null,
    result: (page) => results.get(page),
    fittingArea(page, article, place, continues) {
      // Asked for a moment ago, and gone meanwhile.
      if (!record(document, 'page', page) || !record(document, 'article', article)) return { ...place, lines: 1 }
      return engine.fittingArea(document, page, article, place, continues)
    },
  }
}
