/** What of the file is shown, over the whole of it; moved by the pointer. */
import { useRef, useState, type PointerEvent } from 'react'
import { cropOf, moveInFrame, type FrameSize } from '../../../src-core/commands/crops.ts'
import type { Crop } from '../../../src-core/document/crop.ts'
import type { Document, RecordId } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import styles from './crop.module.css'

export interface CropWindowProps {
  readonly owner: RecordId
  /** Points of the frame on the page. */
  readonly frame: FrameSize
}

interface Hold {
  readonly pointer: number
  readonly x: number
  readonly y: number
  readonly crop: Crop
  readonly document: Document
}

export default function CropWindow({ owner, frame }: CropWindowProps) {
  const { session } = useWindow()
  const text = useText()
  const document = useEditor((state) => state.preview ?? state.document)
  const readOnly = useEditor((state) => state.readOnly)
  const over = useRef<HTMLDivElement>(null)
  const [hold, setHold] = useState<Hold | null>(null)
  const crop = document && cropOf(document, owner, frame)
  if (!crop) return null

  const changeAt = ({ clientX, clientY }: PointerEvent) => {
    const box = over.current?.getBoundingClientRect()
    if (!hold || !box) return null
    const right = (((hold.x - clientX) / box.width) * frame.width) / hold.crop.width
    const down = (((hold.y - clientY) / box.height) * frame.height) / hold.crop.height
    return moveInFrame(hold.document, owner, frame, right, down)
  }

  const begin = (event: PointerEvent) => {
    const { document: now } = session.store.getState()
    if (readOnly || !now || event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    setHold({ pointer: event.pointerId, x: event.clientX, y: event.clientY, crop, document: now })
  }

  const end = (event: PointerEvent) => {
    if (!hold) return
    const change = changeAt(event)
    setHold(null)
    if (change) session.dispatch(change)
    else session.preview(null)
  }

  const leave = () => {
    if (!hold) return
    setHold(null)
    session.preview(null)
  }

  return (
    <div ref={over} className={styles.over} aria-hidden>
      <div
        className={styles.shown}
        title={readOnly ? undefined : text.picture.moveCrop}
        data-held={hold ? '' : undefined}
        style={{ left: percent(crop.x), top: percent(crop.y), width: percent(crop.width), height: percent(crop.height) }}
        onPointerDown={begin}
        onPointerMove={(event) => hold && session.preview(changeAt(event))}
        onPointerUp={end}
        onPointerCancel={leave}
      />
    </div>
  )
}

function percent(share: number): string {
  return `${share * 100}%`
}
