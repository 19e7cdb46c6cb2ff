/**
 * A page of an advert's PDF as a picture, drawn by pdf.js on Node's canvas: for the screen, and for print where vectors do
 * not pass.
 */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { ApiFailure } from '../../src-core/api/methods.ts'
import { blackAsGrey } from './black-as-grey.ts'
import { leavesOf, shownBox, shownSize, type ShownBox } from './page-box.ts'
import { damaged } from './pdf-file.ts'
import { openPdf } from './read-pdf.ts'

const MOST_PIXELS = 120_000_000
/** Skia's largest side. */
const MOST_SIDE = 32_767

/** Red, green and blue, 8 bits each, on white. */
export interface PageRaster {
  readonly pixels: Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: 3
}

/**
 * What is shown of a page, `width` pixels wide, fewer where that would be too many. Black ink alone comes out as grey, and
 * solid as black. Rejects with `ApiFailure` `unreadable-file`. Whoever calls it guards against time without end.
 */
export async function rasterPage(bytes: Uint8Array, number: number, width: number): Promise<PageRaster> {
  const document = await openPdf(bytes)
  const leaf = leavesOf(document, number)[number - 1]
  const shown = leaf && shownBox(leaf)
  if (!shown) throw damaged()
  const drawable = await blackAsGrey(document, leaf).catch(() => Uint8Array.from(bytes))
  const size = shownSize(shown)
  const most = Math.min(width, Math.sqrt((MOST_PIXELS * size.width) / size.height), MOST_SIDE, (MOST_SIDE * size.width) / size.height)
  try {
    return await drawn(drawable, number, shown, Math.max(1, Math.floor(most)) / size.width)
  } catch (error) {
    throw error instanceof ApiFailure ? error : damaged()
  }
}

async function drawn(data: Uint8Array, number: number, shown: ShownBox, scale: number): Promise<PageRaster> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const root = `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/`
  const task = getDocument({
    data,
    verbosity: 0,
    cMapUrl: `${root}cmaps/`,
    standardFontDataUrl: `${root}standard_fonts/`,
    wasmUrl: `${root}wasm/`,
    iccUrl: `${root}iccs/`,
    enableXfa: false,
    maxImageSize: MOST_PIXELS,
  })
  try {
    const page = await (await task.promise).getPage(number)
    // pdf.js takes the unit into its scale; the view begins where the box that is shown does.
    const whole = page.getViewport({ scale })
    const { left, bottom, right, top } = shown.box
    const [x1, y1] = whole.convertToViewportPoint(left, bottom) as [number, number]
    const [x2, y2] = whole.convertToViewportPoint(right, top) as [number, number]
    const viewport = page.getViewport({ scale, offsetX: -Math.min(x1, x2), offsetY: -Math.min(y1, y2) })
    const width = Math.max(1, Math.round(Math.abs(x2 - x1)))
    const height = Math.max(1, Math.round(Math.abs(y2 - y1)))
    const canvas = createCanvas(width, height)
    const context = canvas.getContext('2d')
    // Its types know the canvas of a window only; Node's has the same methods.
    await page.render({ canvas: canvas as never, canvasContext: context as never, viewport, annotationMode: 0, intent: 'print', background: '#fff' }).promise
    return { pixels: withoutAlpha(canvas.data()), width, height, channels: 3 }
  } finally {
    await task.destroy()
  }
}

function withoutAlpha(rgba: Uint8Array): Uint8Array {
  const pixels = new Uint8Array((rgba.length / 4) * 3)
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    pixels[to++] = rgba[from]!
    pixels[to++] = rgba[from + 1]!
    pixels[to++] = rgba[from + 2]!
  }
  return pixels
}
