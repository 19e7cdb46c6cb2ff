/**
 * headline-apart: text that does not stand by its own headline (TYPESETTING §9, makeup faults): another story's text right
 * under a headline, or an advert or another story's picture between a headline and its text.
 */
import type { Area } from '../document/grid.ts'
import { placedOn, record, type Document, type RecordId } from '../document/records.ts'
import type { PageResult, SetLeg, StoryFit } from '../typeset/result.ts'
import { legArea } from '../typeset/page/free-area.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'
import { sharedCell } from './placed-areas.ts'

/** White that may stand between what belongs together, in lines. */
const WHITE = 1
const EPSILON = 1e-6

type Place = NonNullable<StoryFit['headline']>

export function checkHeadlineApart({ document, results }: Subject): readonly Finding[] {
  return results.flatMap((result) => [...strangeText(document, result), ...cutOff(document, result)])
}

function strangeText(document: Document, { frame, stories }: PageResult): readonly Finding[] {
  return stories.flatMap(({ story, headline }) => {
    if (!headline || isBoxed(document, story)) return []
    return stories.flatMap((other): readonly Finding[] => {
      const leg = other.story === story || isBoxed(document, other.story) || overlap(document, story, other.story) ? undefined : other.legs.find((candidate) => isRightUnder(candidate, headline))
      if (!leg) return []
      const [own, strange] = [nameOf(document, story), nameOf(document, other.story)]
      return [
        {
          id: 'headline-apart',
          severity: 'warning',
          page: frame.page.number,
          story: other.story,
          cell: { column: leg.leg.column, line: leg.leg.from },
          message: {
            zh: `${strange.zh}的正文紧接在${own.zh}的标题下面，读者会读错，请调整版面或加线隔开。`,
            en: `Text of ${strange.en} stands right under the headline of ${own.en}, where readers take it for that story’s; move one of them, or box it.`,
          },
        },
      ]
    })
  })
}

function cutOff(document: Document, { frame, stories }: PageResult): readonly Finding[] {
  return stories.flatMap(({ story, headline, legs }): readonly Finding[] => {
    const filled = legs.filter(({ used }) => used > 0)
    if (!headline || filled.length === 0 || filled.some((leg) => touches(leg, headline))) return []
    const between = strangersUnder(document, frame.page.id, story, headline)
    if (between === null) return []
    const [own, strange] = [nameOf(document, story), nameOf(document, between)]
    return [
      {
        id: 'headline-apart',
        severity: 'warning',
        page: frame.page.number,
        story,
        cell: { column: Math.floor(headline.column), line: headline.line },
        message: {
          zh: `${own.zh}的标题与正文之间隔着${strange.zh}，请让标题挨着正文。`,
          en: `${strange.en} stands between the headline of ${own.en} and its text; bring the two together.`,
        },
      },
    ]
  })
}

/** An advert, or a picture of another story, under the headline; a picture of no story is taken for its own. */
function strangersUnder(document: Document, page: RecordId, story: RecordId, headline: Place): RecordId | null {
  const pictures = placedOn(document, 'picture', page).filter((picture) => picture.story !== null && picture.story !== story)
  return [...placedOn(document, 'advert', page), ...pictures].find(({ area }) => isUnder(area, headline))?.id ?? null
}

function isUnder(area: Area, headline: Place): boolean {
  return shareColumns(area, headline) && Math.abs(area.line - (headline.line + headline.lines)) <= WHITE
}

function isRightUnder({ leg, columns, used }: SetLeg, headline: Place): boolean {
  return used > 0 && isUnder({ column: leg.column, columns, line: leg.from, lines: used }, headline)
}

/** Text under the headline, over it or at its side. */
function touches({ leg, columns }: SetLeg, headline: Place): boolean {
  const sameColumns = shareColumns({ column: leg.column, columns }, headline, 1)
  return sameColumns && leg.from <= headline.line + headline.lines + WHITE && leg.to >= headline.line - WHITE
}

/** Whether they stand over one another, or no more than so many columns apart. */
function shareColumns(one: Pick<Area, 'column' | 'columns'>, other: Pick<Area, 'column' | 'columns'>, apart = 0): boolean {
  return one.column + one.columns > other.column - apart + EPSILON && one.column < other.column + other.columns + apart - EPSILON
}

/** Of stories that lie over one another that is told, and nothing more. */
function overlap(document: Document, one: RecordId, other: RecordId): boolean {
  const [a, b] = [one, other].map((id) => record(document, 'story', id)?.legs.map(legArea) ?? [])
  return sharedCell(a!, b!) !== null
}

function isBoxed(document: Document, story: RecordId): boolean {
  const found = record(document, 'story', story)
  return found !== undefined && (found.boxed || found.frame !== undefined)
}
