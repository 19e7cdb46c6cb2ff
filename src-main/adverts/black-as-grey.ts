/**
 * Screens show the black of four inks as a bluish dark grey, and so would a picture that is made of it: type in black ink
 * alone would come back from it on four plates, and thin. Said as grey, solid black stays black.
 */
import { PDFName, PDFRawStream, type PDFDict, type PDFDocument } from '@cantoo/pdf-lib'
import { ContentFault, nameOf, operatorsOf, type Operand } from './content-stream.ts'
import { decodedStream, StreamFault } from './filters.ts'
import type { PdfLeaf } from './page-box.ts'
import { contentOf } from './page-walk.ts'
import { entry, nameIn, numberIn } from './pdf-objects.ts'

const MOST_BYTES = 64 << 20

/** The file anew, with black ink said as grey on that page and in what it may draw. Changes the document. */
export async function blackAsGrey(document: PDFDocument, leaf: PdfLeaf): Promise<Uint8Array> {
  const { context } = document
  leaf.page.set(PDFName.of('Contents'), context.register(context.flateStream(rewritten(contentOf(leaf)))))
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !draws(object.dict)) continue
    try {
      const { bytes, picture } = decodedStream(object, MOST_BYTES)
      if (picture) continue
      const dict = object.dict.clone(context)
      dict.delete(PDFName.of('Filter'))
      dict.delete(PDFName.of('DecodeParms'))
      context.assign(reference, PDFRawStream.of(dict, rewritten(bytes)))
    } catch (error) {
      if (!(error instanceof StreamFault)) throw error
    }
  }
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
}

function draws(dict: PDFDict): boolean {
  return nameIn(entry(dict, 'Subtype')) === 'Form' || numberIn(entry(dict, 'PatternType')) === 1
}

/** As it was, where it is not to be read. */
function rewritten(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let done = 0
  let spaces: Spaces = { fill: '', stroke: '' }
  const outer: Spaces[] = []
  try {
    for (const { operator, operands, from, to } of operatorsOf(bytes)) {
      if (operator === 'q') outer.push(spaces)
      else if (operator === 'Q') spaces = outer.pop() ?? spaces
      else if (operator === 'cs') spaces = { ...spaces, fill: nameOf(operands[0]) ?? '' }
      else if (operator === 'CS') spaces = { ...spaces, stroke: nameOf(operands[0]) ?? '' }
      const said = inProcess(operator, spaces)
      if (!said || operands.length !== 4) continue
      parts.push(bytes.subarray(done, from), Buffer.from(greyed(operands, said)))
      done = to
    }
  } catch (error) {
    if (error instanceof ContentFault) return bytes
    throw error
  }
  return done === 0 ? bytes : Buffer.concat([...parts, bytes.subarray(done)])
}

interface Spaces {
  readonly fill: string
  readonly stroke: string
}

/** What says a colour of the four inks, of fills or of strokes. */
function inProcess(operator: string, { fill, stroke }: Spaces): 'k' | 'K' | null {
  if (operator === 'k' || ((operator === 'sc' || operator === 'scn') && fill === 'DeviceCMYK')) return 'k'
  return operator === 'K' || ((operator === 'SC' || operator === 'SCN') && stroke === 'DeviceCMYK') ? 'K' : null
}

function greyed(operands: readonly Operand[], operator: 'k' | 'K'): string {
  const [cyan, magenta, yellow, black] = operands
  if (cyan !== 0 || magenta !== 0 || yellow !== 0 || typeof black !== 'number') return `${operands.join(' ')} ${operator}`
  return `${Math.round((1 - black) * 10_000) / 10_000} ${operator === 'k' ? 'g' : 'G'}`
}
