/**
 * The headline group: kicker, headline, subtitle, summary and byline over the headline area, in a whole number of grid
 * lines (TYPESETTING §9). Its parts stand at their own distances inside; only the group's foot is on the grid.
 */
import { joinedChars, type Grid } from '../../document/grid.ts'
import { headlineRule } from '../../document/headline.ts'
import type { ArticleRecord, StoryRecord } from '../../document/records.ts'
import type { HeadlineRule, HouseStyle, TextSetting } from '../../document/style.ts'
import { roundLength, type ArticlePart } from '../frame.ts'
import type { LayoutNote } from '../result.ts'
import type { SetLine } from '../text/paragraph.ts'
import { setByline } from './byline.ts'
import type { Composer } from './composer.ts'
import { fitHeadline } from './headline-fit.ts'
import { fallbackNotes } from './notes.ts'
import type { LineSource } from './runs.ts'

/** A line of the group: its em box from the group's top, and where it stands across the area. Points. */
export interface GroupLine {
  readonly line: SetLine
  readonly x: number
  readonly top: number
  readonly size: number
  readonly source: LineSource & { readonly part: ArticlePart }
}

export interface HeadlineGroup {
  /** Grid lines; 0 for an article that has nothing to put over its body. */
  readonly rows: number
  readonly lines: readonly GroupLine[]
  readonly notes: readonly LayoutNote[]
}

/** What a group is made from. */
export interface GroupInput {
  readonly composer: Composer
  readonly style: HouseStyle
  readonly grid: Grid
  readonly article: ArticleRecord
  readonly headline: StoryRecord['headline']
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
export const BYLINE_COLUMNS = 2

export function setHeadlineGroup(input: GroupInput, columns: number): HeadlineGroup {
  const { article, grid, style } = input
  const rule = headlineRule(style, columns)
  const stack = new Stack(input, columns)
  if (article.kicker) stack.addTitle('kicker', article.kicker, input.headline?.kicker ?? rule.kicker, rule, false)
  if (article.headline) stack.addTitle('headline', article.headline, input.headline?.headline ?? rule.headline, rule, input.headline?.headline === undefined)
  if (article.subtitle) stack.addTitle('subtitle', article.subtitle, input.headline?.subtitle ?? rule.subtitle, rule, false)
  if (article.summary) stack.addSummary(article.summary, { face: style.lead, size: roundLength(grid.bodySize * SUMMARY_SCALE) })
  if (article.byline && columns >= BYLINE_COLUMNS) stack.addByline(article.byline, { face: style.byline, size: grid.bodySize })
  return stack.finish()
}

/** Parts from the top down. */
class Stack {
  private readonly input: GroupInput
  private readonly columns: number
  private readonly measure: number
  private readonly lines: GroupLine[] = []
  private readonly notes: LayoutNote[] = []
  private foot = 0
  private largest = 0

  constructor(input: GroupInput, columns: number) {
    this.input = input
    this.columns = columns
    this.measure = joinedChars(input.grid, columns) * input.grid.bodySize
  }

  addTitle(part: 'kicker' | 'headline' | 'subtitle', text: string, setting: TextSetting, rule: HeadlineRule, mayShrink: boolean): void {
    const { composer, style } = this.input
    const fit = { trackingEm: rule.fit?.trackingEm ?? 0, steps: mayShrink ? (rule.fit?.steps ?? 0) : 0 }
    const fitted = fitHeadline(composer, style, text, setting, fit, { columns: this.columns, measure: this.measure })
    const source = this.source(part)
    this.notes.push(...fallbackNotes(source, fitted.fallbacks))
    if (fitted.tooWide) this.notes.push({ kind: 'too-wide', record: source.record, part })
    this.gap(part === 'headline' ? PART_GAP.kicker * (this.lines.at(-1)?.size ?? 0) : part === 'subtitle' ? PART_GAP.subtitle * fitted.size : 0)
    const leading = (part === 'headline' ? LEADING.headline : LEADING.small) * fitted.size
    fitted.lines.forEach((line, index) => this.add(line, (this.measure - line.width) / 2, fitted.size, index === 0 ? fitted.size : leading, source))
  }

  addSummary(text: string, setting: TextSetting): void {
    const paragraph = this.input.composer.paragraph(text, { ...setting, indentEm: 2 })
    const inset = this.columns >= BYLINE_COLUMNS ? SUMMARY_INSET * setting.size : 0
    const source = this.source('summary')
    this.notes.push(...fallbackNotes(source, paragraph.fallbacks))
    this.gap(PART_GAP.summary * setting.size)
    paragraph
      .lines(this.measure - 2 * inset, 0)
      .forEach(({ line }, index) => this.add(line, inset, setting.size, index === 0 ? setting.size : LEADING.summary * setting.size, source))
  }

  addByline(text: string, setting: TextSetting): void {
    this.gap(PART_GAP.byline * setting.size)
    setByline(this.input.composer, text, setting, this.measure).forEach(({ parts, width }, index) => {
      const step = index === 0 ? setting.size : LEADING.small * setting.size
      const left = (this.measure - width) / 2
      this.foot += step
      for (const { line, x, from } of parts) {
        const source = { ...this.source('byline'), from }
        this.notes.push(...fallbackNotes(source, line.fallbacks))
        this.lines.push({ line, x: left + x, top: this.foot - setting.size, size: setting.size, source })
      }
    })
  }

  finish(): HeadlineGroup {
    if (this.lines.length === 0) return { rows: 0, lines: [], notes: this.notes }
    const { linePitch } = this.input.grid
    const white = Math.max(LEAST_WHITE * linePitch, WHITE * this.largest)
    const rows = Math.ceil((this.foot + 2 * white) / linePitch - 1e-6)
    const over = (rows * linePitch - this.foot) / 2
    return { rows, lines: this.lines.map((line) => ({ ...line, top: line.top + over })), notes: this.notes }
  }

  private add(line: SetLine, x: number, size: number, step: number, source: GroupLine['source']): void {
    this.foot += step
    this.largest = Math.max(this.largest, size)
    this.lines.push({ line, x, top: this.foot - size, size, source })
  }

  /** Nothing over the first part. */
  private gap(points: number): void {
    if (this.lines.length > 0) this.foot += points
  }

  private source(part: ArticlePart): GroupLine['source'] {
    return { record: this.input.article.id, part }
  }
}
