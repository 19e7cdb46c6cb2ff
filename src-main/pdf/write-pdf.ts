/** One PDF of one or many pages, painted from their frames. */
import type { PageFrame } from '../../src-core/typeset/frame.ts'
import { glyphUsage } from './glyph-usage.ts'
import type { Colors } from './inks.ts'
import { paintFrame, type PdfResources } from './paint-frame.ts'
import { PdfDocument, type PdfInfo } from './pdfkit-document.ts'

export async function writePdf(frames: readonly PageFrame[], info: PdfInfo, resources: PdfResources, colors: Colors = 'print'): Promise<Uint8Array> {
  const document = new PdfDocument(info, glyphUsage(frames, resources.faces))
  for (const frame of frames) paintFrame(document, frame, resources, colors)
  return document.end()
}
