/** story-twice, story-missing: each article stands on the pages once. */
import { blockText } from '../document/blocks.ts'
import { partBefore } from '../document/chains.ts'
import { placedOn, record, recordsOf } from '../document/records.ts'
import type { ArticleRecord, Document, StoryRecord } from '../document/records.ts'
import type { StoryFit } from '../typeset/result.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'
import type { Fix } from './fix.ts'
import { remembered } from './remember.ts'

/** Shorter texts may be alike by chance. */
const LEAST_CHARACTERS = 40
/** And so may short paragraphs. */
const LEAST_PARAGRAPH = 20
const MOST_OF = 0.6

export function checkArticlePlaces({ document, results }: Subject): readonly Finding[] {
  return [...placedTwice(document), ...emptyParts({ document, results }), ...notPlaced(document)]
}

/** A part that is to go on with an article of which nothing is left. */
function emptyParts({ document, results }: Subject): readonly Finding[] {
  return results.flatMap(({ frame, stories }) =>
    stories.flatMap((fit): readonly Finding[] => {
      const story = record(document, 'story', fit.story)
      const before = story && isEmptyPart(document, fit) && partBefore(document, story)
      if (!before) return []
      const { zh, en } = nameOf(document, story.id)
      const [first, here] = [pageNumber(document, before), frame.page.number]
      const message = {
        zh: `${zh}在第${first}版已经排完，第${here}版这一处没有文字，请撤下多余的。`,
        en: `${en} ends on page ${first}, so that nothing is left for its part on page ${here}; take that part off the page.`,
      }
      return [{ id: 'story-twice', severity: 'error', page: frame.page.number, story: story.id, message, fix: takenOff(story) }]
    }),
  )
}

/** Whether nothing was left for a part that continues another. */
export function isEmptyPart(document: Document, { story: id, legs, overset }: StoryFit): boolean {
  const story = record(document, 'story', id)
  return story !== undefined && partBefore(document, story) !== null && overset === null && legs.every(({ used }) => used === 0)
}

/** The same article where no part of it continues another, or the same text taken in as two. One finding for all its places, at the second. */
function placedTwice(document: Document): readonly Finding[] {
  const places = new Map<ArticleRecord, StoryRecord[]>()
  const holders = new Map<string, readonly ArticleRecord[]>()
  for (const { id } of recordsOf(document, 'page')) {
    for (const story of placedOn(document, 'story', id)) {
      const article = record(document, 'article', story.article)
      if (!article || partBefore(document, story)) continue
      const known = places.has(article) ? article : (sharing(holders, article).find((other) => isSameText(other, article)) ?? article)
      if (!places.has(known)) for (const text of longParagraphs(known).texts) holders.set(text, [...(holders.get(text) ?? []), known])
      places.set(known, [...(places.get(known) ?? []), story])
    }
  }
  return [...places.values()].flatMap((stories): Finding[] => {
    const [first, second] = stories
    if (!first || !second) return []
    const { zh, en } = nameOf(document, second.id)
    const pages = stories.map((story) => pageNumber(document, story))
    const message = {
      zh: `${zh}排了${stories.length}次（${pages.map((page) => `第${page}版`).join('、')}），请撤下多余的。`,
      en: `${en} is placed ${stories.length} times (pages ${pages.join(', ')}); take all but one off.`,
    }
    return [{ id: 'story-twice', severity: 'error', page: pages[1]!, story: second.id, message, fix: takenOff(second) }]
  })
}

function takenOff({ id }: StoryRecord): Fix {
  return { label: { zh: '撤下这一处', en: 'Take this one off' }, steps: [{ kind: 'remove', record: id }] }
}

/** The articles that have a paragraph of this one. */
function sharing(holders: ReadonlyMap<string, readonly ArticleRecord[]>, article: ArticleRecord): readonly ArticleRecord[] {
  return [...new Set([...longParagraphs(article).texts].flatMap((text) => holders.get(text) ?? []))]
}

/** Most of the shorter one stands in the other, word for word: two versions of one piece, or its text under another headline. */
function isSameText(one: ArticleRecord, other: ArticleRecord): boolean {
  const [long, short] = [longParagraphs(one), longParagraphs(other)].toSorted((a, b) => b.characters - a.characters) as [Paragraphs, Paragraphs]
  if (short.characters < LEAST_CHARACTERS) return false
  let shared = 0
  for (const text of short.texts) if (long.texts.has(text)) shared += text.length
  return shared >= MOST_OF * short.characters
}

interface Paragraphs {
  readonly texts: ReadonlySet<string>
  readonly characters: number
}

const longParagraphs = remembered(({ blocks }: ArticleRecord): Paragraphs => {
  const texts = new Set(blocks.map(blockText).filter((text) => text.length >= LEAST_PARAGRAPH))
  return { texts, characters: [...texts].reduce((sum, text) => sum + text.length, 0) }
})

function pageNumber(document: Document, story: StoryRecord): string {
  return record(document, 'page', story.page)?.number ?? ''
}

function notPlaced(document: Document): readonly Finding[] {
  const placed = new Set(recordsOf(document, 'story').map((story) => story.article))
  return recordsOf(document, 'article')
    .filter((article) => !placed.has(article.id))
    .map((article): Finding => {
      const { zh, en } = nameOf(document, article.id)
      return { id: 'story-missing', severity: 'warning', page: article.page?.number ?? '', story: article.id, message: { zh: `${zh}还没有排到版上。`, en: `${en} is not on a page yet.` } }
    })
}
