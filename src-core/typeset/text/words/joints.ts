/**
 * How well a line may end before each character of a Chinese text: between words, inside one, or where the list of words
 * leaves it open. A list knows few names and no new words; what it cuts into single characters is one of these more often
 * than not.
 */
import { wordStarts } from './words.ts'

export const JOINT = {
  Free: 0,
  /** Perhaps inside a word or a name. */
  Doubtful: 1,
  /** Inside a word, a numeral or a name. */
  Inside: 2,
} as const

const HAN = /^\p{Script=Han}$/u

/** Words of one character that stand on their own: between two of others there may be a word that the list lacks. */
const PARTICLES = characters('的了着过地得之是在有和与及同或而且但则即却也又还再都只就才将已曾正不没未无莫非很更最太极真好可能会要应该须把被让使叫令给对向从到往至于为以因由自按据经用靠沿随跟比除上下里外内中前后时起来去进出回这那此该其某每各本我你他她它们谁何几多少个两位名家场年月日次条件项人说做看走')

/** What leans on a verb of one character: 鼓起, 迈上, 住得. */
const COMPLEMENTS = characters('上下起来去出进到得在成住掉开入')

/** What closes a word of two characters or more: 推进会, 孵化器, 孩子们. */
const SUFFIXES = characters('们者员家师生手工民会组团队部局院所处科室厅站馆厂店场园区县市省镇乡村社校系班届期次周节日季年月度级类型式版线路桥港机器仪表车船舰艇弹率量值额数费税金款法案制化性论学界业')

/** 百家姓 as far as it says little else when it stands alone. */
const SURNAMES = characters('王李张刘陈杨赵黄周吴徐孙胡朱郭林罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘董袁余叶蒋杜苏魏程吕丁沈姚卢傅钟姜崔谭廖范汪陆戴贾韦夏邱侯邹熊孟秦阎薛尹段雷黎史龙陶贺顾毛郝龚邵钱严覃武莫孔汤柯翁葛殷詹聂焦柴瞿阮霍裴翟')

const NUMERALS = characters('〇零一二三四五六七八九十百千万亿两')

/** {@link JOINT} before each character. */
export function wordJoints(text: readonly string[]): Uint8Array {
  const starts = wordStarts(text)
  const joints = new Uint8Array(text.length)
  for (let at = 1; at < text.length; at++) joints[at] = jointAt(text, starts, at)
  return joints
}

function jointAt(text: readonly string[], starts: Uint8Array, at: number): number {
  const before = text[at - 1]!
  const after = text[at]!
  if (NUMERALS.has(before) && NUMERALS.has(after)) return JOINT.Inside
  if (!starts[at]) return JOINT.Inside
  if (!HAN.test(before) || !HAN.test(after)) return JOINT.Free
  const aloneBefore = starts[at - 1] === 1
  const aloneAfter = at + 1 === text.length || starts[at + 1] === 1
  if (aloneBefore && SURNAMES.has(before)) return JOINT.Inside
  if (aloneBefore && aloneAfter && at > 1 && starts[at - 2] === 1 && SURNAMES.has(text[at - 2]!) && !PARTICLES.has(after)) return JOINT.Inside
  if (aloneBefore && NUMERALS.has(before)) return JOINT.Doubtful
  if (aloneAfter && (SUFFIXES.has(after) || NUMERALS.has(before))) return JOINT.Doubtful
  if (!aloneBefore || !aloneAfter || PARTICLES.has(before)) return JOINT.Free
  return COMPLEMENTS.has(after) || !PARTICLES.has(after) ? JOINT.Doubtful : JOINT.Free
}

function characters(text: string): ReadonlySet<string> {
  return new Set(text)
}
