/**
 * lone-ellipsis, long-chain, stray-space: what an author or a paste left between Chinese characters (TYPESETTING §1, §9.1).
 */
import { counted, type LocalText } from '../document/local-text.ts'
import { CHINESE, codePointRange, placedTexts, type PlacedText } from './article-texts.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'

/** Runs of … or ⋯ that do not follow Western text; the Chinese ellipsis is two of them, a longer one a multiple of two. */
const ELLIPSES = /(?<![\x21-\x7e…])…+|(?<![\x21-\x7e⋯])⋯+/gu
const SPACE = new RegExp(`(?<=${CHINESE}) +(?=${CHINESE})(?!(?<=日 +)(?:星期|周|礼拜))`, 'gu')
/** Of a caption, what stands after its last sentence: 任鹏飞 摄, 摄影 何静, 图为车间 何静 摄. */
const CREDIT = /(?<=^|[。！？”])(?:[^。！？”]{0,30}(?:摄|摄影|摄影报道|[供文绘制]\s*[/／]?\s*图|图\s*[/／]\s*文)|\s*(?:摄影|漫画|绘图|制图|插图|供图)\s+\p{Script=Han}{2,4})[）)]?$/u
/** A space belongs after a role and after the names there (§9.2), and round 文 图 摄 of a credit. */
const BYLINE = /(?:记者|通讯员|(?<!\p{Script=Han})[文图摄])(?:[ \u3000]\p{Script=Han}{2,4})*$/u

export function checkLoneMarks(subject: Subject): readonly Finding[] {
  return placedTexts(subject).flatMap((placed) => [...loneEllipses(placed, subject), ...longChains(placed, subject), ...straySpaces(placed, subject)])
}

function loneEllipses(placed: PlacedText, subject: Subject): readonly Finding[] {
  const isChinese = /\p{Script=Han}/u.test(placed.text)
  const lone = isChinese ? Array.from(placed.text.matchAll(ELLIPSES)).filter(([run]) => run.length % 2 === 1) : []
  const { zh, en } = nameOf(subject.document, placed.story)
  return finding(placed, lone, 'lone-ellipsis', {
    zh: `${zh}里有${lone.length}处省略号不是整两格，中文省略号应是“……”。`,
    en: `${en} has ${counted(lone.length, 'ellipsis that does', 'ellipses that do')} not fill two cells; the Chinese one is “……”.`,
  }, { label: { zh: '改为整两格', en: 'Make them two cells' }, mend: (run) => run + run[0]! })
}

/** At most three ？ or ！ in a row (GB/T 15834 5.1.2). */
const CHAINS = /[？！]{4,}/gu

function longChains(placed: PlacedText, subject: Subject): readonly Finding[] {
  const chains = Array.from(placed.text.matchAll(CHAINS))
  const { zh, en } = nameOf(subject.document, placed.story)
  return finding(placed, chains, 'long-chain', {
    zh: `${zh}里有${chains.length}处问号、叹号连用四个以上，最多连用三个。`,
    en: `${en} has ${counted(chains.length, 'chain')} of four or more ？！; three are the most.`,
  }, { label: { zh: '只留三个', en: 'Keep three' }, mend: (chain) => chain.slice(0, 3) })
}

/** Running text: in titles, verse and tables a space is meant. */
const RUNNING: ReadonlySet<PlacedText['role']> = new Set(['paragraph', 'editorsNote', 'list'])

function straySpaces(placed: PlacedText, subject: Subject): readonly Finding[] {
  if (placed.part !== 'caption' && !RUNNING.has(placed.role)) return []
  const credit = placed.part === 'caption' ? (CREDIT.exec(placed.text.trimEnd())?.index ?? Infinity) : Infinity
  const stray = Array.from(placed.text.matchAll(SPACE)).filter(({ index }) => index < credit && !BYLINE.test(placed.text.slice(0, index)) && !isInShortBrackets(placed.text, index))
  const { zh, en } = nameOf(subject.document, placed.story)
  return finding(placed, stray, 'stray-space', {
    zh: `${zh}里汉字之间有${stray.length}处空格，已排成不占位，请删去或改用标点。`,
    en: `${en} has ${counted(stray.length, 'space')} between Han characters, set without width; delete them or use a mark.`,
  }, { label: { zh: '删去空格', en: 'Delete the spaces' }, mend: () => '' })
}

/** （读者 陈先生）: who it is from. */
function isInShortBrackets(text: string, index: number): boolean {
  return /[（(][^（）()，。；]{0,10}$/u.test(text.slice(0, index)) && /^ +[^（）()，。；]{0,10}[）)]/u.test(text.slice(index))
}

/** One finding a part of an article, at the first place; its fix mends them all. */
function finding(placed: PlacedText, found: readonly RegExpExecArray[], id: Finding['id'], message: LocalText, { label, mend }: Mending): readonly Finding[] {
  const [first] = found
  if (!first) return []
  const range = ({ index, 0: was }: RegExpExecArray) => codePointRange(placed, index, was.length)
  const steps = found.map((one) => ({ kind: 'text', record: placed.story, range: range(one), was: one[0], text: mend(one[0]) }) as const)
  return [{ id, severity: 'warning', page: placed.page, story: placed.story, range: range(first), message, fix: { label, steps } }]
}

interface Mending {
  readonly label: LocalText
  mend(was: string): string
}
