/** A paragraph of the body: justified, indented by two em (TYPESETTING §6). */
import { placeLine, type LineSource } from './runs.ts'
import type { BrokenLine } from '../text/paragraph.ts'
import type { TextSetting } from '../../document/style.ts'
import { countCharacters, type BodyBlock } from './body-block.ts'
import type { Composer } from './composer.ts'
import { fallbackNotes } from './notes.ts'

const INDENT_EM = 2
/** Stretch in em a gap over which a line is reported (TYPESETTING §5.1). */
const LOOSE_EM = 0.25

export function bodyParagraph(composer: Composer, text: string, setting: TextSetting, source: LineSource & { readonly block: number }): BodyBlock<BrokenLine> {
  const paragraph = composer.paragraph(text, { ...setting, indentEm: INDENT_EM })
  const { record, block } = source
  return {
    flow: {
      kind: 'paragraph',
      lines: (chars, from) => paragraph.lines(chars * setting.size, from),
      tightened: (chars, from) => paragraph.tightened(chars * setting.size, from),
    },
    notes: fallbackNotes(source, paragraph.fallbacks),
    set: (line, { x, y }) => placeLine(paragraph.set(line), x, y, source),
    check: (line) => [
      ...(line.gapEm > LOOSE_EM ? [{ kind: 'loose-line', record, block, from: line.from, to: line.to, gapEm: line.gapEm } as const] : []),
      ...(line.last && line.from > 0 && paragraph.isShort(line) ? [{ kind: 'short-last-line', record, block } as const] : []),
      ...(line.emergency ? [{ kind: 'too-wide', record, part: 'block' } as const] : []),
    ],
    characters: (line) => countCharacters(Array.from(text).slice(line.from, line.to).join('')),
  }
}
