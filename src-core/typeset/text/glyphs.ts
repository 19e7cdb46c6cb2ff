/** Characters to glyphs of one face a cluster: variation selectors, combining marks, the fallback chain. */
import type { FaceId } from '../../document/style.ts'
import type { Face, FaceSet } from '../../fonts/face.ts'
import { KIND, kindOf } from './classes.ts'
import type { FaceFallback } from './paragraph.ts'
import type { FaceRun } from './shaped.ts'
import { GCB, GCB_MASK } from './unicode/layout.ts'
import { clusterProperty } from './unicode/properties.ts'

/** Collects the glyphs of a paragraph, cluster after cluster. */
export class GlyphCollector {
  readonly runs: FaceRun[] = []
  readonly fallbacks: FaceFallback[] = []
  readonly glyphs: number[] = []
  readonly sources: number[] = []
  private readonly faces: FaceSet
  private readonly chains = new Map<FaceId, readonly Face[]>()

  constructor(faces: FaceSet) {
    this.faces = faces
  }

  /** Adds the cluster's glyphs from the first face that has all of its characters; answers the run's index. */
  add(codePoints: Uint32Array, from: number, to: number, wanted: FaceId, size: number): number {
    const chain = this.chain(wanted)
    const face = chain.find((candidate) => hasAll(candidate, codePoints, from, to)) ?? null
    if (face?.id !== wanted) this.fallbacks.push({ codePoint: codePoints[from]!, offset: from, wanted, used: face?.id ?? null })
    const used = face ?? chain[0]!
    for (let at = from; at < to; at++) {
      const codePoint = codePoints[at]!
      if (isIgnorable(codePoint)) continue
      const next = at + 1 < to ? codePoints[at + 1]! : 0
      this.glyphs.push(isSelector(next) ? used.variant(codePoint, next) : used.glyph(codePoint))
      this.sources.push(at)
    }
    return this.runOf(used, size)
  }

  private chain(id: FaceId): readonly Face[] {
    let chain = this.chains.get(id)
    if (!chain) {
      chain = this.faces.chain(id)
      if (chain.length === 0) throw new Error(`no face serves ${id}`)
      this.chains.set(id, chain)
    }
    return chain
  }

  private runOf(face: Face, size: number): number {
    const last = this.runs.length - 1
    if (last >= 0 && this.runs[last]!.face === face && this.runs[last]!.size === size) return last
    const found = this.runs.findIndex((run) => run.face === face && run.size === size)
    if (found >= 0) return found
    return this.runs.push({ face, size }) - 1
  }
}

function hasAll(face: Face, codePoints: Uint32Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isIgnorable(codePoints[at]!) && face.glyph(codePoints[at]!) === 0) return false
  return true
}

/** Characters that never show: a face need not have them. */
function isIgnorable(codePoint: number): boolean {
  return isSelector(codePoint) || kindOf(codePoint) === KIND.Invisible || (clusterProperty(codePoint) & GCB_MASK) === GCB.ZWJ
}

function isSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
}
