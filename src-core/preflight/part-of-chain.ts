/**
 * An article in several parts (转版) is read at each of its places by the checks of one page: of what they find in its words,
 * this says which part has it, so that it is told once.
 */
import { partAfter, partBefore } from '../document/chains.ts'
import { record } from '../document/records.ts'
import type { Document, RecordId } from '../document/records.ts'
import { runsOf, type FrameItem } from '../typeset/frame.ts'
import type { PageResult } from '../typeset/result.ts'
import type { Finding, FindingRange } from './finding.ts'

/** Whether the words of the finding stand in this part, or after the last that could be set. */
export function isOfThisPart(document: Document, { frame }: PageResult, { story: id, range }: Finding): boolean {
  const story = id === undefined || range === undefined ? undefined : record(document, 'story', id)
  if (!story || !range) return true
  const [isFirst, isLast] = [partBefore(document, story) === null, partAfter(document, story) === null]
  if (isFirst && isLast) return true
  if (range.part !== 'block') return isFirst
  const set = blocksSet(frame.items, story.id, story.article)
  const [start, end] = [set[0], set.at(-1)]
  if (!start || !end) return isFirst
  const isAfterStart = isFirst || !isBefore(range, start.block, start.from)
  return isAfterStart && (isLast || isBefore(range, end.block, end.to))
}

function isBefore({ block = 0, from }: FindingRange, otherBlock: number, offset: number): boolean {
  return block < otherBlock || (block === otherBlock && from < offset)
}

interface SetWords {
  readonly block: number
  readonly from: number
  readonly to: number
}

/** In reading order. */
function blocksSet(items: readonly FrameItem[], story: RecordId, article: RecordId): readonly SetWords[] {
  return runsOf(items, story)
    .flatMap(({ source }): SetWords[] => (source?.part === 'block' && source.record === article && source.block !== undefined ? [{ block: source.block, from: source.from, to: source.to }] : []))
    .toSorted((a, b) => a.block - b.block || a.from - b.from)
}
