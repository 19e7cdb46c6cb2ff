/**
 * HTML → source lines. parse5 reads it as a browser would, so unclosed tags and hostile entities do no harm; scripts,
 * styles and embedded things are dropped. The tree is walked without recursion: depth is the author's to choose.
 */
import { parse } from 'parse5'
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { InlineMark } from '../document/inline-marks.ts'
import { isChinese } from './characters.ts'
import { InlineMarks } from './html-marks.ts'
import { readTable } from './html-table.ts'
import { inCodePoints, rewrite, soundMarks, type Rewritten } from './source-marks.ts'
import { sourceLine } from './lines.ts'
import type { LineMark, LinePiece, SourceLine, SourceText } from './lines.ts'

/** Holds nothing that is read. */
const DROPPED = new Set('script style head noscript template iframe object embed svg math canvas audio video select button textarea option datalist rp'.split(' '))
/** Read by visitors of the page, but no part of the article. */
const ASIDE = new Set(['nav', 'footer', 'aside', 'figcaption'])
const BLOCK = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(' '),
)
const CELL_GAP = '\u3000'
const STRONG = new Set(['b', 'strong'])
/** What an underline may mean as a proper name: a few Han, a dot between parts of a name. */
const NAME = /^\p{Script=Han}(?:[\p{Script=Han}·]{0,10}\p{Script=Han})?$/u

/** The class that docx.ts gives to a paragraph in Word's style Subtitle. */
export const SUBTITLE_CLASS = 'banxin-subtitle'
const TITLE_CLASSES = new Set(['MsoTitle'])
const SUBTITLE_CLASSES = new Set([SUBTITLE_CLASS, 'MsoSubtitle'])

export function linesOfHtml(html: string): SourceText {
  const collector = new LineCollector()
  const document = parse(html)
  const stack: { node: Tree.Node; entered: boolean }[] = [{ node: document, entered: false }]
  while (stack.length > 0) {
    const top = stack.at(-1)!
    if (top.entered) {
      stack.pop()
      if (isElement(top.node)) collector.leave(top.node)
      continue
    }
    top.entered = true
    if (isText(top.node)) collector.text(top.node.value)
    if (isElement(top.node) && !collector.enter(top.node)) {
      stack.pop()
      continue
    }
    const children = 'childNodes' in top.node ? top.node.childNodes : []
    for (let index = children.length - 1; index >= 0; index--) stack.push({ node: children[index]!, entered: false })
  }
  return collector.finish()
}

interface CollectedLine extends SourceLine {
  readonly inside: boolean
}

class LineCollector {
  private readonly lines: CollectedLine[] = []
  private readonly leftOut: string[] = []
  private raw = ''
  /** All of the line so far is bold. */
  private strong = true
  /** The line is an item of a list. */
  private piece: LinePiece | null = null
  /** The line is a row of a table that holds the page in place. */
  private item = false
  /** A block in a table's cell has ended, and nothing has come after it. */
  private ended = false
  private gap = true
  private mark: LineMark | null = null
  /** Elements that are open, by what they mean here. */
  private depth = { strong: 0, aside: 0, pre: 0, container: 0, cell: 0 }
  private containers = 0
  /** Lists that are open; `next` is null in one with bullets. */
  private readonly lists: { readonly group: number; next: number | null }[] = []
  /** Tables and lists so far. */
  private groups = 0
  private cells = 0
  private readonly marks = new InlineMarks()
  private readonly counts = { rows: 0, tables: 0, pictures: 0, underlines: 0 }

  /** False where the element and all in it is dropped. */
  enter(element: Tree.Element): boolean {
    const name = element.tagName
    if (DROPPED.has(name)) return false
    if (name === 'img') this.counts.pictures++
    if (name === 'table' && this.table(element)) return false
    if (name === 'br') this.endLine(false)
    if (BLOCK.has(name)) this.endBlock(element)
    if (name === 'article' || name === 'main') {
      if (this.depth.container++ === 0) this.containers++
    }
    if (isAside(element)) {
      this.endLine(true)
      this.depth.aside++
    }
    if (STRONG.has(name)) this.depth.strong++
    if (name === 'pre') this.depth.pre++
    this.mark = markOf(element) ?? this.mark
    if (name === 'ol') this.lists.push({ group: this.groups++, next: Number.parseInt(attribute(element, 'start') ?? '1', 10) || 1 })
    if (name === 'ul') this.lists.push({ group: this.groups++, next: null })
    if (name === 'li') this.number()
    if (name === 'tr') this.cells = 0
    if (name === 'td' || name === 'th') this.cell()
    this.marks.enter(element, this.raw.length)
    return true
  }

  leave(element: Tree.Element): void {
    const name = element.tagName
    const stray = this.marks.leave(element, this.raw.length)
    if (stray !== '') this.append(stray)
    if (BLOCK.has(name)) this.endBlock(element)
    if (name === 'td' || name === 'th') this.depth.cell--
    if (isAside(element)) {
      this.endLine(true)
      this.depth.aside--
    }
    if (name === 'article' || name === 'main') this.depth.container--
    if (STRONG.has(name)) this.depth.strong--
    if (name === 'pre') this.depth.pre--
    if (markOf(element)) this.mark = null
    if (name === 'ol' || name === 'ul') this.lists.pop()
  }

  text(value: string): void {
    if (this.marks.takes(value)) return
    if (this.depth.pre > 0) {
      value.split(/\r\n|[\r\n]/u).forEach((part, index) => {
        if (index > 0) this.endLine(part.trim() === '')
        this.append(part)
      })
      return
    }
    this.append(value.replace(/[ \t\n\r\f]+/gu, (space) => (/[\n\r]/u.test(space) ? '\n' : ' ')))
  }

  finish(): SourceText {
    this.endLine(true)
    const inside = this.lines.filter((line) => line.inside)
    const outside = this.lines.filter((line) => !line.inside)
    const onlyInside = this.containers === 1 && inside.length > 0 && (hasTitle(inside) || !hasTitle(outside))
    const notes: string[] = []
    if (this.counts.rows > 0) notes.push(`表格按行展开成文字，共${this.counts.rows}行。`)
    if (this.counts.tables > 0) notes.push(`收入表格${this.counts.tables}个，请核对行列。`)
    if (this.counts.pictures > 0) notes.push(`文中的图片没有收入，共${this.counts.pictures}张；请把图片另存为文件再导入。`)
    if (this.counts.underlines > 0) notes.push(`下划线不像专名号的没有保留，共${this.counts.underlines}处，请核对。`)
    return {
      lines: onlyInside ? inside : this.lines,
      leftOut: [...(onlyInside ? outside.map((line) => line.text) : []), ...this.leftOut],
      notes,
    }
  }

  /** A paragraph that ends inside a table's cell ends its line only if the cell goes on. */
  private endBlock(element: Tree.Element): void {
    const inCell = this.depth.cell > 0 && element.tagName !== 'tr' && element.tagName !== 'table' && !markOf(element)
    if (!inCell) this.endLine(true)
    else if (this.raw.trim() !== '' && !this.raw.endsWith(CELL_GAP)) this.ended = true
  }

  private append(part: string): void {
    if (this.ended && part.trim() !== '') this.endLine(true)
    if (part.trim() !== '' && this.depth.strong === 0) this.strong = false
    this.raw += part
  }

  private endLine(paragraph: boolean): void {
    // A line end inside a paragraph is a space between Latin words and nothing beside Chinese (CSS Text 3 §4.1.2).
    const whole = this.raw.replace(/^[ \n]+/u, '')
    const joined = rewrite(whole, / *\n[ \n]*/gu, (_, at) => {
      const after = whole.slice(at).trimStart()
      return isChinese(whole.slice(0, at).trimEnd().at(-1)) || isChinese(after[0]) ? '' : ' '
    })
    const mark = this.mark ?? (this.item || this.piece ? 'item' : this.strong ? 'strong' : null)
    const line = sourceLine(joined.text, this.gap, mark)
    const marks = this.marksOf(line.text, joined, this.raw.length - whole.length)
    if (line.text !== '') {
      if (this.depth.aside > 0) this.leftOut.push(line.text)
      else this.lines.push({ ...line, ...(marks.length > 0 ? { marks } : {}), ...(this.piece ? { piece: this.piece } : {}), inside: this.depth.container > 0 })
      this.piece = null
    }
    // Two line breaks in a row are a blank line.
    this.gap = paragraph || line.text === ''
    this.raw = ''
    this.strong = true
    this.item = false
    this.ended = false
  }

  /** Of the line that ends: `before` units of its white space went at the start. */
  private marksOf(text: string, { text: joined, at }: Rewritten, before: number): readonly InlineMark[] {
    const found = this.marks.endLine(this.raw.length)
    if (found.length === 0) return []
    const leading = joined.length - joined.trimStart().length
    const place = (unit: number) => Math.min(Math.max(0, at(Math.max(0, unit - before)) - leading), text.length)
    const marks: InlineMark[] = []
    for (const { underline, kind, from, to, text: over } of found) {
      const mark = { from: place(from), to: place(to), kind, ...(over === undefined ? {} : { text: over }) }
      const words = text.slice(mark.from, mark.to)
      if (underline && !NAME.test(words)) {
        if (words.trim() !== '') this.counts.underlines++
      } else if (kind !== 'kai' || words !== text) marks.push(mark)
    }
    return soundMarks(inCodePoints(text, marks))
  }

  private number(): void {
    const list = this.lists.at(-1)
    this.piece = list ? { kind: 'item', group: list.group, number: list.next } : null
    if (list && list.next !== null) list.next++
  }

  /** Its rows as lines; false where it only holds the page in place. */
  private table(element: Tree.Element): boolean {
    const table = readTable(element)
    if (!table) return false
    this.endLine(true)
    const group = this.groups++
    this.counts.tables++
    const inside = this.depth.container > 0
    const lines = [
      ...(table.caption === '' ? [] : [sourceLine(table.caption, true, 'item')]),
      ...table.rows.map((cells, row) => ({ ...sourceLine(cells.join(CELL_GAP), row === 0, 'item' as const), piece: { kind: 'row' as const, group, cells, isHead: row < table.head } })),
    ]
    if (this.depth.aside > 0) this.leftOut.push(...lines.map((line) => line.text))
    else this.lines.push(...lines.map((line) => ({ ...line, inside })))
    this.gap = true
    return true
  }

  /** Cells of one row stand on one line, unless a cell has paragraphs of its own. */
  private cell(): void {
    this.cells++
    this.depth.cell++
    this.ended = false
    if (this.raw.trim() === '') return
    if (this.cells === 2) this.counts.rows++
    this.item = true
    this.raw = `${this.raw.trimEnd()}${CELL_GAP}`
  }
}

function hasTitle(lines: readonly SourceLine[]): boolean {
  return lines.some((line) => line.mark === 'title')
}

function isElement(node: Tree.Node): node is Tree.Element {
  return 'tagName' in node
}

function isText(node: Tree.Node): node is Tree.TextNode {
  return node.nodeName === '#text'
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value
}

function isAside(element: Tree.Element): boolean {
  return ASIDE.has(element.tagName) || attribute(element, 'hidden') !== undefined || /display\s*:\s*none/iu.test(attribute(element, 'style') ?? '')
}

function markOf(element: Tree.Element): LineMark | null {
  if (element.tagName === 'h1') return 'title'
  if (/^h[2-6]$/u.test(element.tagName)) return 'heading'
  const classes = (attribute(element, 'class') ?? '').split(/\s+/u)
  if (classes.some((name) => TITLE_CLASSES.has(name))) return 'title'
  return classes.some((name) => SUBTITLE_CLASSES.has(name)) ? 'subtitle' : null
}
