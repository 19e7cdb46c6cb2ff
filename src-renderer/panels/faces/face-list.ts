import { useEffect, useState } from 'react'
import type { ApiClient, FaceSummary } from '../../../src-core/api/methods.ts'
import { useWindow } from '../editor-window.ts'

/** Asked for once, however many lists of faces are on screen. */
const asked = new WeakMap<ApiClient, Promise<readonly FaceSummary[]>>()

/** The faces of this machine's library. */
export function useFaces(): readonly FaceSummary[] {
  const { host, notices } = useWindow()
  const [faces, setFaces] = useState<readonly FaceSummary[]>([])
  useEffect(() => {
    void notices.attempt(async () => setFaces(await facesOf(host.api)))
  }, [host, notices])
  return faces
}

function facesOf(api: ApiClient): Promise<readonly FaceSummary[]> {
  const known = asked.get(api)
  if (known) return known
  const asking = api.call('faces.list', {})
  asked.set(api, asking)
  asking.catch(() => asked.delete(api))
  return asking
}
