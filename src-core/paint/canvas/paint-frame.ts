/**
 * Canvas painter: frames → a 2D context. Glyphs are shapes by glyph id, never `fillText`, which cannot draw vert or
 * halt forms and would choose its own positions.
 */
import type { Rect } from '../../document/grid.ts'
import type { RecordId } from '../../document/records.ts'
import type { FrameItem, GlyphRun, PageFrame, PictureItem, RuleItem } from '../../typeset/frame.ts'
import { inkBounds, overlaps } from './bounds.ts'
import { cssColor } from './color.ts'
import type { CanvasContext, CanvasImage } from './context.ts'

/** How page points become pixels. */
export interface View {
  /** Pixels to a point. */
  readonly scale: number
  /** Pixels from the canvas's top left to the trim's. */
  readonly x: number
  readonly y: number
}

/** A picture as it is painted: in grey, upright. */
export interface CanvasPicture {
  readonly image: CanvasImage
  readonly width: number
  readonly height: number
}

/** How glyphs come onto the canvas: exactly (`outlineText`), or fast (`spriteText`). */
export interface TextPainter {
  paint(context: CanvasContext, run: GlyphRun, view: View): void
  /** Puts down what was gathered; called before anything else is painted over it, and at the end. */
  flush(context: CanvasContext): void
}

export interface CanvasResources {
  readonly text: TextPainter
  /** Null where the picture is gone or not decoded yet: nothing is painted. */
  picture(asset: RecordId): CanvasPicture | null
}

/**
 * Paints a page over what the canvas holds; the paper is the caller's. With `dirty`, in points, only that rectangle
 * (out to whole pixels) changes, and only items that reach into it are painted.
 */
export function paintFrame(context: CanvasContext, frame: PageFrame, resources: CanvasResources, view: View, dirty?: Rect): void {
  paintItems(context, frame.items, resources, view, dirty)
}

/** The same for some items: one group onto a bitmap of its own, for one. */
export function paintItems(context: CanvasContext, items: readonly FrameItem[], resources: CanvasResources, view: View, dirty?: Rect): void {
  context.save()
  if (dirty) clipToPixels(context, dirty, view)
  paintAll(context, items, resources, view, dirty)
  resources.text.flush(context)
  context.restore()
}

function paintAll(context: CanvasContext, items: readonly FrameItem[], resources: CanvasResources, view: View, dirty: Rect | undefined): void {
  for (const item of items) {
    if (dirty && item.kind !== 'group' && !reaches(item, dirty)) continue
    if (item.kind === 'group') paintAll(context, item.items, resources, view, dirty)
    else if (item.kind === 'glyphs') resources.text.paint(context, item, view)
    else {
      resources.text.flush(context)
      context.setTransform(view.scale, 0, 0, view.scale, view.x, view.y)
      if (item.kind === 'rule') paintRule(context, item)
      else if (item.kind === 'picture') paintPicture(context, item, resources.picture(item.asset))
      else {
        context.fillStyle = cssColor(item.color)
        context.fillRect(item.x, item.y, item.width, item.height)
      }
    }
  }
}

function reaches(item: FrameItem, dirty: Rect): boolean {
  const bounds = inkBounds(item)
  return bounds !== null && overlaps(bounds, dirty)
}

function clipToPixels(context: CanvasContext, dirty: Rect, { scale, x, y }: View): void {
  const left = Math.floor(x + dirty.x * scale)
  const top = Math.floor(y + dirty.y * scale)
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.beginPath()
  context.rect(left, top, Math.ceil(x + (dirty.x + dirty.width) * scale) - left, Math.ceil(y + (dirty.y + dirty.height) * scale) - top)
  context.clip()
}

function paintRule(context: CanvasContext, { x1, y1, x2, y2, width, color }: RuleItem): void {
  context.strokeStyle = cssColor(color)
  context.lineWidth = width
  context.beginPath()
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
  context.stroke()
}

/** Covers the rectangle: the larger of both scales, cropped evenly on both sides. */
function paintPicture(context: CanvasContext, { x, y, width, height }: PictureItem, picture: CanvasPicture | null): void {
  if (!picture) return
  const scale = Math.max(width / picture.width, height / picture.height)
  const shownWidth = width / scale
  const shownHeight = height / scale
  const left = (picture.width - shownWidth) / 2
  const top = (picture.height - shownHeight) / 2
  context.drawImage(picture.image, left, top, shownWidth, shownHeight, x, y, width, height)
}
