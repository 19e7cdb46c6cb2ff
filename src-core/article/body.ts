/**
 * Lines under the headline → paragraphs, crossheads and other blocks. A crosshead is what the markup calls a heading, a short
 * numbered line over a paragraph, or one to three short lines without an end mark that stand apart with text under
 * them.
 */
import type { InlineMark } from '../document/inline-marks.ts'
import type { Block } from '../document/records.ts'
import { blocksInLines, type BlockInLines } from './blocks-in-lines.ts'
import { visibleLength } from './characters.ts'
import { isFaceOf } from './source-marks.ts'
import type { SourceLine } from './lines.ts'

const LONGEST_CROSSHEAD_LINE = 24
const MOST_CROSSHEAD_LINES = 3
/** More crossheads in a row than this are a list of names or titles. */
const MOST_CROSSHEADS_TOGETHER = 2
/** Two full-width spaces, or what stands for them; more than that centres a line. */
const WIDEST_PARAGRAPH_INDENT = 4

const END_MARK = /[。，、；：！？…,;:!?.][”’」』）)"']*$/u
const LIST_ITEM = /^(?:[•·●▪◆■□○※*＊-]|\d{1,3}[.．、)）]|[（(]\d{1,3}[)）])/u
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,2}(?:章|节|部分))/u

export interface Body {
  readonly blocks: readonly Block[]
  /** Paragraphs whose leading spaces became the indent. */
  readonly indents: number
}

export function readBody(lines: readonly SourceLine[]): Body {
  const others = blocksInLines(lines)
  const sizes = crossheadSizes(withoutBlocks(lines, others))
  const blocks: Block[] = []
  let indents = 0
  for (let index = 0; index < lines.length; ) {
    const size = sizes.get(index)
    const other = others.get(index)
    if (other) {
      blocks.push(other.block)
      indents += lines.slice(index, index + other.size).filter((line) => line.indent > 0).length
      index += other.size
    } else if (size === undefined) {
      const line = lines[index]!
      blocks.push({ role: 'paragraph', text: line.text, ...(line.marks ? { marks: line.marks } : {}) })
      if (line.indent > 0) indents++
      index++
    } else {
      const own = lines.slice(index, index + size)
      const marks = crossheadMarks(own)
      blocks.push({ role: 'crosshead', lines: own.map((line) => line.text), ...(marks.length > 0 ? { marks } : {}) })
      index += size
    }
  }
  return { blocks, indents }
}

/** Lines of other blocks are items, which no crosshead is made of. */
function withoutBlocks(lines: readonly SourceLine[], blocks: ReadonlyMap<number, BlockInLines>): readonly SourceLine[] {
  const taken = new Set([...blocks].flatMap(([start, { size }]) => Array.from({ length: size }, (_, at) => start + at)))
  return lines.map((line, index) => (taken.has(index) ? { ...line, mark: 'item' } : line))
}

/** But for those that make a whole line bold or 楷体: a crosshead has a face of its own. */
function crossheadMarks(lines: readonly SourceLine[]): readonly InlineMark[] {
  let from = 0
  return lines.flatMap(({ text, marks = [] }) => {
    const start = from
    from += [...text].length + 1
    return marks.filter((mark) => !isFaceOf(mark, text)).map((mark) => ({ ...mark, from: start + mark.from, to: start + mark.to }))
  })
}

/** （上接第一版） and （下转A2版） are the body's, neither titles nor crossheads. */
const JUMP_LINE = /^[（(【▲▶→]?\s*(?:下转|紧转|上接|紧接)\s*第?\s*(?:[A-Z]{0,2}\d{1,3}|[一二三四五六七八九十百]{1,4})\s*版.{0,12}$/u

export function isJumpLine(text: string): boolean {
  return JUMP_LINE.test(text)
}

export function isNumberedCrosshead(text: string): boolean {
  return NUMBERED.test(text) && isShort(text)
}

export function isParagraphIndent(cells: number): boolean {
  return cells >= 2 && cells <= WIDEST_PARAGRAPH_INDENT
}

/** Where crossheads start, and how many lines each has. */
function crossheadSizes(lines: readonly SourceLine[]): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>()
  const apart = standApart(lines)
  let together: number[] = []
  for (let index = 0; index < lines.length; ) {
    const marked = markedSize(lines, index) || numberedSize(lines, index)
    const shaped = marked > 0 ? 0 : shapedSize(lines, index, apart)
    if (marked > 0) sizes.set(index, marked)
    if (shaped > 0) {
      together.push(index)
      sizes.set(index, shaped)
    } else if (marked === 0) {
      if (together.length > MOST_CROSSHEADS_TOGETHER) for (const start of together) sizes.delete(start)
      together = []
    }
    index += marked || shaped || 1
  }
  // No text under them: a list, or a sign-off.
  for (const start of together) sizes.delete(start)
  return sizes
}

function markedSize(lines: readonly SourceLine[], index: number): number {
  const mark = lines[index]!.mark
  if (mark === null || mark === 'subtitle' || mark === 'item') return 0
  let size = 1
  while (size < MOST_CROSSHEAD_LINES && lines[index + size]?.mark === mark && !lines[index + size]!.gap) size++
  // A paragraph that is bold throughout is a crosshead only where it also looks like one.
  const looksLike = () => lines.slice(index, index + size).every((line) => isShort(line.text)) && lines[index + size]?.mark === null
  return mark !== 'strong' || looksLike() ? size : 0
}

/** 一、… over a paragraph is a crosshead however it is indented; several in a row are a list. */
function numberedSize(lines: readonly SourceLine[], index: number): number {
  const numbered = (at: number) => lines[at] !== undefined && isNumberedCrosshead(lines[at].text)
  const next = lines[index + 1]
  return lines[index]!.mark === null && numbered(index) && !numbered(index - 1) && next !== undefined && !isShort(next.text) ? 1 : 0
}

type Apart = 'indent' | 'gap' | 'length'

/** How this text sets crossheads apart from paragraphs: by leaving out the indent, by blank lines, or by length alone. */
function standApart(lines: readonly SourceLine[]): Apart {
  const plain = lines.filter((line) => line.mark === null)
  if (plain.some(isIndented)) return 'indent'
  return plain.some((line, index) => index > 0 && line.gap) ? 'gap' : 'length'
}

function isIndented(line: SourceLine): boolean {
  return isParagraphIndent(line.indent)
}

/** The short lines from `index` on, up to a paragraph or a gap; 0 where they are too many or do not stand apart. */
function shapedSize(lines: readonly SourceLine[], index: number, apart: Apart): number {
  const belongs = (line: SourceLine | undefined) =>
    line !== undefined && line.mark === null && isShort(line.text) && !NUMBERED.test(line.text) && !(apart === 'indent' && isIndented(line))
  if (!belongs(lines[index]) || (apart === 'gap' && !lines[index]!.gap)) return 0
  // Inside a group of lines that is no crosshead.
  if (index > 0 && !lines[index]!.gap && belongs(lines[index - 1])) return 0
  let size = 1
  while (belongs(lines[index + size]) && !lines[index + size]!.gap) size++
  return size <= MOST_CROSSHEAD_LINES ? size : 0
}

function isShort(text: string): boolean {
  return visibleLength(text) <= LONGEST_CROSSHEAD_LINE && !END_MARK.test(text) && !LIST_ITEM.test(text) && !isJumpLine(text)
}
