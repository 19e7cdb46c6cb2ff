/**
 * How calls, answers and events travel between the window and the machine. The loopback websocket carries them as
 * MessagePack, since fonts and pictures are bytes; Electron's IPC carries the same values by structured clone.
 */
import { decode, encode } from '@msgpack/msgpack'
import { z } from 'zod'
import { UNFORESEEN } from './errors.ts'
import { ApiFailure, type ApiError, type ApiEvent, type ApiServer, type Input, type MethodName, type Output } from './methods.ts'

/** An answer is a value, errors too: neither a websocket nor Electron's bridge carries an exception whole. */
export type Answer<M extends MethodName = MethodName> = { readonly output: Output<M> } | { readonly error: ApiError }

/** What the window sends over the websocket. `id` is the window's own count; the answer repeats it. */
export interface CallMessage {
  readonly id: number
  readonly method: MethodName
  readonly input: unknown
}

/** What the machine sends over the websocket. */
export type MachineMessage = ({ readonly id: number } & Answer) | { readonly event: ApiEvent }

/** What the Electron preload exposes as `window.banxin`; `src-renderer/host` makes an ApiClient of it. */
export interface Bridge {
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Answer<M>>
  /** Returns the function that ends the subscription. */
  onEvent(listener: (event: ApiEvent) => void): () => void
  /** Shows a file that an export wrote in the system's file manager. */
  showInFolder(path: string): Promise<void>
}

/** The path of the websocket on the browser host. */
export const socketPath = '/api'

const callMessage = z.object({ id: z.int().nonnegative(), method: z.string(), input: z.unknown() })

/** A message as the bytes of one websocket frame. Absent and undefined fields are the same. */
export function encodeMessage(message: CallMessage | MachineMessage): Uint8Array<ArrayBuffer> {
  return encode(message, { ignoreUndefined: true })
}

/**
 * A call as it arrived from outside. The method's name and input are still the services' to check.
 * @throws {Error} when the bytes are not MessagePack, or not a call.
 */
export function decodeCall(bytes: Uint8Array): CallMessage {
  return callMessage.parse(decode(bytes)) as CallMessage
}

/** A message of the machine, which the window trusts. Byte fields are views of `bytes`. */
export function decodeMachineMessage(bytes: Uint8Array): MachineMessage {
  return decode(bytes) as MachineMessage
}

/** Calls the services, and makes a value of whatever comes of it. Services report what they did not foresee themselves. */
export async function answerCall(server: ApiServer, method: MethodName, input: unknown): Promise<Answer> {
  try {
    return { output: await server.call(method, input as Input<MethodName>) }
  } catch (fault) {
    return { error: fault instanceof ApiFailure ? fault.error : UNFORESEEN }
  }
}
