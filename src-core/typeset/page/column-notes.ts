/** What looks bad in a body's columns and is no fault of a rule: makeup faults of TYPESETTING §9, as notes. */
import type { Area } from '../../document/grid.ts'
import type { ArticleRecord, StoryRecord } from '../../document/records.ts'
import type { LayoutNote } from '../result.ts'
import type { BodyBlock } from './body-block.ts'
import type { Flow, PlacedLine } from './flow.ts'
import { CLEARANCE, coversColumn, type Slot } from './slots.ts'

/** A column under a picture has so many lines at least. */
const LEAST_LINES = 3

interface Body {
  readonly story: StoryRecord
  readonly article: ArticleRecord
  readonly obstacles: readonly Area[]
}

export function columnNotes({ story, article, obstacles }: Body, blocks: readonly BodyBlock[], slots: readonly Slot[], flow: Flow): readonly LayoutNote[] {
  return [
    ...slots.flatMap((slot, index): readonly LayoutNote[] => {
      const used = flow.ends[index]! - slot.from
      if (used === 0 || used >= LEAST_LINES || !isUnderObstacle(slot, obstacles)) return []
      return [{ kind: 'short-column', record: story.id, column: slot.column, line: slot.from }]
    }),
    ...flow.placed.flatMap((line, index): readonly LayoutNote[] => {
      const block = blocks[line.block]!
      if (block.flow.kind !== 'paragraph' || block.index === null || !isLone(line, index, flow)) return []
      return [{ kind: 'lone-line', record: article.id, block: block.index }]
    }),
  ]
}

function isUnderObstacle({ column, columns, from }: Slot, obstacles: readonly Area[]): boolean {
  return obstacles.some((area) => area.line + area.lines + CLEARANCE === from && Array.from({ length: columns }, (_, index) => column + index).some((one) => coversColumn(area, one)))
}

/** A paragraph's first line, the others of which stand in the next slot, or in the next part. */
function isLone(line: PlacedLine, index: number, { placed, rest }: Flow): boolean {
  if (line.line.from > 0) return false
  const after = placed[index + 1]
  return after ? after.block === line.block && after.slot !== line.slot : rest?.block === line.block
}
