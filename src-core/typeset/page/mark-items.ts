/** Marks of a set line at their places on the page: strokes, waves, dots, and ruby as glyph runs of its own. */
import { BLACK, roundLength, type FrameItem } from '../frame.ts'
import { discs, wave } from '../path.ts'
import type { Anchor, SetLine, SetMark, SetRun } from '../text/paragraph.ts'
import { placeRun } from './glyph-run.ts'

/** Length of half a wave in amplitudes. */
const HALF_WAVE = 3.6

type Point = readonly [x: number, y: number]

/** `x` and `y` as for the line itself. */
export function placeMarks({ runs }: SetLine, marks: readonly SetMark[], x: number, y: number): readonly FrameItem[] {
  const placer = new MarkPlacer(runs, roundLength(x), roundLength(y))
  return marks.flatMap((mark) => placer.place(mark))
}

class MarkPlacer {
  private readonly runs: readonly SetRun[]
  private readonly vertical: boolean
  private readonly x: number
  private readonly y: number

  constructor(runs: readonly SetRun[], x: number, y: number) {
    this.runs = runs
    this.vertical = runs[0]?.vertical ?? false
    this.x = x
    this.y = y
  }

  place(mark: SetMark): readonly FrameItem[] {
    switch (mark.kind) {
      case 'dots': {
        const centres = mark.at.map((at) => this.offset(this.along(at), mark.across))
        return [{ kind: 'path', x: this.x, y: this.y, path: discs(centres, mark.diameter), color: BLACK }]
      }
      case 'line':
        return [this.stroke(this.point(this.along(mark.from), mark.across), this.point(this.along(mark.to), mark.across), mark.width)]
      case 'wave': {
        const [left, top] = this.point(this.along(mark.from), mark.across)
        const path = wave(this.along(mark.to) - this.along(mark.from), { ...mark, halfWave: HALF_WAVE * mark.amplitude }, this.vertical)
        return [{ kind: 'path', x: roundLength(left), y: roundLength(top), path, color: BLACK }]
      }
      case 'frame':
        return this.frame(mark)
      case 'ruby': {
        const [left, top] = this.point(this.along(mark.middle) - mark.width / 2, mark.across)
        return mark.runs.map((run) => ({ ...placeRun(run, left, top, null), aside: true }))
      }
    }
  }

  /** Strokes along the line reach over the corners; those across it close the ends. */
  private frame({ from, to, over, under, width, openStart, openEnd }: Extract<SetMark, { kind: 'frame' }>): readonly FrameItem[] {
    const [start, end] = [this.along(from), this.along(to)]
    const long = (across: number) => this.stroke(this.point(start - width / 2, across), this.point(end + width / 2, across), width)
    const short = (along: number) => this.stroke(this.point(along, over), this.point(along, under), width)
    return [long(over), long(under), ...(openStart ? [] : [short(start)]), ...(openEnd ? [] : [short(end)])]
  }

  private along({ run, glyph, offset }: Anchor): number {
    const holding = this.runs[run]
    return ((this.vertical ? holding?.ys : holding?.xs)?.[glyph] ?? 0) + offset
  }

  private offset(along: number, across: number): Point {
    return this.vertical ? [across, along] : [along, across]
  }

  private point(along: number, across: number): Point {
    const [x, y] = this.offset(along, across)
    return [this.x + x, this.y + y]
  }

  private stroke(from: Point, to: Point, width: number): FrameItem {
    return { kind: 'rule', x1: roundLength(from[0]), y1: roundLength(from[1]), x2: roundLength(to[0]), y2: roundLength(to[1]), width: roundLength(width), color: BLACK }
  }
}
