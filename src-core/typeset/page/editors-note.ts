/** 编者按 (TYPESETTING §9.2): a paragraph in 楷体, its first words in 黑体, between two thin rules in rows of their own. */
import type { Grid } from '../../document/grid.ts'
import type { HouseStyle } from '../../document/style.ts'
import { along, type BodyBlock } from './body-block.ts'
import type { ComposedRow } from './composer.ts'
import type { FlowLine } from './flow.ts'
import { CENTRE_EM } from '../em-box.ts'
import { stroke } from './pen.ts'

/** A line of the note, or null for a rule. */
interface NoteLine extends FlowLine {
  readonly row: ComposedRow | null
}

export function ruledNote(style: HouseStyle, grid: Grid, paragraph: BodyBlock<ComposedRow>, length: number): BodyBlock<NoteLine> {
  const { flow } = paragraph
  if (flow.kind !== 'paragraph') throw new Error('a note is a paragraph')
  const pen = { grid, width: style.ruleWidth }
  const between = (rows: readonly FlowLine[], from: number): readonly NoteLine[] => [
    ...(from === 0 ? [{ from: 0, row: null }] : []),
    ...rows.map((row) => ({ from: row.from, row: row as ComposedRow })),
    { from: length, row: null },
  ]
  return {
    index: paragraph.index,
    flow: {
      kind: 'paragraph',
      lines: (chars, from) => between(from < length ? flow.lines(chars, from) : [], from),
      tightened: (chars, from) => {
        const rows = from < length ? flow.tightened(chars, from) : null
        return rows && between(rows, from)
      },
    },
    notes: paragraph.notes,
    set: ({ row }, place) => {
      if (row) return paragraph.set(row, place)
      const start = place.vertical ? place : { ...place, y: place.y - CENTRE_EM * grid.bodySize }
      const end = along(start, place.chars * grid.bodySize)
      return [stroke(pen, start.x, start.y, end.x, end.y)]
    },
    check: ({ row }) => (row ? paragraph.check(row) : []),
    characters: ({ row }) => (row ? paragraph.characters(row) : 0),
  }
}
