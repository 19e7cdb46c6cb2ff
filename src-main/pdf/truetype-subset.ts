/**
 * A subset of a TrueType face as a PDF embeds it (ISO 32000-1 §9.9; ISO/IEC 14496-22): the tables that a CIDFontType2
 * needs, with the asked glyphs in the asked order and, behind them, the parts of composite ones.
 *
 * fontkit does the same for pdfkit, but reads the whole file and encodes every glyph anew, which costs a tenth of a second
 * a face; copied by offset it is a few milliseconds. Instructions are left out: nothing hints at 1,200 dots an inch.
 */
import { damaged, requireTable, type SfntTables } from '../../src-core/fonts/sfnt.ts'

const WORDS = 0x0001
const SCALE = 0x0008
const MORE = 0x0020
const TWO_SCALES = 0x0040
const TWO_BY_TWO = 0x0080
const INSTRUCTIONS = 0x0100

/** Bytes `from` up to `to` of the face's glyf table. */
export type GlyfBytes = (from: number, to: number) => Uint8Array

/**
 * `tables` needs head, hhea, hmtx, loca and maxp. Glyph 0 comes first, as the norm wants. Throws `UnreadableFace` for a
 * damaged file.
 */
export function trueTypeSubset(tables: SfntTables, glyf: GlyfBytes, glyphs: readonly number[]): Uint8Array {
  try {
    return subset(tables, glyf, glyphs)
  } catch (error) {
    if (error instanceof RangeError) throw damaged()
    throw error
  }
}

function subset(tables: SfntTables, glyfBytes: GlyfBytes, glyphs: readonly number[]): Uint8Array {
  const head = copyOf(requireTable(tables, 'head', 54))
  const hhea = copyOf(requireTable(tables, 'hhea', 36))
  const maxp = copyOf(requireTable(tables, 'maxp', 6))
  const source = glyphData(tables, glyfBytes, head.getInt16(50) === 1)
  const { order, shapes } = closure(source, glyphs)
  head.setInt16(50, 1)
  hhea.setUint16(34, order.length)
  maxp.setUint16(4, order.length)
  const { glyf, loca } = joined(shapes)
  const hmtx = metrics(requireTable(tables, 'hmtx'), requireTable(tables, 'hhea').getUint16(34), order)
  return fontFile({ glyf, head: bytesOf(head), hhea: bytesOf(hhea), hmtx, loca, maxp: bytesOf(maxp) })
}

/** Reads one glyph's bytes; empty for a glyph without a shape. */
function glyphData(tables: SfntTables, glyf: GlyfBytes, longOffsets: boolean): (glyph: number) => Uint8Array {
  const loca = requireTable(tables, 'loca', 4)
  const start = (glyph: number) => (longOffsets ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
  return (glyph) => {
    const [from, to] = [start(glyph), start(glyph + 1)]
    return to > from ? glyf(from, to) : new Uint8Array(0)
  }
}

/** Every glyph that is drawn, in order, and its bytes in the new numbering. */
function closure(source: (glyph: number) => Uint8Array, glyphs: readonly number[]): { order: readonly number[]; shapes: readonly Uint8Array[] } {
  const order = [...glyphs]
  const places = new Map(order.map((glyph, place) => [glyph, place]))
  const placeOf = (glyph: number) => {
    let place = places.get(glyph)
    if (place === undefined) {
      places.set(glyph, (place = order.length))
      order.push(glyph)
    }
    return place
  }
  const shapes: Uint8Array[] = []
  for (let place = 0; place < order.length; place++) {
    const bytes = source(order[place]!)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    shapes.push(bytes.length === 0 ? bytes : view.getInt16(0) < 0 ? composite(view, placeOf) : simple(bytes, view))
  }
  return { order, shapes }
}

function simple(bytes: Uint8Array, view: DataView): Uint8Array {
  const lengthAt = 10 + 2 * view.getInt16(0)
  const instructions = view.getUint16(lengthAt)
  if (instructions === 0) return bytes
  const shape = new Uint8Array(bytes.length - instructions)
  shape.set(bytes.subarray(0, lengthAt))
  shape.set(bytes.subarray(lengthAt + 2 + instructions), lengthAt + 2)
  return shape
}

function composite(view: DataView, placeOf: (glyph: number) => number): Uint8Array {
  const shape = copyOf(view)
  let at = 10
  for (let flags = MORE; flags & MORE; ) {
    flags = shape.getUint16(at)
    shape.setUint16(at, flags & ~INSTRUCTIONS)
    shape.setUint16(at + 2, placeOf(shape.getUint16(at + 2)))
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & TWO_BY_TWO ? 8 : 0)
  }
  return bytesOf(shape).subarray(0, at)
}

/** The shapes one after the other, each on a multiple of four, and where each begins. */
function joined(shapes: readonly Uint8Array[]): { readonly glyf: Uint8Array; readonly loca: Uint8Array } {
  const loca = new DataView(new ArrayBuffer(4 * (shapes.length + 1)))
  let length = 0
  shapes.forEach((shape, index) => {
    length += padded(shape.length)
    loca.setUint32(4 * (index + 1), length)
  })
  const glyf = new Uint8Array(length)
  shapes.forEach((shape, index) => glyf.set(shape, loca.getUint32(4 * index)))
  return { glyf, loca: bytesOf(loca) }
}

/** Glyphs from `full` on have the last full one's advance, and a side bearing of their own. */
function metrics(hmtx: DataView, full: number, order: readonly number[]): Uint8Array {
  const out = new DataView(new ArrayBuffer(4 * order.length))
  order.forEach((glyph, place) => {
    out.setUint16(4 * place, hmtx.getUint16(4 * Math.min(glyph, full - 1)))
    out.setInt16(4 * place + 2, glyph < full ? hmtx.getInt16(4 * glyph + 2) : hmtx.getInt16(4 * full + 2 * (glyph - full)))
  })
  return bytesOf(out)
}

/** Tables in the order of their names, behind a directory of their places and sums. */
function fontFile(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(tables)
  const selector = Math.floor(Math.log2(entries.length))
  const start = 12 + 16 * entries.length
  const bytes = new Uint8Array(start + entries.reduce((sum, [, table]) => sum + padded(table.length), 0))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x00010000)
  view.setUint16(4, entries.length)
  view.setUint16(6, 16 << selector)
  view.setUint16(8, selector)
  view.setUint16(10, 16 * entries.length - (16 << selector))
  let at = start
  let headAt = 0
  entries.forEach(([tag, table], index) => {
    const entry = 12 + 16 * index
    for (let letter = 0; letter < 4; letter++) bytes[entry + letter] = tag.charCodeAt(letter)
    bytes.set(table, at)
    if (tag === 'head') view.setUint32((headAt = at) + 8, 0)
    view.setUint32(entry + 4, checksum(view, at, at + padded(table.length)))
    view.setUint32(entry + 8, at)
    view.setUint32(entry + 12, table.length)
    at += padded(table.length)
  })
  view.setUint32(headAt + 8, 0xb1b0afba - checksum(view, 0, bytes.length))
  return bytes
}

function checksum(view: DataView, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at += 4) sum = (sum + view.getUint32(at)) | 0
  return sum >>> 0
}

const padded = (length: number) => (length + 3) & ~3

function copyOf(view: DataView): DataView {
  return new DataView(bytesOf(view).slice().buffer)
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
}
