/**
 * page-split (断版): a gap that runs straight across the whole type area, between blocks that stand side by side right above
 * and right below it. A story over the whole width is a bar by intent, and so is a strip of adverts; a larger hole beside or
 * in the gap is what is told of that place (empty-areas.ts).
 */
import type { Area, Grid } from '../document/grid.ts'
import { record, type Document, type PageRecord, type RecordId } from '../document/records.ts'
import { FEWEST_LINES } from './empty-areas.ts'
import type { Finding, Subject } from './finding.ts'
import { placedAreas, type Placed } from './placed-areas.ts'

export function checkPageSplit({ document, results }: Subject): readonly Finding[] {
  return results.flatMap(({ frame }): readonly Finding[] => {
    const page = record(document, 'page', frame.page.id)
    return page ? gapsAcross(document, page).map((gap) => finding(page, gap)) : []
  })
}

/** Lines, `to` exclusive; equal where blocks meet without white. */
interface Gap {
  readonly from: number
  readonly to: number
}

function gapsAcross(document: Document, page: PageRecord): readonly Gap[] {
  const placed = placedAreas(document, page)
  const blocks = placed.flatMap(({ areas }) => areas)
  const open = Array.from({ length: page.grid.lines + 1 }, (_, line) => !blocks.some((block) => block.line < line && line < block.line + block.lines))
  const gaps: Gap[] = []
  for (let from = 1; from < page.grid.lines; from++) {
    if (!open[from]) continue
    let to = from
    while (to + 1 <= page.grid.lines && open[to + 1]) to++
    const above = neighbours(placed, page.grid, ({ line, lines }) => line + lines <= from && line + lines > from - FEWEST_LINES)
    const below = neighbours(placed, page.grid, ({ line }) => line >= to && line < to + FEWEST_LINES)
    if (to - from < FEWEST_LINES && isSplit(above) && isSplit(below)) gaps.push({ from, to })
    from = to
  }
  return gaps
}

/** The block at the gap in each column. */
function neighbours(placed: readonly Placed[], grid: Grid, isAtGap: (area: Area) => boolean): readonly (Placed | undefined)[] {
  return Array.from({ length: grid.columns }, (_, column) => placed.find(({ areas }) => areas.some((area) => isAtGap(area) && area.column <= column && column < area.column + area.columns)))
}

/** Whether several blocks stand there side by side, not adverts alone. */
function isSplit(side: readonly (Placed | undefined)[]): boolean {
  const blocks = side.filter((one) => one !== undefined)
  const ids = new Set<RecordId>(blocks.map(({ id }) => id))
  return blocks.length === side.length && ids.size > 1 && blocks.some(({ type }) => type !== 'advert')
}

function finding({ number, grid }: PageRecord, { from, to }: Gap): Finding {
  return {
    id: 'page-split',
    severity: 'warning',
    page: number,
    cell: { column: 0, line: from },
    columns: grid.columns,
    lines: to - from,
    message: {
      zh: `第${number}版断版：第${from}行处一道空隙横贯全版，请让上下的稿件、图片错开。`,
      en: `Page ${number} falls in two: a gap at line ${from} runs straight across it; let stories or pictures reach over it.`,
    },
  }
}
