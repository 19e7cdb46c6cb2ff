import { request } from 'node:http'
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { decodeMachineMessage, encodeMessage, type MachineMessage } from '../../../src-core/api/codec.ts'
import { ApiFailure, type ApiEvent, type ApiServer, type MethodName } from '../../../src-core/api/methods.ts'
import { startServer, type RunningServer } from '../../../src-main/serve/server.ts'

const listeners = new Set<(event: ApiEvent) => void>()
/** Answers every call with its own input, so that a test sees what arrived. */
const echo: ApiServer = {
  call: async (method: MethodName, input: never) => {
    if (method === 'issues.open') throw new ApiFailure({ code: 'not-found', message: { zh: '没有', en: 'none' }, remedy: null })
    return input
  },
  onEvent: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
  close: async () => {},
}

let folder: string
let server: RunningServer
let origin: string
let cookie: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banxin-serve-'))
  const root = join(folder, 'renderer')
  await mkdir(join(root, 'assets'), { recursive: true })
  await writeFile(join(root, 'index.html'), '<title>版心</title>')
  await writeFile(join(root, 'assets', 'window-1a2b.js'), 'export {}')
  await writeFile(join(folder, 'secret.json'), '"secret"')
  await symlink(join(folder, 'secret.json'), join(root, 'link.json'))
  server = await startServer({ api: echo, root })
  origin = new URL(server.url).origin
  cookie = (await get(new URL(server.url))).headers['set-cookie']?.[0]?.split(';')[0] ?? ''
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** One plain request; fetch would mend paths and forbid a Host header. */
function get(target: { pathname: string; search?: string }, headers: Record<string, string> = {}, method = 'GET') {
  const { hostname, port } = new URL(server.url)
  return new Promise<{ status: number | undefined; headers: Record<string, string | string[] | undefined>; body: string }>((resolve, reject) => {
    const out = request({ hostname, port, path: target.pathname + (target.search ?? ''), headers, method }, async (response) => {
      const body = (await response.setEncoding('utf8').toArray()).join('')
      resolve({ status: response.statusCode, headers: response.headers, body })
    })
    out.on('error', reject).end()
  })
}

/** An open websocket with a way to await its next message, or null when the server refused it. */
function connect(headers: Record<string, string>) {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/api`, { headers })
  const next = () => new Promise<MachineMessage>((resolve) => socket.once('message', (data: Buffer) => resolve(decodeMachineMessage(data))))
  return new Promise<{ socket: WebSocket; next: typeof next } | null>((resolve) => {
    socket.once('open', () => resolve({ socket, next }))
    socket.once('error', () => resolve(null))
  })
}

async function window() {
  const opened = await connect({ cookie, origin })
  if (opened === null) throw new Error('the server refused its own window')
  return opened
}

describe('files', () => {
  test('the address with the token gives a cookie that scripts cannot read, and leads on to the window', async () => {
    const first = await get(new URL(server.url))
    expect(first).toMatchObject({ status: 303, headers: { location: '/' } })
    expect(first.headers['set-cookie']?.[0]).toMatch(/^banxin-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    const page = await get({ pathname: '/' }, { cookie })
    expect(page).toMatchObject({ status: 200, body: '<title>版心</title>', headers: { 'content-type': 'text/html; charset=utf-8' } })
  })

  test('every file carries the policy; hashed names are kept by the browser', async () => {
    const script = await get({ pathname: '/assets/window-1a2b.js' }, { cookie })
    expect(script.headers['content-security-policy']).toContain("default-src 'none'")
    expect(script.headers['content-security-policy']).toContain("script-src 'self';")
    expect(script.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': expect.stringContaining('immutable') })
    expect((await get({ pathname: '/' }, { cookie })).headers['cache-control']).toBe('no-store')
  })

  test.each([
    ['no cookie', '/', {}, 401],
    ['a wrong token', '/?token=AAAA', {}, 401],
    ['another name of the loopback', '/', { host: 'evil.example' }, 403],
    ['another page', '/', { origin: 'http://evil.example' }, 403],
  ])('%s is refused', async (_, pathname, headers, status) => {
    const known = status === 403 ? { cookie } : {}
    expect((await get({ pathname }, { ...known, ...headers })).status).toBe(status)
  })

  test.each(['/../secret.json', '/assets/../../secret.json', '/..%2fsecret.json', '/%2e%2e/secret.json', '/link.json', '//etc/passwd', '/assets', '/C:\\', '//['])(
    'no way out of the folder by %s',
    async (pathname) => {
      const answer = await get({ pathname }, { cookie })
      expect([400, 404]).toContain(answer.status)
      expect(answer.body).not.toContain('secret')
    },
  )

  test('nothing but reading', async () => {
    expect((await get({ pathname: '/' }, { cookie }, 'POST')).status).toBe(405)
    expect(await get({ pathname: '/' }, { cookie }, 'HEAD')).toMatchObject({ status: 200, body: '' })
  })
})

describe('the websocket', () => {
  test('refuses whoever is not this server’s own window', async () => {
    expect(await connect({ origin })).toBeNull()
    expect(await connect({ cookie })).toBeNull()
    expect(await connect({ cookie: `${cookie}x`, origin })).toBeNull()
    expect(await connect({ cookie, origin: 'http://evil.example' })).toBeNull()
    expect(await connect({ cookie, origin: 'http://evil.example', host: 'evil.example' })).toBeNull()
  })

  test('carries calls, large bytes and failures', async () => {
    const { socket, next } = await window()
    const bytes = new Uint8Array(20_000_000).fill(7)
    socket.send(encodeMessage({ id: 1, method: 'faces.outlines', input: { bytes } }))
    const answer = (await next()) as { id: number; output: { bytes: Uint8Array } }
    expect(answer.id).toBe(1)
    expect(Buffer.compare(answer.output.bytes, bytes)).toBe(0)
    socket.send(encodeMessage({ id: 2, method: 'issues.open', input: { issue: 'i' } }))
    expect(await next()).toMatchObject({ id: 2, error: { code: 'not-found' } })
    socket.close()
  })

  test('tells every window what happens, until it closes', async () => {
    const [a, b] = [await window(), await window()]
    const event: ApiEvent = { type: 'issue.changed', issue: 'i', revision: 2 }
    const heard = Promise.all([a.next(), b.next()])
    for (const tell of listeners) tell(event)
    expect(await heard).toEqual([{ event }, { event }])
    const before = listeners.size
    a.socket.close()
    b.socket.close()
    await expect.poll(() => listeners.size).toBe(before - 2)
  })

  test('a message that is no call ends that connection, not the server', async () => {
    const { socket } = await window()
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.send(Buffer.from('{"method":"app.info"}'))
    expect(await closed).toBe(1007)
    const other = await window()
    other.socket.send(encodeMessage({ id: 1, method: 'app.info', input: {} }))
    expect(await other.next()).toEqual({ id: 1, output: {} })
    other.socket.close()
  })
})
