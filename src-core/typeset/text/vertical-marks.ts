/**
 * Chinese marks in vertical lines, TYPESETTING §7: quotation marks become corner brackets, points stand at the upper right
 * of their cell on the mainland. What a mark may give is at its top or its foot; 。、，and brackets give, ：；！？ never do.
 */
import type { Face, InkBox } from '../../fonts/face.ts'
import { KIND, type Kind } from './classes.ts'
import { usableBlank } from './marks.ts'

/** “ ” are 『 』 on the mainland, which nests the double ones outside (GB/T 15834 5.2.3), and 「 」 elsewhere. */
const CORNERS: Readonly<Record<'zh-Hans' | 'zh-Hant', ReadonlyMap<number, number>>> = {
  'zh-Hans': new Map([[0x201c, 0x300e], [0x201d, 0x300f], [0x2018, 0x300c], [0x2019, 0x300d]]),
  'zh-Hant': new Map([[0x201c, 0x300c], [0x201d, 0x300d], [0x2018, 0x300e], [0x2019, 0x300f]]),
}

/** The corner bracket that stands for a quotation mark; undefined for any other character. */
export function cornerBracket(codePoint: number, lang: 'zh-Hans' | 'zh-Hant'): number | undefined {
  return CORNERS[lang].get(codePoint)
}

/** ：； are upright in Chinese, though UAX #50 lets them turn. */
export function isUprightInChinese(codePoint: number): boolean {
  return codePoint === 0xff1a || codePoint === 0xff1b
}

/** A face made for Japanese turns the colon in its vertical form: wider than high, then. */
export function isLying(ink: InkBox | null): boolean {
  return ink !== null && ink.xMax - ink.xMin > ink.yMax - ink.yMin
}

/** Blank at the top of an opening mark, in em. */
export function topBlank(face: Face, glyph: number, kind: Kind): number {
  if (kind !== KIND.Opening) return 0
  const vhal = face.adjust('vhal', glyph)
  const ink = face.ink(glyph)
  return usableBlank(vhal ? vhal.placement : ink ? face.ascender - ink.yMax : 0, face)
}

/** Blank at the foot of a closing mark, comma or stop, in em; `raised` is how far its ink was moved up, in font units. */
export function footBlank(face: Face, glyph: number, kind: Kind, raised: number): number {
  if (kind !== KIND.Closing && kind !== KIND.Comma && kind !== KIND.Stop) return 0
  const vhal = raised === 0 ? face.adjust('vhal', glyph) : null
  const ink = face.ink(glyph)
  return usableBlank(vhal ? -vhal.advance - vhal.placement : ink ? ink.yMin + raised - face.descender : 0, face)
}

/** How far ink moves, in font units: to the right, and up. */
export interface Move {
  readonly right: number
  readonly up: number
}

export const STAY: Move = { right: 0, up: 0 }

/**
 * Where the face has no vertical form of a point of the mainland: from the lower left of its cell to the upper right, the
 * same distance from the edges.
 */
export function toUpperRight(face: Face, glyph: number): Move {
  const ink = face.ink(glyph)
  if (!ink || ink.xMin + ink.xMax > face.advance(glyph)) return STAY
  return { right: face.advance(glyph) - ink.xMax - ink.xMin, up: face.ascender + face.descender - ink.yMax - ink.yMin }
}

export function isPoint(kind: Kind): boolean {
  return kind === KIND.Comma || kind === KIND.Stop || kind === KIND.Colon || kind === KIND.Exclamation
}
