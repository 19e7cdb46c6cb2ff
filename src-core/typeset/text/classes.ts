/**
 * Typesetting classes of characters, TYPESETTING §1 (CLREQ §3, GB/T 15834): what spacing and the house's breaking rules
 * hang on. The Unicode line breaking class is another matter (unicode/).
 */
import { EAST_ASIAN, GCB, GCB_MASK, LETTER_OR_DIGIT } from './unicode/layout.ts'
import { clusterProperty, lineBreakProperty } from './unicode/properties.ts'

export const KIND = {
  /** Anything without a rule of its own: ASCII marks, symbols. */
  Other: 0,
  Opening: 1,
  Closing: 2,
  /** 、， */
  Comma: 3,
  /** 。． */
  Stop: 4,
  /** ：； */
  Colon: 5,
  /** ！？ */
  Exclamation: 6,
  /** ‼⁇⁈⁉, a pair in one cell. */
  Pair: 7,
  /** 间隔号 · and what stands for it. */
  Dot: 8,
  /** —— …… and their like: two em in one unit. Single … is one em of the same. */
  Long: 9,
  /** 连接号 – — ～ */
  Connector: 10,
  Solidus: 11,
  /** U+3000 */
  IdeographicSpace: 12,
  Suffix: 13,
  Prefix: 14,
  Han: 15,
  Western: 16,
  /** U+0020 and other spaces that a line may end in. */
  Space: 17,
  /** No width and no ink: joiners, U+200B, line feeds. */
  Invisible: 18,
  /** ASCII brackets: of the same class as their full-width forms, without a blank of their own. */
  NarrowOpening: 19,
  NarrowClosing: 20,
} as const

export type Kind = (typeof KIND)[keyof typeof KIND]

const CHARACTERS: readonly (readonly [Kind, string])[] = [
  [KIND.Opening, '‘“〈\u2329《「『【〔〖〘〚〝（［｛｟'],
  [KIND.Closing, '’”〉\u232a》」』】〕〗〙〛〞〟）］｝｠'],
  [KIND.Comma, '、，'],
  [KIND.Stop, '。．｡'],
  [KIND.Colon, '：；'],
  [KIND.Exclamation, '！？'],
  [KIND.Pair, '‼⁇⁈⁉'],
  [KIND.Dot, '·・‧•'],
  [KIND.Long, '⸺…⋯'],
  [KIND.Connector, '–—～〜-~'],
  [KIND.Solidus, '/／'],
  [KIND.IdeographicSpace, '　'],
  [KIND.Suffix, '%‰°′″℃℉％￠﹪'],
  [KIND.Prefix, '$£¥€№＄￡￥'],
  [KIND.NarrowOpening, '([{'],
  [KIND.NarrowClosing, ')]}'],
  [KIND.Space, '\t \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f'],
]

/** 汉字 and what is set as one, first and last code point. */
const HAN: readonly (readonly [number, number])[] = [
  [0x2e80, 0x2fdf], [0x3005, 0x3007], [0x3021, 0x3029], [0x3038, 0x303b], [0x3040, 0x30fa], [0x30fc, 0x312f], [0x31a0, 0x4dbf],
  [0x4e00, 0x9fff], [0xf900, 0xfaff],
]

/** Not asked for yet: a page has some two thousand of the plane's characters. */
const UNKNOWN = 0xff
const kinds = bmpKinds()

export function kindOf(codePoint: number): Kind {
  if (codePoint < 0x10000) {
    const known = kinds[codePoint]
    return known === UNKNOWN ? (kinds[codePoint] = fromProperties(codePoint)) : (known as Kind)
  }
  if (codePoint >= 0x20000 && codePoint <= 0x3fffd) return KIND.Han
  if ((codePoint >= 0x1f200 && codePoint <= 0x1f2ff) || (codePoint >= 0x16fe2 && codePoint <= 0x16ff6)) return KIND.Han
  return fromProperties(codePoint)
}

function bmpKinds(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(UNKNOWN)
  for (const [first, last] of HAN) table.fill(KIND.Han, first, last + 1)
  for (const [kind, characters] of CHARACTERS) for (const character of characters) table[character.codePointAt(0)!] = kind
  return table
}

function fromProperties(codePoint: number): Kind {
  const property = clusterProperty(codePoint)
  // Full-width letters and digits, and Hangul, stand in cells of their own: neither Han nor Western (§4).
  const grapheme = property & GCB_MASK
  if (grapheme === GCB.Control || grapheme === GCB.CR || grapheme === GCB.LF || grapheme === GCB.ZWJ || isSelector(codePoint)) return KIND.Invisible
  return property & LETTER_OR_DIGIT && !(lineBreakProperty(codePoint) & EAST_ASIAN) ? KIND.Western : KIND.Other
}

/** Variation selectors: with a base they are part of its cluster, without one they show nothing. */
export function isSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
}
