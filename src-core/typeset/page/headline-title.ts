/** A title of a headline group as the house's table and the story's own choices have it, ready to be fitted. */
import type { HeadlinePart } from '../../document/headline.ts'
import type { MarkedTitle } from '../../document/inline-marks.ts'
import type { ArticleRecord, StoryRecord } from '../../document/records.ts'
import type { Grid } from '../../document/grid.ts'
import type { HeadlineFit, HouseStyle, TextSetting } from '../../document/style.ts'
import type { ArticlePart } from '../frame.ts'
import type { LayoutNote } from '../result.ts'
import type { Composer, WordSetting } from './composer.ts'
import { fitHeadline, type FittedHeadline, type TitleRoom, type TitleSetting } from './headline-fit.ts'
import { MARK_ROOM } from './headline-lines.ts'
import { fallbackNotes } from './notes.ts'
import type { LineSource } from './runs.ts'
import { markedWords, markNotes, markRoom } from './word-marks.ts'

/** What a group is made from. */
export interface GroupInput {
  readonly composer: Composer
  readonly style: HouseStyle
  readonly grid: Grid
  readonly article: ArticleRecord
  readonly headline: StoryRecord['headline']
  /** Characters that the story is narrower at either side than its columns; 0 when left out. */
  readonly inset?: number
}

/** Titles of so many body sizes may have a punctuation scheme of their own. */
const LARGE = 2

/** Distance from line to line of a title, in em: marks that stand beside its words need more than it has. */
export function leadingOf({ article }: GroupInput, part: HeadlinePart, leading: number): number {
  return article.titleMarks?.[part] ? Math.max(leading, 1 + MARK_ROOM) : leading
}

/** The setting of a title's words with the marks that the article has on them. */
export function titleWords({ article, style, headline }: GroupInput, part: MarkedTitle, setting: WordSetting): WordSetting {
  const marks = article.titleMarks?.[part] ?? []
  return markedWords(setting, marks, style, markRoom(MARK_ROOM * setting.size, setting.size, marks, headline?.vertical))
}

export type GroupSource = LineSource & { readonly part: ArticlePart }

/** A title made to fit its room, and what there is to say about it. */
export interface FittedTitle extends FittedHeadline {
  readonly source: GroupSource
  readonly notes: readonly LayoutNote[]
}

/**
 * `fit` is how the house lets a main title be made to fit; kickers and subtitles are tracked only. Lines are the composer's,
 * horizontal or vertical.
 */
export function fitTitle(input: GroupInput, composer: Composer, { part, text, setting, fit }: PlainTitle, room: TitleRoom): FittedTitle {
  const title = titleOf(input, part, text, setting, fit)
  const fitted = fitHeadline(composer, input.style, title, room)
  const source = { record: input.article.id, part }
  const notes = [...fallbackNotes(source, fitted.fallbacks), ...markNotes(source, title.words({ ...setting, size: fitted.size }))]
  return { ...fitted, source, notes: fitted.tooWide ? [...notes, { kind: 'too-wide', record: source.record, part }] : notes }
}

export interface PlainTitle {
  readonly part: HeadlinePart
  readonly text: string
  readonly setting: TextSetting
  readonly fit: HeadlineFit | undefined
}

function titleOf(input: GroupInput, part: HeadlinePart, text: string, setting: TextSetting, fit: HeadlineFit | undefined): TitleSetting {
  const { headline } = input
  const words = (own: TextSetting): WordSetting => titleWords(input, part, { ...own, ...schemeOf(input, own.size) })
  const { trackingEm = 0, steps = 0 } = fit ?? {}
  if (part !== 'headline') return { text, setting, words, fit: { trackingEm, steps: 0 } }
  return {
    text,
    setting,
    words,
    // A size that was chosen for this story is kept.
    fit: { ...fit, trackingEm, steps: headline?.headline ? 0 : steps },
    ...(headline?.justify ? { justify: headline.justify } : {}),
    // 长扁 goes across a vertical line, whose height it does not change.
    ...(headline?.scaleX === undefined || headline.vertical ? {} : { scaleX: headline.scaleX }),
  }
}

function schemeOf({ style, grid }: GroupInput, size: number): Pick<WordSetting, 'scheme'> {
  return style.headlineScheme && size >= LARGE * grid.bodySize ? { scheme: style.headlineScheme } : {}
}
