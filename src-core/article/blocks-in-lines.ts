/** Tables, lists, verse and notes of the editor among the lines of a body (TYPESETTING §9.2, §9.3). */
import type { InlineMark } from '../document/inline-marks.ts'
import { followsMarker, markerOf } from '../document/list-marker.ts'
import { noteLabel } from '../document/note-label.ts'
import type { Block } from '../document/records.ts'
import { isByline } from './byline.ts'
import type { SourceLine } from './lines.ts'
import { verseAt } from './verse.ts'

/** A block that takes so many lines. */
export interface BlockInLines {
  readonly block: Block
  readonly size: number
}

/** By the line at which each begins. */
export function blocksInLines(lines: readonly SourceLine[]): ReadonlyMap<number, BlockInLines> {
  const found = new Map<number, BlockInLines>()
  for (let index = 0; index < lines.length; ) {
    const block = tableAt(lines, index) ?? markedListAt(lines, index) ?? writtenListAt(lines, index) ?? noteAt(lines, index) ?? verseAt(lines, index)
    if (block) found.set(index, block)
    index += block?.size ?? 1
  }
  return found
}

function tableAt(lines: readonly SourceLine[], index: number): BlockInLines | null {
  const first = lines[index]!.piece
  if (first?.kind !== 'row') return null
  const rows = whileOf(lines, index, ({ piece }) => (piece?.kind === 'row' && piece.group === first.group ? piece : null))
  const head = rows.filter((row) => row.isHead).length
  return { size: rows.length, block: { role: 'table', rows: rows.map((row) => row.cells), ...(head === 0 || head === 1 ? {} : { head: Math.min(head, rows.length - 1) }) } }
}

/** A list of the markup: numbered by the setting where its numbers count from 1, else by text. */
function markedListAt(lines: readonly SourceLine[], index: number): BlockInLines | null {
  const first = lines[index]!.piece
  if (first?.kind !== 'item') return null
  const items = whileOf(lines, index, (line) => (line.piece?.kind === 'item' && line.piece.group === first.group ? { line, number: line.piece.number } : null))
  const counts = items.every(({ number }, at) => number === at + 1)
  const isNumbered = first.number !== null
  const texts = items.map(({ line, number }) => ({ line, before: isNumbered && !counts ? `${number}.` : '' }))
  return { size: items.length, block: listOf(texts, isNumbered && counts) }
}

/** Lines that count on from one to the next, or have one bullet. */
function writtenListAt(lines: readonly SourceLine[], index: number): BlockInLines | null {
  const isItem = (line: SourceLine | undefined): boolean => line !== undefined && bulletOf(line.text) !== '' && isPlain(line)
  if (!isItem(lines[index])) return null
  let size = 1
  while (isItem(lines[index + size]) && followsMarker(bulletOf(lines[index + size - 1]!.text), bulletOf(lines[index + size]!.text))) size++
  if (size === 1) return null
  const own = lines.slice(index, index + size)
  return { size, block: listOf(own.map((line) => ({ line, before: '', dropped: MARKDOWN_BULLET.exec(line.text)?.[0] ?? '' })), false) }
}

/** A hyphen or an asterisk is a typewriter's bullet: the setting gives its own. */
const MARKDOWN_BULLET = /^[-*+]\s+(?=\S)/u

function bulletOf(text: string): string {
  return MARKDOWN_BULLET.exec(text)?.[0] ?? markerOf(text)
}

/** □ may also stand before a byline. */
function isPlain({ mark, piece, text }: SourceLine): boolean {
  return mark === null && piece === undefined && (/^[●•○]/u.test(text) || !isByline(text))
}

function noteAt(lines: readonly SourceLine[], index: number): BlockInLines | null {
  const { text, piece, mark, marks } = lines[index]!
  if (piece || mark === 'title' || mark === 'heading' || noteLabel(text) === '' || noteLabel(text) === text) return null
  return { size: 1, block: { role: 'editorsNote', text, ...(marks ? { marks } : {}) } }
}

interface ItemText {
  readonly line: SourceLine
  /** Written before the line's text, or left out of its start. */
  readonly before: string
  readonly dropped?: string
}

function listOf(texts: readonly ItemText[], ordered: boolean): Block {
  const marks: InlineMark[] = []
  let from = 0
  const items = texts.map(({ line, before, dropped = '' }) => {
    const item = before + line.text.slice(dropped.length)
    const shift = from + before.length - dropped.length
    for (const mark of line.marks ?? []) if (mark.from >= dropped.length) marks.push({ ...mark, from: mark.from + shift, to: mark.to + shift })
    from += [...item].length + 1
    return item
  })
  return { role: 'list', items, ...(ordered ? { ordered } : {}), ...(marks.length > 0 ? { marks } : {}) }
}

/** What is found in the lines from `index` on, up to the first that has none. */
function whileOf<T>(lines: readonly SourceLine[], index: number, find: (line: SourceLine) => T | null): readonly T[] {
  const found: T[] = []
  for (let at = index; at < lines.length; at++) {
    const one = find(lines[at]!)
    if (one === null) break
    found.push(one)
  }
  return found
}
