/** Texts that are set as one and come from several places: a byline in its brackets, reporters put after a dateline. */
import type { FrameItem, GlyphRun } from '../frame.ts'
import type { LineSource } from './runs.ts'

export interface Piece {
  readonly text: string
  /** Where it comes from, `from` being its start; null for what the setting adds. */
  readonly source: LineSource | null
}

export function piecedText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('')
}

/** The runs of a text that was set from its code point 0, each with the source of the piece that it comes from. */
export function withSources(items: readonly FrameItem[], pieces: readonly Piece[]): readonly FrameItem[] {
  return items.flatMap((item): readonly FrameItem[] => (item.kind === 'glyphs' && item.source ? sourced(item, item.source.from, pieces) : [item]))
}

function sourced(run: GlyphRun, at: number, pieces: readonly Piece[]): readonly GlyphRun[] {
  const length = Array.from(run.text).length
  const runs: GlyphRun[] = []
  let start = 0
  for (const { text, source } of pieces) {
    const end = start + Array.from(text).length
    const from = Math.max(start, at)
    const to = Math.min(end, at + length)
    if (from < to) {
      const origin = (source?.from ?? 0) - start
      runs.push({ ...partOf(run, from - at, to - at), source: source && { ...source, from: origin + from, to: origin + to } })
    }
    start = end
  }
  return runs
}

/** The glyphs of some code points of a run, where they stand. */
function partOf(run: GlyphRun, from: number, to: number): GlyphRun {
  const inside = (_: unknown, glyph: number): boolean => run.clusters[glyph]! >= from && run.clusters[glyph]! < to
  return {
    ...run,
    glyphs: run.glyphs.filter(inside),
    xs: run.xs.filter(inside),
    ...(run.ys ? { ys: run.ys.filter(inside) } : {}),
    text: Array.from(run.text).slice(from, to).join(''),
    clusters: run.clusters.filter(inside).map((cluster) => cluster - from),
  }
}
