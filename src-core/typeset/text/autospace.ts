/** Chinese-Western gap and typed spaces, TYPESETTING §4 and §9.1. */
import { KIND } from './classes.ts'
import { followsRole } from './roles.ts'
import type { ShapedParagraph } from './shaped.ts'

type Spaced = Pick<ShapedParagraph, 'kind' | 'count' | 'codePoints' | 'from' | 'settled' | 'style' | 'run' | 'runs'>

/** A gap stands between `cluster` and the next one. */
export function wantsGap(shaped: Spaced, cluster: number): boolean {
  const { kind } = shaped
  const before = kind[cluster]!
  const after = kind[cluster + 1]!
  if (before === KIND.Han) return after === KIND.Western
  if (after !== KIND.Han) return false
  // A number's own % ° ℃ belongs to the number: the gap stands outside the whole.
  return before === KIND.Western || (before === KIND.Suffix && cluster > 0 && kind[cluster - 1] === KIND.Western && isNarrow(shaped, cluster))
}

function isNarrow({ codePoints, from }: Spaced, cluster: number): boolean {
  return codePoints[from[cluster]!]! < 0xfe00
}

/**
 * Width in points of typed spaces (U+0020) from `first` up to `end`, all of them together, or null where they are word
 * spaces of the face: what they become depends on the Chinese beside them.
 */
export function typedSpaces(shaped: Spaced, first: number, end: number): number | null {
  const { kind } = shaped
  const before = first > 0 ? kind[first - 1]! : KIND.Space
  const after = end < shaped.count ? kind[end]! : KIND.Space
  const size = (cluster: number): number => shaped.runs[shaped.run[cluster]!]!.size
  if (before === KIND.Han && after === KIND.Han) return shaped.style.senseSpaces || isByline(shaped, first) ? size(first - 1) : 0
  if (before === KIND.Han && after === KIND.Western) return shaped.settled.autospaceEm * size(first - 1)
  if (before === KIND.Western && after === KIND.Han) return shaped.settled.autospaceEm * size(end)
  return isChinese(before) && isChinese(after) ? 0 : null
}

/** Where a run of typed spaces that begins at a cluster ends: the cluster itself where none does. */
export function spacesEnd({ codePoints, from, count }: Spaced, first: number): number {
  let end = first
  while (end < count && codePoints[from[end]!] === 0x20) end++
  return end
}

function isChinese(kind: number): boolean {
  return kind === KIND.Han || (kind >= KIND.Opening && kind <= KIND.Exclamation) || kind === KIND.Long
}

const LONGEST_NAME = 4

/** 记者 张三 李四: the space after the role is one em (§9.1), so is that after a name of two to four Han. */
function isByline({ codePoints, from, kind }: Spaced, space: number): boolean {
  let name = space
  while (name > 0 && name > space - LONGEST_NAME && kind[name - 1] === KIND.Han) name--
  const followsName = space - name >= 2 && name > 0 && kind[name - 1] === KIND.IdeographicSpace
  return followsName || followsRole(codePoints, from[space]!)
}
