/**
 * 省行表: which paragraphs of a story give a line for the fewest characters. A paragraph whose last line is nearly empty
 * loses it when a few are cut; one whose last line is nearly full takes another when a few are added. What the table says
 * was tried: the article is set again with so many characters less or more, with everything that squeezing, 孤字 and 孤行
 * then do by themselves.
 */
import { applyChange } from '../document/change.ts'
import { record, recordsOf, type ArticleRecord, type Block, type Document, type RecordId, type StoryRecord } from '../document/records.ts'
import type { Engine } from './engine.ts'
import { runsOf, type GlyphRun } from './frame.ts'
import type { PageResult, StoryFit } from './result.ts'

export interface LineSaving {
  /** Index of the paragraph among the article's blocks, and its number among the paragraphs, from 1. */
  readonly block: number
  readonly paragraph: number
  /** Code point of the block at which its last line begins, and characters in that line. */
  readonly lastLine: number
  readonly lastCharacters: number
  readonly kind: 'cut' | 'add'
  /** To cut or to add, and the lines that the story is then shorter or longer by. */
  readonly characters: number
  readonly lines: number
}

export interface StorySavings {
  readonly story: RecordId
  readonly article: RecordId
  /** Cheapest first; ways to add a line only for a story that is short. */
  readonly rows: readonly LineSaving[]
}

/** More than these characters are a rewrite, not a repair. */
const MOST_CHARACTERS = 8
/** Squeezing pulls up so many by itself at most, so that trying begins so far below what the last line holds. */
const PULLED_UP = 3

/** One entry for each story of the page, in painting order. */
export function lineSavings(document: Document, engine: Engine, page: RecordId): readonly StorySavings[] {
  const steps = lineSavingSteps(document, engine, page)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same, a paragraph a step, for a host that has better to do in between. */
export function* lineSavingSteps(document: Document, engine: Engine, page: RecordId): Generator<undefined, readonly StorySavings[]> {
  const savings: StorySavings[] = []
  for (const story of recordsOf(document, 'story')) {
    if (story.page !== page) continue
    const article = record(document, 'article', story.article)
    const rows = article ? yield* paragraphRows(new Trial(document, engine, article), article, engine.layoutPage(document, page), story) : []
    savings.push({ story: story.id, article: story.article, rows })
  }
  return savings
}

function* paragraphRows(trial: Trial, article: ArticleRecord, result: PageResult, story: StoryRecord): Generator<undefined, readonly LineSaving[]> {
  const fit = result.stories.find((candidate) => candidate.story === story.id)
  const runs = runsByBlock(runsOf(result.frame.items, story.id), article.id)
  const rows: LineSaving[] = []
  let paragraph = 0
  for (const [index, block] of article.blocks.entries()) {
    if (block.role !== 'paragraph') continue
    paragraph += 1
    const line = lastLineOf(block.text, runs.get(index) ?? [])
    if (!fit || !line) continue
    const place = { block: index, paragraph, lastLine: line.from, lastCharacters: line.characters }
    const cut = trial.cut(index, line.characters)
    if (cut) rows.push({ ...place, kind: 'cut', ...cut })
    const added = fit.underset ? trial.add(index, charsAt(fit, line.run) - line.characters) : null
    if (added) rows.push({ ...place, kind: 'add', ...added })
    yield
  }
  return rows.toSorted((a, b) => a.characters - b.characters || b.lines - a.lines || a.block - b.block)
}

interface Won {
  readonly characters: number
  readonly lines: number
}

/** Sets an article with a paragraph shorter or longer, and counts the lines that all its stories then need. */
class Trial {
  private readonly document: Document
  private readonly engine: Engine
  private readonly article: ArticleRecord
  private readonly stories: readonly StoryRecord[]
  private readonly need: number

  constructor(document: Document, engine: Engine, article: ArticleRecord) {
    this.document = document
    this.engine = engine
    this.article = article
    this.stories = recordsOf(document, 'story').filter((story) => story.article === article.id)
    this.need = this.needOf(document)
  }

  /** The fewest characters that win a line when they are cut, of a paragraph whose last line holds so many. */
  cut(block: number, lastCharacters: number): Won | null {
    for (let characters = Math.max(1, lastCharacters - PULLED_UP); characters <= Math.min(MOST_CHARACTERS, lastCharacters + 1); characters++) {
      const lines = this.need - this.needWith(block, (text) => withoutLast(text, characters))
      if (lines > 0) return { characters, lines }
    }
    return null
  }

  /** The fewest that make one when they are added, to a last line that has room for so many. */
  add(block: number, room: number): Won | null {
    for (let characters = Math.max(1, room); characters <= Math.min(MOST_CHARACTERS, room + PULLED_UP); characters++) {
      const lines = this.needWith(block, (text) => withMore(text, characters)) - this.need
      if (lines > 0) return { characters, lines }
    }
    return null
  }

  private needWith(block: number, write: (text: string) => string | null): number {
    const { article } = this
    const before = article.blocks[block]!
    const text = before.role === 'paragraph' ? write(before.text) : null
    if (text === null || before.role !== 'paragraph') return this.need
    const blocks = article.blocks.with(block, withText(before, text))
    return this.needOf(applyChange(this.document, [{ id: article.id, before: article, after: { ...article, blocks } }]))
  }

  /** Lines over less lines free, of all stories that the article stands in. */
  private needOf(document: Document): number {
    const pages = new Set(this.stories.map(({ page }) => page))
    const fits = [...pages].flatMap((page) => this.engine.layoutPage(document, page).stories)
    const own = fits.filter(({ story }) => this.stories.some(({ id }) => id === story))
    return own.reduce((sum, { overset, underset }) => sum + (overset?.lines ?? 0) - (underset?.lines ?? 0), 0)
  }
}

type Paragraph = Extract<Block, { role: 'paragraph' }>

/** Marks on what was cut go with it. */
function withText(block: Paragraph, text: string): Paragraph {
  const length = Array.from(text).length
  const marks = block.marks?.filter(({ to }) => to <= length)
  return { ...block, text, ...(marks ? { marks } : {}) }
}

const HAN = /\p{Script=Han}/u

/** Without the last so many Han, its last marks kept; null where it has no two more. */
function withoutLast(text: string, count: number): string | null {
  const characters = Array.from(text)
  let left = count
  for (let at = characters.length - 1; at >= 0 && left > 0; at--) {
    if (!HAN.test(characters[at]!)) continue
    characters.splice(at, 1)
    left -= 1
  }
  return left === 0 && characters.filter((character) => HAN.test(character)).length >= 2 ? characters.join('') : null
}

/** Any Han is as wide as another. */
function withMore(text: string, count: number): string {
  const characters = Array.from(text)
  const last = characters.findLastIndex((character) => HAN.test(character))
  return characters.toSpliced(last + 1, 0, '字'.repeat(count)).join('')
}

interface LastLine {
  readonly from: number
  readonly characters: number
  readonly run: GlyphRun
}

function runsByBlock(runs: readonly GlyphRun[], article: RecordId): ReadonlyMap<number, readonly GlyphRun[]> {
  const blocks = new Map<number, GlyphRun[]>()
  for (const run of runs) {
    const { source } = run
    if (source?.part !== 'block' || source.record !== article || source.block === undefined) continue
    const own = blocks.get(source.block)
    if (own) own.push(run)
    else blocks.set(source.block, [run])
  }
  return blocks
}

/** The last line of a block's text, or null where the end of the text is not on the page. */
function lastLineOf(text: string, runs: readonly GlyphRun[]): LastLine | null {
  const ordered = runs.toSorted((a, b) => a.source!.from - b.source!.from)
  const last = ordered.at(-1)
  if (!last || last.source!.to < Array.from(text.trimEnd()).length) return null
  let first = ordered.length - 1
  while (first > 0 && levelOf(ordered[first - 1]!) === levelOf(last)) first--
  const line = ordered.slice(first)
  const characters = line.reduce((sum, run) => sum + Array.from(run.text.replace(/\s+/gu, '')).length, 0)
  return { from: line[0]!.source!.from, characters, run: last }
}

/** What the runs of one line have in common. */
function levelOf({ vertical, x, y }: GlyphRun): number {
  return vertical ? x : y
}

/** Characters to a line where a run stands; none where no leg is found, and nothing is then added. */
function charsAt({ legs }: StoryFit, { x, y }: GlyphRun): number {
  return legs.find(({ rect }) => x >= rect.x - 1 && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height + 1)?.chars ?? Infinity
}
