/**
 * Lines of a headline, TYPESETTING §9: by sense, not by width. The author's spaces come first; then as few lines as the
 * measure takes, balanced, the shorter one above, and no line that reads badly at its start or end.
 */
import { describeLine, breakParagraph } from './break-lines.ts'
import { KIND } from './classes.ts'
import { emOf } from './ladders.ts'
import { fitLine, TOLERANCE } from './line-fit.ts'
import type { BrokenLine } from './paragraph.ts'
import type { ShapedParagraph } from './shaped.ts'
import { BREAK } from './unicode/line-breaking.ts'

/** Clusters; a longer text is no headline and is broken as a paragraph is. */
const LONGEST = 200

/** Costs are squares of em off the balance, so that 100 outweighs ten characters. */
const COST = { noSense: 40, badStart: 100, badEnd: 60, single: 400, number: 60, topHeavy: 1 } as const

const BAD_STARTS = characters('的了着等和与')
const NUMERALS = characters('万亿')

/** Breaks a headline that was shaped with `senseSpaces` and without `justify`. `measure` in points, for every line. */
export function breakHeadline(shaped: ShapedParagraph, measure: number): readonly BrokenLine[] {
  if (shaped.count > LONGEST) return breakParagraph(shaped, () => measure)
  const ends: number[] = []
  for (let from = 0; from < shaped.count; ) {
    const to = shaped.sums.forcedAfter[from]!
    const piece = breakPiece(shaped, from, to, measure)
    if (!piece) return breakParagraph(shaped, () => measure)
    ends.push(...piece)
    from = to
  }
  return ends.map((to, line) => describeLine(shaped, line === 0 ? 0 : ends[line - 1]!, to, measure))
}

/** Ends of the lines of a piece, or null where a unit is wider than the measure. */
function breakPiece(shaped: ShapedParagraph, from: number, to: number, measure: number): readonly number[] | null {
  if (fits(shaped, from, to, measure)) return [to]
  const legal = breaksBetween(shaped, from, to)
  const sense = legal.filter((at) => at === to || isSense(shaped, at))
  const bySense = sense.length > 1 ? (fewestLines(shaped, from, sense, measure) ?? eachPart(shaped, from, sense, measure)) : null
  const byWidth = fewestLines(shaped, from, legal, measure)
  return bySense && byWidth && bySense.length <= byWidth.length + 1 ? bySense : byWidth
}

/** Every part between the author's spaces in lines of its own. */
function eachPart(shaped: ShapedParagraph, from: number, sense: readonly number[], measure: number): readonly number[] | null {
  const parts = sense.map((to, part) => {
    const start = part === 0 ? from : sense[part - 1]!
    return fewestLines(shaped, start, breaksBetween(shaped, start, to), measure)
  })
  return parts.every((part) => part !== null) ? parts.flat() : null
}

function breaksBetween(shaped: ShapedParagraph, from: number, to: number): readonly number[] {
  const found: number[] = []
  for (let at = from + 1; at <= to; at++) if (shaped.breaks[at] !== BREAK.No) found.push(at)
  return found
}

/** A line that fits: the cluster that it ends at, and its width in points. */
interface Line {
  readonly end: number
  readonly width: number
}

/** The best lines among those with the smallest number of them. */
function fewestLines(shaped: ShapedParagraph, from: number, breaks: readonly number[], measure: number): readonly number[] | null {
  const to = breaks.at(-1)!
  const lines = new Map<number, readonly Line[]>()
  for (const start of [from, ...breaks]) lines.set(start, linesFrom(shaped, start, breaks, measure))
  for (let reached: ReadonlySet<number> = new Set([from]), count = 1; reached.size > 0; count++) {
    reached = new Set([...reached].flatMap((start) => lines.get(start)!.map(({ end }) => end)))
    if (reached.has(to)) return balanced(shaped, from, to, lines, count)
  }
  return null
}

function linesFrom(shaped: ShapedParagraph, start: number, breaks: readonly number[], measure: number): readonly Line[] {
  const found: Line[] = []
  for (const end of breaks) {
    if (end <= start) continue
    const { natural } = fitLine(shaped, start, end, measure)
    if (natural <= measure + TOLERANCE) found.push({ end, width: natural })
    else if (natural > measure + 2 * emOf(shaped, start)) break
  }
  return found
}

interface Path {
  readonly cost: number
  readonly end: number
  readonly before: Path | null
}

/** The cheapest way to set the breaks in exactly `count` lines. */
function balanced(shaped: ShapedParagraph, from: number, to: number, lines: ReadonlyMap<number, readonly Line[]>, count: number): readonly number[] {
  const ideal = fitLine(shaped, from, to, Infinity).natural / count
  let paths = new Map<number, Path>([[from, { cost: 0, end: from, before: null }]])
  for (let line = 0; line < count; line++) {
    const next = new Map<number, Path>()
    for (const path of paths.values()) {
      for (const { end, width } of lines.get(path.end)!) {
        if ((line === count - 1) !== (end === to)) continue
        const cost = path.cost + lineCost(shaped, path.end, end, to, (width - ideal) / emOf(shaped, path.end), line === 0)
        if (cost < (next.get(end)?.cost ?? Infinity)) next.set(end, { cost, end, before: path })
      }
    }
    paths = next
  }
  const ends: number[] = []
  for (let path: Path | null = paths.get(to)!; path.before; path = path.before) ends.push(path.end)
  return ends.toReversed()
}

/** `off` is how much wider than the balance the line is, in em. */
function lineCost(shaped: ShapedParagraph, from: number, end: number, to: number, off: number, first: boolean): number {
  let cost = off * off + (first && off > TOLERANCE ? COST.topHeavy : 0)
  if (visible(shaped, from, end) === 1) cost += COST.single
  if (end === to || isSense(shaped, end)) return cost
  cost += COST.noSense
  if (BAD_STARTS.has(codePointAt(shaped, end))) cost += COST.badStart
  if (endsBadly(shaped, end)) cost += COST.badEnd
  if (splitsNumber(shaped, end)) cost += COST.number
  return cost
}

/** A mark ends no headline line but ？！ and closing brackets. */
function endsBadly({ kind }: ShapedParagraph, end: number): boolean {
  const last = kind[end - 1]!
  return last === KIND.Comma || last === KIND.Colon || last === KIND.Stop || last === KIND.Dot || last === KIND.Long || last === KIND.Connector
}

/** A figure and the 万 or 亿 and unit after it stay whole. */
function splitsNumber(shaped: ShapedParagraph, end: number): boolean {
  const before = codePointAt(shaped, end - 1)
  const digit = before >= 0x30 && before <= 0x39
  return (digit && shaped.kind[end] === KIND.Han) || (NUMERALS.has(before) && isDigitBefore(shaped, end - 1))
}

function isDigitBefore(shaped: ShapedParagraph, cluster: number): boolean {
  const before = cluster > 0 ? codePointAt(shaped, cluster - 1) : 0
  return before >= 0x30 && before <= 0x39
}

function isSense({ kind }: ShapedParagraph, at: number): boolean {
  return kind[at - 1] === KIND.Space || kind[at - 1] === KIND.IdeographicSpace
}

function visible({ kind }: ShapedParagraph, from: number, end: number): number {
  let count = 0
  for (let cluster = from; cluster < end; cluster++) if (kind[cluster] !== KIND.Space && kind[cluster] !== KIND.IdeographicSpace) count++
  return count
}

function fits(shaped: ShapedParagraph, from: number, to: number, measure: number): boolean {
  return fitLine(shaped, from, to, measure).natural <= measure + TOLERANCE
}

function codePointAt(shaped: ShapedParagraph, cluster: number): number {
  return shaped.codePoints[shaped.from[cluster]!]!
}

function characters(text: string): ReadonlySet<number> {
  return new Set([...text].map((character) => character.codePointAt(0)!))
}
