/**
 * Swatches (色样): the inks that a house prints with, by name. Records name a swatch and a tint; what reaches the plates is
 * looked up here, so that a house changes its red in one place. Never RGB.
 */
import type { PageRecord } from './records.ts'
import type { HouseStyle } from './style.ts'

/** Cyan, magenta, yellow, black: each 0 (no ink) to 1 (solid). */
export type Cmyk = readonly [number, number, number, number]

export type SwatchId = string

export interface Swatch {
  readonly id: SwatchId
  readonly name: string
  /** The inks of the solid; of a spot colour, what it looks like in process inks. */
  readonly cmyk: Cmyk
  /** 专色: a plate of its own, which bears the swatch's name. */
  readonly spot?: true
}

/** A colour as records hold it. */
export interface ColorChoice {
  readonly swatch: SwatchId
  /** 0 to 1; 1, the solid, when left out. */
  readonly tint?: number
}

/** A spot ink and how much of it, 0 to 1. */
export interface SpotInk {
  /** Of its plate. */
  readonly name: string
  readonly tint: number
  /** What its solid looks like in process inks. */
  readonly solid: Cmyk
}

/** What a colour is on the plates. With a spot, `color` is only its look in process inks. */
export interface Ink {
  readonly color: Cmyk
  readonly spot?: SpotInk
}

export const BLACK: Cmyk = [0, 0, 0, 1]

/** Names that a PDF keeps for the process plates, for all plates and for none (ISO 32000-1, 8.6.6.4). */
export const PLATE_NAMES: readonly string[] = ['Cyan', 'Magenta', 'Yellow', 'Black', 'All', 'None']

/** Those that every house has: black; the bare paper, which knocks out; and the red of pages with a red plate. */
export const FIXED_SWATCHES = [
  { id: 'black', name: '黑', cmyk: BLACK },
  { id: 'paper', name: '纸白', cmyk: [0, 0, 0, 0] },
  { id: 'red', name: '红', cmyk: [0, 1, 1, 0] },
] as const satisfies readonly Swatch[]

/** What a house has beside them that keeps no list of its own: clean colours of two inks, far from any ink limit. */
export const USUAL_SWATCHES: readonly Swatch[] = [
  { id: 'crimson', name: '深红', cmyk: [0, 1, 0.9, 0.25] },
  { id: 'orange', name: '橙', cmyk: [0, 0.6, 1, 0] },
  { id: 'yellow', name: '黄', cmyk: [0, 0.1, 1, 0] },
  { id: 'green', name: '绿', cmyk: [0.85, 0, 1, 0.1] },
  { id: 'blue', name: '蓝', cmyk: [1, 0.6, 0, 0] },
  { id: 'gold', name: '金黄', cmyk: [0.1, 0.35, 0.9, 0.05] },
]

export function swatchesOf({ swatches = USUAL_SWATCHES }: Pick<HouseStyle, 'swatches'>): readonly Swatch[] {
  return [...FIXED_SWATCHES, ...swatches]
}

export function findSwatch(style: Pick<HouseStyle, 'swatches'>, id: SwatchId): Swatch | undefined {
  return swatchesOf(style).find((swatch) => swatch.id === id)
}

/** Solid black and no other plate: such text and rules overprint. */
export function isBlackAlone({ color: [cyan, magenta, yellow, black], spot }: Ink): boolean {
  return cyan === 0 && magenta === 0 && yellow === 0 && black === 1 && spot === undefined
}

/** Sum of the inks on the paper, 1 a solid plate. */
export function totalInk({ color, spot }: Ink): number {
  return spot ? spot.tint : color.reduce((sum, ink) => sum + ink, 0)
}

/** The colour with no more ink than the limit: black is kept, as it carries the drawing, and the others give alike. */
export function withinInkLimit(color: Cmyk, limit: number): Cmyk {
  const [cyan, magenta, yellow, black] = color
  const sum = cyan + magenta + yellow
  if (sum + black <= limit) return color
  const share = Math.max(0, limit - black) / sum
  const less = (ink: number) => Math.floor(ink * share * 1000) / 1000
  return [less(cyan), less(magenta), less(yellow), black]
}

/** The spot colour of a page's red plate; undefined where its red is of magenta and yellow, or it has none. */
export function redPlate(style: Pick<HouseStyle, 'swatches'>, { inks, red }: Pick<PageRecord, 'inks' | 'red'>): Swatch | undefined {
  const swatch = inks === 'k+red' && red !== undefined ? findSwatch(style, red) : undefined
  return swatch?.spot ? swatch : undefined
}

/**
 * The inks of a colour; black for no choice, and for a swatch that the house has no more. On a page whose red is a spot
 * colour (`page.red`), red is that spot.
 */
export function inkOf(style: Pick<HouseStyle, 'swatches'>, choice: ColorChoice | undefined, page?: Pick<PageRecord, 'inks' | 'red'>): Ink {
  if (!choice) return { color: BLACK }
  const { swatch: id, tint = 1 } = choice
  const swatch = (id === 'red' && page ? redPlate(style, page) : undefined) ?? findSwatch(style, id)
  if (!swatch) return { color: BLACK }
  const color = swatch.cmyk.map((ink) => Math.round(ink * tint * 1000) / 1000) as unknown as Cmyk
  return swatch.spot ? { color, spot: { name: swatch.name, tint, solid: swatch.cmyk } } : { color }
}
