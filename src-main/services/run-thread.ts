/** Runs a task in a thread of its own, and brings its progress, its result or its failure back. */
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { ApiFailure } from '../../src-core/api/methods.ts'
import { errorCode } from '../storage/failures.ts'
import type { JobHooks } from './jobs.ts'
import type { ThreadMessage } from './thread-messages.ts'

/** What a task that may be hostile is allowed. */
export interface ThreadLimits {
  readonly milliseconds: number
  readonly megabytes: number
  /** Thrown when the task goes beyond either. */
  readonly beyond: ApiFailure
}

/**
 * `name` is the thread's file among the services. When cancelled, rejects with the signal's reason: a thread with limits
 * is ended at once, another after it has tidied up.
 */
export function runThread<Task, Result>(name: string, task: Task, { signal, progress }: JobHooks, limits: ThreadLimits | null = null): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(name), { workerData: task, ...(limits ? { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } } : {}) })
    const end = (reason: unknown) => {
      reject(reason)
      void worker.terminate()
    }
    const timer = limits ? setTimeout(() => end(limits.beyond), limits.milliseconds) : undefined
    const cancel = () => (limits ? end(signal.reason) : worker.postMessage('cancel', []))
    signal.addEventListener('abort', cancel)
    worker.on('message', (message: ThreadMessage<Result>) => {
      if (message.kind === 'progress') progress(message.done, message.total, message.message)
      else if (message.kind === 'done') resolve(message.result)
      else reject(signal.aborted ? signal.reason : errorOf(message))
    })
    worker.on('error', (error) => reject(limits && errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? limits.beyond : error))
    worker.on('exit', (code) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      reject(new Error(`the thread ${name} ended with ${code} and no answer`))
    })
  })
}

export function errorOf(message: Extract<ThreadMessage<unknown>, { kind: 'failed' | 'fault' }>): Error {
  return message.kind === 'failed' ? new ApiFailure(message.error) : Object.assign(new Error(message.stack), { code: message.code })
}

/** From source it lies beside this file; built, it is an entry beside the host's, and this file perhaps a chunk below. */
export function workerFile(name: string): URL {
  const places = [`./${name}.ts`, `./${name}.js`, `../${name}.js`].map((place) => new URL(place, import.meta.url))
  const found = places.find((place) => existsSync(place))
  if (!found) throw new Error(`${name} is not among the built files`)
  return found
}
