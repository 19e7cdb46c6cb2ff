/** What the session needs of the engine, wherever it runs: the canvas's worker in the window, nothing in a unit test. */
import type { Change } from '../../src-core/document/change.ts'
import type { Area } from '../../src-core/document/grid.ts'
import type { Document, RecordId } from '../../src-core/document/records.ts'
import type { PageResult } from '../../src-core/typeset/result.ts'

/** Where a story would begin, and how wide it would be. */
export type Place = Pick<Area, 'column' | 'line' | 'columns'>

export interface Layout {
  /** Begins with another document. Results of the one before no longer arrive. */
  load(document: Document): void
  /** Begins with an archived document: its pages are shown as they were frozen and never set again. */
  loadFrozen(document: Document, pages: readonly PageResult[]): void
  /** A change that the document took. */
  apply(change: Change): void
  /** What a gesture would do to the document; replaces the preview before. Null ends it. */
  preview(change: Change | null): void
  /** Which page is set first. */
  show(page: RecordId): void
  /**
   * The area that a story of that article needs from a place down, whatever other stories stand there; with `continues`,
   * for what that story would leave to it.
   */
  fittingArea(page: RecordId, article: RecordId, place: Place, continues?: RecordId): Promise<Area>
  /** Results of the newest state asked for; those that were overtaken may be left out. Returns the function that ends it. */
  onResult(listener: (page: RecordId, result: PageResult) => void): () => void
}
