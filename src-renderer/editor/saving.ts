/**
 * Sends changes to the machine, one after the other, in the order in which they were made. What the machine cannot
 * take just now (no connection, a full disk) is sent again until it can; the very same change, since its answer may
 * only have been lost.
 */
import { ApiFailure, type ApiClient, type ApiError, type ErrorCode, type IssueId } from '../../src-core/api/methods.ts'
import { composeChanges, type Change } from '../../src-core/document/change.ts'
import { typingPlace } from './history.ts'
import type { Saving } from './session.ts'

export interface SaverOptions {
  readonly api: ApiClient
  readonly issue: IssueId
  /** The revision that the first change builds on. */
  readonly revision: number
  onState(saving: Saving, revision: number): void
  /**
   * The machine will never take the first of `unsaved`: the issue was changed elsewhere, or the change is not sound.
   * The saver has stopped.
   */
  onRefused(error: ApiError, unsaved: readonly Change[]): void
}

export interface Saver {
  readonly issue: IssueId
  add(change: Change): void
  /** Nothing is waiting or under way. */
  isIdle(): boolean
  /** Stops, and gives back what is not on disk yet. */
  stop(): readonly Change[]
  /** Resolves once nothing is waiting, or the saver has stopped. */
  settled(): Promise<void>
}

const REFUSALS: readonly ErrorCode[] = ['stale-revision', 'bad-input', 'archived', 'not-found']
const FIRST_RETRY_MS = 500
const SLOWEST_RETRY_MS = 10_000

export function createSaver({ api, issue, revision, onState, onRefused }: SaverOptions): Saver {
  let saved = revision
  let inFlight: Change | null = null
  let queue: Change[] = []
  let stopped = false
  let retryAfter = FIRST_RETRY_MS
  let waiters: (() => void)[] = []

  function next(): void {
    if (stopped || inFlight) return
    inFlight = queue.shift() ?? null
    if (inFlight) void send(inFlight)
    else {
      for (const wake of waiters) wake()
      waiters = []
    }
  }

  async function send(change: Change): Promise<void> {
    try {
      const answer = await api.call('issues.commit', { issue, revision: saved, change })
      if (stopped) return
      saved = answer.revision
      inFlight = null
      retryAfter = FIRST_RETRY_MS
      onState({ state: queue.length > 0 ? 'saving' : 'saved' }, saved)
      next()
    } catch (failure) {
      if (stopped) return
      const error = failure instanceof ApiFailure ? failure.error : unforeseen(failure)
      if (REFUSALS.includes(error.code)) onRefused(error, stop())
      else {
        onState({ state: 'unsaved', message: error.message.zh, error }, saved)
        setTimeout(() => stopped || void send(change), retryAfter)
        retryAfter = Math.min(retryAfter * 2, SLOWEST_RETRY_MS)
      }
    }
  }

  function stop(): readonly Change[] {
    const unsaved = inFlight ? [inFlight, ...queue] : queue
    stopped = true
    inFlight = null
    queue = []
    for (const wake of waiters) wake()
    waiters = []
    return unsaved
  }

  return {
    issue,
    add(change) {
      const last = queue.at(-1)
      const place = typingPlace(change)
      // Typing that waits is sent as one; other steps stay steps, so that they can be undone one by one after a restart.
      if (last && place !== null && typingPlace(last) === place) queue = [...queue.slice(0, -1), composeChanges(last, change)].filter((waiting) => waiting.length > 0)
      else queue.push(change)
      if (!inFlight) onState({ state: 'saving' }, saved)
      next()
    },
    isIdle: () => !inFlight && queue.length === 0,
    stop,
    settled: () => (stopped || (!inFlight && queue.length === 0) ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))),
  }
}

function unforeseen(failure: unknown): ApiError {
  return { code: 'fault', message: { zh: '改动暂时存不上，正在重试。', en: `A change cannot be saved just now (${String(failure)}); trying again.` }, remedy: null }
}
