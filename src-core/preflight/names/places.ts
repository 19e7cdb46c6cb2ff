/**
 * Places and institutions that a text names, by the words that they end with (镇, 小学, 有限公司). Where such a name begins is
 * seldom clear, so two are compared from their ends. What could be two real names, or other words, is left out: the check that
 * reads this must be right rather than complete.
 */
import { FAMILY_NAMES } from '../../document/family-names.ts'
import { areAlike } from './alike.ts'
import { isWord } from './person-names.ts'

export interface NamedPlace {
  /** Which of the texts. */
  readonly text: number
  /** UTF-16 offset of the ending. */
  readonly at: number
  readonly ending: string
  /** Han before the ending, the nearest first. */
  readonly before: readonly string[]
}

const ENDINGS = (
  '有限责任公司 股份有限公司 有限公司 集团公司 公司 集团 银行 大学 学院 中学 小学 幼儿园 医院 卫生院 检察院 法院 研究院 研究所 派出所 委员会 协会 基金会 合作社 出版社 ' +
  '博物馆 图书馆 纪念馆 文化馆 体育馆 街道 社区 镇 乡 村 县 市 局 厅'
).split(' ')
const NAMED = new RegExp(`(?<=([\\u3400-\\u4dbf\\u4e00-\\u9fff]{2,6}))(?:${ENDINGS.join('|')})`, 'gu')
/** Where two differ, no name has them; right before the ending 和 and 得 may be a name's. */
const FUNCTION = new Set('一二三四五六七八九十百千万两几每各全本该此那这某在再的地得和与及是为于向到从对由把被将让使其之以有去来等都也就还又')
/** What parts East from West, and is as well another word: names differ in it by right. */
const PARTING = new Set('东西南北上下前后中左右内外新老大小')

export function namedPlaces(texts: readonly string[]): readonly NamedPlace[] {
  return texts.flatMap((text, index) => Array.from(text.matchAll(NAMED), (match): NamedPlace => ({ text: index, at: match.index, ending: match[0], before: Array.from(match[1]!).toReversed() })))
}

/** How many Han before the ending one name and the other written wrongly have; null where they are equal, or two names. */
export function misspelling(one: NamedPlace, other: NamedPlace): number | null {
  if (one.ending !== other.ending) return null
  const at = one.before.findIndex((character, index) => character !== other.before[index])
  const [mine, theirs] = [one.before[at], other.before[at]]
  if (mine === undefined || theirs === undefined || !areAlike(mine, theirs) || [mine, theirs].some((character) => FUNCTION.has(character) && !(at === 0 && '和得'.includes(character)))) return null
  // 柳树村: a place has two characters at least, and one of them is the same.
  if (at === 0 && (one.before[1] !== other.before[1] || FUNCTION.has(one.before[1]!))) return null
  if (at < 2 && [mine, theirs].some((character) => PARTING.has(character))) return null
  // 王庄村 and 汪庄村 are two villages, as 走进村 and 走近村 are words; 超市 is no city.
  if (at > 0 && FAMILY_NAMES.has(mine) && FAMILY_NAMES.has(theirs)) return null
  if ([one, other].every(({ before }) => isWord(before.slice(Math.max(0, at - 1), Math.max(2, at + 1)).toReversed().join('')))) return null
  if (one.ending.length === 1 && [one, other].some(({ before, ending }) => isWord(before[0]! + ending))) return null
  return lengthOf(one.before, other.before, at)
}

/** With what both have before the difference, as far as it may belong to the name. */
function lengthOf(one: readonly string[], other: readonly string[], at: number): number {
  let length = Math.max(2, at + 1)
  while (length < Math.min(one.length, other.length, at + 4) && one[length] === other[length] && !FUNCTION.has(one[length]!)) length++
  return length
}
