/** Characters to glyphs, one face a cluster: variation selectors, combining marks, the fallback chain. */
import type { FaceId } from '../../document/style.ts'
import type { Face, FaceSet } from '../../fonts/face.ts'
import { roundLength } from '../frame.ts'
import { isSelector, KIND, kindOf, type Kind } from './classes.ts'
import type { FaceFallback } from './paragraph.ts'
import type { FaceRun } from './shaped.ts'

/** Collects the glyphs of a paragraph, cluster after cluster. */
export class GlyphCollector {
  readonly runs: FaceRun[] = []
  readonly fallbacks: FaceFallback[] = []
  /** Glyphs so far, and the code point that each begins to show. */
  readonly glyphs: Uint32Array
  readonly sources: Uint32Array
  count = 0
  private readonly faces: FaceSet
  private readonly codePoints: Uint32Array
  private readonly chains = new Map<FaceId, readonly Face[]>()
  /** Where the last one was found: neighbours mostly ask for the same. */
  private lastChain: { readonly id: FaceId; readonly chain: readonly Face[] } | null = null
  private lastRun = 0

  constructor(faces: FaceSet, codePoints: Uint32Array) {
    this.faces = faces
    this.codePoints = codePoints
    const { length } = codePoints
    const memory = new ArrayBuffer(2 * 4 * length)
    this.glyphs = new Uint32Array(memory, 0, length)
    this.sources = new Uint32Array(memory, 4 * length, length)
  }

  /** Adds the glyphs of a cluster from the first face that has them all; answers the run's index. */
  add(from: number, to: number, kind: Kind, wanted: FaceId, size: number): number {
    const composite = this.faces.composite?.(wanted)
    if (!composite) return this.addPlain(from, to, wanted, size)
    if (!isWesternPart(kind, this.codePoints[from]!)) return this.addPlain(from, to, composite.han, size)
    const { latin, latinScale = 1, latinShiftEm = 0 } = composite
    return this.addPlain(from, to, latin, size, roundLength(size * latinScale), roundLength(size * latinShiftEm))
  }

  /**
   * `ownSize` and `rise` are for the wanted face itself; a face that stands in for it is set at `size` on the baseline.
   * A face that is not at hand is preflight's matter, once: its stand-in counts as wanted, character by character.
   */
  private addPlain(from: number, to: number, wanted: FaceId, size: number, ownSize = size, rise = 0): number {
    const chain = this.chain(wanted)
    const first = chain[0]!
    const codePoint = this.codePoints[from]!
    const glyph = to === from + 1 && !isIgnorable(codePoint) ? first.glyph(codePoint) : 0
    if (glyph !== 0) {
      this.push(glyph, from)
      return first.id === wanted ? this.runOf(first, ownSize, rise) : this.runOf(first, size)
    }
    const face = chain.find((candidate) => this.hasAll(candidate, from, to)) ?? null
    if (face !== first) this.fallbacks.push({ codePoint, offset: from, wanted: first.id, used: face?.id ?? null })
    const used = face ?? first
    for (let at = from; at < to; at++) {
      const character = this.codePoints[at]!
      if (isIgnorable(character)) continue
      const next = at + 1 < to ? this.codePoints[at + 1]! : 0
      this.push(isSelector(next) ? used.variant(character, next) : used.glyph(character), at)
    }
    return used.id === wanted ? this.runOf(used, ownSize, rise) : this.runOf(used, size)
  }

  /** Adds —— as the two-em dash of the face, where it has one, so that nothing need join. */
  addDash(from: number, to: number, named: FaceId, size: number): number {
    const wanted = this.faces.composite?.(named)?.han ?? named
    const face = this.chain(wanted)[0]!
    const dash = face.glyph(TWO_EM_DASH)
    if (dash === 0 || face.advance(dash) !== 2 * face.unitsPerEm) return this.addPlain(from, to, wanted, size)
    this.push(dash, from)
    return this.runOf(face, size)
  }

  private push(glyph: number, source: number): void {
    this.glyphs[this.count] = glyph
    this.sources[this.count++] = source
  }

  private hasAll(face: Face, from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      const codePoint = this.codePoints[at]!
      if (!isIgnorable(codePoint) && face.glyph(codePoint) === 0) return false
    }
    return true
  }

  private chain(id: FaceId): readonly Face[] {
    if (this.lastChain?.id === id) return this.lastChain.chain
    let chain = this.chains.get(id)
    if (!chain) {
      chain = this.faces.chain(id)
      if (chain.length === 0) throw new Error(`no face serves ${id}`)
      this.chains.set(id, chain)
    }
    this.lastChain = { id, chain }
    return chain
  }

  private runOf(face: Face, size: number, rise = 0): number {
    const isIt = (run: FaceRun | undefined) => run !== undefined && run.face === face && run.size === size && run.rise === rise
    if (isIt(this.runs[this.lastRun])) return this.lastRun
    const found = this.runs.findIndex(isIt)
    return (this.lastRun = found >= 0 ? found : this.runs.push({ face, size, rise }) - 1)
  }
}

/**
 * What of a composite face comes from its Western part: letters and figures, word spaces, and the marks that belong to
 * Western text. Chinese marks, and the quotation marks and dashes that both share, come from the Han face (CLREQ §3.1).
 */
function isWesternPart(kind: Kind, codePoint: number): boolean {
  switch (kind) {
    case KIND.Western:
    case KIND.Space:
    case KIND.NarrowOpening:
    case KIND.NarrowClosing:
      return true
    case KIND.Suffix:
    case KIND.Prefix:
      return codePoint < LETTERLIKE
    case KIND.Other:
    case KIND.Connector:
    case KIND.Solidus:
      return codePoint < LATIN_END
    default:
      return false
  }
}

/** Full-width ℃ № and their like begin here. */
const LETTERLIKE = 0x2100
const LATIN_END = 0x250

const TWO_EM_DASH = 0x2e3a

/** Characters that never show: a face need not have them. */
function isIgnorable(codePoint: number): boolean {
  return kindOf(codePoint) === KIND.Invisible
}
