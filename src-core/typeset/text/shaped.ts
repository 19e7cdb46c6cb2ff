/** What the stages of shaping leave behind: one entry a cluster in typed arrays. */
import type { Face } from '../../fonts/face.ts'
import type { SettledStyle } from './line-style.ts'
import type { FaceFallback, ParagraphStyle } from './paragraph.ts'
import type { ShapedMarks } from './ruby.ts'
import type { VerticalShape } from './vertical-cells.ts'

/** A face and size that clusters are set in. */
export interface FaceRun {
  readonly face: Face
  /** Points. */
  readonly size: number
  /** How far its glyphs stand over the line's baseline, in points: the Western part of a composite face. */
  readonly rise: number
}

/**
 * A paragraph's clusters with everything that does not depend on a measure. Lengths are points; a cluster's cell is
 * `advance` wide with the glyph's origin `shift` from its left edge. Arrays that end in the paragraph's end have one
 * entry more than there are clusters.
 */
export interface ShapedParagraph {
  readonly text: string
  readonly style: ParagraphStyle
  readonly settled: SettledStyle
  readonly codePoints: Uint32Array
  readonly count: number
  /** First code point of each cluster, and the length of the text. */
  readonly from: Uint32Array
  /** {@link KIND} */
  readonly kind: Uint8Array
  readonly run: Uint16Array
  readonly runs: readonly FaceRun[]
  readonly advance: Float64Array
  readonly shift: Float64Array
  /** Horizontal scale of the glyphs, 1 but for dashes whose ink must join. */
  readonly scale: Float64Array
  /** Blank that the mark may still give on its outer side. */
  readonly startBlank: Float64Array
  readonly endBlank: Float64Array
  /** Start blank that a mark gave to the one before it and has again where a line begins with it; null where lines trim it. */
  readonly lostStart: Float64Array | null
  /** Blank that 开明 and 半角 take from a mark and justification may give back; null in the other schemes. */
  readonly taken: Float64Array | null
  /** Chinese-Western gap after the cluster. */
  readonly gap: Float64Array
  /** {@link GAP}: what justification may do after the cluster. */
  readonly stretch: Uint8Array
  /** {@link BREAK} before each cluster; the end of the paragraph is Mandatory. */
  readonly breaks: Uint8Array
  /** Index of the first glyph of each cluster, and the number of glyphs. */
  readonly glyphFrom: Uint32Array
  readonly glyphs: Uint32Array
  /** The code point that each glyph begins to show. */
  readonly glyphSource: Uint32Array
  /** How the clusters of a vertical line stand; null in a horizontal one. */
  readonly vertical: VerticalShape | null
  readonly sums: LineSums
  /** Null where no words are marked. */
  readonly marks: ShapedMarks | null
  readonly fallbacks: readonly FaceFallback[]
}

/** Running sums over clusters, so that the width and the give of any line are two subtractions. */
export interface LineSums {
  /** Advances and gaps. */
  readonly width: Float64Array
  /** What steps 2 to 6 of the shrink ladder can take (TYPESETTING §5.2), and what step 7 can. */
  readonly shrink: Float64Array
  readonly stops: Float64Array
  /** What steps 1 and 2 of the stretch ladder can add (§5.3). */
  readonly give: Float64Array
  /** Gaps of step 3, and the word spaces and gaps that were stretched before and share what goes beyond it. */
  readonly gaps: Uint32Array
  readonly spaces: Uint32Array
  /** Largest break at or before, smallest at or after each cluster. */
  readonly breakBefore: Uint32Array
  readonly breakAfter: Uint32Array
  /** The first forced break after each cluster's start; the paragraph's end is one. */
  readonly forcedAfter: Uint32Array
  /** Where the content of a line that ends at each cluster ends: before its trailing spaces. */
  readonly contentEnd: Uint32Array
}

/** What a gap between two clusters is to justification. */
export const GAP = { Solid: 0, Plain: 1, Autospace: 2 } as const

/** Code points are UTF-16 units in most texts. */
export function textBetween({ text, codePoints }: ShapedParagraph, from: number, to: number): string {
  return text.length === codePoints.length ? text.slice(from, to) : String.fromCodePoint(...codePoints.subarray(from, to))
}

/** The cluster that begins at a code point. */
export function clusterAt({ from, count }: Pick<ShapedParagraph, 'from' | 'count'>, codePoint: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (from[middle]! < codePoint) low = middle + 1
    else high = middle
  }
  return low
}

/** The clusters that code points `from` up to `to` lie in, also where these begin or end inside one: the first, and the one after the last. */
export function clustersOf(shaped: Pick<ShapedParagraph, 'from' | 'count'>, { from, to }: { readonly from: number; readonly to: number }): readonly [first: number, end: number] {
  const first = clusterAt(shaped, from)
  return [shaped.from[first]! > from ? first - 1 : first, clusterAt(shaped, to)]
}
