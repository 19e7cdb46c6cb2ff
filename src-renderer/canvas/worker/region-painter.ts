/** Paints parts of a page into bitmaps. Only what changed since the last time is painted again. */
import type { Rect } from '../../../src-core/document/grid.ts'
import { paintItems, type CanvasResources } from '../../../src-core/paint/canvas/paint-frame.ts'
import { spriteText, type TextSurface } from '../../../src-core/paint/canvas/sprite-text.ts'
import type { FrameItem, PageFrame } from '../../../src-core/typeset/frame.ts'
import { changedRects, mergeRects } from './frame-difference.ts'
import { sameRegion } from '../region.ts'
import type { Region } from './messages.ts'
import { greekedUntilHere, type ArrivingShapes } from './shapes.ts'

export interface Patch {
  readonly region: Region
  readonly left: number
  readonly top: number
  readonly bitmap: ImageBitmap
}

export interface RegionPainter {
  /** The bitmaps that bring the region up to date with the frame; none where it is. */
  paint(region: Region, frame: PageFrame): readonly Patch[]
  /** Forgets what is painted, since a font file or a picture arrived. */
  spoil(): void
}

export function createRegionPainter(shapes: ArrivingShapes, surface: GrowingSurface, picture: CanvasResources['picture']): RegionPainter {
  const resources: CanvasResources = { text: greekedUntilHere(spriteText(shapes, surface.current), shapes), picture }
  let painted: { readonly region: Region; readonly items: readonly FrameItem[] } | null = null

  function paintPart(region: Region, frame: PageFrame, part: PixelRect): Patch {
    surface.grow(part.width, part.height)
    const canvas = new OffscreenCanvas(part.width, part.height)
    const context = canvas.getContext('2d', { alpha: false })!
    context.fillStyle = '#fff'
    context.fillRect(0, 0, part.width, part.height)
    const view = { scale: region.scale, x: -region.left - part.left, y: -region.top - part.top }
    const dirty = { x: -view.x / view.scale, y: -view.y / view.scale, width: part.width / view.scale, height: part.height / view.scale }
    paintItems(context, frame.items, resources, view, dirty)
    return { region, left: part.left, top: part.top, bitmap: canvas.transferToImageBitmap() }
  }

  return {
    paint(region, frame) {
      const rects = painted && sameRegion(painted.region, region) ? changedRects(painted.items, frame.items) : null
      painted = { region, items: frame.items }
      const whole = { left: 0, top: 0, width: region.width, height: region.height }
      const parts = rects ? mergeRects(rects).map((rect) => partOf(region, rect)).filter((part) => part !== null) : [whole]
      return parts.map((part) => paintPart(region, frame, part))
    },
    spoil: () => void (painted = null),
  }
}

interface PixelRect {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A rectangle of the page in whole pixels of the region, out to all sides; null when it lies outside. */
function partOf(region: Region, rect: Rect): PixelRect | null {
  const left = Math.max(0, Math.floor(rect.x * region.scale) - region.left)
  const top = Math.max(0, Math.floor(rect.y * region.scale) - region.top)
  const width = Math.min(region.width, Math.ceil((rect.x + rect.width) * region.scale) - region.left) - left
  const height = Math.min(region.height, Math.ceil((rect.y + rect.height) * region.scale) - region.top) - top
  return width > 0 && height > 0 ? { left, top, width, height } : null
}


/** One bitmap for the text of all parts, as large as the largest of them. */
export interface GrowingSurface {
  current(): TextSurface
  grow(width: number, height: number): void
}

export function growingSurface(): GrowingSurface {
  // A worker's first canvas waits for the window's thread, which has the panels to draw at the start: not before it is used.
  let surface: TextSurface | null = null
  return {
    current: () => (surface ??= newSurface(1, 1)),
    grow(width, height) {
      const { width: across, height: down } = surface ?? { width: 0, height: 0 }
      if (width > across || height > down) surface = newSurface(Math.max(width, across), Math.max(height, down))
    },
  }
}

function newSurface(width: number, height: number): TextSurface {
  const data = new ImageData(width, height)
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  // Has the canvas take its memory now, which costs more than painting does.
  context.putImageData(data, 0, 0)
  return {
    width,
    height,
    pixels: data.data,
    upload(x, y, dirtyWidth, dirtyHeight) {
      context.putImageData(data, 0, 0, x, y, dirtyWidth, dirtyHeight)
      return canvas
    },
  }
}
