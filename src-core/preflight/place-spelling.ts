/** name-spelling: one place or institution that a story writes in two ways (柳树村, 柳书村). */
import { placedOn, record } from '../document/records.ts'
import type { ArticleRecord } from '../document/records.ts'
import { articleTexts, codePointRange, type ArticleText } from './article-texts.ts'
import { nameOf, type Finding, type Subject } from './finding.ts'
import { misspelling, namedPlaces, type NamedPlace } from './names/places.ts'
import { remembered } from './remember.ts'

interface Misspelt {
  readonly text: ArticleText
  readonly at: number
  readonly written: string
  readonly right: string
  /** Whether the story has the right one more often. */
  readonly isSure: boolean
}

export function checkPlaceSpelling({ document, results }: Subject): readonly Finding[] {
  return results.flatMap(({ frame: { page } }) =>
    placedOn(document, 'story', page.id).flatMap((story) => {
      const article = record(document, 'article', story.article)
      return article ? misspeltIn(article).map((misspelt) => finding(page.number, story.id, nameOf(document, story.id), misspelt)) : []
    }),
  )
}

/** Each pair of spellings once, at the rarer one, or at the later of two that are as frequent. */
const misspeltIn = remembered((article: ArticleRecord): readonly Misspelt[] => {
  const texts = articleTexts(article)
  const places = namedPlaces(texts.map(({ text }) => text))
  const told = new Set<string>()
  return places.flatMap((later, index) =>
    places.slice(0, index).flatMap((earlier): Misspelt[] => {
      const length = misspelling(earlier, later)
      if (length === null) return []
      const [first, second] = [earlier, later].map((place) => nameIn(place, length)) as [string, string]
      const pair = [first, second].toSorted().join(' ')
      if (told.has(pair)) return []
      told.add(pair)
      const [ones, others] = [first, second].map((name) => places.filter((place) => nameIn(place, length) === name)) as [NamedPlace[], NamedPlace[]]
      const [wrong, right] = others.length <= ones.length ? [others, first] : [ones, second]
      const { text, at } = wrong[0]!
      return [{ text: texts[text]!, at: at - length, written: nameIn(wrong[0]!, length), right, isSure: ones.length !== others.length }]
    }),
  )
})

function nameIn({ before, ending }: NamedPlace, length: number): string {
  return before.slice(0, length).toReversed().join('') + ending
}

function finding(page: string, story: string, { zh, en }: ReturnType<typeof nameOf>, { text, at, written, right, isSure }: Misspelt): Finding {
  const range = codePointRange(text, at, written.length)
  return {
    id: 'name-spelling',
    severity: 'warning',
    page,
    story,
    range,
    message: {
      zh: `${zh}里写作“${written}”，又写作“${right}”，像是同一个地方或单位，请核对名称。`,
      en: `${en} has the name “${written}”, but also “${right}”, which looks like the same place or institution; check the name.`,
    },
    ...(isSure ? { fix: { label: { zh: `改为“${right}”`, en: `Write “${right}”` }, steps: [{ kind: 'text', record: story, range, was: written, text: right }] } } : {}),
  }
}
