/**
 * What mends a fault at a press. A fix is plain data, made by the check that found the fault; it becomes a change of the
 * document only when the editor asks for it.
 */
import { inTurn } from '../commands/edits.ts'
import { removeObject } from '../commands/objects.ts'
import { replaceText } from '../commands/replace-text.ts'
import { sameRecord, type Change } from '../document/change.ts'
import type { LocalText } from '../document/local-text.ts'
import type { Document, DocumentRecord, RecordId } from '../document/records.ts'
import type { FindingRange } from './finding.ts'

export interface Fix {
  /** What a press does, in a few words: 改为全角. */
  readonly label: LocalText
  /** Done together or not at all. */
  readonly steps: readonly FixStep[]
}

export type FixStep =
  /** `text` in place of `was`, which must still stand there; `record` is a story, article or picture. */
  | { readonly kind: 'text'; readonly record: RecordId; readonly range: FindingRange; readonly was: string; readonly text: string }
  /** Fields of the record that change; undefined leaves an optional one out. */
  | { readonly kind: 'set'; readonly record: RecordId; readonly fields: Readonly<Record<string, unknown>> }
  /** A story, picture or advert off its page. */
  | { readonly kind: 'remove'; readonly record: RecordId }

/** The change that a fix makes of the document; null where the document is no more as the fix found it. */
export function fixed(document: Document, { steps }: Fix): Change | null {
  let whole = true
  const change = inTurn(
    document,
    ...inReach(steps).map((step) => (now: Document) => {
      const made = stepChange(now, step)
      if (!made) whole = false
      return made
    }),
  )
  return whole ? change : null
}

/** Of several replacements in a text the last one first, so that the others' offsets still hold. */
function inReach(steps: readonly FixStep[]): readonly FixStep[] {
  const texts = steps.filter((step) => step.kind === 'text').toSorted((a, b) => b.range.from - a.range.from)
  return [...texts, ...steps.filter((step) => step.kind !== 'text')]
}

function stepChange(document: Document, step: FixStep): Change | null {
  if (step.kind === 'text') return replaceText(document, step.record, { ...step.range, was: step.was, text: step.text })
  if (step.kind === 'remove') return removeObject(document, step.record)
  const before = document.records[step.record]
  if (!before) return null
  const after = Object.fromEntries(Object.entries({ ...before, ...step.fields }).filter(([, value]) => value !== undefined)) as unknown as DocumentRecord
  return sameRecord(before, after) ? null : [{ id: before.id, before, after }]
}
