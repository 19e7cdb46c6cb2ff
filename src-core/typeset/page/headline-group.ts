/**
 * The headline group: kicker, headline, subtitle, summary and byline over the headline area, in a whole number of grid
 * lines (TYPESETTING §9). Its parts stand at their own distances inside; only the group's foot is on the grid.
 */
import { joinedChars, type Rect } from '../../document/grid.ts'
import { headlineRule, type HeadlinePart } from '../../document/headline.ts'
import type { HeadlineRule, TextSetting } from '../../document/style.ts'
import { roundLength, type ArticlePart } from '../frame.ts'
import type { LayoutNote } from '../result.ts'
import type { SetLine } from '../text/paragraph.ts'
import { setByline } from './byline.ts'
import { BAND_BESIDE, withBand } from './decoration/headline-band.ts'
import { markSpace } from './headline-lines.ts'
import { fitTitle, leadingOf, titleWords, type GroupInput, type GroupSource } from './headline-title.ts'
import { fallbackNotes } from './notes.ts'
import { withStandingHead } from './standing-head.ts'
import { markNotes } from './word-marks.ts'

/** A line of the group, where it stands in the area: points from its left and top. */
export interface GroupLine {
  readonly line: SetLine
  /** The line's left end; the axis of a vertical one. */
  readonly x: number
  /** The em box's top; of a vertical line the measure's. */
  readonly top: number
  readonly size: number
  readonly source: GroupSource
}

export interface HeadlineGroup {
  /** Grid lines; 0 for an article that has nothing to put over its body. */
  readonly rows: number
  readonly columns: number
  /** The byline stands in it, not in the body. */
  readonly hasByline: boolean
  readonly lines: readonly GroupLine[]
  readonly rules?: readonly GroupRule[]
  /** Behind the titles, in points from the area's left and top. */
  readonly band?: Rect
  readonly notes: readonly LayoutNote[]
}

/** A stroke of the house's width, in points from the area's left and top. */
export interface GroupRule {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** Where a group is set: across so many columns, less the white to text that stands beside it, in points. */
export interface GroupRoom {
  readonly columns: number
  readonly left: number
  readonly right: number
  /** Lines of type that a title may take. */
  readonly mostLines: number
}

/** White over the group and under it, in em of the headline. */
const WHITE = 0.35
/** Least white over and under, in lines of the grid. */
const LEAST_WHITE = 0.5
/** From the foot of one part's em box to the top of the next, in em of the smaller part. */
const PART_GAP = { kicker: 0.4, subtitle: 0.55, summary: 1, byline: 0.9 } as const
/** Line pitch inside a part, in em. */
const LEADING = { headline: 1.18, small: 1.3, summary: 1.45 } as const
/** A summary is set in from both sides, in em of its own size. */
const SUMMARY_INSET = 2
const SUMMARY_SCALE = 1.15
/** Bylines of headlines this wide stand in the group, others in the first leg. */
const BYLINE_COLUMNS = 2

export function setHeadlineGroup(input: GroupInput, room: GroupRoom): HeadlineGroup {
  const { article, grid, style } = input
  const rule = headlineRule(style, room.columns)
  const stack = new Stack(input, room)
  if (article.kicker) stack.addTitle('kicker', article.kicker, input.headline?.kicker ?? rule.kicker, rule)
  if (article.headline) stack.addTitle('headline', article.headline, input.headline?.headline ?? rule.headline, rule)
  if (article.subtitle) stack.addTitle('subtitle', article.subtitle, input.headline?.subtitle ?? rule.subtitle, rule)
  if (article.summary) stack.addSummary(article.summary, { face: style.lead, size: roundLength(grid.bodySize * SUMMARY_SCALE) })
  if (article.byline && room.columns >= BYLINE_COLUMNS) stack.addByline(article.byline, { face: style.byline, size: grid.bodySize })
  return withStandingHead(input, room, stack.finish())
}

/** Parts from the top down. */
class Stack {
  private readonly input: GroupInput
  private readonly room: GroupRoom
  private readonly measure: number
  private readonly lines: GroupLine[] = []
  private readonly notes: LayoutNote[] = []
  private foot = 0
  private largest = 0

  constructor(input: GroupInput, room: GroupRoom) {
    this.input = input
    this.room = room
    this.measure = joinedChars(input.grid, room.columns) * input.grid.bodySize - room.left - room.right
  }

  addTitle(part: HeadlinePart, text: string, setting: TextSetting, { fit }: HeadlineRule): void {
    const beside = this.input.headline?.band ? BAND_BESIDE * this.input.grid.bodySize : 0
    const title = fitTitle(this.input, this.input.composer, { part, text, setting, fit }, { measure: this.measure - 2 * beside, mostLines: this.room.mostLines })
    const { lines, size, source } = title
    this.notes.push(...title.notes)
    this.gap(part === 'headline' ? PART_GAP.kicker * (this.lines.at(-1)?.size ?? 0) : part === 'subtitle' ? PART_GAP.subtitle * size : 0, lines[0] && { line: lines[0], size })
    const leading = leadingOf(this.input, part, part === 'headline' ? LEADING.headline : LEADING.small) * size
    lines.forEach((line, index) => this.add(line, Math.max(beside, this.startOf(line.width)), size, index === 0 ? size : leading, source))
  }

  addSummary(text: string, setting: TextSetting): void {
    const words = titleWords(this.input, 'summary', setting)
    const paragraph = this.input.composer.paragraph(text, { ...words, indentEm: 2 })
    const inset = this.room.columns >= BYLINE_COLUMNS ? SUMMARY_INSET * setting.size : 0
    const source = this.source('summary')
    this.notes.push(...fallbackNotes(source, paragraph.fallbacks), ...markNotes(source, words))
    const lines = paragraph.lines(this.measure - 2 * inset, 0).map(({ line }) => line)
    this.gap(PART_GAP.summary * setting.size, lines[0] && { line: lines[0], size: setting.size })
    lines.forEach((line, index) => this.add(line, inset, setting.size, index === 0 ? setting.size : LEADING.summary * setting.size, source))
  }

  addByline(text: string, setting: TextSetting): void {
    this.gap(PART_GAP.byline * setting.size)
    setByline(this.input.composer, text, setting, this.measure).forEach(({ parts, width }, index) => {
      const step = index === 0 ? setting.size : LEADING.small * setting.size
      const left = this.startOf(width)
      this.foot += step
      for (const { line, x, from } of parts) {
        const source = { ...this.source('byline'), from }
        this.notes.push(...fallbackNotes(source, line.fallbacks))
        this.lines.push({ line, x: this.room.left + left + x, top: this.foot - setting.size, size: setting.size, source })
      }
    })
  }

  finish(): HeadlineGroup {
    const { columns } = this.room
    const hasByline = columns >= BYLINE_COLUMNS
    if (this.lines.length === 0) return { rows: 0, columns, hasByline, lines: [], notes: this.notes }
    const { linePitch } = this.input.grid
    const banded = this.input.headline?.band ? withBand(this.lines, this.input.grid, this.room.left, this.measure) : null
    if (banded) return { ...banded, columns, hasByline, notes: this.notes }
    const white = Math.max(LEAST_WHITE * linePitch, WHITE * this.largest)
    const rows = Math.ceil((this.foot + 2 * white) / linePitch - 1e-6)
    const over = (rows * linePitch - this.foot) / 2
    return { rows, columns, hasByline, lines: this.lines.map((line) => ({ ...line, top: line.top + over })), notes: this.notes }
  }

  private add(line: SetLine, x: number, size: number, step: number, source: GroupSource): void {
    this.foot += step
    this.largest = Math.max(this.largest, size)
    this.lines.push({ line, x: this.room.left + x, top: this.foot - size, size, source })
  }

  /** Where a line begins in the measure. */
  private startOf(width: number): number {
    return this.input.headline?.align === 'start' ? 0 : (this.measure - width) / 2
  }

  /** Nothing over the first part; over others at least what the marks of the lines at the gap take. */
  private gap(points: number, next?: Pick<GroupLine, 'line' | 'size'>): void {
    const last = this.lines.at(-1)
    if (last) this.foot += Math.max(points, markSpace(last).under + (next ? markSpace(next).over : 0))
  }

  private source(part: ArticlePart): GroupSource {
    return { record: this.input.article.id, part }
  }
}
