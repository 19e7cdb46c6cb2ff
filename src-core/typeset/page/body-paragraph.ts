/** A paragraph of the body: justified, its first line indented (TYPESETTING §6). */
import type { LineSource } from './runs.ts'
import type { LayoutNote } from '../result.ts'
import { countCharacters, type BodyBlock } from './body-block.ts'
import type { ComposedRow, Composer, WordSetting } from './composer.ts'
import { fallbackNotes } from './notes.ts'
import { markNotes } from './word-marks.ts'

/** `source.from` is where the paragraph begins in its block. */
export function bodyParagraph(composer: Composer, text: string, setting: WordSetting, source: LineSource & { readonly block: number }, indentEm: number): BodyBlock<ComposedRow> {
  const paragraph = composer.paragraph(text, { ...setting, indentEm })
  const { record, block, from: start = 0 } = source
  return {
    index: block,
    flow: {
      kind: 'paragraph',
      lines: (chars, from) => paragraph.lines(chars * setting.size, from),
      tightened: (chars, from) => paragraph.tightened(chars * setting.size, from),
      loosened: (chars, from) => paragraph.loosened(chars * setting.size, from),
    },
    notes: [...fallbackNotes(source, paragraph.fallbacks), ...markNotes(source, setting)],
    set: (line, { x, y }) => line.place(x, y, source),
    check: (line) => {
      const { from, to, gapEm, loose, last, emergency } = line.broken
      const notes: LayoutNote[] = []
      if (loose) notes.push({ kind: 'loose-line', record, block, from: start + from, to: start + to, gapEm })
      if (last && from > 0 && line.isShort) notes.push({ kind: 'short-last-line', record, block })
      if (emergency) notes.push({ kind: 'too-wide', record, part: 'block' })
      return notes
    },
    characters: ({ broken: { from, to } }) => countCharacters(Array.from(text).slice(from, to).join('')),
  }
}
