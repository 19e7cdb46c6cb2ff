import { afterEach, describe, expect, it } from 'vitest'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket as ServerSocket } from 'ws'
import { decodeCall, encodeMessage, type CallMessage } from '../../../src-core/api/codec.ts'
import { ApiFailure, type ApiEvent } from '../../../src-core/api/methods.ts'
import { connectSocket, type SocketClient } from '../../../src-renderer/host/socket-client.ts'

/** A machine that answers as told. */
async function machine(answer: (call: CallMessage, socket: ServerSocket) => void, port = 0) {
  const server = new WebSocketServer({ port, host: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  server.on('connection', (socket) => socket.on('message', (bytes: Buffer) => answer(decodeCall(bytes), socket)))
  return server
}

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

function connectTo(server: WebSocketServer): SocketClient {
  const client = connectSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  ends.push(() => client.close(), () => stop(server))
  return client
}

function stop(server: WebSocketServer): Promise<void> {
  for (const socket of server.clients) socket.terminate()
  return new Promise((resolve) => server.close(() => resolve()))
}

describe('the api over a websocket', () => {
  it('answers each call with its own output, in whatever order they come back', async () => {
    const held: CallMessage[] = []
    const server = await machine((call, socket) => {
      held.push(call)
      if (held.length < 2) return
      for (const { id, input } of held.toReversed()) socket.send(encodeMessage({ id, output: { bytes: new TextEncoder().encode((input as { path: string }).path) } }))
    })
    const { client } = connectTo(server)
    const [first, second] = await Promise.all([client.call('export.file', { path: 'a' }), client.call('export.file', { path: 'b' })])
    expect([first, second].map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['a', 'b'])
  })

  it('throws the error that the machine answers', async () => {
    const error = { code: 'not-found', message: { zh: '没有这一期。', en: 'No such issue.' }, remedy: null } as const
    const server = await machine(({ id }, socket) => socket.send(encodeMessage({ id, error })))
    const { client } = connectTo(server)
    const failure = await client.call('issues.open', { issue: 'x' }).catch((thrown: unknown) => thrown)
    expect(failure).toBeInstanceOf(ApiFailure)
    expect((failure as ApiFailure).error).toEqual(error)
  })

  it('passes events on until the listener leaves', async () => {
    const server = await machine(({ id }, socket) => {
      socket.send(encodeMessage({ event: { type: 'job.cancelled', job: String(id) } }))
      socket.send(encodeMessage({ id, output: { cancelled: true } }))
    })
    const { client } = connectTo(server)
    const events: ApiEvent[] = []
    const leave = client.onEvent((event) => events.push(event))
    await client.call('jobs.cancel', { job: 'j' })
    leave()
    await client.call('jobs.cancel', { job: 'j' })
    expect(events).toEqual([{ type: 'job.cancelled', job: '1' }])
  })

  it('fails what was under way when the connection breaks, and carries what is asked meanwhile after it is back', async () => {
    const first = await machine((_call, socket) => socket.terminate())
    const { port } = first.address() as AddressInfo
    const { client, connection } = connectTo(first)
    await expect(client.call('app.info', {})).rejects.toBeInstanceOf(ApiFailure)
    expect(connection.isOpen()).toBe(false)
    await stop(first)
    const asked = client.call('issues.list', {})
    const second = await machine(({ id }, socket) => socket.send(encodeMessage({ id, output: [] })), port)
    ends.push(() => stop(second))
    expect(await asked).toEqual([])
    expect(connection.isOpen()).toBe(true)
  })
})
