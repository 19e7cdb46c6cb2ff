/** The clusters that a paragraph is set in, and the typesetting class of each where its neighbours decide (TYPESETTING §1). */
import { betweenWestern, isApostrophe, isPair } from './break-opportunities.ts'
import { KIND, type Kind, kindOf } from './classes.ts'
import { isBreak } from './unicode/line-breaking.ts'

/** A dash or an ellipsis of two code points is one cluster. Starts of clusters, and the end, in place. */
export function joinPairs(codePoints: Uint32Array, starts: Uint32Array): Uint32Array {
  let kept = 0
  for (let at = 0; at < starts.length; at++) {
    const start = starts[at]!
    starts[kept++] = start
    if (isPair(codePoints, start) && starts[at + 1] === start + 1) at++
  }
  return starts.subarray(0, kept)
}

/**
 * Clusters end where UAX #14 lets a line end, for the CSS levels, which are that annex to the letter: a mark without a
 * base, as after a space, stands alone there (LB10).
 */
export function splitAtBreaks(starts: Uint32Array, breaks: Uint8Array): Uint32Array {
  const last = starts.length - 1
  const split: number[] = []
  for (let at = 0; at < last; at++) {
    split.push(starts[at]!)
    for (let inside = starts[at]! + 1; inside < starts[at + 1]!; inside++) if (isBreak(breaks[inside]!)) split.push(inside)
  }
  split.push(starts[last]!)
  return Uint32Array.from(split)
}

/** {@link KIND} of each cluster. `western` is 1 at quotation marks that stay Western. */
export function kindsOf(codePoints: Uint32Array, from: Uint32Array, western: Uint8Array | null): Uint8Array {
  const kinds = new Uint8Array(from.length - 1)
  for (let cluster = 0; cluster < kinds.length; cluster++) kinds[cluster] = kindAt(codePoints, from[cluster]!, western)
  return kinds
}

function kindAt(codePoints: Uint32Array, at: number, western: Uint8Array | null): Kind {
  const kind = kindOf(codePoints[at]!)
  switch (kind) {
    case KIND.Connector:
      return isPair(codePoints, at) ? KIND.Long : kind
    case KIND.Solidus:
      // In Western text as wide as the face draws it.
      return betweenWestern(codePoints, at) ? KIND.Connector : kind
    case KIND.Opening:
      return western?.[at] ? KIND.Western : kind
    case KIND.Closing:
      return western?.[at] || isApostrophe(codePoints, at) ? KIND.Western : kind
    case KIND.Dot:
      return betweenWestern(codePoints, at) ? KIND.Western : kind
    default:
      return kind
  }
}
