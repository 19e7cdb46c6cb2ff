/** What the window has to tell the editor: never in the way, never gone before it was read. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { ApiFailure } from '../../../src-core/api/methods.ts'
import { currentText, currentWording } from '../../text/language.ts'

export interface Notice {
  readonly id: number
  readonly kind: 'error' | 'done'
  readonly message: string
  readonly remedy: string | null
  readonly action: { readonly label: string; run(): void } | null
}

export interface Notices {
  readonly store: StoreApi<readonly Notice[]>
  error(message: string, remedy?: string | null): void
  done(message: string, action?: Notice['action']): void
  /** Shows whatever was thrown as a sentence and what to do about it. */
  failure(thrown: unknown): void
  /** Undefined when it failed; the editor has been told then. */
  attempt<T>(work: () => Promise<T>): Promise<T | undefined>
  dismiss(id: number): void
}

/** Errors stay until they are dismissed; good news goes by itself. */
const DONE_STAYS_MS = 6000

export function createNotices(): Notices {
  const store = createStore<readonly Notice[]>(() => [])
  let lastId = 0

  function add(kind: Notice['kind'], message: string, remedy: string | null, action: Notice['action']): void {
    const id = ++lastId
    // The same sentence twice says nothing new.
    const others = store.getState().filter((notice) => notice.message !== message)
    store.setState([...others, { id, kind, message, remedy, action }], true)
    if (kind === 'done') setTimeout(() => dismiss(id), DONE_STAYS_MS)
  }

  function dismiss(id: number): void {
    store.setState(store.getState().filter((notice) => notice.id !== id), true)
  }

  function failure(thrown: unknown): void {
    if (thrown instanceof ApiFailure) {
      const { message, remedy } = thrown.error
      add('error', currentWording(message), remedy && currentWording(remedy), null)
    } else {
      console.error(thrown)
      const text = currentText().notice
      add('error', text.unknown, text.unknownRemedy, null)
    }
  }

  return {
    store,
    error: (message, remedy = null) => add('error', message, remedy, null),
    done: (message, action = null) => add('done', message, null, action),
    failure,
    async attempt(work) {
      try {
        return await work()
      } catch (thrown) {
        failure(thrown)
        return undefined
      }
    },
    dismiss,
  }
}
