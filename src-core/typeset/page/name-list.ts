/** Lists of names (TYPESETTING §9.3): set in columns of three cells, names of two characters spread to three. */
import { textStarts } from '../../document/blocks.ts'
import type { ListBlock } from '../../document/records.ts'
import type { FrameItem } from '../frame.ts'
import { along, countCharacters, type BodyBlock, type LinePlace } from './body-block.ts'
import type { Composer, WordSetting } from './composer.ts'
import type { FlowLine } from './flow.ts'
import { fallbackNotes } from './notes.ts'
import { placeLine, type LineSource } from './runs.ts'
import { settingWithin } from './word-marks.ts'

/** 张三, also spread, 李四五, 欧阳明月. */
const NAME = /^(?:\p{Script=Han}[\s\u3000]*\p{Script=Han}{1,2}|(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|东方|夏侯|端木|南宫|轩辕)\p{Script=Han}{1,2})$/u
const FEWEST = 3
const CELLS = 3
const WHITE_CELLS = 1

interface NameLine extends FlowLine {
  /** Which of the names, and in which column each begins. */
  readonly names: readonly { readonly name: number; readonly column: number }[]
}

export function isNameList({ items, ordered = false }: ListBlock): boolean {
  return !ordered && items.length >= FEWEST && items.every((item) => NAME.test(item))
}

export function nameList(composer: Composer, names: readonly string[], setting: WordSetting, source: LineSource & { readonly block: number }): BodyBlock<NameLine> {
  const { size } = setting
  const starts = textStarts(names)
  const pieces = names.map((name, index) => piecesOf(name, starts[index]!).map(({ from, text }) => ({ from, line: composer.line(text, settingWithin(setting, from, from + 1)) })))
  /** A longer name takes the columns that it reaches into. */
  const spans = names.map((name) => Math.ceil((withoutSpaces(name).length + WHITE_CELLS) / (CELLS + WHITE_CELLS)))

  const lines = (chars: number, from: number): readonly NameLine[] => {
    const columns = columnsIn(chars)
    const set: { from: number; names: { name: number; column: number }[] }[] = []
    let column = columns
    names.forEach((_, name) => {
      if (starts[name]! < from) return
      if (column + spans[name]! > columns) {
        set.push({ from: starts[name]!, names: [] })
        column = 0
      }
      set.at(-1)!.names.push({ name, column })
      column += spans[name]!
    })
    return set
  }
  return {
    index: source.block,
    flow: { kind: 'paragraph', lines, tightened: () => null },
    notes: pieces.flat().flatMap(({ from, line }) => fallbackNotes({ ...source, from }, line.fallbacks)),
    set: ({ names: here }, place) => here.flatMap(({ name, column }) => placeName(pieces[name]!, along(place, column * columnStep(place.chars) * size), CELLS * size, source)),
    check: () => [],
    characters: ({ names: here }) => here.reduce((sum, { name }) => sum + countCharacters(names[name]!), 0),
  }
}

function columnsIn(chars: number): number {
  return Math.max(1, Math.floor((chars + WHITE_CELLS) / (CELLS + WHITE_CELLS)))
}

/** Characters from one column of names to the next: the last one ends with the measure. */
function columnStep(chars: number): number {
  const columns = columnsIn(chars)
  return columns === 1 ? 0 : (chars - CELLS) / (columns - 1)
}

type NamePiece = { readonly from: number; readonly line: ReturnType<Composer['line']> }

/** A name of two pieces has its second end where one of three characters does. */
function placeName(pieces: readonly NamePiece[], place: LinePlace, width: number, source: LineSource): readonly FrameItem[] {
  return pieces.flatMap(({ from, line }, index) => {
    const { x, y } = along(place, index === 0 ? 0 : width - line.width)
    return placeLine(line, x, y, { ...source, from })
  })
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
