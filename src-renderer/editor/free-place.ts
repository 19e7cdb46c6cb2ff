/** Where on a page something new goes, when nobody says exactly: width by what it holds, room by what stands there. */
import { blockText } from '../../src-core/document/blocks.ts'
import type { Area, Grid } from '../../src-core/document/grid.ts'
import { record, type Article, type Document, type RecordId } from '../../src-core/document/records.ts'
import { takenAreas } from '../../src-core/typeset/page/free-area.ts'
import type { Place } from './layout.ts'

/** Fewer lines under a cell than this are no room for a story: it is laid over what is there. */
const LEAST_LINES = 6
/** White between a story and what stands under it. */
const GAP = 1

/**
 * How many columns a story of that length looks well in: about four times as many columns as lines to a leg, so that a
 * page's lead spans it and a brief stands in one or two.
 */
export function columnsFor(article: Article, grid: Grid): number {
  const characters = article.blocks.reduce((sum, block) => sum + (block.role === 'crosshead' ? 0 : blockText(block).length), 0)
  const lines = characters / grid.charsPerColumn + 2 * article.blocks.length
  return columnsForLines(lines, grid)
}

/** The same for a body of so many lines. */
export function columnsForLines(lines: number, grid: Grid): number {
  return Math.max(1, Math.min(grid.columns, Math.round(Math.sqrt(lines / 3.5))))
}

/** The columns that a story takes from a cell: where the cell is free, as many as are free beside it on that line. */
export function placeAt(document: Document, page: RecordId, cell: { readonly column: number; readonly line: number }, wanted: number): Place {
  const shown = record(document, 'page', page)
  if (!shown) return { ...cell, columns: wanted }
  const taken = takenAreas(document, shown)
  const isFree = (column: number) =>
    column >= 0 && column < shown.grid.columns && !taken.some((area) => holdsColumn(area, column) && cell.line >= area.line && cell.line < area.line + area.lines)
  if (!isFree(cell.column)) {
    const columns = Math.min(wanted, shown.grid.columns)
    return { column: Math.min(cell.column, shown.grid.columns - columns), line: cell.line, columns }
  }
  let [left, right] = [cell.column, cell.column + 1]
  while (right - left < wanted && isFree(right)) right += 1
  while (right - left < wanted && isFree(left - 1)) left -= 1
  return { column: left, line: cell.line, columns: right - left }
}

/** The area no further down than to the next thing on the page, where that leaves room for a story at all. */
export function cutToRoom(document: Document, page: RecordId, area: Area): Area {
  const shown = record(document, 'page', page)
  if (!shown) return area
  const below = takenAreas(document, shown).filter(
    (other) => other.line > area.line && other.column < area.column + area.columns && other.column + other.columns > area.column,
  )
  const lines = Math.min(shown.grid.lines, ...below.map((other) => other.line - GAP)) - area.line
  return lines >= LEAST_LINES ? { ...area, lines: Math.min(area.lines, lines) } : area
}

function holdsColumn(area: Area, column: number): boolean {
  return column >= area.column && column < area.column + area.columns
}
