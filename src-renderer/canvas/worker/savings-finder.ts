/** Works out the line savings of the page that the window shows them for, a paragraph at a time, when nothing else waits. */
import type { Document, RecordId } from '../../../src-core/document/records.ts'
import type { Engine } from '../../../src-core/typeset/engine.ts'
import { lineSavingSteps, type StorySavings } from '../../../src-core/typeset/line-savings.ts'

export interface SavingsFinder {
  /** Begins anew with other faces. */
  useEngine(engine: Engine): void
  want(page: RecordId | null): void
  /** A little work on the document; the savings once they are found, null while there is more to do, undefined when there is nothing. */
  step(document: Document): Found | null | undefined
}

export interface Found {
  readonly page: RecordId
  readonly savings: readonly StorySavings[]
}

/** The engine is its own: what it sets are trials, and the pages that are shown should not be forgotten over them. */
export function createSavingsFinder(first: Engine): SavingsFinder {
  let engine = first
  let page: RecordId | null = null
  let document: Document | null = null
  let steps: Generator<undefined, readonly StorySavings[]> | null = null

  return {
    useEngine(next) {
      engine = next
      document = null
    },
    want(next) {
      page = next
      document = null
    },
    step(current) {
      if (page === null || !current.records[page]) return undefined
      if (current !== document) {
        document = current
        steps = lineSavingSteps(current, engine, page)
      }
      if (!steps) return undefined
      const { done, value } = steps.next()
      if (!done) return null
      steps = null
      return { page, savings: value }
    },
  }
}
