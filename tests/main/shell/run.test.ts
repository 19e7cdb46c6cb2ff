import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Bridge } from '../../../src-core/api/codec.ts'
import { ApiFailure, type ApiEvent, type ApiServer } from '../../../src-core/api/methods.ts'
import { runShell } from '../../../src-main/shell/run.ts'
import * as electron from './electron-stand-in.ts'

vi.mock('electron', () => import('./electron-stand-in.ts'))

const failed = { code: 'not-found' as const, message: { zh: '没有这一期。', en: 'No such issue.' }, remedy: null }

let out: string
let services: ApiServer & { closed: boolean; tell(event: ApiEvent): void }

beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'banxin-shell-'))
  await mkdir(join(out, 'renderer'))
  await writeFile(join(out, 'renderer', 'index.html'), '<title>版心</title>')
  electron.restart()
  const listeners = new Set<(event: ApiEvent) => void>()
  services = {
    closed: false,
    call: async (method, input) => {
      if (method === 'issues.open') throw new ApiFailure(failed)
      return { method, input } as never
    },
    onEvent: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
    tell: (event) => listeners.forEach((listener) => listener(event)),
    close: async () => {
      services.closed = true
    },
  }
})
afterEach(() => rm(out, { recursive: true }))

async function start(openServices: () => Promise<ApiServer> = async () => services) {
  await runShell({ openServices, library: '/library', out })
  const [window] = electron.BrowserWindow.opened
  return window
}

async function startedWindow() {
  const window = await start()
  if (window === undefined) throw new Error('no window was opened')
  return window
}

/** What the preload gave the page. */
async function bridge() {
  await import('../../../src-main/preload.ts')
  return electron.exposed['banxin'] as Bridge
}

const items = () => electron.Menu.bar.flatMap((menu) => menu.submenu as Electron.MenuItemConstructorOptions[]).filter((item) => item.type !== 'separator')

describe('the window', () => {
  test('is isolated and sandboxed, loads its own page under the policy, and shows itself when ready', async () => {
    const window = await startedWindow()
    expect(window.options.webPreferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true })
    expect(window.options.webPreferences?.preload).toBe(join(out, 'preload', 'preload.cjs'))
    expect(electron.privileged).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }])
    expect(window.url).toBe('app://banxin/')
    expect(await window.document?.text()).toBe('<title>版心</title>')
    expect(window.document?.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'; script-src 'self';/)
    expect(window.told).toEqual(['show'])
  })

  test.each(['app://banxin/../../etc/passwd', 'app://banxin/%2e%2e/preload/preload.cjs', 'app://other/', 'app://banxin/missing.js'])('%s is not served', async (url) => {
    await start()
    expect((await electron.fetchInPage(url)).status).toBe(404)
  })

  test('opened again by the first instance when a second one is started', async () => {
    const window = await startedWindow()
    electron.app.emit('second-instance')
    expect(window.told).toEqual(['show', 'restore', 'focus'])
    expect(electron.BrowserWindow.opened).toHaveLength(1)
  })

  test('the second instance quits before it touches the library', async () => {
    electron.app.isFirst = false
    await start(async () => expect.unreachable())
    expect(electron.BrowserWindow.opened).toHaveLength(0)
    expect(electron.app.exitCode).toBe(0)
  })

  test('a crash of the page is told, and the editor opens again where it was', async () => {
    const window = await startedWindow()
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    await expect.poll(() => window.told).toContain('reload')
  })

  test('files that the page saves go where the user says', async () => {
    await start()
    const item = { getFilename: () => '20240120-04.pdf', setSaveDialogOptions: vi.fn<(options: object) => void>() }
    electron.session.defaultSession.emit('will-download', {}, item)
    expect(item.setSaveDialogOptions).toHaveBeenCalledWith({ title: '存到', defaultPath: '/home/editor/downloads/20240120-04.pdf' })
  })
})

describe('what a page may not do', () => {
  test.each([
    ['http://evil.example/', true],
    ['file:///etc/passwd', true],
    ['app://banxin@evil/', true],
    ['app://banxinevil/', true],
    ['javascript:alert(1)', true],
    ['app://banxin/', false],
  ])('navigation to %s is stopped: %s', async (url, stopped) => {
    const { webContents } = await startedWindow()
    for (const name of ['will-navigate', 'will-redirect']) {
      const event = electron.preventable({ url })
      webContents.emit(name, event)
      expect(event.defaultPrevented).toBe(stopped)
    }
  })

  test('frames, webviews and new windows are refused', async () => {
    const { webContents } = await startedWindow()
    const frame = electron.preventable({ url: 'app://banxin/', isMainFrame: false })
    const view = electron.preventable()
    webContents.emit('will-frame-navigate', frame)
    webContents.emit('will-attach-webview', view)
    expect([frame.defaultPrevented, view.defaultPrevented]).toEqual([true, true])
    expect(webContents.openHandler?.({ url: 'app://banxin/' } as never)).toEqual({ action: 'deny' })
  })

  test('the machine’s devices and the network are out of reach; the clipboard is not', async () => {
    const window = await startedWindow()
    const { permissionRequest, permissionCheck, devicePermission, beforeRequest } = electron.session.defaultSession
    const asks = (permission: string) => {
      let answer: boolean | undefined
      permissionRequest?.(window.webContents as never, permission as never, (granted) => (answer = granted), {} as never)
      return [answer, permissionCheck?.(null, permission as never, 'app://banxin', {} as never)]
    }
    for (const permission of ['media', 'geolocation', 'notifications', 'fileSystem', 'openExternal', 'hid', 'fullscreen', 'local-fonts']) {
      expect(asks(permission)).toEqual([false, false])
    }
    expect(asks('clipboard-read')).toEqual([true, true])
    expect(devicePermission?.({} as never)).toBe(false)

    const cancelled = (url: string) => {
      let answer: boolean | undefined
      beforeRequest?.({ url } as never, (response) => (answer = response.cancel))
      return answer
    }
    for (const url of ['https://evil.example/', 'ws://127.0.0.1:9/', 'file:///etc/passwd', 'blob:https://evil.example/1']) expect(cancelled(url)).toBe(true)
    for (const url of ['app://banxin/assets/a.js', 'blob:app://banxin/1', 'data:image/png;base64,']) expect(cancelled(url)).toBe(false)
  })
})

describe('the bridge', () => {
  test('offers three functions and carries calls, failures, bytes and events', async () => {
    await start()
    const window = await bridge()
    expect(Object.keys(window).toSorted()).toEqual(['call', 'onEvent', 'showInFolder'])
    const files = [{ name: '稿.txt', bytes: Uint8Array.of(1, 2) }]
    expect(await window.call('articles.parse', { files })).toEqual({ output: { method: 'articles.parse', input: { files } } })
    expect(await window.call('issues.open', { issue: 'i' })).toEqual({ error: failed })

    const heard: ApiEvent[] = []
    const end = window.onEvent((event) => heard.push(event))
    const event = { type: 'issue.changed' as const, issue: 'i', revision: 3 }
    services.tell(event)
    end()
    services.tell(event)
    expect(heard).toEqual([event])
  })

  test.each([
    ['a page from elsewhere', { url: 'https://evil.example/', parent: null }],
    ['a frame inside the page', { url: 'app://banxin/', parent: {} }],
    ['a frame that is gone', null],
  ])('%s may not call', async (_, frame) => {
    await start()
    await expect(electron.invokeFrom(frame, 'banxin:call', 'app.info', {})).rejects.toThrow('may not call')
    await expect(electron.invokeFrom(frame, 'banxin:show-in-folder', '/library/exports/a.pdf')).rejects.toThrow('may not call')
  })

  test('shows files of the library in their folder, no others', async () => {
    await start()
    const window = await bridge()
    for (const path of ['/library/exports/a.pdf', '/library/../etc/passwd', '/etc/passwd', '/library-2/a.pdf']) await window.showInFolder(path)
    expect(electron.shown).toEqual(['/library/exports/a.pdf'])
  })
})

describe('start and quit', () => {
  test('a library that cannot be opened is told in its own sentence', async () => {
    await start(() => Promise.reject(new ApiFailure({ ...failed, code: 'damaged-library', remedy: { zh: '请放回备份。', en: 'Restore.' } })))
    expect(electron.errorBoxes).toEqual(['版心不能启动: 没有这一期。\n请放回备份。'])
    expect(electron.app.exitCode).toBe(2)
    expect(electron.BrowserWindow.opened).toHaveLength(0)
  })

  test('quitting waits until the services are closed', async () => {
    await start()
    electron.app.quit()
    expect(electron.app.exitCode).toBeUndefined()
    await expect.poll(() => electron.app.exitCode).toBe(0)
    expect(services.closed).toBe(true)
  })
})

describe('the menu', () => {
  test('is Chinese, and every item does something', async () => {
    await start()
    for (const item of [...electron.Menu.bar, ...items()]) expect(item.label).toMatch(/\p{Script=Han}/u)
    for (const item of items()) expect(item.role ?? item.click).toBeDefined()
  })

  test('its editing items press the window’s own keys, which stay free for input methods', async () => {
    const window = await startedWindow()
    const held = process.platform === 'darwin' ? 'meta' : 'control'
    for (const item of items().filter(({ accelerator }) => accelerator !== undefined)) {
      expect(item.registerAccelerator).toBe(false)
      item.click?.({} as never, window as never, {} as never)
    }
    expect(window.webContents.pressed).toEqual(
      ['S', 'E', 'shift+E', 'P', 'Z', 'shift+Z', 'F', '=', '-', '0'].map((key) => `${held}+${key}`).concat('F1'),
    )
  })
})
