/**
 * Single substitutions (GSUB type 1) and single adjustments (GPOS type 1) of a feature, through extension lookups too,
 * which opentype.js does not open (GSUB 7, GPOS 9). ISO/IEC 14496-22 §6.2 and §6.3.
 */
import type { Adjustment } from './face.ts'
import { damaged } from './sfnt.ts'

const SINGLE = 1
const MOST_GLYPHS = 0x10000
const EXTENSION = { GSUB: 7, GPOS: 9 } as const

/** Value record fields, in their order (ValueFormat bits 0–3; what follows is not read). */
const FIELDS = ['xPlacement', 'yPlacement', 'xAdvance', 'yAdvance'] as const

/** The zh-Hans language system where the face has one, else the script's default, else the face's. */
const SCRIPTS = ['hani', 'DFLT', 'kana', 'latn']
const LANGUAGE = 'ZHS '

/** Glyph → glyph. Earlier lookups win. */
export function singleSubstitutions(gsub: DataView, feature: string): ReadonlyMap<number, number> {
  const result = new Map<number, number>()
  for (const subtable of singleSubtables(gsub, feature, 'GSUB')) {
    const format = subtable.getUint16(0)
    coverage(sub(subtable, subtable.getUint16(2))).forEach((glyph, index) => {
      if (result.has(glyph)) return
      result.set(glyph, format === 1 ? (glyph + subtable.getInt16(4)) & 0xffff : subtable.getUint16(6 + 2 * index))
    })
  }
  return result
}

/** Glyph → what the feature takes, along x or y (`halt` x, `vhal` y). Earlier lookups win. */
export function singleAdjustments(gpos: DataView, feature: string, axis: 'x' | 'y'): ReadonlyMap<number, Adjustment> {
  const result = new Map<number, Adjustment>()
  for (const subtable of singleSubtables(gpos, feature, 'GPOS')) {
    const valueFormat = subtable.getUint16(4)
    const perGlyph = subtable.getUint16(0) === 2
    const size = 2 * bitCount(valueFormat)
    coverage(sub(subtable, subtable.getUint16(2))).forEach((glyph, index) => {
      if (result.has(glyph)) return
      const value = readValue(subtable, perGlyph ? 8 + index * size : 6, valueFormat)
      result.set(glyph, { placement: value[`${axis}Placement`], advance: value[`${axis}Advance`] })
    })
  }
  return result
}

function* singleSubtables(table: DataView, feature: string, kind: 'GSUB' | 'GPOS'): Generator<DataView> {
  const lookups = sub(table, table.getUint16(8))
  for (const index of featureLookups(table, feature)) {
    const lookup = sub(lookups, lookups.getUint16(2 + 2 * index))
    const type = lookup.getUint16(0)
    for (let entry = 0; entry < lookup.getUint16(4); entry++) {
      const subtable = sub(lookup, lookup.getUint16(6 + 2 * entry))
      if (type === SINGLE) yield subtable
      else if (type === EXTENSION[kind] && subtable.getUint16(2) === SINGLE) yield sub(subtable, subtable.getUint32(4))
    }
  }
}

/** Lookup indexes of a feature in the language system that Chinese text gets, in lookup order. */
function featureLookups(table: DataView, feature: string): readonly number[] {
  const features = sub(table, table.getUint16(6))
  const system = languageSystem(sub(table, table.getUint16(4)))
  if (!system) return []
  const lookups = new Set<number>()
  for (let index = 0; index < system.getUint16(4); index++) {
    const entry = 2 + 6 * system.getUint16(6 + 2 * index)
    if (tag(features, entry) !== feature) continue
    const record = sub(features, features.getUint16(entry + 4))
    for (let item = 0; item < record.getUint16(2); item++) lookups.add(record.getUint16(4 + 2 * item))
  }
  return [...lookups].toSorted((a, b) => a - b)
}

function languageSystem(scripts: DataView): DataView | null {
  const offsets = taggedOffsets(scripts, 0)
  const script = SCRIPTS.map((name) => offsets.get(name)).find((offset) => offset !== undefined) ?? [...offsets.values()][0]
  if (script === undefined) return null
  const found = sub(scripts, script)
  const language = taggedOffsets(found, 2).get(LANGUAGE) ?? found.getUint16(0)
  return language === 0 ? null : sub(found, language)
}

/** A count, then tags with offsets. */
function taggedOffsets(table: DataView, at: number): ReadonlyMap<string, number> {
  const result = new Map<string, number>()
  for (let entry = at + 2, left = table.getUint16(at); left > 0; left--, entry += 6) result.set(tag(table, entry), table.getUint16(entry + 4))
  return result
}

function coverage(table: DataView): readonly number[] {
  const glyphs: number[] = []
  const count = table.getUint16(2)
  if (table.getUint16(0) === 1) for (let index = 0; index < count; index++) glyphs.push(table.getUint16(4 + 2 * index))
  else
    for (let range = 4; range < 4 + 6 * count; range += 6) {
      // Ranges do not overlap, so that a sound table covers each glyph once.
      if (glyphs.length + table.getUint16(range + 2) - table.getUint16(range) > MOST_GLYPHS) throw damaged()
      for (let glyph = table.getUint16(range); glyph <= table.getUint16(range + 2); glyph++) glyphs.push(glyph)
    }
  return glyphs
}

function readValue(table: DataView, at: number, format: number): Record<(typeof FIELDS)[number], number> {
  const value = { xPlacement: 0, yPlacement: 0, xAdvance: 0, yAdvance: 0 }
  let next = at
  FIELDS.forEach((field, bit) => {
    if (!(format & (1 << bit))) return
    value[field] = table.getInt16(next)
    next += 2
  })
  return value
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest > 0; rest >>= 1) count += rest & 1
  return count
}

function tag(table: DataView, at: number): string {
  return String.fromCharCode(table.getUint8(at), table.getUint8(at + 1), table.getUint8(at + 2), table.getUint8(at + 3))
}

function sub(table: DataView, offset: number): DataView {
  return new DataView(table.buffer, table.byteOffset + offset, table.byteLength - offset)
}
