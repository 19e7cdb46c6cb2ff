/**
 * What the engine and the painters need of a face. The engine asks for {@link Face}, which a compact index serves
 * without the font file; painters that draw shapes ask for {@link Outlines}, which read the file by offset.
 *
 * Lengths are font units unless said otherwise; divide by `unitsPerEm`.
 */
import type { CompositeFace, FaceId } from '../document/style.ts'

/** Ink edges of a glyph in font units, y upwards. */
export interface InkBox {
  readonly xMin: number
  readonly yMin: number
  readonly xMax: number
  readonly yMax: number
}

/**
 * What a feature adds to a glyph's place and advance, in font units: along x, and for `vhal` along y, upwards.
 * `halt` and `vhal` are GPOS single adjustments that take from a full-width glyph (advance −500 of 1000).
 *
 * `widen` is ours: it gives a proportional quotation mark (LXGW WenKai's “ ” ‘ ’ are 0.35 em) the full-width cell that
 * Chinese sets it in, its ink on the inner side (TYPESETTING §1). Null where the face's own form is full-width.
 */
export interface Adjustment {
  readonly placement: number
  readonly advance: number
}

/**
 * Glyphs are the zh-Hans forms (GSUB `locl` ZHS applied): — is 1 em, and ⸺ (2E3A) one unbroken stroke of 2 em, which
 * is how —— is best drawn where `advance` says that the face has it so.
 */
export interface Face {
  readonly id: FaceId
  /** SHA-256 of the font file, hexadecimal. */
  readonly hash: string
  /** Full name for the editor. */
  readonly name: string
  readonly unitsPerEm: number
  /** Top of the em box over the baseline (0.88 em in CJK faces), and its foot, negative. */
  readonly ascender: number
  readonly descender: number
  readonly glyphCount: number
  /** OS/2 fsType allows embedding in a printed document. */
  readonly embeddable: boolean
  /** Glyph of a code point; 0 when the face lacks it. */
  glyph(codePoint: number): number
  /** Glyph of a code point with a variation selector; falls back to the plain glyph. */
  variant(codePoint: number, selector: number): number
  advance(glyph: number): number
  /** Null for a glyph without ink. Kept for punctuation and Latin; other glyphs may answer their em box. */
  ink(glyph: number): InkBox | null
  /** The face's single substitution, or the glyph itself. */
  substitute(feature: 'vert' | 'fwid' | 'hwid', glyph: number): number
  adjust(feature: 'halt' | 'vhal' | 'widen', glyph: number): Adjustment | null
}

/** The faces at hand. A lookup never parses a font file. */
export interface FaceSet {
  readonly ids: readonly FaceId[]
  face(id: FaceId): Face | undefined
  /** Where to look for a character that `id` lacks, in order, `id` itself first; for a composite face, for one of its Han. */
  chain(id: FaceId): readonly Face[]
  /** The composite face (中西文复合字体) that a house calls by that id; left out where there is none. */
  composite?(id: FaceId): CompositeFace | undefined
}

/**
 * A glyph's outline in font units, y upwards, as a flat list: 0 x y = move, 1 x y = line, 2 cx cy x y = quadratic,
 * 3 c1x c1y c2x c2y x y = cubic, 4 = close.
 */
export type Outline = readonly number[]

export interface Outlines {
  outline(glyph: number): Outline
}
