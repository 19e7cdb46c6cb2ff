/** What all blocks of an article have in common: their text. Ranges in a block count the code points of this text. */
import type { Block } from './records.ts'

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
