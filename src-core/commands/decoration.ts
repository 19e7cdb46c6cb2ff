/** Decoration of stories: frames, 底纹 behind them, bands behind their titles. */
import { sameRecord, type Change } from '../document/change.ts'
import type { BorderFrame, Paint } from '../document/decoration.ts'
import { record, type Document, type RecordId, type StoryRecord } from '../document/records.ts'
import { setHeadlineChoices } from './headlines.ts'

/** Null is no frame at all, not even a keyline. */
export function setStoryFrame(document: Document, id: RecordId, frame: BorderFrame | null): Change | null {
  const story = record(document, 'story', id)
  if (!story || (frame === null && !story.boxed && !story.frame)) return null
  const { frame: _, ...plain } = story
  return changed(story, { ...plain, boxed: false, ...(frame ? { frame } : {}) })
}

export function setStoryTint(document: Document, id: RecordId, tint: Paint | null): Change | null {
  const story = record(document, 'story', id)
  if (!story || (tint === null && !story.tint)) return null
  const { tint: _, ...plain } = story
  return changed(story, { ...plain, ...(tint ? { tint } : {}) })
}

export function setHeadlineBand(document: Document, id: RecordId, band: Paint | null): Change | null {
  return setHeadlineChoices(document, id, { band })
}

function changed(before: StoryRecord, after: StoryRecord): Change | null {
  return sameRecord(before, after) ? null : [{ id: before.id, before, after }]
}
