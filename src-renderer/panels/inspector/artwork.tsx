/** The picture file of a picture or an advert: shown, chosen, replaced, also by dropping a file on it. */
import { Button, FileButton } from '@mantine/core'
import { IconPhotoPlus } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { effectivePpi, shownCrop } from '../../../src-core/document/crop.ts'
import { PICTURE_TYPES } from '../../../src-core/document/picture-file.ts'
import { conditionOf } from '../../../src-core/document/print.ts'
import { issueOf, type AssetRecord, type RecordId } from '../../../src-core/document/records.ts'
import { artworkItem } from '../../editor/artwork.ts'
import { takePictures } from '../../editor/take-pictures.ts'
import { currentWording, useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import styles from './inspector.module.css'

/** Loaded with the first picture that is selected. */
const CropFields = lazy(() => import('./crop-fields.tsx'))
const CropWindow = lazy(() => import('./crop-window.tsx'))

const PREVIEW_PIXELS = 640

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
  const item = useEditor((state) => artworkItem(state, page, owner))
  const condition = useEditor(({ document }) => document && conditionOf(issueOf(document).style))
  const preview = usePreview(asset?.id ?? null, pdfPage)
  const ppi = asset && !asset.pdf && item ? Math.round(effectivePpi(asset, shownCrop(asset, item), item)) : null
  const least = condition && (asset?.lineArt ? condition.ppi.lineArt : condition.ppi.least)

  const choose = (file: File | null) =>
    file &&
    notices.attempt(async () => {
      const { assets, refused, misnamed } = await takePictures(host.api, [file], text.picture.tooLarge)
      for (const { file: name, message } of refused) notices.error(text.notice.notTaken(name), message)
      for (const words of misnamed) notices.error(currentWording(words))
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
        {preview && asset ? (
          <div className={styles.picture}>
            <img src={preview} alt={asset.name} />
            {item && !asset.pdf && (
              <Suspense fallback={null}>
                <CropWindow owner={owner} frame={item} />
              </Suspense>
            )}
          </div>
        ) : (
          text.picture.none
        )}
      </div>
      {asset && (
        <p className={styles.hint}>
          {asset.name}
          {!asset.pdf && <> · {text.picture.pixels(asset.width, asset.height)}</>}
          {asset.colour && <> · {text.picture.holds(text.picture.colours[asset.colour], asset.bits ?? 8, asset.profile ?? null)}</>}
          {asset.maxInk !== undefined && <> · {text.picture.ink(Math.round(100 * asset.maxInk))}</>}
          {ppi !== null && <> · {text.picture.resolution(ppi)}</>}
          {ppi !== null && least && ppi < least && <span className={styles.low}> {text.picture.lowResolution(least)}</span>}
        </p>
      )}
      {asset && item && (
        <Suspense fallback={null}>
          <CropFields owner={owner} frame={item} />
        </Suspense>
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
