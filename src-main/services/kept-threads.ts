/**
 * Threads that are kept between tasks, with all that they have read and made, and ended when nobody has needed them for a
 * while: the second export of an evening finds its faces open and its font programs made.
 */
import { Worker } from 'node:worker_threads'
import { errorCode } from '../storage/failures.ts'
import type { JobHooks } from './jobs.ts'
import { errorOf, workerFile } from './run-thread.ts'
import type { ThreadMessage, ThreadOrder } from './thread-messages.ts'

export interface KeptThreadsOptions {
  /** The thread's file among the services. */
  readonly name: string
  readonly most: number
  /** How long a thread without work is kept. */
  readonly idleMilliseconds: number
  /** Of the heap of each, where what it works on may be hostile. */
  readonly megabytes?: number
}

/** A task that goes on longer, or takes more memory than its thread may, fails with `beyond`; the thread is ended. */
export interface TaskLimit {
  readonly milliseconds: number
  readonly beyond: Error
}

interface Thread {
  readonly worker: Worker
  timer: NodeJS.Timeout | undefined
  /** It has ended, or is about to. */
  isOver: boolean
}

export class KeptThreads<Task, Result> {
  readonly #options: KeptThreadsOptions
  readonly #idle: Thread[] = []
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(options: KeptThreadsOptions) {
    this.#options = options
  }

  get most(): number {
    return this.#options.most
  }

  /** Waits for a free thread. When cancelled, rejects with the signal's reason after the thread has tidied up. */
  async run(task: Task, hooks: JobHooks, limit: TaskLimit | null = null): Promise<Result> {
    while (this.#running >= this.#options.most) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#running += 1
    const thread = this.#idle.pop() ?? this.#start()
    clearTimeout(thread.timer)
    // Only a thread at work keeps the program alive.
    thread.worker.ref()
    try {
      hooks.signal.throwIfAborted()
      return await this.#give(thread, task, hooks, limit)
    } finally {
      this.#running -= 1
      this.#keep(thread)
      this.#waiting.shift()?.()
    }
  }

  /** Ends the threads; whoever waits for one is answered with a failure. */
  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map(({ worker, timer }) => (clearTimeout(timer), worker.terminate())))
  }

  #start(): Thread {
    const { name, megabytes } = this.#options
    const thread: Thread = { worker: new Worker(workerFile(name), megabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: megabytes } }), timer: undefined, isOver: false }
    thread.worker.once('error', () => void (thread.isOver = true))
    thread.worker.once('exit', () => {
      thread.isOver = true
      const at = this.#idle.indexOf(thread)
      if (at >= 0) this.#idle.splice(at, 1)
    })
    return thread
  }

  #keep(thread: Thread): void {
    if (thread.isOver) return
    thread.worker.unref()
    thread.timer = setTimeout(() => void thread.worker.terminate(), this.#options.idleMilliseconds)
    thread.timer.unref()
    this.#idle.push(thread)
  }

  #give(thread: Thread, task: Task, { signal, progress }: JobHooks, limit: TaskLimit | null): Promise<Result> {
    const { worker } = thread
    const order = (given: ThreadOrder<Task>) => worker.postMessage(given, [])
    return new Promise<Result>((resolve, reject) => {
      const cancel = () => order({ kind: 'cancel' })
      let isBeyond = false
      const timer = limit && setTimeout(() => {
        isBeyond = thread.isOver = true
        void worker.terminate()
      }, limit.milliseconds)
      const end = (settle: () => void) => {
        if (timer) clearTimeout(timer)
        signal.removeEventListener('abort', cancel)
        worker.off('message', hear).off('error', fail).off('exit', leave)
        settle()
      }
      const hear = (message: ThreadMessage<Result>) => {
        if (message.kind === 'progress') progress(message.done, message.total, message.message)
        else if (message.kind === 'done') end(() => resolve(message.result))
        else end(() => reject(signal.aborted ? signal.reason : errorOf(message)))
      }
      const fail = (error: unknown) => end(() => reject(limit && errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? limit.beyond : error))
      const leave = (code: number) => end(() => reject(limit && isBeyond ? limit.beyond : new Error(`the thread ${this.#options.name} ended with ${code} and no answer`)))
      worker.on('message', hear).on('error', fail).on('exit', leave)
      signal.addEventListener('abort', cancel)
      order({ kind: 'task', task })
    })
  }
}
