/** Carries the window's calls to the services over Electron's IPC, and the services' events to all windows. */
import { resolve, sep } from 'node:path'
import { BrowserWindow, ipcMain, shell, type IpcMainInvokeEvent } from 'electron'
import { answerCall, type Answer } from '../../src-core/api/codec.ts'
import type { ApiServer, MethodName } from '../../src-core/api/methods.ts'
import { channels } from './channels.ts'
import { isOwnAddress } from './lockdown.ts'

/** @param library the folder whose files the window may show in the file manager; no others. */
export function serveIpc(api: ApiServer, library: string): void {
  ipcMain.handle(channels.call, (event, method: unknown, input: unknown): Promise<Answer> => {
    checkSender(event)
    return answerCall(api, String(method) as MethodName, input)
  })
  ipcMain.handle(channels.showInFolder, (event, path: unknown): void => {
    checkSender(event)
    const file = resolve(String(path))
    if (file.startsWith(resolve(library) + sep)) shell.showItemInFolder(file)
  })
  api.onEvent((event) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channels.event, event)
  })
}

/** Only the main frame of the window's own page may call. */
function checkSender({ senderFrame }: IpcMainInvokeEvent): void {
  if (senderFrame === null || senderFrame.parent !== null || !isOwnAddress(senderFrame.url)) throw new Error('This page may not call the program.')
}
