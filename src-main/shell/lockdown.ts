/**
 * What a page in this program may not do, whoever wrote it: leave the window's own origin, open windows, embed others,
 * reach the network, or use the machine's devices (DESIGN §9; Electron's security checklist).
 */
import { app, session, type WebContents } from 'electron'
import { windowOrigin } from './app-protocol.ts'

/** Whether an address belongs to the window itself. */
export const isOwnAddress = (address: string) => URL.canParse(address) && new URL(address).href.startsWith(`${windowOrigin}/`)

/** An article is pasted from the clipboard by a button, or copied to it; nothing else is ever granted. */
const granted = new Set(['clipboard-read', 'clipboard-sanitized-write'])

/** Locks every page that is made from now on, and the session that they share. */
export function lockDown(): void {
  app.on('web-contents-created', (_, contents) => lockPage(contents))
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_, permission, answer) => answer(granted.has(permission)))
  defaultSession.setPermissionCheckHandler((_, permission) => granted.has(permission))
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !staysInside(request.url) }))
}

function lockPage(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

const staysInside = (address: string) => isOwnAddress(address) || /^(blob:app:\/\/banxin\/|data:|devtools:)/.test(address)
