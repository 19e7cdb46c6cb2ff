/** Work that the machine does while the editor goes on: exports and archiving, by job. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Sending } from '../../../src-core/document/sending.ts'
import type { ApiClient, ApiError, ApiEvent, ArchiveKey, FaceSummary, JobId, LocalText, WrittenFile } from '../../../src-core/api/methods.ts'

export type JobKind = 'export' | 'sending' | 'archive' | 'faces'

export interface Job {
  readonly id: JobId
  readonly kind: JobKind
  readonly state:
    | { readonly name: 'running'; readonly done: number; readonly total: number; readonly message: string }
    | { readonly name: 'done'; readonly files: readonly WrittenFile[]; readonly archived: ArchiveKey | null; readonly face?: FaceSummary; readonly notice?: LocalText; readonly sending?: Sending }
    | { readonly name: 'failed'; readonly error: ApiError }
    | { readonly name: 'cancelled' }
}

export type DoneState = Extract<Job['state'], { name: 'done' }>

export interface Jobs {
  readonly store: StoreApi<readonly Job[]>
  /** Follows the job that the call starts; rejects when it cannot start. */
  follow(kind: JobKind, start: Promise<{ readonly job: JobId }>, whenDone?: (done: DoneState) => void): Promise<void>
  cancel(job: JobId): Promise<void>
  dismiss(job: JobId): void
}

export function createJobs(api: ApiClient): Jobs {
  const store = createStore<readonly Job[]>(() => [])
  /** A quick job may speak before the answer to its start has come. */
  const early = new Map<JobId, Job['state']>()
  const whenDone = new Map<JobId, (done: DoneState) => void>()

  function reach(id: JobId, state: Job['state']): void {
    store.setState(store.getState().map((job) => (job.id === id ? { ...job, state } : job)), true)
    if (state.name === 'running') return
    const done = whenDone.get(id)
    whenDone.delete(id)
    if (state.name === 'done') done?.(state)
  }

  api.onEvent((event) => {
    if (!('job' in event)) return
    if (store.getState().some((job) => job.id === event.job)) reach(event.job, stateOf(event))
    else early.set(event.job, stateOf(event))
  })

  return {
    store,
    async follow(kind, start, done) {
      const { job } = await start
      const spoken = early.get(job)
      early.delete(job)
      if (done) whenDone.set(job, done)
      store.setState([...store.getState(), { id: job, kind, state: NOT_SAID_YET }], true)
      if (spoken) reach(job, spoken)
    },
    async cancel(job) {
      await api.call('jobs.cancel', { job })
    },
    dismiss(id) {
      store.setState(store.getState().filter((job) => job.id !== id), true)
    },
  }
}

const NOT_SAID_YET: Job['state'] = { name: 'running', done: 0, total: 0, message: '' }

function stateOf(event: Extract<ApiEvent, { job: JobId }>): Job['state'] {
  switch (event.type) {
    case 'job.progress':
      return { name: 'running', done: event.done, total: event.total, message: event.message }
    case 'job.done':
      return { name: 'done', files: event.files, archived: event.archived, ...(event.face ? { face: event.face } : {}), ...(event.notice ? { notice: event.notice } : {}), ...(event.sending ? { sending: event.sending } : {}) }
    case 'job.failed':
      return { name: 'failed', error: event.error }
    case 'job.cancelled':
      return { name: 'cancelled' }
  }
}
