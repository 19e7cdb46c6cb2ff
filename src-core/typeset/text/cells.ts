/** The cell that a cluster stands in: its width, where the glyph stands in it, and the blank it may give (§1, §3.1). */
import type { PunctuationScheme } from '../../document/style.ts'
import type { Face } from '../../fonts/face.ts'
import { KIND, type Kind } from './classes.ts'
import { isHalfWidth, takesBlanks } from './line-style.ts'
import { endBlank, startBlank } from './marks.ts'

export interface CellSetting {
  readonly lang: 'zh-Hans' | 'zh-Hant'
  readonly scheme: PunctuationScheme
}

/** A glyph of this advance and more is drawn for a full-width cell. Em. */
const FULL_WIDTH = 0.9
const SIDE_BEARING = 0.06

/** Cells of a paragraph in points, one entry a cluster; see ShapedParagraph. */
export class Cells {
  readonly advance: Float64Array
  readonly shift: Float64Array
  readonly scale: Float64Array
  readonly startBlank: Float64Array
  readonly endBlank: Float64Array
  readonly taken: Float64Array | null
  private readonly setting: CellSetting

  constructor(count: number, setting: CellSetting) {
    const takes = takesBlanks(setting.scheme)
    // One piece of memory for all: making and collecting many small ones costs more than filling them.
    const memory = new ArrayBuffer((takes ? 6 : 5) * 8 * count)
    const arrayAt = (index: number) => new Float64Array(memory, index * 8 * count, count)
    this.advance = arrayAt(0)
    this.shift = arrayAt(1)
    this.scale = arrayAt(2).fill(1)
    this.startBlank = arrayAt(3)
    this.endBlank = arrayAt(4)
    this.taken = takes ? arrayAt(5) : null
    this.setting = setting
  }

  /**
   * Lays the cell of a cluster that begins with `codePoint`, whose first glyph is `glyph`; `advance` is what all its glyphs
   * take, in font units.
   */
  place(cluster: number, codePoint: number, kind: Kind, face: Face, size: number, glyph: number, advance: number): void {
    const unit = size / face.unitsPerEm
    if (kind === KIND.Han || kind === KIND.Western || kind === KIND.Other) {
      this.advance[cluster] = advance * unit
      return
    }
    if (kind === KIND.Pair) return this.centre(cluster, face, size, glyph, Math.max(1, (advance * unit) / size))
    if (this.setting.lang === 'zh-Hans' && isGbHalf(kind, codePoint)) return this.centre(cluster, face, size, glyph, 0.5)
    if (kind === KIND.Dot) return this.centre(cluster, face, size, glyph, 1)
    const start = startBlank(face, glyph, kind) * size
    const end = endBlank(face, glyph, kind, this.setting.lang) * size
    const widen = face.adjust('widen', glyph)
    const natural = (advance + (widen?.advance ?? 0)) * unit
    const placement = (widen?.placement ?? 0) * unit
    if (isHalfWidth(this.setting.scheme, kind)) {
      this.advance[cluster] = natural - start - end
      this.taken![cluster] = start + end
      this.shift[cluster] = placement - start
      return
    }
    this.advance[cluster] = natural
    this.shift[cluster] = placement
    this.startBlank[cluster] = start
    this.endBlank[cluster] = end
  }

  /** A quotation mark or a dot in Western text: what a face draws for a full-width cell is set close. */
  placeNarrow(cluster: number, face: Face, size: number, glyph: number): void {
    const ink = face.ink(glyph)
    const advance = face.advance(glyph) / face.unitsPerEm
    if (!ink || advance < FULL_WIDTH) this.advance[cluster] = advance * size
    else this.centre(cluster, face, size, glyph, Math.min(0.5, (ink.xMax - ink.xMin) / face.unitsPerEm + 2 * SIDE_BEARING))
  }

  /** A dash or an ellipsis of `glyphs` equal glyphs, `em` wide however the face draws it. */
  placeLong(cluster: number, face: Face, size: number, glyph: number, glyphs: number, em: number): void {
    const ink = face.ink(glyph)
    if (glyphs === 1 || glyph !== face.glyph(0x2014) || !ink) {
      this.centre(cluster, face, size, glyph, em / glyphs)
      this.advance[cluster] = em * size
      return
    }
    // Two dashes are drawn wider until their ink joins.
    const scale = (em / glyphs) * (face.unitsPerEm / (ink.xMax - ink.xMin))
    this.advance[cluster] = em * size
    this.scale[cluster] = scale
    this.shift[cluster] = (-ink.xMin / face.unitsPerEm) * size * scale
  }

  /** The ink in the middle of a cell of `em`, whatever the face's advance. */
  private centre(cluster: number, face: Face, size: number, glyph: number, em: number): void {
    const ink = face.ink(glyph)
    const middle = ink ? (ink.xMin + ink.xMax) / 2 : face.advance(glyph) / 2
    this.advance[cluster] = em * size
    this.shift[cluster] = (em / 2 - middle / face.unitsPerEm) * size
  }
}

/** What GB/T 15834 sets half an em wide, by no more and no less: 间隔号, 短横线, 分隔号. Full-width forms keep their cells. */
function isGbHalf(kind: Kind, codePoint: number): boolean {
  switch (kind) {
    case KIND.Dot:
      return codePoint !== KATAKANA_DOT
    case KIND.Connector:
      return codePoint === EN_DASH
    case KIND.Solidus:
      return codePoint === SOLIDUS
    default:
      return false
  }
}

const KATAKANA_DOT = 0x30fb
const EN_DASH = 0x2013
const SOLIDUS = 0x2f
