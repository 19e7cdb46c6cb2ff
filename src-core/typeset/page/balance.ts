/**
 * Balance (TYPESETTING §6): a body shorter than its legs ends on the highest common foot line that holds it, so that
 * only the last leg is short. Under a straight headline that is ceil(lines / legs); beside pictures and in areas of six
 * sides the foot is found by setting. Where a rule leaves another leg short or a crosshead under a top, one of the next
 * few feet may do better.
 */
import { alignFeet } from './feet.ts'
import { flowBlocks, type Flow, type FlowBlock, type FlowPart, type FlowSlot } from './flow.ts'

export interface Balanced extends Flow {
  /** Free rows of all slots, and the characters that they would hold; no rows on a full body. */
  readonly free: { readonly rows: number; readonly characters: number }
  /** The highest common foot line that holds it, exclusive; null where none does. It may stand on a lower one. */
  readonly foot: number | null
}

/** How much lower than need be the foot may be, for the sake of the rules. */
const LOWER_FEET = 3
/** A crosshead keeps out of so many rows under a top (TYPESETTING §9). */
const TOP_ROWS = 3
/** What a fault weighs against others. */
const STRANDED = 4
const SHORT_LEG = 2
const HEADING_AT_TOP = 1

export function balance(blocks: readonly FlowBlock[], slots: readonly FlowSlot[], lastChars: number, part: FlowPart = {}): Balanced {
  const lowest = Math.max(...slots.map((slot) => slot.to))
  const full = flowBlocks(blocks, slots, lastChars, part)
  if (full.rest) return { ...alignFeet(full, blocks, slots, slots.length), free: { rows: 0, characters: 0 }, foot: null }
  if (full.oversetRows > 0) return { ...alignFeet(full, blocks, slots, lastSlot(full)), free: { rows: 0, characters: 0 }, foot: null }
  const setTo = (foot: number): Balanced => {
    const cut = cutAt(slots, foot)
    const flow = flowBlocks(blocks, cut, lastChars, part)
    if (flow.oversetRows > 0 || flow.rest) return { ...flow, free: { rows: 0, characters: 0 }, foot: null }
    return { ...alignFeet(flow, blocks, cut, lastSlot(flow)), free: freeRows(slots, flow, foot), foot }
  }
  for (let foot = leastFoot(slots, leastRows(blocks, slots, full, part)); foot < lowest; foot++) {
    const balanced = setTo(foot)
    if (balanced.foot !== null) return withFewestFaults(balanced, blocks, slots, (lower) => (lower <= lowest ? setTo(lower) : null))
  }
  return { ...alignFeet(full, blocks, slots, lastSlot(full)), free: freeRows(slots, full, lowest), foot: lowest }
}

/** The balanced body, or one on a lower foot that has fewer faults; never one that needs a leg less. */
function withFewestFaults(highest: Balanced, blocks: readonly FlowBlock[], slots: readonly FlowSlot[], setTo: (foot: number) => Balanced | null): Balanced {
  let best = highest
  let fewest = faults(highest, blocks, slots)
  for (let lower = 1; lower <= LOWER_FEET && fewest > 0; lower++) {
    const other = setTo(highest.foot! + lower)
    if (!other || other.foot === null || lastSlot(other) !== lastSlot(highest)) continue
    const found = faults(other, blocks, slots)
    if (found < fewest) [best, fewest] = [other, found]
  }
  return { ...best, foot: highest.foot }
}

function faults({ placed, ends, stranded, foot }: Balanced, blocks: readonly FlowBlock[], slots: readonly FlowSlot[]): number {
  const last = placed.at(-1)?.slot ?? 0
  const short = slots.filter((slot, index) => index < last && ends[index]! < Math.min(slot.to, foot!) && slot.from < foot!)
  const high = placed.filter(
    ({ block, slot, row }, index) => index > 0 && blocks[block]!.kind === 'heading' && placed[index - 1]!.block !== block && row - slots[slot]!.from < TOP_ROWS,
  )
  return STRANDED * stranded.length + SHORT_LEG * short.length + HEADING_AT_TOP * high.length
}

function lastSlot({ placed }: Flow): number {
  return placed.at(-1)?.slot ?? 0
}

/** Slots keep their places in the list, so that a placed line's slot is the same one; those under the foot are empty. */
function cutAt(slots: readonly FlowSlot[], foot: number): readonly FlowSlot[] {
  return slots.map((slot) => (slot.to <= foot ? slot : { ...slot, to: Math.max(slot.from, foot) }))
}

/** Fewer rows than these no foot can do with: every line as wide as the widest measure, and a crosshead at every top. */
function leastRows(blocks: readonly FlowBlock[], slots: readonly FlowSlot[], full: Flow, { start }: FlowPart): number {
  const measures = slots.map((slot) => slot.chars)
  const headings = blocks.slice(start?.block ?? 0).filter((block) => block.kind === 'heading')
  const over = headings.map((heading) => heading.before).toSorted((a, b) => b - a)
  const white = [...over.slice(slots.length), ...headings.map((heading) => heading.after)].reduce((sum, rows) => sum + rows, 0)
  const closing = headings.at(-1)?.after ?? 0
  return full.placed.filter(({ line }) => !line.isRepeated).length * (Math.min(...measures) / Math.max(...measures)) + Math.max(0, white - closing)
}

/** The highest foot that leaves room for so many rows. */
function leastFoot(slots: readonly FlowSlot[], rows: number): number {
  let low = Math.min(...slots.map((slot) => slot.from))
  let high = Math.max(...slots.map((slot) => slot.to))
  while (low < high) {
    const middle = (low + high) >> 1
    if (cutAt(slots, middle).reduce((sum, slot) => sum + slot.to - slot.from, 0) >= rows) high = middle
    else low = middle + 1
  }
  return low
}

/** What lies under the common foot and after the last line. Rows left white by a rule above that are not free. */
function freeRows(slots: readonly FlowSlot[], flow: Flow, foot: number): Balanced['free'] {
  const last = flow.placed.at(-1)?.slot ?? -1
  const rows = slots.map((slot, index) => {
    if (index > last) return slot.to - slot.from
    return slot.to - (index === last ? flow.ends[index]! : Math.min(slot.to, Math.max(slot.from, foot)))
  })
  return {
    rows: rows.reduce((sum, count) => sum + count, 0),
    characters: Math.floor(rows.reduce((sum, count, index) => sum + count * slots[index]!.chars, 0) + 1e-6),
  }
}
