/**
 * Walks all that a PDF page draws, as a printing device would: which inks touch the box that is shown, what no print file
 * may have, and which resources are used. What lies wholly outside the box, such as crop marks and slug lines in all inks,
 * does not count.
 */
import { PDFName, type PDFDict, type PDFObject, type PDFRawStream } from '@cantoo/pdf-lib'
import type { PdfFaultKind } from '../../src-core/document/pdf-page.ts'
import { colorSpace, namedSpaces, type ColorSpace } from './color-space.ts'
import { ContentFault, type Operator } from './content-stream.ts'
import { Content, FIRST_STATE, isPaper, type Paint, type State } from './content-walk.ts'
import { decodedStream, filtersOf, StreamFault } from './filters.ts'
import { fontLack } from './font-lack.ts'
import type { FoundImage } from './image-ink.ts'
import { InkTally, isBlackAlone } from './ink-tally.ts'
import { matrixOf, multiply, overlaps, type Matrix } from './matrix.ts'
import type { Box, PdfLeaf } from './page-box.ts'
import { dictOf, entriesOf, entry, listIn, nameIn, numberIn, numbersIn, streamOf } from './pdf-objects.ts'
import { shadingInks } from './shading-ink.ts'

/** Of all content streams of a page together. */
const MOST_CONTENT_BYTES = 256 << 20
const MOST_OPERATORS = 2_000_000
const MOST_DEPTH = 24
/** Pixels each way: what has fewer is a patch of colour and no picture. */
const LEAST_PICTURE = 32

export type ResourceKind = 'ExtGState' | 'ColorSpace' | 'Pattern' | 'Shading' | 'XObject' | 'Font'

export interface WalkedPage {
  readonly faults: ReadonlySet<PdfFaultKind>
  /** Fonts that are not embedded. */
  readonly fonts: ReadonlySet<string>
  readonly tally: InkTally
  /** Points; of lines that touch the box. */
  readonly thinnestRule: number
  /** Pictures that touch the box, to be measured. */
  readonly images: readonly FoundImage[]
  /** Pixels an inch of the coarsest of them. */
  readonly leastPpi: number
  /** What content has to say in other words, by the stream that says it, null for the page's own, and where it stands. */
  readonly rewords: ReadonlyMap<PDFObject | null, ReadonlyMap<number, Reword>>
  /** Names that content uses, by its dictionary of resources. */
  readonly used: ReadonlyMap<PDFDict, ReadonlyMap<ResourceKind, ReadonlySet<string>>>
}

/** Black in colours of a screen, said as grey: what stands from one byte to another, and what is to stand there. */
export interface Reword {
  readonly from: number
  readonly to: number
  readonly text: string
}

export function walkPage(leaf: PdfLeaf, box: Box): WalkedPage {
  const walk = new Walk(box)
  try {
    walk.content(null, contentOf(leaf), dictOf(leaf.inherited('Resources')), FIRST_STATE)
  } catch (error) {
    walk.fail(error)
  }
  return walk
}

/** A form as it stands in a file of ours. */
export function walkForm(form: PDFRawStream): WalkedPage {
  const [left = 0, bottom = 0, right = 0, top = 0] = numbersIn(entry(form.dict, 'BBox')) ?? []
  const walk = new Walk({ left, bottom, right, top })
  try {
    walk.content(form, decodedStream(form, MOST_CONTENT_BYTES).bytes, dictOf(entry(form.dict, 'Resources')), FIRST_STATE)
  } catch (error) {
    walk.fail(error)
  }
  return walk
}

/** Content streams of a page, one after the other; throws {@link StreamFault}. */
export function contentOf({ page }: PdfLeaf): Uint8Array {
  const contents = entry(page, 'Contents')
  if (!contents && page.has(PDFName.of('Contents'))) throw new StreamFault('drawing')
  const parts: Uint8Array[] = []
  let length = 0
  for (const part of listIn(contents) ?? [contents]) {
    if (part === undefined) continue
    const stream = streamOf(part)
    if (!stream) throw new StreamFault('drawing')
    const { bytes, picture } = decodedStream(stream, MOST_CONTENT_BYTES)
    if (picture) throw new StreamFault('drawing')
    if ((length += bytes.length) > MOST_CONTENT_BYTES) throw new StreamFault('drawing')
    parts.push(bytes, NEWLINE)
  }
  return Buffer.concat(parts)
}

const NEWLINE = Uint8Array.of(0x0a)

export class Walk implements WalkedPage {
  readonly faults = new Set<PdfFaultKind>()
  readonly fonts = new Set<string>()
  readonly tally = new InkTally()
  thinnestRule = Infinity
  readonly images: FoundImage[] = []
  leastPpi = Infinity
  readonly rewords = new Map<PDFObject | null, Map<number, Reword>>()
  readonly used = new Map<PDFDict, Map<ResourceKind, Set<string>>>()
  readonly report = (kind: PdfFaultKind) => void this.faults.add(kind)
  private readonly box: Box
  /** Patterns and letters that were looked at, wherever they stand. */
  private readonly seen = new Set<PDFObject>()
  private operators = 0
  private depth = 0

  constructor(box: Box) {
    this.box = box
  }

  fail(error: unknown): void {
    if (error instanceof StreamFault) this.report(error.kind)
    else if (error instanceof ContentFault || error instanceof RangeError) this.report('drawing')
    else throw error
  }

  /** `origin`: the stream that says it, null for the page. `everywhere`: drawing that comes to stand in places of its own, a pattern's tile. */
  content(origin: PDFObject | null, bytes: Uint8Array, resources: PDFDict | undefined, state: State, everywhere = false): void {
    if (++this.depth > MOST_DEPTH) throw new ContentFault('nested too deeply')
    const defaults = namedSpaces(resources)
    for (const name of ['DefaultGray', 'DefaultCMYK']) if (defaults(name)) colorSpace(defaults(name), defaults, this.report)
    new Content(this, origin, resources, state, everywhere).run(bytes)
    this.depth--
  }

  countOperator(): void {
    if (++this.operators > MOST_OPERATORS) throw new ContentFault('too many operators')
  }

  use(resources: PDFDict | undefined, kind: ResourceKind, name: string): PDFObject | undefined {
    const found = entry(dictOf(entry(resources, kind)), name)
    if (!resources || !found) {
      this.report('drawing')
      return undefined
    }
    const kinds = this.used.get(resources) ?? new Map<ResourceKind, Set<string>>()
    this.used.set(resources, kinds.set(kind, (kinds.get(kind) ?? new Set<string>()).add(name)))
    return found
  }

  /** A form that is shown twice is read twice, and must come to the same. */
  reword(origin: PDFObject | null, { from, to }: Operator, text: string): void {
    const rewords = this.rewords.get(origin) ?? new Map<number, Reword>()
    const known = rewords.get(from)
    if (known && known.text !== text) this.report('rgb')
    this.rewords.set(origin, rewords.set(from, { from, to, text }))
  }

  touches(area: Box): boolean {
    return overlaps(area, this.box)
  }

  paint(paint: Paint, overprints: boolean): void {
    if (paint === 'pattern') return
    if (!paint) return this.report('unmeasured')
    this.tally.add(paint)
    if (overprints && !isBlackAlone(paint)) this.report('overprint')
    // White that overprints is nothing on paper, and white on a screen.
    if (overprints && isPaper(paint)) this.report('overprint')
  }

  /** A line of bare paper is none. */
  stroke(paint: Paint, overprints: boolean, width: number): void {
    this.paint(paint, overprints)
    if (!isPaper(paint)) this.thinnestRule = Math.min(this.thinnestRule, width)
  }

  pattern(pattern: PDFObject | undefined, resources: PDFDict | undefined): void {
    if (!pattern || this.seen.has(pattern)) return
    this.seen.add(pattern)
    const dict = dictOf(pattern)
    if (numberIn(entry(dict, 'PatternType')) === 2) return this.shading(entry(dict, 'Shading'), resources)
    const stream = streamOf(pattern)
    if (!stream) return this.report('drawing')
    this.content(stream, decodedStream(stream, MOST_CONTENT_BYTES).bytes, dictOf(entry(dict, 'Resources')), FIRST_STATE, true)
  }

  shading(shading: PDFObject | undefined, resources: PDFDict | undefined): void {
    const inks = shadingInks(shading, namedSpaces(resources), this.report)
    if (inks) for (const one of inks) this.tally.add(one)
    else this.report('unmeasured')
  }

  font(font: PDFObject | undefined): void {
    if (!font || this.seen.has(font)) return
    this.seen.add(font)
    const dict = dictOf(font)
    const lack = fontLack(dict)
    if (lack !== null) {
      this.report('font')
      this.fonts.add(lack)
    }
    if (nameIn(entry(dict, 'Subtype')) !== 'Type3') return
    for (const [, letter] of entriesOf(dictOf(entry(dict, 'CharProcs')))) {
      const stream = streamOf(letter)
      if (stream) this.content(stream, decodedStream(stream, MOST_CONTENT_BYTES).bytes, dictOf(entry(dict, 'Resources')), FIRST_STATE, true)
    }
  }

  /** Begins in the state that calls it. */
  form(stream: PDFRawStream, state: State, everywhere: boolean): void {
    const { dict } = stream
    const matrix = multiply(matrixOf(numbersIn(entry(dict, 'Matrix'))), state.matrix)
    this.content(stream, decodedStream(stream, MOST_CONTENT_BYTES).bytes, dictOf(entry(dict, 'Resources')), { ...state, matrix }, everywhere)
  }

  /** `touches` is false for one that lies outside the box. */
  image(stream: FoundImage['stream'], space: ColorSpace | null, touches: boolean): void {
    const { dict } = stream
    const filters = filtersOf(dict)
    if (filters.some((filter) => filter === 'JPXDecode' || filter === 'JBIG2Decode' || filter === 'LZWDecode')) this.report('compression')
    // A key of PDF 1.5.
    if (numberIn(entry(dict, 'BitsPerComponent')) === 16) this.report('compression')
    const mask = entry(dict, 'SMask')
    if ((mask && nameIn(mask) !== 'None') || numberIn(entry(dict, 'SMaskInData'))) this.report('transparency')
    const stencil = streamOf(entry(dict, 'Mask'))
    if (stencil && filtersOf(stencil.dict).some((filter) => filter === 'JBIG2Decode' || filter === 'LZWDecode')) this.report('compression')
    if (space && touches) this.images.push({ stream, space })
  }

  /** Of a picture in tones that stands there. */
  resolution(dict: PDFDict, [a, b, c, d]: Matrix): void {
    const [width, height] = [numberIn(entry(dict, 'Width')) ?? 0, numberIn(entry(dict, 'Height')) ?? 0]
    if (width < LEAST_PICTURE || height < LEAST_PICTURE || numberIn(entry(dict, 'BitsPerComponent')) === 1) return
    this.leastPpi = Math.min(this.leastPpi, 72 * Math.sqrt((width * height) / Math.abs(a * d - b * c)))
  }
}
