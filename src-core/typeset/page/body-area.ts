/** The area that a body is set in: its slots, how they are filled, and where a line of one stands. */
import type { Grid, Leg } from '../../document/grid.ts'
import type { StoryRecord } from '../../document/records.ts'
import type { SetLeg } from '../result.ts'
import { balance, type Balanced } from './balance.ts'
import type { LinePlace } from './body-block.ts'
import { flowBlocks, type FlowBlock, type FlowPart, type FlowSlot } from './flow.ts'
import { baseline } from './page-points.ts'
import { bodySlots, slotRect, type LineRange, type Obstacle, type Slot } from './slots.ts'
import { columnPlace, verticalSlotRect, verticalSlots } from './vertical-slots.ts'

export interface BodyArea {
  readonly slots: readonly Slot[]
  /** Characters to a line of what does not fit. */
  readonly lastChars: number
  fill(blocks: readonly FlowBlock[], slots: readonly FlowSlot[], lastChars: number, part?: FlowPart): Balanced
  /** Of a row of a slot. */
  place(slot: number, row: number): LinePlace
  setLeg(slot: number, used: number): SetLeg
}

export function levelArea(grid: Grid, legs: readonly Leg[], measure: StoryRecord['measure'], obstacles: readonly Obstacle[], inset: number): BodyArea {
  const slots = bodySlots(grid, legs, measure, obstacles, inset)
  return {
    slots,
    lastChars: slots.at(-1)?.chars ?? grid.charsPerColumn,
    fill: balance,
    place: (slot, row) => ({ x: slots[slot]!.x, y: baseline(grid, row), chars: slots[slot]!.chars }),
    setLeg(index, used) {
      const slot = slots[index]!
      return { rect: slotRect(grid, slot), leg: { column: slot.column, from: slot.from, to: slot.to }, columns: slot.columns, chars: slot.chars, used }
    },
  }
}

/** `right` is where the body ends on the right, in points. No balancing: the last row ends where it ends (CLREQ §2.1). */
export function verticalArea(grid: Grid, legs: readonly Leg[], measure: StoryRecord['measure'], obstacles: readonly Obstacle[], right: number): BodyArea {
  const slots = verticalSlots(grid, legs, measure, obstacles, right)
  return {
    slots,
    lastChars: slots.at(-1)?.chars ?? grid.charsPerColumn,
    fill(blocks, open, lastChars, part) {
      const flow = flowBlocks(blocks, open, lastChars, part)
      const isFull = flow.rest !== null || flow.oversetRows > 0
      const last = flow.placed.at(-1)?.slot ?? -1
      const free = open.map((slot, index) => (isFull || index < last ? 0 : slot.to - (index === last ? flow.ends[index]! : slot.from)))
      return {
        ...flow,
        free: {
          rows: free.reduce((sum, count) => sum + count, 0),
          characters: free.reduce((sum, count, index) => sum + count * open[index]!.chars, 0),
        },
        foot: isFull ? null : Math.max(0, ...slots.slice(0, last + 1).map((slot) => slot.lines.to)),
      }
    },
    place: (slot, row) => columnPlace(grid, slots[slot]!, row),
    setLeg(index, used) {
      const slot = slots[index]!
      const { from, to }: LineRange = slot.lines
      return { rect: verticalSlotRect(grid, slot), leg: { column: slot.column, from, to }, columns: slot.columns, chars: slot.chars, used }
    },
  }
}
