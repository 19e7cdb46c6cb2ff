/**
 * A change made on one state of the document, for the state that others have made of it meanwhile. Fields that only one
 * side touched are kept of both, and of an article's body each paragraph; so a word written here survives a word
 * written elsewhere in the same article.
 */
import type { Change, Edit } from '../../src-core/document/change.ts'
import { titleMarksFit } from '../../src-core/document/inline-marks.ts'
import { mergeBlock } from '../../src-core/document/merge-blocks.ts'
import type { Block, Document, DocumentRecord } from '../../src-core/document/records.ts'

/** Empty when all of it is there already; null when both sides touched the same thing. */
export function rebaseChange(document: Document, change: Change): Change | null {
  const rebased: Edit[] = []
  for (const { id, before, after } of change) {
    const present = document.records[id] ?? null
    const wanted = same(present, before) ? after : mergeRecords(before, after, present)
    if (wanted === undefined) return null
    if (!same(present, wanted)) rebased.push({ id, before: present, after: wanted })
  }
  return rebased
}

/** Undefined where no one record keeps both; null is a removal. */
function mergeRecords(base: DocumentRecord | null, ours: DocumentRecord | null, theirs: DocumentRecord | null): DocumentRecord | null | undefined {
  if (same(ours, theirs)) return theirs
  if (!base || !ours || !theirs) return undefined
  const merged = mergeFields(base, ours, theirs) as DocumentRecord | undefined
  // One side wrote a title anew while the other marked its words.
  return merged?.type === 'article' && !titleMarksFit(merged) ? undefined : merged
}

function mergeFields(base: object, ours: object, theirs: object): object | undefined {
  const merged = new Map<string, unknown>()
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
    const [was, our, their] = [base, ours, theirs].map((fields) => (fields as Record<string, unknown>)[key])
    const value = key === 'blocks' ? mergeBodies(was, our, their) : mergeValues(was, our, their)
    if (value === CONFLICT) return undefined
    if (value !== undefined) merged.set(key, value)
  }
  return Object.fromEntries(merged)
}

const CONFLICT = Symbol('both sides touched it')

function mergeValues(base: unknown, ours: unknown, theirs: unknown): unknown {
  if (same(ours, base) || same(ours, theirs)) return theirs
  return same(theirs, base) ? ours : CONFLICT
}

/** Block by block while neither side added or removed one. */
function mergeBodies(base: unknown, ours: unknown, theirs: unknown): unknown {
  const whole = mergeValues(base, ours, theirs)
  if (whole !== CONFLICT || !Array.isArray(base) || !Array.isArray(ours) || !Array.isArray(theirs)) return whole
  if (ours.length !== base.length || theirs.length !== base.length) return CONFLICT
  const merged = base.map((was: Block, index) => mergeBlock(was, ours[index] as Block, theirs[index] as Block))
  return merged.includes(null) ? CONFLICT : merged
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
