/** Jumps (转版): an article whose text goes on in another story, on another page as a rule. */
import { chainOf, partAfter, partBefore } from '../document/chains.ts'
import type { Change } from '../document/change.ts'
import type { Area } from '../document/grid.ts'
import { record, type Document, type RecordId } from '../document/records.ts'
import { inTurn, update } from './edits.ts'
import { placeStory, removeStory } from './stories.ts'

export interface NewPart {
  readonly id: RecordId
  /** Any part of the article that goes on: the new part comes after its last one. */
  readonly story: RecordId
  readonly page: RecordId
  readonly area: Area
}

/** Lets a story's text go on in a rectangle of a page, over what is placed there already. */
export function continueStory(document: Document, { id, story, page, area }: NewPart): Change | null {
  const from = record(document, 'story', story)
  const last = from && chainOf(document, from).at(-1)
  if (!last) return null
  return inTurn(
    document,
    (now) => placeStory(now, { id, page, article: last.article, area }),
    (now) => update(now, 'story', id, { continues: last.id }),
  )
}

/** Takes the part after a story away: the text is the story's again, or goes on in the part after that. */
export function takeJumpBack(document: Document, id: RecordId): Change | null {
  const story = record(document, 'story', id)
  const next = story && partAfter(document, story)
  return next ? removeStory(document, next.id) : null
}

/** 转版标题, over a part that continues another; null for none. */
export function setJumpHeadline(document: Document, id: RecordId, title: string | null): Change | null {
  const story = record(document, 'story', id)
  return story && partBefore(document, story) ? update(document, 'story', id, { jumpHeadline: title === '' ? null : title }) : null
}
