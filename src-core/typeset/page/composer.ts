/** What the page asks of the text engine: text in, lines out, everything shaped, broken and set at most once. */
import type { PunctuationScheme, TextSetting } from '../../document/style.ts'
import type { FrameItem } from '../frame.ts'
import type { BrokenLine, FaceFallback, ParagraphMarks, SetLine, StyledRun } from '../text/paragraph.ts'
import type { LineSource } from './runs.ts'

/** What a text is set in, and what some of its words have of their own. */
export interface WordSetting extends TextSetting {
  /** Words in another face: a dateline. */
  readonly runs?: readonly StyledRun[]
  readonly marks?: ParagraphMarks
  /** Widths of marks where they are not the body's: in headlines. */
  readonly scheme?: PunctuationScheme
  /** A space typed between Han is a gap of one em: in verse and tables. In titles it is one anyway. */
  readonly senseSpaces?: boolean
  /** There is white for marks to hang in, where the house lets them (TYPESETTING §3.5); they do not elsewhere. */
  readonly hangs?: boolean
}

export interface ParagraphSetting extends WordSetting {
  readonly indentEm: number
  /** False sets every line at its natural width; true when left out. */
  readonly justify?: boolean
}

export interface ComposedParagraph {
  /** Lines at a measure in points, from a code point on. */
  lines(measure: number, from: number): readonly ComposedRow[]
  /** The same in one line less, or null where the squeeze of TYPESETTING §5.2 does not reach so far. */
  tightened(measure: number, from: number): readonly ComposedRow[] | null
  /** The same in one line more, none of them near to loose; null where that cannot be. */
  loosened(measure: number, from: number): readonly ComposedRow[] | null
  readonly fallbacks: readonly FaceFallback[]
}

/** A line of a paragraph: broken, and set when it is asked for. */
export interface ComposedRow {
  /** Code point at which it begins. */
  readonly from: number
  readonly broken: BrokenLine
  readonly line: SetLine
  /** The line at its place: the very runs of the last time where nothing moved. */
  place(x: number, y: number, source: LineSource): readonly FrameItem[]
  /** Fewer than two Han and no Western word: 孤字 when it ends a paragraph (TYPESETTING §6). */
  readonly isShort: boolean
}

/** Lines that are not justified, each at its natural width. */
export interface ComposedLines {
  readonly lines: readonly SetLine[]
  /** A word that is wider than the measure was broken. */
  readonly broken: boolean
  readonly fallbacks: readonly FaceFallback[]
}

export interface ComposedLine extends SetLine {
  readonly fallbacks: readonly FaceFallback[]
}

export interface Composer {
  paragraph(text: string, setting: ParagraphSetting): ComposedParagraph
  /** By sense (TYPESETTING §9). */
  headline(text: string, setting: WordSetting, measure: number): ComposedLines
  /** One line, whatever its length. */
  line(text: string, setting: WordSetting): ComposedLine
  /**
   * The same for vertical lines: measures and widths count downwards, `place` and `placeLine` take the axis of the column of
   * text and the top of its measure. Itself where it is the vertical one already.
   */
  readonly vertical: Composer
}
