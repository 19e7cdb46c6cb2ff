/** Long work that answers by events: begun, told how far it is, and cancelled from outside. */
import { setImmediate } from 'node:timers/promises'
import { UNFORESEEN } from '../../src-core/api/errors.ts'
import type { ApiEvent, ArchiveKey, FaceSummary, JobId, LocalText, WrittenFile } from '../../src-core/api/methods.ts'
import type { Sending } from '../../src-core/document/sending.ts'
import { storageFailure } from '../storage/failures.ts'
import type { Handlers, Machine } from './service.ts'

export interface JobHooks {
  /** Aborted when the editor cancels, or the program ends. */
  readonly signal: AbortSignal
  progress(done: number, total: number, message: string): void
}

export interface JobResult {
  readonly files: readonly WrittenFile[]
  readonly archived: ArchiveKey | null
  readonly face?: FaceSummary
  /** What the editor must know of what was made. */
  readonly notice?: LocalText
  readonly sending?: Sending
}

export class Jobs {
  readonly #running = new Map<JobId, { readonly controller: AbortController; readonly ended: Promise<void> }>()
  readonly #machine: Machine

  constructor(machine: Machine) {
    this.#machine = machine
  }

  /** Begins the work after this call has been answered, so that its events find a window that knows the job. */
  start(work: (hooks: JobHooks) => Promise<JobResult>): JobId {
    const job = this.#machine.randomId()
    const controller = new AbortController()
    const ended = this.#run(job, work, controller.signal).then((event) => {
      this.#running.delete(job)
      this.#machine.emit(event)
    })
    this.#running.set(job, { controller, ended })
    return job
  }

  cancel(job: JobId): boolean {
    const running = this.#running.get(job)
    running?.controller.abort()
    return running !== undefined
  }

  async close(): Promise<void> {
    const running = [...this.#running.values()]
    for (const { controller } of running) controller.abort()
    await Promise.all(running.map(({ ended }) => ended))
  }

  async #run(job: JobId, work: (hooks: JobHooks) => Promise<JobResult>, signal: AbortSignal): Promise<ApiEvent> {
    const { emit } = this.#machine
    try {
      await setImmediate()
      signal.throwIfAborted()
      const result = await work({ signal, progress: (done, total, message) => emit({ type: 'job.progress', job, done, total, message }) })
      return { type: 'job.done', job, ...result }
    } catch (error) {
      return signal.aborted ? { type: 'job.cancelled', job } : this.#failed(job, error)
    }
  }

  #failed(job: JobId, error: unknown): ApiEvent {
    const known = storageFailure(error, this.#machine.library.folder)
    if (!known) this.#machine.report(error)
    return { type: 'job.failed', job, error: known?.error ?? UNFORESEEN }
  }
}

export function jobService(jobs: Jobs): Handlers<'jobs.cancel'> {
  return { 'jobs.cancel': ({ job }) => ({ cancelled: jobs.cancel(job) }) }
}
