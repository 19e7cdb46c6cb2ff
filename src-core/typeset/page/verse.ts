/**
 * Verse (TYPESETTING §9.3): the author's lines, set in from the left so that the longest stands in the middle of the leg.
 * A line too long for the leg turns over and hangs; an empty line parts stanzas.
 */
import { textStarts } from '../../document/blocks.ts'
import { along, countCharacters, type BodyBlock } from './body-block.ts'
import type { ComposedRow, Composer, WordSetting } from './composer.ts'
import type { FlowLine } from './flow.ts'
import { fallbackNotes } from './notes.ts'
import { type LineSource } from './runs.ts'
import { markNotes, settingWithin } from './word-marks.ts'

/** How much further in turned lines stand, in em. */
const HANG_EM = 2

interface VerseLine extends FlowLine {
  /** Null between stanzas. */
  readonly row: ComposedRow | null
  /** Which of the author's lines. */
  readonly index: number
  /** In em. */
  readonly indent: number
}

export function verseBlock(composer: Composer, texts: readonly string[], setting: WordSetting, source: LineSource & { readonly block: number }): BodyBlock<VerseLine> {
  const { size } = setting
  const starts = textStarts(texts)
  const lines = texts.map((text, index) => {
    const words = { ...settingWithin(setting, starts[index]!, starts[index]! + Array.from(text).length), senseSpaces: true }
    return text === '' ? null : { paragraph: composer.paragraph(text, { ...words, indentEm: 0, justify: false }), width: composer.line(text, words).width }
  })
  const longest = Math.max(...lines.map((line) => line?.width ?? 0))

  const setIn = (chars: number): number => Math.max(0, Math.floor((chars - longest / size) / 2 + 1e-6))
  /** Lines of one of the author's lines, from one of its code points on. */
  const linesOf = (index: number, from: number, chars: number): readonly VerseLine[] => {
    const line = lines[index]
    const start = starts[index]!
    if (!line) return [{ from: start, row: null, index, indent: 0 }]
    const indent = setIn(chars)
    const [first] = from === 0 ? line.paragraph.lines((chars - indent) * size, 0) : []
    const turnedFrom = first ? first.broken.to : from
    const turned = first?.broken.last ? [] : line.paragraph.lines((chars - indent - HANG_EM) * size, turnedFrom)
    const asLine = (indentEm: number) => (row: ComposedRow): VerseLine => ({ from: start + row.from, row, index, indent: indentEm })
    return [...(first ? [asLine(indent)(first)] : []), ...turned.map(asLine(indent + HANG_EM))]
  }
  return {
    index: source.block,
    flow: {
      kind: 'paragraph',
      lines: (chars, from) => texts.flatMap((text, index) => (starts[index]! + Array.from(text).length < from ? [] : linesOf(index, Math.max(0, from - starts[index]!), chars))),
      tightened: () => null,
    },
    notes: [...lines.flatMap((line, index) => (line ? fallbackNotes({ ...source, from: starts[index]! }, line.paragraph.fallbacks) : [])), ...markNotes(source, setting)],
    set: ({ row, index, indent }, place) => {
      const { x, y } = along(place, indent * size)
      return row?.place(x, y, { ...source, from: starts[index]! }) ?? []
    },
    check: ({ row }) => (row?.broken.emergency ? [{ kind: 'too-wide', record: source.record, part: 'block', block: source.block }] : []),
    characters: ({ row, index }) => (row ? countCharacters(Array.from(texts[index]!).slice(row.broken.from, row.broken.to).join('')) : 0),
  }
}
