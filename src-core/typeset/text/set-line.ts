/**
 * Sets a broken line into glyph positions: edges trimmed, justified, one run a face, size and scale. Positions are
 * rounded here, once, as a frame has them.
 */
import { roundLength } from '../frame.ts'
import type { BrokenLine, SetLine, SetRun } from './paragraph.ts'
import { justifyLine, zeros } from './justify.ts'
import { KIND } from './classes.ts'
import { hyphenGlyph } from './hyphenation.ts'
import { fitLine, type LineFit, TOLERANCE } from './line-fit.ts'
import { lineMarks } from './line-marks.ts'
import { clusterAt, textBetween, type ShapedParagraph } from './shaped.ts'
import { VerticalRuns } from './vertical-line.ts'

/** The cells of a line, in points from the measure's left edge, for clusters from `fit.from` to `fit.end`. */
export interface LineCells {
  readonly fit: LineFit
  /** Left edge of each cell, and the right edge of the last. */
  readonly edges: readonly number[]
  /** From each cell's left edge to the origin of its glyph. */
  readonly shifts: readonly number[]
  /** Gap after each cell, inside the next edge's distance. */
  readonly gaps: readonly number[]
}

export function setLine(shaped: ShapedParagraph, line: BrokenLine): SetLine {
  const cells = placeCells(shaped, line)
  const collector = shaped.vertical ? new VerticalRuns(shaped, shaped.vertical) : new RunCollector(shaped)
  const { fit, edges, shifts } = cells
  for (let cluster = fit.from; cluster < fit.end; cluster++) {
    collector.add(cluster, edges[cluster - fit.from]! + shifts[cluster - fit.from]!)
  }
  const edge = edges[fit.end - fit.from]!
  if (fit.hyphen > 0) collector.addHyphen(fit.end - 1, edge)
  const width = edge + fit.hyphen
  for (let cluster = fit.end; cluster < fit.to; cluster++) collector.add(cluster, width)
  const runs = collector.finish()
  return shaped.marks ? { runs, width, marks: lineMarks(shaped, shaped.marks, line, cells, runs) } : { runs, width }
}

export function placeCells(shaped: ShapedParagraph, line: BrokenLine): LineCells {
  const from = clusterAt(shaped, line.from)
  const to = clusterAt(shaped, line.to)
  const room = roomOf(shaped, line)
  const fit = fitLine(shaped, from, to, room)
  const justified = isJustified(shaped, line, fit, room)
  const count = fit.end - from
  const edges = zeros(count + 1)
  const shifts = zeros(count)
  const gaps = zeros(count)
  const adjustment = justified ? justifyLine(shaped, fit, room) : null
  let x = line.indent
  for (let index = 0; index < count; index++) {
    const cluster = from + index
    let cell = adjustment ? adjustment.cell[index]! : 0
    shifts[index] = shaped.shift[cluster]! + originShift(shaped.kind[cluster]!, cell)
    if (index === 0) {
      cell -= fit.startTrim
      shifts[0]! -= fit.startTrim
    }
    if (index === count - 1) cell -= fit.endTrim
    else gaps[index] = shaped.gap[cluster]! + (adjustment ? adjustment.gap[index]! : 0)
    edges[index] = x
    x += shaped.advance[cluster]! + cell + gaps[index]!
  }
  // The sums above may differ from the measure by the last bits of a double: a full line ends at the measure itself.
  const full = line.indent + room - fit.hyphen
  edges[count] = justified && Math.abs(x - full) < TOLERANCE ? full : x
  return { fit, edges, shifts, gaps }
}

/** A mark that gives its start blank moves to the left by it, a full dot by half of what it gives. */
function originShift(kind: number, cell: number): number {
  if (kind === KIND.Opening) return cell
  return kind === KIND.Dot ? cell / 2 : 0
}

function roomOf(shaped: ShapedParagraph, line: BrokenLine): number {
  return line.measure - (line.from === 0 ? shaped.style.indentEm * shaped.style.size : 0)
}

function isJustified(shaped: ShapedParagraph, line: BrokenLine, fit: LineFit, room: number): boolean {
  if (fit.natural > room + TOLERANCE) return true
  return shaped.style.align === 'even' || (shaped.style.justify && !line.last)
}

interface OpenRun {
  readonly run: number
  readonly scale: number
  readonly from: number
  to: number
  readonly glyphs: number[]
  readonly xs: number[]
  readonly clusters: number[]
}

class RunCollector {
  private readonly shaped: ShapedParagraph
  private readonly runs: SetRun[] = []
  private open: OpenRun | null = null

  constructor(shaped: ShapedParagraph) {
    this.shaped = shaped
  }

  add(cluster: number, x: number): void {
    const { run, runs, scale, from, glyphFrom, glyphs, glyphSource } = this.shaped
    const first = glyphFrom[cluster]!
    const end = glyphFrom[cluster + 1]!
    if (first === end) return this.close()
    const open = this.runFor(run[cluster]!, scale[cluster]!, from[cluster]!, glyphSource[first]!)
    const { face, size } = runs[run[cluster]!]!
    let pen = x
    for (let glyph = first; glyph < end; glyph++) {
      open.glyphs.push(glyphs[glyph]!)
      open.xs.push(roundLength(pen))
      open.clusters.push(glyphSource[glyph]! - open.from)
      pen += isPairOfGlyphs(this.shaped, cluster) ? this.shaped.advance[cluster]! / (end - first) : (face.advance(glyphs[glyph]!) / face.unitsPerEm) * size
    }
    open.to = from[cluster + 1]!
  }

  /** The hyphen after a line's last letter stands for no character: the word stays whole in the text. */
  addHyphen(last: number, x: number): void {
    const open = this.open!
    open.glyphs.push(hyphenGlyph(this.shaped, last))
    open.xs.push(roundLength(x))
    open.clusters.push(open.to - open.from)
  }

  finish(): readonly SetRun[] {
    this.close()
    return this.runs
  }

  /** `shown` is the first character that has a glyph: what stands before it in its cluster is left out at a run's start. */
  private runFor(run: number, scale: number, from: number, shown: number): OpenRun {
    const open = this.open
    if (open && open.run === run && open.scale === scale && open.to === from) return open
    this.close()
    return (this.open = { run, scale, from: shown, to: shown, glyphs: [], xs: [], clusters: [] })
  }

  private close(): void {
    const open = this.open
    if (!open) return
    this.open = null
    const { face, size, rise } = this.shaped.runs[open.run]!
    this.runs.push({
      face: face.id,
      size,
      ...(rise === 0 ? {} : { rise }),
      glyphs: open.glyphs,
      xs: open.xs,
      ...(open.scale === 1 ? {} : { scaleX: open.scale }),
      text: textBetween(this.shaped, open.from, open.to),
      clusters: open.clusters,
      from: open.from,
      to: open.to,
    })
  }
}

function isPairOfGlyphs({ kind }: ShapedParagraph, cluster: number): boolean {
  return kind[cluster] === KIND.Long
}
