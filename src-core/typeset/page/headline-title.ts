/** A title of a headline group as the house's table and the story's own choices have it, ready to be fitted. */
import type { HeadlinePart } from '../../document/headline.ts'
import type { ArticleRecord, StoryRecord } from '../../document/records.ts'
import type { Grid } from '../../document/grid.ts'
import type { HeadlineFit, HouseStyle, TextSetting } from '../../document/style.ts'
import type { Composer, WordSetting } from './composer.ts'
import type { TitleSetting } from './headline-fit.ts'
import { markedWords, markRoom } from './word-marks.ts'

/** What a group is made from. */
export interface GroupInput {
  readonly composer: Composer
  readonly style: HouseStyle
  readonly grid: Grid
  readonly article: ArticleRecord
  readonly headline: StoryRecord['headline']
}

/** Titles of so many body sizes may have a punctuation scheme of their own. */
const LARGE = 2

/** What marks on a title's words may take over and under its lines, in em. */
const MARK_ROOM = 0.36

/** Distance from line to line of a title, in em: marks that stand beside its words need more than it has. */
export function leadingOf({ article }: GroupInput, part: HeadlinePart, leading: number): number {
  return article.titleMarks?.[part] ? Math.max(leading, 1 + MARK_ROOM) : leading
}

/** `fit` is how the house lets a main title be made to fit; kickers and subtitles are tracked only. */
export function titleOf(input: GroupInput, part: HeadlinePart, text: string, setting: TextSetting, fit: HeadlineFit | undefined): TitleSetting {
  const { article, style, headline } = input
  const marks = article.titleMarks?.[part] ?? []
  const words = (own: TextSetting): WordSetting =>
    markedWords({ ...own, ...schemeOf(input, own.size) }, marks, style, markRoom(MARK_ROOM * own.size, own.size, marks, headline?.vertical))
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
