/** Where a story's headline stands, and what the house sets it in. Layout, commands and panels must agree on both. */
import type { Leg } from './grid.ts'
import type { HeadlineForm, StoryRecord } from './records.ts'
import { DEFAULT_VERTICAL_HEADLINES, type HeadlineRule, type HouseStyle, type TextSetting, type VerticalHeadlines } from './style.ts'
import type { ColorChoice } from './swatches.ts'

export type HeadlinePart = 'headline' | 'kicker' | 'subtitle'

/**
 * The basic columns that a headline spans and the line where it begins: the neighbouring legs with the smallest `from`;
 * of several such runs the widest, then the leftmost.
 */
export function headlineSpan(legs: readonly Leg[]): { readonly column: number; readonly columns: number; readonly line: number } {
  const line = Math.min(...legs.map((leg) => leg.from))
  let best = { column: 0, columns: 0, line }
  let run = { column: 0, columns: 0, line }
  for (const leg of legs) {
    if (leg.from !== line) continue
    run = run.columns > 0 && leg.column === run.column + run.columns ? { ...run, columns: run.columns + 1 } : { column: leg.column, columns: 1, line }
    if (run.columns > best.columns) best = run
  }
  return best
}

type Headed = Pick<StoryRecord, 'legs' | 'headline' | 'continues' | 'writing'>

/** Where a headline stands that no form was chosen for: over a horizontal body, beside a vertical one. */
export function usualForm({ writing }: Pick<StoryRecord, 'writing'>): HeadlineForm {
  return writing ? 'beside' : 'over'
}

/**
 * The form that a headline has in its story. A vertical one never stands over its text, and over a single column there is
 * no side to stand at, but for columns of text.
 */
export function headlineForm(story: Headed): HeadlineForm {
  const { legs, headline, continues, writing } = story
  if (continues) return 'over'
  const form = headline?.form ?? usualForm(story)
  if (headline?.vertical && form === 'over') return 'inside'
  return form === 'beside' && legs.length === 1 && !writing ? 'inside' : form
}

/** Whether its lines run downwards where nobody chose: those beside a vertical body do. */
export function isUsuallyVertical(story: Headed): boolean {
  return story.writing !== undefined && headlineForm(story) === 'beside'
}

export function isVerticalHeadline(story: Headed): boolean {
  return !story.continues && (story.headline?.vertical ?? isUsuallyVertical(story))
}

/** The row of the headline table for a span: the last one that is not wider; the first row for what is narrower than all. */
export function headlineRule(style: HouseStyle, columns: number): HeadlineRule {
  return style.headlines.findLast((rule) => rule.columns <= columns) ?? style.headlines[0]!
}

/**
 * What each part of a story's headline is set in: the story's own setting, else the table's. `columns` is how many the
 * headline was given by the layout; beside a picture they are fewer than its legs. A vertical headline goes by its own
 * row, and a part that continues another has a short title as over one column.
 */
export function headlineSettings(
  style: HouseStyle,
  story: Headed,
  columns: number = headlineSpan(story.legs).columns,
): Readonly<Record<HeadlinePart, TextSetting>> {
  const rule = tableRow(style, story, columns)
  return {
    headline: story.headline?.headline ?? rule.headline,
    kicker: story.headline?.kicker ?? rule.kicker,
    subtitle: story.headline?.subtitle ?? rule.subtitle,
  }
}

/** What each part is printed in: the story's own colour, that of the house's table under it; black where neither says. */
export function headlineColors(style: HouseStyle, story: Headed, columns: number = headlineSpan(story.legs).columns): Readonly<Record<HeadlinePart, { readonly story?: ColorChoice | undefined; readonly house?: ColorChoice | undefined }>> {
  const rule = tableRow(style, story, columns)
  const { colors, ...own } = story.headline ?? {}
  const colorOf = (part: HeadlinePart) => ({ story: colors?.[part] ?? own[part]?.color, house: rule[part].color })
  return { headline: colorOf('headline'), kicker: colorOf('kicker'), subtitle: colorOf('subtitle') }
}

function tableRow(style: HouseStyle, story: Headed, columns: number): HeadlineRule | VerticalHeadlines {
  if (isVerticalHeadline(story)) return style.verticalHeadlines ?? DEFAULT_VERTICAL_HEADLINES
  return headlineRule(style, story.continues ? 1 : columns)
}
