/**
 * Shapes a paragraph: characters → clusters → classes → glyphs and cells → adjacent marks → Chinese-Western gaps →
 * break opportunities (TYPESETTING §2.1). Nothing here depends on a measure.
 */
import type { Face, FaceSet } from '../../fonts/face.ts'
import { trimAdjacent } from './adjacent.ts'
import { hanBeside, spacesEnd, typedSpaces, wantsGap } from './autospace.ts'
import { breakOpportunities, isCss } from './break-opportunities.ts'
import { Cells } from './cells.ts'
import { KIND, type Kind, kindOf } from './classes.ts'
import { clusterStarts, codePointsOf } from './clusters.ts'
import { GlyphCollector } from './glyphs.ts'
import { hyphenate } from './hyphenation.ts'
import { joinPairs, kindsOf, splitAtBreaks } from './kinds.ts'
import { emOf } from './ladders.ts'
import { keepMarkedTogether } from './line-marks.ts'
import { type SettledStyle, settleStyle } from './line-style.ts'
import type { ParagraphStyle, StyledRun } from './paragraph.ts'
import { GAP, type ShapedParagraph } from './shaped.ts'
import { shapeMarks } from './ruby.ts'
import { lineSums } from './sums.ts'
import { BREAK } from './unicode/line-breaking.ts'
import { westernQuotes } from './western-quotes.ts'
import { ORIENTATION, VerticalCells, type VerticalShape } from './vertical-cells.ts'
import { westernInVertical, WESTERN } from './vertical-western.ts'

export type { ShapedParagraph } from './shaped.ts'

export function shapeParagraph(text: string, style: ParagraphStyle, faces: FaceSet): ShapedParagraph {
  const settled = settleStyle(style.line)
  const codePoints = codePointsOf(text)
  const quotes = settled.latinQuotes ? westernQuotes(codePoints) : null
  const opportunities = breakOpportunities(codePoints, settled.lineBreak, quotes)
  if (style.marks) keepMarkedTogether(opportunities, style.marks.ranges)
  const starts = clusterStarts(codePoints)
  const western = style.writing === 'vertical' ? westernInVertical(codePoints, style) : null
  const from = joinGroups(western, joinPairs(codePoints, isCss(settled.lineBreak) ? splitAtBreaks(starts, opportunities) : starts))
  const kind = kindsOf(codePoints, from, quotes)
  const breaks = clusterBreaks(from, opportunities)
  const shaped = {
    text, style, settled, codePoints, count: kind.length, from, kind, breaks,
    lostStart: settled.lineStart === 'keep' && settled.adjacent === 'collapse' ? new Float64Array(kind.length) : null,
    ...gaps(kind.length), ...glyphsAndCells(codePoints, from, kind, western, style, settled, faces),
  }
  if (settled.adjacent === 'collapse') trimAdjacent(shaped)
  spaceOut(shaped)
  hyphenate(shaped, (style.line.hyphenate ?? false) && style.justify)
  const marks = shapeMarks(shaped, (other, its) => shapeParagraph(other, its, faces))
  const fallbacks = marks ? [...shaped.fallbacks, ...marks.rubies.flatMap((ruby) => ruby.fallbacks)] : shaped.fallbacks
  return { ...shaped, marks, fallbacks, sums: lineSums(shaped) }
}

function gaps(count: number): Pick<ShapedParagraph, 'gap' | 'stretch'> {
  const memory = new ArrayBuffer((8 + 1) * count)
  return { gap: new Float64Array(memory, 0, count), stretch: new Uint8Array(memory, 8 * count, count) }
}

type GlyphsAndCells = Pick<
  ShapedParagraph,
  'run' | 'runs' | 'advance' | 'shift' | 'scale' | 'startBlank' | 'endBlank' | 'taken' | 'glyphFrom' | 'glyphs' | 'glyphSource' | 'vertical' | 'fallbacks'
>

function glyphsAndCells(
  codePoints: Uint32Array, from: Uint32Array, kind: Uint8Array, western: Uint8Array | null, style: ParagraphStyle, settled: SettledStyle, faces: FaceSet,
): GlyphsAndCells {
  const count = kind.length
  const collector = new GlyphCollector(faces, codePoints)
  const cells = new Cells(count, { lang: style.lang, scheme: settled.scheme })
  const vertical = western ? new VerticalCells({ count, cells, style, scheme: settled.scheme, codePoints, western, collector }) : null
  const memory = new ArrayBuffer(4 * (count + 1) + 2 * count)
  const glyphFrom = new Uint32Array(memory, 0, count + 1)
  const run = new Uint16Array(memory, 4 * (count + 1), count)
  const styled = new RunCursor(style)
  for (let cluster = 0; cluster < count; cluster++) {
    const start = from[cluster]!
    const end = from[cluster + 1]!
    const wanted = styled.at(start)
    const first = (glyphFrom[cluster] = collector.count)
    const long = kind[cluster] === KIND.Long
    run[cluster] = long && codePoints[start] === 0x2014
      ? collector.addDash(start, end, wanted.face, wanted.size)
      : collector.add(start, end, kind[cluster] as Kind, wanted.face, wanted.size)
    if (collector.count === first) {
      vertical?.leave(cluster, codePoints[start]!)
      continue
    }
    const { face, size } = collector.runs[run[cluster]!]!
    const placed = vertical && { cluster, from: start, kind: kind[cluster] as Kind, first, run: collector.runs[run[cluster]!]!, em: wanted.size }
    if (!placed || !vertical.stand(placed)) {
      const glyph = collector.glyphs[first]!
      if (long) cells.placeLong(cluster, face, size, glyph, collector.count - first, end - start > 1 || codePoints[start] === 0x2e3a ? 2 : 1)
      else if (kind[cluster] === KIND.Western && kindOf(codePoints[start]!) !== KIND.Western) cells.placeNarrow(cluster, face, size, glyph)
      else cells.place(cluster, codePoints[start]!, kind[cluster] as Kind, face, size, glyph, advanceOf(collector, face, first))
    }
    if (placed) kind[cluster] = vertical.finish(placed)
  }
  glyphFrom[count] = collector.count
  const { advance, shift, scale, startBlank, endBlank, taken } = cells
  const { glyphs, sources: glyphSource, runs, fallbacks } = collector
  return { run, runs, advance, shift, scale, startBlank, endBlank, taken, glyphFrom, glyphs, glyphSource, vertical, fallbacks }
}

/** Font units that the glyphs from `first` on take. */
function advanceOf({ glyphs, count }: GlyphCollector, face: Face, first: number): number {
  let advance = 0
  for (let glyph = first; glyph < count; glyph++) advance += face.advance(glyphs[glyph]!)
  return advance
}

type Unsummed = Omit<ShapedParagraph, 'sums' | 'marks'>

/** A group in one cell of a vertical line is one cluster. */
function joinGroups(western: Uint8Array | null, starts: Uint32Array): Uint32Array {
  return western ? starts.filter((start) => western[start] !== WESTERN.Joined) : starts
}

/** The setting of a code point, asked in rising order. */
class RunCursor {
  private readonly style: ParagraphStyle
  private readonly runs: readonly StyledRun[]
  private next = 0

  constructor(style: ParagraphStyle) {
    this.style = style
    this.runs = style.runs ?? []
  }

  at(codePoint: number): { readonly face: string; readonly size: number } {
    const { runs } = this
    while (this.next < runs.length && runs[this.next]!.to <= codePoint) this.next++
    const run = runs[this.next]
    return run && run.from <= codePoint ? run : this.style
  }
}

function clusterBreaks(from: Uint32Array, byCodePoint: Uint8Array): Uint8Array {
  const breaks = new Uint8Array(from.length)
  for (let cluster = 1; cluster < from.length; cluster++) breaks[cluster] = byCodePoint[from[cluster]!]!
  breaks[from.length - 1] = BREAK.Mandatory
  return breaks
}

/** Chinese-Western gaps, typed spaces, and what justification may do with each gap. */
function spaceOut(shaped: Unsummed): void {
  const { count, kind, gap, stretch, vertical } = shaped
  for (let cluster = 0; cluster < count; cluster++) {
    if (kind[cluster] === KIND.Han && kind[cluster + 1] === KIND.Han && !vertical) {
      // Most gaps of a page, decided at once.
      stretch[cluster] = GAP.Plain
      continue
    }
    const end = spacesEnd(shaped, cluster)
    if (end > cluster) setSpaces(shaped, cluster, end)
    cluster = Math.max(cluster, end - 1)
    if (cluster + 1 >= count) continue
    if (wantsGap(shaped, cluster) && !(vertical && standsUpright(vertical, cluster))) {
      gap[cluster] = shaped.settled.autospaceEm * emOf(shaped, hanBeside(shaped, cluster))
      stretch[cluster] = GAP.Autospace
    } else if (isOpenGap(shaped, cluster)) stretch[cluster] = GAP.Plain
  }
}

/** Either side is Western text that stands upright: no gap beside it in vertical lines (TYPESETTING §4). */
function standsUpright({ orientation }: VerticalShape, cluster: number): boolean {
  const before = orientation[cluster]!
  const after = orientation[cluster + 1]!
  return before >= ORIENTATION.Combined || after >= ORIENTATION.Combined || (before !== ORIENTATION.Turned && after !== ORIENTATION.Turned)
}

/** Several typed spaces count as one. */
function setSpaces(shaped: Unsummed, first: number, end: number): void {
  const width = isBesideUpright(shaped.vertical, first, end) ? 0 : typedSpaces(shaped, first, end)
  if (width === null) return
  shaped.advance.fill(0, first, end)
  shaped.advance[first] = width
  // A space that stands for U+3000 is set as one: no word space of the ladders.
  if (width >= emOf(shaped, first)) shaped.kind[first] = KIND.IdeographicSpace
}

/** Beside Western text in cells of its own a typed space stands for the gap that there is none of. */
function isBesideUpright(vertical: VerticalShape | null, first: number, end: number): boolean {
  return vertical !== null && ((vertical.orientation[first - 1] ?? 0) >= ORIENTATION.Combined || (vertical.orientation[end] ?? 0) >= ORIENTATION.Combined)
}

/** Step 3 of §5.3 leaves out what is inside a unit and both sides of connectors and solidi. */
function isOpenGap(shaped: Unsummed, cluster: number): boolean {
  const { kind, breaks, vertical } = shaped
  const before = kind[cluster]!
  const after = kind[cluster + 1]!
  if (isTight(before) || isTight(after)) return false
  if (vertical && isInsideUpright(vertical, cluster) && breaks[cluster + 1] === BREAK.No) return false
  // Where an address may break it is as solid as elsewhere.
  return isCell(before) || isCell(after) || (breaks[cluster + 1] !== BREAK.No && !isAscii(shaped, cluster))
}

function isAscii({ codePoints, from }: Unsummed, cluster: number): boolean {
  return codePoints[from[cluster]!]! < 0x80 && codePoints[from[cluster + 1]!]! < 0x80
}

/** Letters and figures of one upright word. */
function isInsideUpright({ orientation }: VerticalShape, cluster: number): boolean {
  return orientation[cluster]! >= ORIENTATION.Combined && orientation[cluster + 1]! >= ORIENTATION.Combined
}

function isTight(kind: number): boolean {
  return kind === KIND.Connector || kind === KIND.Solidus || kind === KIND.Space || kind === KIND.Invisible
}

function isCell(kind: number): boolean {
  return (kind >= KIND.Opening && kind <= KIND.Long) || kind === KIND.IdeographicSpace || kind === KIND.Han
}
