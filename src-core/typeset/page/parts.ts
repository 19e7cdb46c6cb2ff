/**
 * Stories as they stand on their pages, each set anew only when something about it changed. A part that goes on with
 * another asks for that one first, wherever it stands: it is set again when that one ended elsewhere than before.
 */
import { partAfter, partBefore } from '../../document/chains.ts'
import { isInTheWay } from '../../document/decoration.ts'
import type { Area, Leg } from '../../document/grid.ts'
import { issueOf, placedOn, record, type Document, type PageRecord, type RecordId, type StoryRecord } from '../../document/records.ts'
import type { HouseStyle } from '../../document/style.ts'
import type { Composer } from './composer.ts'
import { insetsOf } from './decoration/story-frame.ts'
import { jumpFrom, jumpTo, WHOLE, type StoryPart } from './jump.ts'
import type { Memory } from './memory.ts'
import { divisionOf } from './slots.ts'
import { layoutStory, type StoryLayout } from './story.ts'

export interface StoryMemories {
  /** Stories that are no part of a chain: the page's own. */
  readonly alone: Memory<StoryLayout>
  /** Parts of chains, which all pages ask for. */
  readonly parts: Memory<StoryLayout>
}

/** What stands in the way of stories on a page. */
export function obstaclesOn(document: Document, page: RecordId): readonly Area[] {
  const figures = placedOn(document, 'ornament', page).filter(({ look }) => isInTheWay(look))
  return [...placedOn(document, 'picture', page), ...placedOn(document, 'advert', page), ...figures].map(({ area }) => area)
}

/** Null where the story has no article. */
export function setStory(composer: Composer, document: Document, page: PageRecord, obstacles: readonly Area[], story: StoryRecord, memories: StoryMemories): StoryLayout | null {
  const article = record(document, 'article', story.article)
  if (!article) return null
  const { style } = issueOf(document)
  const { grid, inks, red } = page
  const near = obstacles.filter((area) => reaches(area, story.legs))
  const part = partOf(composer, document, story, memories)
  const from = [composer, style, grid, story, article, JSON.stringify(near), JSON.stringify(part), inks, red]
  const memory = part === WHOLE ? memories.alone : memories.parts
  return memory.recall(story.id, from, () => layoutStory({ composer, style, grid, plates: page, story, article, obstacles: near, part }))
}

export function partOf(composer: Composer, document: Document, story: StoryRecord, memories: StoryMemories): StoryPart {
  const before = partBefore(document, story)
  const after = partAfter(document, story)
  if (!before && !after) return WHOLE
  const numerals = issueOf(document).style.jumpNumerals
  const elsewhere = (other: StoryRecord | null): string | null => (other && other.page !== story.page ? (record(document, 'page', other.page)?.number ?? null) : null)
  const [from, to] = [elsewhere(before), elsewhere(after)]
  return {
    before: before && (setOnItsPage(composer, document, before, memories)?.end ?? null),
    from: from === null ? null : jumpFrom(from, numerals),
    goesOn: after !== null,
    to: to === null ? null : jumpTo(to, numerals),
    restChars: after && firstMeasure(document, after, issueOf(document).style),
  }
}

function firstMeasure(document: Document, story: StoryRecord, style: HouseStyle): number | null {
  const page = record(document, 'page', story.page)
  if (!page || story.writing) return null
  const { grid } = page
  return divisionOf(grid, story.legs, story.measure, insetsOf(style, grid, story, page).chars)[0]?.chars ?? null
}

function setOnItsPage(composer: Composer, document: Document, story: StoryRecord, memories: StoryMemories): StoryLayout | null {
  const page = record(document, 'page', story.page)
  return page ? setStory(composer, document, page, obstaclesOn(document, page.id), story, memories) : null
}

/** Whether an obstacle may take lines of the legs: a column between the outermost, a line more than theirs. */
function reaches(area: Area, legs: readonly Leg[]): boolean {
  const columns = legs.map((leg) => leg.column)
  return (
    area.column <= Math.max(...columns) &&
    area.column + area.columns > Math.min(...columns) &&
    area.line <= Math.max(...legs.map((leg) => leg.to)) + 1 &&
    area.line + area.lines >= Math.min(...legs.map((leg) => leg.from)) - 1
  )
}
