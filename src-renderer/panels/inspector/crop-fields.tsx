/** How a picture fills its frame, and how large. */
import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { artworkOf, fitOf, resetCrop, scaleInFrame, scaleOf, setFit } from '../../../src-core/commands/crops.ts'
import type { PictureFit } from '../../../src-core/document/crop.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor, useWindow } from '../editor-window.ts'
import type { CropWindowProps } from './crop-window.tsx'
import styles from './crop.module.css'

const FITS: readonly PictureFit[] = ['cover', 'contain']
/** Times as large as fills the frame; keys and pointer go further. */
const MOST = 5
const STEPS = 200

export default function CropFields({ owner, frame }: CropWindowProps) {
  const { session } = useWindow()
  const command = useCommand()
  const text = useText()
  const document = useEditor((state) => state.preview ?? state.document)
  const readOnly = useEditor((state) => state.readOnly)
  const artwork = document && artworkOf(document, owner)
  if (!document || !artwork) return null
  const scale = scaleOf(document, owner, frame)

  /** From the document as it is saved, so that a slider moved back and forth ends where it stands. */
  const change = (times: number) => {
    const { document: now } = session.store.getState()
    const from = now && scaleOf(now, owner, frame)
    return now && from ? scaleInFrame(now, owner, frame, times / from) : null
  }
  const finish = (slider: HTMLInputElement) => {
    if (session.store.getState().preview) session.dispatch(change(timesAt(slider.valueAsNumber)))
  }

  return (
    <>
      <NativeSelect
        label={text.picture.fit}
        value={fitOf(document, artwork)}
        disabled={readOnly}
        data={FITS.map((value) => ({ value, label: text.picture.fits[value] }))}
        onChange={(event) => command((now) => setFit(now, owner, event.currentTarget.value as PictureFit))}
      />
      {scale !== null && (
        <div className={styles.scale}>
          <label>
            {text.picture.scale}
            <input
              type="range"
              min={0}
              max={STEPS}
              value={stepOf(scale)}
              disabled={readOnly}
              aria-valuetext={`${Math.round(scale * 100)}%`}
              onChange={(event) => session.preview(change(timesAt(event.currentTarget.valueAsNumber)))}
              onPointerUp={(event) => finish(event.currentTarget)}
              onKeyUp={(event) => finish(event.currentTarget)}
              onBlur={(event) => finish(event.currentTarget)}
            />
            <output>{Math.round(scale * 100)}%</output>
          </label>
          <ActionIcon variant="subtle" size="sm" disabled={readOnly || !artwork.crop} aria-label={text.picture.resetCrop} title={text.picture.resetCrop} onClick={() => command((now) => resetCrop(now, owner))}>
            <IconArrowBackUp size={15} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </>
  )
}

/** Each step the same share larger. */
function timesAt(step: number): number {
  return MOST ** (step / STEPS)
}

function stepOf(times: number): number {
  return Math.round((STEPS * Math.log(times)) / Math.log(MOST))
}
