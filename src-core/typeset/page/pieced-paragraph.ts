/** A paragraph with words from elsewhere in it: the byline, put after the dateline in brackets (TYPESETTING §9.2). */
import type { LayoutNote } from '../result.ts'
import { countCharacters, type BodyBlock } from './body-block.ts'
import type { ComposedRow } from './composer.ts'
import { withSources, type Piece } from './pieces.ts'

export function piecedParagraph(paragraph: BodyBlock<ComposedRow>, pieces: readonly Piece[]): BodyBlock<ComposedRow> {
  const characters = pieces.flatMap((piece) => Array.from(piece.text, (character) => (piece.source ? character : '')))
  /** Where in the article's own paragraph a place of the whole text is. */
  const inBlock = (offset: number): number => {
    let start = 0
    let before = 0
    for (const { text, source } of pieces) {
      const length = Array.from(text).length
      if (source?.part === 'block') before = (source.from ?? 0) + Math.min(length, Math.max(0, offset - start))
      start += length
      if (offset <= start) break
    }
    return before
  }
  const atHome = (note: LayoutNote): LayoutNote => (note.kind === 'loose-line' || note.kind === 'mark-too-tall' ? { ...note, from: inBlock(note.from), to: inBlock(note.to) } : note)
  return {
    ...paragraph,
    notes: paragraph.notes.map(atHome),
    set: (line, place) => withSources(paragraph.set(line, place), pieces),
    check: (line) => paragraph.check(line).map(atHome),
    characters: ({ broken: { from, to } }) => countCharacters(characters.slice(from, to).join('')),
  }
}
