/** Closes a run with one plain line, `N passed, N failed`, for readers that know no vitest. */
import type { Reporter } from 'vitest/node'

export const closingLine: Reporter = {
  onTestRunEnd(modules, unhandledErrors) {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      // A file that does not load has no tests; it failed all the same.
      if (module.state() === 'failed' && module.children.size === 0) count.failed += 1
      for (const test of module.children.allTests()) count[test.result().state] += 1
    }
    const skipped = count.skipped === 0 ? '' : `, ${count.skipped} skipped`
    console.log(`${count.passed} passed, ${count.failed} failed${skipped}`)
  },
}
