/** Tables in plain text: rows written with pipes, as Markdown has them, or with tabs, as a spreadsheet gives them. */
import { MOST_CELLS_IN_ROW, MOST_ROWS } from '../document/blocks.ts'
import type { SourceLine } from './lines.ts'

const PIPED = /^\|.*\|$/u
const PIPED_RULE = /^\|(?:\s*:?-+:?\s*\|)+$/u
const FEWEST_ROWS = 2
const FEWEST_CELLS = 2

/** A line as it was read, and as it stood. */
export interface RawLine {
  readonly line: SourceLine
  readonly raw: string
}

/** The lines with those that are rows of a table marked as such; rules between rows are dropped. */
export function markTables(lines: readonly RawLine[]): readonly SourceLine[] {
  const marked: SourceLine[] = []
  let group = 0
  for (let index = 0; index < lines.length; ) {
    const size = runOf(lines, index, isPiped)
    const piped = size > 0 ? pipedRows(lines.slice(index, index + size), group) : []
    const tabbed = piped.length > 0 ? [] : tabbedRows(lines.slice(index, index + runOf(lines, index, isTabbed)), group)
    if (piped.length > 0) marked.push(...piped)
    else if (tabbed.length > 0) marked.push(...tabbed)
    else marked.push(lines[index]!.line)
    if (piped.length > 0 || tabbed.length > 0) group++
    index += piped.length > 0 ? size : Math.max(1, tabbed.length)
  }
  return marked
}

/** How many lines from `index` on, without a blank one between, are so. */
function runOf(lines: readonly RawLine[], index: number, is: (line: RawLine) => boolean): number {
  let size = 0
  while (lines[index + size] && is(lines[index + size]!) && (size === 0 || !lines[index + size]!.line.gap)) size++
  return size
}

function isPiped({ line }: RawLine): boolean {
  return PIPED.test(line.text)
}

function isTabbed({ line, raw }: RawLine): boolean {
  const cells = tabCells(raw).length
  return line.indent === 0 && line.mark === null && cells >= FEWEST_CELLS && cells <= MOST_CELLS_IN_ROW
}

function pipedRows(lines: readonly RawLine[], group: number): readonly SourceLine[] {
  const rule = lines.findIndex(({ line }) => PIPED_RULE.test(line.text))
  const rows = lines.filter(({ line }) => !PIPED_RULE.test(line.text))
  const cells = rows.map(({ line }) => pipeCells(line.text))
  if (rows.length < FEWEST_ROWS || rows.length > MOST_ROWS || cells.some((row) => row.length < FEWEST_CELLS || row.length > MOST_CELLS_IN_ROW)) return []
  return rows.map(({ line }, index) => rowLine(line, group, cells[index]!, index < rule))
}

/** Rows of one length. */
function tabbedRows(lines: readonly RawLine[], group: number): readonly SourceLine[] {
  const cells = lines.map(({ raw }) => tabCells(raw))
  const other = cells.findIndex((row) => row.length !== cells[0]!.length)
  const rows = other === -1 ? lines : lines.slice(0, other)
  return rows.length < FEWEST_ROWS || rows.length > MOST_ROWS ? [] : rows.map(({ line }, index) => rowLine(line, group, cells[index]!, false))
}

function rowLine(line: SourceLine, group: number, cells: readonly string[], isHead: boolean): SourceLine {
  return { ...line, mark: 'item', piece: { kind: 'row', group, cells, isHead } }
}

function tabCells(raw: string): readonly string[] {
  return raw.trimEnd().split('\t').map((cell) => cell.trim())
}

function pipeCells(text: string): readonly string[] {
  return text.slice(1, -1).split(/(?<!\\)\|/u).map((cell) => cell.trim().replaceAll('\\|', '|'))
}
