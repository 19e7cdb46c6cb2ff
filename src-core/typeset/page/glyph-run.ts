/** A set run at its place, as the frame has it: `x` and `y` are those of its line. */
import { BLACK, roundLength, type GlyphRun, type Source } from '../frame.ts'
import type { SetRun } from '../text/paragraph.ts'

export function placeRun(run: SetRun, x: number, y: number, source: Source | null): GlyphRun {
  return {
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
    source,
  }
}
