/**
 * 反白题, 衬底题: a band behind the titles of a headline group, from one side of its area to the other. The group makes room for
 * it; byline and summary stand outside it.
 */
import type { Grid, Rect } from '../../../document/grid.ts'
import type { ArticlePart } from '../../frame.ts'

/** White from the titles to the edges of their band: beside them in body characters, over and under in em of the largest. */
export const BAND_BESIDE = 1
const BAND_OVER = 0.4
/** White under a band to the text, in lines of the grid. */
const UNDER = 0.7

export function isOnBand(part: ArticlePart): boolean {
  return part === 'kicker' || part === 'headline' || part === 'subtitle'
}

interface BandedLine {
  readonly top: number
  readonly size: number
  readonly source: { readonly part: ArticlePart }
}

/** Lines from the top down as they stand without a band, moved to stand on and under one; what they need in height with it. */
export function withBand<L extends BandedLine>(lines: readonly L[], grid: Grid, left: number, width: number): { readonly lines: readonly L[]; readonly band: Rect; readonly rows: number } | null {
  const titles = lines.filter(({ source }) => isOnBand(source.part))
  if (titles.length === 0) return null
  const over = Math.max(BAND_OVER * Math.max(...titles.map(({ size }) => size)), grid.linePitch / 2)
  const foot = Math.max(...titles.map(({ top, size }) => top + size)) + 2 * over
  const rest = lines.filter((line) => !titles.includes(line))
  const end = Math.max(foot, ...rest.map(({ top, size }) => top + size + 2 * over)) + UNDER * grid.linePitch
  const rows = Math.ceil(end / grid.linePitch - 1e-6)
  // What is left over to whole lines makes the band higher.
  const more = rows * grid.linePitch - end
  return {
    lines: lines.map((line) => ({ ...line, top: line.top + (titles.includes(line) ? over + more / 2 : 2 * over + more) })),
    band: { x: left, y: 0, width, height: foot + more },
    rows,
  }
}

/** The titles of a vertical group stand side by side: round them all. */
export function verticalBand(lines: readonly (BandedLine & { readonly x: number })[], height: number, grid: Grid): Rect | null {
  const titles = lines.filter(({ source }) => isOnBand(source.part))
  if (titles.length === 0) return null
  const beside = BAND_BESIDE * grid.bodySize
  const x = Math.min(...titles.map((line) => line.x - line.size / 2)) - beside
  return { x, y: 0, width: Math.max(...titles.map((line) => line.x + line.size / 2)) + beside - x, height: height - UNDER * grid.linePitch }
}

/** A line's way down in an area that is so many points higher than its group needs: the band grows by all of it, its titles stay in its middle. */
export function loweredBy(line: Pick<BandedLine, 'top'>, band: Rect | undefined, points: number): number {
  return band && line.top >= band.y + band.height ? 2 * points : points
}
