/** A page as a PNG: the canvas painter on @napi-rs/canvas, white paper. */
import { createCanvas, ImageData } from '@napi-rs/canvas'
import sharp from 'sharp'
import { ApiFailure } from '../../src-core/api/methods.ts'
import type { Rect } from '../../src-core/document/grid.ts'
import type { RecordId } from '../../src-core/document/records.ts'
import type { FaceId } from '../../src-core/document/style.ts'
import type { FaceSet, Outlines } from '../../src-core/fonts/face.ts'
import type { CanvasContext } from '../../src-core/paint/canvas/context.ts'
import { paintFrame, paintItems, type CanvasPicture, type CanvasResources, type View } from '../../src-core/paint/canvas/paint-frame.ts'
import { spriteText, type TextSurface } from '../../src-core/paint/canvas/sprite-text.ts'
import { glyphRuns, mediaBox, paintedItems, pictureItems, pictureKey, showsColour, type PageFrame, type PictureItem, type PrintSheet } from '../../src-core/typeset/frame.ts'
import { screenPicture } from './picture.ts'
import type { Pixels } from './pixels.ts'

/** What painting needs of the machine's faces. */
export interface PaintedFaces {
  readonly set: FaceSet
  outlines(id: FaceId): Promise<Outlines>
}

/** Draws a page of a PDF, counted from 1, so many pixels wide, in colour or grey. */
export type DrawPdf = (bytes: Uint8Array, page: number, width: number, colour: boolean) => Promise<Pixels>

/** Skia's largest side. */
const MAX_SIDE = 32_767

/** Rows painted at a time, so that a page at 300 dpi needs one large bitmap and not three. */
const BAND = 512

/**
 * Paints the MediaBox on white: ceil(width · dpi / 72) × ceil(height · dpi / 72) pixels, the same bytes for
 * the same frame. A picture without bytes stays white, and so does a PDF's page where nothing draws it. Rejects with {@link ApiFailure} for a resolution out of reach or a picture that cannot be decoded.
 */
export async function pagePng(
  frame: PageFrame,
  dpi: number,
  faces: PaintedFaces,
  assetBytes: (asset: RecordId) => Uint8Array | null,
  drawPdf: DrawPdf | null = null,
): Promise<Uint8Array> {
  const scale = dpi / 72
  const media = mediaBox(frame)
  const width = Math.ceil(media.width * scale)
  const height = Math.ceil(media.height * scale)
  if (!(dpi > 0) || Math.max(width, height) > MAX_SIDE)
    throw new ApiFailure({
      code: 'bad-input',
      message: { zh: `不能以 ${dpi} dpi 生成页面图片。`, en: `A page picture cannot be made at ${dpi} dpi.` },
      remedy: { zh: '请用 36 到 600 之间的分辨率。', en: 'Use a resolution between 36 and 600.' },
    })
  const outlines = await outlinesOf(frame, faces)
  const pictures = await picturesOf(frame, scale, assetBytes, drawPdf)
  const surface = textSurface(width, BAND)
  const resources = {
    text: spriteText({ faces: faces.set, outlines: (id) => outlines.get(id) }, () => surface),
    picture: (item: PictureItem) => pictures.get(pictureKey(item)) ?? null,
  }
  const page = createCanvas(width, height)
  const band = createCanvas(width, BAND)
  const context = band.getContext('2d')
  for (let top = 0; top < height; top += BAND) {
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, BAND)
    const view = { scale, x: -media.x * scale, y: -media.y * scale - top }
    const strip = { x: media.x, y: media.y + top / scale, width: width / scale, height: BAND / scale }
    if (frame.sheet) paintSheet(context, frame, frame.sheet, resources, view, strip)
    else paintFrame(context, frame, resources, view, strip)
    page.getContext('2d').drawImage(band, 0, top)
  }
  // libvips writes it in a third of the time that Skia takes, and a fourth smaller.
  return sharp(page.data(), { raw: { width, height, channels: 4 } }).removeAlpha().png().toBuffer()
}

/** Of the page no more than reaches to its bleed, and the marks round it. */
function paintSheet(context: CanvasContext, { trim, bleed, items }: PageFrame, { marks }: PrintSheet, resources: CanvasResources, view: View, strip: Rect): void {
  const [top, foot] = [Math.max(strip.y, -bleed), Math.min(strip.y + strip.height, trim.height + bleed)]
  if (top < foot) paintItems(context, items, resources, view, { x: -bleed, y: top, width: trim.width + 2 * bleed, height: foot - top })
  paintItems(context, marks, resources, view, strip)
}

function textSurface(width: number, height: number): TextSurface {
  const canvas = createCanvas(width, height)
  const image = new ImageData(width, height)
  return {
    width,
    height,
    pixels: image.data,
    upload(x, y, dirtyWidth, dirtyHeight) {
      canvas.getContext('2d').putImageData(image, 0, 0, x, y, dirtyWidth, dirtyHeight)
      return canvas
    },
  }
}

async function outlinesOf(frame: PageFrame, faces: PaintedFaces): Promise<ReadonlyMap<FaceId, Outlines>> {
  const ids = new Set(glyphRuns(paintedItems(frame)).map((run) => run.face))
  return new Map(await Promise.all([...ids].map(async (id) => [id, await faces.outlines(id)] as const)))
}

/** Each picture once, twice as fine as its largest use needs, so that the canvas's own scaling averages four pixels. */
async function picturesOf(
  frame: PageFrame,
  scale: number,
  assetBytes: (asset: RecordId) => Uint8Array | null,
  drawPdf: DrawPdf | null,
): Promise<ReadonlyMap<string, CanvasPicture>> {
  const largest = new Map<string, { readonly item: PictureItem; width: number; height: number }>()
  for (const item of pictureItems(frame.items)) {
    const { width, height } = largest.get(pictureKey(item)) ?? { width: 0, height: 0 }
    largest.set(pictureKey(item), { item, width: Math.max(width, item.width), height: Math.max(height, item.height) })
  }
  const pictures = new Map<string, CanvasPicture>()
  for (const [key, { item, width, height }] of largest) {
    const bytes = assetBytes(item.asset)
    const wanted = { ...(item.crop ? { crop: item.crop } : {}), width: 2 * scale * width, height: 2 * scale * height }
    if (!bytes) continue
    if (item.page === undefined) pictures.set(key, toCanvas(await screenPicture(bytes, item.inks === 'cmyk', wanted)))
    else if (drawPdf) pictures.set(key, toCanvas(await drawPdf(bytes, item.page, wanted.width / (item.crop?.width ?? 1), showsColour(item))))
  }
  return pictures
}

function toCanvas({ pixels, width, height, channels, part }: Pixels): CanvasPicture {
  const image = createCanvas(width, height)
  const data = new ImageData(width, height)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const from = pixel * channels
    const to = pixel * 4
    data.data[to] = pixels[from]!
    data.data[to + 1] = pixels[channels === 1 ? from : from + 1]!
    data.data[to + 2] = pixels[channels === 1 ? from : from + 2]!
    data.data[to + 3] = 255
  }
  image.getContext('2d').putImageData(data, 0, 0)
  return { image, width, height, ...(part ? { part } : {}) }
}
