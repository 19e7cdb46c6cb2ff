/** Where the window gets its 省行表: the canvas's worker, which has the engine. */
import type { RecordId } from '../../src-core/document/records.ts'
import type { StorySavings } from '../../src-core/typeset/line-savings.ts'

export interface SavingsSource {
  /** The page whose savings are wanted, now and after every change; null when none are shown. */
  wantSavings(page: RecordId | null): void
  /** Returns the function that ends it. */
  onSavings(listener: (page: RecordId, savings: readonly StorySavings[]) => void): () => void
}
