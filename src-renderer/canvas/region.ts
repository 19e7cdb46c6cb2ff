/** Which part of the page is kept as a bitmap: first what is in sight, then half a window around it, so that scrolling shows it at once. */
import type { RecordId } from '../../src-core/document/records.ts'
import type { Camera, Size } from './camera.ts'
import type { Region } from './worker/messages.ts'

/** More pixels than this are never asked for at once. */
const MOST_PIXELS = 24_000_000
/** What is painted around the window, in windows, and what may be left of it before more is painted. */
const AROUND = 0.5
const LEAST_AROUND = 0.2

export interface Sight {
  readonly page: RecordId
  readonly trim: Size
  readonly camera: Camera
  /** The window's size in CSS pixels. */
  readonly view: Size
  /** Device pixels to a CSS pixel. */
  readonly ratio: number
}

/**
 * The region to paint from now on: the one asked for last while it is sharp and holds all that is in sight. Null while
 * nothing is in sight.
 *
 * @param shown the region that has arrived.
 */
export function regionFor(sight: Sight, asked: Region | null, shown: Region | null): Region | null {
  const visible = partInSight(sight, 0)
  if (!visible) return null
  if (!asked || asked.page !== sight.page || asked.scale !== scaleOf(sight) || !contains(asked, visible)) return visible
  const isEnough = contains(asked, partInSight(sight, LEAST_AROUND)!)
  if (isEnough || !shown || !sameRegion(asked, shown)) return asked
  const wide = partInSight(sight, AROUND)!
  return wide.width * wide.height <= MOST_PIXELS ? wide : asked
}

/** The page's part within the window and `around` times the window's size on all sides, in device pixels. */
function partInSight(sight: Sight, around: number): Region | null {
  const { page, trim, camera, view, ratio } = sight
  const scale = scaleOf(sight)
  const left = Math.max(0, Math.floor((-camera.left - around * view.width) * ratio))
  const top = Math.max(0, Math.floor((-camera.top - around * view.height) * ratio))
  const right = Math.min(Math.ceil(trim.width * scale), Math.ceil((-camera.left + (1 + around) * view.width) * ratio))
  const bottom = Math.min(Math.ceil(trim.height * scale), Math.ceil((-camera.top + (1 + around) * view.height) * ratio))
  return right > left && bottom > top ? { page, scale, left, top, width: right - left, height: bottom - top } : null
}

const scaleOf = ({ camera, ratio }: Sight): number => camera.scale * ratio

function contains(outer: Region, inner: Region): boolean {
  return (
    outer.left <= inner.left && outer.top <= inner.top && outer.left + outer.width >= inner.left + inner.width && outer.top + outer.height >= inner.top + inner.height
  )
}

export function sameRegion(a: Region, b: Region): boolean {
  return a.page === b.page && a.scale === b.scale && a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height
}
