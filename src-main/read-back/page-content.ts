/** What a page of a file paints, as its operators say: words with their places, inks, pictures. */
import type { PDFDict, PDFObject, PDFRawStream } from '@cantoo/pdf-lib'
import { nameOf, operatorsOf, type Operand, type Text } from '../adverts/content-stream.ts'
import { decodedStream } from '../adverts/filters.ts'
import { dictOf, entry, listIn, nameIn, streamOf } from '../adverts/pdf-objects.ts'
import { utf16, type ReadFont } from './embedded-fonts.ts'

const MOST_BYTES = 256 << 20
const MOST_DEPTH = 16

/** What stands between BT and ET. */
export interface ReadRun {
  /** As whoever copies or searches it is answered. */
  readonly text: string
  /** Where its first glyph stands on its baseline. */
  readonly x: number
  readonly y: number
}

export interface ReadContent {
  readonly runs: readonly ReadRun[]
  /** Of what the page itself paints: DeviceCMYK, DeviceRGB … */
  readonly spaces: ReadonlySet<string>
  readonly spots: ReadonlySet<string>
  /** Cyan, magenta, yellow, black: whether any operator asks for it. */
  readonly plates: readonly [boolean, boolean, boolean, boolean]
  /** Sum of the inks of the heaviest operator, 1 a solid plate. */
  readonly mostInk: number
  readonly pictures: number
  /** Of the pictures those that are pages of adverts, each time that they are shown. */
  readonly placed: readonly PDFRawStream[]
  /** Shapes of letters. */
  readonly shapes: number
}

/** DeviceN may name them beside spot colours. */
const PLATES = ['Cyan', 'Magenta', 'Yellow', 'Black']

/** What letters that are shapes are called on a page. */
const SHAPE = /^G\d+$/u

/** Of an em, from a vertical glyph's origin down to its baseline, where a font says nothing else (ISO 32000-1, 9.7.4.3: DW2). */
const VERTICAL_ORIGIN = 0.88

const SPACE_OF: Readonly<Record<string, string>> = { k: 'DeviceCMYK', K: 'DeviceCMYK', g: 'DeviceGray', G: 'DeviceGray', rg: 'DeviceRGB', RG: 'DeviceRGB' }

/** Throws `ContentFault` or `StreamFault` where it cannot be read. `font` answers the same value for the same font. */
export function readContent(page: PDFDict, resources: PDFDict | undefined, font: (dict: PDFDict) => ReadFont): ReadContent {
  const reader = new Reader(font)
  const contents = entry(page, 'Contents')
  const streams = listIn(contents)?.map(streamOf) ?? [streamOf(contents)]
  reader.read(Buffer.concat(streams.map((stream) => (stream ? decodedStream(stream, MOST_BYTES).bytes : new Uint8Array(0)))), resources)
  return reader
}

class Reader implements ReadContent {
  readonly runs: ReadRun[] = []
  readonly spaces = new Set<string>()
  readonly spots = new Set<string>()
  readonly plates: [boolean, boolean, boolean, boolean] = [false, false, false, false]
  mostInk = 0
  pictures = 0
  readonly placed: PDFRawStream[] = []
  shapes = 0
  private readonly font: (dict: PDFDict) => ReadFont
  private readonly kinds = new Map<string, PDFRawStream | 'picture' | 'shape'>()

  constructor(font: (dict: PDFDict) => ReadFont) {
    this.font = font
  }

  read(bytes: Buffer, resources: PDFDict | undefined): void {
    const fonts = dictOf(entry(resources, 'Font'))
    let text = ''
    let place: readonly [number, number] | null = null
    // Until its first glyph is known: a column's matrix stands over the glyph's middle.
    let matrix: readonly number[] | null = null
    let font: ReadFont | null = null
    let size = 0
    // Depth of marked content, and where a span began that says itself what it is.
    let depth = 0
    let told = 0
    /** Two bytes a code, in hexadecimal: print files have no others. */
    const show = ({ from, to }: Text) => {
      for (let at = from + 1; at + 4 < to; at += 4) {
        const code = (digit(bytes[at]!) << 12) | (digit(bytes[at + 1]!) << 8) | (digit(bytes[at + 2]!) << 4) | digit(bytes[at + 3]!)
        const characters = font?.characters(code) ?? '\ufffd'
        if (told === 0) text += characters
        if (!matrix) continue
        const [scale, , , , x, y] = matrix as readonly [number, number, number, number, number, number]
        const width = font?.verticalWidth?.(code)
        place = width === undefined ? [x, y] : [x - (scale * size * width) / 2000, y + VERTICAL_ORIGIN * size]
        matrix = null
      }
    }
    for (const { operator, operands } of operatorsOf(bytes)) {
      switch (operator) {
        case 'BT':
          text = ''
          place = matrix = null
          break
        case 'ET':
          this.runs.push({ text, x: place?.[0] ?? 0, y: place?.[1] ?? 0 })
          break
        case 'Tf': {
          const found = dictOf(entry(fonts, nameOf(operands[0]) ?? ''))
          font = found ? this.font(found) : null
          size = operands[1] as number
          break
        }
        case 'Tm':
          if (!place) matrix = operands as readonly number[]
          break
        case 'Tj':
          show(operands[0] as Text)
          break
        case 'TJ':
          for (const part of operands[0] as readonly Operand[]) if (isText(part)) show(part)
          break
        case 'BDC': {
          depth++
          const [, properties] = operands
          const said = properties instanceof Map ? (properties as ReadonlyMap<string, Operand>).get('ActualText') : undefined
          if (told === 0 && isText(said)) {
            text += utf16(bytes.toString('latin1', said.from + 1, said.to - 1))
            told = depth
          }
          break
        }
        case 'EMC':
          if (told === depth) told = 0
          depth--
          break
        case 'Do':
          this.object(nameOf(operands[0]) ?? '', resources)
          break
        case 'sh':
          this.space(entry(dictOf(entry(dictOf(entry(resources, 'Shading')), nameOf(operands[0]) ?? '')), 'ColorSpace'))
          break
        case 'cs':
        case 'CS': {
          const name = nameOf(operands[0]) ?? ''
          this.space(entry(dictOf(entry(resources, 'ColorSpace')), name), name)
          break
        }
        default:
          if (operator in SPACE_OF) this.inks(SPACE_OF[operator]!, operands as readonly number[])
      }
    }
  }

  private inks(space: string, operands: readonly number[]): void {
    this.spaces.add(space)
    if (space !== 'DeviceCMYK') return
    let sum = 0
    operands.forEach((ink, plate) => {
      sum += ink
      if (ink > 0) this.plates[plate] = true
    })
    this.mostInk = Math.max(this.mostInk, sum)
  }

  private space(value: PDFObject | undefined, name = ''): void {
    const list = listIn(value)
    const family = nameIn(list?.[0]) ?? nameIn(value) ?? name
    if (family !== 'Separation' && family !== 'DeviceN') return void this.spaces.add(family)
    const colorants = family === 'DeviceN' ? (listIn(list?.[1]) ?? []).map(nameIn) : [nameIn(list?.[1])]
    for (const colorant of colorants.map((bytes) => inUtf8(bytes ?? ''))) if (!PLATES.includes(colorant)) this.spots.add(colorant)
  }

  /** Pictures, pages of adverts, and shapes of letters. */
  private object(name: string, resources: PDFDict | undefined): void {
    let kind = this.kinds.get(name)
    if (!kind) {
      const stream = streamOf(entry(dictOf(entry(resources, 'XObject')), name))
      const isPage = stream !== undefined && nameIn(entry(stream.dict, 'Subtype')) === 'Form'
      this.kinds.set(name, (kind = SHAPE.test(name) ? 'shape' : isPage ? stream : 'picture'))
      if (stream) this.looked(stream, 0)
    }
    if (kind === 'shape') return void this.shapes++
    this.pictures++
    if (kind !== 'picture') this.placed.push(kind)
  }

  /** The colours of a picture; what a form asks for is its own, but never screen colours. */
  private looked(stream: PDFRawStream, depth: number): void {
    const { dict } = stream
    if (nameIn(entry(dict, 'Subtype')) === 'Image') return void (entry(dict, 'ColorSpace') && depth === 0 && this.space(entry(dict, 'ColorSpace')))
    const resources = dictOf(entry(dict, 'Resources'))
    if (depth > MOST_DEPTH || !resources || resources.keys().length === 0) return
    for (const { operator } of operatorsOf(decodedStream(stream, MOST_BYTES).bytes)) if (SPACE_OF[operator] === 'DeviceRGB') this.spaces.add('DeviceRGB')
    const objects = dictOf(entry(resources, 'XObject'))
    for (const key of objects?.keys() ?? []) {
      const inner = streamOf(objects!.lookup(key))
      if (inner) this.looked(inner, depth + 1)
    }
  }
}

/** Names are UTF-8 (ISO 32000-1, 7.3.5); the library reads each of their bytes as a character. */
function inUtf8(name: string): string {
  return new TextDecoder().decode(Uint8Array.from(name, (byte) => byte.charCodeAt(0)))
}

function isText(operand: Operand | undefined): operand is Text {
  return typeof operand === 'object' && operand !== null && 'bytes' in operand
}

function digit(byte: number): number {
  return byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57
}
