/** Set lines at their places on the page: the one step from the text engine's runs to a frame's glyph runs. */
import { BLACK, roundLength, type GlyphRun, type Source } from '../frame.ts'
import type { SetLine } from '../text/paragraph.ts'

/** What a line's characters are, but for the range, which each run knows. `from` is where the shaped text began in it. */
export type LineSource = Omit<Source, 'from' | 'to'> & { readonly from?: number }

/** `x` is the measure's left edge, `y` the baseline; of a vertical line, its axis and the measure's top. */
export function placeLine(line: SetLine, x: number, y: number, source: LineSource): readonly GlyphRun[] {
  const { from = 0, ...rest } = source
  return line.runs.map((run) => ({
    kind: 'glyphs',
    face: run.face,
    size: run.size,
    color: BLACK,
    x: roundLength(x),
    y: roundLength(y - (run.rise ?? 0)),
    glyphs: run.glyphs,
    xs: run.xs,
    ...(run.ys === undefined ? {} : { ys: run.ys }),
    ...(run.scaleX === undefined ? {} : { scaleX: run.scaleX }),
    ...(run.vertical === undefined ? {} : { vertical: run.vertical }),
    ...(run.rotate === undefined ? {} : { rotate: run.rotate }),
    text: run.text,
    clusters: run.clusters,
    source: { ...rest, from: from + run.from, to: from + run.to },
  }))
}
