/**
 * The bytes of a face index: a header (magic, version, section count), a directory of byte offsets and lengths, then
 * the sections, each aligned to 4 bytes so that typed arrays lie on them without copying. Little endian, as every
 * machine that runs us is.
 */
import { damaged } from './sfnt.ts'

const MAGIC = 0x49465842 // "BXFI"

/** Raised with every change of the sections below: an index of another version is made anew, never read. */
export const INDEX_VERSION = 2

/** Sections in file order. */
export interface IndexSections {
  readonly meta: Uint8Array
  /** For each 256 code points, which leaf of `leaves` has their glyphs; leaf 0 is empty. */
  readonly pages: Uint16Array
  readonly leaves: Uint16Array
  readonly advances: Uint16Array
  /** Ascending glyphs whose ink is known, and xMin yMin xMax yMax of each; four zeros for no ink. */
  readonly inkGlyphs: Uint16Array
  readonly inkBoxes: Int16Array
  /** Ascending code point × 256 + selector (see {@link selectorIndex}), and the glyph of each. */
  readonly variantKeys: Uint32Array
  readonly variantGlyphs: Uint16Array
  /** Ascending glyphs, and what the feature puts in their place. */
  readonly vertFrom: Uint16Array
  readonly vertTo: Uint16Array
  readonly fwidFrom: Uint16Array
  readonly fwidTo: Uint16Array
  readonly hwidFrom: Uint16Array
  readonly hwidTo: Uint16Array
  /** Ascending glyphs, and placement and advance of each. */
  readonly haltGlyphs: Uint16Array
  readonly haltValues: Int16Array
  readonly vhalGlyphs: Uint16Array
  readonly vhalValues: Int16Array
  readonly widenGlyphs: Uint16Array
  readonly widenValues: Int16Array
}

const LAYOUT: readonly (readonly [keyof IndexSections, SectionConstructor])[] = [
  ['meta', Uint8Array],
  ['pages', Uint16Array],
  ['leaves', Uint16Array],
  ['advances', Uint16Array],
  ['inkGlyphs', Uint16Array],
  ['inkBoxes', Int16Array],
  ['variantKeys', Uint32Array],
  ['variantGlyphs', Uint16Array],
  ['vertFrom', Uint16Array],
  ['vertTo', Uint16Array],
  ['fwidFrom', Uint16Array],
  ['fwidTo', Uint16Array],
  ['hwidFrom', Uint16Array],
  ['hwidTo', Uint16Array],
  ['haltGlyphs', Uint16Array],
  ['haltValues', Int16Array],
  ['vhalGlyphs', Uint16Array],
  ['vhalValues', Int16Array],
  ['widenGlyphs', Uint16Array],
  ['widenValues', Int16Array],
]

type Section = Uint8Array | Uint16Array | Int16Array | Uint32Array

interface SectionConstructor {
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): Section
  readonly BYTES_PER_ELEMENT: number
}

const HEADER = 12 + 8 * LAYOUT.length

export function writeIndex(sections: IndexSections): Uint8Array {
  const total = LAYOUT.reduce((sum, [name]) => sum + aligned(sections[name].byteLength), HEADER)
  const bytes = new Uint8Array(total)
  const header = new DataView(bytes.buffer)
  header.setUint32(0, MAGIC, true)
  header.setUint32(4, INDEX_VERSION, true)
  header.setUint32(8, LAYOUT.length, true)
  let offset = HEADER
  LAYOUT.forEach(([name], index) => {
    const section = sections[name]
    header.setUint32(12 + 8 * index, offset, true)
    header.setUint32(16 + 8 * index, section.byteLength, true)
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), offset)
    offset += aligned(section.byteLength)
  })
  return bytes
}

/** Views on the bytes, nothing copied. Throws on bytes that are not a whole index of this version. */
export function readIndex(bytes: Uint8Array): IndexSections {
  // Typed arrays must start on their own alignment; bytes out of a message may not. (A Buffer's `slice` copies nothing.)
  const source = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  if (!isCurrentIndex(source)) throw damaged()
  const header = new DataView(source.buffer, source.byteOffset, source.byteLength)
  const sections = LAYOUT.map(([name, Constructor], index) => {
    const offset = header.getUint32(12 + 8 * index, true)
    const length = header.getUint32(16 + 8 * index, true)
    if (offset + length > source.byteLength) throw damaged()
    return [name, new Constructor(source.buffer, source.byteOffset + offset, length / Constructor.BYTES_PER_ELEMENT)]
  })
  return Object.fromEntries(sections) as IndexSections
}

/** Whether the bytes begin as an index that this program can read. */
export function isCurrentIndex(bytes: Uint8Array): boolean {
  if (bytes.byteLength < HEADER) return false
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return header.getUint32(0, true) === MAGIC && header.getUint32(4, true) === INDEX_VERSION && header.getUint32(8, true) === LAYOUT.length
}

/** 0–255 for the variation selectors FE00–FE0F and E0100–E01EF, −1 for anything else. */
export function selectorIndex(selector: number): number {
  if (selector >= 0xfe00 && selector <= 0xfe0f) return selector - 0xfe00
  if (selector >= 0xe0100 && selector <= 0xe01ef) return selector - 0xe0100 + 16
  return -1
}

function aligned(length: number): number {
  return (length + 3) & ~3
}
