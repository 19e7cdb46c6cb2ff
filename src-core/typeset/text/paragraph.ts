/**
 * The contract between characters and lines. A paragraph is shaped once (characters → clusters, classes, glyphs,
 * natural advances, break opportunities: none of it depends on a measure), then broken for a measure as often as the
 * layout asks, and only the lines that are really placed are set into glyph positions.
 *
 * Offsets count code points of the paragraph's text. Lengths are points.
 */
import type { InlineMark } from '../../document/inline-marks.ts'
import type { FaceId, LineStyle } from '../../document/style.ts'

export interface ParagraphStyle {
  readonly lang: 'zh-Hans' | 'zh-Hant'
  readonly face: FaceId
  /** Points. */
  readonly size: number
  readonly line: LineStyle
  /** First-line indent in em of `size`. */
  readonly indentEm: number
  /** Justify all lines but the last; false sets natural widths. */
  readonly justify: boolean
  /** Where lines that are not justified stand; start when left out. `even` (均排) spreads every line over the measure. */
  readonly align?: 'start' | 'center' | 'end' | 'even'
  /** Runs in another face or size, in order, without overlap: a bold dateline, a citation in 楷体. */
  readonly runs?: readonly StyledRun[]
  /** 直排: the line runs downwards; lengths along it are as in a horizontal one. */
  readonly writing?: 'vertical'
  /** 纵中横, in vertical lines: code points `from` up to `to` set side by side in one cell. In order, without overlap. */
  readonly tcy?: readonly (readonly [from: number, to: number])[]
  /** A space typed between Han is a sense gap of one em: headlines, TYPESETTING §9. */
  readonly senseSpaces?: boolean
  /** Marks between the lines, TYPESETTING §8; left out where there are none, and then they cost nothing. */
  readonly marks?: ParagraphMarks
}

export interface ParagraphMarks {
  /** In their order; strong and 楷体 are `runs` and no marks here. */
  readonly ranges: readonly InlineMark[]
  /** Points that marks may take beyond the em box: of a vertical line, `over` to its right and `under` to its left. */
  readonly room: { readonly over: number; readonly under: number; readonly vertical?: boolean }
  /** Diameter of dots and size of ruby in em, where there is room for them. */
  readonly dotEm: number
  readonly rubyEm: number
}

/** Code points `from` up to, not including, `to`, in another setting than the paragraph's. */
export interface StyledRun {
  readonly from: number
  readonly to: number
  readonly face: FaceId
  /** Points. */
  readonly size: number
}

/** A line as the breaker found it: enough to place it, not yet set. */
export interface BrokenLine {
  readonly from: number
  readonly to: number
  /** Where the line's first cluster stands from the measure's left edge: the indent, on a first line. */
  readonly indent: number
  /** Natural width after line-edge trimming, without the indent. */
  readonly natural: number
  readonly measure: number
  /** The paragraph's last line: not justified. */
  readonly last: boolean
  /** Stretch per gap in em (TYPESETTING §5.1). Negative where the line was squeezed. */
  readonly gapEm: number
  /** Stretched more than the house likes. */
  readonly loose?: true
  /** No legal break fitted: a unit wider than the measure was broken, or stands out of it. */
  readonly emergency?: true
}

/** Glyphs of one face in one line, ready for a frame. */
export interface SetRun {
  readonly face: FaceId
  readonly size: number
  readonly glyphs: readonly number[]
  /** Points from the measure's left edge to each glyph's origin; in a vertical line from its axis, to the right. */
  readonly xs: readonly number[]
  /** Vertical lines only: points from the measure's top edge to each glyph's origin. */
  readonly ys?: readonly number[]
  readonly scaleX?: number
  readonly vertical?: true
  readonly rotate?: 90
  /** Points that the run's glyphs stand over the line's baseline; left out where it is 0. */
  readonly rise?: number
  readonly text: string
  /** As in a frame's glyph run: code points of `text`. */
  readonly clusters: readonly number[]
  /** Code points of the paragraph's text. */
  readonly from: number
  readonly to: number
}

export interface SetLine {
  readonly runs: readonly SetRun[]
  readonly marks?: readonly SetMark[]
  /** Right edge of the last cluster's cell from the measure's left edge: the measure itself on a full line. Vertical: its foot from the top. */
  readonly width: number
}

/** A place along the line, held by a glyph: points from its origin. Who moves glyphs moves what hangs on them. */
export interface Anchor {
  readonly run: number
  readonly glyph: number
  readonly offset: number
}

/**
 * A mark beside a line's characters. `across`, `over`, `under` are points from the baseline down, in a vertical line from
 * the axis to the right, to the middle of what is drawn; a ruby's to its baseline or its axis.
 */
export type SetMark =
  | { readonly kind: 'dots'; readonly at: readonly Anchor[]; readonly across: number; readonly diameter: number }
  | { readonly kind: 'line'; readonly from: Anchor; readonly to: Anchor; readonly across: number; readonly width: number }
  | { readonly kind: 'wave'; readonly from: Anchor; readonly to: Anchor; readonly across: number; readonly width: number; readonly amplitude: number }
  | {
      readonly kind: 'frame'
      readonly from: Anchor
      readonly to: Anchor
      readonly over: number
      readonly under: number
      readonly width: number
      /** Broken with the line: no stroke at this end. */
      readonly openStart?: boolean
      readonly openEnd?: boolean
    }
  | { readonly kind: 'ruby'; readonly middle: Anchor; readonly width: number; readonly across: number; readonly runs: readonly SetRun[] }

/** A character that no preferred face has. */
export interface FaceFallback {
  readonly codePoint: number
  readonly offset: number
  /** The face that was asked for, and the one that served; null is a missing glyph (the face's .notdef is set). */
  readonly wanted: FaceId
  readonly used: FaceId | null
}
