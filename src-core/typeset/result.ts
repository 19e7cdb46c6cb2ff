/** What the engine answers for a page: the frames, and how each story fits. */
import type { Leg, Rect } from '../document/grid.ts'
import type { MarkKind } from '../document/inline-marks.ts'
import type { RecordId } from '../document/records.ts'
import type { PageFrame, Source } from './frame.ts'
import type { FaceFallback } from './text/paragraph.ts'

/** Always both, as an editor counts: lines, and the characters that they hold (多 3 行（39 字）). */
export interface LineCount {
  readonly lines: number
  readonly characters: number
}

/** A leg as it was set. */
export interface SetLeg {
  readonly rect: Rect
  /** Basic columns that it lies in, and grid lines, `to` exclusive. */
  readonly leg: Leg
  readonly columns: number
  /** Characters to a line. */
  readonly chars: number
  /** Grid lines that hold text. */
  readonly used: number
}

export interface StoryFit {
  readonly story: RecordId
  /** The headline group's rectangle, columns and grid lines; columns may be fractions in a divided measure. Null for an article without a headline. */
  readonly headline: { readonly rect: Rect; readonly column: number; readonly columns: number; readonly line: number; readonly lines: number } | null
  readonly legs: readonly SetLeg[]
  readonly overset: LineCount | null
  readonly underset: LineCount | null
}

/** Something the layout met that preflight turns into a finding. */
export type LayoutNote =
  /** The fallback's offset counts code points of the part (with `block`, of that block). */
  | { readonly kind: 'fallback'; readonly record: RecordId; readonly part: Source['part']; readonly block?: number; readonly fallback: FaceFallback }
  | { readonly kind: 'loose-line'; readonly record: RecordId; readonly block: number; readonly from: number; readonly to: number; readonly gapEm: number }
  /** A single character ends a paragraph, or a paragraph's last line begins a leg, and no repair was possible. */
  | { readonly kind: 'short-last-line' | 'stranded-line'; readonly record: RecordId; readonly block: number }
  /** The first line of a paragraph alone at a leg's foot: the milder fault. */
  | { readonly kind: 'lone-line'; readonly record: RecordId; readonly block: number }
  /** A column of fewer than three lines under a picture or an advert. */
  | { readonly kind: 'short-column'; readonly record: RecordId; readonly column: number; readonly line: number }
  /** Room for too few lines before a jump, so that all of the text is left to the next part. */
  | { readonly kind: 'short-part'; readonly record: RecordId }
  /** The line gap is too small for a mark (TYPESETTING §8): it comes nearer to the next line than it should. */
  | { readonly kind: 'mark-too-tall'; readonly record: RecordId; readonly part: Source['part']; readonly block?: number; readonly from: number; readonly to: number; readonly mark: MarkKind }
  /**
   * A headline, a long word or the table `block` is wider than its measure; a headline or a caption needs more lines than
   * its area has.
   */
  | { readonly kind: 'too-wide' | 'too-tall'; readonly record: RecordId; readonly part: Source['part']; readonly block?: number }

export interface PageResult {
  readonly frame: PageFrame
  readonly stories: readonly StoryFit[]
  readonly notes: readonly LayoutNote[]
}
