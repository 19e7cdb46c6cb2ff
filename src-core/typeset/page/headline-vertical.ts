/**
 * A vertical headline (竖题, TYPESETTING §9): kicker, headline, subtitle and summary side by side from right to left, in
 * as many basic columns as they need and a whole number of grid lines.
 */
import { joinedChars } from '../../document/grid.ts'
import { headlineRule, type HeadlinePart } from '../../document/headline.ts'
import { DEFAULT_VERTICAL_HEADLINES, type TextSetting } from '../../document/style.ts'
import { roundLength, type ArticlePart } from '../frame.ts'
import type { LayoutNote } from '../result.ts'
import type { SetLine } from '../text/paragraph.ts'
import { BAND_BESIDE, verticalBand } from './decoration/headline-band.ts'
import type { GroupLine, HeadlineGroup } from './headline-group.ts'
import { markSpace } from './headline-lines.ts'
import { fitTitle, leadingOf, titleWords, type GroupInput, type GroupSource } from './headline-title.ts'
import { fallbackNotes } from './notes.ts'
import { markNotes } from './word-marks.ts'

export interface VerticalRoom {
  /** Grid lines that it may take. */
  readonly rows: number
  /** Basic columns, or null for as many as it needs, up to `mostColumns`. */
  readonly columns: number | null
  readonly mostColumns: number
}

/** White over the lines, beside the first lines of text, and under them, to text: in grid lines. */
const WHITE_OVER = 0.4
const WHITE_UNDER = 1.1
/** The same on a band. */
const BAND_OVER = 0.9
const BAND_UNDER = 1.6
/** White at either side of the group, in em of its largest title. */
const SIDE_WHITE = 0.3
/** From a part's last line to the next part's first, in em of the smaller. */
const PART_GAP = 0.6
/** Distance from line to line in a part, in em. */
const LEADING = { headline: 1.2, small: 1.4 } as const
const SUMMARY_SCALE = 1.15
const SUMMARY_INDENT = 2
/** More lines than these in one title do not look well. */
const MOST_LINES = 2

export function setVerticalGroup(input: GroupInput, room: VerticalRoom): HeadlineGroup {
  const { article, grid, style } = input
  const own = style.verticalHeadlines ?? DEFAULT_VERTICAL_HEADLINES
  const row = new LinesAbreast(input, room)
  if (article.standingHead) row.addText('standingHead', article.standingHead, { face: style.paragraph?.standingHeadFace ?? 'hei-bold', size: roundLength(grid.bodySize * SUMMARY_SCALE) })
  if (article.kicker) row.addTitle('kicker', article.kicker, input.headline?.kicker ?? own.kicker)
  if (article.headline) row.addTitle('headline', article.headline, input.headline?.headline ?? own.headline)
  if (article.subtitle) row.addTitle('subtitle', article.subtitle, input.headline?.subtitle ?? own.subtitle)
  if (article.summary) row.addText('summary', article.summary, { face: style.lead, size: roundLength(grid.bodySize * SUMMARY_SCALE) })
  return row.finish()
}

/** Lines from the right to the left. */
class LinesAbreast {
  private readonly input: GroupInput
  private readonly room: VerticalRoom
  /** Points. */
  private readonly measure: number
  /** Grid lines. */
  private readonly over: number
  private readonly under: number
  /** `x` counts from the group's right edge, negative. */
  private readonly lines: GroupLine[] = []
  private readonly notes: LayoutNote[] = []
  private width = 0
  private largest = 0

  constructor(input: GroupInput, room: VerticalRoom) {
    this.input = input
    this.room = room
    this.over = input.headline?.band ? BAND_OVER : WHITE_OVER
    this.under = input.headline?.band ? BAND_UNDER : WHITE_UNDER
    this.measure = (room.rows - this.over - this.under) * input.grid.linePitch
  }

  addTitle(part: HeadlinePart, text: string, setting: TextSetting): void {
    const { trackingEm = 0, steps = 0, loosestEm = 0 } = headlineRule(this.input.style, 1).fit ?? {}
    const plain = { part, text, setting, fit: { trackingEm, steps, loosestEm } }
    const { lines, size, source, notes } = fitTitle(this.input, this.input.composer.vertical, plain, { measure: this.measure, mostLines: MOST_LINES })
    this.notes.push(...notes)
    this.addLines(lines, size, leadingOf(this.input, part, part === 'headline' ? LEADING.headline : LEADING.small), source)
  }

  addText(part: 'standingHead' | 'summary', text: string, setting: TextSetting): void {
    const words = part === 'summary' ? titleWords(this.input, part, setting) : setting
    const paragraph = this.input.composer.vertical.paragraph(text, { ...words, indentEm: part === 'summary' ? SUMMARY_INDENT : 0 })
    const source = this.source(part)
    this.notes.push(...fallbackNotes(source, paragraph.fallbacks), ...markNotes(source, words))
    this.addLines(paragraph.lines(this.measure, 0).map(({ line }) => line), setting.size, LEADING.small, source)
  }

  finish(): HeadlineGroup {
    const { grid } = this.input
    if (this.lines.length === 0) return { rows: 0, columns: this.room.columns ?? 1, hasByline: false, lines: [], notes: this.notes }
    const columns = this.room.columns ?? this.columnsNeeded()
    const area = joinedChars(grid, columns) * grid.bodySize
    const { over, under } = this.outerMarks()
    const right = (area + this.width + under - over) / 2
    const longest = Math.max(...this.lines.map(({ line }) => line.width))
    const rows = Math.ceil(longest / grid.linePitch + this.over + this.under - 1e-6)
    const placed = this.lines.map((one) => ({ ...one, x: right + one.x, top: this.topOf(one.line, rows * grid.linePitch) }))
    const shown = placed.filter(({ x, size }) => x - size / 2 >= -1e-6 && x + size / 2 <= area + 1e-6)
    const cut = placed.find((one) => !shown.includes(one))
    const tooWide: readonly LayoutNote[] = cut ? [{ kind: 'too-wide', record: cut.source.record, part: cut.source.part }] : []
    const band = this.input.headline?.band ? verticalBand(shown, rows * grid.linePitch, grid) : null
    return { rows, columns, hasByline: false, lines: shown, ...(band ? { band } : {}), notes: [...this.notes, ...tooWide] }
  }

  private columnsNeeded(): number {
    const { grid } = this.input
    const { over, under } = this.outerMarks()
    const needed = this.width + over + under + 2 * (this.input.headline?.band ? BAND_BESIDE * grid.bodySize : SIDE_WHITE * this.largest)
    let columns = 1
    while (columns < this.room.mostColumns && joinedChars(grid, columns) * grid.bodySize < needed) columns += 1
    return columns
  }

  /** What the marks of the outer lines take at the right and at the left. */
  private outerMarks(): { readonly over: number; readonly under: number } {
    return { over: markSpace(this.lines[0]!).over, under: markSpace(this.lines.at(-1)!).under }
  }

  private topOf(line: SetLine, height: number): number {
    const over = this.over * this.input.grid.linePitch
    const under = this.under * this.input.grid.linePitch
    return this.input.headline?.align === 'start' ? over : over + (height - over - under - line.width) / 2
  }

  private addLines(lines: readonly SetLine[], size: number, leading: number, source: GroupSource): void {
    const before = this.lines.at(-1)
    lines.forEach((line, index) => {
      if (index > 0) this.width += (leading - 1) * size
      else if (before) this.width += Math.max(PART_GAP * Math.min(size, before.size), markSpace(before).under + markSpace({ line, size }).over)
      this.lines.push({ line, x: -(this.width + size / 2), top: 0, size, source })
      this.width += size
    })
    this.largest = Math.max(this.largest, size)
  }

  private source(part: ArticlePart): GroupSource {
    return { record: this.input.article.id, part }
  }
}
