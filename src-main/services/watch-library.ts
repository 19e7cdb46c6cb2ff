/** Tells when another process (a second window, the command line) changed an issue of the library. */
import type { IssueId } from '../../src-core/api/methods.ts'
import type { Library } from '../storage/library.ts'

const MILLISECONDS = 1_000

/** Returns the function that ends it. SQLite's data version only moves when somebody else wrote. */
export function watchLibrary(library: Library, changed: (issue: IssueId, revision: number) => void): () => void {
  let version = library.dataVersion()
  let known = library.issues.revisions()
  const timer = setInterval(() => {
    const present = library.dataVersion()
    if (present === version) return
    version = present
    const revisions = library.issues.revisions()
    for (const [issue, revision] of revisions) if (known.get(issue) !== revision) changed(issue, revision)
    known = revisions
  }, MILLISECONDS)
  timer.unref()
  return () => clearInterval(timer)
}
