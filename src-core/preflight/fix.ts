/** What mends a fault at a press: plain data, made by the check that found the fault, so that it survives wire and worker. */
import type { LocalText } from '../document/local-text.ts'
import type { RecordId } from '../document/records.ts'
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
