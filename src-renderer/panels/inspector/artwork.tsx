/** The picture file of a picture or an advert: shown, chosen, replaced, also by dropping a file on it. */
import { Button, FileButton } from '@mantine/core'
import { IconPhotoPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { PICTURE_TYPES } from '../../../src-core/document/picture-file.ts'
import type { AssetRecord, RecordId } from '../../../src-core/document/records.ts'
import type { FrameItem, PictureItem } from '../../../src-core/typeset/frame.ts'
import { useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import styles from './inspector.module.css'

const PREVIEW_PIXELS = 640
/** Under this newsprint shows the pixels (issue desk practice; preflight has the norm's own limits). */
const LOWEST_PPI = 200

export interface ArtworkProps {
  /** The picture or advert record that shows it. */
  readonly owner: RecordId
  readonly page: RecordId
  readonly asset: AssetRecord | undefined
  /** Adverts come as PDF too; which page of one is shown. */
  readonly takesPdf?: boolean
  readonly pdfPage?: number
  onAsset(asset: AssetRecord): void
}

export function Artwork({ owner, page, asset, takesPdf = false, pdfPage = 1, onAsset }: ArtworkProps) {
  const { host, notices } = useWindow()
  const text = useText()
  const readOnly = useEditor((state) => state.readOnly)
  const item = useEditor((state) => pictureOf(state.results[page]?.frame.items ?? [], owner))
  const preview = usePreview(asset?.id ?? null, pdfPage)
  const ppi = asset && !asset.pdf && item ? resolutionOf(asset, item) : null

  const choose = (file: File | null) =>
    file &&
    notices.attempt(async () => {
      const { assets, refused } = await host.api.call('assets.add', { files: [{ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }] })
      for (const { file: name, message } of refused) notices.error(text.notice.notTaken(name), message)
      const [first] = assets
      if (first?.pdf && !takesPdf) notices.error(text.notice.notTaken(first.name), text.picture.noPdf)
      else if (first) onAsset(first)
    })

  return (
    <>
      <div
        className={styles.preview}
        onDragOver={(event) => !readOnly && event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          if (!readOnly) void choose(event.dataTransfer.files[0] ?? null)
        }}
      >
        {preview && asset ? <img src={preview} alt={asset.name} /> : text.picture.none}
      </div>
      {asset && (
        <p className={styles.hint}>
          {asset.name}
          {!asset.pdf && <> · {text.picture.pixels(asset.width, asset.height)}</>}
          {ppi !== null && <> · {text.picture.resolution(ppi)}</>}
          {ppi !== null && ppi < LOWEST_PPI && <span className={styles.low}> {text.picture.lowResolution}</span>}
        </p>
      )}
      {!readOnly && (
        <FileButton accept={[...PICTURE_TYPES, ...(takesPdf ? ['application/pdf'] : [])].join(',')} inputProps={{ 'aria-label': takesPdf ? text.advert.pdf.fileTypes : text.picture.fileTypes }} onChange={(file) => void choose(file)}>
          {(props) => (
            <Button {...props} variant="default" className={styles.remove} leftSection={<IconPhotoPlus size={15} aria-hidden />}>
              {asset ? text.picture.replace : text.picture.choose}
            </Button>
          )}
        </FileButton>
      )}
    </>
  )
}

/** The picture as it was set, inside the group of its record. */
function pictureOf(items: readonly FrameItem[], owner: RecordId): PictureItem | undefined {
  for (const item of items) {
    if (item.kind !== 'group') continue
    const found = item.record === owner ? item.items.find((inner) => inner.kind === 'picture') : pictureOf(item.items, owner)
    if (found) return found
  }
  return undefined
}

/** Pixels to the inch as placed: the picture covers its rectangle, so its tighter side counts. */
function resolutionOf(asset: AssetRecord, { width, height }: PictureItem): number {
  const pointsPerPixel = Math.max(width / asset.width, height / asset.height)
  return Math.round(72 / pointsPerPixel)
}

function usePreview(asset: RecordId | null, page: number): string | null {
  const { host, notices } = useWindow()
  const [shown, setShown] = useState<{ readonly asset: RecordId; readonly page: number; readonly url: string } | null>(null)
  useEffect(() => {
    let left = false
    let made: string | null = null
    if (asset !== null) {
      void notices.attempt(async () => {
        const { png } = await host.api.call('assets.preview', { asset, maxWidth: PREVIEW_PIXELS, colour: true, page })
        if (left) return
        made = URL.createObjectURL(new Blob([new Uint8Array(png)], { type: 'image/png' }))
        setShown({ asset, page, url: made })
      })
    }
    return () => {
      left = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [asset, page, host, notices])
  return shown?.asset === asset && shown?.page === page ? shown.url : null
}
