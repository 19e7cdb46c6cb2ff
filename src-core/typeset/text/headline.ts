/**
 * Lines of a headline, TYPESETTING §9.
 */
import { breakParagraph } from './break-lines.ts'
import type { BrokenLine } from './paragraph.ts'
import type { ShapedParagraph } from './shaped.ts'

/** Breaks a headline that was shaped with `senseSpaces`. `measure` in points, the same for every line. */
export function breakHeadline(shaped: ShapedParagraph, measure: number): readonly BrokenLine[] {
  return breakParagraph(shaped, () => measure)
}
