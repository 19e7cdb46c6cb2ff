/**
 * Stands in for the module `electron` where its binary cannot be had: the parts that src-main uses, in the types of
 * Electron's own declarations, so that a call which Electron would not take does not compile here either. It keeps what
 * it was told, and lets a test play the user, the page, or a page that is up to no good.
 */
import { EventEmitter } from 'node:events'
import type Electron from 'electron'

type Listener = (...details: never[]) => unknown

class App extends EventEmitter implements Pick<Electron.App, 'requestSingleInstanceLock' | 'whenReady' | 'quit' | 'exit' | 'getPath'> {
  isFirst = true
  quits = 0
  exitCode: number | undefined = undefined

  requestSingleInstanceLock(): boolean {
    return this.isFirst
  }
  async whenReady(): Promise<void> {}
  /** Electron emits will-quit unless a window refuses; a handler may put it off. */
  quit(): void {
    this.quits += 1
    const event = preventable()
    this.emit('will-quit', event)
    if (!event.defaultPrevented) this.exit(0)
  }
  exit(code = 0): void {
    this.exitCode = code
  }
  getPath(name: string): string {
    return `/home/editor/${name}`
  }
}

class Session extends EventEmitter implements Pick<Electron.Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'> {
  permissionRequest: Parameters<Electron.Session['setPermissionRequestHandler']>[0] = null
  permissionCheck: Parameters<Electron.Session['setPermissionCheckHandler']>[0] = null
  devicePermission: Parameters<Electron.Session['setDevicePermissionHandler']>[0] = null
  beforeRequest: ((details: Electron.OnBeforeRequestListenerDetails, answer: (response: Electron.CallbackResponse) => void) => void) | null = null

  readonly webRequest = {
    onBeforeRequest: (listener: NonNullable<Session['beforeRequest']>) => {
      this.beforeRequest = listener
    },
  }
  setPermissionRequestHandler(handler: Session['permissionRequest']): void {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: Session['permissionCheck']): void {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: Session['devicePermission']): void {
    this.devicePermission = handler
  }
}

class WebContents extends EventEmitter implements Pick<Electron.WebContents, 'setWindowOpenHandler' | 'send' | 'sendInputEvent'> {
  openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null
  readonly pressed: string[] = []

  setWindowOpenHandler(handler: NonNullable<WebContents['openHandler']>): void {
    this.openHandler = handler
  }
  send(channel: string, ...details: unknown[]): void {
    ipcRenderer.emit(channel, {}, ...details)
  }
  sendInputEvent(event: Parameters<Electron.WebContents['sendInputEvent']>[0]): void {
    if (event.type === 'keyDown' && 'keyCode' in event) this.pressed.push([...(event.modifiers ?? []), event.keyCode].join('+'))
  }
}

export class BrowserWindow extends EventEmitter implements Pick<Electron.BrowserWindow, 'show' | 'focus' | 'restore' | 'isMinimized' | 'reload' | 'loadURL'> {
  static readonly opened: BrowserWindow[] = []
  static getAllWindows(): BrowserWindow[] {
    return BrowserWindow.opened
  }

  readonly options: Electron.BrowserWindowConstructorOptions
  readonly webContents = new WebContents()
  readonly told: string[] = []
  url = ''
  document: Response | null = null

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    this.options = options
    BrowserWindow.opened.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    this.url = url
    this.document = await fetchInPage(url)
    this.emit('ready-to-show')
  }
  isMinimized(): boolean {
    return !this.told.includes('restore')
  }
  show(): void {
    this.told.push('show')
  }
  focus(): void {
    this.told.push('focus')
  }
  restore(): void {
    this.told.push('restore')
  }
  reload(): void {
    this.told.push('reload')
  }
}

export const app = new App()
export const session = { defaultSession: new Session() }

const schemes = new Map<string, (request: Request) => Response | Promise<Response>>()
export const privileged: Electron.CustomScheme[] = []
export const protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged'> & { handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void } = {
  registerSchemesAsPrivileged: (declared) => void privileged.push(...declared),
  handle: (scheme, handler) => void schemes.set(scheme, handler),
}

const handlers = new Map<string, Listener>()
export const ipcMain: Pick<Electron.IpcMain, 'handle'> = {
  handle: (channel, handler) => void handlers.set(channel, handler as Listener),
}

/** The window's end of the IPC. */
class IpcRenderer extends EventEmitter implements Pick<Electron.IpcRenderer, 'invoke'> {
  invoke(channel: string, ...details: unknown[]): Promise<unknown> {
    return invokeFrom({ url: 'app://banxin/', parent: null }, channel, ...details)
  }
}
export const ipcRenderer = new IpcRenderer()

export const exposed: Record<string, unknown> = {}
export const contextBridge: Pick<Electron.ContextBridge, 'exposeInMainWorld'> = {
  exposeInMainWorld: (name, api: unknown) => void (exposed[name] = api),
}

export const shown: string[] = []
export const shell: Pick<Electron.Shell, 'showItemInFolder' | 'openPath'> = {
  showItemInFolder: (path) => void shown.push(path),
  openPath: async (path) => (shown.push(path), ''),
}

export const errorBoxes: string[] = []
export const dialog = {
  answer: 0,
  showErrorBox: ((title, content) => void errorBoxes.push(`${title}: ${content}`)) satisfies Electron.Dialog['showErrorBox'],
  showMessageBox: async (_window: BrowserWindow, _options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> => ({
    response: dialog.answer,
    checkboxChecked: false,
  }),
}

export const Menu = {
  bar: [] as Electron.MenuItemConstructorOptions[],
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (template: Electron.MenuItemConstructorOptions[]) => void (Menu.bar = template),
}

/** A program that has not started yet; what the preload exposed stays, since a module runs once. */
export function restart(): void {
  app.removeAllListeners()
  Object.assign(app, { isFirst: true, quits: 0, exitCode: undefined })
  session.defaultSession = new Session()
  for (const kept of [BrowserWindow.opened, privileged, shown, errorBoxes]) kept.length = 0
  for (const kept of [schemes, handlers]) kept.clear()
  Menu.bar = []
}

/** Calls a handler as a frame of this address would; structured clone carries only values, as in Electron. */
export async function invokeFrom(frame: { url: string; parent: object | null } | null, channel: string, ...details: unknown[]): Promise<unknown> {
  const handler = handlers.get(channel) as ((...args: unknown[]) => unknown) | undefined
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  return structuredClone(await handler({ senderFrame: frame }, ...structuredClone(details)))
}

/** Fetches as a page would: through the handlers of the schemes. */
export async function fetchInPage(url: string): Promise<Response> {
  const handler = schemes.get(new URL(url).protocol.slice(0, -1))
  if (handler === undefined) throw new Error(`net::ERR_UNKNOWN_URL_SCHEME ${url}`)
  return handler(new Request(url))
}

/** An event whose default a handler may prevent. */
export function preventable<T extends object>(details?: T): T & { defaultPrevented: boolean; preventDefault(): void } {
  const event = {
    ...(details as T),
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}
