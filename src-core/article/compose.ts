/** Source lines → an article: what is chrome goes, roles are recognised, marks are mended, and all of it is told. */
import { mapBlock } from '../document/blocks.ts'
import { datelineOf } from '../document/dateline.ts'
import { marksWithin, type InlineMark } from '../document/inline-marks.ts'
import type { Article, Block } from '../document/records.ts'
import { readBody } from './body.ts'
import { isByline } from './byline.ts'
import { isChrome, isTailChrome } from './chrome.ts'
import { readHead, readsAsBody } from './head.ts'
import { inCodePoints, isFaceOf, markNote, soundMarks, titleMarksOf } from './source-marks.ts'
import type { SourceLine, SourceText } from './lines.ts'
import { addCounts, mendPunctuation } from './mend.ts'
import type { MendedCounts, MendedKind } from './mend.ts'

const KIND_NAMES: Readonly<Record<MendedKind, string>> = {
  comma: '逗号',
  colon: '冒号',
  semicolon: '分号',
  exclamation: '叹号',
  question: '问号',
  bracket: '括号',
  tilde: '浪纹号',
  quote: '直引号',
  ellipsis: '省略号',
  dash: '破折号',
}

export interface Intake {
  readonly article: Article
  /** Half-width marks that the author left in Chinese and that were mended; 0 where a program folded all of the source's. */
  readonly slips: number
}

/**
 * The article in a source. Every Han character of the source is in the article or, where it is left out, in `notes`.
 * `file` is the name to print; a source without an article gives one without headline and blocks, and says so.
 */
export function composeArticle(source: SourceText, file: string | null): Intake {
  const { lines, leftOut } = withoutChrome(source.lines)
  const head = readHead(lines)
  const tail = cutTail(head.body, head.byline === null)
  const { lines: bodyLines, joined } = joinDateline(tail.lines)
  const body = readBody(bodyLines)

  const plain = withoutBoldThroughout(body.blocks)
  const pen = new MendingPen()
  const marked = lines.filter((line) => line.marks)
  const title = (text: string | null) => (text === null ? { text, marks: [] } : pen.mendMarked(text, titleMarksOf(text, marked)))
  const kicker = title(head.kicker)
  const headline = pen.mendMarked(head.headline, titleMarksOf(head.headline, marked))
  const subtitle = title(head.subtitle)
  const summary = title(head.summary)
  const titleMarks = Object.fromEntries(Object.entries({ kicker, headline, subtitle, summary }).flatMap(([name, { marks }]) => (marks.length > 0 ? [[name, marks]] : [])))
  const article = {
    file,
    page: head.page,
    ...(head.standingHead === null ? {} : { standingHead: pen.mend(head.standingHead) }),
    kicker: kicker.text,
    headline: headline.text,
    subtitle: subtitle.text,
    summary: summary.text,
    byline: pen.mendOrNull(head.byline ?? tail.byline),
    ...(head.byline === null && tail.isBracketed ? { bylinePlace: 'end' as const } : {}),
    ...(Object.keys(titleMarks).length > 0 ? { titleMarks } : {}),
    blocks: plain.blocks.map((block) => pen.mendBlock(block)),
  }

  const notes = [...source.notes, ...head.notes]
  const marks = markNote([...Object.values(titleMarks).flat(), ...article.blocks.flatMap((block) => ('marks' in block ? (block.marks ?? []) : []))])
  if (marks !== null) notes.push(marks)
  if (plain.bold > 0) notes.push(`正文大多整段加粗，当作网页或文档的样式，没有保留，共${plain.bold}段。`)
  if (pen.total > 0) notes.push(mendedNote(pen.counts, pen.total))
  if (joined) notes.push('单独成行的电头与下一段接排。')
  if (body.indents > 0) notes.push(`段首空格改为段首缩进，共${body.indents}段。`)
  const chrome = [...source.leftOut, ...head.leftOut, ...leftOut, ...tail.leftOut]
  if (chrome.length > 0) notes.push(`网页上的附带文字未收入稿件，共${chrome.length}行：${chrome.join(' / ')}`)
  if (article.headline === '') notes.push('没有认出标题，请补上。')
  if (article.blocks.length === 0) notes.push('没有认出正文。')
  return { article: { ...article, notes }, slips: isFolded(source) ? 0 : pen.total }
}

/**
 * Whether a program folded the source to half-width forms (NFKC): none of full width is left in it, and where paragraphs
 * began with two full-width spaces there are two half-width ones.
 */
function isFolded({ lines }: SourceText): boolean {
  return lines.some(({ indent }) => indent === 2) && lines.every(({ text }) => text === text.normalize('NFKC'))
}

/** Where most paragraphs are bold from end to end, that is how the source's page looks and no word of the author's. */
function withoutBoldThroughout(blocks: readonly Block[]): { readonly blocks: readonly Block[]; readonly bold: number } {
  const paragraphs = blocks.filter((block) => block.role === 'paragraph')
  const isBold = (block: Block) => block.role === 'paragraph' && (block.marks ?? []).some((mark) => isFaceOf(mark, block.text))
  const bold = paragraphs.filter(isBold).length
  if (bold < 2 || 2 * bold <= paragraphs.length) return { blocks, bold: 0 }
  const plain = blocks.map((block) => {
    if (block.role !== 'paragraph' || !block.marks || !isBold(block)) return block
    const { marks, ...words } = block
    const others = marks.filter((mark) => !isFaceOf(mark, block.text))
    return others.length > 0 ? { ...words, marks: others } : words
  })
  return { blocks: plain, bold }
}

class MendingPen {
  counts: MendedCounts = {}

  mend(text: string): string {
    const mended = mendPunctuation(text)
    this.counts = addCounts(this.counts, mended.counts)
    return mended.text
  }

  /** The marks in code points, as they stand in the text and go with it: one over a dot of three that became …… is gone. */
  mendMarked(text: string, marks: readonly InlineMark[]): { readonly text: string; readonly marks: readonly InlineMark[] } {
    const mended = mendPunctuation(text)
    this.counts = addCounts(this.counts, mended.counts)
    if (marks.length === 0) return { text: mended.text, marks }
    const units: number[] = []
    for (const character of text) units.push((units.at(-1) ?? 0) + character.length)
    const place = (codePoint: number) => mended.at(codePoint === 0 ? 0 : units[codePoint - 1]!)
    return { text: mended.text, marks: soundMarks(inCodePoints(mended.text, marks.map((mark) => ({ ...mark, from: place(mark.from), to: place(mark.to) })))) }
  }

  /** Its texts one after the other; marks count them joined by line feeds. */
  mendBlock(block: Block): Block {
    const { marks: given = [], ...bare } = block as Block & { readonly marks?: readonly InlineMark[] }
    const moved: InlineMark[] = []
    let from = 0
    let now = 0
    const mended = mapBlock(bare as Block, (text) => {
      const to = from + [...text].length
      const { text: written, marks } = this.mendMarked(text, marksWithin(given, from, to))
      for (const mark of marks) moved.push({ ...mark, from: now + mark.from, to: now + mark.to })
      from = to + 1
      now += [...written].length + 1
      return written
    })
    return moved.length > 0 ? ({ ...mended, marks: soundMarks(moved) } as Block) : mended
  }

  mendOrNull(text: string | null): string | null {
    return text === null ? null : this.mend(text)
  }

  get total(): number {
    return Object.values(this.counts).reduce((sum, marks) => sum + marks, 0)
  }
}

function mendedNote(counts: MendedCounts, total: number): string {
  const kinds = (Object.keys(KIND_NAMES) as MendedKind[]).filter((kind) => counts[kind] !== undefined)
  return `半角标点改为全角，共${total}处：${kinds.map((kind) => `${KIND_NAMES[kind]}${counts[kind]}处`).join('、')}。`
}

/**
 * Drops the lines that are chrome wherever they stand, and after the first of them below the text also the short lines
 * that follow: headlines of other articles, lists of dates.
 */
function withoutChrome(lines: readonly SourceLine[]): { lines: readonly SourceLine[]; leftOut: readonly string[] } {
  const lastText = lines.findLastIndex((line) => readsAsBody(line.text) && !isChrome(line.text))
  const kept: SourceLine[] = []
  const leftOut: string[] = []
  let below = false
  let dropped = false
  lines.forEach((line, index) => {
    const chrome = line.piece?.kind !== 'row' && isChrome(line.text)
    below ||= chrome && lastText >= 0 && index > lastText
    if (chrome || below) {
      leftOut.push(line.text)
      dropped = true
    } else {
      kept.push(dropped ? { ...line, gap: true } : line)
      dropped = false
    }
  })
  return { lines: kept, leftOut }
}

/** Takes addresses and dates of the site, then a byline that the head did not have, off the end. */
function cutTail(lines: readonly SourceLine[], wantsByline: boolean): { lines: readonly SourceLine[]; byline: string | null; isBracketed: boolean; leftOut: readonly string[] } {
  let end = lines.length
  const leftOut: string[] = []
  while (end > 0 && !lines[end - 1]!.piece && isTailChrome(lines[end - 1]!.text)) leftOut.unshift(lines[--end]!.text)
  const bylineEnd = end
  if (wantsByline) while (end > 1 && !lines[end - 1]!.piece && isByline(lines[end - 1]!.text)) end--
  const byline = lines.slice(end, bylineEnd).map((line) => line.text).join(' ')
  return { lines: lines.slice(0, end), byline: byline === '' ? null : byline, isBracketed: bylineEnd === end + 1 && BRACKETED.test(byline), leftOut }
}

const BRACKETED = /^[（(][^（）()]+[)）]$/u

/** A dateline on a line of its own goes on with the text (TYPESETTING §9): a full space parts it from the first words. */
function joinDateline(lines: readonly SourceLine[]): { lines: readonly SourceLine[]; joined: boolean } {
  const [first, second, ...rest] = lines
  const dateline = first && first.mark === null && !first.piece ? datelineOf(first.text) : null
  if (!first || !second || second.mark !== null || second.piece || !dateline?.isAlone || !readsAsBody(second.text)) return { lines, joined: false }
  const before = first.text.replace(/[\s：:]+$/u, '') + (dateline.hasReporters ? '' : '\u3000')
  const shift = [...before].length
  const marks = second.marks?.map((mark) => ({ ...mark, from: mark.from + shift, to: mark.to + shift }))
  return { lines: [{ ...second, gap: first.gap, text: before + second.text, ...(marks ? { marks } : {}) }, ...rest], joined: true }
}
