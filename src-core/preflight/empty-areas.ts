/** empty-area: cells that nothing stands on. A page is full; white between stories is no more than a few lines. */
import { counted } from '../document/local-text.ts'
import { recordsOf } from '../document/records.ts'
import { autoPlace, takenAreas } from '../typeset/page/free-area.ts'
import type { Finding, Subject } from './finding.ts'

/** Less is white that separates stories. */
export const FEWEST_LINES = 5
const MOST_FINDINGS = 12

export function checkEmptyAreas({ document, results }: Subject): readonly Finding[] {
  const shown = new Set(results.map((result) => result.frame.page.id))
  return recordsOf(document, 'page')
    .filter((page) => shown.has(page.id))
    .flatMap((page) => {
      const taken = [...takenAreas(document, page)]
      const findings: Finding[] = []
      while (findings.length < MOST_FINDINGS) {
        const free = autoPlace(page.grid, taken)
        if (!free) break
        taken.push(free)
        if (free.lines < FEWEST_LINES) continue
        const characters = free.columns * free.lines * page.grid.charsPerColumn
        findings.push({
          id: 'empty-area',
          severity: 'warning',
          page: page.number,
          cell: { column: free.column, line: free.line },
          columns: free.columns,
          lines: free.lines,
          characters,
          message: {
            zh: `第${page.number}版有空白：第${free.column + 1}栏起${free.columns}栏、第${free.line + 1}行起${free.lines}行（约${characters}字）没有安排内容。`,
            en: `Page ${page.number} has an empty area: ${counted(free.columns, 'column')} from column ${free.column + 1}, ${counted(free.lines, 'line')} from line ${free.line + 1} (about ${characters} characters).`,
          },
        })
      }
      return findings
    })
}
