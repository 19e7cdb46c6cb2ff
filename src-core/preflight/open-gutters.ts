/** open-gutter (通线, 竖断): a gutter that is open from the top of the page to its foot; told where the house wants it. */
import { issueOf, record } from '../document/records.ts'
import type { Finding, Subject } from './finding.ts'
import { placedAreas } from './placed-areas.ts'

export function checkOpenGutters({ document, results }: Subject): readonly Finding[] {
  if (issueOf(document).style.openGutters !== 'told') return []
  return results.flatMap(({ frame }): readonly Finding[] => {
    const page = record(document, 'page', frame.page.id)
    if (!page) return []
    // All columns of a story stand together, however its legs begin and end.
    const blocks = placedAreas(document, page).map(({ areas }) => ({ from: Math.min(...areas.map(({ column }) => column)), to: Math.max(...areas.map(({ column, columns }) => column + columns)) }))
    const gutters = Array.from({ length: page.grid.columns - 1 }, (_, index) => index + 1)
    return gutters
      .filter((gutter) => blocks.some(({ to }) => to <= gutter) && blocks.some(({ from }) => from >= gutter) && !blocks.some(({ from, to }) => from < gutter && gutter < to))
      .map((gutter): Finding => ({
        id: 'open-gutter',
        severity: 'warning',
        page: page.number,
        cell: { column: gutter, line: 0 },
        message: {
          zh: `第${page.number}版通线：第${gutter}栏与第${gutter + 1}栏之间从上到下没有稿件跨过，请让一篇稿件或图片跨栏。`,
          en: `Page ${page.number}: the gutter between columns ${gutter} and ${gutter + 1} is open from top to bottom; let a story or picture reach over it.`,
        },
      }))
  })
}
