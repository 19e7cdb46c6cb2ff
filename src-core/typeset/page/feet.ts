/**
 * Legs that a rule left short of the common foot, since a stranded line or a crosshead went on to the next, are brought
 * down to it by white round the crossheads in them, a line over and a line under each. Legs without any stay short.
 */
import type { Flow, FlowBlock, FlowSlot, PlacedLine } from './flow.ts'

const MOST_OVER = 1
const MOST_UNDER = 1

/** `lastSlot` is the first of the slots that may be short. */
export function alignFeet(flow: Flow, blocks: readonly FlowBlock[], slots: readonly FlowSlot[], lastSlot: number): Flow {
  const ends = [...flow.ends]
  const shifts = new Map<PlacedLine, number>()
  slots.forEach((slot, index) => {
    const short = slot.to - flow.ends[index]!
    if (index >= lastSlot || short === 0 || flow.ends[index] === slot.from) return
    const lines = flow.placed.filter((line) => line.slot === index)
    const white = whiteRows(lines, blocks, slot.from, short)
    if (!white) return
    let shift = 0
    lines.forEach((line, at) => {
      shift += white[at]!
      shifts.set(line, shift)
    })
    ends[index] = slot.to
  })
  if (shifts.size === 0) return flow
  return { ...flow, ends, placed: flow.placed.map((line) => ({ ...line, row: line.row + (shifts.get(line) ?? 0) })) }
}

/** Rows to add before each line, `count` in all; null where the crossheads cannot take so many. */
function whiteRows(lines: readonly PlacedLine[], blocks: readonly FlowBlock[], top: number, count: number): readonly number[] | null {
  const isHeading = (at: number): boolean => blocks[lines[at]!.block]!.kind === 'heading'
  const starts = (at: number): boolean => lines[at - 1]?.block !== lines[at]!.block
  const over = lines.map((line, at) => (isHeading(at) && starts(at) && line.row > top ? MOST_OVER : 0))
  const under = lines.map((_, at) => (at > 0 && isHeading(at - 1) && starts(at) ? MOST_UNDER : 0))
  const white = lines.map(() => 0)
  let left = count
  for (const places of [over, under]) {
    for (let at = 0; at < places.length && left > 0; at++) {
      const rows = Math.min(places[at]!, left)
      white[at]! += rows
      left -= rows
    }
  }
  return left === 0 ? white : null
}
