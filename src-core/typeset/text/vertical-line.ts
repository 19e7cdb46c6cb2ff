/** Glyph positions of a vertical line: one run a face, size, scale and turn. `xs` count from the axis, `ys` from the top. */
import { roundLength } from '../frame.ts'
import { KIND } from './classes.ts'
import { hyphenGlyph } from './hyphenation.ts'
import type { SetRun } from './paragraph.ts'
import { textBetween, type ShapedParagraph } from './shaped.ts'
import { ORIENTATION, type VerticalShape } from './vertical-cells.ts'

interface OpenRun {
  readonly run: number
  readonly scale: number
  readonly turned: boolean
  readonly from: number
  to: number
  readonly glyphs: number[]
  readonly xs: number[]
  readonly ys: number[]
  readonly clusters: number[]
}

export class VerticalRuns {
  private readonly shaped: ShapedParagraph
  private readonly vertical: VerticalShape
  private readonly runs: SetRun[] = []
  private open: OpenRun | null = null

  constructor(shaped: ShapedParagraph, vertical: VerticalShape) {
    this.shaped = shaped
    this.vertical = vertical
  }

  /** `y` is where the cluster's first glyph has its origin, from the measure's top. */
  add(cluster: number, y: number): void {
    const { run, runs, scale, from, kind, advance, glyphFrom, glyphs, glyphSource } = this.shaped
    const first = glyphFrom[cluster]!
    const end = glyphFrom[cluster + 1]!
    if (first === end) return this.close()
    const turned = this.vertical.orientation[cluster] === ORIENTATION.Turned
    const open = this.runFor(run[cluster]!, scale[cluster]!, turned, from[cluster]!, glyphSource[first]!)
    const { face, size } = runs[run[cluster]!]!
    let along = turned ? y : this.vertical.across[cluster]!
    for (let glyph = first; glyph < end; glyph++) {
      open.glyphs.push(glyphs[glyph]!)
      open.xs.push(roundLength(turned ? this.vertical.across[cluster]! : along))
      open.ys.push(roundLength(turned ? along : y))
      open.clusters.push(glyphSource[glyph]! - open.from)
      const natural = (face.advance(glyphs[glyph]!) / face.unitsPerEm) * size
      along += kind[cluster] === KIND.Long ? advance[cluster]! / (end - first) : turned ? natural : natural * scale[cluster]!
    }
    open.to = from[cluster + 1]!
  }

  /** The hyphen after a line's last letter stands for no character, as in a horizontal line. */
  addHyphen(last: number, y: number): void {
    const open = this.open!
    open.glyphs.push(hyphenGlyph(this.shaped, last))
    open.xs.push(roundLength(this.vertical.across[last]!))
    open.ys.push(roundLength(y))
    open.clusters.push(open.to - open.from)
  }

  finish(): readonly SetRun[] {
    this.close()
    return this.runs
  }

  private runFor(run: number, scale: number, turned: boolean, from: number, shown: number): OpenRun {
    const { open } = this
    if (open && open.run === run && open.scale === scale && open.turned === turned && open.to === from) return open
    this.close()
    return (this.open = { run, scale, turned, from: shown, to: shown, glyphs: [], xs: [], ys: [], clusters: [] })
  }

  private close(): void {
    const { open } = this
    if (!open) return
    this.open = null
    const { face, size } = this.shaped.runs[open.run]!
    this.runs.push({
      face: face.id,
      size,
      glyphs: open.glyphs,
      xs: open.xs,
      ys: open.ys,
      ...(open.scale === 1 ? {} : { scaleX: open.scale }),
      vertical: true,
      ...(open.turned ? { rotate: 90 } : {}),
      text: textBetween(this.shaped, open.from, open.to),
      clusters: open.clusters,
      from: open.from,
      to: open.to,
    })
  }
}
