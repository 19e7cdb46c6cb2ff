/**
 * Ruby (注音), TYPESETTING §8: set once in its own size; where it is wider than its base and what it may overhang, the
 * base's cells are widened.
 */
import type { InlineMark } from '../../document/inline-marks.ts'
import { breakParagraph } from './break-lines.ts'
import { emOf } from './ladders.ts'
import { markLevels, RUBY_GAP, rubySize, type MarkLevels } from './mark-levels.ts'
import type { FaceFallback, ParagraphStyle, SetLine } from './paragraph.ts'
import { setLine } from './set-line.ts'
import { clustersOf, type ShapedParagraph } from './shaped.ts'

export interface ShapedRuby {
  readonly mark: InlineMark
  /** Clusters of the base. */
  readonly first: number
  readonly end: number
  readonly line: SetLine
  /** What the faces lack of it, at the base's offset. */
  readonly fallbacks: readonly FaceFallback[]
}

/** What shaping knows of a paragraph's marks. */
export interface ShapedMarks {
  readonly levels: MarkLevels
  readonly rubies: readonly ShapedRuby[]
}

/** How far a ruby reaches over a neighbour that has none, in em of the base. */
const OVERHANG = 0.25

type Unsummed = Omit<ShapedParagraph, 'sums' | 'marks'>

/** Sets a paragraph's rubies and widens the cells of their bases. `shape` shapes another text with the same faces. */
export function shapeMarks(shaped: Unsummed, shape: (text: string, style: ParagraphStyle) => ShapedParagraph): ShapedMarks | null {
  const { style } = shaped
  if (!style.marks) return null
  const levels = markLevels(style)
  const marks = style.marks.ranges.filter((mark) => mark.kind === 'ruby')
  const { lang, face, line, writing } = style
  const size = rubySize(levels)
  const rubies = marks.map((mark): ShapedRuby => {
    const ruby = shape(mark.text ?? '', { lang, face, size, line, indentEm: 0, justify: false, ...(writing ? { writing } : {}) })
    const [only] = breakParagraph(ruby, () => Infinity)
    const fallbacks = ruby.fallbacks.map((fallback) => ({ ...fallback, offset: mark.from }))
    const [first, end] = clustersOf(shaped, mark)
    return { mark, first, end, line: only ? setLine(ruby, only) : { runs: [], width: 0 }, fallbacks }
  })
  rubies.forEach((ruby, index) => widenBase(shaped, ruby, rubies[index - 1], rubies[index + 1], RUBY_GAP * size))
  return { levels, rubies }
}

function widenBase(shaped: Unsummed, { first, end, line }: ShapedRuby, before: ShapedRuby | undefined, after: ShapedRuby | undefined, gap: number): void {
  if (end <= first) return
  const { advance, gap: gaps, shift, count } = shaped
  let width = 0
  for (let cluster = first; cluster < end; cluster++) width += advance[cluster]! + (cluster + 1 < end ? gaps[cluster]! : 0)
  const overhang = (there: boolean, neighbour: ShapedRuby | undefined, touches: boolean, cluster: number) =>
    there && !(neighbour && touches) ? OVERHANG * emOf(shaped, cluster) : 0
  const over = overhang(first > 0, before, before?.end === first, first) + overhang(end < count, after, after?.first === end, end - 1)
  const share = (line.width + gap - width - over) / (end - first)
  if (share <= 0) return
  for (let cluster = first; cluster < end; cluster++) {
    advance[cluster]! += share
    shift[cluster]! += share / 2
  }
}
