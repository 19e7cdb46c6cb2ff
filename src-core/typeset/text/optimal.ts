/**
 * The best lines of a whole paragraph (after Knuth and Plass), with the same glue as line by line: for narrow measures,
 * where one line's gain is the next one's loss. Linear in the characters: a cluster keeps the cheapest way to it, and a
 * line reaches only the breaks near its measure.
 */
import { chooseEnd } from './choose-end.ts'
import { eachLine } from './line-price.ts'
import type { ShapedParagraph } from './shaped.ts'

/** A line saved is worth three lines squeezed as far as they go: 先挤进，后推出. */
export const LINE = 300
/** A line that could only be set by force. */
const FORCE = 100_000

/** The ends of lines from cluster `start`; `room` answers the points that a line from a cluster has. */
export function optimalEnds(shaped: ShapedParagraph, start: number, room: (line: number, from: number) => number): readonly number[] {
  const { count } = shaped
  const cost = new Float64Array(count + 1).fill(Infinity)
  const before = new Int32Array(count + 1)
  const line = new Int32Array(count + 1)
  let from = start
  const reach = (to: number, price: number): void => {
    const total = cost[from]! + price + LINE
    if (total >= cost[to]!) return
    cost[to] = total
    before[to] = from
    line[to] = line[from]! + 1
  }
  for (cost[start] = 0; from < count; from++) {
    if (cost[from] === Infinity) continue
    const space = room(line[from]!, from)
    if (!eachLine(shaped, from, space, reach)) reach(chooseEnd(shaped, from, space), FORCE)
  }
  const ends: number[] = []
  for (let to = count; to > start; to = before[to]!) ends.push(to)
  return ends.toReversed()
}
