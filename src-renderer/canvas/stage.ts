/** The page on screen: keeps camera, bitmap, selection and tags in step with the session, one drawing a frame. */
import { cropOf } from '../../src-core/commands/crops.ts'
import { areaOf, pageObject, type PageObject } from '../../src-core/commands/objects.ts'
import { areaRect, POINTS_PER_MILLIMETRE, type Rect } from '../../src-core/document/grid.ts'
import { placedOn, record, type Document, type PageRecord } from '../../src-core/document/records.ts'
import { overlaps } from '../../src-core/paint/canvas/bounds.ts'
import { artworkItem } from '../editor/artwork.ts'
import type { EditorState, Session } from '../editor/session.ts'
import { headlineArea } from '../editor/story-fit.ts'
import { currentText, onLanguageChange } from '../text/language.ts'
import { cameraAt, clampZoom, contentSize, fitZoom, scrollKeeping, toWindow, type Camera, type Point, type Size } from './camera.ts'
import { describeSelection } from './describe.ts'
import { createTagLayer, fitTags } from './fit-tags.ts'
import { handlesOf, type Handle } from './handles.ts'
import { createRegionBitmap } from './region-bitmap.ts'
import { regionFor } from './region.ts'
import { paintScreen, type Scene } from './screen-painter.ts'
import type { PagePainter } from './worker-layout.ts'
import type { Region } from './worker/messages.ts'

/** The zoom has come to rest, in milliseconds: painting each step of a pinch would only be in the way. */
const ZOOM_RESTS = 60
/** Under this zoom a brief is hardly wider than its tag. */
const SMALL_TAGS_UNDER = 0.38

export interface StageElements {
  /** Scrolls; holds the rest. */
  readonly scroller: HTMLElement
  /** As large as what is scrolled over. */
  readonly content: HTMLElement
  /** Stay where they are while the rest scrolls. */
  readonly canvas: HTMLCanvasElement
  readonly tags: HTMLElement
  /** Told to those who hear the page. */
  readonly live: HTMLElement
}

/** A page of the document as it would be after the gesture under way. */
interface Shown {
  readonly document: Document
  readonly page: PageRecord
}

interface Seen extends Shown {
  readonly camera: Camera
}

export interface Stage {
  /** The page, and how it is seen at this moment; null where none is shown. */
  sight(): Seen | null
  /** Handles of the selected object, those of a read-only issue excepted. */
  handles(): readonly Handle[]
  hover(object: string | null): void
  zoomAt(anchor: Point, zoom: number): void
  /** Draws again with the next frame. */
  invalidate(): void
  /** Runs before the next drawing, once however often it is asked for. */
  beforeDrawing(run: () => void): void
  dispose(): void
}

export function createStage(elements: StageElements, session: Session, painter: PagePainter): Stage {
  const { scroller, content, canvas, tags, live } = elements
  const { store } = session
  const context = canvas.getContext('2d', { alpha: false })!
  const bitmap = createRegionBitmap()
  const tagLayer = createTagLayer(tags)
  let view: Size = { width: 0, height: 0 }
  let ratio = window.devicePixelRatio
  let asked: Region | null = null
  let hovered: string | null = null
  let desk = ''
  let frame = 0
  let zoomedAt = 0
  let resting: ReturnType<typeof setTimeout> | undefined
  let prepare: (() => void) | null = null
  /** Where the page is to be scrolled once the content has its new size. */
  let scrollTo: Point | null = null

  function shownPage(): Shown | null {
    const { document, preview, page } = store.getState()
    const shown = preview ?? document
    const found = shown && page !== null ? record(shown, 'page', page) : undefined
    return shown && found ? { document: shown, page: found } : null
  }

  function sight(): Seen | null {
    const shown = shownPage()
    if (!shown || view.width === 0) return null
    const camera = cameraAt(trimOf(shown.page), store.getState().zoom, view, { x: scroller.scrollLeft, y: scroller.scrollTop }, ratio)
    return { ...shown, camera }
  }

  function selected({ document, page }: Shown): PageObject | null {
    const { selection } = store.getState()
    const object = selection.kind === 'record' ? pageObject(document, selection.id) : undefined
    return object?.page === page.id ? object : null
  }

  function handles(): readonly Handle[] {
    const seen = sight()
    const object = seen && selected(seen)
    const state = store.getState()
    return seen && object && !state.readOnly ? handlesOf(seen.page.grid, object, seen.camera, headlineArea(state, object.id) ?? null, movablePicture(state, seen, object)) : []
  }

  /** Brings zoom and the pasteboard's size up to date. */
  function settle(): void {
    const shown = shownPage()
    if (!shown || view.width === 0) {
      content.style.width = content.style.height = '0'
      return
    }
    const trim = trimOf(shown.page)
    const { fit, zoom } = store.getState()
    const fitted = fit ? fitZoom(fit, trim, view) : zoom
    if (Math.abs(fitted - zoom) > 1e-6) session.setZoom(fitted, fit)
    const size = contentSize(trim, fitted, view)
    content.style.width = `${size.width}px`
    content.style.height = `${size.height}px`
    if (scrollTo) scroller.scrollTo(scrollTo.x, scrollTo.y)
    scrollTo = null
  }

  function draw(): void {
    frame = 0
    prepare?.()
    prepare = null
    settle()
    const seen = sight()
    const state = store.getState()
    paintScreen(context, { view, ratio, desk, page: seen && scenePage(seen, state) }, () => {
      if (seen) bitmap.draw(context, seen.page.id, seen.camera, ratio)
    })
    showTags(seen, state)
    if (seen) askForBitmap(seen)
  }

  function scenePage(seen: Seen, { gridShown, readOnly, pointedAt }: EditorState): Scene['page'] {
    const { document, page, camera } = seen
    const pictures = placedOn(document, 'picture', page.id)
    const withAsset = [...pictures, ...placedOn(document, 'advert', page.id)].filter(({ asset }) => asset !== null)
    return {
      trim: trimOf(page),
      grid: page.grid,
      camera,
      gridShown: gridShown && !readOnly,
      hovered: (hovered !== null && pageObject(document, hovered)) || null,
      selected: selected(seen),
      artwork: withAsset.map(({ area }) => area),
      emptyPictures: pictures.filter(({ asset }) => asset === null).map(({ area }) => area),
      handles: handles(),
      pointedAt,
    }
  }

  function showTags(seen: Seen | null, { results, selection, preview, document }: EditorState): void {
    const result = seen ? results[seen.page.id] : undefined
    tags.toggleAttribute('data-small', store.getState().zoom < SMALL_TAGS_UNDER)
    if (!seen || !result) return tagLayer.show([])
    const minded = new Set(selection.kind === 'record' ? [selection.id] : [])
    // A story that is just being dropped has no place in the document yet.
    for (const { id } of preview ? placedOn(preview, 'story', seen.page.id) : []) if (!document?.records[id]) minded.add(id)
    return tagLayer.show(fitTags(seen.document, seen.page.id, result, seen.camera, minded, currentText().unit))
  }

  function askForBitmap({ page, camera }: Seen): void {
    const shown = bitmap.region()
    const wanted = regionFor({ page: page.id, trim: trimOf(page), camera, view, ratio }, asked, shown)
    if (!wanted || wanted === asked) return
    // While the zoom is still changing, the bitmap that is there is shown larger or smaller.
    const rest = zoomedAt + ZOOM_RESTS - performance.now()
    if (shown?.page === page.id && shown.scale !== wanted.scale && rest > 0) {
      clearTimeout(resting)
      resting = setTimeout(stage.invalidate, rest)
      return
    }
    asked = wanted
    painter.paint(wanted)
  }

  const stage: Stage = {
    sight,
    handles,
    hover(object) {
      if (object === hovered) return
      hovered = object
      stage.invalidate()
    },
    zoomAt(anchor, zoom) {
      const seen = sight()
      if (!seen) return
      const next = clampZoom(zoom)
      scrollTo = scrollKeeping(anchor, seen.camera, trimOf(seen.page), next, view)
      session.setZoom(next)
    },
    invalidate() {
      if (frame === 0) frame = requestAnimationFrame(draw)
    },
    beforeDrawing(run) {
      prepare = run
      stage.invalidate()
    },
    dispose() {
      cancelAnimationFrame(frame)
      clearTimeout(resting)
      endings.forEach((end) => end())
    },
  }

  function resize(): void {
    desk = getComputedStyle(scroller).backgroundColor
    ratio = window.devicePixelRatio
    view = { width: scroller.clientWidth, height: scroller.clientHeight }
    for (const layer of [canvas, tags]) {
      layer.style.width = `${view.width}px`
      layer.style.height = `${view.height}px`
    }
    canvas.width = Math.round(view.width * ratio)
    canvas.height = Math.round(view.height * ratio)
    // A canvas that was given another size is empty until it is drawn.
    cancelAnimationFrame(frame)
    draw()
  }

  const watcher = new ResizeObserver(resize)
  watcher.observe(scroller)
  const onScroll = () => stage.invalidate()
  scroller.addEventListener('scroll', onScroll, { passive: true })
  const appearance = new MutationObserver(resize)
  appearance.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme'] })
  let before = store.getState()
  const endings = [
    () => watcher.disconnect(),
    () => scroller.removeEventListener('scroll', onScroll),
    () => appearance.disconnect(),
    onLanguageChange(onScroll),
    painter.onPatch((patch) => void (bitmap.take(patch) && stage.invalidate())),
    store.subscribe((state) => {
      if (state.zoom !== before.zoom) {
        zoomedAt = performance.now()
        // By a key or button: what the editor is at stays where it is.
        if (state.page === before.page && !state.fit && !scrollTo) keepInPlace(before.zoom, state.zoom)
      }
      if (state.selection !== before.selection || state.pointedAt !== before.pointedAt) reveal()
      before = state
      const page = state.page === null ? undefined : state.results[state.page]
      const words = describeSelection(state.preview ?? state.document, state.selection, page, currentText())
      if (!state.preview && live.textContent !== words) live.textContent = words
      stage.invalidate()
    }),
  ]

  /** The middle of the selected object, or else of the window, keeps its place. */
  function keepInPlace(from: number, to: number): void {
    const shown = shownPage()
    if (!shown) return
    const trim = trimOf(shown.page)
    const camera = cameraAt(trim, from, view, { x: scroller.scrollLeft, y: scroller.scrollTop }, ratio)
    const object = selected(shown)
    const middle = object && middleOf(toWindowRect(camera, areaRect(shown.page.grid, areaOf(object))))
    const inSight = middle && middle.x >= 0 && middle.y >= 0 && middle.x <= view.width && middle.y <= view.height
    scrollTo = scrollKeeping(inSight ? middle : { x: view.width / 2, y: view.height / 2 }, camera, trim, to, view)
  }

  /** Scrolls to what was selected or pointed at out of sight: with Tab, or in a panel. */
  function reveal(): void {
    const seen = sight()
    const object = seen && selected(seen)
    const cells = store.getState().pointedAt ?? (object && areaOf(object))
    if (!seen || !cells) return
    const rect = toWindowRect(seen.camera, areaRect(seen.page.grid, cells))
    if (overlaps(rect, { x: 0, y: 0, ...view })) return
    const { x, y } = middleOf(rect)
    scroller.scrollBy(x - view.width / 2, y - view.height / 2)
  }

  return stage
}

function movablePicture(state: EditorState, { document, page }: Shown, object: PageObject): Rect | null {
  const item = object.type === 'picture' || object.type === 'advert' ? artworkItem(state, page.id, object.id) : undefined
  return item && cropOf(document, object.id, item) ? item : null
}

function trimOf({ grid }: PageRecord): Size {
  return { width: grid.trim.width * POINTS_PER_MILLIMETRE, height: grid.trim.height * POINTS_PER_MILLIMETRE }
}

function toWindowRect(camera: Camera, rect: Rect): Rect {
  return { ...toWindow(camera, rect), width: rect.width * camera.scale, height: rect.height * camera.scale }
}

function middleOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

