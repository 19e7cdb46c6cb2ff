/**
 * CMYK on a screen: red = 1 − min(1, cyan + black), and so on (ISO 32000-1, 10.3.5, DeviceCMYK to DeviceRGB). No
 * profile: solid black is #000, and the screen is a guide to place and weight, not a colour proof.
 */
import type { Cmyk } from '../typeset/frame.ts'

/** Red, green and blue, 0 to 255. */
export function screenColor([cyan, magenta, yellow, black]: Cmyk): readonly [number, number, number] {
  return [channel(cyan + black), channel(magenta + black), channel(yellow + black)]
}

export function cssColor(color: Cmyk): string {
  return `rgb(${screenColor(color).join(',')})`
}

function channel(ink: number): number {
  return Math.round(255 * (1 - Math.min(1, Math.max(0, ink))))
}
