/** The cell that a cluster stands in: its width, where the glyph stands in it, and the blank it may give (§1, §3.1). */
import type { PunctuationScheme } from '../../document/style.ts'
import { KIND, type Kind } from './classes.ts'
import type { GlyphCollector } from './glyphs.ts'
import { isHalfWidth } from './line-style.ts'
import { endBlank, startBlank } from './marks.ts'
import type { Face } from '../../fonts/face.ts'

/** Points. */
export interface Cell {
  readonly advance: number
  readonly shift: number
  readonly scale: number
  readonly startBlank: number
  readonly endBlank: number
}

const EMPTY: Cell = { advance: 0, shift: 0, scale: 1, startBlank: 0, endBlank: 0 }

export function cellOf(
  { glyphs, runs }: GlyphCollector,
  first: number,
  run: number,
  kind: Kind,
  characters: number,
  lang: 'zh-Hans' | 'zh-Hant',
  scheme: PunctuationScheme,
): Cell {
  if (first === glyphs.length) return EMPTY
  const { face, size } = runs[run]!
  const glyph = glyphs[first]!
  const unit = size / face.unitsPerEm
  if (kind === KIND.Long || (kind === KIND.Connector && face.glyph(0x2014) === glyph)) {
    return longCell(face, glyph, size, kind === KIND.Long && (characters > 1 || face.glyph(0x2e3a) === glyph) ? 2 : 1, characters)
  }
  if (kind === KIND.Dot && lang === 'zh-Hans' && glyph !== face.glyph(0x30fb)) return centred(face, glyph, size, 0.5)
  const start = startBlank(face, glyph, kind) * size
  const end = endBlank(face, glyph, kind, lang) * size
  let advance = face.advance(glyph) * unit
  for (let more = first + 1; more < glyphs.length; more++) advance += face.advance(glyphs[more]!) * unit
  if (!isHalfWidth(scheme, kind)) return { advance, shift: 0, scale: 1, startBlank: start, endBlank: end }
  return { advance: advance - start - end, shift: -start, scale: 1, startBlank: 0, endBlank: 0 }
}

/** A half-em 间隔号 of GB/T 15834: the ink in the middle of the cell, whatever the face's advance. */
function centred(face: Face, glyph: number, size: number, em: number): Cell {
  const ink = face.ink(glyph)
  const middle = ink ? (ink.xMin + ink.xMax) / 2 : face.advance(glyph) / 2
  return { ...EMPTY, advance: em * size, shift: em * size * 0.5 - (middle / face.unitsPerEm) * size }
}

/** A dash or an ellipsis: `em` wide however the face draws it. Dashes are drawn wider until their ink joins. */
function longCell(face: Face, glyph: number, size: number, em: number, characters: number): Cell {
  const ink = face.ink(glyph)
  const each = (em * size) / characters
  if (glyph !== face.glyph(0x2014) || characters === 1 || !ink) return centred(face, glyph, size, each / size)
  const scale = each / (((ink.xMax - ink.xMin) / face.unitsPerEm) * size)
  return { ...EMPTY, advance: each * characters, scale, shift: (-ink.xMin / face.unitsPerEm) * size * scale }
}
