/** A face opened from its index: lookups in typed arrays, no font file, nothing parsed but a line of JSON. */
import type { FaceId } from '../document/style.ts'
import type { Adjustment, Face, InkBox } from './face.ts'
import type { Embedding } from './embedding.ts'
import { readIndex, selectorIndex, type IndexSections } from './index-format.ts'

/** What an index says about the face as a whole. */
export interface FaceMeta {
  readonly hash: string
  readonly name: string
  readonly unitsPerEm: number
  readonly ascender: number
  readonly descender: number
  readonly embedding: Embedding
}

/** What an index says about its face, without opening it. */
export function faceMeta(index: Uint8Array): FaceMeta {
  return decodeMeta(readIndex(index).meta)
}

/** Opens an index made by `readFace`. The bytes are used in place and must not change afterwards. */
export function openFace(id: FaceId, index: Uint8Array): Face {
  const sections = readIndex(index)
  const meta = decodeMeta(sections.meta)
  const { pages, leaves, advances } = sections
  const glyph = (codePoint: number) => leaves[((pages[codePoint >> 8] ?? 0) << 8) | (codePoint & 0xff)] ?? 0
  const advance = (glyphIndex: number) => advances[glyphIndex] ?? 0
  // Some twenty marks are asked for again and again.
  const adjustments = {
    halt: remembered(adjustmentsOf(sections.haltGlyphs, sections.haltValues)),
    vhal: remembered(adjustmentsOf(sections.vhalGlyphs, sections.vhalValues)),
    widen: remembered(adjustmentsOf(sections.widenGlyphs, sections.widenValues)),
  }
  return {
    id,
    hash: meta.hash,
    name: meta.name,
    unitsPerEm: meta.unitsPerEm,
    ascender: meta.ascender,
    descender: meta.descender,
    glyphCount: advances.length,
    embeddable: meta.embedding === 'allowed',
    glyph,
    variant(codePoint, selector) {
      const at = selectorIndex(selector)
      const found = at < 0 ? -1 : find(sections.variantKeys, codePoint * 256 + at)
      return found < 0 ? glyph(codePoint) : (sections.variantGlyphs[found] ?? 0)
    },
    advance,
    ink: remembered((glyphIndex) => inkOf(sections, meta, glyphIndex, advance(glyphIndex))),
    substitute(feature, glyphIndex) {
      const found = find(sections[`${feature}From`], glyphIndex)
      return found < 0 ? glyphIndex : (sections[`${feature}To`][found] ?? glyphIndex)
    },
    adjust(feature, glyphIndex) {
      return adjustments[feature](glyphIndex)
    },
  }
}

/** ASCII JSON: the core has no text encoder, and escapes keep names whole. */
export function encodeMeta(meta: FaceMeta): Uint8Array {
  const text = JSON.stringify(meta).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return Uint8Array.from(text, (unit) => unit.charCodeAt(0))
}

function decodeMeta(bytes: Uint8Array): FaceMeta {
  return JSON.parse(String.fromCharCode(...bytes)) as FaceMeta
}

function inkOf(sections: IndexSections, meta: FaceMeta, glyph: number, advance: number): InkBox | null {
  const found = find(sections.inkGlyphs, glyph)
  if (found < 0) return { xMin: 0, yMin: meta.descender, xMax: advance, yMax: meta.ascender }
  const [xMin = 0, yMin = 0, xMax = 0, yMax = 0] = sections.inkBoxes.subarray(4 * found, 4 * found + 4)
  return xMin === xMax || yMin === yMax ? null : { xMin, yMin, xMax, yMax }
}

function adjustmentsOf(glyphs: Uint16Array, values: Int16Array): (glyph: number) => Adjustment | null {
  return (glyph) => {
    const found = find(glyphs, glyph)
    return found < 0 ? null : { placement: values[2 * found] ?? 0, advance: values[2 * found + 1] ?? 0 }
  }
}

/** Answers by glyph, each found once. */
function remembered<T>(answer: (glyph: number) => T): (glyph: number) => T {
  const known = new Map<number, T>()
  return (glyph) => {
    let found = known.get(glyph)
    if (found === undefined) known.set(glyph, (found = answer(glyph)))
    return found
  }
}

/** Index of a key in ascending keys, or −1. */
function find(keys: Uint16Array | Uint32Array, key: number): number {
  let low = 0
  let high = keys.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const value = keys[middle] ?? 0
    if (value === key) return middle
    if (value < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}
