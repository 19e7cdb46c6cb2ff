/** What is wrong with an issue folder: every fault of its files and of `issue.json`, each once, so that one reading tells all. */
import { ApiFailure, type ApiError } from '../../../src-core/api/methods.ts'

/** As a failure it is the first of them. */
export class FolderFailure extends ApiFailure {
  readonly faults: readonly ApiError[]

  /** At least one. */
  constructor(faults: readonly ApiError[]) {
    super(faults[0]!)
    this.faults = faults
  }
}
