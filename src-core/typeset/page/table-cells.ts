/** What stands in a table's cells, measured: figures that are aligned by their decimal point, and everything else. */
import type { TextSetting } from '../../document/style.ts'
import type { ComposedLine, Composer } from './composer.ts'

export interface Cell {
  readonly text: string
  /** Code point of the table's text at which it begins. */
  readonly from: number
  readonly line: ComposedLine
  /** Points from its start to its decimal point, or to the end of its whole number; null for what is no figure. */
  readonly point: number | null
}

/** A column of figures is aligned by the point: so much stands before and after it. Points. */
export interface FigureColumn {
  readonly before: number
  readonly after: number
}

/** A figure with its sign, currency and unit: −1,234.5万元, 12%, 3.2～3.5. */
const FIGURE = /^[+\-−±＋－]?\s*[¥￥$＄€]?\s*(?<whole>\d[\d,， ]*)(?:[.．]\d+)?\s*(?:[~～—–-]\s*\d[\d.,]*\s*)?(?:[%％‰℃°]|[\p{Script=Han}A-Za-z/²³]{1,4})?$/u
/** What stands for a figure that is not there. */
const NO_FIGURE = /^(?:[-—–－/／…*]{0,3}|无|暂无)$/u

export function tableCell(composer: Composer, text: string, from: number, face: TextSetting): Cell {
  const setting = { ...face, senseSpaces: true }
  const line = composer.line(text, setting)
  const figure = FIGURE.exec(text)
  const whole = figure?.groups?.['whole']
  const point = whole === undefined ? null : composer.line(text.slice(0, text.indexOf(whole) + whole.length), setting).width
  return { text, from, line, point }
}

/** Null where something other than figures stands in the column. */
export function figureColumn(cells: readonly Cell[]): FigureColumn | null {
  const figures = cells.filter((cell) => cell.point !== null)
  if (figures.length === 0 || cells.some((cell) => cell.point === null && !NO_FIGURE.test(cell.text))) return null
  return {
    before: Math.max(...figures.map((cell) => cell.point!)),
    after: Math.max(...figures.map((cell) => cell.line.width - cell.point!)),
  }
}
