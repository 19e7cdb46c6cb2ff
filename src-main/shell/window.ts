/** The editor's window. */
import { join } from 'node:path'
import { app, BrowserWindow, dialog, session } from 'electron'
import { windowOrigin } from './app-protocol.ts'

/** @param preload the built bridge, a CommonJS file, since the window is sandboxed. */
export async function openWindow(preload: string): Promise<void> {
  const window = new BrowserWindow({
    title: '版心',
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    // Shown when it has something to show, so that it never flashes white.
    show: false,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      // Its dictionaries would be downloaded, and it knows no Chinese.
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason !== 'clean-exit') void offerToReopen(window)
  })
  await window.loadURL(`${windowOrigin}/`)
}

/** Whatever the window saves as a file goes where the user says. */
export function askWhereToSave(): void {
  session.defaultSession.on('will-download', (_, item) => {
    item.setSaveDialogOptions({ title: '存到', defaultPath: join(app.getPath('downloads'), item.getFilename()) })
  })
}

async function offerToReopen(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: '编辑窗口意外停止了。',
    detail: '已保存的改动都在报库里，重新打开就能接着编辑。',
    buttons: ['重新打开', '退出'],
    defaultId: 0,
    cancelId: 1,
  })
  if (response === 0) window.reload()
  else app.quit()
}
