/** A machine that keeps issues in memory, and can be slow, out of reach, or used by somebody else. */
import { ApiFailure, type ApiClient, type ApiEvent, type ErrorCode, type Input, type MethodName, type Output } from '../../../src-core/api/methods.ts'
import { applyChange, type Change } from '../../../src-core/document/change.ts'
import type { Document } from '../../../src-core/document/records.ts'

export interface Machine extends ApiClient {
  readonly issues: Map<string, { document: Document; revision: number; log: Change[] }>
  /** The next calls of `issues.commit` fail with these codes. `lost` stores the change, but the answer gets lost. */
  failures: (ErrorCode | 'lost')[]
  /** How long the answer of `issues.open` is on its way, in ms; what it holds is as old as the call. */
  readingTime: number
  /** Commits wait until the function that it returns is called. */
  pause(): () => void
  /** Another window's change. */
  changeElsewhere(issue: string, change: Change): void
}

export function createMachine(documents: Readonly<Record<string, Document>>): Machine {
  const listeners = new Set<(event: ApiEvent) => void>()
  let held: Promise<void> = Promise.resolve()
  const machine: Machine = {
    issues: new Map(Object.entries(documents).map(([id, document]) => [id, { document, revision: 1, log: [] }])),
    failures: [],
    readingTime: 0,
    pause() {
      const resolvers: (() => void)[] = []
      held = new Promise((resolve) => void resolvers.push(resolve))
      return () => resolvers.forEach((resolve) => resolve())
    },
    async call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
      const { issue } = input as { issue: string }
      const stored = machine.issues.get(issue)!
      if (method === 'issues.open') {
        const opened = { id: issue, revision: stored.revision, document: stored.document, undo: [...stored.log] }
        if (machine.readingTime > 0) await new Promise((resolve) => setTimeout(resolve, machine.readingTime))
        return opened as unknown as Output<M>
      }
      const { revision, change } = input as Input<'issues.commit'>
      await held
      const failing = machine.failures.shift()
      if (failing && failing !== 'lost') throw failure(failing)
      const repeated = stored.revision === revision + 1 && JSON.stringify(stored.log.at(-1)) === JSON.stringify(change)
      if (!repeated) {
        if (stored.revision !== revision) throw failure('stale-revision')
        commit(issue, change)
      }
      if (failing === 'lost') throw failure('fault')
      return { revision: stored.revision } as unknown as Output<M>
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changeElsewhere: commit,
  }
  return machine

  function commit(issue: string, change: Change): void {
    const stored = machine.issues.get(issue)!
    stored.document = applyChange(stored.document, change)
    stored.revision += 1
    stored.log.push(change)
    for (const listener of listeners) listener({ type: 'issue.changed', issue, revision: stored.revision })
  }
}

function failure(code: ErrorCode): ApiFailure {
  return new ApiFailure({ code, message: { zh: '没有存上。', en: 'Not saved.' }, remedy: null })
}
