/** Stories: articles placed on a page. Where they stand, how their body is divided. */
import { chainOf } from '../document/chains.ts'
import type { Change } from '../document/change.ts'
import type { Area, Grid, Leg, Remainder } from '../document/grid.ts'
import { placedOn, record, recordsOf, type Document, type RecordId, type StoryRecord } from '../document/records.ts'
import { clampArea, legsOfArea, moveLegs, resizeLeg, resizeLegs, type Cell, type Edges } from './areas.ts'
import { create, inTurn, lastOrder, remove, update } from './edits.ts'

export interface NewStory {
  readonly id: RecordId
  readonly page: RecordId
  readonly article: RecordId
  readonly area: Area
}

/** The article in a rectangle of the page, over what is placed there already. */
export function placeStory(document: Document, { id, page, article, area }: NewStory): Change | null {
  const grid = record(document, 'page', page)?.grid
  if (!grid || !record(document, 'article', article)) return null
  const legs = legsOfArea(clampArea(grid, area))
  return create({ type: 'story', id, page, article, order: lastOrder(document, 'story'), legs, measure: null, headline: null, boxed: false })
}

/** Moves the whole story so that the rectangle round it begins at a cell. */
export function moveStory(document: Document, id: RecordId, to: Cell): Change | null {
  return reshape(document, id, (grid, legs) => moveLegs(grid, legs, to))
}

/** Moves edges of the rectangle round the story. */
export function resizeStory(document: Document, id: RecordId, edges: Edges): Change | null {
  return reshape(document, id, (grid, legs) => resizeLegs(grid, legs, edges))
}

/** Moves the top or foot of one leg. */
export function resizeStoryLeg(document: Document, id: RecordId, column: number, ends: { readonly from?: number; readonly to?: number }): Change | null {
  return reshape(document, id, (grid, legs) => resizeLeg(grid, legs, column, ends))
}

/** Divides the body's measure anew (变栏); null goes back to basic columns. */
export function setMeasure(document: Document, id: RecordId, legs: number | null, remainder: Remainder = 'free'): Change | null {
  const measure = legs === null ? null : { legs: Math.max(1, Math.round(legs)), remainder }
  return update(document, 'story', id, { measure })
}

/** 横排 or 直排. The measure is divided in another direction then, so that a division of its own goes. */
export function setVertical(document: Document, id: RecordId, vertical: boolean): Change | null {
  const story = record(document, 'story', id)
  if (!story || (story.writing !== undefined) === vertical) return null
  const { writing: _, ...level } = story
  return [{ id, before: story, after: { ...level, measure: null, ...(vertical ? { writing: 'vertical' } : {}) } }]
}

/** Paints the story, and so reads it out, before all others of its page. */
export function sendBackward(document: Document, id: RecordId): Change | null {
  const story = record(document, 'story', id)
  const first = story && placedOn(document, 'story', story.page)[0]
  return first && first.id !== id ? update(document, 'story', id, { order: first.order - 1 }) : null
}

/** Takes the story off the page; the article stays in the pool, its pictures on the page. */
export function removeStory(document: Document, id: RecordId): Change | null {
  return withoutStories(document, [id])
}

/** Pictures that belonged to a story belong to none then; what continued it goes on with the part before it. */
export function withoutStories(document: Document, ids: readonly RecordId[]): Change | null {
  const stories = ids.map((id) => record(document, 'story', id)).filter((story) => story !== undefined)
  const pictures = recordsOf(document, 'picture').filter(({ story }) => story !== null && ids.includes(story))
  const parts = recordsOf(document, 'story').filter(({ id, continues }) => !ids.includes(id) && continues && ids.includes(continues))
  return inTurn(
    document,
    ...parts.map((part) => (now: Document) => update(now, 'story', part.id, { continues: partKept(document, part, ids) })),
    ...pictures.map((picture) => (now: Document) => update(now, 'picture', picture.id, { story: null })),
    () => remove(...stories),
  )
}

/** The nearest part before one that stays. */
function partKept(document: Document, part: StoryRecord, gone: readonly RecordId[]): RecordId | null {
  return chainOf(document, part).findLast(({ id }, index, chain) => index < chain.indexOf(part) && !gone.includes(id))?.id ?? null
}

function reshape(document: Document, id: RecordId, shape: (grid: Grid, legs: readonly Leg[]) => readonly Leg[]): Change | null {
  const story = record(document, 'story', id)
  const grid = story && record(document, 'page', story.page)?.grid
  return grid ? update(document, 'story', id, { legs: shape(grid, story.legs) }) : null
}
