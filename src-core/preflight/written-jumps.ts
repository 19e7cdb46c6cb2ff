/**
 * jump-pair: jump lines that stand in the articles' own words. Each （下转第2版） needs one （上接第1版） there that names its page;
 * of two that were meant for each other one fault is told, at the one whose page is wrong.
 */
import { blockText } from '../document/blocks.ts'
import type { LocalText } from '../document/local-text.ts'
import { placedOn, record, recordsOf } from '../document/records.ts'
import type { ArticleRecord, Document, StoryRecord } from '../document/records.ts'
import { codePointRange, type ArticleText } from './article-texts.ts'
import { nameOf } from './finding.ts'
import type { Finding } from './finding.ts'
import { remembered } from './remember.ts'

/** 下转第2版, 上接A02版, 紧接第十二版; in brackets 转2版, too. */
const WRITTEN = /(?:(?<to>下转|紧转)|(?<from>上接|紧接)|(?<=[（(])(?:(?<shortTo>转)|(?<shortFrom>接)))\s*(?:第\s*)?(?<page>[A-Z]{0,2}\d{1,3}|[一二三四五六七八九十百零]+)\s*版/gu
const FIGURES = /[A-Z]{0,2}\d+/u
const DIGITS = '零一二三四五六七八九'

interface JumpLine {
  readonly direction: 'to' | 'from'
  /** The page that it names, without leading noughts. */
  readonly page: string
  readonly written: string
  readonly text: ArticleText
  readonly at: number
}

interface Jump extends JumpLine {
  readonly story: StoryRecord
  /** The page that it stands on, as it is shown. */
  readonly number: string
  /** And without leading noughts. */
  readonly on: string
}

export function checkWrittenJumps(document: Document): readonly Finding[] {
  const pages = recordsOf(document, 'page')
  const jumps = pages.flatMap(({ id, number }) => placedOn(document, 'story', id).flatMap((story) => jumpsIn(document, story).map((jump): Jump => ({ ...jump, story, number, on: plain(number) }))))
  const fulfil = (one: Jump, other: Jump) => one.page === other.on && other.page === one.on
  const [lonelyTo, lonelyFrom] = unpaired(jumps, (one, other) => fulfil(one, other) && isSameArticle(document, one, other))
  const [to, from] = unpaired([...lonelyTo, ...lonelyFrom], fulfil)
  // Meant for each other: one of them names the other's page.
  const halves = paired([...to, ...from], (one, other) => one.page === other.on || other.page === one.on)
  const told = new Set(halves.flat())
  const numbers = new Map(pages.map(({ number }) => [plain(number), number]))
  return [
    ...halves.map(([one, other]) => {
      const wrong = one.page === other.on ? other : one
      return finding(document, wrong, wrong === one ? other.number : one.number)
    }),
    ...[...to, ...from].filter((jump) => !told.has(jump)).map((jump) => finding(document, jump, null, numbers.get(jump.page) ?? null)),
  ]
}

/** Each 下转 with the first 上接 that is free and fits it. */
function paired(jumps: readonly Jump[], fits: (to: Jump, from: Jump) => boolean): readonly (readonly [Jump, Jump])[] {
  const taken = new Set<Jump>()
  return jumps
    .filter(({ direction }) => direction === 'to')
    .flatMap((to): (readonly [Jump, Jump])[] => {
      const from = jumps.find((other) => other.direction === 'from' && !taken.has(other) && other.on !== to.on && fits(to, other))
      if (!from) return []
      taken.add(from)
      return [[to, from]]
    })
}

function unpaired(jumps: readonly Jump[], fits: (to: Jump, from: Jump) => boolean): readonly [readonly Jump[], readonly Jump[]] {
  const done = new Set(paired(jumps, fits).flat())
  const left = jumps.filter((jump) => !done.has(jump))
  return [left.filter(({ direction }) => direction === 'to'), left.filter(({ direction }) => direction === 'from')]
}

/** One article in two parts, or two files under one headline. */
function isSameArticle(document: Document, one: Jump, other: Jump): boolean {
  const [a, b] = [one, other].map(({ story }) => record(document, 'article', story.article))
  return a !== undefined && b !== undefined && (a.id === b.id || (a.headline !== '' && a.headline === b.headline))
}

function jumpsIn(document: Document, story: StoryRecord): readonly JumpLine[] {
  const article = record(document, 'article', story.article)
  return article ? jumpLines(article) : []
}

const jumpLines = remembered((article: ArticleRecord): readonly JumpLine[] =>
  article.blocks.flatMap((block, index) => {
    const text: ArticleText = { part: 'block', block: index, role: block.role, text: blockText(block) }
    return Array.from(text.text.matchAll(WRITTEN), ({ 0: written, index: at, groups }): JumpLine => {
      const direction = groups!['to'] ?? groups!['shortTo'] ? 'to' : 'from'
      return { direction, page: plain(groups!['page']!), written, text, at }
    })
  }),
)

/** `right`: the page that it should name, where that is known; `named`: the page that it names, as it is shown, where the issue has it. */
function finding(document: Document, { story, number, page, direction, written, text, at }: Jump, right: string | null, named: string | null = null): Finding {
  const { zh, en } = nameOf(document, story.id)
  const fault = right === null ? missing(direction, FIGURES.exec(written)?.[0] ?? page, named) : { zh: `应是第${right}版`, en: `the other part stands on page ${right}` }
  return {
    id: 'jump-pair',
    severity: 'error',
    page: number,
    story: story.id,
    range: codePointRange(text, at, written.length),
    message: { zh: `${zh}里写着“${written}”，${fault.zh}，请核对两处版次。`, en: `${en} says “${written}”, but ${fault.en}; check both page numbers.` },
    ...(right === null ? {} : rightPage({ story, written, text, at }, right)),
  }
}

/** Han numerals are the editor's to write. */
function rightPage({ story, written, text, at }: Pick<Jump, 'story' | 'written' | 'text' | 'at'>, right: string): Pick<Finding, 'fix'> {
  const was = FIGURES.exec(written)
  if (!was) return {}
  const page = /^[A-Z]*0/u.test(was[0]) ? right : plain(right)
  const range = codePointRange(text, at + was.index, was[0].length)
  return { fix: { label: { zh: `改为第${page}版`, en: `Make it page ${page}` }, steps: [{ kind: 'text', record: story.id, range, was: was[0], text: page }] } }
}

function missing(direction: Jump['direction'], page: string, named: string | null): LocalText {
  const answer = direction === 'to' ? '上接' : '下转'
  return named !== null ? { zh: `第${named}版上没有与它相应的“${answer}”`, en: `page ${named} has no “${answer}” that answers it` } : { zh: `这一期没有第${page}版`, en: `this issue has no page ${page}` }
}

function plain(page: string): string {
  const [, letters = '', digits = ''] = /^([A-Z]*)0*(\d+)$/u.exec(page) ?? []
  return digits === '' ? String(hanValue(page)) : letters + digits
}

function hanValue(written: string): number {
  let value = 0
  let digit = 0
  for (const character of written) {
    const weight = character === '十' ? 10 : character === '百' ? 100 : 0
    if (weight > 0) value += weight * (digit || 1)
    digit = weight > 0 ? 0 : DIGITS.indexOf(character)
  }
  return value + digit
}
