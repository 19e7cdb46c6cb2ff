/** Headlines of stories: what their titles are set in, where they stand, and how they are made to fit. */
import type { Change } from '../document/change.ts'
import type { Area } from '../document/grid.ts'
import { headlineForm, headlineSettings, isUsuallyVertical, usualForm, type HeadlinePart } from '../document/headline.ts'
import { issueOf, record, type Document, type HeadlineForm, type RecordId, type StoryHeadline } from '../document/records.ts'
import type { TextSetting } from '../document/style.ts'
import type { Edges } from './areas.ts'
import { update } from './edits.ts'

/** Sets one part of the headline apart from the house's table; null follows the table again. */
export function setHeadline(document: Document, id: RecordId, part: HeadlinePart, setting: TextSetting | null): Change | null {
  return change(document, id, { [part]: setting })
}

/**
 * The next larger (1) or smaller (−1) size of the house's 号 table. Null at its ends. `columns` as for
 * {@link headlineSettings}.
 */
export function stepHeadline(document: Document, id: RecordId, part: HeadlinePart, step: 1 | -1, columns?: number): Change | null {
  const story = record(document, 'story', id)
  if (!story) return null
  const { style } = issueOf(document)
  const present = headlineSettings(style, story, columns)[part]
  const sizes = style.sizes.map(({ size }) => size).toSorted((a, b) => a - b)
  const size = step > 0 ? sizes.find((candidate) => candidate > present.size) : sizes.findLast((candidate) => candidate < present.size)
  return size === undefined ? null : setHeadline(document, id, part, { ...present, size })
}

/** Choices for a headline; null goes back to the house's. */
export type HeadlineChoices = { readonly [K in keyof Omit<StoryHeadline, HeadlinePart | 'form' | 'vertical'>]?: StoryHeadline[K] | null }

export function setHeadlineChoices(document: Document, id: RecordId, choices: HeadlineChoices): Change | null {
  return change(document, id, choices)
}

/** Puts the headline elsewhere in its story. The area of the form before means nothing in this one. */
export function setHeadlineForm(document: Document, id: RecordId, form: HeadlineForm): Change | null {
  const story = record(document, 'story', id)
  return story ? change(document, id, { form: form === usualForm(story) ? null : form, ...NO_AREA }) : null
}

const NO_AREA = { columns: null, lines: null, column: null, line: null } as const

/** 竖题, or 横题 again. It stands at the other side of its story where no side was chosen. */
export function setHeadlineVertical(document: Document, id: RecordId, vertical: boolean): Change | null {
  const story = record(document, 'story', id)
  return story ? change(document, id, { vertical: vertical === isUsuallyVertical(story) ? null : vertical, ...NO_AREA }) : null
}

/**
 * Moves edges of the headline's area, which the layout gave it: `present`. Across, an area beside or inside the text has
 * one edge to move, the one that the text is at; down, one that does not take the whole height.
 */
export function resizeHeadline(document: Document, id: RecordId, present: Area, edges: Edges): Change | null {
  const story = record(document, 'story', id)
  const first = story?.legs[0]
  if (!story || !first) return null
  const form = headlineForm(story)
  const wanted = { left: present.column, right: present.column + present.columns, top: present.line, bottom: present.line + present.lines, ...edges }
  const across = edges.left !== undefined || edges.right !== undefined
  const down = edges.top !== undefined || edges.bottom !== undefined
  const left = within(wanted.left, first.column, first.column + story.legs.length - 1)
  const columns = within(Math.round(wanted.right) - left, 1, first.column + story.legs.length - left)
  const taken = story.legs.filter(({ column }) => column >= left && column < left + columns)
  const top = Math.max(...taken.map((leg) => leg.from))
  const height = Math.max(1, Math.min(...taken.map((leg) => leg.to)) - top)
  return change(document, id, {
    ...(across && form !== 'over' ? { columns } : {}),
    ...(down && form !== 'beside' ? { lines: within(wanted.bottom - wanted.top, 1, height) } : {}),
    ...(form === 'around' ? { column: left - first.column, line: within(wanted.top - top, 0, height - 1) } : {}),
  })
}

/** A whole number: an area in a divided measure has edges between columns. */
function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, Math.round(value)))
}

/** Null takes a field away; a headline without any follows the house. */
function change(document: Document, id: RecordId, fields: { readonly [K in keyof StoryHeadline]?: StoryHeadline[K] | null }): Change | null {
  const story = record(document, 'story', id)
  if (!story) return null
  const kept = Object.entries({ ...story.headline, ...fields }).filter(([, value]) => value !== null)
  return update(document, 'story', id, { headline: kept.length > 0 ? (Object.fromEntries(kept) as StoryHeadline) : null })
}
