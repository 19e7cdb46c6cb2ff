/** Takes a page out of an advert's PDF to be placed as vectors: only what its content uses, and of that only what print files may have. */
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, type PDFContext, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'
import { PlacedObject, type PlacedDictionary, type PlacedPage, type PlacedValue } from '../pdf/placed-page.ts'
import { decodedStream, StreamFault } from './filters.ts'
import { multiply, type Matrix } from './matrix.ts'
import { leavesOf, shownBox, type ShownBox } from './page-box.ts'
import { contentOf, walkPage, type ResourceKind, type Reword, type WalkedPage } from './page-walk.ts'
import { dictOf, entriesOf, entry, nameIn, numberIn, resolved } from './pdf-objects.ts'

/** The graph of a page's resources is flat and not large, but for loops and bombs. */
const MOST_DEPTH = 64
const MOST_VALUES = 2_000_000
const MOST_CONTENT_BYTES = 256 << 20

/** A form begins in whatever state the page is in: this is the one that a page begins in (ISO 32000-1, table 52). */
const FIRST_STATE = '0 g 0 G 1 w 0 J 0 j 10 M [] 0 d 0 Tc 0 Tw 100 Tz 0 TL 0 Tr 0 Ts'

/** What says nothing about the drawing, or must not be in a print file. */
const LEFT_OUT = new Set(['Parent', 'P', 'StructParent', 'StructParents', 'Metadata', 'PieceInfo', 'LastModified', 'OC', 'AA', 'A', 'JS', 'EF', 'AF', 'OPI', 'Alternates', 'Ref', 'Group', 'ExtGState', 'Measure', 'PtData', 'ID', 'Length', 'F', 'FFilter', 'FDecodeParms', 'DL'])

/** Of a graphics state; transparency and transfer curves are at rest where a page may be placed. */
const STATE_KEYS = new Set(['Type', 'LW', 'LC', 'LJ', 'ML', 'D', 'RI', 'OP', 'op', 'OPM', 'Font', 'FL', 'SM', 'SA'])

/** Null where the file has no such page, or it may not be placed so. */
export function placePage(document: PDFDocument, number: number): PlacedPage | null {
  const leaf = leavesOf(document, number)[number - 1]
  const shown = leaf && shownBox(leaf)
  if (!shown) return null
  const walked = walkPage(leaf, shown.box)
  if (walked.faults.size > 0) return null
  const { left, bottom, right, top } = shown.box
  const form = new PlacedObject()
  form.entries.set('Type', '/XObject').set('Subtype', '/Form').set('BBox', [left, bottom, right, top].map(String))
  try {
    form.entries.set('Resources', new Copy(document.context, walked).resources(dictOf(leaf.inherited('Resources')), 0))
  } catch (error) {
    if (error instanceof StreamFault) return null
    throw error
  }
  form.stream = Buffer.concat([Buffer.from(`${FIRST_STATE}\n`), reworded(contentOf(leaf), walked.rewords.get(null))])
  return { form, inks: walked.tally.facts(), matrix: toUnitSquare(shown) }
}

function reworded(bytes: Uint8Array, rewords: ReadonlyMap<number, Reword> = new Map()): Uint8Array {
  const parts: Uint8Array[] = []
  let done = 0
  for (const { from, to, text } of [...rewords.values()].toSorted((one, other) => one.from - other.from)) {
    parts.push(bytes.subarray(done, from), Buffer.from(text))
    done = to
  }
  return done === 0 ? bytes : Buffer.concat([...parts, bytes.subarray(done)])
}

class Copy {
  private readonly context: PDFContext
  private readonly walked: WalkedPage
  private readonly objects = new Map<PDFObject, PlacedObject>()
  private values = 0

  constructor(context: PDFContext, walked: WalkedPage) {
    this.context = context
    this.walked = walked
  }

  /** Only what content that was walked asks for. */
  resources(dict: PDFDict | undefined, depth: number): PlacedDictionary {
    const copy = new Map<string, PlacedValue>()
    const used = dict && this.walked.used.get(dict)
    for (const [kind, names] of used ?? []) {
      const found = dictOf(entry(dict, kind))
      copy.set(kind, new Map([...names].toSorted().map((name) => [key(name), this.resource(kind, found?.get(PDFName.of(name)), depth + 1)])))
    }
    // Marked content may name properties; that they are there is all that is needed.
    const properties = entriesOf(dictOf(entry(dict, 'Properties')))
    if (properties.length > 0) copy.set('Properties', new Map(properties.map(([name]) => [key(name), new Map()])))
    return copy
  }

  private resource(kind: ResourceKind, value: PDFObject | undefined, depth: number): PlacedValue {
    if (kind !== 'ExtGState') return this.referred(value, depth)
    return this.dictionary(dictOf(resolved(this.context, value)), depth, (name) => STATE_KEYS.has(name))
  }

  private value(value: PDFObject | undefined, depth: number): PlacedValue {
    if (++this.values > MOST_VALUES) throw new StreamFault('drawing')
    if (depth > MOST_DEPTH || value === undefined) return 'null'
    if (value instanceof PDFArray && nameIn(value.get(0)) === 'ICCBased') return numberIn(entry(dictOf(value.lookup(1)), 'N')) === 4 ? '/DeviceCMYK' : '/DeviceGray'
    if (value instanceof PDFArray) return value.asArray().map((item) => this.referred(item, depth + 1))
    if (value instanceof PDFRawStream) return this.stream(value, depth)
    if (value instanceof PDFDict) return this.dictionary(value, depth, (name) => !LEFT_OUT.has(name))
    return value.toString()
  }

  /** What was an object of its own stays one, so that nothing is written twice. */
  private referred(value: PDFObject | undefined, depth: number): PlacedValue {
    if (!(value instanceof PDFRef)) return this.value(value, depth)
    const target = resolved(this.context, value)
    if (target instanceof PDFRawStream || !(target instanceof PDFDict)) return this.value(target, depth)
    const known = this.objects.get(target)
    if (known) return known
    const placed = new PlacedObject()
    this.objects.set(target, placed)
    for (const [name, copied] of this.dictionary(target, depth, (each) => !LEFT_OUT.has(each))) placed.entries.set(name, copied)
    return placed
  }

  private stream(stream: PDFRawStream, depth: number): PlacedObject {
    const known = this.objects.get(stream)
    if (known) return known
    const placed = new PlacedObject()
    this.objects.set(stream, placed)
    for (const [name, value] of this.dictionary(stream.dict, depth, (each) => !LEFT_OUT.has(each) && each !== 'SMask')) placed.entries.set(name, value)
    const rewords = this.walked.rewords.get(stream)
    placed.stream = rewords ? reworded(decodedStream(stream, MOST_CONTENT_BYTES).bytes, rewords) : stream.getContents()
    if (placed.stream.length > 0 && !rewords) return placed
    placed.entries.delete('Filter')
    placed.entries.delete('DecodeParms')
    // A letter that is a space draws nothing; a stream must have something in it all the same.
    if (placed.stream.length === 0) placed.stream = Uint8Array.of(0x0a)
    return placed
  }

  private dictionary(dict: PDFDict | undefined, depth: number, keeps: (key: string) => boolean): PlacedDictionary {
    const copy = new Map<string, PlacedValue>()
    for (const [written, value] of dict?.entries() ?? []) {
      const name = written.decodeText()
      if (keeps(name)) copy.set(key(name), name === 'Resources' ? this.resources(dictOf(resolved(this.context, value)), depth + 1) : this.referred(value, depth + 1))
    }
    return copy
  }
}

/** A name as it is written, without its slash (ISO 32000-1, 7.3.5). */
function key(name: string): string {
  return PDFName.of(name).toString().slice(1)
}

/** The box, turned upright, onto 0 to 1 with y downwards. */
function toUnitSquare({ box: { left, bottom, right, top }, rotate }: ShownBox): Matrix {
  const [width, height] = [right - left, top - bottom]
  const flat: Matrix = [1 / width, 0, 0, -1 / height, -left / width, 1 + bottom / height]
  // In the square with y downwards: clockwise by a quarter takes (x, y) to (1 - y, x).
  const turns: Readonly<Record<ShownBox['rotate'], Matrix>> = { 0: [1, 0, 0, 1, 0, 0], 90: [0, 1, -1, 0, 1, 0], 180: [-1, 0, 0, -1, 1, 1], 270: [0, -1, 1, 0, 0, 1] }
  return multiply(flat, turns[rotate])
}
