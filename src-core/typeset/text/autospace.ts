/** Chinese-Western gap and typed spaces, TYPESETTING §4 and §9.1. */
import { KIND } from './classes.ts'
import { followsDateline, followsRole } from './roles.ts'
import type { ShapedParagraph } from './shaped.ts'
import { BREAK } from './unicode/line-breaking.ts'

type Spaced = Pick<ShapedParagraph, 'kind' | 'count' | 'codePoints' | 'from' | 'breaks' | 'settled' | 'style' | 'run' | 'runs'>

/** A gap stands between `cluster` and the next one. Characters without width and ink do not part them. */
export function wantsGap(shaped: Spaced, cluster: number): boolean {
  // Most boundaries of a page, decided at once.
  if (shaped.kind[cluster] === shaped.kind[cluster + 1]) return false
  const next = nextVisible(shaped, cluster)
  if (next < 0) return false
  const before = kindBefore(shaped, cluster + 1)
  const after = shaped.kind[next]!
  return (before === KIND.Han && after === KIND.Western) || (before === KIND.Western && after === KIND.Han)
}

/** The Han at the gap after a cluster: the gap is measured in its em. */
export function hanBeside(shaped: Spaced, cluster: number): number {
  return shaped.kind[cluster] === KIND.Han ? cluster : nextVisible(shaped, cluster)
}

/** The first cluster after one that has width or ink, in the same line of the text; -1 where there is none. */
function nextVisible({ kind, breaks, count }: Spaced, cluster: number): number {
  let next = cluster + 1
  while (next < count && kind[next] === KIND.Invisible && breaks[next] !== BREAK.Mandatory) next++
  return next < count && breaks[next] !== BREAK.Mandatory ? next : -1
}

/** The class that the text before a boundary ends in: a number's own % ° ℃ belongs to the number, so it is Western. */
function kindBefore({ kind, codePoints, from }: Spaced, end: number): number {
  if (end === 0) return KIND.Space
  const last = kind[end - 1]!
  const ofNumber = last === KIND.Suffix && end > 1 && isFigure(codePoints[from[end - 2]!]!) && codePoints[from[end - 1]!]! < FULL_WIDTH_FORMS
  return ofNumber ? KIND.Western : last
}

/** 50%, and not the sign of `search by%s`. */
function isFigure(codePoint: number): boolean {
  return codePoint >= 0x30 && codePoint <= 0x39
}

/** ％ ﹪ and what follows stand in cells of their own. */
const FULL_WIDTH_FORMS = 0xfe00

/**
 * Width in points of typed spaces (U+0020) from `first` up to `end`, all of them together, or null where they are word
 * spaces of the face: what they become depends on the Chinese beside them. Full-width marks bring their own blank.
 */
export function typedSpaces(shaped: Spaced, first: number, end: number): number | null {
  const before = kindBefore(shaped, first)
  const after = end < shaped.count ? shaped.kind[end]! : KIND.Space
  const size = (cluster: number): number => shaped.runs[shaped.run[cluster]!]!.size
  if (before === KIND.Han && followsDateline(shaped.codePoints, shaped.from[first]!)) return size(first - 1)
  if (before === KIND.Han && after === KIND.Han) return shaped.style.senseSpaces || isByline(shaped, first) ? size(first - 1) : 0
  if (before === KIND.Han && after === KIND.Western) return shaped.settled.autospaceEm * size(first - 1)
  if (before === KIND.Western && after === KIND.Han) return shaped.settled.autospaceEm * size(end)
  return isFullWidthMark(before) || isFullWidthMark(after) ? 0 : null
}

/** Where a run of typed spaces that begins at a cluster ends: the cluster itself where none does. */
export function spacesEnd({ codePoints, from, count }: Spaced, first: number): number {
  let end = first
  while (end < count && codePoints[from[end]!] === 0x20) end++
  return end
}

function isFullWidthMark(kind: number): boolean {
  return (kind >= KIND.Opening && kind <= KIND.Exclamation) || kind === KIND.Long
}

const LONGEST_NAME = 4

/** 记者 张三 李四: the space after the role is one em (§9.1), so is that after a name of two to four Han. */
function isByline({ codePoints, from, kind }: Spaced, space: number): boolean {
  let name = space
  while (name > 0 && name > space - LONGEST_NAME && kind[name - 1] === KIND.Han) name--
  const followsName = space - name >= 2 && name > 0 && kind[name - 1] === KIND.IdeographicSpace
  return followsName || followsRole(codePoints, from[space]!)
}
