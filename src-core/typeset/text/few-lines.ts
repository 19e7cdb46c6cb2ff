/** The cheapest way to set a few lines: where one line cannot be mended by itself, those before it can help. */
import { eachLine } from './line-price.ts'
import type { ShapedParagraph } from './shaped.ts'
import { BREAK } from './unicode/line-breaking.ts'

/** Points that a line from a cluster has, by the line's index. */
export type Room = (line: number, from: number) => number

export interface Lines {
  readonly price: number
  readonly ends: readonly number[]
}

/** Sets the last of the lines, from a cluster on; null where it cannot stand. */
export type Close = (from: number, line: number) => Lines | null

/**
 * `count` lines from a cluster, cheaper than a limit; none ends the paragraph but the last, which `close` sets. Null where
 * there are none.
 */
export function cheapestLines(shaped: ShapedParagraph, from: number, line: number, count: number, room: Room, limit: number, close: Close): Lines | null {
  if (count === 1) {
    const last = close(from, line)
    return last && last.price < limit ? last : null
  }
  let best: Lines | null = null
  eachLine(shaped, from, room(line, from), (to, price) => {
    if (to === shaped.count || shaped.breaks[to] === BREAK.Mandatory) return
    const left = (best?.price ?? limit) - price
    const rest = left > 0 ? cheapestLines(shaped, to, line + 1, count - 1, room, left, close) : null
    if (rest) best = { price: price + rest.price, ends: [to, ...rest.ends] }
  })
  return best
}
