/**
 * Balance (TYPESETTING §6): a body shorter than its legs ends on the highest common foot line that holds it, so that
 * only the last leg is short. Under a straight headline that is ceil(lines / legs); beside pictures and in areas of six
 * sides the foot is found by setting.
 */
import { alignFeet } from './feet.ts'
import { flowBlocks, type Flow, type FlowBlock, type FlowSlot } from './flow.ts'

export interface Balanced extends Flow {
  /** Free rows of all slots, and the characters that they would hold; no rows on a full body. */
  readonly free: { readonly rows: number; readonly characters: number }
  /** The common foot line, exclusive; null where it did not fit. */
  readonly foot: number | null
}

export function balance(blocks: readonly FlowBlock[], slots: readonly FlowSlot[], lastChars: number): Balanced {
  const lowest = Math.max(...slots.map((slot) => slot.to))
  const full = flowBlocks(blocks, slots, lastChars)
  if (full.oversetRows > 0) return { ...alignFeet(full, blocks, slots), free: { rows: 0, characters: 0 }, foot: null }
  for (let foot = leastFoot(slots, leastRows(blocks, slots, full)); foot < lowest; foot++) {
    const cut = cutAt(slots, foot)
    const flow = flowBlocks(blocks, cut, lastChars)
    if (flow.oversetRows === 0) return { ...alignFeet(flow, blocks, cut), free: freeRows(slots, flow, foot), foot }
  }
  return { ...alignFeet(full, blocks, slots), free: freeRows(slots, full, lowest), foot: lowest }
}

/** Slots keep their places in the list, so that a placed line's slot is the same one; those under the foot are empty. */
function cutAt(slots: readonly FlowSlot[], foot: number): readonly FlowSlot[] {
  return slots.map((slot) => (slot.to <= foot ? slot : { ...slot, to: Math.max(slot.from, foot) }))
}

/** Fewer rows than these no foot can do with: every line as wide as the widest measure, and a crosshead at every top. */
function leastRows(blocks: readonly FlowBlock[], slots: readonly FlowSlot[], full: Flow): number {
  const measures = slots.map((slot) => slot.chars)
  const headings = blocks.filter((block) => block.kind === 'heading')
  const over = headings.map((heading) => heading.before).toSorted((a, b) => b - a)
  const white = [...over.slice(slots.length), ...headings.map((heading) => heading.after)].reduce((sum, rows) => sum + rows, 0)
  const closing = headings.at(-1)?.after ?? 0
  return full.placed.length * (Math.min(...measures) / Math.max(...measures)) + Math.max(0, white - closing)
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
