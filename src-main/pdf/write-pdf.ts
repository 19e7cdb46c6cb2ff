/** One PDF of one or many pages, painted from their frames. */
import type { PageFrame } from '../../src-core/typeset/frame.ts'
import { compactFonts } from './compact-fonts.ts'
import { glyphUsage } from './glyph-usage.ts'
import type { Colors } from './inks.ts'
import { paintFrame, type PdfResources } from './paint-frame.ts'
import { PdfDocument, type PdfInfo } from './pdfkit-document.ts'

export async function writePdf(frames: readonly PageFrame[], info: PdfInfo, resources: PdfResources, colors: Colors = 'print'): Promise<Uint8Array> {
  const usage = glyphUsage(frames, resources.faces)
  const embedded = resources.outlines ? [] : [...usage.keys()].flatMap((id) => resources.faces.face(id) ?? [])
  const document = new PdfDocument(info, usage, await compactFonts(embedded, (id) => resources.path(id)))
  for (const frame of frames) paintFrame(document, frame, resources, colors)
  return document.end()
}
