/** A paragraph of the body: justified, indented by two em (TYPESETTING §6). */
import type { LineSource } from './runs.ts'
import type { LayoutNote } from '../result.ts'
import { countCharacters, type BodyBlock } from './body-block.ts'
import type { ComposedRow, Composer, WordSetting } from './composer.ts'
import { fallbackNotes } from './notes.ts'
import { markNotes } from './word-marks.ts'

const INDENT_EM = 2

export function bodyParagraph(composer: Composer, text: string, setting: WordSetting, source: LineSource & { readonly block: number }): BodyBlock<ComposedRow> {
  const paragraph = composer.paragraph(text, { ...setting, indentEm: INDENT_EM })
  const { record, block } = source
  return {
    index: block,
    flow: {
      kind: 'paragraph',
      lines: (chars, from) => paragraph.lines(chars * setting.size, from),
      tightened: (chars, from) => paragraph.tightened(chars * setting.size, from),
    },
    notes: [...fallbackNotes(source, paragraph.fallbacks), ...markNotes(source, setting)],
    set: (line, { x, y }) => line.place(x, y, source),
    check: (line) => {
      const { from, to, gapEm, loose, last, emergency } = line.broken
      const notes: LayoutNote[] = []
      if (loose) notes.push({ kind: 'loose-line', record, block, from, to, gapEm })
      if (last && from > 0 && line.isShort) notes.push({ kind: 'short-last-line', record, block })
      if (emergency) notes.push({ kind: 'too-wide', record, part: 'block' })
      return notes
    },
    characters: ({ broken: { from, to } }) => countCharacters(Array.from(text).slice(from, to).join('')),
  }
}
