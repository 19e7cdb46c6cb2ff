/** The page in the middle of the window. React makes the elements; what happens on them is the stage's. */
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { pressPageKey } from '../editor/page-keys.ts'
import type { Session } from '../editor/session.ts'
import { currentText, useText } from '../text/language.ts'
import { listenToDrops } from './drop.ts'
import { listenToPointer } from './pointer.ts'
import { createStage } from './stage.ts'
import type { PagePainter } from './worker-layout.ts'
import styles from './page-view.module.css'

export function PageView({ session, painter }: { readonly session: Session; readonly painter: PagePainter }) {
  const text = useText().canvas
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const tags = useRef<HTMLDivElement>(null)
  const live = useRef<HTMLParagraphElement>(null)
  const hasPage = useStore(session.store, (state) => state.document === null || state.page !== null)

  useEffect(() => {
    const elements = { scroller: scroller.current!, content: content.current!, canvas: canvas.current!, tags: tags.current!, live: live.current! }
    const stage = createStage(elements, session, painter)
    const pointer = listenToPointer(elements.scroller, stage, session)
    const endDrops = listenToDrops(elements.scroller, stage, session)

    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing) return
      if (event.key === ' ') pointer.readyToPan(true)
      else if (event.key === 'Escape' && pointer.cancel()) event.preventDefault()
      else if (!pressPageKey(session, event, { advert: currentText().inspector.advert })) return
      event.preventDefault()
    }
    const onKeyUp = (event: KeyboardEvent) => event.key === ' ' && pointer.readyToPan(false)
    const onBlur = () => pointer.readyToPan(false)
    elements.scroller.addEventListener('keydown', onKeyDown)
    elements.scroller.addEventListener('keyup', onKeyUp)
    elements.scroller.addEventListener('blur', onBlur)
    return () => {
      elements.scroller.removeEventListener('keydown', onKeyDown)
      elements.scroller.removeEventListener('keyup', onKeyUp)
      elements.scroller.removeEventListener('blur', onBlur)
      endDrops()
      pointer.dispose()
      stage.dispose()
    }
  }, [session, painter])

  return (
    <div className={styles.view}>
      <div ref={scroller} className={styles.scroller} role="application" aria-label={text.label} aria-describedby="page-help" tabIndex={0}>
        <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
        <div ref={tags} className={styles.tags} />
        <div ref={content} className={styles.content} />
      </div>
      {!hasPage && (
        <div className={styles.empty}>
          <b>{text.noPage}</b>
          <p>{text.noPageBody}</p>
        </div>
      )}
      <p id="page-help" hidden>
        {text.help}
      </p>
      <p ref={live} className={styles.unseen} aria-live="polite" data-testid="page-selection" />
    </div>
  )
}
