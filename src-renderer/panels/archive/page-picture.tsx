import { useEffect, useState } from 'react'
import type { ArchiveKey } from '../../../src-core/api/methods.ts'
import { useWindow } from '../editor-window.ts'
import styles from './archive.module.css'

/** CSS pixels; the picture is fetched twice as wide, for fine screens. */
const WIDTH = 240

export function PagePicture({ archived, page, label }: { readonly archived: ArchiveKey; readonly page: string; readonly label: string }) {
  const { host, notices } = useWindow()
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let left = false
    let made: string | null = null
    void notices.attempt(async () => {
      const { png } = await host.api.call('archive.picture', { key: archived, page, maxWidth: WIDTH * 2 })
      if (left) return
      made = URL.createObjectURL(new Blob([new Uint8Array(png)], { type: 'image/png' }))
      setUrl(made)
    })
    return () => {
      left = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [archived, page, host, notices])
  return url ? <img src={url} alt={label} width={WIDTH} /> : <span className={styles.blank} />
}
