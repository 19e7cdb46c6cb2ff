/** stranded-line, short-column: faults of a page's columns that the engine could not help. */
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'
import { placedRecord } from './placed-record.ts'

export function checkPageFlow({ document, results }: Subject): readonly Finding[] {
  return results.flatMap(({ frame, stories, notes }) => {
    // Their lines will move when they are filled up.
    const short = new Set(stories.filter(({ underset }) => underset !== null).map(({ story }) => story))
    const page = frame.page.number
    return notes.flatMap((note, index): readonly Finding[] => {
      if (note.kind === 'stranded-line') {
        const story = placedRecord(document, page, note.record)
        if (short.has(story)) return []
        const { zh, en } = nameOf(document, story)
        const message = {
          zh: `${zh}第${note.block + 1}段的末行独自排在栏首，请增删一两个字，或改动版面。`,
          en: `${en}: the last line of paragraph ${note.block + 1} stands alone at a column's top; add or cut a few characters, or change the page.`,
        }
        return [{ id: 'stranded-line', severity: 'warning', page, story, message }]
      }
      if (note.kind === 'short-column') {
        // One picture over several columns is one fault.
        const isNext = notes.slice(0, index).some((other) => other.kind === 'short-column' && other.record === note.record && other.line === note.line && other.column === note.column - 1)
        if (isNext) return []
        const { zh, en } = nameOf(document, note.record)
        const message = { zh: `${zh}有一栏在图下只排了不到3行，请移动图片或改动版面。`, en: `${en} has a column of fewer than 3 lines under a picture; move the picture or change the page.` }
        return [{ id: 'short-column', severity: 'warning', page, story: note.record, cell: { column: note.column, line: note.line }, message }]
      }
      return []
    })
  })
}
