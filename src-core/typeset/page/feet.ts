/**
 * Legs that a rule left short of the common foot, since a stranded line or a crosshead went on to the next, are brought
 * down to it by white round the crossheads in them, a line over and a line under each; else by paragraphs that can be set
 * a line longer. Others stay short.
 */
import type { Flow, FlowBlock, FlowSlot, PlacedLine } from './flow.ts'

const MOST_OVER = 1
const MOST_UNDER = 1
/** Paragraphs of a leg that are set longer. */
const MOST_LONGER = 2

/** `lastSlot` is the first of the slots that may be short. */
export function alignFeet(flow: Flow, blocks: readonly FlowBlock[], slots: readonly FlowSlot[], lastSlot: number): Flow {
  const isShort = (slot: FlowSlot, index: number): boolean => index < lastSlot && flow.ends[index]! < slot.to && flow.ends[index]! > slot.from
  if (!slots.some(isShort)) return flow
  const ends = [...flow.ends]
  const placed = slots.flatMap((slot, index) => {
    const lines = flow.placed.filter((line) => line.slot === index)
    if (!isShort(slot, index)) return lines
    const short = slot.to - ends[index]!
    const longer = withWhite(lines, blocks, slot.from, short) ?? withLongerParagraphs(lines, flow, blocks, slot.chars, short)
    if (longer) ends[index] = slot.to
    return longer ?? lines
  })
  return { ...flow, ends, placed: [...placed, ...flow.placed.filter((line) => line.slot >= slots.length)] }
}

/** The lines with `count` more rows of white in all; null where the crossheads cannot take so many. */
function withWhite(lines: readonly PlacedLine[], blocks: readonly FlowBlock[], top: number, count: number): readonly PlacedLine[] | null {
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
  if (left > 0) return null
  let shift = 0
  return lines.map((line, at) => ({ ...line, row: line.row + (shift += white[at]!) }))
}

/** The lines with as many paragraphs as are missing rows a line longer, those nearest to the foot; null where too few can be. */
function withLongerParagraphs(lines: readonly PlacedLine[], flow: Flow, blocks: readonly FlowBlock[], chars: number, count: number): readonly PlacedLine[] | null {
  if (count > MOST_LONGER) return null
  const after = flow.placed[flow.placed.indexOf(lines.at(-1)!) + 1] ?? (flow.rest?.from ? flow.rest : undefined)
  let set = lines
  let left = count
  for (let end = lines.length; end > 0 && left > 0; ) {
    const { block: index } = lines[end - 1]!
    let start = end - 1
    while (lines[start - 1]?.block === index) start -= 1
    const block = blocks[index]!
    const endsHere = end < lines.length || after?.block !== index
    const longer = block.kind === 'paragraph' && endsHere ? block.loosened?.(chars, lines[start]!.line.from) : null
    if (longer?.length === end - start + 1) {
      const { slot, row } = lines[start]!
      const paragraph = longer.map((line, at): PlacedLine => ({ block: index, slot, row: row + at, line }))
      set = [...set.slice(0, start), ...paragraph, ...set.slice(end).map((line) => ({ ...line, row: line.row + 1 }))]
      left -= 1
    }
    end = start
  }
  return left === 0 ? set : null
}
