/** The desktop program's life, from start to quit. */
import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import { ApiFailure, type ApiServer } from '../../src-core/api/methods.ts'
import { declareAppProtocol, serveAppProtocol } from './app-protocol.ts'
import { serveIpc } from './ipc.ts'
import { lockDown } from './lockdown.ts'
import { setMenu } from './menu.ts'
import { askWhereToSave, openWindow } from './window.ts'

export interface ShellParts {
  /** Opens the services; called once, when this is the first instance. */
  openServices(): Promise<ApiServer>
  /** Folder of the library. */
  readonly library: string
  /** Folder of the build: out/, with renderer/ and preload/. */
  readonly out: string
}

/** Call before Electron is ready. Resolves when the window is loaded, or the program is quitting. */
export async function runShell({ openServices, library, out }: ShellParts): Promise<void> {
  // Two programs on one library are safe, but two windows on one issue are not what anyone wants.
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  declareAppProtocol()
  await app.whenReady()
  lockDown()
  let services: ApiServer
  try {
    services = await openServices()
  } catch (fault) {
    dialog.showErrorBox('版心不能启动', sentenceOf(fault))
    app.exit(fault instanceof ApiFailure ? 2 : 3)
    return
  }
  const reopen = () => openWindow(join(out, 'preload', 'preload.cjs'))
  await serveAppProtocol(join(out, 'renderer'))
  serveIpc(services, library)
  askWhereToSave()
  setMenu(library)

  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void reopen()
  })
  app.once('will-quit', (event) => {
    event.preventDefault()
    void services.close().finally(() => app.exit())
  })
  await reopen()
}

function sentenceOf(fault: unknown): string {
  if (fault instanceof ApiFailure) return [fault.error.message.zh, fault.error.remedy?.zh].filter(Boolean).join('\n')
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}
