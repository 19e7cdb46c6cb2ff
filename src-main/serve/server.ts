/**
 * The browser host: the editor's window over http and its api over a websocket, on the loopback only. Used where
 * Electron's binary cannot be had, and by the end-to-end tests.
 */
import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { answerCall, decodeCall, encodeMessage, socketPath } from '../../src-core/api/codec.ts'
import type { ApiServer } from '../../src-core/api/methods.ts'
import { listWindowFiles, windowHeaders } from '../window-files.ts'
import { createAccess, newToken, type Access } from './access.ts'

/** The largest message that a window may send: a few print-size pictures at once. */
export const largestMessage = 256 * 1024 * 1024

export interface ServerOptions {
  readonly api: ApiServer
  /** Folder of the built window, out/renderer. */
  readonly root: string
  /** 0, the default, takes any free port. */
  readonly port?: number
}

export interface RunningServer {
  /** The address with the token: whoever has it can use the editor. */
  readonly url: string
  /** Ends all connections; the services stay open, they are the caller's. */
  close(): Promise<void>
}

/** @throws when the window is not built, or the port is taken. */
export async function startServer({ api, root, port = 0 }: ServerOptions): Promise<RunningServer> {
  const files = await listWindowFiles(root)
  const http = createServer()
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', resolve)
  })
  const access = createAccess((http.address() as AddressInfo).port, newToken())

  http.on('request', (request, response) => {
    const refusal = refuse(request, access)
    if (refusal === null) sendFile(request, response, files)
    else response.writeHead(refusal.status, { 'Content-Type': 'text/plain; charset=utf-8', ...refusal.headers }).end(refusal.reason)
  })

  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false })
  http.on('upgrade', (request, socket, head) => {
    const allowed = request.url === socketPath && access.isOwnHost(request) && access.isOwnOrigin(request) && access.isKnown(request)
    if (allowed) sockets.handleUpgrade(request, socket, head, (window) => serveWindow(window, api))
    else turnAway(socket)
  })

  return {
    url: access.url,
    close: () =>
      new Promise((resolve) => {
        for (const window of sockets.clients) window.terminate()
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}

interface Refused {
  readonly status: number
  readonly reason: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Null for a request that may have the window's files. */
function refuse(request: IncomingMessage, access: Access): Refused | null {
  if (!access.isOwnHost(request)) return { status: 403, reason: '只接受本机地址的访问。 Only this machine’s own address is served.' }
  if (request.headers.origin !== undefined && !access.isOwnOrigin(request)) return { status: 403, reason: '别的网页不能访问。 Other pages may not call.' }
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, reason: '只能读取。 Read only.', headers: { Allow: 'GET, HEAD' } }
  if (!URL.canParse(request.url ?? '', 'http://127.0.0.1')) return { status: 400, reason: '地址不对。 Bad address.' }
  const cookie = access.welcome(new URL(request.url ?? '', 'http://127.0.0.1'))
  // On to the address without the token, so that it stays neither in the address bar nor in the history.
  if (cookie !== null) return { status: 303, reason: '', headers: { Location: '/', 'Set-Cookie': cookie, 'Cache-Control': 'no-store' } }
  if (access.isKnown(request)) return null
  return { status: 401, reason: '请用启动时显示的完整网址（含 token）打开编辑器。 Open the editor by the whole address printed at the start, with its token.' }
}

function sendFile(request: IncomingMessage, response: ServerResponse, files: Awaited<ReturnType<typeof listWindowFiles>>): void {
  const { pathname } = new URL(request.url ?? '', 'http://127.0.0.1')
  const file = files.get(pathname)
  if (file === undefined) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('没有这个文件。 No such file.')
    return
  }
  response.writeHead(200, windowHeaders(file, `ws://${request.headers.host}`))
  if (request.method === 'HEAD') response.end()
  else createReadStream(file.path).on('error', () => response.destroy()).pipe(response)
}

function turnAway(socket: Duplex): void {
  socket.on('error', () => socket.destroy())
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}

/** Carries one window's calls to the services, and their events to the window. */
function serveWindow(window: WebSocket, api: ApiServer): void {
  const send = (message: Parameters<typeof encodeMessage>[0]) => {
    if (window.readyState === window.OPEN) window.send(encodeMessage(message))
  }
  const endEvents = api.onEvent((event) => send({ event }))
  window.on('close', endEvents)
  window.on('error', () => window.terminate())
  window.on('message', (data: Buffer) => {
    let call
    try {
      call = decodeCall(data)
    } catch {
      window.close(1007, 'not a call')
      return
    }
    const { id, method, input } = call
    void answerCall(api, method, input).then((answer) => send({ id, ...answer }))
  })
}
