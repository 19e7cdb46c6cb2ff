/**
 * Faces with ideal metrics: every full-width character one em, the blanks of marks by the class table of TYPESETTING §1,
 * Latin a fixed width. `inspect` answers with them, and tests state rules with them.
 */
import type { Face, FaceSet, InkBox } from '../../fonts/face.ts'
import { KIND, type Kind, kindOf } from './classes.ts'
import { AMBIGUOUS, EAST_ASIAN, GCB, GCB_MASK, VO } from './unicode/layout.ts'
import { clusterProperty, lineBreakProperty, orientationProperty } from './unicode/properties.ts'

export interface IdealMetrics {
  readonly lang: 'zh-Hans' | 'zh-Hant'
  /** Advance of Latin letters, figures and ASCII marks, em. */
  readonly latinEm: number
}

const UNITS = 1000
/** Added to a glyph id for its vertical form. */
const VERTICAL = 0x110000
const SPACE = 250
/** Foot of the em box. */
const FOOT = -120

/** One face, `ideal`, that has every character. Its glyph ids are code points. */
export function idealFaces(metrics: IdealMetrics): FaceSet {
  const face = new IdealFace(metrics)
  return { ids: [face.id], face: (id) => (id === face.id ? face : undefined), chain: () => [face] }
}

class IdealFace implements Face {
  readonly id = 'ideal'
  readonly hash = ''
  readonly name = 'ideal'
  readonly unitsPerEm = UNITS
  readonly ascender = 880
  readonly descender = -120
  readonly glyphCount = 0x110000
  readonly embeddable = false
  private readonly metrics: IdealMetrics

  constructor(metrics: IdealMetrics) {
    this.metrics = metrics
  }

  glyph(codePoint: number): number {
    return codePoint
  }

  variant(codePoint: number): number {
    return codePoint
  }

  advance(glyph: number): number {
    if (glyph >= VERTICAL) return UNITS
    const grapheme = clusterProperty(glyph) & GCB_MASK
    if (grapheme === GCB.Extend || grapheme === GCB.SpacingMark || grapheme === GCB.ZWJ) return 0
    const kind = kindOf(glyph)
    if (kind === KIND.Space) return SPACE
    if (glyph === 0x2e3a) return 2 * UNITS
    if (isHalfWidthForm(glyph)) return UNITS / 2
    return isFullWidth(glyph, kind) ? UNITS : this.metrics.latinEm * UNITS
  }

  ink(glyph: number): InkBox | null {
    if (glyph >= VERTICAL) return this.verticalInk(kindOf(glyph - VERTICAL))
    const kind = kindOf(glyph)
    if (kind === KIND.Space || kind === KIND.IdeographicSpace || kind === KIND.Invisible) return null
    const advance = this.advance(glyph)
    const half = UNITS / 2
    const centred = this.metrics.lang === 'zh-Hant' && kind >= KIND.Comma && kind <= KIND.Exclamation
    if (isHalfWidthForm(glyph)) return box(0, advance)
    if (centred || kind === KIND.Dot) return box((advance - half) / 2, (advance + half) / 2)
    if (kind === KIND.Opening) return box(half, advance)
    if (kind >= KIND.Closing && kind <= KIND.Exclamation) return box(0, advance - half)
    return box(0, advance)
  }

  substitute(feature: 'vert' | 'fwid' | 'hwid', glyph: number): number {
    const orientation = feature === 'vert' && glyph < VERTICAL ? orientationProperty(glyph) : VO.R
    return orientation === VO.Tu || orientation === VO.Tr ? glyph + VERTICAL : glyph
  }

  /** Opening marks at the foot of their cell, closing ones at its top, points there too or in the middle. */
  private verticalInk(kind: Kind): InkBox {
    const centred = this.metrics.lang === 'zh-Hant' && kind >= KIND.Comma && kind <= KIND.Exclamation
    const foot = centred ? FOOT + UNITS / 4 : kind >= KIND.Closing && kind <= KIND.Exclamation ? FOOT + UNITS / 2 : FOOT
    const top = kind === KIND.Opening || foot !== FOOT ? foot + UNITS / 2 : FOOT + UNITS
    const point = kind >= KIND.Comma && kind <= KIND.Exclamation
    return { xMin: point ? (centred ? UNITS * 0.4 : UNITS * 0.6) : 0, yMin: foot, xMax: point && centred ? UNITS * 0.6 : UNITS, yMax: top }
  }

  adjust(): null {
    return null
  }
}

function box(xMin: number, xMax: number): InkBox {
  return { xMin, yMin: -120, xMax, yMax: 880 }
}

/** Half-width ideographic full stop, katakana and Hangul. */
function isHalfWidthForm(codePoint: number): boolean {
  return codePoint >= 0xff61 && codePoint <= 0xffdc
}

function isFullWidth(codePoint: number, kind: Kind): boolean {
  if (kind >= KIND.Opening && kind <= KIND.Long) return true
  const width = lineBreakProperty(codePoint) & (EAST_ASIAN | AMBIGUOUS)
  if (codePoint === 0x2013 || codePoint === 0x2014) return true
  return (width & EAST_ASIAN) !== 0 || (width !== 0 && kind !== KIND.Western)
}
