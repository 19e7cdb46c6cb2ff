/** mixed-numerals: like things counted in figures and in Han numerals within one story (GB/T 15835: 局部体例统一). */
import { placedOn, record } from '../document/records.ts'
import type { ArticleRecord } from '../document/records.ts'
import { articleTexts, codePointRange, type ArticleText } from './article-texts.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'
import { numeralsIn, type Numeral } from './numerals.ts'
import { remembered } from './remember.ts'

/** Running text; verse, tables and titles have reasons of their own. */
const RUNNING: ReadonlySet<ArticleText['role']> = new Set(['paragraph', 'list', 'editorsNote'])

interface Mixture {
  readonly text: ArticleText
  readonly numeral: Numeral
  /** The other form. */
  readonly other: Numeral
}

export function checkMixedNumerals({ document, results }: Subject): readonly Finding[] {
  return results.flatMap(({ frame: { page } }) =>
    placedOn(document, 'story', page.id).flatMap((story) => {
      const article = record(document, 'article', story.article)
      return article ? mixturesIn(article).map((mixture) => finding(page.number, story.id, nameOf(document, story.id), mixture)) : []
    }),
  )
}

function finding(page: string, story: string, { zh, en }: ReturnType<typeof nameOf>, { text, numeral, other }: Mixture): Finding {
  return {
    id: 'mixed-numerals',
    severity: 'warning',
    page,
    story,
    range: codePointRange(text, numeral.at, numeral.written.length),
    message: {
      zh: `${zh}里既写“${other.written}”又写“${numeral.written}”，同类的数字请统一用阿拉伯数字或汉字。`,
      en: `${en} has both “${other.written}” and “${numeral.written}”; write numbers of one kind in one form.`,
    },
  }
}

type Placed = Pick<Mixture, 'text' | 'numeral'>

/** One of each subject, at the first numeral of the rarer form. */
const mixturesIn = remembered((article: ArticleRecord): readonly Mixture[] => {
  const placed = articleTexts(article)
    .filter(({ role }) => RUNNING.has(role))
    .flatMap((text) => numeralsIn(text.text).map((numeral): Placed => ({ text, numeral })))
  const byKind = new Map<string, Placed[]>()
  for (const one of placed) for (const kind of one.numeral.kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), one])
  const told = new Set<string>()
  return [...byKind].flatMap(([kind, ones]): Mixture[] => {
    const [han, arabic] = [ones.filter(({ numeral }) => numeral.form === 'han'), ones.filter(({ numeral }) => numeral.form === 'arabic')]
    const { subject } = ones[0]!.numeral
    if (han.length === 0 || arabic.length === 0 || told.has(subject)) return []
    told.add(subject)
    const [rarer, usual] = kind === subject && han.length > arabic.length ? [arabic, han] : [han, arabic]
    return [{ ...rarer[0]!, other: usual[0]!.numeral }]
  })
})
