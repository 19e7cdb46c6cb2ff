/**
 * Chains of stories (转版): parts of one article, each going on where the one before it ended. What the records say may
 * be muddled, by two editors at once or by hand: here it is settled, for every reader alike. Of several that continue one
 * story the first in order does; a ring is open where its last story would close it; articles are not mixed.
 */
import { record, recordsOf, type Document, type RecordId, type StoryRecord } from './records.ts'

interface Links {
  readonly before: ReadonlyMap<RecordId, StoryRecord>
  readonly after: ReadonlyMap<RecordId, StoryRecord>
}

/** The part whose text this one goes on with. */
export function partBefore(document: Document, story: StoryRecord): StoryRecord | null {
  return linksOf(document).before.get(story.id) ?? null
}

/** The part that goes on with this one's text. */
export function partAfter(document: Document, story: StoryRecord): StoryRecord | null {
  return linksOf(document).after.get(story.id) ?? null
}

/** All parts of a story's article in reading order, itself among them; a story that stands alone is its only part. */
export function chainOf(document: Document, story: StoryRecord): readonly StoryRecord[] {
  const { before, after } = linksOf(document)
  const parts = [story]
  for (let part = before.get(story.id); part; part = before.get(part.id)) parts.unshift(part)
  for (let part = after.get(story.id); part; part = after.get(part.id)) parts.push(part)
  return parts
}

/** Documents are immutable; most have no chain and cost one look at each record. */
const known = new WeakMap<Document, Links>()
const NONE: Links = { before: new Map(), after: new Map() }

function linksOf(document: Document): Links {
  let links = known.get(document)
  if (!links) known.set(document, (links = hasChains(document) ? link(document) : NONE))
  return links
}

function hasChains(document: Document): boolean {
  for (const id in document.records) {
    const candidate = document.records[id]!
    if (candidate.type === 'story' && candidate.continues) return true
  }
  return false
}

function link(document: Document): Links {
  const before = new Map<RecordId, StoryRecord>()
  const after = new Map<RecordId, StoryRecord>()
  for (const story of recordsOf(document, 'story')) {
    const first = story.continues ? record(document, 'story', story.continues) : undefined
    if (!first || first.article !== story.article || after.has(first.id) || isAfter(after, story, first)) continue
    before.set(story.id, first)
    after.set(first.id, story)
  }
  return { before, after }
}

/** Whether `first` comes after `story` already, or is it: joining them would close a ring. */
function isAfter(after: ReadonlyMap<RecordId, StoryRecord>, story: StoryRecord, first: StoryRecord): boolean {
  for (let part: StoryRecord | undefined = story; part; part = after.get(part.id)) if (part.id === first.id) return true
  return false
}
