/** Plates of a page: 黑白版 K; 套红版 K and red, of magenta and yellow alike or a spot colour; 彩版 C, M, Y and K. */
import type { PageRecord } from './records.ts'
import type { HouseStyle } from './style.ts'
import { inkOf, redPlate, type ColorChoice, type Ink } from './swatches.ts'

/** What says which plates a page has. */
export type Plates = Pick<PageRecord, 'inks' | 'red'>

/** Beside black, which every page has. */
const PROCESS = ['C', 'M', 'Y'] as const

/** The plates that an ink needs and the page does not have: C, M, Y or a spot's name. */
export function platesMissing(style: Pick<HouseStyle, 'swatches'>, page: Plates, { color, spot }: Ink): readonly string[] {
  const red = redPlate(style, page)
  if (spot) return spot.name === red?.name || spot.tint === 0 ? [] : [spot.name]
  if (page.inks === 'cmyk') return []
  const [, magenta, yellow] = color
  // A red plate prints magenta and yellow alike: what one has over the other has no plate.
  const shared = page.inks === 'k+red' && !red ? Math.min(magenta, yellow) : 0
  return PROCESS.filter((_, channel) => color[channel]! > (channel === 0 ? 0 : shared))
}

/** A colour that the house gives: null, which is black, on a page without the plates for it. */
export function houseInk(style: Pick<HouseStyle, 'swatches'>, page: Plates, choice: ColorChoice | undefined): Ink | null {
  const ink = choice ? inkOf(style, choice, page) : null
  return ink && platesMissing(style, page, ink).length === 0 ? ink : null
}
