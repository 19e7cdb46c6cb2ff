/** What the body is made of: each block flows by its lines, and knows how to set a line that found its place. */
import type { FrameItem } from '../frame.ts'
import type { LayoutNote } from '../result.ts'
import type { FlowBlock, FlowLine } from './flow.ts'

/**
 * Where a line stands, in points: the measure's left edge and the baseline, or the axis of a vertical line and the
 * measure's top; and the measure in characters.
 */
export interface LinePlace {
  readonly x: number
  readonly y: number
  readonly chars: number
  readonly vertical?: true
}

/** The place so many points further along the line. */
export function along(place: LinePlace, points: number): LinePlace {
  return place.vertical ? { ...place, y: place.y + points } : { ...place, x: place.x + points }
}

/** `L` is what its lines are: the flow gives back those that it took. */
export interface BodyBlock<L extends FlowLine = FlowLine> {
  readonly flow: FlowBlock
  /** Which of the article's blocks it shows, or a part of it; null for a byline. */
  readonly index: number | null
  /** What shaping met, wherever the block stands. */
  readonly notes: readonly LayoutNote[]
  set(line: L, place: LinePlace): readonly FrameItem[]
  /** What is wrong with a line that was placed. */
  check(line: L): readonly LayoutNote[]
  /** Code points of a line that are not white space, as an editor counts. */
  characters(line: L): number
}

export function countCharacters(text: string): number {
  return Array.from(text.replace(/\s+/gu, '')).length
}

/** Answers a heading's lines without setting them again and again: the flow asks for one measure many times. */
export function rememberMeasure<L>(lines: (chars: number) => readonly L[]): (chars: number) => readonly L[] {
  let last: { readonly chars: number; readonly lines: readonly L[] } | null = null
  return (chars) => (last = last?.chars === chars ? last : { chars, lines: lines(chars) }).lines
}
