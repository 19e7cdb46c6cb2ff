/** Lists of names (TYPESETTING §9.3): set in columns of three cells, names of two characters spread to three. */
import { textStarts } from '../../document/blocks.ts'
import type { ListBlock } from '../../document/records.ts'
import type { FrameItem } from '../frame.ts'
import { countCharacters, type BodyBlock } from './body-block.ts'
import type { Composer, WordSetting } from './composer.ts'
import type { FlowLine } from './flow.ts'
import { fallbackNotes } from './notes.ts'
import { placeLine, type LineSource } from './runs.ts'
import { settingWithin } from './word-marks.ts'

/** 张三, 张　三, 李四五, 欧阳明月. */
const NAME = /^(?:\p{Script=Han}[\s\u3000]*\p{Script=Han}{1,2}|(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|东方|夏侯|端木|南宫|轩辕)\p{Script=Han}{1,2})$/u
const FEWEST = 3
const CELLS = 3
const WHITE_CELLS = 1

interface NameLine extends FlowLine {
  /** Which of the names. */
  readonly names: readonly number[]
}

export function isNameList({ items, ordered = false }: ListBlock): boolean {
  return !ordered && items.length >= FEWEST && items.every((item) => NAME.test(item))
}

export function nameList(composer: Composer, names: readonly string[], setting: WordSetting, source: LineSource & { readonly block: number }): BodyBlock<NameLine> {
  const { size } = setting
  const starts = textStarts(names)
  const cells = Math.max(CELLS, ...names.map((name) => withoutSpaces(name).length))
  const pieces = names.map((name, index) => piecesOf(name, starts[index]!).map(({ from, text }) => ({ from, line: composer.line(text, settingWithin(setting, from, from + 1)) })))

  const perLine = (chars: number): number => Math.max(1, Math.floor((chars + WHITE_CELLS) / (cells + WHITE_CELLS)))
  const lines = (chars: number, from: number): readonly NameLine[] => {
    const count = perLine(chars)
    const open = names.flatMap((_, index) => (starts[index]! >= from ? [index] : []))
    return Array.from({ length: Math.ceil(open.length / count) }, (_, line) => {
      const here = open.slice(line * count, (line + 1) * count)
      return { from: starts[here[0]!]!, names: here }
    })
  }
  /** Distance from one column of names to the next: the last one ends with the measure. */
  const step = (chars: number): number => (perLine(chars) === 1 ? 0 : ((chars - cells) / (perLine(chars) - 1)) * size)

  return {
    index: source.block,
    flow: { kind: 'paragraph', lines, tightened: () => null },
    notes: pieces.flat().flatMap(({ from, line }) => fallbackNotes({ ...source, from }, line.fallbacks)),
    set: ({ names: here }, { x, y, chars }) => here.flatMap((name, column) => placeName(pieces[name]!, x + column * step(chars), y, cells * size, source)),
    check: () => [],
    characters: ({ names: here }) => here.reduce((sum, name) => sum + countCharacters(names[name]!), 0),
  }
}

type NamePiece = { readonly from: number; readonly line: ReturnType<Composer['line']> }

/** A name of two pieces has its second end where one of three characters does. */
function placeName(pieces: readonly NamePiece[], x: number, y: number, width: number, source: LineSource): readonly FrameItem[] {
  return pieces.flatMap(({ from, line }, index) => placeLine(line, index === 0 ? x : x + width - line.width, y, { ...source, from }))
}

function piecesOf(name: string, start: number): readonly { readonly from: number; readonly text: string }[] {
  const characters = Array.from(name)
  if (withoutSpaces(name).length !== 2) return [{ from: start, text: name }]
  return [
    { from: start, text: characters[0]! },
    { from: start + characters.length - 1, text: characters.at(-1)! },
  ]
}

function withoutSpaces(name: string): readonly string[] {
  return Array.from(name).filter((character) => !/\s/u.test(character))
}
