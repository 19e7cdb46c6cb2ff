/**
 * Marks of a line that was set, TYPESETTING §8. Along the line a mark holds on to glyphs, so that it follows when these
 * are moved; across it, it stands at the level of its kind.
 */
import type { InlineMark } from '../../document/inline-marks.ts'
import { KIND } from './classes.ts'
import { RUBY_DESCENT, RUBY_GAP, rubySize, sideOf, type MarkLevel, type MarkLevels, WAVE_AMPLITUDE } from './mark-levels.ts'
import type { Anchor, BrokenLine, SetMark, SetRun } from './paragraph.ts'
import type { ShapedMarks, ShapedRuby } from './ruby.ts'
import type { LineCells } from './set-line.ts'
import { clustersOf, type ShapedParagraph } from './shaped.ts'
import { BREAK } from './unicode/line-breaking.ts'

/** From the baseline of a horizontal line and the axis of a vertical one to the edges of the em box, in em. */
const EDGES = { horizontal: { over: -0.88, under: 0.12 }, vertical: { over: 0.5, under: -0.5 } } as const
/** What a line gives at an end that touches another name or title, so that both are seen. Em. */
const BETWEEN_NAMES = 1 / 16

export function lineMarks(shaped: ShapedParagraph, { levels, rubies }: ShapedMarks, line: BrokenLine, cells: LineCells, runs: readonly SetRun[]): readonly SetMark[] {
  const isHere = ({ from, to }: InlineMark) => from < line.to && to > line.from
  const ranges = shaped.style.marks?.ranges ?? []
  const setter = new MarkSetter(shaped, levels, cells, runs)
  return [...ranges.filter(isHere).flatMap((mark) => setter.mark(mark, ranges)), ...setter.rubies(rubies.filter(({ mark }) => isHere(mark)), line)]
}

/** Clusters of a mark in a line, and whether it goes on before and after them. */
interface Piece {
  readonly first: number
  readonly end: number
  readonly openStart: boolean
  readonly openEnd: boolean
}

class MarkSetter {
  private readonly shaped: ShapedParagraph
  private readonly cells: LineCells
  private readonly runs: readonly SetRun[]
  private readonly levels: MarkLevels
  private readonly vertical: boolean

  constructor(shaped: ShapedParagraph, levels: MarkLevels, cells: LineCells, runs: readonly SetRun[]) {
    this.shaped = shaped
    this.levels = levels
    this.cells = cells
    this.runs = runs
    this.vertical = shaped.style.writing === 'vertical'
  }

  mark(mark: InlineMark, ranges: readonly InlineMark[]): readonly SetMark[] {
    const piece = this.pieceOf(mark)
    if (!piece) return []
    switch (mark.kind) {
      case 'emphasis':
        return this.dots(piece)
      case 'name':
      case 'title':
        return [this.stroke(mark, piece, ranges)]
      case 'frame':
        return [this.frame(piece)]
      default:
        return []
    }
  }

  rubies(rubies: readonly ShapedRuby[], { measure }: BrokenLine): readonly SetMark[] {
    const found = rubies.flatMap((ruby) => {
      const piece = this.pieceOf(ruby.mark)
      // One that had to be broken stands with its beginning.
      return piece && !piece.openStart ? [{ ruby, piece, middle: (this.left(piece.first) + this.right(piece.end - 1)) / 2, width: ruby.line.width }] : []
    })
    if (found.length === 0) return []
    const size = rubySize(this.levels)
    const right = Math.max(Number.isFinite(measure) ? measure : 0, this.right(this.cells.fit.end - 1))
    const starts = spreadRubies(found, RUBY_GAP * size, right)
    const outward = this.vertical ? 1 : -1
    const { distance, height } = this.levels.ruby
    const across = this.edge('over') + outward * (distance + (this.vertical ? height / 2 : RUBY_DESCENT * size))
    return found.map(({ ruby: { line }, piece }, index) => ({ kind: 'ruby', middle: this.anchor(piece.first, starts[index]! + line.width / 2), width: line.width, across, runs: line.runs }))
  }

  /** Punctuation and spaces have no dot. */
  private dots({ first, end }: Piece): readonly SetMark[] {
    const at: Anchor[] = []
    for (let cluster = first; cluster < end; cluster++) {
      if (hasDot(this.shaped.kind[cluster]!)) at.push(this.anchor(cluster, (this.left(cluster) + this.right(cluster)) / 2))
    }
    const { emphasis } = this.levels
    return at.length > 0 ? [{ kind: 'dots', at, across: this.middle('emphasis', emphasis), diameter: emphasis.height }] : []
  }

  private stroke(mark: InlineMark, { first, end, openStart, openEnd }: Piece, ranges: readonly InlineMark[]): SetMark {
    const kind = mark.kind === 'title' ? 'title' : 'name'
    const touches = (place: number, side: 'from' | 'to') => ranges.some((other) => (other.kind === 'name' || other.kind === 'title') && other !== mark && other[side] === place)
    const short = BETWEEN_NAMES * this.shaped.style.size
    const start = this.left(first) + (!openStart && touches(mark.from, 'to') ? short : 0)
    const stop = this.right(end - 1) - (!openEnd && touches(mark.to, 'from') ? short : 0)
    const level = this.levels[kind]
    const ends = { from: this.anchor(first, start), to: this.anchor(end - 1, stop), across: this.middle(kind, level), width: this.levels.stroke }
    return kind === 'name' ? { kind: 'line', ...ends } : { kind: 'wave', ...ends, amplitude: WAVE_AMPLITUDE * this.shaped.style.size }
  }

  /** Its strokes stand outside the cells; where it had to be broken it is open. */
  private frame({ first, end, openStart, openEnd }: Piece): SetMark {
    const { distance } = this.levels.frame
    const half = this.levels.stroke / 2
    const outward = this.vertical ? 1 : -1
    return {
      kind: 'frame',
      from: this.anchor(first, this.left(first) - half),
      to: this.anchor(end - 1, this.right(end - 1) + half),
      over: this.edge('over') + outward * (distance + half),
      under: this.edge('under') - outward * (distance + half),
      width: this.levels.stroke,
      ...(openStart ? { openStart } : {}),
      ...(openEnd ? { openEnd } : {}),
    }
  }

  private edge(side: 'over' | 'under'): number {
    return EDGES[this.vertical ? 'vertical' : 'horizontal'][side] * this.shaped.style.size
  }

  private middle(kind: 'name' | 'title' | 'emphasis', { distance, height }: MarkLevel): number {
    const side = sideOf(kind, this.vertical)
    const outward = (side === 'over') === this.vertical ? 1 : -1
    return this.edge(side) + outward * (distance + height / 2)
  }

  /** Without spaces that end the line. */
  private pieceOf(mark: InlineMark): Piece | null {
    const { fit } = this.cells
    const [start, stop] = clustersOf(this.shaped, mark)
    const first = Math.max(fit.from, start)
    const end = Math.min(fit.end, stop)
    return first < end ? { first, end, openStart: first > start, openEnd: end < stop } : null
  }

  private left(cluster: number): number {
    return this.cells.edges[cluster - this.cells.fit.from]!
  }

  /** Of the cell, without the gap after it. */
  private right(cluster: number): number {
    const index = cluster - this.cells.fit.from
    return this.cells.edges[index + 1]! - this.cells.gaps[index]!
  }

  /** The cluster's first glyph, or the nearest one before it that has any. */
  private anchor(cluster: number, along: number): Anchor {
    const place = this.shaped.from[cluster]!
    const index = Math.max(0, this.runs.findLastIndex((run) => run.from <= place))
    const run = this.runs[index]
    if (!run) return { run: 0, glyph: 0, offset: along }
    const glyph = Math.max(0, run.clusters.findLastIndex((start) => run.from + start <= place))
    const first = run.clusters.indexOf(run.clusters[glyph]!)
    return { run: index, glyph: first, offset: along - (run.ys ?? run.xs)[first]! }
  }
}

function hasDot(kind: number): boolean {
  return kind === KIND.Han || kind === KIND.Western || kind === KIND.Prefix || kind === KIND.Suffix
}

/** Where the rubies of a line begin: centred on their bases, apart from each other, inside the line as far as they can. */
function spreadRubies(rubies: readonly { readonly middle: number; readonly width: number }[], gap: number, right: number): readonly number[] {
  const starts: number[] = []
  let least = 0
  for (const { middle, width } of rubies) {
    const start = Math.max(middle - width / 2, least)
    starts.push(start)
    least = start + width + gap
  }
  let most = right
  for (let index = rubies.length - 1; index >= 0; index--) {
    const start = Math.min(starts[index]!, most - rubies[index]!.width)
    starts[index] = start
    most = start - gap
  }
  return starts
}

/** Marks of a line whose characters were made so much as wide. */
export function scaleMarks(marks: readonly SetMark[], scale: number): readonly SetMark[] {
  const scaled = (anchor: Anchor): Anchor => ({ ...anchor, offset: anchor.offset * scale })
  return marks.map((mark): SetMark => {
    if (mark.kind === 'dots') return { ...mark, at: mark.at.map(scaled) }
    return mark.kind === 'ruby' ? { ...mark, middle: scaled(mark.middle) } : { ...mark, from: scaled(mark.from), to: scaled(mark.to) }
  })
}

/** A frame and a ruby keep their words together. `breaks` has one entry a code point. */
export function keepMarkedTogether(breaks: Uint8Array, ranges: readonly InlineMark[]): void {
  for (const { kind, from, to } of ranges) {
    if (kind !== 'frame' && kind !== 'ruby') continue
    for (let at = from + 1; at < to; at++) if (breaks[at] !== BREAK.Mandatory) breaks[at] = BREAK.No
  }
}
