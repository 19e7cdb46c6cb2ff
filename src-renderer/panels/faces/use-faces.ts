import { useStore } from 'zustand'
import type { FaceSummary } from '../../../src-core/api/methods.ts'
import { useWindow } from '../editor-window.ts'

const NONE: readonly FaceSummary[] = []

/** The faces of this machine's library; none until the machine has answered. */
export function useFaces(): readonly FaceSummary[] {
  return useStore(useWindow().faces) ?? NONE
}
