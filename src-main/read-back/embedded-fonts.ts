/** The fonts of a file as a reader takes them: what their codes say, and that their programs are there and whole. */
import type { PDFDict } from '@cantoo/pdf-lib'
import { StreamFault, decodedStream } from '../adverts/filters.ts'
import { dictOf, entry, listIn, nameIn, numberIn, streamOf } from '../adverts/pdf-objects.ts'

/** A program for a face with every glyph that there is. */
const MOST_BYTES = 64 << 20

export interface ReadFont {
  /** The characters of a two-byte code. */
  characters(code: number): string
  /** Of a font in vertical mode: how wide the glyph of a code is, in thousandths of an em. Null of a level one. */
  readonly verticalWidth: ((code: number) => number) | null
  /** What keeps the font from being printed; null where it is embedded and whole. */
  readonly lack: 'not embedded' | 'damaged' | null
}

export function readFont(font: PDFDict): ReadFont {
  const unicode = streamOf(entry(font, 'ToUnicode'))
  const map = unicode ? characterMap(Buffer.from(decodedStream(unicode, MOST_BYTES).bytes).toString('latin1')) : new Map<number, string>()
  let highest = 0
  let widths: ReadonlyMap<number, number> | null = null
  const isVertical = nameIn(entry(font, 'Encoding')) === 'Identity-V'
  return {
    verticalWidth: isVertical ? (code) => (widths ??= widthsOf(font)).get(code) ?? USUAL_WIDTH : null,
    characters(code) {
      highest = Math.max(highest, code)
      return map.get(code) ?? '\ufffd'
    },
    get lack() {
      return lackOf(font, highest)
    },
  }
}

/** Where W says nothing (ISO 32000-1, 9.7.4.3). */
const USUAL_WIDTH = 1000

/** Codes with the widths of their glyphs: `first [w w …]` or `first last w`. */
function widthsOf(font: PDFDict): ReadonlyMap<number, number> {
  const widths = new Map<number, number>()
  const list = listIn(entry(dictOf(listIn(entry(font, 'DescendantFonts'))?.[0]), 'W')) ?? []
  for (let at = 0; at + 1 < list.length; ) {
    const first = numberIn(list[at]) ?? 0
    const each = listIn(list[at + 1])
    if (each) each.forEach((width, index) => widths.set(first + index, numberIn(width) ?? USUAL_WIDTH))
    else for (let code = first; code <= (numberIn(list[at + 1]) ?? 0) && code < 0x10000; code++) widths.set(code, numberIn(list[at + 2]) ?? USUAL_WIDTH)
    at += each ? 2 : 3
  }
  return widths
}

/** `highest`: of the codes that the pages show, which are the program's glyphs (CIDToGIDMap Identity). */
function lackOf(font: PDFDict, highest: number): ReadFont['lack'] {
  const descendant = dictOf(listIn(entry(font, 'DescendantFonts'))?.[0])
  const descriptor = dictOf(entry(descendant, 'FontDescriptor'))
  const [trueType, compact] = [streamOf(entry(descriptor, 'FontFile2')), streamOf(entry(descriptor, 'FontFile3'))]
  const file = trueType ?? compact
  if (!file) return 'not embedded'
  try {
    const { bytes } = decodedStream(file, MOST_BYTES)
    if (!trueType) return bytes.length > 0 ? null : 'damaged'
    return bytes.length === numberIn(entry(trueType.dict, 'Length1')) && nameIn(entry(descendant, 'CIDToGIDMap')) === 'Identity' && glyphCount(bytes) > highest ? null : 'damaged'
  } catch (error) {
    if (error instanceof StreamFault || error instanceof RangeError) return 'damaged'
    throw error
  }
}

/** Of a TrueType program, as its maxp table says (ISO/IEC 14496-22); 0 where it has none. */
function glyphCount(program: Uint8Array): number {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength)
  for (let table = 0; table < view.getUint16(4); table++) {
    const record = 12 + 16 * table
    if (view.getUint32(record) === 0x6d617870) return view.getUint16(view.getUint32(record + 8) + 4)
  }
  return 0
}

/** Ranges of codes with the characters of each, as ISO 32000-1, 9.10.3 has them. */
function characterMap(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>()
  for (const [, first = '', list = ''] of cmap.matchAll(/<([0-9a-f]{4})>\s*<[0-9a-f]{4}>\s*\[([^\]]*)\]/giu)) {
    let code = Number.parseInt(first, 16)
    for (const [, characters = ''] of list.matchAll(/<([0-9a-f]*)>/giu)) map.set(code++, utf16(characters))
  }
  return map
}

/** Text as PDF writes it in hexadecimal, with or without a mark of its order. */
export function utf16(hex: string): string {
  let text = ''
  for (let at = /^feff/iu.test(hex) ? 4 : 0; at < hex.length; at += 4) text += String.fromCharCode(Number.parseInt(hex.slice(at, at + 4), 16))
  return text
}
