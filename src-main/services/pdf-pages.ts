/** PDFs of adverts, read and drawn in a thread that is ended when it takes too long. */
import type { ApiFailure } from '../../src-core/api/methods.ts'
import { failure } from '../../src-core/api/errors.ts'
import type { PdfInfo } from '../adverts/read-pdf.ts'
import type { PageRaster } from '../adverts/raster-page.ts'
import type { Pixels } from '../images/pixels.ts'
import { requireWhole } from '../adverts/pdf-file.ts'
import { KeptThreads } from './kept-threads.ts'
import type { PdfAnswer, PdfTask } from './pdf-worker.ts'

const MEGABYTES = 2_048
/** Milliseconds. An advert of a page's size is read in one second and drawn for print in five. */
const READING = 20_000
const DRAWING = 60_000

/** Rejects with {@link ApiFailure} `unreadable-file`. */
export async function readPdf(bytes: Uint8Array): Promise<PdfInfo> {
  requireWhole(bytes)
  return (await run({ kind: 'read', bytes }, READING)) as PdfInfo
}

/** A page, counted from 1, so many pixels wide, in colour or as grey. Rejects like {@link readPdf}. */
export async function drawPdf(bytes: Uint8Array, page: number, width: number, colour: boolean): Promise<Pixels> {
  const raster = (await run({ kind: 'draw', bytes, page, width: Math.ceil(width) }, DRAWING)) as PageRaster
  if (colour) return raster
  const { greyOf } = await import('../images/raw-pixels.ts')
  return greyOf(raster)
}

/** A PNG for the screen. Rejects like {@link readPdf}. */
export async function pdfPreview(bytes: Uint8Array, page: number, maxWidth: number, colour: boolean): Promise<{ png: Uint8Array; width: number; height: number }> {
  const { pngOf } = await import('../images/raw-pixels.ts')
  return pngOf(await drawPdf(bytes, page, maxWidth, colour))
}

/** One at a time: each may take a hundred megabytes, and a page of adverts asks for all of them at once. */
const thread = new KeptThreads<PdfTask, PdfAnswer>({ name: 'pdf-worker', most: 1, idleMilliseconds: 60_000, megabytes: MEGABYTES })

function run(task: PdfTask, milliseconds: number): Promise<PdfAnswer> {
  const hooks = { signal: new AbortController().signal, progress: () => {} }
  return thread.run(task, hooks, { milliseconds, beyond: tooHeavy() })
}

function tooHeavy(): ApiFailure {
  return failure(
    'unreadable-file',
    { zh: 'PDF 太复杂，没能读完。', en: 'The PDF is too complex and could not be read to its end.' },
    { zh: '请对方简化后重新输出，或另存为 300 ppi 的 TIFF、JPEG。', en: 'Have it made again more simply, or as TIFF or JPEG of 300 ppi.' },
  )
}
