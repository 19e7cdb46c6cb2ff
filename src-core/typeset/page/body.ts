/** An article's blocks, ready to flow. Under a narrow headline the byline is the first of them. */
import { datelineOf } from '../../document/dateline.ts'
import type { InlineMark } from '../../document/inline-marks.ts'
import type { Grid } from '../../document/grid.ts'
import { noteLabel } from '../../document/note-label.ts'
import type { ArticleRecord, Block } from '../../document/records.ts'
import type { HouseStyle } from '../../document/style.ts'
import type { BodyBlock } from './body-block.ts'
import { bodyParagraph } from './body-paragraph.ts'
import { bylineBlock } from './byline.ts'
import { bylinePlace } from './byline-place.ts'
import type { Composer, WordSetting } from './composer.ts'
import { crosshead, crossheadRules } from './crosshead.ts'
import { ruledNote } from './editors-note.ts'
import { listBlocks } from './list.ts'
import { piecedParagraph } from './pieced-paragraph.ts'
import { piecedText, type Piece } from './pieces.ts'
import { signedBlock, signOffStart, type SignOff } from './sign-off.ts'
import { tableBlock } from './table.ts'
import { verseBlock } from './verse.ts'
import { bodyMarks, markedWords, markRoom, settingWithin } from './word-marks.ts'

/** Paragraphs before the first crosshead are the lead (导语), if they are no more than these. */
const MOST_LEADS = 3
const INDENT_EM = 2
/** The narrowest gutter that marks hang in, in body characters (TYPESETTING §3.5). Rows of vertical text are as far apart at least. */
const LEAST_GUTTER = 1

type Paragraph = Extract<Block, { role: 'paragraph' }>

export function bodyBlocks(composer: Composer, style: HouseStyle, grid: Grid, article: ArticleRecord, bylineInLeg: boolean): readonly BodyBlock[] {
  return new BodySetter(composer, style, grid, article).blocks(bylineInLeg)
}

class BodySetter {
  private readonly composer: Composer
  private readonly style: HouseStyle
  private readonly grid: Grid
  private readonly article: ArticleRecord
  private readonly leads: ReadonlySet<number>
  private readonly room: ReturnType<typeof markRoom>
  private readonly byline: ReturnType<typeof bylinePlace>

  constructor(composer: Composer, style: HouseStyle, grid: Grid, article: ArticleRecord) {
    this.composer = composer
    this.style = style
    this.grid = grid
    this.article = article
    this.leads = leadsOf(article, style.paragraph?.leadBlocks)
    this.room = markRoom(grid.linePitch - grid.bodySize, grid.bodySize, bodyMarks(article), composer.vertical === composer)
    this.byline = bylinePlace(style, article)
  }

  blocks(bylineInLeg: boolean): readonly BodyBlock[] {
    const { article, byline } = this
    const signed = byline === 'end' ? this.bylineSignOff() : null
    const blocks = article.blocks.flatMap((block, index) => this.block(block, index, signed))
    const signedAlone = signed && !this.takesSignOff(article.blocks.length - 1) ? [signedBlock(this.composer, null, null, { ...signed, from: 0 })] : []
    const first = bylineInLeg && byline === 'headline' && article.byline ? [bylineBlock(this.composer, article.byline, this.bylineSetting(), { record: article.id, part: 'byline' })] : []
    return [...first, ...blocks, ...signedAlone]
  }

  private block(block: Block, index: number, signed: SignOff | null): readonly BodyBlock[] {
    const { composer, style, grid, article } = this
    const source = { record: article.id, part: 'block', block: index } as const
    // The white of a crosshead's neighbours serves the marks of a single line.
    const alone = block.role === 'crosshead' && block.lines.length === 1
    const room = alone ? { ...this.room, over: grid.linePitch, under: grid.linePitch } : this.room
    const marked = (setting: WordSetting) => markedWords(setting, 'marks' in block ? block.marks : undefined, style, room)
    switch (block.role) {
      case 'table':
        // Columns of figures have no place in vertical lines: each row is a line there.
        if (composer.vertical === composer) return [verseBlock(composer, block.rows.map((row) => row.join('\u3000')), this.setting(style.bodyFace), source)]
        return [tableBlock(composer, style, grid, block, source)]
      case 'crosshead':
        return [crosshead(composer, block.lines, crossheadRules(style), grid.bodySize, source, marked)]
      case 'list':
        return listBlocks(composer, style, block, marked(this.setting(style.bodyFace)), source)
      case 'verse':
        return [verseBlock(composer, block.lines, marked(this.setting(style.paragraph?.verseFace ?? 'kai')), source)]
      case 'editorsNote': {
        const label = Array.from(noteLabel(block.text)).length
        const words = this.setting(style.paragraph?.editorsNoteFace ?? 'kai', label, 'hei')
        return [ruledNote(style, grid, bodyParagraph(composer, block.text, marked(words), source, this.indentEm()), Array.from(block.text).length)]
      }
      case 'paragraph':
        return [this.paragraph(block, index, signed)]
    }
  }

  private paragraph(block: Paragraph, index: number, signed: SignOff | null): BodyBlock {
    const { composer, style, article } = this
    const source = { record: article.id, part: 'block', block: index } as const
    const face = this.leads.has(index) ? style.lead : style.bodyFace
    const dateline = index === firstParagraph(article) ? datelineOf(block.text) : null
    const base = this.setting(face, dateline?.to ?? 0, style.paragraph?.datelineFace ?? 'hei')
    if (dateline && this.byline === 'dateline') return this.withReporters(block, base, dateline.to, source)
    const setting = markedWords(base, block.marks, style, this.room)
    const isLast = index === article.blocks.length - 1
    const start = isLast ? signOffStart(block.text) : null
    if (start !== null) {
      const characters = Array.from(block.text)
      const pieces = [{ text: characters.slice(start).join(''), source: { ...source, from: start } }]
      const before = characters.slice(0, start).join('').trimEnd()
      const paragraph = before === '' ? null : bodyParagraph(composer, before, settingWithin(setting, 0, start), source, this.indentEm())
      return signedBlock(composer, paragraph, index, { pieces, setting: this.bylineSetting(), from: start })
    }
    const paragraph = bodyParagraph(composer, block.text, setting, source, this.indentEm())
    return isLast && signed ? signedBlock(composer, paragraph, index, { ...signed, from: Array.from(block.text).length }) : paragraph
  }

  /** The byline in brackets after the dateline, in one paragraph with the text. */
  private withReporters(block: Paragraph, base: WordSetting, at: number, source: { readonly record: string; readonly part: 'block'; readonly block: number }): BodyBlock {
    const { composer, style, article } = this
    const characters = Array.from(block.text)
    const pieces: readonly Piece[] = [
      { text: characters.slice(0, at).join(''), source: { ...source, from: 0 } },
      { text: '（', source: null },
      { text: article.byline!, source: { record: article.id, part: 'byline', from: 0 } },
      { text: '）', source: null },
      { text: characters.slice(at).join(''), source: { ...source, from: at } },
    ]
    const added = Array.from(article.byline!).length + 2
    const marks = block.marks?.map((mark): InlineMark => ({ ...mark, from: mark.from < at ? mark.from : mark.from + added, to: mark.to <= at ? mark.to : mark.to + added }))
    const paragraph = bodyParagraph(composer, piecedText(pieces), markedWords(base, marks, style, this.room), source, this.indentEm())
    return piecedParagraph(paragraph, pieces)
  }

  private takesSignOff(index: number): boolean {
    const last = this.article.blocks[index]
    return last?.role === 'paragraph' && signOffStart(last.text) === null
  }

  private bylineSignOff(): SignOff {
    const source = { record: this.article.id, part: 'byline', from: 0 } as const
    const byline = this.article.byline!
    const bracketed = /^[（(].*[)）]$/u.test(byline)
    const pieces: readonly Piece[] = bracketed ? [{ text: byline, source }] : [{ text: '（', source: null }, { text: byline, source }, { text: '）', source: null }]
    return { pieces, setting: this.bylineSetting(), from: 0 }
  }

  private bylineSetting(): WordSetting {
    return this.setting(this.style.byline)
  }

  /** A face in the body's size; the first code points in another. */
  private setting(face: string, to = 0, other = face): WordSetting {
    const size = this.grid.bodySize
    const words = { face, size, hangs: this.grid.gutterChars >= LEAST_GUTTER || this.composer.vertical === this.composer }
    return to > 0 && other !== face ? { ...words, runs: [{ from: 0, to, face: other, size }] } : words
  }

  private indentEm(): number {
    return this.style.paragraph?.indentEm ?? INDENT_EM
  }
}

function firstParagraph({ blocks }: ArticleRecord): number {
  return blocks.findIndex((block) => block.role === 'paragraph')
}

/** Indexes of the blocks that are the lead. */
export function leadsOf({ blocks }: ArticleRecord, count: number | undefined): ReadonlySet<number> {
  const paragraphs = blocks.flatMap((block, index) => (block.role === 'paragraph' ? [index] : []))
  if (count !== undefined) return new Set(paragraphs.slice(0, count))
  const first = blocks.findIndex((block) => block.role === 'crosshead')
  const leads = paragraphs.filter((index) => index < first)
  return new Set(leads.length <= MOST_LEADS ? leads : [])
}
