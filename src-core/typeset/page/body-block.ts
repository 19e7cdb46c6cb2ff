/** What the body is made of: each block flows by its rows, and knows how to set a row that found its place. */
import type { GlyphRun } from '../frame.ts'
import type { LayoutNote } from '../result.ts'
import type { BrokenLine } from '../text/paragraph.ts'
import type { FlowBlock } from './flow.ts'

/** Where a row stands: the measure's left edge and the baseline in points, and the measure in characters. */
export interface RowPlace {
  readonly x: number
  readonly y: number
  readonly chars: number
}

/** `L` is what the flow placed: a paragraph's broken line, or the count of a heading's line. */
export interface BodyBlock<L extends BrokenLine | number = BrokenLine | number> {
  readonly flow: FlowBlock
  /** What shaping met, wherever the block stands. */
  readonly notes: readonly LayoutNote[]
  set(line: L, place: RowPlace): readonly GlyphRun[]
  /** What is wrong with a row that was placed. */
  check(line: L): readonly LayoutNote[]
  /** Code points of a row that are not white space, as an editor counts. */
  characters(line: L, chars: number): number
}

export function countCharacters(text: string): number {
  return Array.from(text.replace(/\s+/gu, '')).length
}
