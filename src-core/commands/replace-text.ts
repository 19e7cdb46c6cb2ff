/** Some words of a text in the place of others: what a fix does, where a text editor would be too much. */
import { blockText, textStarts } from '../document/blocks.ts'
import type { Change } from '../document/change.ts'
import { compareMarks, marksFit, type InlineMark } from '../document/inline-marks.ts'
import { record, type Article, type Block, type Document, type RecordId, type TitleMarks } from '../document/records.ts'
import { writeArticle } from './articles.ts'
import { update } from './edits.ts'

export interface Replacement {
  readonly part: 'standingHead' | 'kicker' | 'headline' | 'subtitle' | 'summary' | 'byline' | 'block' | 'caption' | 'credit'
  /** With part `block`: the block's index. */
  readonly block?: number
  /** Code points of the part's text, `to` exclusive; of a block as `blockText` gives it. */
  readonly from: number
  readonly to: number
  readonly was: string
  readonly text: string
}

/** `id` is an article, a story of it, or with part `caption` or `credit` a picture. Null where `was` does not stand there (any more). */
export function replaceText(document: Document, id: RecordId, replacement: Replacement): Change | null {
  if (replacement.part === 'caption' || replacement.part === 'credit') {
    const words = replaced(record(document, 'picture', id)?.[replacement.part] ?? '', replacement)
    return words === null ? null : update(document, 'picture', id, { [replacement.part]: words })
  }
  const article = record(document, 'article', record(document, 'story', id)?.article ?? id)
  const text = article && writtenParts(article, replacement)
  return text ? writeArticle(document, article.id, text) : null
}

function writtenParts(article: Article, replacement: Replacement): Partial<Article> | null {
  const { part, block } = replacement
  if (part === 'caption' || part === 'credit') return null
  if (part !== 'block') {
    const words = replaced(article[part] ?? '', replacement)
    if (words === null) return null
    return { [part]: words, ...titleMarksOf(article, part, replacement, words) }
  }
  const before = article.blocks[block ?? -1]
  const after = before && writtenBlock(before, replacement)
  return after ? { blocks: article.blocks.with(block!, after) } : null
}

function titleMarksOf({ titleMarks }: Article, part: string, replacement: Replacement, words: string): Pick<Article, 'titleMarks'> {
  const marks = titleMarks?.[part as keyof TitleMarks]
  if (!marks) return {}
  const moved = movedMarks(marks, replacement, words)
  const { [part as keyof TitleMarks]: _, ...others } = titleMarks
  return { titleMarks: moved.length > 0 ? { ...others, [part]: moved } : others }
}

function writtenBlock(block: Block, replacement: Replacement): Block | null {
  const written = withPieces(block, replacement)
  if (!written || written.role === 'table' || !written.marks) return written
  const { marks, ...bare } = written
  const moved = movedMarks(marks, replacement, blockText(written))
  return moved.length > 0 ? { ...bare, marks: moved } : bare
}

/** What is replaced lies in one line, item or cell, or it stays as it is. */
function withPieces(block: Block, replacement: Replacement): Block | null {
  switch (block.role) {
    case 'paragraph':
    case 'editorsNote': {
      const text = replaced(block.text, replacement)
      return text === null ? null : { ...block, text }
    }
    case 'crosshead':
    case 'verse': {
      const lines = inPieces(block.lines, replacement)
      return lines && { ...block, lines }
    }
    case 'list': {
      const items = inPieces(block.items, replacement)
      return items && { ...block, items }
    }
    case 'table': {
      const cells = inPieces(block.rows.flat(), replacement)
      let at = 0
      return cells && { ...block, rows: block.rows.map((row) => cells.slice(at, (at += row.length))) }
    }
  }
}

function inPieces(pieces: readonly string[], replacement: Replacement): readonly string[] | null {
  const starts = textStarts(pieces)
  const index = starts.findLastIndex((start) => start <= replacement.from)
  const start = starts[index]
  if (start === undefined) return null
  const piece = replaced(pieces[index]!, { ...replacement, from: replacement.from - start, to: replacement.to - start })
  return piece === null ? null : pieces.with(index, piece)
}

function replaced(whole: string, { from, to, was, text }: Replacement): string | null {
  const characters = Array.from(whole)
  if (characters.slice(from, to).join('') !== was) return null
  return [...characters.slice(0, from), text, ...characters.slice(to)].join('')
}

/** Marks go with their words; a mark on nothing but what was taken out goes with that. */
function movedMarks(marks: readonly InlineMark[], { from, to, text }: Replacement, words: string): readonly InlineMark[] {
  const length = Array.from(text).length
  const moved = (at: number) => (at <= from ? at : at >= to ? at + length - (to - from) : from + Math.min(at - from, length))
  const kept = marks
    .map((mark) => ({ ...mark, from: moved(mark.from), to: moved(mark.to) }))
    .filter((mark) => mark.from < mark.to)
    .toSorted(compareMarks)
  return marksFit(kept, words) ? kept : []
}
