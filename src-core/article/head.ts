/**
 * Everything over the body: page line, kicker, headline, subtitle, summary, byline. Markup decides where there is
 * any, then labels (引题：), then the shapes that newspapers keep to: —— opens a subtitle, a byline names people, and
 * of two lines the longer one is the smaller headline.
 */
import type { Article } from '../document/records.ts'
import { isJumpLine, isNumberedCrosshead, isParagraphIndent } from './body.ts'
import { isByline } from './byline.ts'
import { visibleLength } from './characters.ts'
import { isHeadChrome } from './chrome.ts'
import type { SourceLine } from './lines.ts'

export interface Head {
  readonly page: Article['page']
  readonly standingHead: string | null
  readonly kicker: string | null
  readonly headline: string
  readonly subtitle: string | null
  readonly summary: string | null
  readonly byline: string | null
  readonly body: readonly SourceLine[]
  readonly leftOut: readonly string[]
  readonly notes: readonly string[]
}

const PAGE_LINE = /^第?\s*([A-Z]{0,2}\s?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版\s*(?:[:：·•|｜／/\s-]\s*(\S(?:.{0,14}\S)?))?$|^第?(\d{2,3})版(\p{Script=Han}{2,4})$/iu
const PAGE_IN_FOLIO = /第?([A-Z]{0,2}\d{1,3})版\s*(?:[:：·•|｜／/\s-]\s*([\p{Script=Han}·]{2,8}))?/iu
const DASH = /^(?:—{1,2}|--|―{1,2}|⸺|──)/u
const LABEL =
  /^(?<standingHead>栏头|栏目)[:：]|^(?<kicker>引题|肩题|眉题)[:：]|^(?<headline>主题|标题|主标题|大标题)[:：]|^(?<subtitle>副题|副标题|子题)[:：]|^(?<summary>提要|提要题|内容提要|内容摘要|摘要|核心提示)[:：]|^(?<byline>署名)[:：]/u
const DATELINE = /^(?:本报|新华社|中新社).{0,12}(?:讯|电)(?:[\s（(:：]|$)/u
/** 【法治时评】 over a headline names the column that it stands in. */
const COLUMN = /^[【［〔[](?<name>[^【】［］〔〕[\]]{2,12})[】］〕\]]$/u
/** A line of the body: a full stop, an end that goes on, or more than a headline ever holds. */
const LONGEST_HEAD_LINE = 45
const MOST_HEAD_LINES = 12
const MOST_LINES_BEFORE_TITLE = 3

export function readsAsBody(text: string): boolean {
  if (DASH.test(text)) return false
  return isJumpLine(text) || text.includes('。') || visibleLength(text) > LONGEST_HEAD_LINE || /[,，;；:：、…]$/u.test(text) || DATELINE.test(text)
}

export function readHead(all: readonly SourceLine[]): Head {
  const jumps = all.slice(0, all.findIndex((line) => !isJumpLine(line.text)))
  const { before, lines, leftOut } = cutAtTitle(all.slice(jumps.length))
  const zone = lines.slice(0, bodyStart(lines))
  let page: Article['page'] = null
  const rest: SourceLine[] = []
  for (const line of zone) {
    const found: Article['page'] = page ? null : readPage(line.text)
    if (found) page = found
    else if (isHeadChrome(line.text)) {
      page ??= pageInFolio(line.text)
      leftOut.push(line.text)
    } else rest.push(line)
  }
  const unlabelled = rest.filter((line) => !LABEL.test(line.text))
  const column = unlabelled.length > 1 ? COLUMN.exec(unlabelled[0]!.text)?.groups?.['name'] : undefined
  const shapes = readShapes(column === undefined ? unlabelled : unlabelled.slice(1), lines.length > zone.length)
  const labels = readLabels(rest)
  const bodyFrom = shapes.crosshead ? lines.indexOf(shapes.crosshead) : zone.length
  const merged = merge(labels, shapes)
  const notes = column === undefined ? merged.notes : [...merged.notes, `方括号里的“${column}”认作栏头，括号不排。`]
  return { ...merged, notes, standingHead: merged.standingHead ?? column?.trim() ?? null, page, body: [...jumps, ...before, ...lines.slice(bodyFrom)], leftOut }
}

/**
 * Markup with a title: menus before it are left out, an editor's note before it opens the body, and up to three short
 * lines may be its kicker.
 */
function cutAtTitle(all: readonly SourceLine[]): { before: readonly SourceLine[]; lines: readonly SourceLine[]; leftOut: string[] } {
  const title = Math.max(0, all.findIndex((line) => line.mark === 'title'))
  const said = all.slice(0, title).filter((line) => readPage(line.text) || LABEL.test(line.text) || isHeadChrome(line.text))
  const before = all.slice(0, title).filter((line) => !said.includes(line))
  const lines = [...said.map((line) => ({ ...line, indent: 0 })), ...all.slice(title)]
  if (before.some((line) => readsAsBody(line.text))) return { before, lines, leftOut: [] }
  if (before.length > MOST_LINES_BEFORE_TITLE) return { before: [], lines, leftOut: before.map((line) => line.text) }
  return { before: [], lines: all, leftOut: [] }
}

type Titling = 'standingHead' | 'kicker' | 'headline' | 'subtitle' | 'summary' | 'byline'
type Parts = Readonly<Record<Titling, readonly string[]>>

const TITLINGS: readonly Titling[] = ['standingHead', 'kicker', 'headline', 'subtitle', 'summary', 'byline']

/** Labels and shapes together; a line that stands over a labelled headline leads to it. */
function merge(labels: { parts: Parts; labels: readonly string[] }, shapes: Shapes): Pick<Head, Titling | 'notes'> {
  const labelled = labels.parts.headline.length > 0
  const part = (name: Titling) => {
    const shaped = name === 'headline' && labelled ? [] : shapes.parts[name]
    const over = name === 'kicker' && labelled ? shapes.parts.headline : []
    return [...shaped, ...over, ...labels.parts[name]].join(' ') || null
  }
  const notes: string[] = []
  if (labels.labels.length > 0) notes.push(`按稿内标签认定层次，标签不排：${labels.labels.join(' ')}`)
  if (shapes.guessed) notes.push('标题的层次（引题、主题、副题）按行的长短判断，请核对。')
  return { standingHead: part('standingHead'), kicker: part('kicker'), headline: part('headline') ?? '', subtitle: part('subtitle'), summary: part('summary'), byline: part('byline'), notes }
}

/**
 * The body starts at the first line that reads as body, or after a byline or labels at the first that is neither.
 * Where nothing reads as body, the head is one line with what belongs to it.
 */
function bodyStart(lines: readonly SourceLine[]): number {
  const title = lines.findIndex((line) => line.mark === 'title')
  const sentences = lines.slice(0, MOST_HEAD_LINES).some((line) => !LABEL.test(line.text) && readsAsBody(line.text))
  let paged = false
  // A label for the headline says where the head is; a kicker's alone leaves the headline to its shape.
  let labelled = false
  let titles = 0
  let named = false
  for (let index = 0; index < Math.min(lines.length, MOST_HEAD_LINES); index++) {
    const line = lines[index]!
    if (line.piece && titles > 0) return index
    if (LABEL.test(line.text)) labelled ||= LABEL.exec(line.text)?.groups?.['headline'] !== undefined
    else if (labelled && isParagraphIndent(line.indent)) return index
    else if (!paged && readPage(line.text)) paged = true
    else if (isHeadChrome(line.text)) continue
    else if (line.mark === 'title' || line.mark === 'subtitle') titles++
    else if (labelled) return index
    else if (titles > 0 && isByline(line.text)) named = true
    else if (named || readsAsBody(line.text)) return index
    else if (!sentences && titles > 0 && !DASH.test(line.text) && index > title) return index
    else titles++
  }
  return Math.min(lines.length, MOST_HEAD_LINES)
}

function readPage(text: string): Article['page'] {
  const found = PAGE_LINE.exec(text)
  return found ? { number: pageNumber(found[1] ?? found[3]!), section: found[2] ?? found[4] ?? '' } : null
}

/** A running head copied along: 晨光日报 2024年1月20日 星期六 第04版：要闻. */
function pageInFolio(text: string): Article['page'] {
  const found = PAGE_IN_FOLIO.exec(text)
  return found ? { number: pageNumber(found[1]!), section: found[2] ?? '' } : null
}

/** 第四版 counts as 04; figures stay as they are written. */
function pageNumber(written: string): string {
  const tens = '一二三四五六七八九'
  if (!/^[一二三四五六七八九十]+$/u.test(written)) return written.replace(/\s/gu, '').toUpperCase()
  const [before, after] = written.includes('十') ? written.split('十') : ['', written]
  const ten = written.includes('十') ? (before ? tens.indexOf(before) + 1 : 1) : 0
  return String(ten * 10 + (after ? tens.indexOf(after) + 1 : 0)).padStart(2, '0')
}

function readLabels(lines: readonly SourceLine[]): { parts: Parts; labels: readonly string[] } {
  const labels: string[] = []
  const parts: Record<Titling, string[]> = { standingHead: [], kicker: [], headline: [], subtitle: [], summary: [], byline: [] }
  for (const { text } of lines) {
    const match = LABEL.exec(text)
    const role = match && TITLINGS.find((name) => match.groups?.[name] !== undefined)
    if (!match || !role) continue
    labels.push(match[0])
    const value = text.slice(match[0].length).trim()
    if (value !== '') parts[role].push(value)
  }
  return { parts, labels }
}

interface Shapes {
  readonly parts: Parts
  /** The first line of a crosshead that ends the zone and belongs to the body. */
  readonly crosshead: SourceLine | null
  readonly guessed: boolean
}

function readShapes(lines: readonly SourceLine[], bodyFollows: boolean): Shapes {
  const bylines = lines.filter((line, index) => index > 0 && line.mark !== 'title' && isByline(line.text))
  const titles = lines.filter((line) => !bylines.includes(line))
  const returned = bodyFollows && bylines.length === 0 ? crossheadAtEnd(titles) : 0
  const kept = titles.slice(0, titles.length - returned)
  const { guessed, ...found } = byMarks(kept) ?? byShape(kept)
  return {
    parts: { ...found, standingHead: [], summary: [], byline: bylines.map((line) => line.text) },
    crosshead: returned > 0 ? titles[kept.length]! : null,
    guessed,
  }
}

/** How many lines before the body are its first crosshead rather than the end of the headline. */
function crossheadAtEnd(titles: readonly SourceLine[]): number {
  for (let count = 1; count <= Math.min(3, titles.length - 1); count++) {
    const line = titles[titles.length - count]!
    if (line.mark === 'title' || line.mark === 'subtitle' || DASH.test(line.text)) return 0
    if (isNumberedCrosshead(line.text)) return count
    if (!line.gap) continue
    const before = titles.slice(0, titles.length - count)
    const closed = before.some((candidate) => DASH.test(candidate.text) || candidate.mark === 'subtitle')
    return closed || (line.mark === 'heading' && before.some((candidate) => candidate.mark !== null)) ? count : 0
  }
  return 0
}

interface Titles {
  readonly kicker: readonly string[]
  readonly headline: readonly string[]
  readonly subtitle: readonly string[]
  readonly guessed: boolean
}

/** One line that the markup lifts out is the headline; what stands before it leads to it, what follows explains it. */
function byMarks(lines: readonly SourceLine[]): Titles | null {
  const mark = (['title', 'heading', 'strong'] as const).find((candidate) => lines.some((line) => line.mark === candidate))
  if (!mark) return null
  const first = lines.findIndex((line) => line.mark === mark)
  let end = first + 1
  while (end < lines.length && lines[end]!.mark === mark && !lines[end]!.gap) end++
  if (mark === 'strong' && lines.slice(end).some((line) => line.mark === 'strong')) return null
  const texts = lines.map((line) => line.text)
  return { kicker: texts.slice(0, first), headline: texts.slice(first, end), subtitle: texts.slice(end), guessed: false }
}

function byShape(lines: readonly SourceLine[]): Titles {
  const dash = lines.findIndex((line, index) => index > 0 && DASH.test(line.text))
  if (dash > 0) {
    const units = couplets(lines.slice(0, dash))
    const subtitle = lines.slice(dash).map((line) => line.text)
    return { kicker: units.slice(0, -1).flat(), headline: units.at(-1)!, subtitle, guessed: false }
  }
  const units = couplets(lines)
  const [first = [], second = [], ...others] = units
  if (units.length <= 1) return { kicker: [], headline: first, subtitle: [], guessed: false }
  if (units.length > 2) return { kicker: first, headline: second, subtitle: others.flat(), guessed: true }
  return visibleLength(first.join('')) > visibleLength(second.join(''))
    ? { kicker: first, headline: second, subtitle: [], guessed: true }
    : { kicker: [], headline: first, subtitle: second, guessed: true }
}

/** Two neighbouring lines of one length, give or take a character, are one headline in two lines. */
function couplets(lines: readonly SourceLine[]): string[][] {
  const units: { texts: string[]; length: number }[] = []
  for (const line of lines) {
    const length = visibleLength(line.text)
    const last = units.at(-1)
    if (last && last.texts.length === 1 && !line.gap && Math.abs(last.length - length) <= 1) last.texts.push(line.text)
    else units.push({ texts: [line.text], length })
  }
  return units.map((unit) => unit.texts)
}
