/**
 * Blocks into slots. Knows lines and rows, nothing of fonts: a row is a grid line, a slot a run of rows of one measure.
 *
 * What does not fit goes on in a last slot without a foot, at the measure of the last leg: those rows are the overset.
 * Where a story goes on on another page it is the rest instead.
 */
import type { LineRange } from './slots.ts'

/** What the flow needs of a slot. */
export interface FlowSlot extends LineRange {
  readonly chars: number
}

/** What the flow needs of a line of type: the code point of its block at which it begins. */
export interface FlowLine {
  readonly from: number
  /** Set once more, from a part of the block that stands further up: a table's head at the top of another slot. */
  readonly isRepeated?: boolean
}

/** Running text: may break between any two lines but for stranding one (孤行). */
export interface FlowParagraph {
  readonly kind: 'paragraph'
  /** Its lines at a measure, from a code point on: 0, or where a line of another measure began. */
  lines(chars: number, from: number): readonly FlowLine[]
  /** The same in one line less, if the breaker can squeeze it; null if not. */
  tightened(chars: number, from: number): readonly FlowLine[] | null
  /** The same in one line more, hardly wider; null if that cannot be, as where it is left out. */
  loosened?(chars: number, from: number): readonly FlowLine[] | null
}

/** Lines that stay together and with what follows: a crosshead, a byline that stands in the leg. */
export interface FlowHeading {
  readonly kind: 'heading'
  lines(chars: number): readonly FlowLine[]
  /** White rows over it, left out at a slot's top, and under it. */
  readonly before: number
  readonly after: number
}

/** A table: rows stay whole, the head's keep with the first under them and stand again in every slot that it goes on in. */
export interface FlowTable {
  readonly kind: 'table'
  /** Row by row, each with its lines. */
  rows(chars: number): readonly (readonly FlowLine[])[]
  /** How many rows are the head. */
  readonly head: number
  /** The head's lines as they stand over the rest of the table. */
  repeated(chars: number): readonly FlowLine[]
  /** White rows over it, left out at a slot's top, and under it, as far as there is room. */
  readonly before: number
  readonly after: number
}

export type FlowBlock = FlowParagraph | FlowHeading | FlowTable

/** One line of type on one row. */
export interface PlacedLine {
  readonly block: number
  /** Which slot; the number of slots for a line that did not fit. */
  readonly slot: number
  readonly row: number
  readonly line: FlowLine
}

/** The first line of a body that is not set yet. */
export interface FlowPosition {
  readonly block: number
  readonly from: number
}

/** The part of the blocks that is meant; all of them when left out. */
export interface FlowPart {
  /** Where the part before this one ended. */
  readonly start?: FlowPosition
  /** Another part takes what does not fit. */
  readonly goesOn?: boolean
  /** The measure that it begins with; that of the last slot when left out. */
  readonly nextChars?: number
}

export interface Flow {
  readonly placed: readonly PlacedLine[]
  /** Row after the last one used, slot by slot; the slot's top where it is empty. */
  readonly ends: readonly number[]
  /** Rows that did not fit, white ones of crossheads included. */
  readonly oversetRows: number
  /** Where the part after this one begins; null where nothing is left for it. */
  readonly rest: FlowPosition | null
  /** Blocks whose last line begins a slot and could not be helped. */
  readonly stranded: readonly number[]
}

/** A heading keeps with this many following lines (TYPESETTING §6). */
const KEEP_WITH_NEXT = 2
/** Rows at a slot's foot that a heading keeps out of, the white under it among them (TYPESETTING §9). */
const FOOT_ROWS = 3

export function flowBlocks(blocks: readonly FlowBlock[], slots: readonly FlowSlot[], lastChars: number, part: FlowPart = {}): Flow {
  const flow = new BlockFlow(blocks, slots, lastChars, part)
  const { block: first, from } = part.start ?? { block: 0, from: 0 }
  for (let index = first; index < blocks.length && !flow.isOver(); index++) flow.add(index, index === first ? from : 0)
  return flow.finish()
}

class BlockFlow {
  private readonly blocks: readonly FlowBlock[]
  private readonly slots: readonly FlowSlot[]
  private readonly goesOn: boolean
  private readonly nextChars: number | null
  private readonly overflow: FlowSlot
  private placed: PlacedLine[] = []
  private readonly stranded: number[] = []
  private readonly ends: number[]
  private rest: FlowPosition | null = null
  private current = 0
  private slot: FlowSlot
  private row: number

  constructor(blocks: readonly FlowBlock[], slots: readonly FlowSlot[], lastChars: number, { goesOn = false, nextChars }: FlowPart) {
    this.blocks = blocks
    this.slots = slots
    this.goesOn = goesOn
    this.nextChars = nextChars ?? null
    this.overflow = { from: 0, to: Infinity, chars: lastChars }
    this.ends = slots.map((slot) => slot.from)
    this.slot = slots[0] ?? this.overflow
    this.row = this.slot.from
  }

  add(index: number, from: number): void {
    const block = this.blocks[index]!
    if (block.kind === 'heading') this.placeHeading(block, index)
    else if (block.kind === 'table') this.placeTable(block, index, from)
    else this.placeParagraph(block, index, from)
  }

  /** Everything else is the next part's. */
  isOver(): boolean {
    return this.rest !== null
  }

  finish(): Flow {
    const { placed, ends, rest, stranded } = this
    return { placed, ends, rest, stranded, oversetRows: rest === null && this.current >= this.slots.length ? this.row : 0 }
  }

  private placeHeading(block: FlowHeading, index: number): void {
    while (this.row + this.whiteOver(block) + headingRows(block, this.slot.chars) + keptRows(this.blocks, index + 1, this.slot.chars, leastUnder(block)) > this.slot.to) this.nextSlot()
    if (this.endsHere(index, 0)) return
    this.row += this.whiteOver(block)
    for (const line of block.lines(this.slot.chars)) this.place(index, line)
    this.row += block.after
  }

  private whiteOver(block: FlowHeading | FlowTable): number {
    return this.row === this.slot.from ? 0 : block.before
  }

  private placeTable(block: FlowTable, index: number, from: number): void {
    if (this.endsHere(index, from)) return
    let done = block.rows(this.slot.chars).findIndex((row) => row[0]!.from >= from)
    let begins = true
    while (done < block.rows(this.slot.chars).length) {
      const { chars } = this.slot
      const rows = block.rows(chars)
      const over = begins && done > 0 && done >= block.head ? block.repeated(chars) : []
      const next = rows.slice(done, done < block.head ? block.head + 1 : done + 1).flat()
      const white = begins ? this.whiteOver(block) : 0
      if (this.row + white + over.length + next.length > this.slot.to) {
        this.nextSlot()
        if (this.endsHere(index, next[0]!.from)) return
        begins = true
        continue
      }
      this.row += white
      for (const line of [...over, ...next]) this.place(index, line)
      done += done < block.head ? block.head + 1 - done : 1
      begins = false
    }
    this.row = Math.min(this.row + block.after, this.slot.to)
  }

  private placeParagraph(block: FlowParagraph, index: number, from: number): void {
    if (this.endsHere(index, from)) return
    let lines = block.lines(this.slot.chars, from)
    let done = 0
    while (done < lines.length) {
      const left = lines.length - done
      let take = Math.min(this.slot.to - this.row, left)
      if (take > 0 && take < left && this.strands(block, lines, done + take)) {
        const tightened = left - take === 1 ? this.tightened(block, lines[done]!.from) : null
        if (tightened) {
          lines = tightened
          done = 0
          take = lines.length
        } else if (left - take === 1 && this.pullUp()) take += 1
        else take = this.fewerLines(block, index, lines, done, take)
      }
      for (let count = 0; count < take; count++) this.place(index, lines[done + count]!)
      done += take
      if (done === lines.length) return
      const { chars } = this.slot
      this.nextSlot()
      if (this.endsHere(index, lines[done]!.from)) return
      if (this.slot.chars === chars) continue
      lines = block.lines(this.slot.chars, lines[done]!.from)
      done = 0
    }
  }

  /** Whether the paragraph's last line would stand alone under the next top, at the measure there. */
  private strands(block: FlowParagraph, lines: readonly FlowLine[], at: number): boolean {
    const next = this.measureAfter()
    const { from } = lines[at]!
    if (next === null || from === 0) return false
    return (next === this.slot.chars ? lines.length - at : block.lines(next, from).length) === 1
  }

  /** The rest of a paragraph in one line less; not in one line under the top, which it would strand. */
  private tightened(block: FlowParagraph, from: number): readonly FlowLine[] | null {
    const lines = block.tightened(this.slot.chars, from)
    return lines && (lines.length > 1 || from === 0) ? lines : null
  }

  /** 孤行不成页: as few lines as leave the last one company; all of them where the slot would be left without any. */
  private fewerLines(block: FlowParagraph, index: number, lines: readonly FlowLine[], done: number, take: number): number {
    const least = this.row > this.slot.from ? 0 : 1
    for (let fewer = take - 1; fewer >= least; fewer--) if (!this.strands(block, lines, done + fewer)) return fewer
    this.stranded.push(index)
    return take
  }

  /**
   * 孤行不成页: a row for a last line that would begin the next slot, from a paragraph over it in this one that can be
   * squeezed; the nearest of several.
   */
  private pullUp(): boolean {
    for (let end = this.placed.length; this.placed[end - 1]?.slot === this.current; ) {
      const { block: index } = this.placed[end - 1]!
      let start = end
      while (this.placed[start - 1]?.block === index && this.placed[start - 1]!.slot === this.current) start -= 1
      const shorter = this.squeezed(index, start, end)
      if (shorter) {
        const { row } = this.placed[start]!
        const lines = shorter.map((line, at): PlacedLine => ({ block: index, slot: this.current, row: row + at, line }))
        const below = this.placed.slice(end).map((line) => ({ ...line, row: line.row - 1 }))
        this.placed = [...this.placed.slice(0, start), ...lines, ...below]
        this.row -= 1
        return true
      }
      end = start
    }
    return false
  }

  /** Lines of a block in one slot, in one less; not where that would strand one. */
  private squeezed(index: number, start: number, end: number): readonly FlowLine[] | null {
    const block = this.blocks[index]!
    const { line } = this.placed[start]!
    if (block.kind !== 'paragraph') return null
    const shorter = block.tightened(this.slot.chars, line.from)
    const begins = this.placed[start - 1]?.block !== index
    return shorter && shorter.length === end - start - 1 && (begins ? shorter.length > 0 : shorter.length > 1) ? shorter : null
  }

  private place(block: number, line: FlowLine): void {
    this.placed.push({ block, slot: this.current, row: this.row, line })
    this.row += 1
    if (this.current < this.slots.length) this.ends[this.current] = this.row
  }

  private nextSlot(): void {
    this.current += 1
    this.slot = this.slots[this.current] ?? this.overflow
    this.row = this.slot.from
  }

  /** The measure under the next top, the next slot's or the next part's; null where there is none. */
  private measureAfter(): number | null {
    for (let after = this.current + 1; after < this.slots.length; after++) {
      const slot = this.slots[after]!
      if (slot.to > slot.from) return slot.chars
    }
    return this.goesOn ? (this.nextChars ?? this.slot.chars) : null
  }

  private endsHere(block: number, from: number): boolean {
    if (!this.goesOn || this.current < this.slots.length) return false
    this.rest = { block, from }
    return true
  }
}

function headingRows(block: FlowHeading, chars: number): number {
  return block.lines(chars).length + block.after
}

/** Lines that a heading keeps with it: two, and as many as keep it out of the slot's last three rows. */
function leastUnder(block: FlowHeading): number {
  return Math.max(KEEP_WITH_NEXT, FOOT_ROWS - block.after)
}

/**
 * Rows that must follow a heading in its slot, of so many lines at least. A paragraph of one line more stays whole: split,
 * it would strand its last line or leave the heading with too few.
 */
function keptRows(blocks: readonly FlowBlock[], index: number, chars: number, least: number): number {
  const block = blocks[index]
  if (!block) return 0
  if (block.kind === 'heading') return headingRows(block, chars) + block.before + keptRows(blocks, index + 1, chars, leastUnder(block))
  if (block.kind === 'table') return block.before + block.rows(chars).slice(0, block.head + 1).flat().length
  const lines = block.lines(chars, 0).length
  if (lines < least) return lines + keptRows(blocks, index + 1, chars, least - lines)
  return lines <= least + 1 ? lines : least
}
