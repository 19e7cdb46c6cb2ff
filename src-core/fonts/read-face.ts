/**
 * A font file → its index, once, at the face's import (DESIGN §8): a whole parse of a CJK face is far too slow and big
 * for a page's setting. opentype.js reads cmap, names and shapes; glyph ids stay the file's own.
 */
import { parse, type Font } from 'opentype.js/dist/opentype.mjs'
import type { Adjustment } from './face.ts'
import { embeddingOf } from './embedding.ts'
import { encodeMeta } from './face-index.ts'
import { faceName } from './face-names.ts'
import { selectorIndex, writeIndex } from './index-format.ts'
import { singleAdjustments, singleSubstitutions } from './layout-features.ts'
import { damaged, readTables, requireTable, UnreadableFace, type SfntTables } from './sfnt.ts'
import { requireSoundCff } from './sound-cff.ts'
import { requireSoundCmap } from './sound-cmap.ts'

/** Code points whose ink the engine asks for: Latin, Greek, Cyrillic, and every mark of TYPESETTING §1. */
const INK_RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x52f],
  [0x2000, 0x206f],
  [0x20a0, 0x214f],
  [0x22ef, 0x22ef],
  [0x2e3a, 0x2e3b],
  [0x3000, 0x303f],
  [0x30fb, 0x30fb],
  [0xfe10, 0xfe6f],
  [0xff00, 0xffef],
]

const OPENING_QUOTES = [0x2018, 0x201c]
const CLOSING_QUOTES = [0x2019, 0x201d]

type GlyphMap = ReadonlyMap<number, number>

/**
 * The index of a TrueType or OpenType face. `hash` is the SHA-256 of the bytes in hexadecimal. Throws
 * {@link UnreadableFace} with a sentence for the editor.
 */
export function readFace(bytes: Uint8Array, hash: string): Uint8Array {
  const tables = readTables(bytes)
  if (tables.has('fvar'))
    throw new UnreadableFace(
      '这是可变字体，请先用字体工具导出一款固定字重的 TTF 或 OTF。',
      'This is a variable font; export a static TTF or OTF of one weight first.',
    )
  if (!tables.has('glyf') && !tables.has('CFF '))
    throw new UnreadableFace('这款字体里没有轮廓（只有点阵或别的形式），不能用来排版。', 'This face has no outlines (only bitmaps or another form); it cannot be typeset.')
  requireSoundCmap(tables)
  requireSoundCff(tables)
  try {
    return indexOf(tables, parse(new Uint8Array(bytes).buffer, { lowMemory: true }), hash)
  } catch (error) {
    if (error instanceof UnreadableFace) throw error
    throw damaged()
  }
}

function indexOf(tables: SfntTables, font: Font, hash: string): Uint8Array {
  const { unitsPerEm, numGlyphs } = font
  const gsub = tables.get('GSUB')
  const gpos = tables.get('GPOS')
  const substitutions = (feature: string): GlyphMap => (gsub ? singleSubstitutions(gsub, feature) : new Map())
  const localized = substitutions('locl')
  const cmap = localizedCmap(font, localized)
  const variants = variantGlyphs(font, localized)
  const [vert, fwid, hwid] = [substitutions('vert'), substitutions('fwid'), substitutions('hwid')]
  const advances = readAdvances(tables, numGlyphs)
  const ink = inkBoxes(font, withSubstitutes([...inkedGlyphs(cmap), ...variants.values()], [vert, fwid, hwid]))
  const halt = gpos ? singleAdjustments(gpos, 'halt', 'x') : new Map<number, Adjustment>()
  const vhal = gpos ? singleAdjustments(gpos, 'vhal', 'y') : new Map<number, Adjustment>()
  const widen = widenedQuotes(cmap, advances, unitsPerEm)
  const { pages, leaves } = pagedCmap(cmap)
  const { ascender, descender } = emBox(font)
  return writeIndex({
    meta: encodeMeta({
      hash,
      name: faceName(tables),
      unitsPerEm,
      ascender,
      descender,
      embedding: embeddingOf(tables),
    }),
    pages,
    leaves,
    advances,
    inkGlyphs: Uint16Array.from(ink.keys()),
    inkBoxes: Int16Array.from([...ink.values()].flat()),
    variantKeys: Uint32Array.from(variants.keys()),
    variantGlyphs: Uint16Array.from(variants.values()),
    ...pairs('vert', vert),
    ...pairs('fwid', fwid),
    ...pairs('hwid', hwid),
    ...adjustments('halt', halt),
    ...adjustments('vhal', vhal),
    ...adjustments('widen', widen),
  })
}

/** Code point → glyph as Chinese of the mainland sees it. */
function localizedCmap(font: Font, localized: GlyphMap): GlyphMap {
  const cmap = new Map<number, number>()
  for (const [codePoint, glyph] of Object.entries(font.tables.cmap.glyphIndexMap))
    if (glyph > 0 && glyph < font.numGlyphs) cmap.set(Number(codePoint), localized.get(glyph) ?? glyph)
  return cmap
}

/** Variation sequences that do not stand for the plain glyph (cmap format 14, the non-default UVS), by ascending key. */
function variantGlyphs(font: Font, localized: GlyphMap): GlyphMap {
  const found: [number, number][] = []
  for (const [selector, { nonDefaultUVS }] of Object.entries(font.tables.cmap.varSelectorList ?? {})) {
    const index = selectorIndex(Number(selector))
    if (index < 0 || !nonDefaultUVS) continue
    for (const { unicodeValue, glyphID } of Object.values(nonDefaultUVS.uvsMappings))
      found.push([unicodeValue * 256 + index, localized.get(glyphID) ?? glyphID])
  }
  return ascending(found)
}

function inkedGlyphs(cmap: GlyphMap): readonly number[] {
  const glyphs: number[] = []
  for (const [from, to] of INK_RANGES)
    for (let codePoint = from; codePoint <= to; codePoint++) glyphs.push(cmap.get(codePoint) ?? 0)
  return glyphs
}

/** The glyphs with their vertical, full-width and half-width forms. */
function withSubstitutes(glyphs: readonly number[], features: readonly GlyphMap[]): ReadonlySet<number> {
  const all = new Set(glyphs)
  for (const glyph of glyphs)
    for (const feature of features) {
      const substitute = feature.get(glyph)
      if (substitute !== undefined) all.add(substitute)
    }
  return all
}

/** Ink by ascending glyph, in whole units, outwards. */
function inkBoxes(font: Font, glyphs: ReadonlySet<number>): ReadonlyMap<number, readonly number[]> {
  const boxes: [number, readonly number[]][] = []
  for (const glyph of glyphs) {
    if (glyph >= font.numGlyphs) continue
    const { x1, y1, x2, y2 } = font.glyphs.get(glyph).getBoundingBox()
    boxes.push([glyph, [Math.floor(x1), Math.floor(y1), Math.ceil(x2), Math.ceil(y2)]])
  }
  return ascending(boxes)
}

/** hmtx: glyphs after the last long metric share its advance. */
function readAdvances(tables: SfntTables, glyphCount: number): Uint16Array {
  const longMetrics = requireTable(tables, 'hhea', 36).getUint16(34)
  const hmtx = requireTable(tables, 'hmtx', 4 * longMetrics)
  return Uint16Array.from({ length: glyphCount }, (_, glyph) => hmtx.getUint16(4 * Math.min(glyph, longMetrics - 1)))
}

function widenedQuotes(cmap: GlyphMap, advances: Uint16Array, unitsPerEm: number): ReadonlyMap<number, Adjustment> {
  const widened = new Map<number, Adjustment>()
  for (const codePoint of [...OPENING_QUOTES, ...CLOSING_QUOTES]) {
    const glyph = cmap.get(codePoint)
    const missing = glyph === undefined ? 0 : unitsPerEm - (advances[glyph] ?? unitsPerEm)
    if (glyph === undefined || missing <= 0) continue
    widened.set(glyph, { placement: OPENING_QUOTES.includes(codePoint) ? missing : 0, advance: missing })
  }
  return widened
}

/** Two levels: a page of 256 code points names its leaf. */
function pagedCmap(cmap: GlyphMap): { readonly pages: Uint16Array; readonly leaves: Uint16Array } {
  const pages = new Uint16Array(0x110000 >> 8)
  let count = 1
  for (const codePoint of cmap.keys()) if (pages[codePoint >> 8] === 0) pages[codePoint >> 8] = count++
  const leaves = new Uint16Array(count * 256)
  for (const [codePoint, glyph] of cmap) leaves[((pages[codePoint >> 8] ?? 0) << 8) | (codePoint & 0xff)] = glyph
  return { pages, leaves }
}

/** The em box by OS/2's typographic metrics where they make one em, else 0.88 above and 0.12 below the baseline. */
function emBox({ unitsPerEm, tables: { os2 } }: Font): { readonly ascender: number; readonly descender: number } {
  if (os2 && os2.sTypoAscender - os2.sTypoDescender === unitsPerEm)
    return { ascender: os2.sTypoAscender, descender: os2.sTypoDescender }
  const ascender = Math.round(0.88 * unitsPerEm)
  return { ascender, descender: ascender - unitsPerEm }
}

function pairs<Name extends string>(name: Name, map: GlyphMap) {
  const sorted = ascending([...map])
  return { [`${name}From`]: Uint16Array.from(sorted.keys()), [`${name}To`]: Uint16Array.from(sorted.values()) } as {
    [K in `${Name}From` | `${Name}To`]: Uint16Array
  }
}

function adjustments<Name extends string>(name: Name, map: ReadonlyMap<number, Adjustment>) {
  const sorted = ascending([...map])
  const values = [...sorted.values()].flatMap(({ placement, advance }) => [placement, advance])
  return { [`${name}Glyphs`]: Uint16Array.from(sorted.keys()), [`${name}Values`]: Int16Array.from(values) } as {
    [K in `${Name}Glyphs`]: Uint16Array
  } & { [K in `${Name}Values`]: Int16Array }
}

function ascending<T>(entries: readonly (readonly [number, T])[]): ReadonlyMap<number, T> {
  return new Map(entries.toSorted(([a], [b]) => a - b))
}
