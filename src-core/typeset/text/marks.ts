/**
 * Widths of Chinese marks, TYPESETTING §1 and §3: the blank of a mark belongs to the face's glyph, so it is measured,
 * by `halt` (GPOS) where the face has it, else by the ink box.
 */
import type { Face } from '../../fonts/face.ts'
import { KIND, type Kind } from './classes.ts'

/** A blank narrower than this is not given away: a proportional quote, a centred mark (§1). Em. */
const LEAST_BLANK = 0.4

const HALF = 0.5
/** Ink that reaches this far over the middle of the cell still counts as half a cell: the neighbour's side bearing takes it. */
const OVERHANG = 0.02

/** What a mark may give on its outer side, in em. */
export function startBlank(face: Face, glyph: number, kind: Kind): number {
  if (kind !== KIND.Opening) return 0
  const halt = face.adjust('halt', glyph)
  const ink = face.ink(glyph)
  const placement = face.adjust('widen', glyph)?.placement ?? 0
  return usableBlank(halt ? -halt.placement : ink ? ink.xMin + placement : 0, face)
}

export function endBlank(face: Face, glyph: number, kind: Kind, lang: 'zh-Hans' | 'zh-Hant'): number {
  if (!givesAtEnd(kind) || (kind === KIND.Exclamation && lang === 'zh-Hant')) return 0
  const halt = face.adjust('halt', glyph)
  const ink = face.ink(glyph)
  const widen = face.adjust('widen', glyph)
  const advance = face.advance(glyph) + (widen?.advance ?? 0)
  return usableBlank(halt ? halt.placement - halt.advance : ink ? advance - (widen?.placement ?? 0) - ink.xMax : 0, face)
}

export function givesAtEnd(kind: Kind): boolean {
  return kind >= KIND.Closing && kind <= KIND.Exclamation
}

/** A blank in font units as the em that may be given: none, half, or what there is. */
export function usableBlank(units: number, face: Face): number {
  const blank = units / face.unitsPerEm
  if (blank < LEAST_BLANK) return 0
  return blank > HALF - OVERHANG ? HALF : blank
}
