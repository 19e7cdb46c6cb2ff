/** Where a story's headline stands, and what the house sets it in. Layout, commands and panels must agree on both. */
import type { Leg } from './grid.ts'
import type { StoryRecord } from './records.ts'
import type { HeadlineRule, HouseStyle, TextSetting } from './style.ts'

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

/** The row of the headline table for a span: the last one that is not wider; the first row for what is narrower than all. */
export function headlineRule(style: HouseStyle, columns: number): HeadlineRule {
  return style.headlines.findLast((rule) => rule.columns <= columns) ?? style.headlines[0]!
}

/**
 * What each part of a story's headline is set in: the story's own setting, else the table's. `columns` is how many the
 * headline was given by the layout; beside a picture they are fewer than its legs. A part that continues another has a
 * short title as over one column.
 */
export function headlineSettings(
  style: HouseStyle,
  story: Pick<StoryRecord, 'legs' | 'headline' | 'continues'>,
  columns: number = headlineSpan(story.legs).columns,
): Readonly<Record<HeadlinePart, TextSetting>> {
  const rule = headlineRule(style, story.continues ? 1 : columns)
  return {
    headline: story.headline?.headline ?? rule.headline,
    kicker: story.headline?.kicker ?? rule.kicker,
    subtitle: story.headline?.subtitle ?? rule.subtitle,
  }
}
