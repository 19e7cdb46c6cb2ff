import { useEffect, useState } from 'react'
import type { FaceSummary } from '../../../src-core/api/methods.ts'
import { useWindow } from '../editor-window.ts'

/** The faces of this machine's library. */
export function useFaces(): readonly FaceSummary[] {
  const { host, notices } = useWindow()
  const [faces, setFaces] = useState<readonly FaceSummary[]>([])
  useEffect(() => {
    void notices.attempt(async () => setFaces(await host.api.call('faces.list', {})))
  }, [host, notices])
  return faces
}
