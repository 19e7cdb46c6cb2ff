/**
 * Inks on a screen: what solids look like on newsprint, its paper shown as white and its black as black, and tints and
 * overprints between them as their dots cover the paper (Neugebauer's equations over Demichel's areas). A guide, not a
 * colour proof; greys are even steps from #fff to #000.
 */
import type { Cmyk } from '../typeset/frame.ts'

type Rgb = readonly [number, number, number]

/**
 * Solids of cyan, magenta and yellow over one another in sRGB: the profile that ships for newsprint (assets/icc), relative
 * colorimetric, stretched from its black to its paper. Cyan is 1 of the index, magenta 2, yellow 4.
 */
const SOLIDS: readonly Rgb[] = [
  [255, 255, 255],
  [0, 161, 234],
  [241, 20, 134],
  [0, 22, 137],
  [255, 238, 20],
  [0, 147, 65],
  [234, 15, 28],
  [0, 22, 47],
]

/** Red, green and blue, 0 to 255. */
export function screenColor([cyan, magenta, yellow, black]: Cmyk): Rgb {
  const lit = 1 - within(black)
  if (cyan === 0 && magenta === 0 && yellow === 0) return grey(Math.round(255 * lit))
  const areas = coveredAreas(within(cyan), within(magenta), within(yellow))
  const channel = (index: 0 | 1 | 2): number => Math.round(lit * SOLIDS.reduce((sum, solid, inks) => sum + solid[index] * areas[inks]!, 0))
  return [channel(0), channel(1), channel(2)]
}

function grey(value: number): Rgb {
  return [value, value, value]
}

/** Shares of the paper that dots of these sizes leave bare, cover alone and cover together, as {@link SOLIDS} counts them. */
function coveredAreas(cyan: number, magenta: number, yellow: number): readonly number[] {
  return [0, 1, 2, 3, 4, 5, 6, 7].map((inks) => (inks & 1 ? cyan : 1 - cyan) * (inks & 2 ? magenta : 1 - magenta) * (inks & 4 ? yellow : 1 - yellow))
}

export function cssColor(color: Cmyk): string {
  return `rgb(${screenColor(color).join(',')})`
}

function within(ink: number): number {
  return Math.min(1, Math.max(0, ink))
}
