import { useEffect, useState } from 'react'
import { USUAL_PRESET } from '../../../src-core/document/print.ts'
import { issueOf, type RecordId } from '../../../src-core/document/records.ts'
import { lastSent, sentContent, type Sending } from '../../../src-core/document/sending.ts'
import { useWindow } from '../editor-window.ts'

/** Pages that are others now than what was sent of them last; null while that is not known. As of the first look. */
export function useChangedPages(sendings: readonly Sending[] | null): ReadonlySet<RecordId> | null {
  const { session } = useWindow()
  const [changed, setChanged] = useState<ReadonlySet<RecordId> | null>(null)
  useEffect(() => {
    const { document, results } = session.store.getState()
    if (!sendings || !document) return
    const { printPreset = USUAL_PRESET, print } = issueOf(document).style
    const look = async () => {
      const found = new Set<RecordId>()
      for (const [page, { content }] of lastSent(sendings)) {
        const frame = results[page]?.frame
        if (frame && (await sha256(sentContent(frame, printPreset, print))) !== content) found.add(page)
      }
      setChanged(found)
    }
    void look()
  }, [session, sendings])
  return changed
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
