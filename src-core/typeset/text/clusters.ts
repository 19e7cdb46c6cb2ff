/**
 * Grapheme clusters (UAX #29), TYPESETTING §1: a base with its combining marks and variation selectors is one unit for
 * breaking, width and autospace. Table driven, since Intl.Segmenter is too slow to run on every paragraph.
 */
import { GCB, GCB_MASK, INCB_MASK, INCB_SHIFT, LETTER_OR_DIGIT, PICTOGRAPH } from './unicode/layout.ts'
import { clusterProperty } from './unicode/properties.ts'

export function codePointsOf(text: string): Uint32Array {
  const codePoints = new Uint32Array(text.length)
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const codePoint = text.codePointAt(at)!
    if (codePoint > 0xffff) at++
    codePoints[count++] = codePoint
  }
  return codePoints.subarray(0, count)
}

/** Starts of clusters, and the number of code points at the end. */
export function clusterStarts(codePoints: Uint32Array): Uint32Array {
  const starts = new Uint32Array(codePoints.length + 1)
  let count = 0
  let before = -1
  /** Regional indicators just before; a pictograph with extenders just before; consonant and linker of GB9c. */
  let indicators = 0
  let pictograph = false
  let conjunct: 0 | 1 | 2 = 0
  for (let at = 0; at < codePoints.length; at++) {
    const property = clusterProperty(codePoints[at]!)
    if ((property & ~LETTER_OR_DIGIT) === 0) {
      // Most characters of a page: only a prepended mark joins what no rule speaks of.
      if (before !== GCB.Prepend) starts[count++] = at
      before = GCB.Other
      indicators = conjunct = 0
      pictograph = false
      continue
    }
    const after = property & GCB_MASK
    const conjunctClass = (property & INCB_MASK) >> INCB_SHIFT
    const emoji = (property & PICTOGRAPH) !== 0
    const joined =
      before >= 0 &&
      (joins(before, after) ||
        (before === GCB.ZWJ && emoji && pictograph) || // GB11
        (before === GCB.RI && after === GCB.RI && indicators % 2 === 1) || // GB12, GB13
        (conjunct === 2 && conjunctClass === 1)) // GB9c
    if (!joined) starts[count++] = at
    indicators = after === GCB.RI ? indicators + 1 : 0
    pictograph = emoji || (pictograph && before !== GCB.ZWJ && (after === GCB.Extend || after === GCB.ZWJ))
    if (conjunctClass === 1) conjunct = 1
    else if (conjunctClass === 3 && conjunct > 0) conjunct = 2
    else if (conjunctClass !== 2) conjunct = 0
    before = after
  }
  starts[count] = codePoints.length
  return starts.subarray(0, count + 1)
}

/** GB3 to GB9b. */
function joins(before: number, after: number): boolean {
  if (after === GCB.Other) return before === GCB.Prepend
  if (before === GCB.CR && after === GCB.LF) return true
  if (isControl(before) || isControl(after)) return false
  if (after === GCB.Extend || after === GCB.ZWJ || after === GCB.SpacingMark || before === GCB.Prepend) return true
  if (before === GCB.L) return after === GCB.L || after === GCB.V || after === GCB.LV || after === GCB.LVT
  if (before === GCB.LV || before === GCB.V) return after === GCB.V || after === GCB.T
  return (before === GCB.LVT || before === GCB.T) && after === GCB.T
}

function isControl(grapheme: number): boolean {
  return grapheme === GCB.Control || grapheme === GCB.CR || grapheme === GCB.LF
}
