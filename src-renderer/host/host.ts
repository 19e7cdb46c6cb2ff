/** How the window reaches the machine: Electron's bridge when the preload offers it, else a websocket to where the page came from. */
import { socketPath, type Bridge } from '../../src-core/api/codec.ts'
import type { ApiClient } from '../../src-core/api/methods.ts'
import { clientOfBridge } from './bridge-client.ts'
import { connectSocket, type Connection } from './socket-client.ts'

export interface Host {
  readonly kind: 'electron' | 'browser'
  readonly api: ApiClient
  readonly connection: Connection
  /** Shows an exported file in the system's file manager; null where there is none to show it in. */
  readonly showInFolder: ((path: string) => Promise<void>) | null
}

declare global {
  interface Window {
    readonly banxin?: Bridge
  }
}

export function findHost(): Host {
  const bridge = window.banxin
  if (bridge) return { kind: 'electron', api: clientOfBridge(bridge), connection: STEADY, showInFolder: (path) => bridge.showInFolder(path) }
  const { client, connection } = connectSocket(`ws://${window.location.host}${socketPath}`)
  return { kind: 'browser', api: client, connection, showInFolder: null }
}

/** The bridge lives in the same program: it cannot be cut. */
const STEADY: Connection = { isOpen: () => true, onChange: () => () => undefined }
