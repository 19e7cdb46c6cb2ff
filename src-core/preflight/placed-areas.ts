import type { Area } from '../document/grid.ts'
import { placedOn } from '../document/records.ts'
import type { Document, PageRecord, RecordId } from '../document/records.ts'
import { legArea } from '../typeset/page/free-area.ts'

export interface Placed {
  readonly id: RecordId
  readonly type: 'story' | 'picture' | 'advert'
  /** A story's leg by leg. */
  readonly areas: readonly Area[]
}

/** What stands on a page, in whole cells. */
export function placedAreas(document: Document, page: PageRecord): readonly Placed[] {
  return [
    ...placedOn(document, 'story', page.id).map(({ id, type, legs }) => ({ id, type, areas: legs.map(legArea) })),
    ...placedOn(document, 'picture', page.id).map(({ id, type, area }) => ({ id, type, areas: [area] })),
    ...placedOn(document, 'advert', page.id).map(({ id, type, area }) => ({ id, type, areas: [area] })),
  ]
}

/** The first cell that stands in both. */
export function sharedCell(ones: readonly Area[], others: readonly Area[]): { column: number; line: number } | null {
  for (const a of ones) {
    for (const b of others) {
      const column = Math.max(a.column, b.column)
      const line = Math.max(a.line, b.line)
      if (column < Math.min(a.column + a.columns, b.column + b.columns) && line < Math.min(a.line + a.lines, b.line + b.lines)) return { column, line }
    }
  }
  return null
}
