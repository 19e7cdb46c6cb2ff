/** What the window shows round and over the page: pasteboard, paper, grid, selection. The page itself is a bitmap. */
import { areaOf, type PageObject } from '../../src-core/commands/objects.ts'
import { areaRect, columnX, joinedChars, typeArea, type Area, type Grid, type Rect } from '../../src-core/document/grid.ts'
import type { Camera, Size } from './camera.ts'
import type { Handle } from './handles.ts'
import { outline } from './hit-test.ts'

export interface Scene {
  readonly view: Size
  readonly ratio: number
  readonly desk: string
  /** Null where no page is shown. */
  readonly page: {
    readonly trim: Size
    readonly grid: Grid
    readonly camera: Camera
    readonly gridShown: boolean
    readonly hovered: PageObject | null
    readonly selected: PageObject | null
    /** Pictures and artwork that have come, and places kept for pictures to come. */
    readonly artwork: readonly Area[]
    readonly emptyPictures: readonly Area[]
    readonly handles: readonly Handle[]
    readonly pointedAt: Area | null
  } | null
}

const SELECTION = '#1a6fd6'
const POINTED = '#d9822b'
const SELECTION_SOFT = 'rgb(26 111 214 / 0.45)'
const GRID_COLUMN = '#c3dbee'
const GRID_LINE = '#e9f1f8'
const GRID_TENTH = '#d3e5f3'
const HANDLE_SIZE = 7
const CROP_RING = 9
const CROP_ARM = 5
const LEG_HANDLE_RADIUS = 3.5
/** Lines nearer together than this, in CSS pixels, make a grey field of the page: only each tenth is drawn. */
const LEAST_LINE_DISTANCE = 7

/** @param drawPage puts the page's bitmap down. */
export function paintScreen(context: CanvasRenderingContext2D, scene: Scene, drawPage: () => void): void {
  const { view, ratio, desk, page } = scene
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = desk
  context.fillRect(0, 0, Math.ceil(view.width * ratio), Math.ceil(view.height * ratio))
  if (!page) return
  paintPaper(context, scene, page)
  context.setTransform(1, 0, 0, 1, 0, 0)
  drawPage()
  const pen = penOf(context, page.camera, ratio)
  for (const area of page.emptyPictures) paintEmptyPicture(pen, areaRect(page.grid, area))
  if (page.gridShown) paintGrid(pen, page)
  if (page.hovered && page.hovered.id !== page.selected?.id) paintOutline(pen, page.grid, page.hovered, SELECTION_SOFT, 1)
  if (page.pointedAt) pen.frame(areaRect(page.grid, page.pointedAt), POINTED, 2)
  if (page.selected) paintSelection(pen, page.grid, page.selected, page.handles)
}

function paintPaper(context: CanvasRenderingContext2D, { ratio }: Scene, { trim, camera }: NonNullable<Scene['page']>): void {
  const [x, y, width, height] = [camera.left * ratio, camera.top * ratio, trim.width * camera.scale * ratio, trim.height * camera.scale * ratio]
  // A blurred shadow costs several milliseconds a frame without a GPU; these three look the same.
  for (const [spread, drop, alpha] of [[5, 3, 0.035], [3, 2, 0.06], [1, 1, 0.12]] as const) {
    context.fillStyle = `rgb(0 0 0 / ${alpha})`
    context.fillRect(x - spread * ratio, y + (drop - spread) * ratio, width + 2 * spread * ratio, height + 2 * spread * ratio)
  }
  context.fillStyle = '#fff'
  context.fillRect(x, y, width, height)
}

/** Draws page rectangles with edges on whole device pixels. */
interface Pen {
  readonly context: CanvasRenderingContext2D
  readonly ratio: number
  /** Device pixels of page points. */
  x(points: number): number
  y(points: number): number
  /** A frame of so many CSS pixels inside the rectangle's edges. */
  frame(rect: Rect, color: string, width: number): void
}

function penOf(context: CanvasRenderingContext2D, camera: Camera, ratio: number): Pen {
  const x = (points: number) => Math.round((camera.left + points * camera.scale) * ratio)
  const y = (points: number) => Math.round((camera.top + points * camera.scale) * ratio)
  return {
    context,
    ratio,
    x,
    y,
    frame(rect, color, width) {
      const thick = Math.max(1, Math.round(width * ratio))
      const [left, top, right, bottom] = [x(rect.x), y(rect.y), x(rect.x + rect.width), y(rect.y + rect.height)]
      context.fillStyle = color
      context.fillRect(left, top, right - left, thick)
      context.fillRect(left, bottom - thick, right - left, thick)
      context.fillRect(left, top + thick, thick, bottom - top - 2 * thick)
      context.fillRect(right - thick, top + thick, thick, bottom - top - 2 * thick)
    },
  }
}

function paintGrid({ context, ratio, x, y }: Pen, { grid, camera, artwork }: NonNullable<Scene['page']>): void {
  context.save()
  // Round pictures and artwork, whose tones it would streak.
  context.beginPath()
  context.rect(0, 0, context.canvas.width, context.canvas.height)
  for (const rect of artwork.map((cells) => areaRect(grid, cells))) context.rect(x(rect.x), y(rect.y), x(rect.x + rect.width) - x(rect.x), y(rect.y + rect.height) - y(rect.y))
  context.clip('evenodd')
  const area = typeArea(grid)
  const hair = Math.max(1, Math.round(ratio / 2))
  const [top, bottom, left, right] = [y(area.y), y(area.y + area.height), x(area.x), x(area.x + area.width)]
  // Under the ink, as a sheet printed in non-photo blue lies under the paste-up.
  context.globalCompositeOperation = 'multiply'
  const everyLine = grid.linePitch * camera.scale >= LEAST_LINE_DISTANCE
  for (let line = 0; line < grid.lines; line++) {
    if (!everyLine && line % 10 !== 0) continue
    context.fillStyle = line % 10 === 0 ? GRID_TENTH : GRID_LINE
    context.fillRect(left, y(area.y + line * grid.linePitch), right - left, hair)
  }
  context.fillStyle = GRID_COLUMN
  context.fillRect(left, bottom, right - left, hair)
  for (let column = 0; column < grid.columns; column++) {
    const start = area.x + columnX(grid, column)
    context.fillRect(x(start), top, hair, bottom - top)
    context.fillRect(x(start + joinedChars(grid, 1) * grid.bodySize), top, hair, bottom - top)
  }
  context.restore()
}

function paintEmptyPicture({ context, ratio, x, y }: Pen, rect: Rect): void {
  const [left, top, right, bottom] = [x(rect.x), y(rect.y), x(rect.x + rect.width), y(rect.y + rect.height)]
  context.fillStyle = 'rgb(120 128 138 / 0.12)'
  context.fillRect(left, top, right - left, bottom - top)
  context.strokeStyle = 'rgb(120 128 138 / 0.6)'
  context.lineWidth = ratio
  context.strokeRect(left + 0.5, top + 0.5, right - left - 1, bottom - top - 1)
  context.beginPath()
  context.moveTo(left, top)
  context.lineTo(right, bottom)
  context.moveTo(right, top)
  context.lineTo(left, bottom)
  context.stroke()
}

function paintOutline(pen: Pen, grid: Grid, object: PageObject, color: string, width: number): void {
  const { context, ratio, x, y } = pen
  const rects = outline(grid, object)
  // Legs of differing heights are outlined as one shape: down the left, along the feet, up the right, along the tops.
  context.beginPath()
  for (const rect of rects) {
    context.lineTo(x(rect.x), y(rect.y))
    context.lineTo(x(rect.x + rect.width), y(rect.y))
  }
  for (const rect of rects.toReversed()) {
    context.lineTo(x(rect.x + rect.width), y(rect.y + rect.height))
    context.lineTo(x(rect.x), y(rect.y + rect.height))
  }
  context.closePath()
  context.strokeStyle = color
  context.lineWidth = Math.max(1, Math.round(width * ratio))
  context.stroke()
}

/** A ring that the picture is seen through, with a cross. */
function paintCropHandle(context: CanvasRenderingContext2D, x: number, y: number, ratio: number): void {
  const [ring, arm] = [CROP_RING * ratio, CROP_ARM * ratio]
  for (const [color, width] of [['#fff', 4], [SELECTION, 1.5]] as const) {
    context.strokeStyle = color
    context.lineWidth = width * ratio
    context.beginPath()
    context.arc(x, y, ring, 0, 2 * Math.PI)
    context.moveTo(x - arm, y)
    context.lineTo(x + arm, y)
    context.moveTo(x, y - arm)
    context.lineTo(x, y + arm)
    context.stroke()
  }
}

function paintSelection(pen: Pen, grid: Grid, object: PageObject, handles: readonly Handle[]): void {
  const { context, ratio } = pen
  paintOutline(pen, grid, object, SELECTION, 1.5)
  if (outline(grid, object).length > 1) pen.frame(areaRect(grid, areaOf(object)), SELECTION_SOFT, 1)
  for (const { aim, at } of handles) {
    context.lineWidth = ratio
    context.strokeStyle = SELECTION
    context.fillStyle = '#fff'
    const [x, y] = [Math.round(at.x * ratio), Math.round(at.y * ratio)]
    context.beginPath()
    if (aim.kind === 'crop') {
      paintCropHandle(context, x + 0.5, y + 0.5, ratio)
      continue
    }
    if (aim.kind !== 'leg') {
      // Those of the headline's area are filled, so that they are not taken for the story's own.
      if (aim.kind === 'headline') context.fillStyle = SELECTION
      const half = Math.round((HANDLE_SIZE * ratio) / 2)
      context.rect(x - half + 0.5, y - half + 0.5, 2 * half, 2 * half)
    } else context.arc(x + 0.5, y + 0.5, LEG_HANDLE_RADIUS * ratio, 0, 2 * Math.PI)
    context.fill()
    context.stroke()
  }
}
