/**
 * From page points to pixels of the window and back. The page lies on a pasteboard that scrolls; where it is smaller
 * than the window it stands in the middle.
 */
import type { Fit } from '../editor/session.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** How a page is seen: CSS pixels throughout. */
export interface Camera {
  /** Pixels to a point. */
  readonly scale: number
  /** The trim's top left in the window. */
  readonly left: number
  readonly top: number
}

/** Zoom 1 shows a point as large as it is printed, as far as a screen keeps to 96 pixels to the inch. */
export const PIXELS_PER_POINT = 96 / 72

export const LEAST_ZOOM = 0.1
export const MOST_ZOOM = 8

/** Pasteboard round the page, in pixels. */
const MARGIN = 40
/** What is left round a page that fits. */
const FIT_MARGIN = 16

export function fitZoom(fit: Exclude<Fit, null>, trim: Size, view: Size): number {
  const across = (view.width - 2 * FIT_MARGIN) / trim.width
  const down = (view.height - 2 * FIT_MARGIN) / trim.height
  return clampZoom((fit === 'width' ? across : Math.min(across, down)) / PIXELS_PER_POINT)
}

export function clampZoom(zoom: number): number {
  return Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, zoom))
}

/** What the pasteboard scrolls over. A page that fits needs no scrolling. */
export function contentSize(trim: Size, zoom: number, view: Size): Size {
  const scale = zoom * PIXELS_PER_POINT
  return { width: along(trim.width * scale, view.width), height: along(trim.height * scale, view.height) }
}

function along(page: number, view: number): number {
  return page + 2 * FIT_MARGIN <= view + 0.5 ? view : Math.max(view, page + 2 * MARGIN)
}

/** `ratio` is device pixels to a CSS pixel: the page begins on a whole one, so that its bitmap is shown as it is. */
export function cameraAt(trim: Size, zoom: number, view: Size, scroll: Point, ratio: number): Camera {
  const scale = zoom * PIXELS_PER_POINT
  const content = contentSize(trim, zoom, view)
  const whole = (pixels: number) => Math.round(pixels * ratio) / ratio
  return {
    scale,
    left: whole((content.width - trim.width * scale) / 2 - scroll.x),
    top: whole((content.height - trim.height * scale) / 2 - scroll.y),
  }
}

export function toPage({ scale, left, top }: Camera, { x, y }: Point): Point {
  return { x: (x - left) / scale, y: (y - top) / scale }
}

export function toWindow({ scale, left, top }: Camera, { x, y }: Point): Point {
  return { x: left + x * scale, y: top + y * scale }
}

/** The scroll position at another zoom that leaves the point of the page under `anchor` where it is. */
export function scrollKeeping(anchor: Point, camera: Camera, trim: Size, zoom: number, view: Size): Point {
  const point = toPage(camera, anchor)
  const unscrolled = cameraAt(trim, zoom, view, { x: 0, y: 0 }, 1)
  const there = toWindow(unscrolled, point)
  return { x: Math.max(0, there.x - anchor.x), y: Math.max(0, there.y - anchor.y) }
}
