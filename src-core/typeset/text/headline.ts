/**
 * Lines of a headline, TYPESETTING §9: by sense, not by width. The author's spaces come first; then as few lines as the
 * measure takes, or one more where so few would cut a word, balanced, the shorter one above, and no line that reads badly
 * at its start or end.
 */
import { describeLine, breakParagraph } from './break-lines.ts'
import { FORBIDDEN, HeadlineCost, isSense } from './headline-cost.ts'
import { emOf } from './ladders.ts'
import { fitLine, TOLERANCE } from './line-fit.ts'
import type { BrokenLine } from './paragraph.ts'
import type { ShapedParagraph } from './shaped.ts'
import { isBreak } from './unicode/line-breaking.ts'

/** Clusters; a longer text is no headline and is broken as a paragraph is. */
const LONGEST = 200

/** Breaks a headline that was shaped with `senseSpaces` and without `justify`. `measure` in points, for every line. */
export function breakHeadline(shaped: ShapedParagraph, measure: number): readonly BrokenLine[] {
  if (shaped.count > LONGEST) return breakParagraph(shaped, () => measure)
  const ends: number[] = []
  for (let from = 0; from < shaped.count; ) {
    const to = shaped.sums.forcedAfter[from]!
    const piece = fits(shaped, from, to, measure) ? [to] : new Piece(shaped, from, to, measure).ends()
    if (!piece) return breakParagraph(shaped, () => measure)
    ends.push(...piece)
    from = to
  }
  return ends.map((to, line) => describeLine(shaped, line === 0 ? 0 : ends[line - 1]!, to, measure))
}

function fits(shaped: ShapedParagraph, from: number, to: number, measure: number): boolean {
  return fitLine(shaped, from, to, measure).natural <= measure + TOLERANCE
}

/** A line that fits: the cluster that it ends at, and its width in points. */
interface Line {
  readonly end: number
  readonly width: number
}

interface Path {
  readonly cost: number
  readonly end: number
  readonly before: Path | null
}

/** A headline, or what stands between two forced breaks of one, that takes more than a line. */
class Piece {
  private readonly shaped: ShapedParagraph
  private readonly from: number
  private readonly to: number
  private readonly measure: number
  private readonly cost: HeadlineCost

  constructor(shaped: ShapedParagraph, from: number, to: number, measure: number) {
    this.shaped = shaped
    this.from = from
    this.to = to
    this.measure = measure
    this.cost = new HeadlineCost(shaped)
  }

  /** Ends of the lines, or null where a unit is wider than the measure. */
  ends(): readonly number[] | null {
    const { shaped, from, to } = this
    const legal = this.breaksBetween(from, to)
    const sense = legal.filter((at) => at === to || isSense(shaped, at))
    const bySense = sense.length > 1 ? (this.fewestLines(from, sense) ?? this.eachPart(sense)) : null
    const byWidth = this.fewestLines(from, legal)
    return bySense && byWidth && bySense.length <= byWidth.length + 1 ? bySense : byWidth
  }

  /** Every part between the author's spaces in lines of its own. */
  private eachPart(sense: readonly number[]): readonly number[] | null {
    const parts = sense.map((to, part) => {
      const start = part === 0 ? this.from : sense[part - 1]!
      return this.fewestLines(start, this.breaksBetween(start, to))
    })
    return parts.every((part) => part !== null) ? parts.flat() : null
  }

  private breaksBetween(from: number, to: number): readonly number[] {
    const found: number[] = []
    for (let at = from + 1; at <= to; at++) if (isBreak(this.shaped.breaks[at]!)) found.push(at)
    return found
  }

  /** The best lines among those with the smallest number of them, or with one more. */
  private fewestLines(from: number, breaks: readonly number[]): readonly number[] | null {
    const to = breaks.at(-1)!
    const lines = new Map([from, ...breaks].map((start) => [start, this.linesFrom(start, breaks)]))
    let reached: ReadonlySet<number> = new Set([from])
    for (let count = 1; reached.size > 0; count++) {
      reached = new Set([...reached].flatMap((start) => lines.get(start)!.map(({ end }) => end)))
      if (!reached.has(to)) continue
      const fewest = this.balanced(from, to, lines, count)!
      const oneMore = fewest.cost < FORBIDDEN ? null : this.balanced(from, to, lines, count + 1)
      return endsOf(oneMore && oneMore.cost < FORBIDDEN ? oneMore : fewest)
    }
    return null
  }

  private linesFrom(start: number, breaks: readonly number[]): readonly Line[] {
    const { shaped, measure } = this
    const found: Line[] = []
    for (const end of breaks) {
      if (end <= start) continue
      const { natural } = fitLine(shaped, start, end, measure)
      if (natural <= measure + TOLERANCE) found.push({ end, width: natural })
      else if (natural > measure + 2 * emOf(shaped, start)) break
    }
    return found
  }

  /** The cheapest way to set the breaks in exactly `count` lines, or null where there is none. */
  private balanced(from: number, to: number, lines: ReadonlyMap<number, readonly Line[]>, count: number): Path | null {
    const ideal = fitLine(this.shaped, from, to, Infinity).natural / count
    let paths = new Map<number, Path>([[from, { cost: 0, end: from, before: null }]])
    for (let line = 0; line < count; line++) {
      const next = new Map<number, Path>()
      for (const path of paths.values()) {
        for (const { end, width } of lines.get(path.end)!) {
          if ((line === count - 1) !== (end === to)) continue
          const cost = path.cost + this.cost.of({ from: path.end, end, off: width - ideal, first: line === 0 }, to)
          if (cost < (next.get(end)?.cost ?? Infinity)) next.set(end, { cost, end, before: path })
        }
      }
      paths = next
    }
    return paths.get(to) ?? null
  }
}

function endsOf(last: Path): readonly number[] {
  const ends: number[] = []
  for (let path = last; path.before; path = path.before) ends.push(path.end)
  return ends.toReversed()
}
