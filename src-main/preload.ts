/** The bridge between the sandboxed window and the main process: these three functions, and nothing of Electron's own. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Bridge } from '../src-core/api/codec.ts'
import type { ApiEvent } from '../src-core/api/methods.ts'
import { channels } from './shell/channels.ts'

const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke(channels.call, method, input),
  onEvent: (listener) => {
    const forward = (_: IpcRendererEvent, event: ApiEvent) => listener(event)
    ipcRenderer.on(channels.event, forward)
    return () => {
      ipcRenderer.off(channels.event, forward)
    }
  },
  showInFolder: (path) => ipcRenderer.invoke(channels.showInFolder, path),
}

contextBridge.exposeInMainWorld('banxin', bridge)
