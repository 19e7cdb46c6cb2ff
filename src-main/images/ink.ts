/** Sums of inks: measured on pictures, and kept under what a condition takes (TYPESETTING §10.4). */

/** Of the pixels: strays of scanning and packing, that no eye and no press sees. */
const STRAY = 0.0005

/** The sum of inks, 1 a solid plate, that all but stray pixels keep to. `inks` has four channels. */
export function usualMaximum(inks: Uint8Array): number {
  const counts = new Uint32Array(4 * 255 + 1)
  for (let at = 0; at < inks.length; at += 4) counts[inks[at]! + inks[at + 1]! + inks[at + 2]! + inks[at + 3]!]!++
  let over = Math.floor((inks.length / 4) * STRAY)
  let sum = counts.length - 1
  while (sum > 0 && counts[sum]! <= over) over -= counts[sum--]!
  return Math.round((sum / 255) * 100) / 100
}

/** Takes from the colours, in proportion, what a pixel has too much: black holds the drawing. */
export function limitInk(pixels: Uint8Array, limit: number): void {
  const most = Math.floor(limit * 255)
  for (let at = 0; at < pixels.length; at += 4) {
    const [cyan, magenta, yellow, black] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!, pixels[at + 3]!]
    const colours = cyan + magenta + yellow
    if (colours + black <= most) continue
    const share = Math.max(0, most - black) / colours
    pixels[at] = Math.floor(cyan * share)
    pixels[at + 1] = Math.floor(magenta * share)
    pixels[at + 2] = Math.floor(yellow * share)
  }
}
