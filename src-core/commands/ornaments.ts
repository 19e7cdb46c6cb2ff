/** Ornaments: rules, boxes and 报花 that stand on a page on their own. */
import type { Change } from '../document/change.ts'
import type { OrnamentLook } from '../document/decoration.ts'
import type { Area, Grid } from '../document/grid.ts'
import { record, type Document, type RecordId } from '../document/records.ts'
import { clampArea, resizeArea, type Cell, type Edges } from './areas.ts'
import { create, lastOrder, remove, update } from './edits.ts'

/** A rule drawn over more lines than these was meant as a box. */
const RULE_LINES = 2

export interface NewOrnament {
  readonly id: RecordId
  readonly page: RecordId
  readonly area: Area
  /** What was drawn, by its shape, when left out. */
  readonly look?: OrnamentLook
}

export function placeOrnament(document: Document, { id, page, area, look }: NewOrnament): Change | null {
  const grid = record(document, 'page', page)?.grid
  if (!grid) return null
  const cells = clampArea(grid, area)
  return create({ type: 'ornament', id, page, order: lastOrder(document, 'ornament'), area: cells, look: look ?? usualLook(cells) })
}

/** Low areas are 文武线, others boxes. */
function usualLook({ lines }: Area): OrnamentLook {
  return lines <= RULE_LINES ? { kind: 'rule', line: 'wenwu', at: 'middle' } : { kind: 'box', frame: { border: 'wenwu' } }
}

export function moveOrnament(document: Document, id: RecordId, to: Cell): Change | null {
  return reshape(document, id, (grid, area) => clampArea(grid, { ...area, ...to }))
}

export function resizeOrnament(document: Document, id: RecordId, edges: Edges): Change | null {
  return reshape(document, id, (grid, area) => resizeArea(grid, area, edges))
}

export function setOrnamentLook(document: Document, id: RecordId, look: OrnamentLook): Change | null {
  return update(document, 'ornament', id, { look })
}

export function removeOrnament(document: Document, id: RecordId): Change | null {
  const ornament = record(document, 'ornament', id)
  return ornament ? remove(ornament) : null
}

function reshape(document: Document, id: RecordId, shape: (grid: Grid, area: Area) => Area): Change | null {
  const ornament = record(document, 'ornament', id)
  const grid = ornament && record(document, 'page', ornament.page)?.grid
  return grid ? update(document, 'ornament', id, { area: shape(grid, ornament.area) }) : null
}
