/**
 * Canvas painter: frames → a 2D context. Glyphs are shapes by glyph id, never `fillText`, which cannot draw vert or
 * halt forms and would choose its own positions.
 */
import { shownCrop, WHOLE, type HeldPicture } from '../../document/crop.ts'
import type { Rect } from '../../document/grid.ts'
import type { Cmyk, FrameItem, GlyphRun, InkGradient, PageFrame, PathItem, PictureItem, RuleItem } from '../../typeset/frame.ts'
import { inkBounds, overlaps } from './bounds.ts'
import { cssColor } from '../screen-color.ts'
import type { CanvasContext, CanvasImage } from './context.ts'

/** How page points become pixels. */
export interface View {
  /** Pixels to a point. */
  readonly scale: number
  /** Pixels from the canvas's top left to the trim's. */
  readonly x: number
  readonly y: number
}

/** A picture as it is painted: in colour or grey as its item says, upright. */
export interface CanvasPicture extends HeldPicture {
  readonly image: CanvasImage
}

/** How glyphs, and shapes beside them, come onto the canvas: `spriteText`, or something round it. */
export interface TextPainter {
  paint(context: CanvasContext, run: GlyphRun, view: View): void
  paintPath(context: CanvasContext, item: PathItem, view: View): void
  /**
   * Puts down what was gathered, at the end, and before something else is painted: then only where it could lie under
   * that, `over` being its rectangle in pixels.
   */
  flush(context: CanvasContext, over?: Rect): void
}

export interface CanvasResources {
  readonly text: TextPainter
  /** Null where the picture is gone or not decoded yet: nothing is painted. */
  picture(item: PictureItem): CanvasPicture | null
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
  paintAll(context, items, resources, view, dirty && inPoints(inPixels(dirty, view), view))
  resources.text.flush(context)
  context.restore()
}

function paintAll(context: CanvasContext, items: readonly FrameItem[], resources: CanvasResources, view: View, dirty: Rect | undefined): void {
  for (const item of items) {
    if (item.kind === 'group') {
      paintAll(context, item.items, resources, view, dirty)
      continue
    }
    const bounds = inkBounds(item)
    if (!bounds || (dirty && !overlaps(bounds, dirty))) continue
    if (item.kind === 'glyphs') resources.text.paint(context, item, view)
    else if (item.kind === 'path') resources.text.paintPath(context, item, view)
    else {
      resources.text.flush(context, inPixels(bounds, view))
      context.setTransform(view.scale, 0, 0, view.scale, view.x, view.y)
      if (item.kind === 'rule') paintRule(context, item)
      else if (item.kind === 'picture') paintPicture(context, item, resources.picture(item))
      else {
        context.fillStyle = item.gradient ? gradientStyle(context, item.color, item.gradient) : cssColor(item.color)
        context.fillRect(item.x, item.y, item.width, item.height)
      }
    }
  }
}

/** Inks change evenly, what they look like does not where black swallows the others: so many steps come near enough. */
const GRADIENT_STEPS = 16

function gradientStyle(context: CanvasContext, from: Cmyk, { x1, y1, x2, y2, to }: InkGradient): unknown {
  const style = context.createLinearGradient(x1, y1, x2, y2)
  for (let step = 0; step <= GRADIENT_STEPS; step++) {
    const share = step / GRADIENT_STEPS
    style.addColorStop(share, cssColor(from.map((ink, channel) => ink + (to[channel]! - ink) * share) as unknown as Cmyk))
  }
  return style
}

function clipToPixels(context: CanvasContext, dirty: Rect, view: View): void {
  const { x, y, width, height } = inPixels(dirty, view)
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.beginPath()
  context.rect(x, y, width, height)
  context.clip()
}

/** Out to whole pixels. */
function inPixels(rect: Rect, { scale, x, y }: View): Rect {
  const left = Math.floor(x + rect.x * scale)
  const top = Math.floor(y + rect.y * scale)
  return {
    x: left,
    y: top,
    width: Math.ceil(x + (rect.x + rect.width) * scale) - left,
    height: Math.ceil(y + (rect.y + rect.height) * scale) - top,
  }
}

function inPoints({ x, y, width, height }: Rect, view: View): Rect {
  return { x: (x - view.x) / view.scale, y: (y - view.y) / view.scale, width: width / view.scale, height: height / view.scale }
}

function paintRule(context: CanvasContext, { x1, y1, x2, y2, width, color }: RuleItem): void {
  context.strokeStyle = cssColor(color)
  context.lineWidth = width
  context.beginPath()
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
  context.stroke()
}

function paintPicture(context: CanvasContext, item: PictureItem, picture: CanvasPicture | null): void {
  if (!picture) return
  const { part = WHOLE } = picture
  const shown = shownCrop(picture, item)
  const left = ((shown.x - part.x) / part.width) * picture.width
  const top = ((shown.y - part.y) / part.height) * picture.height
  const width = (shown.width / part.width) * picture.width
  const height = (shown.height / part.height) * picture.height
  context.drawImage(picture.image, left, top, width, height, item.x, item.y, item.width, item.height)
}
