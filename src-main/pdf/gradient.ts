/**
 * Gradients as axial shadings (ISO 32000-1, 8.7.4.5.3): between process inks in DeviceCMYK, between tints of one spot colour in
 * its Separation, of others in DeviceN, so that every ink stays on its own plate.
 */
import { withinInkLimit, type Cmyk, type Ink, type SpotInk } from '../../src-core/document/swatches.ts'
import { screenColor } from '../../src-core/paint/screen-color.ts'
import type { InkGradient } from '../../src-core/typeset/frame.ts'
import type { Colors } from './inks.ts'

/** An ink of a DeviceN space: its plate, and what its solid looks like in process inks. */
export interface Colorant {
  readonly name: string
  readonly solid: Cmyk
}

export interface AxialShading {
  readonly space: 'DeviceCMYK' | 'DeviceRGB' | readonly Colorant[]
  readonly coords: readonly [number, number, number, number]
  /** Of each ink. */
  readonly from: readonly number[]
  readonly to: readonly number[]
}

const PROCESS: readonly Colorant[] = [
  { name: 'Cyan', solid: [1, 0, 0, 0] },
  { name: 'Magenta', solid: [0, 1, 0, 0] },
  { name: 'Yellow', solid: [0, 0, 1, 0] },
  { name: 'Black', solid: [0, 0, 0, 1] },
]

export function axialShading(ink: Ink, { x1, y1, x2, y2, to, toSpot }: InkGradient, colors: Colors, limit: number): AxialShading {
  const coords = [x1, y1, x2, y2] as const
  if (colors === 'screen') return { space: 'DeviceRGB', coords, from: unitRgb(ink.color), to: unitRgb(to) }
  const ends: readonly Ink[] = [ink, { color: to, ...(toSpot ? { spot: toSpot } : {}) }]
  const spots = ends.flatMap(({ spot }) => (spot ? [spot] : [])).filter((spot, index, all) => all.findIndex(({ name }) => name === spot.name) === index)
  const process = ends.map(({ color, spot }): Cmyk => (spot ? [0, 0, 0, 0] : withinInkLimit(color, limit)))
  if (spots.length === 0) return { space: 'DeviceCMYK', coords, from: process[0]!, to: process[1]! }
  const printed = PROCESS.flatMap((colorant, channel) => (process.some((inks) => inks[channel]! > 0) ? [{ colorant, channel }] : []))
  const amounts = (end: 0 | 1): readonly number[] => [...printed.map(({ channel }) => process[end]![channel]!), ...spots.map((spot) => tintOf(ends[end]!, spot))]
  return { space: [...printed.map(({ colorant }) => colorant), ...spots.map(({ name, solid }) => ({ name, solid }))], coords, from: amounts(0), to: amounts(1) }
}

function tintOf({ spot }: Ink, { name }: SpotInk): number {
  return spot?.name === name ? spot.tint : 0
}

function unitRgb(color: Cmyk): readonly number[] {
  return screenColor(color).map((channel) => channel / 255)
}

/**
 * What several inks look like together in process inks, as a calculator function (ISO 32000-1, 7.10.5): each process ink is
 * the sum of what the inks have of it. The amounts lie on the stack, the last on top.
 */
export function tintTransform(colorants: readonly Colorant[]): string {
  const count = colorants.length
  const sums = [0, 1, 2, 3].map((channel) =>
    colorants.map(({ solid }, ink) => `${count - 1 - ink + channel + (ink > 0 ? 1 : 0)} index ${solid[channel]} mul${ink > 0 ? ' add' : ''}`).join(' '),
  )
  return `{ ${sums.join(' ')} ${count + 4} 4 roll ${'pop '.repeat(count)}}`
}
