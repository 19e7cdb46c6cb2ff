/**
 * Tables (TYPESETTING §9.3): cells one 号 smaller than the body, every line of them on the page's line grid, figures
 * aligned by the decimal point. Rows stay whole; the head is set again in every leg that the table goes on in.
 */
import type { Grid } from '../../document/grid.ts'
import type { TableBlock } from '../../document/records.ts'
import type { HouseStyle, TextSetting, TypeSizeName } from '../../document/style.ts'
import type { FrameItem, RuleItem } from '../frame.ts'
import type { SetLine } from '../text/paragraph.ts'
import { countCharacters, rememberMeasure, type BodyBlock, type LinePlace } from './body-block.ts'
import type { Composer } from './composer.ts'
import type { FlowLine } from './flow.ts'
import { fallbackNotes } from './notes.ts'
import { CENTRE_EM } from '../em-box.ts'
import { stroke } from './pen.ts'
import { placeLine, type LineSource } from './runs.ts'
import { figureColumn, tableCell, type Cell, type FigureColumn } from './table-cells.ts'
import { columnWidths, type ColumnNeed, type ColumnWidths } from './table-columns.ts'

/** Between the text of a cell and the column's edges, in em of the cell: the widest with which the columns fit. */
const PADDINGS_EM = [0.5, 0.3, 0.15] as const
/** The narrowest column that text is broken in. */
const LEAST_EM = 2
/** Lines of narrower cells are ragged. */
const LEAST_JUSTIFIED_EM = 8
/** A size at least so much smaller is another 号. */
const ANOTHER_SIZE = 0.95
/** Where the house's sizes have none below the body. */
const FALLBACK_SCALE = 0.875
const WHITE_ROWS = 1
const DEFAULT_HEAD = 1

export interface TableLine extends FlowLine {
  readonly row: TableRow
  /** Which of the row's grid lines. */
  readonly at: number
  readonly isRepeated: boolean
}

interface TableRow {
  readonly layout: TableLayout
  readonly index: number
  /** Code point of the table's text. */
  readonly from: number
  readonly cells: readonly SetCell[]
  /** Grid lines. */
  readonly height: number
}

interface SetCell {
  readonly lines: readonly { readonly line: SetLine; readonly x: number }[]
  /** Code point of the table's text. */
  readonly from: number
}

interface TableLayout {
  readonly edges: readonly number[]
  readonly rows: readonly TableRow[]
  readonly tooWide: boolean
}

export function tableBlock(composer: Composer, style: HouseStyle, grid: Grid, table: TableBlock, source: LineSource & { readonly block: number }): BodyBlock<TableLine> {
  const { record, block } = source
  const head = Math.min(table.head ?? DEFAULT_HEAD, table.rows.length - 1)
  const size = cellSize(style.sizes, grid.bodySize)
  const cells = cellsOf(composer, table, (row) => ({ face: row < head ? (style.paragraph?.tableHeadFace ?? 'hei') : style.bodyFace, size }))
  const setter = new TableSetter(composer, style, grid, cells, head, size)
  const rows = rememberMeasure((chars) => setter.layout(chars * grid.bodySize).rows.map((row) => linesOf(row, false)))
  const repeated = rememberMeasure((chars) => rows(chars).slice(0, head).flatMap(([first]) => linesOf(first!.row, true)))
  return {
    index: block,
    flow: {
      kind: 'table',
      head,
      rows,
      repeated,
      before: WHITE_ROWS,
      after: WHITE_ROWS,
    },
    notes: cells.flat().flatMap((cell) => fallbackNotes({ ...source, from: cell.from }, cell.line.fallbacks)),
    set: ({ row, at, isRepeated }, place) => (at > 0 ? [] : isRepeated ? setter.set(row, place, source).map(unsourced) : setter.set(row, place, source)),
    check: ({ row, at, isRepeated }) => (row.layout.tooWide && row.index === 0 && at === 0 && !isRepeated ? [{ kind: 'too-wide', record, part: 'block', block }] : []),
    characters: ({ row, at, isRepeated }) => (at > 0 || isRepeated ? 0 : table.rows[row.index]!.reduce((sum, text) => sum + countCharacters(text), 0)),
  }
}

/** The largest size of the house that is another 号 than the body's. */
export function cellSize(sizes: readonly TypeSizeName[], bodySize: number): number {
  const smaller = sizes.map((row) => row.size).filter((size) => size <= bodySize * ANOTHER_SIZE)
  return smaller.length > 0 ? Math.max(...smaller) : Math.round(bodySize * FALLBACK_SCALE * 1000) / 1000
}

/** A head that is set again is no part of the article's text. */
function unsourced(item: FrameItem): FrameItem {
  return item.kind === 'glyphs' ? { ...item, source: null, aside: true } : item
}

function linesOf(row: TableRow, isRepeated: boolean): readonly TableLine[] {
  return Array.from({ length: row.height }, (_, at) => ({ row, at, from: row.from, isRepeated }))
}

/** Every row with as many cells as the longest. */
function cellsOf(composer: Composer, table: TableBlock, settingOf: (row: number) => TextSetting): readonly (readonly Cell[])[] {
  const columns = Math.max(...table.rows.map((row) => row.length))
  let from = 0
  return table.rows.map((row, index) => {
    const cells = Array.from({ length: columns }, (_, column) => {
      const text = row[column] ?? ''
      const cell = tableCell(composer, text, from, settingOf(index))
      if (column < row.length) from += Array.from(text).length + 1
      return cell
    })
    return cells
  })
}

class TableSetter {
  private readonly composer: Composer
  private readonly style: HouseStyle
  private readonly grid: Grid
  private readonly cells: readonly (readonly Cell[])[]
  private readonly head: number
  private readonly size: number
  private readonly figures: readonly (FigureColumn | null)[]
  private readonly needs: readonly ColumnNeed[]

  constructor(composer: Composer, style: HouseStyle, grid: Grid, cells: readonly (readonly Cell[])[], head: number, size: number) {
    this.composer = composer
    this.style = style
    this.grid = grid
    this.cells = cells
    this.head = head
    this.size = size
    const columns = cells[0]!.map((_, column) => cells.map((row) => row[column]!))
    this.figures = columns.map((column) => figureColumn(column.slice(head)))
    this.needs = columns.map((column, index) => this.needOf(column, this.figures[index]!))
  }

  layout(measure: number): TableLayout {
    const { widths, tooWide, padding } = this.widths(measure)
    const edges = widths.reduce<readonly number[]>((found, width) => [...found, found.at(-1)! + width], [0])
    const broken = widths.map((width, column) => this.cells.some((row) => row[column]!.line.width > width - 2 * padding + 1e-6))
    const rows: TableRow[] = []
    const layout: TableLayout = { edges, rows, tooWide }
    this.cells.forEach((row, index) => {
      const isHead = index < this.head
      const cells = row.map((cell, column) => this.setCell(cell, edges[column]! + padding, widths[column]! - 2 * padding, isHead || !broken[column]!, isHead ? null : this.figures[column]!))
      const height = Math.max(1, ...cells.map((cell) => cell.lines.length))
      rows.push({ layout, index, from: row[0]!.from, cells, height })
    })
    return layout
  }

  /** The whole row at its first line's place: cell by cell, so that the order of the text is the reader's. */
  set(row: TableRow, { x, y, chars }: LinePlace, source: LineSource): readonly FrameItem[] {
    const runs = row.cells.flatMap(({ lines, from }) =>
      lines.flatMap(({ line, x: across }, index) => placeLine(line, x + across, y + index * this.grid.linePitch, { ...source, from })),
    )
    return [...runs, ...this.rules(row, x, y, chars * this.grid.bodySize)]
  }

  /** Where nothing fits, words stand one character to a line before figures are broken. */
  private widths(measure: number): ColumnWidths & { readonly padding: number } {
    const tried = (em: number, needs: readonly ColumnNeed[]) => {
      const padding = em * this.size
      return { ...columnWidths(needs.map(({ natural, least }) => ({ natural: natural + 2 * padding, least: least + 2 * padding })), measure), padding }
    }
    const tries = PADDINGS_EM.map((em) => tried(em, this.needs))
    const narrow = this.needs.map((need, column) => (this.figures[column] ? need : { ...need, least: Math.min(need.least, this.size) }))
    return tries.find(({ tooWide }) => !tooWide) ?? { ...tried(PADDINGS_EM.at(-1)!, narrow), tooWide: true }
  }

  /** Without the white beside it. */
  private needOf(column: readonly Cell[], figures: FigureColumn | null): ColumnNeed {
    const natural = Math.max(...column.map((cell) => cell.line.width), figures ? figures.before + figures.after : 0)
    // Figures are never broken; of a head over them two characters may stand on a line.
    const body = figures ? figures.before + figures.after : Math.min(natural, LEAST_EM * this.size)
    return { natural, least: Math.max(body, Math.min(natural, LEAST_EM * this.size)) }
  }

  private setCell(cell: Cell, start: number, room: number, isCentred: boolean, figures: FigureColumn | null): SetCell {
    if (cell.text === '') return { lines: [], from: cell.from }
    if (cell.line.width <= room + 1e-6) {
      const x = figures && cell.point !== null ? (room - figures.before - figures.after) / 2 + figures.before - cell.point : isCentred || figures ? (room - cell.line.width) / 2 : 0
      return { lines: [{ line: cell.line, x: start + x }], from: cell.from }
    }
    const face = cell.line.runs[0]?.face ?? this.style.bodyFace
    const lines = this.composer.paragraph(cell.text, { face, size: this.size, indentEm: 0, justify: !isCentred && room >= LEAST_JUSTIFIED_EM * this.size }).lines(room, 0)
    return { lines: lines.map(({ line }) => ({ line, x: start + (isCentred ? (room - line.width) / 2 : 0) })), from: cell.from }
  }

  /** Between the rows' em boxes; a row draws what is under it, the first one also what is over it. */
  private rules(row: TableRow, x: number, y: number, width: number): readonly RuleItem[] {
    const { linePitch } = this.grid
    const pen = { grid: this.grid, width: this.style.ruleWidth }
    const isGrid = this.style.paragraph?.tableRules === 'grid'
    const { rows, edges } = row.layout
    const top = y - CENTRE_EM * this.size - linePitch / 2
    const foot = top + row.height * linePitch
    const across = (at: number) => stroke(pen, x, at, x + width, at)
    const isParted = isGrid || rows.some((other) => other.index >= this.head && other.height > 1)
    const closes = row.index === rows.length - 1 || row.index === this.head - 1 || (isParted && row.index >= this.head)
    return [
      ...(row.index === 0 ? [across(top)] : []),
      ...(closes ? [across(foot)] : []),
      ...(isGrid ? edges.map((edge) => stroke(pen, x + edge, top, x + edge, foot)) : []),
    ]
  }
}
