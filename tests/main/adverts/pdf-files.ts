/** PDFs as adverts come, drawn by hand in content streams: each test says exactly what is in its file. */
import { PDFDocument, PDFName, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'

export interface DrawnPage {
  readonly content: string
  /** Points. */
  readonly media?: readonly number[]
  readonly boxes?: Readonly<Record<string, readonly number[]>>
  readonly rotate?: number
  /** Resources and other entries of the page, made in the file's context. */
  readonly resources?: (context: PDFContext) => Record<string, unknown>
  readonly entries?: (context: PDFContext) => Record<string, unknown>
}

export interface DrawnFile {
  readonly pages: readonly DrawnPage[]
  /** Entries of the catalog. */
  readonly catalog?: (context: PDFContext) => Record<string, unknown>
}

export async function pdfOf({ pages, catalog }: DrawnFile): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context } = document
  for (const { content, media = [0, 0, 200, 100], boxes = {}, rotate, resources, entries } of pages) {
    const { node } = document.addPage([media[2]! - media[0]!, media[3]! - media[1]!])
    const put = (key: string, value: unknown) => node.set(PDFName.of(key), context.obj(value as never) as PDFObject)
    put('MediaBox', media)
    for (const [box, numbers] of Object.entries(boxes)) put(box, numbers)
    if (rotate !== undefined) put('Rotate', rotate)
    put('Resources', resources?.(context) ?? {})
    for (const [key, value] of Object.entries(entries?.(context) ?? {})) put(key, value)
    node.set(PDFName.of('Contents'), context.register(context.flateStream(content)))
  }
  for (const [key, value] of Object.entries(catalog?.(context) ?? {})) document.catalog.set(PDFName.of(key), context.obj(value as never) as PDFObject)
  return document.save({ useObjectStreams: false })
}

/** One page of that content. */
export function drawing(content: string, page: Omit<DrawnPage, 'content'> = {}): Promise<Uint8Array> {
  return pdfOf({ pages: [{ content, ...page }] })
}

/** A stream as an object of its own. */
export function stream(context: PDFContext, content: string | Uint8Array, dict: Record<string, unknown> = {}) {
  return context.register(context.flateStream(content, dict as never))
}
