/**
 * Where a story without an area goes (DESIGN §6): the largest free rectangle of whole cells, from the top left.
 */
import { isInTheWay } from '../../document/decoration.ts'
import type { Area, Grid, Leg } from '../../document/grid.ts'
import { placedOn, type Document, type PageRecord } from '../../document/records.ts'

/** What stands on a page already, as areas: stories leg by leg, pictures, adverts and 报花 whole. */
export function takenAreas(document: Document, page: PageRecord): readonly Area[] {
  return [
    ...placedOn(document, 'story', page.id).flatMap((story) => story.legs.map(legArea)),
    ...placedOn(document, 'picture', page.id).map((picture) => picture.area),
    ...placedOn(document, 'advert', page.id).map((advert) => advert.area),
    ...placedOn(document, 'ornament', page.id).filter(({ look }) => isInTheWay(look)).map(({ area }) => area),
  ]
}

export function legArea(leg: Leg): Area {
  return { column: leg.column, line: leg.from, columns: 1, lines: leg.to - leg.from }
}

/** Null when no cell of the page is free. Among equals the highest, then the leftmost. */
export function autoPlace(grid: Grid, taken: readonly Area[]): Area | null {
  let best: Area | null = null
  for (let column = 0; column < grid.columns; column++) {
    for (let columns = 1; column + columns <= grid.columns; columns++) {
      for (const candidate of freeStrips(grid, column, columns, taken)) {
        if (!best || isBetter(candidate, best)) best = candidate
      }
    }
  }
  return best
}

function isBetter(a: Area, b: Area): boolean {
  return (a.columns * a.lines - b.columns * b.lines || b.line - a.line || b.column - a.column) > 0
}

/** The stretches of lines that are free over the whole width of some neighbouring columns. */
function freeStrips(grid: Grid, column: number, columns: number, taken: readonly Area[]): readonly Area[] {
  const inTheWay = taken
    .filter((area) => area.column < column + columns && area.column + area.columns > column)
    .toSorted((a, b) => a.line - b.line)
  const strips: Area[] = []
  let from = 0
  for (const area of [...inTheWay, { line: grid.lines, lines: 0 }]) {
    if (area.line > from) strips.push({ column, line: from, columns, lines: Math.min(area.line, grid.lines) - from })
    from = Math.max(from, area.line + area.lines)
  }
  return strips.filter((strip) => strip.lines > 0)
}
