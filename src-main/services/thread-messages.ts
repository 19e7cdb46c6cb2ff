/** What a working thread and the host tell each other, and the thread's side of it. */
import { parentPort, workerData } from 'node:worker_threads'
import { ApiFailure } from '../../src-core/api/methods.ts'
import type { ApiError } from '../../src-core/api/methods.ts'
import { errorCode } from '../storage/failures.ts'

export type ThreadMessage<Result> =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly message: string }
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly error: ApiError }
  /** An error that is no failure: its code, where the system gave one, and its stack for the log. */
  | { readonly kind: 'fault'; readonly code: string; readonly stack: string }

export interface ThreadHooks {
  readonly signal: AbortSignal
  progress(done: number, total: number, message: string): void
}

/** Does the thread's one task and answers. Outside a thread nothing happens, so that a test may import the file. */
export async function answerTask<Task, Result>(work: (task: Task, hooks: ThreadHooks) => Promise<Result>): Promise<void> {
  if (!parentPort) return
  const port = parentPort
  const controller = new AbortController()
  // The only message that comes is the wish to cancel.
  port.once('message', () => controller.abort())
  const say = (message: ThreadMessage<Result>) => port.postMessage(message)
  try {
    const progress: ThreadHooks['progress'] = (done, total, message) => say({ kind: 'progress', done, total, message })
    say({ kind: 'done', result: await work(workerData as Task, { signal: controller.signal, progress }) })
  } catch (error) {
    if (error instanceof ApiFailure) say({ kind: 'failed', error: error.error })
    else say({ kind: 'fault', code: errorCode(error), stack: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  } finally {
    port.close()
  }
}
