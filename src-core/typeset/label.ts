/** A text on one line that no article holds: what a sheet or a proof says about its page. */
import type { FaceSet } from '../fonts/face.ts'
import type { FaceId, LineStyle } from '../document/style.ts'
import { BLACK, roundLength, type Cmyk, type FrameItem } from './frame.ts'
import { breakParagraph } from './text/break-lines.ts'
import { setLine } from './text/set-line.ts'
import { shapeParagraph } from './text/shape.ts'

export interface LabelSetting {
  readonly face: FaceId
  /** Points. */
  readonly size: number
  readonly line: LineStyle
  /** Black when left out. */
  readonly color?: Cmyk
}

/** Its left end at `x` on the baseline. Points. */
export function label(text: string, x: number, baseline: number, { face, size, line, color = BLACK }: LabelSetting, faces: FaceSet): readonly FrameItem[] {
  const shaped = shapeParagraph(text, { lang: 'zh-Hans', face, size, line, indentEm: 0, justify: false }, faces)
  const whole = breakParagraph(shaped, () => Infinity)[0]
  if (!whole) return []
  return setLine(shaped, whole).runs.map((run) => ({
    kind: 'glyphs',
    face: run.face,
    size: run.size,
    color,
    x: roundLength(x),
    y: roundLength(baseline),
    glyphs: run.glyphs,
    xs: run.xs.map(roundLength),
    text: run.text,
    clusters: run.clusters,
    source: null,
  }))
}
