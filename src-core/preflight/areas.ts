/** overlap, outside-type-area: whether what is placed keeps to the page and out of its neighbours' way. */
import type { Area, Grid } from '../document/grid.ts'
import { placedOn, recordsOf } from '../document/records.ts'
import type { Document, PageRecord } from '../document/records.ts'
import { movedApart, movedIn } from './area-fixes.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'
import { placedAreas, sharedCell, type Placed } from './placed-areas.ts'

export function checkAreas({ document, results }: Subject): readonly Finding[] {
  const shown = new Set(results.map((result) => result.frame.page.id))
  return recordsOf(document, 'page')
    .filter((page) => shown.has(page.id))
    .flatMap((page) => {
      const placed = placedAreas(document, page)
      const ornaments = placedOn(document, 'ornament', page.id).map(({ id, area }) => ({ id, areas: [area] }))
      return [...outside(document, page, placed, ornaments), ...overlaps(document, page, placed)]
    })
}

function outside(document: Document, { number, grid }: PageRecord, placed: readonly Placed[], ornaments: readonly Pick<Placed, 'id' | 'areas'>[]): readonly Finding[] {
  return [...placed, ...ornaments].flatMap(({ id, areas }): Finding[] => {
    const beyond = areas.find((area) => isOutside(grid, area))
    if (!beyond) return []
    const cell = { column: beyond.column, line: beyond.line }
    const { zh, en } = nameOf(document, id)
    const fix = movedIn(document, grid, placed, id)
    const message = { zh: `${zh}伸出版心，请移回或缩小。`, en: `${en} reaches out of the type area; move it back or make it smaller.` }
    return [{ id: 'outside-type-area', severity: 'error', page: number, story: id, cell, message, ...(fix ? { fix } : {}) }]
  })
}

function isOutside(grid: Grid, area: Area): boolean {
  return area.column < 0 || area.line < 0 || area.column + area.columns > grid.columns || area.line + area.lines > grid.lines
}

/** A picture or advert may stand in a story, whose text makes way for it; nothing else may share a cell. */
function overlaps(document: Document, { number, grid }: PageRecord, placed: readonly Placed[]): readonly Finding[] {
  return placed.flatMap((one, index) =>
    placed.slice(index + 1).flatMap((other): Finding[] => {
      if (one.type === 'story' && other.type !== 'story') return []
      const cell = sharedCell(one.areas, other.areas)
      if (!cell) return []
      const [over, under] = [nameOf(document, other.id), nameOf(document, one.id)]
      const message = { zh: `${over.zh}压在${under.zh}上，请移开其中一个。`, en: `${over.en} lies over ${under.en}; move one of them away.` }
      const fix = movedApart(document, grid, placed, other.id)
      return [{ id: 'overlap', severity: 'error', page: number, story: other.id, cell, message, ...(fix ? { fix } : {}) }]
    }),
  )
}
