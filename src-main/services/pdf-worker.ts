/** A thread that reads and draws PDFs from outside: whatever they do, only it is lost. */
import type { PdfInfo } from '../adverts/read-pdf.ts'
import type { PageRaster } from '../adverts/raster-page.ts'
import { answerTasks } from './thread-messages.ts'

export type PdfTask =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  /** Page counted from 1. */
  | { readonly kind: 'draw'; readonly bytes: Uint8Array; readonly page: number; readonly width: number }

export type PdfAnswer = PdfInfo | PageRaster

answerTasks(work)

async function work(task: PdfTask): Promise<PdfAnswer> {
  if (task.kind === 'read') return (await import('../adverts/read-pdf.ts')).readPdf(task.bytes)
  return (await import('../adverts/raster-page.ts')).rasterPage(task.bytes, task.page, task.width)
}
