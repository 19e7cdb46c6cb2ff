/**
 * Cells of a vertical line, TYPESETTING §7: upright characters in cells of one em on the column's axis, the rest turned by
 * a quarter. Lengths along the line go into {@link Cells} as in a horizontal one; across it, each cluster has its offset.
 */
import type { PunctuationScheme } from '../../document/style.ts'
import type { Face } from '../../fonts/face.ts'
import type { Cells } from './cells.ts'
import { KIND, type Kind } from './classes.ts'
import type { GlyphCollector } from './glyphs.ts'
import { isHalfWidth } from './line-style.ts'
import type { ParagraphStyle } from './paragraph.ts'
import type { FaceRun } from './shaped.ts'
import { VO } from './unicode/layout.ts'
import { orientationProperty } from './unicode/properties.ts'
import { cornerBracket, footBlank, isLying, isPoint, isUprightInChinese, STAY, topBlank, toUpperRight, type Move } from './vertical-marks.ts'
import { WESTERN } from './vertical-western.ts'

/** How a cluster stands. */
export const ORIENTATION = {
  Turned: 0,
  Upright: 1,
  /** In the face's vertical form. */
  Substituted: 2,
  /** Several characters side by side in one cell. */
  Combined: 3,
  /** A Western letter or figure upright in a cell of its own. */
  Spelled: 4,
} as const

export type Orientation = (typeof ORIENTATION)[keyof typeof ORIENTATION]

/** One entry a cluster. */
export interface VerticalShape {
  /** {@link ORIENTATION} */
  readonly orientation: Uint8Array
  /** Points from the column's axis to the first glyph's origin, to the right. */
  readonly across: Float64Array
}

/** A cluster that begins with code point `from`, whose glyphs are the collector's from `first` on, in a cell of `em` points. */
export interface VerticalCluster {
  readonly cluster: number
  readonly from: number
  readonly kind: Kind
  readonly first: number
  readonly run: FaceRun
  readonly em: number
}

export interface VerticalInput {
  readonly count: number
  readonly cells: Cells
  readonly style: ParagraphStyle
  readonly scheme: PunctuationScheme
  readonly codePoints: Uint32Array
  /** {@link WESTERN} of each code point. */
  readonly western: Uint8Array
  readonly collector: GlyphCollector
}

export class VerticalCells implements VerticalShape {
  readonly orientation: Uint8Array
  readonly across: Float64Array
  private readonly cells: Cells
  private readonly style: ParagraphStyle
  private readonly scheme: PunctuationScheme
  private readonly codePoints: Uint32Array
  private readonly western: Uint8Array
  private readonly collector: GlyphCollector

  constructor({ count, cells, style, scheme, codePoints, western, collector }: VerticalInput) {
    this.orientation = new Uint8Array(count)
    this.across = new Float64Array(count)
    this.cells = cells
    this.style = style
    this.scheme = scheme
    this.codePoints = codePoints
    this.western = western
    this.collector = collector
  }

  /** Lays the cell of an upright cluster; false for one that is turned, whose cell is laid as in a horizontal line. */
  stand(one: VerticalCluster): boolean {
    const orientation = (this.orientation[one.cluster] = this.orient(one))
    if (orientation === ORIENTATION.Combined) this.combine(one)
    else if (orientation !== ORIENTATION.Turned) this.standAlone(one)
    return orientation !== ORIENTATION.Turned
  }

  /** Turns what does not stand, and answers the class that the cluster has in a vertical line. */
  finish(one: VerticalCluster): Kind {
    const orientation = this.orientation[one.cluster]
    if (orientation === ORIENTATION.Turned) {
      this.turn(one)
      return this.western[one.from] === WESTERN.TurnedQuote ? narrowKind(one.kind) : one.kind
    }
    // What stands in cells goes with Han, not with Western text.
    return orientation === ORIENTATION.Combined || (orientation === ORIENTATION.Spelled && one.kind === KIND.Western) ? KIND.Han : one.kind
  }

  /** A cluster without glyphs, which takes no room. */
  leave(cluster: number, codePoint: number): void {
    const property = orientationProperty(codePoint)
    this.orientation[cluster] = property === VO.R || property === VO.Tr ? ORIENTATION.Turned : ORIENTATION.Upright
  }

  /** Decides by property and house, and puts the vertical form in the glyph's place. */
  private orient({ from, kind, first, run: { face } }: VerticalCluster): Orientation {
    const { glyphs } = this.collector
    const western = this.western[from]!
    if (western === WESTERN.Combined) return ORIENTATION.Combined
    if (western === WESTERN.Upright) {
      glyphs[first] = face.substitute('fwid', glyphs[first]!)
      return ORIENTATION.Spelled
    }
    const codePoint = this.codePoints[from]!
    if (western === WESTERN.TurnedQuote || (kind === KIND.Western && orientationProperty(codePoint) === VO.Tr)) return ORIENTATION.Turned
    const corner = cornerBracket(codePoint, this.style.lang)
    const plain = (corner === undefined ? 0 : face.glyph(corner)) || glyphs[first]!
    const vertical = face.substitute('vert', plain)
    switch (orientationProperty(codePoint)) {
      case VO.U:
        return ORIENTATION.Upright
      case VO.Tu:
        glyphs[first] = vertical
        return vertical === plain ? ORIENTATION.Upright : ORIENTATION.Substituted
      case VO.Tr:
        if (isUprightInChinese(codePoint)) {
          if (!isLying(face.ink(vertical))) glyphs[first] = vertical
          return ORIENTATION.Upright
        }
        glyphs[first] = vertical
        return vertical === plain ? ORIENTATION.Turned : ORIENTATION.Substituted
      default:
        return ORIENTATION.Turned
    }
  }

  /** An upright cluster: its glyphs beside one another in the middle of a cell of one em. */
  private standAlone({ cluster, kind, first, run, em }: VerticalCluster): void {
    const { face, size } = run
    const unit = size / face.unitsPerEm
    const glyph = this.collector.glyphs[first]!
    const move = this.moveOf(face, glyph, first, kind)
    this.centre(cluster, first, run, em, 1)
    this.across[cluster]! += move.right * unit
    this.cells.shift[cluster]! -= move.up * unit
    const top = topBlank(face, glyph, kind) * size
    const foot = footBlank(face, glyph, kind, move.up) * size
    if (isHalfWidth(this.scheme, kind)) {
      this.cells.advance[cluster] = em - top - foot
      this.cells.taken![cluster] = top + foot
      this.cells.shift[cluster]! -= top
      return
    }
    this.cells.startBlank[cluster] = top
    this.cells.endBlank[cluster] = foot
  }

  /** Points that the face has no vertical form of. */
  private moveOf(face: Face, glyph: number, first: number, kind: Kind): Move {
    if (this.style.lang !== 'zh-Hans' || !isPoint(kind)) return STAY
    return glyph === face.glyph(this.codePoints[this.collector.sources[first]!]!) ? toUpperRight(face, glyph) : STAY
  }

  /** A group in one cell, no wider than it: half-width forms where two are too wide, else narrowed. */
  private combine({ cluster, first, run, em }: VerticalCluster): void {
    const { glyphs, count } = this.collector
    const width = () => this.widthOf(first, run)
    if (width() > em) {
      const narrow = Array.from(glyphs.subarray(first, count), (glyph) => run.face.substitute('hwid', glyph))
      if (narrow.every((glyph, index) => glyph !== glyphs[first + index])) glyphs.set(narrow, first)
    }
    this.centre(cluster, first, run, em, Math.min(1, em / width()))
  }

  private centre(cluster: number, first: number, run: FaceRun, em: number, scale: number): void {
    const { face, size, rise } = run
    const middle = ((face.ascender + face.descender) / 2 / face.unitsPerEm) * size
    this.cells.advance[cluster] = em
    this.cells.scale[cluster] = scale
    this.cells.shift[cluster] = em / 2 + middle - rise
    this.across[cluster] = (-this.widthOf(first, run) * scale) / 2
  }

  /** Points that the cluster's glyphs take side by side. */
  private widthOf(first: number, { face, size }: FaceRun): number {
    const { glyphs, count } = this.collector
    let units = 0
    for (let glyph = first; glyph < count; glyph++) units += face.advance(glyphs[glyph]!)
    return (units / face.unitsPerEm) * size
  }

  /** Dashes, ellipses and dots with their ink on the axis, all other turned text with the middle of its em box. */
  private turn({ cluster, from, kind, first, run }: VerticalCluster): void {
    const { face, size, rise } = run
    const glyph = this.collector.glyphs[first]!
    const ink = isOnAxis(kind, this.codePoints[from]!) ? face.ink(glyph) : null
    const middle = ink ? ink.yMin + ink.yMax : face.ascender + face.descender
    this.across[cluster] = rise - (middle / 2 / face.unitsPerEm) * size
    if (this.western[from] !== WESTERN.TurnedQuote) return
    const halt = face.adjust('halt', glyph)
    const unit = size / face.unitsPerEm
    this.cells.advance[cluster] = (face.advance(glyph) + (halt?.advance ?? 0)) * unit
    this.cells.shift[cluster] = (halt?.placement ?? 0) * unit
    this.cells.startBlank[cluster] = this.cells.endBlank[cluster] = 0
  }
}

function isOnAxis(kind: Kind, codePoint: number): boolean {
  return kind === KIND.Long || kind === KIND.Dot || (kind === KIND.Connector && codePoint > 0x2013)
}

/** A quotation mark that turned with its text has no blank to give, and stands as close as an ASCII bracket. */
function narrowKind(kind: Kind): Kind {
  return kind === KIND.Opening ? KIND.NarrowOpening : kind === KIND.Closing ? KIND.NarrowClosing : kind
}
