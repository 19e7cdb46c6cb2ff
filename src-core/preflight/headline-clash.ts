/**
 * headline-clash (碰题): two headlines side by side on the same lines that read as one, being alike in type or nearly
 * touching (TYPESETTING §9.4). A box, a frame, a ground of its own, or a vertical headline beside a horizontal one keeps them apart.
 */
import type { Rect } from '../document/grid.ts'
import { record, type RecordId, type StoryRecord } from '../document/records.ts'
import { lineSides } from '../typeset/em-box.ts'
import { glyphRuns, type FrameItem, type GlyphRun } from '../typeset/frame.ts'
import type { PageResult, StoryFit } from '../typeset/result.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'

/** Nearer than so many em of the larger, headlines touch. */
const TOUCHING_EM = 1
/** Sizes that differ by less than this share look alike. */
const ALIKE = 0.12
const EPSILON = 1e-6

interface Headline {
  readonly story: RecordId
  readonly place: NonNullable<StoryFit['headline']>
  readonly face: string
  readonly size: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export function checkHeadlineClash({ document, results }: Subject): readonly Finding[] {
  return results.flatMap((result) => {
    const headlines = headlinesOf(result).filter(({ story }) => !standsApart(record(document, 'story', story)))
    return headlines.flatMap((one) => headlines.filter((other) => clash(one, other)).map((other): Finding => {
      const [left, right] = [nameOf(document, one.story), nameOf(document, other.story)]
      return {
        id: 'headline-clash',
        severity: 'warning',
        page: result.frame.page.number,
        story: other.story,
        cell: { column: Math.floor(other.place.column), line: other.place.line },
        message: {
          zh: `${right.zh}与左边的${left.zh}碰题：两个标题并排在同一行上，请错开、加框，或换一种字号、字体。`,
          en: `The headline of ${right.en} runs into that of ${left.en} on its left, on the same lines; stagger them, box one, or change its type.`,
        },
      }
    }))
  })
}

function standsApart(story: StoryRecord | undefined): boolean {
  return story !== undefined && (story.boxed || story.frame !== undefined || story.tint !== undefined || story.headline?.band !== undefined)
}

function clash(left: Headline, right: Headline): boolean {
  if (Math.abs(left.place.column + left.place.columns - right.place.column) > EPSILON) return false
  if (Math.min(left.bottom, right.bottom) <= Math.max(left.top, right.top)) return false
  const isAlike = left.face === right.face && Math.abs(left.size - right.size) < ALIKE * Math.max(left.size, right.size)
  return isAlike || right.left - left.right < TOUCHING_EM * Math.max(left.size, right.size)
}

/** Horizontal main titles, by what is printed of them. */
function headlinesOf({ frame, stories }: PageResult): readonly Headline[] {
  return stories.flatMap((fit): Headline[] => {
    const runs = fit.headline ? titleRuns(frame.items, fit.story, fit.headline.rect) : []
    const [first] = runs
    if (!fit.headline || !first || runs.some(({ vertical }) => vertical)) return []
    const size = Math.max(...runs.map((run) => run.size))
    return [
      {
        story: fit.story,
        place: fit.headline,
        face: first.face,
        size,
        left: Math.min(...runs.map(({ x, xs }) => x + xs[0]!)),
        right: Math.max(...runs.map((run) => run.x + run.xs.at(-1)! + run.size * (run.scaleX ?? 1))),
        top: Math.min(...runs.map((run) => lineSides(run)[0])),
        bottom: Math.max(...runs.map((run) => lineSides(run)[1])),
      },
    ]
  })
}

/** Of the headline, or of the short title over a part that continues another; jump lines stand under it. */
function titleRuns(items: readonly FrameItem[], story: RecordId, place: Rect): readonly GlyphRun[] {
  return items.flatMap((item): readonly GlyphRun[] => {
    if (item.kind !== 'group') return []
    if (item.record !== story) return titleRuns(item.items, story, place)
    return glyphRuns(item.items).filter(({ source, xs, y }) => xs.length > 0 && (source?.part === 'headline' || (source?.part === 'jump' && y <= place.y + place.height)))
  })
}
