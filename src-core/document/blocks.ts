/** What all blocks of an article have in common: their text. Ranges in a block count the code points of this text. */
import type { Block } from './records.ts'

/** What a table may have at most; what is larger is no table for a newspaper. */
export const MOST_ROWS = 2_000
export const MOST_CELLS_IN_ROW = 100

/** Lines, items and rows are joined by one line feed each, the cells of a row by one tab each. */
export function blockText(block: Block): string {
  switch (block.role) {
    case 'paragraph':
    case 'editorsNote':
      return block.text
    case 'crosshead':
    case 'verse':
      return block.lines.join('\n')
    case 'list':
      return block.items.join('\n')
    case 'table':
      return block.rows.map((row) => row.join('\t')).join('\n')
  }
}

/** The block with every string of it written anew: where marks are mended, or spellings folded. */
export function mapBlock(block: Block, write: (text: string) => string): Block {
  switch (block.role) {
    case 'paragraph':
    case 'editorsNote':
      return { ...block, text: write(block.text) }
    case 'crosshead':
    case 'verse':
      return { ...block, lines: block.lines.map(write) }
    case 'list':
      return { ...block, items: block.items.map(write) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(write)) }
  }
}

/** Code points before each of the texts, which are joined by one character each: lines, items, the cells of a row. */
export function textStarts(texts: readonly string[]): readonly number[] {
  const starts: number[] = []
  let at = 0
  for (const text of texts) {
    starts.push(at)
    at += lengthOf(text) + 1
  }
  return starts
}

function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}
