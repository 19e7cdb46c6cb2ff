/** Chinese-Western gap and typed spaces, TYPESETTING §4 and §9.1. */
import { KIND } from './classes.ts'
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

/** Width in points of a typed U+0020 beside Chinese, or null where it is a word space of the face. */
export function typedSpace(shaped: Spaced, cluster: number): number | null {
  const { kind, codePoints, from } = shaped
  const isSpace = (at: number): boolean => codePoints[from[at]!] === 0x20
  if (!isSpace(cluster)) return null
  let first = cluster
  while (first > 0 && isSpace(first - 1)) first--
  let end = cluster + 1
  while (end < shaped.count && isSpace(end)) end++
  const before = first > 0 ? kind[first - 1]! : KIND.Space
  const after = end < shaped.count ? kind[end]! : KIND.Space
  if (!isChinese(before) && !isChinese(after)) return null
  if (first !== cluster) return 0
  const size = (chinese: number): number => shaped.runs[shaped.run[chinese]!]!.size
  if (before === KIND.Han && after === KIND.Han) {
    return shaped.style.senseSpaces || followsRole(shaped, first) ? size(first - 1) : 0
  }
  const western = before === KIND.Western || after === KIND.Western
  if (western && (before === KIND.Han || after === KIND.Han)) return shaped.settled.autospaceEm * size(before === KIND.Han ? first - 1 : end)
  return isChinese(before) && isChinese(after) ? 0 : null
}

function isChinese(kind: number): boolean {
  return kind === KIND.Han || (kind >= KIND.Opening && kind <= KIND.Exclamation) || kind === KIND.Long
}

const ROLES = ['记者', '通讯员']

/** 记者 张三: the space after the role is one em (§9.1). */
function followsRole({ codePoints, from }: Spaced, space: number): boolean {
  const at = from[space]!
  return ROLES.some((role) => {
    const characters = [...role]
    return characters.every((character, index) => codePoints[at - characters.length + index] === character.codePointAt(0))
  })
}
