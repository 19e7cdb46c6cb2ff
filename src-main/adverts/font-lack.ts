/** Whether a font of a PDF brings its letters with it, in a form that PDF 1.4 knows. */
import type { PDFDict } from '@cantoo/pdf-lib'
import { dictOf, entry, listIn, nameIn } from './pdf-objects.ts'

/** Its name where it does not, without a subset's tag; null where it does. */
export function fontLack(font: PDFDict | undefined): string | null {
  const kind = nameIn(entry(font, 'Subtype'))
  if (kind === 'Type3') return null
  const inner = kind === 'Type0' ? dictOf(listIn(entry(font, 'DescendantFonts'))?.[0]) : font
  const descriptor = dictOf(entry(inner, 'FontDescriptor'))
  const openType = nameIn(entry(dictOf(entry(descriptor, 'FontFile3')), 'Subtype')) === 'OpenType'
  if (!openType && ['FontFile', 'FontFile2', 'FontFile3'].some((file) => entry(descriptor, file))) return null
  return (nameIn(entry(font, 'BaseFont')) ?? '?').replace(/^[A-Z]{6}\+/u, '').slice(0, 100)
}
