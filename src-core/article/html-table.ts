/**
 * Tables of a web page or a Word document: cells in rows, or only what holds a page in place. Walked without recursion:
 * depth is the author's to choose.
 */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { MOST_CELLS_IN_ROW, MOST_ROWS } from '../document/blocks.ts'

export interface HtmlTable {
  readonly rows: readonly (readonly string[])[]
  readonly head: number
  readonly caption: string
}

const LONGEST_CELL = 200
const MOST_SPAN = 100
/** Tables with these in them hold a page in place. */
const LAYOUT = new Set('table h1 h2 h3 h4 h5 h6 article main nav form ul ol img'.split(' '))
const DROPPED = new Set(['script', 'style', 'template', 'noscript'])
const ENDS_LINE = new Set(['br', 'p', 'div'])

/** Null for a table that is none: of one row or column, with parts of a page or long text in it. */
export function readTable(table: Tree.Element): HtmlTable | null {
  const rows: string[][] = []
  const heads: boolean[] = []
  let caption = ''
  /** Cells of rows over this one that reach down into it, by column. */
  let spanned: number[] = []
  for (const element of elementsIn(table, new Set(['tr', 'caption']))) {
    if (LAYOUT.has(element.tagName)) return null
    if (element.tagName === 'caption') caption = textOf(element) ?? ''
    if (element.tagName !== 'tr') continue
    const row: string[] = []
    const below: number[] = []
    let isHead = element.parentNode?.nodeName === 'thead'
    let all = true
    const takeSpanned = () => {
      while ((spanned[row.length] ?? 0) > 0) {
        below[row.length] = spanned[row.length]! - 1
        row.push('')
      }
    }
    for (const cell of element.childNodes) {
      if (cell.nodeName !== 'td' && cell.nodeName !== 'th') continue
      const text = textOf(cell as Tree.Element)
      if (text === null || text.length > LONGEST_CELL || row.length > MOST_CELLS_IN_ROW) return null
      takeSpanned()
      const down = spanOf(cell as Tree.Element, 'rowspan')
      for (let across = spanOf(cell as Tree.Element, 'colspan'), first = true; across > 0; across--, first = false) {
        below[row.length] = down - 1
        row.push(first ? text : '')
      }
      all &&= cell.nodeName === 'th'
    }
    takeSpanned()
    spanned = below
    if (row.length === 0) continue
    isHead ||= all
    rows.push(row)
    heads.push(isHead && heads.every(Boolean))
  }
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const filled = rows.filter((row) => row.filter((cell) => cell !== '').length > 1)
  if (filled.length < 2 || columns < 2 || rows.length > MOST_ROWS || columns > MOST_CELLS_IN_ROW) return null
  return { rows: rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => '')]), head: heads.filter(Boolean).length, caption }
}

/** The elements in an element in their order, those that are named not gone into. */
function* elementsIn(root: Tree.Element, closed: ReadonlySet<string>): Generator<Tree.Element> {
  const waiting = [...root.childNodes].toReversed()
  while (waiting.length > 0) {
    const node = waiting.pop()!
    if (!('tagName' in node)) continue
    yield node
    if (!closed.has(node.tagName)) waiting.push(...node.childNodes.toReversed())
  }
}

/** The words of a cell on one line; null where parts of a page are in it. */
function textOf(cell: Tree.Element): string | null {
  const waiting = [...cell.childNodes].toReversed()
  let text = ''
  while (waiting.length > 0) {
    const node = waiting.pop()!
    if (node.nodeName === '#text') text += (node as Tree.TextNode).value
    if (!('tagName' in node) || DROPPED.has(node.tagName)) continue
    if (LAYOUT.has(node.tagName)) return null
    if (ENDS_LINE.has(node.tagName)) text += ' '
    waiting.push(...node.childNodes.toReversed())
  }
  return text.replaceAll(/[ \t\n\r\f\u00a0]+/gu, ' ').replaceAll(/^[\s\u3000]+|[\s\u3000]+$/gu, '')
}

function spanOf(cell: Tree.Element, name: 'colspan' | 'rowspan'): number {
  const written = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1)
  return Number.isInteger(written) && written > 0 ? Math.min(written, MOST_SPAN) : 1
}
