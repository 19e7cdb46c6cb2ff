/**
 * Blocks into slots. Knows lines and rows, nothing of fonts: a row is a grid line, a slot a run of rows of one measure.
 *
 * What does not fit goes on in a last slot without a foot, at the measure of the last leg: those rows are the overset.
 */
import type { LineRange } from './slots.ts'

/** What the flow needs of a slot. */
export interface FlowSlot extends LineRange {
  readonly chars: number
}

/** What the flow needs of a line of type: the code point of its block at which it begins. */
export interface FlowLine {
  readonly from: number
}

/** Running text: may break between any two lines but for stranding one (孤行). */
export interface FlowParagraph {
  readonly kind: 'paragraph'
  /** Its lines at a measure, from a code point on: 0, or where a line of another measure began. */
  lines(chars: number, from: number): readonly FlowLine[]
  /** The same in one line less, if the breaker can squeeze it; null if not. */
  tightened(chars: number, from: number): readonly FlowLine[] | null
}

/** Lines that stay together and with what follows: a crosshead, a byline that stands in the leg. */
export interface FlowHeading {
  readonly kind: 'heading'
  lines(chars: number): readonly FlowLine[]
  /** White rows over it, left out at a slot's top, and under it. */
  readonly before: number
  readonly after: number
}

export type FlowBlock = FlowParagraph | FlowHeading

/** One line of type on one row. */
export interface PlacedLine {
  readonly block: number
  /** Which slot; the number of slots for a line that did not fit. */
  readonly slot: number
  readonly row: number
  readonly line: FlowLine
}

export interface Flow {
  readonly placed: readonly PlacedLine[]
  /** Row after the last one used, slot by slot; the slot's top where it is empty. */
  readonly ends: readonly number[]
  /** Rows that did not fit, white ones of crossheads included. */
  readonly oversetRows: number
  /** Blocks whose last line begins a slot and could not be helped. */
  readonly stranded: readonly number[]
}

/** A heading keeps with this many following lines (TYPESETTING §6). */
const KEEP_WITH_NEXT = 2

export function flowBlocks(blocks: readonly FlowBlock[], slots: readonly FlowSlot[], lastChars: number): Flow {
  const placed: PlacedLine[] = []
  const stranded: number[] = []
  const ends = slots.map((slot) => slot.from)
  const overflow: FlowSlot = { from: 0, to: Infinity, chars: lastChars }
  let current = 0
  let slot = slots[0] ?? overflow
  let row = slot.from

  function nextSlot(): void {
    current += 1
    slot = slots[current] ?? overflow
    row = slot.from
  }
  function place(block: number, line: FlowLine): void {
    placed.push({ block, slot: current, row, line })
    row += 1
    if (current < slots.length) ends[current] = row
  }

  function placeHeading(block: FlowHeading, index: number): void {
    while (row + whiteOver(block) + headingRows(block) + keptRows(blocks, index + 1, slot.chars) > slot.to) nextSlot()
    row += whiteOver(block)
    for (const line of block.lines(slot.chars)) place(index, line)
    row += block.after
  }
  function whiteOver(block: FlowHeading): number {
    return row === slot.from ? 0 : block.before
  }
  function headingRows(block: FlowHeading): number {
    return block.lines(slot.chars).length + block.after
  }

  function placeParagraph(block: FlowParagraph, index: number): void {
    let lines = block.lines(slot.chars, 0)
    let done = 0
    while (done < lines.length) {
      const room = slot.to - row
      const left = lines.length - done
      let take = Math.min(room, left)
      if (left - take === 1 && take > 0 && current + 1 < slots.length) {
        // 孤行不成页: squeeze the last line away, else take the line before it along.
        const tightened = block.tightened(slot.chars, lines[done]!.from)
        if (tightened) {
          lines = tightened
          done = 0
          take = lines.length
        } else if (take > 1 || row > slot.from) take -= 1
        else stranded.push(index)
      }
      for (let count = 0; count < take; count++) place(index, lines[done + count]!)
      done += take
      if (done === lines.length) return
      const { chars } = slot
      nextSlot()
      if (slot.chars === chars) continue
      lines = block.lines(slot.chars, lines[done]!.from)
      done = 0
    }
  }

  blocks.forEach((block, index) => (block.kind === 'heading' ? placeHeading(block, index) : placeParagraph(block, index)))
  return { placed, ends, oversetRows: current >= slots.length ? row : 0, stranded }
}

/**
 * Rows that must follow a heading in its slot. A paragraph of three lines or less stays whole: split, it would strand its
 * last line or leave the heading with one.
 */
function keptRows(blocks: readonly FlowBlock[], index: number, chars: number): number {
  const block = blocks[index]
  if (!block) return 0
  if (block.kind === 'heading') return block.lines(chars).length + block.before + block.after + keptRows(blocks, index + 1, chars)
  const lines = block.lines(chars, 0).length
  return lines <= KEEP_WITH_NEXT + 1 ? lines : KEEP_WITH_NEXT
}
