/**
 * The form in which every kind of source (plain text, HTML, Word by way of HTML) reaches the recognition of roles:
 * lines that are not blank, with what the source says about each.
 */

import type { InlineMark } from '../document/inline-marks.ts'
import { markTables, type RawLine } from './text-tables.ts'

/**
 * What markup says of a line; plain text says nothing, except where it is written as Markdown. An `item` of a list or a
 * row of a table is a paragraph, however short.
 */
export type LineMark = 'title' | 'heading' | 'subtitle' | 'strong' | 'item'

export interface SourceLine {
  /** Without the white space at both ends. */
  readonly text: string
  /** Leading white space in half-width cells: a full-width space is 2. */
  readonly indent: number
  /** A blank line, or the start of a paragraph of the markup, stands before it. */
  readonly gap: boolean
  readonly mark: LineMark | null
  /** Marks on words of it; left out where there are none. */
  readonly marks?: readonly InlineMark[]
  /** Of a table or a list of the source. */
  readonly piece?: LinePiece
}

/** A row or an item; those of one table or list have one `group`. An item's number is null in a list with bullets. */
export type LinePiece =
  | { readonly kind: 'row'; readonly group: number; readonly cells: readonly string[]; readonly isHead: boolean }
  | { readonly kind: 'item'; readonly group: number; readonly number: number | null }

export interface SourceText {
  readonly lines: readonly SourceLine[]
  /** Text of the source that is left out, verbatim: navigation, pictures' captions. */
  readonly leftOut: readonly string[]
  readonly notes: readonly string[]
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u
// C0 and C1 controls but tab and the line ends, and the byte order mark at the start: nothing that could be printed.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]|^\ufeff/gu
const SEPARATOR = /^[-=_*~—·.#＊－＝\s]{3,}$/u
const MARKDOWN_HEADING = /^(#{1,6})\s+/u
const MARKDOWN_STRONG = /^(\*\*|__)(?=\S)((?:(?!\1).)+)\1$/u

/** Plain text, with or without Markdown's headings. */
export function linesOfText(text: string): SourceText {
  let controls = 0
  let markdown = 0
  let separators = 0
  const clean = text.replace(CONTROL, (found) => {
    if (found !== '\ufeff') controls++
    return ''
  })
  const lines: RawLine[] = []
  let gap = true
  for (const raw of clean.split(LINE_END)) {
    const plain = sourceLine(raw, gap, null)
    const line = readMarkdown(plain)
    if (plain.text === '') {
      gap = true
    } else if (SEPARATOR.test(line.text)) {
      separators++
      gap = true
    } else {
      if (line !== plain) markdown++
      lines.push({ line, raw })
      gap = false
    }
  }
  const notes: string[] = []
  if (controls > 0) notes.push(`删去不可见的控制字符${controls}个。`)
  if (separators > 0) notes.push(`略去分隔线${separators}条。`)
  if (markdown > 0) notes.push(`去掉 Markdown 标题和加粗记号${markdown}处。`)
  return { lines: markTables(lines), leftOut: [], notes }
}

export function sourceLine(raw: string, gap: boolean, mark: LineMark | null): SourceLine {
  const text = raw.trim()
  const leading = raw.slice(0, raw.length - raw.trimStart().length)
  return { text, indent: indentOf(leading), gap, mark }
}

function indentOf(leading: string): number {
  let cells = 0
  for (const character of leading) cells += character === '\t' ? 4 : character === '\u3000' || character === '\u2003' ? 2 : 1
  return cells
}

/** The outermost mark counts; what it wraps may be marked again. */
function readMarkdown(line: SourceLine): SourceLine {
  let { text, mark } = line
  for (;;) {
    const heading = MARKDOWN_HEADING.exec(text)
    const strong = heading ? null : MARKDOWN_STRONG.exec(text)
    if (heading) {
      mark ??= heading[1] === '#' ? 'title' : 'heading'
      text = text.slice(heading[0].length)
    } else if (strong) {
      mark ??= 'strong'
      text = strong[2]!.trim()
    } else {
      return mark === line.mark ? line : { ...line, text, mark }
    }
  }
}
