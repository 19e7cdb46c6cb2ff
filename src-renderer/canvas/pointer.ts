/** Pointer and wheel on the page: select, move, resize, draw, pan, zoom. What a gesture does is said in `gestures.ts`. */
import type { PageObject } from '../../src-core/commands/objects.ts'
import { record, type RecordId } from '../../src-core/document/records.ts'
import { artworkItem } from '../editor/artwork.ts'
import type { Session } from '../editor/session.ts'
import { headlineArea } from '../editor/story-fit.ts'
import { currentText } from '../text/language.ts'
import { toPage, type Point } from './camera.ts'
import { gestureChange, type Gesture } from './gestures.ts'
import { handleAt } from './handles.ts'
import { objectsAt, textAt } from './hit-test.ts'
import type { Stage } from './stage.ts'

export interface PointerInput {
  /** Ends the gesture under way without a trace; false when there was none. */
  cancel(): boolean
  /** Space is held: a press pans. */
  readyToPan(ready: boolean): void
  dispose(): void
}

/** A press that moves less than this is a click. */
const DRAG_STARTS = 3
/** Edges go to a snap line within so many CSS pixels, but never further than a few lines. */
const SNAP_PIXELS = 7
const MOST_SNAP_LINES = 2
/** So near the window's edge, in CSS pixels, a gesture scrolls the page. */
const SCROLL_EDGE = 28
const SCROLL_STEP = 14
const WHEEL_ZOOM = 0.002

type Press =
  | { readonly kind: 'pan'; readonly pointer: number }
  | { readonly kind: 'gesture'; readonly pointer: number; readonly gesture: Gesture; readonly page: RecordId; readonly start: Point; started: boolean; at: Point; free: boolean }

export function listenToPointer(scroller: HTMLElement, stage: Stage, session: Session): PointerInput {
  const { store } = session
  let press: Press | null = null
  let panReady = false

  const place = (event: MouseEvent): Point => {
    const { left, top } = scroller.getBoundingClientRect()
    return { x: event.clientX - left - scroller.clientLeft, y: event.clientY - top - scroller.clientTop }
  }

  function onDown(event: PointerEvent): void {
    const at = place(event)
    if (press || at.x >= scroller.clientWidth || at.y >= scroller.clientHeight) return
    scroller.focus({ preventScroll: true })
    if (event.button === 1 || (event.button === 0 && panReady)) {
      event.preventDefault()
      begin(event, { kind: 'pan', pointer: event.pointerId })
    } else if (event.button === 0) {
      const gesture = gestureFor(at, event)
      const { page } = store.getState()
      if (gesture && page !== null) begin(event, { kind: 'gesture', pointer: event.pointerId, gesture, page, start: at, started: false, at, free: false })
    }
  }

  function begin(event: PointerEvent, next: Press): void {
    press = next
    scroller.setPointerCapture(event.pointerId)
    showCursor(place(event))
  }

  /** What a press here begins; selects what is pressed on. */
  function gestureFor(at: Point, { altKey }: PointerEvent): Gesture | null {
    const seen = stage.sight()
    if (!seen) return null
    const { tool, readOnly, selection } = store.getState()
    const from = toPage(seen.camera, at)
    if (tool !== 'select' && !readOnly) return { kind: 'draw', what: tool, id: crypto.randomUUID(), name: currentText().inspector.advert, from }
    const selected = selection.kind === 'record' ? selection.id : null
    const handle = handleAt(stage.handles(), at)
    if (handle && selected !== null) {
      const { aim } = handle
      const area = headlineArea(store.getState(), selected)
      if (aim.kind === 'crop') {
        const frame = artworkItem(store.getState(), seen.page.id, selected)
        return frame ? { kind: 'crop', object: selected, frame, from } : null
      }
      if (aim.kind === 'headline') return area ? { kind: 'headline', object: selected, edges: aim.edges, area, from } : null
      return aim.kind === 'leg' ? { kind: 'leg', object: selected, column: aim.column, end: aim.end, from } : { kind: 'resize', object: selected, edges: aim.edges, from }
    }
    const object = pick(objectsAt(seen.document, seen.page.id, from), selected, altKey)
    session.select(object ? { kind: 'record', id: object.id } : { kind: 'none' })
    return object && !readOnly ? { kind: 'move', object: object.id, from } : null
  }

  function onMove(event: PointerEvent): void {
    const at = place(event)
    if (!press) return showCursor(at)
    if (event.pointerId !== press.pointer) return
    if (press.kind === 'pan') {
      scroller.scrollBy(-event.movementX, -event.movementY)
      return
    }
    press.at = at
    press.free = event.altKey
    press.started ||= Math.hypot(at.x - press.start.x, at.y - press.start.y) >= DRAG_STARTS
    if (press.started) stage.beforeDrawing(showGesture)
  }

  function showGesture(): void {
    if (press?.kind !== 'gesture') return
    scrollAtEdges(press.at)
    session.preview(changeOf(press))
  }

  function changeOf({ gesture, page, at, free }: Extract<Press, { kind: 'gesture' }>) {
    const seen = stage.sight()
    const { document } = store.getState()
    // Another page may have been turned to meanwhile.
    if (!seen || !document || seen.page.id !== page) return null
    const line = seen.page.grid.linePitch * seen.camera.scale
    const reach = free ? 0 : Math.min(MOST_SNAP_LINES, Math.floor(SNAP_PIXELS / line))
    return gestureChange({ document, page: seen.page.id, reach }, gesture, toPage(seen.camera, at))
  }

  function scrollAtEdges({ x, y }: Point): void {
    const push = (value: number, length: number) => (value < SCROLL_EDGE ? -SCROLL_STEP : value > length - SCROLL_EDGE ? SCROLL_STEP : 0)
    const [across, down] = [push(x, scroller.clientWidth), push(y, scroller.clientHeight)]
    const before = [scroller.scrollLeft, scroller.scrollTop]
    scroller.scrollBy(across, down)
    if (before[0] !== scroller.scrollLeft || before[1] !== scroller.scrollTop) requestAnimationFrame(() => stage.beforeDrawing(showGesture))
  }

  function onUp(event: PointerEvent): void {
    if (!press || event.pointerId !== press.pointer) return
    const ended = press
    press = null
    if (ended.kind === 'gesture' && ended.started) {
      const change = changeOf(ended)
      if (change) session.dispatch(change)
      else session.preview(null)
      if (ended.gesture.kind === 'draw') {
        if (change) session.select({ kind: 'record', id: ended.gesture.id })
        session.setTool('select')
      }
    }
    showCursor(place(event))
  }

  function cancel(): boolean {
    if (!press) return false
    const { pointer } = press
    press = null
    if (scroller.hasPointerCapture(pointer)) scroller.releasePointerCapture(pointer)
    session.preview(null)
    return true
  }

  function onDoubleClick(event: MouseEvent): void {
    const seen = stage.sight()
    if (!seen) return
    const point = toPage(seen.camera, place(event))
    const [object] = objectsAt(seen.document, seen.page.id, point)
    const result = store.getState().results[seen.page.id]
    if (object?.type !== 'story' || !result) return
    const found = textAt(result, object.id, point)
    // A frame names its article by id; captions and furniture have no place in a text.
    if (found && record(seen.document, 'article', found.article)) session.focusText(found)
  }

  function onWheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    const step = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY
    stage.zoomAt(place(event), store.getState().zoom * Math.exp(-Math.max(-120, Math.min(120, step)) * WHEEL_ZOOM))
  }

  function showCursor(at: Point): void {
    const seen = stage.sight()
    const { tool, readOnly } = store.getState()
    scroller.style.cursor = cursorAt()
    function cursorAt(): string {
      if (press?.kind === 'pan') return 'grabbing'
      if (panReady) return 'grab'
      if (!seen) return ''
      if (tool !== 'select' && !readOnly) return 'crosshair'
      if (press) return press.gesture.kind === 'crop' ? 'grabbing' : press.gesture.kind === 'move' && press.started ? 'move' : scroller.style.cursor
      const [object] = objectsAt(seen.document, seen.page.id, toPage(seen.camera, at))
      stage.hover(object?.id ?? null)
      return handleAt(stage.handles(), at)?.cursor ?? (object && !readOnly ? 'move' : '')
    }
  }

  const onLeave = () => stage.hover(null)
  const onLost = (event: PointerEvent) => void (press?.pointer === event.pointerId && cancel())
  scroller.addEventListener('pointerdown', onDown)
  scroller.addEventListener('pointermove', onMove)
  scroller.addEventListener('pointerup', onUp)
  scroller.addEventListener('pointercancel', onLost)
  scroller.addEventListener('lostpointercapture', onLost)
  scroller.addEventListener('pointerleave', onLeave)
  scroller.addEventListener('dblclick', onDoubleClick)
  scroller.addEventListener('wheel', onWheel, { passive: false })

  return {
    cancel,
    readyToPan(ready) {
      panReady = ready
      if (!press) scroller.style.cursor = ready ? 'grab' : ''
    },
    dispose() {
      scroller.removeEventListener('pointerdown', onDown)
      scroller.removeEventListener('pointermove', onMove)
      scroller.removeEventListener('pointerup', onUp)
      scroller.removeEventListener('pointercancel', onLost)
      scroller.removeEventListener('lostpointercapture', onLost)
      scroller.removeEventListener('pointerleave', onLeave)
      scroller.removeEventListener('dblclick', onDoubleClick)
      scroller.removeEventListener('wheel', onWheel)
    },
  }
}

/** The selected object keeps the pointer where it lies under it; Alt goes one deeper each time. */
function pick(under: readonly PageObject[], selected: string | null, deeper: boolean): PageObject | undefined {
  const at = under.findIndex(({ id }) => id === selected)
  if (at === -1) return under[0]
  return deeper ? under[(at + 1) % under.length] : under[0]
}
