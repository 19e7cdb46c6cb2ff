/**
 * name-spelling: one person's name written in two ways. Two names that differ by one character, read or drawn alike, are
 * taken for one person's in one story; in two stories only where both have the same office or write for the paper.
 */
import { placedOn, record, recordsOf } from '../document/records.ts'
import type { ArticleRecord, Document, PictureRecord, RecordId, StoryRecord } from '../document/records.ts'
import { legArea } from '../typeset/page/free-area.ts'
import { articleTexts, codePointRange, pictureTexts, type ArticleText } from './article-texts.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'
import { areSpellings, mentionsIn, type Mention } from './names/mentions.ts'
import { PRESS } from './names/person-names.ts'
import { sharedCell } from './placed-areas.ts'
import { remembered } from './remember.ts'

/** Titles that one person at a time has. */
const OFFICE = /长$|书记$|主任$|主席$/u

interface Named {
  readonly mention: Mention
  readonly text: ArticleText
  /** The story or picture. */
  readonly owner: RecordId
  /** The story, with its pictures. */
  readonly group: RecordId
  readonly page: string
}

export function checkNameSpelling({ document }: Subject): readonly Finding[] {
  const named = allNamed(document)
  const places = new Map<string, Named[]>()
  for (const one of named) places.set(one.mention.name, [...(places.get(one.mention.name) ?? []), one])
  return pairsOf([...places.keys()]).flatMap(([one, other]): Finding[] => {
    const [ones, others] = [places.get(one)!, places.get(other)!]
    if (!areOne(ones, others)) return []
    const [wrong, right] = others.length <= ones.length ? [others, ones] : [ones, others]
    return [finding(document, wrong, right)]
  })
}

/** Names in the order of the pages; each pair has the one that comes first before the other. */
function pairsOf(names: readonly string[]): readonly (readonly [string, string])[] {
  const alike = new Map<string, string[]>()
  const pairs: (readonly [string, string])[] = []
  for (const name of names) {
    for (let at = 0; at < name.length; at++) {
      const but = `${name.slice(0, at)}_${name.slice(at + 1)}`
      const known = alike.get(but) ?? []
      for (const other of known) if (areSpellings(other, name)) pairs.push([other, name])
      alike.set(but, [...known, name])
    }
  }
  return pairs
}

function areOne(ones: readonly Named[], others: readonly Named[]): boolean {
  return ones.some((one) => others.some((other) => {
    const { title, name } = one.mention
    const sameTitle = title !== '' && title === other.mention.title
    if (one.group === other.group) return sameTitle || name.length > 2
    return sameTitle && (title === PRESS || (name.length > 2 && OFFICE.test(title)))
  }))
}

function finding(document: Document, wrong: readonly Named[], right: readonly Named[]): Finding {
  const [first, model] = [wrong[0]!, right[0]!]
  const same = sameBeforeDot(first.mention.name, model.mention.name)
  const [was, text] = [first, model].map(({ mention }) => mention.name.slice(same)) as [string, string]
  const { zh, en } = nameOf(document, first.owner)
  const there = model.group === first.group ? { zh: '', en: '' } : { zh: `第${model.page}版${nameOf(document, model.owner).zh}里`, en: ` in ${nameOf(document, model.owner).en} on page ${model.page}` }
  return {
    id: 'name-spelling',
    severity: 'warning',
    page: first.page,
    story: first.owner,
    range: rangeOf(first, same),
    message: {
      zh: `${zh}里写作“${was}”，${there.zh}又写作“${text}”，像是同一个人，请核对姓名。`,
      en: `${en} has the name “${was}”, but “${text}”${there.en}, which looks like the same person; check the name.`,
    },
    ...(wrong.length < right.length
      ? { fix: { label: { zh: `统一为“${text}”`, en: `Write “${text}”` }, steps: wrong.map((one) => ({ kind: 'text', record: one.owner, range: rangeOf(one, same), was, text }) as const) } }
      : {}),
  }
}

function rangeOf({ mention, text }: Named, from: number) {
  return codePointRange(text, mention.at + from, mention.name.length - from)
}

/** 西亚·马尔克斯, 西亚·马尔克思: what differs is the family name. */
function sameBeforeDot(one: string, other: string): number {
  const dot = one.indexOf('·') + 1
  return one.slice(0, dot) === other.slice(0, dot) ? dot : 0
}

/** All pages' names; an article that stands in several parts is read at the first. */
function allNamed(document: Document): readonly Named[] {
  const seen = new Set<RecordId>()
  return recordsOf(document, 'page').flatMap(({ id, number: page }) => [
    ...placedOn(document, 'story', id).flatMap((story) => {
      const article = seen.has(story.article) ? undefined : record(document, 'article', story.article)
      seen.add(story.article)
      return article ? articleNames(article).map((found) => ({ ...found, owner: story.id, group: story.id, page })) : []
    }),
    ...placedOn(document, 'picture', id).flatMap((picture) => {
      const story = storyOf(document, picture)
      const article = story && record(document, 'article', story.article)
      return pictureNames(picture, article ?? null).map((found) => ({ ...found, owner: picture.id, group: story?.id ?? picture.id, page }))
    }),
  ])
}

/** Whose picture it is: as it is said, or the story that it stands in. */
function storyOf(document: Document, { story, page, area }: PictureRecord): StoryRecord | undefined {
  return story === null ? placedOn(document, 'story', page).find(({ legs }) => sharedCell(legs.map(legArea), [area])) : record(document, 'story', story)
}

/** All persons that an article names. */
export const articleNames = remembered((article: ArticleRecord) => namedIn(articleTexts(article)))

/** A caption names the persons of its story without their titles. */
function pictureNames(picture: PictureRecord, article: ArticleRecord | null): readonly Pick<Named, 'mention' | 'text'>[] {
  return namedIn(pictureTexts(picture), article ? articleNames(article).map(({ mention }) => mention.name) : [])
}

function namedIn(texts: readonly ArticleText[], known: readonly string[] = []): readonly Pick<Named, 'mention' | 'text'>[] {
  return mentionsIn(texts.map(({ text }) => text), known).map((mention) => ({ mention, text: texts[mention.text]! }))
}
