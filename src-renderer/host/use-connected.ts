import { useSyncExternalStore } from 'react'
import type { Connection } from './socket-client.ts'

/** Whether the machine can be reached just now. */
export const useConnected = (connection: Connection): boolean => useSyncExternalStore(connection.onChange, connection.isOpen)
