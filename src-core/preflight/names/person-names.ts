/**
 * Persons that a Chinese text names, where the words around leave little doubt: after a title (局长王建国), in a byline
 * (本报记者 张三 李四), before a word of speech (王建国说). What could be something else is left out: the checks that read
 * this must be right rather than complete. A text is looked through for family names, which is cheap; expressions that look
 * for titles at every character were a tenth of a second for a page.
 */
import { FAMILY_NAMES } from '../../document/family-names.ts'
import { wordStarts } from '../../typeset/text/words/words.ts'

export interface NamedPerson {
  readonly name: string
  /** 局长; empty for one who is named without a title. All who write and photograph for the paper have one title. */
  readonly title: string
  /** UTF-16 offset of the name. */
  readonly at: number
}

/** Who signs articles and pictures. */
export const PRESS = '记者'

const REPORTERS = '记者 通讯员 实习生 评论员 撰稿人 摄影'.split(' ')
/** 文/张三 */
const LABELS = ['文', '图', '摄', '撰文', '作者', '采写', '整理', '供稿', '摄影'].flatMap((label) => ['/', '／', ':', '：'].map((mark) => label + mark))
/** The end of a title says enough: 副市长 ends with 市长. */
const TITLES = (
  '检察长 检察官 副省长 副书记 副主任 副主席 副局长 副市长 副县长 副区长 副院长 副校长 总经理 董事长 负责人 工程师 设计师 总编辑 理事长 法官助理 队长 班长 组长 船长 市长 县长 区长 省长 州长 镇长 乡长 村长 局长 处长 科长 厅长 部长 司长 所长 院长 校长 ' +
  '馆长 站长 台长 社长 行长 会长 秘书长 书记 主任 主席 主编 总监 经理 教授 医生 医师 护士 律师 教练 法官 民警 支书 厂长 场长 园长 店长 护士长 干事 政委 大户 村民 居民 市民 老人 教师 老师 同学 学生 战士 职工 工人 农民 志愿者 选手 队员 球员 委员 代表 专家 作家 画家 诗人 导演 演员 歌手 店主 业主 乘客 司机 同志'
).split(' ')

interface Marker {
  readonly words: string
  readonly title: string
}

/** What stands before a name, by its last character; the longest first. */
const MARKERS = byLastCharacter([...TITLES.map((words) => ({ words, title: words })), ...[...REPORTERS, ...LABELS].map((words) => ({ words, title: PRESS }))])

function byLastCharacter(markers: readonly Marker[]): ReadonlyMap<string, readonly Marker[]> {
  const found = new Map<string, Marker[]>()
  for (const marker of markers.toSorted((a, b) => b.words.length - a.words.length)) {
    const last = marker.words.at(-1)!
    found.set(last, [...(found.get(last) ?? []), marker])
  }
  return found
}

/** Han, as names have them. The script's own class takes a thousand ranges. */
const HAN = /^[\u3400-\u4dbf\u4e00-\u9fff]+$/u
/** What may follow a name at once. */
export const AFTER =
  /^(?:$|[^\u3400-\u4dbf\u4e00-\u9fff]|说|出生|毕业|称|表示|介绍|告诉|指出|认为|强调|坦言|笑|回忆|感慨|解释|提醒|在|和|与|跟|对|向|从|被|把|将|给|带|到|来|是|有|也|就|还|却|已|曾|正|为|等|及|的|接|参加|出席|主持|主要|率|宣布|宣读|提出|看|拿|每|今|昨|当|担任|任|摄|报道|获|先生|女士|同志)/u
const SPEECH = /^(?:说|表示|告诉|介绍|坦言|回忆|认为|指出|强调|感慨|解释|是一[名位]|今年|出生|来自|毕业|每天|，[男女]，|，?\d{1,2}岁|（)/u
const SENTENCE_START = new Set('。！？；：，、“”‘’\n')
/** 张三摄 at the end of a caption or credit. */
const PHOTOGRAPHER = /(?<=^|[\s（(。])(?<name>[\u3400-\u4dbf\u4e00-\u9fff]{2,4})(?=\s?摄(?:影|影报道)?[\s）)。]*$)/u
const BETWEEN = /^(?:[ \u3000、/／，,]|和|与|及)+/u
/** No name has them. */
const NEVER = /[了他她它我你们这那的是就]/u
/** 安馆长, 胡老: a title, or a form of address, after the family name. */
const ADDRESS = new Set([...TITLES, ...'外长 首相 总统 先生 女士 老 总 工 局 处 科 队 导 某 某某'.split(' ')])
/** A third character that is rather the next word's. */
const FUNCTION = new Set('说称在和与跟同对向从被把将给是有也就都还又却已曾正等及的地得了着过于任摄')
/** Longer than what may follow a name. */
const FOLLOWING = 6

export function personNames(text: string): readonly NamedPerson[] {
  const found: NamedPerson[] = []
  let done = 0
  const add = (name: string, title: string, at: number) => {
    found.push({ name, title, at })
    done = at + name.length
  }
  for (let at = 0; at + 1 < text.length; at++) {
    if (at < done || !startsWithFamilyName(text, at)) continue
    const title = titleBefore(text, at)
    if (title !== null) {
      namesFrom(text, at, title, add)
      continue
    }
    const name = at === 0 || SENTENCE_START.has(text[at - 1]!) ? nameAt(text, at, false) : null
    if (name !== null && SPEECH.test(text.slice(at + name.length, at + name.length + FOLLOWING))) add(name, '', at)
  }
  const photographer = text.includes('摄') ? PHOTOGRAPHER.exec(text) : null
  if (photographer && photographer.index >= done && nameAt(text, photographer.index, true) === photographer[0]) add(photographer[0], PRESS, photographer.index)
  return found
}

function startsWithFamilyName(text: string, at: number): boolean {
  return FAMILY_NAMES.has(text[at]!) || FAMILY_NAMES.has(text.slice(at, at + 2))
}

function titleBefore(text: string, at: number): string | null {
  let end = at
  while (text[end - 1] === ' ' || text[end - 1] === '\u3000') end--
  const marker = MARKERS.get(text[end - 1] ?? '')?.find(({ words }) => text.endsWith(words, end))
  return marker?.title ?? null
}

/** 记者 张三 李四、王五: as many names as stand there. */
function namesFrom(text: string, from: number, title: string, add: (name: string, title: string, at: number) => void): void {
  for (let at = from; ; ) {
    const name = nameAt(text, at, title === PRESS)
    if (name === null) return
    add(name, title, at)
    at += name.length
    const between = BETWEEN.exec(text.slice(at, at + FOLLOWING))?.[0].length ?? 0
    if (between === 0) return
    at += between
  }
}

/** What is signed may be a word as well: 文化, 李四. */
function nameAt(text: string, at: number, isSigned: boolean): string | null {
  const double = FAMILY_NAMES.has(text.slice(at, at + 2))
  if (!double && !FAMILY_NAMES.has(text[at] ?? '')) return null
  const lengths = double ? [3, 4] : [2, 3]
  const fitting = lengths.map((length) => text.slice(at, at + length)).filter((name) => endsThere(text, at, name) && (isSigned || double || !(isWord(name.slice(0, 2)) || isWord(name))))
  const [shorter, longer] = [fitting[0], fitting.at(-1)]
  if (shorter === undefined || longer === undefined) return null
  return FUNCTION.has(longer.at(-1)!) ? shorter : longer
}

function endsThere(text: string, at: number, name: string): boolean {
  if (NEVER.test(name) || ADDRESS.has(name.slice(1)) || text[at + name.length] === '·') return false
  return HAN.test(name) && AFTER.test(text.slice(at + name.length, at + name.length + 2))
}

/** 高度, 马上: what begins like a name and is a word. */
export function isWord(text: string): boolean {
  return wordStarts(Array.from(text)).lastIndexOf(1) === 0
}
