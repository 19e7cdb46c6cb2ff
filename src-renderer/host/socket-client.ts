/**
 * The api over a websocket. A lost connection is tried again until it is back; calls that were under way then fail,
 * since nobody can know whether they arrived, and calls made meanwhile wait for it.
 */
import { decodeMachineMessage, encodeMessage } from '../../src-core/api/codec.ts'
import { ApiFailure, type ApiClient, type ApiError, type ApiEvent, type Input, type MethodName, type Output } from '../../src-core/api/methods.ts'

export interface Connection {
  isOpen(): boolean
  /** Calls the listener whenever {@link isOpen} changes; returns the function that ends it. */
  onChange(listener: () => void): () => void
}

export interface SocketClient {
  readonly client: ApiClient
  readonly connection: Connection
  close(): void
}

interface Waiting {
  readonly bytes: Uint8Array<ArrayBuffer>
  sent: boolean
  resolve(output: unknown): void
  reject(failure: ApiFailure): void
}

const FIRST_RETRY_MS = 250
const SLOWEST_RETRY_MS = 5000

export function connectSocket(url: string): SocketClient {
  const waiting = new Map<number, Waiting>()
  const eventListeners = new Set<(event: ApiEvent) => void>()
  const changeListeners = new Set<() => void>()
  let lastId = 0
  let retryAfter = FIRST_RETRY_MS
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let closed = false
  let socket = connect()

  function connect(): WebSocket {
    const opening = new WebSocket(url)
    opening.binaryType = 'arraybuffer'
    opening.addEventListener('open', () => {
      retryAfter = FIRST_RETRY_MS
      for (const call of waiting.values()) send(call)
      announce()
    })
    opening.addEventListener('message', ({ data }) => receive(new Uint8Array(data as ArrayBuffer)))
    opening.addEventListener('close', () => {
      failSentCalls()
      announce()
      if (!closed) retryTimer = setTimeout(() => (socket = connect()), retryAfter)
      retryAfter = Math.min(retryAfter * 2, SLOWEST_RETRY_MS)
    })
    return opening
  }

  function announce(): void {
    for (const listener of changeListeners) listener()
  }

  function send(call: Waiting): void {
    if (socket.readyState !== WebSocket.OPEN) return
    socket.send(call.bytes)
    call.sent = true
  }

  function receive(bytes: Uint8Array): void {
    const message = decodeMachineMessage(bytes)
    if ('event' in message) {
      for (const listener of eventListeners) listener(message.event)
      return
    }
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if ('error' in message) call?.reject(new ApiFailure(message.error))
    else call?.resolve(message.output)
  }

  function failSentCalls(): void {
    for (const [id, call] of waiting) {
      if (!call.sent && !closed) continue
      waiting.delete(id)
      call.reject(new ApiFailure(CONNECTION_LOST))
    }
  }

  return {
    client: {
      call: <M extends MethodName>(method: M, input: Input<M>) =>
        new Promise<Output<M>>((resolve, reject) => {
          const id = ++lastId
          const call: Waiting = {
            bytes: encodeMessage({ id, method, input }),
            sent: false,
            resolve: (output) => resolve(output as Output<M>),
            reject,
          }
          waiting.set(id, call)
          send(call)
        }),
      onEvent(listener) {
        eventListeners.add(listener)
        return () => eventListeners.delete(listener)
      },
    },
    connection: {
      isOpen: () => socket.readyState === WebSocket.OPEN,
      onChange(listener) {
        changeListeners.add(listener)
        return () => changeListeners.delete(listener)
      },
    },
    close() {
      closed = true
      clearTimeout(retryTimer)
      socket.close()
    },
  }
}

const CONNECTION_LOST: ApiError = {
  code: 'fault',
  message: { zh: '与版心主程序的连接断了，这一步可能没有完成。', en: 'The connection to Banxin was lost; this step may not be done.' },
  remedy: { zh: '连接恢复后请再试一次；如果一直连不上，请重新启动版心。', en: 'Try again when it is back; if it stays lost, restart Banxin.' },
}
