/**
 * byline-form: who wrote it, in a form that newspapers do not use (TYPESETTING §9, §9.2). 本报讯 is spelled so; after 本报讯 the reporters stand in
 * brackets, where the other stories have them; nobody signs a story twice; in brackets a space stands after 记者 in all
 * stories of an issue, or in none.
 */
import { datelineOf } from '../document/dateline.ts'
import type { LocalText } from '../document/local-text.ts'
import { placedOn, record, recordsOf } from '../document/records.ts'
import type { ArticleRecord, RecordId } from '../document/records.ts'
import { articleTexts, codePointRange, type ArticleText } from './article-texts.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'
import { PRESS, personNames } from './names/person-names.ts'
import { remembered } from './remember.ts'

/** So many stories make a form the issue's, and so many times as many as have the other. */
const LEAST_USUAL = 3
const USUAL_SHARE = 3

export function checkBylineForms({ document }: Subject): readonly Finding[] {
  const seen = new Set<RecordId>()
  const signed = recordsOf(document, 'page').flatMap(({ id, number: page }) =>
    placedOn(document, 'story', id).flatMap(({ id: story, article: articleId }) => {
      const article = seen.has(articleId) ? undefined : record(document, 'article', articleId)
      seen.add(articleId)
      return article ? [{ page, story, ...signaturesOf(article) }] : []
    }),
  )
  const spaced = signed.flatMap(({ bracket }) => (bracket ? [bracket.isSpaced] : []))
  const usual = usualOf(spaced)
  // A paper that writes no brackets at all has a form of its own.
  const bracketsAreUsual = spaced.length > 0 && spaced.length >= signed.filter(({ bare }) => bare).length
  return signed.flatMap(({ page, story, misspelt, nobody, bare, twice, bracket }) => {
    const uncommon = bracket && !twice && usual !== null && bracket.isSpaced !== usual ? otherForm(bracket, usual) : null
    return [misspelt, nobody, bracketsAreUsual ? bare : null, twice, uncommon].filter((fault) => fault !== null).map(({ text, at, was, right, said, label }): Finding => {
      const range = codePointRange(text, at, was.length)
      const { zh, en } = nameOf(document, story)
      return {
        id: 'byline-form',
        severity: 'warning',
        page,
        story,
        range,
        message: { zh: `${zh}${said.zh}`, en: `${en}${said.en}` },
        ...(right === null ? {} : { fix: { label, steps: [{ kind: 'text', record: story, range, was, text: right }] } }),
      }
    })
  })
}

function usualOf(forms: readonly boolean[]): boolean | null {
  const yes = forms.filter((form) => form).length
  const no = forms.length - yes
  if (yes >= LEAST_USUAL && yes >= USUAL_SHARE * no) return true
  return no >= LEAST_USUAL && no >= USUAL_SHARE * yes ? false : null
}

/** What is written, at its place, and what should be. */
interface Fault {
  readonly text: ArticleText
  readonly at: number
  readonly was: string
  /** Null where the editor must say. */
  readonly right: string | null
  /** After the story's name. */
  readonly said: LocalText
  readonly label: LocalText
}

/** （记者 张三） after a dateline. */
interface Bracket {
  readonly text: ArticleText
  readonly at: number
  readonly written: string
  readonly isSpaced: boolean
}

interface Signatures {
  /** 本报迅 */
  readonly misspelt: Fault | null
  /** （记者） */
  readonly nobody: Fault | null
  /** Reporters after the dateline without brackets. */
  readonly bare: Fault | null
  readonly twice: Fault | null
  readonly bracket: Bracket | null
}

const UNSIGNED: Signatures = { misspelt: null, nobody: null, bare: null, twice: null, bracket: null }

const REPORTERS = /^\s*(?<bracket>[（(](?<inside>[^（）()]{0,80})[)）])/u
const BARE = /^\s*(?<bare>(?:本报|特约|见习|实习|首席|全媒体|融媒体)*(?:记者|通讯员)[ \u3000]?(?<name>\p{Script=Han}{2,4}?)(?:(?:摄影)?报道[：:]?|(?=[ \u3000])))/u
const ROLE = /(?:记者|通讯员)(?<space>[ \u3000]*)(?=\p{Script=Han})/u

const signaturesOf = remembered((article: ArticleRecord): Signatures => {
  const texts = articleTexts(article)
  const [text] = texts.filter(({ role }) => role === 'paragraph')
  const misspelt = text && misspeltDateline(text)
  if (misspelt) return { ...UNSIGNED, misspelt }
  const dateline = text ? datelineOf(text.text) : null
  if (!text || !dateline) return UNSIGNED
  const after = Array.from(text.text).slice(0, dateline.to).join('').length
  const rest = text.text.slice(after)
  const bare = bareIn(text, after, rest)
  if (bare) return { ...UNSIGNED, bare }
  const match = REPORTERS.exec(rest)
  const nobody = match && NOBODY.exec(match.groups!['bracket']!)
  if (nobody) return { ...UNSIGNED, nobody: unnamed(text, after + match[0].length - nobody[0].length, nobody[0]) }
  const bracket = match && bracketOf(text, after + match[0].length - match.groups!['bracket']!.length, match.groups!['bracket']!)
  return bracket ? { ...UNSIGNED, twice: signedTwice(article, bracket), bracket } : UNSIGNED
})

/** 讯 by one that looks or sounds like it; 本报迅速派出记者 is none. */
const MISSPELT = /^本报(?:[\p{Script=Han}·]{0,10}?\d{1,2}月\d{1,2}日)?(?<wrong>[迅汛训])(?=[\s（(：:，,]|记者|通讯员)/u
const NOBODY = /^[（(]\s*(?:本报)?(?:记者|通讯员|实习生)\s*[)）]$/u

function misspeltDateline(text: ArticleText): Fault | null {
  const match = MISSPELT.exec(text.text)
  const was = match?.groups!['wrong']
  if (!match || was === undefined) return null
  const right = '讯'
  return {
    text,
    at: match[0].length - was.length,
    was,
    right,
    said: { zh: `的电头写作“${match[0]}”，应是“${match[0].slice(0, -was.length)}${right}”。`, en: `: its dateline says “${match[0]}” for “${match[0].slice(0, -was.length)}${right}”.` },
    label: { zh: `改为“${right}”`, en: `Write “${right}”` },
  }
}

function unnamed(text: ArticleText, at: number, was: string): Fault {
  return {
    text,
    at,
    was,
    right: null,
    said: { zh: `电头后的“${was}”没有写姓名，请补上。`, en: `: “${was}” after the dateline names nobody; add the name.` },
    label: { zh: '补上姓名', en: 'Add the name' },
  }
}

/** 本报讯 记者张三报道; not 本报讯 记者从市统计局获悉. */
function bareIn(text: ArticleText, after: number, rest: string): Fault | null {
  const match = BARE.exec(rest)
  const name = match && personNames(match[0])[0]?.name
  if (!match || name !== match.groups!['name']) return null
  const was = match.groups!['bare']!
  const right = `（${was.replace(/(?:摄影)?报道[：:]?$/u, '').trim()}）`
  return {
    text,
    at: after + match[0].length - was.length,
    was,
    right,
    said: { zh: `电头后的“${was}”应放在括号里，写作“${right}”。`, en: `: after the dateline the reporters stand in brackets, “${right}” for “${was}”.` },
    label: { zh: '放进括号', en: 'Put it in brackets' },
  }
}

function bracketOf(text: ArticleText, at: number, written: string): Bracket | null {
  const role = ROLE.exec(written)
  return role ? { text, at, written, isSpaced: role.groups!['space'] !== '' } : null
}

function signedTwice({ byline }: ArticleRecord, { text, at, written }: Bracket): Fault | null {
  const above = new Set(pressIn(byline ?? ''))
  const names = pressIn(written)
  const [twice] = names.filter((name) => above.has(name))
  if (twice === undefined) return null
  return {
    text,
    at,
    was: written,
    right: names.every((name) => above.has(name)) ? '' : null,
    said: { zh: `里“${twice}”署名两次：题下一次，电头后又一次，请留一处。`, en: ` is signed by ${twice} twice, under the headline and after the dateline; keep one.` },
    label: { zh: '删去电头后的署名', en: 'Take the one after the dateline out' },
  }
}

function pressIn(text: string): readonly string[] {
  return personNames(text).flatMap(({ name, title }) => (title === PRESS ? [name] : []))
}

function otherForm({ text, at, written }: Bracket, isSpaced: boolean): Fault {
  const right = written.replace(ROLE, (role) => role.trimEnd() + (isSpaced ? ' ' : ''))
  return {
    text,
    at,
    was: written,
    right,
    said: { zh: `的署名写作“${written}”，本期其他稿件写作“${right}”的样子，请统一。`, en: ` is signed “${written}”, where the issue’s other stories write “${right}”.` },
    label: { zh: `改为“${right}”`, en: `Write “${right}”` },
  }
}
