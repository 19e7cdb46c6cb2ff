/** What working threads and the host tell each other, and the thread's side of it. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { ApiFailure } from '../../src-core/api/methods.ts'
import type { ApiError } from '../../src-core/api/methods.ts'
import { errorCode } from '../storage/failures.ts'

export type ThreadMessage<Result> =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly message: string }
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly error: ApiError }
  /** An error that is no failure: its code, where the system gave one, and its stack for the log. */
  | { readonly kind: 'fault'; readonly code: string; readonly stack: string }

/** What the host asks of a thread that is kept: one task after the other, and to stop the one that it is at. */
export type ThreadOrder<Task> = { readonly kind: 'task'; readonly task: Task } | { readonly kind: 'cancel' }

export interface ThreadHooks {
  readonly signal: AbortSignal
  progress(done: number, total: number, message: string): void
}

type Work<Task, Result> = (task: Task, hooks: ThreadHooks) => Promise<Result>

/** Does the thread's one task and answers. Outside a thread nothing happens, so that a test may import the file. */
export async function answerTask<Task, Result>(work: Work<Task, Result>): Promise<void> {
  if (!parentPort) return
  const controller = new AbortController()
  // The only message that comes is the wish to cancel.
  parentPort.once('message', () => controller.abort())
  await answer(parentPort, work, workerData as Task, controller.signal)
  parentPort.close()
}

/** Answers every task that the host gives; it gives none before the last one is answered. Outside a thread nothing happens. */
export function answerTasks<Task, Result>(work: Work<Task, Result>): void {
  const port = parentPort
  if (!port) return
  let controller = new AbortController()
  port.on('message', (order: ThreadOrder<Task>) => {
    if (order.kind === 'cancel') return controller.abort()
    controller = new AbortController()
    void answer(port, work, order.task, controller.signal)
  })
}

async function answer<Task, Result>(port: MessagePort, work: Work<Task, Result>, task: Task, signal: AbortSignal): Promise<void> {
  const say = (message: ThreadMessage<Result>) => port.postMessage(message)
  try {
    const progress: ThreadHooks['progress'] = (done, total, message) => say({ kind: 'progress', done, total, message })
    say({ kind: 'done', result: await work(task, { signal, progress }) })
  } catch (error) {
    if (error instanceof ApiFailure) say({ kind: 'failed', error: error.error })
    else say({ kind: 'fault', code: errorCode(error), stack: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}
