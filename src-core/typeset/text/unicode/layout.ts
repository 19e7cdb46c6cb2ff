/**
 * The byte layouts of the Unicode tables: one byte a code point for line breaking, one for grapheme clusters, one for
 * orientation in vertical lines.
 * `tools/unicode-tables.ts` writes them, `properties.ts` reads them.
 */

/**
 * Line_Break classes after LB1: AI, SG and XX are AL, SA is CM or AL. CJ stays, since `line-break` levels differ on
 * it; quotation marks are split by general category (LB15a, LB15b), the dotted circle stands apart (LB28a), and
 * unassigned pictographs are told from other ideographs and letters (LB30b).
 */
export const LB = {
  AL: 0, BK: 1, CR: 2, LF: 3, NL: 4, SP: 5, ZW: 6, WJ: 7, GL: 8, CM: 9, ZWJ: 10, CL: 11, CP: 12, EX: 13, IS: 14, SY: 15,
  OP: 16, QU: 17, QUi: 18, QUf: 19, NS: 20, B2: 21, BA: 22, HY: 23, HH: 24, BB: 25, CB: 26, HL: 27, IN: 28, NU: 29,
  PR: 30, PO: 31, ID: 32, EB: 33, EM: 34, IDx: 35, JL: 36, JV: 37, JT: 38, H2: 39, H3: 40, AK: 41, AP: 42, AS: 43,
  VF: 44, VI: 45, DC: 46, RI: 47, CJ: 48, ALx: 49,
} as const

export const LB_MASK = 0x3f
/** East_Asian_Width Fullwidth, Wide or Halfwidth: `$EastAsian` of UAX #14. */
export const EAST_ASIAN = 0x40
/** East_Asian_Width Ambiguous: CSS Text 4 groups some prefixes and suffixes by it. */
export const AMBIGUOUS = 0x80

/** Grapheme_Cluster_Break values. */
export const GCB = {
  Other: 0, CR: 1, LF: 2, Control: 3, Extend: 4, ZWJ: 5, RI: 6, Prepend: 7, SpacingMark: 8, L: 9, V: 10, T: 11, LV: 12, LVT: 13,
} as const

export const GCB_MASK = 0x0f
/** Indic_Conjunct_Break: 1 Consonant, 2 Extend, 3 Linker, at bit 4. */
export const INCB_SHIFT = 4
export const INCB_MASK = 0x30
export const PICTOGRAPH = 0x40
/** Vertical_Orientation (UAX #50): turned, upright, upright in a form of its own, in a form of its own or else turned. */
export const VO = { R: 0, U: 1, Tu: 2, Tr: 3 } as const

/** General category L or Nd, or a superscript figure. */
export const LETTER_OR_DIGIT = 0x80
