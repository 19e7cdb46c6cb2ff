/**
 * Bylines as they are set (TYPESETTING §9.2): white between the role and the name, two-character names spread to three
 * cells. The white is made here; the article's text stays as it was written.
 */
import type { TextSetting } from '../../document/style.ts'
import { countCharacters, rememberMeasure, type BodyBlock } from './body-block.ts'
import type { ComposedLine, Composer } from './composer.ts'
import { fallbackNotes } from './notes.ts'
import { placeLine, type LineSource } from './runs.ts'

/** Code points set together. Pieces stand one em apart. */
export interface BylinePiece {
  readonly from: number
  readonly to: number
}

/** A piece on its line; `x` in points from the line's left end. */
export interface BylinePart extends BylinePiece {
  readonly line: ComposedLine
  readonly x: number
}

export interface BylineLine {
  readonly from: number
  readonly parts: readonly BylinePart[]
  readonly width: number
}

const GAP_EM = 1
const ROLE = /^.*?(?:记者|通讯员|实习生|评论员|撰稿人|编辑)/u
const TWO_CHARACTER_NAME = /^\p{Script=Han}{2}$/u
/** Two characters that stand where a name could and are none. */
const TASKS = new Set(['摄影', '报道', '文图', '图文', '整理', '供稿', '撰文', '制图', '编译', '综合'])

export function bylinePieces(byline: string): readonly BylinePiece[] {
  const pieces: BylinePiece[] = []
  let offset = 0
  let named = false
  for (const part of byline.split(/(\s+)/u)) {
    const length = Array.from(part).length
    if (part !== '' && !/^\s/u.test(part)) {
      const role = ROLE.exec(part)?.[0] ?? ''
      const name = part.slice(role.length)
      const nameFrom = offset + Array.from(role).length
      named ||= role !== ''
      if (role !== '') pieces.push({ from: offset, to: nameFrom })
      if (named && TWO_CHARACTER_NAME.test(name) && !TASKS.has(name)) pieces.push({ from: nameFrom, to: nameFrom + 1 }, { from: nameFrom + 1, to: nameFrom + 2 })
      else if (name !== '') pieces.push({ from: nameFrom, to: offset + length })
    }
    offset += length
  }
  return pieces
}

/** The byline on as many lines as its pieces need in the measure. */
export function setByline(composer: Composer, byline: string, setting: TextSetting, measure: number): readonly BylineLine[] {
  const characters = Array.from(byline)
  const gap = GAP_EM * setting.size
  const lines: { from: number; parts: BylinePart[]; width: number }[] = []
  for (const piece of bylinePieces(byline)) {
    const line = composer.line(characters.slice(piece.from, piece.to).join(''), setting)
    let last = lines.at(-1)
    if (!last || last.width + gap + line.width > measure) lines.push((last = { from: piece.from, parts: [], width: -gap }))
    last.parts.push({ ...piece, line, x: last.width + gap })
    last.width += gap + line.width
  }
  return lines
}

/** The byline as the first lines of the first leg, centred: where the headline is narrow. */
export function bylineBlock(composer: Composer, byline: string, setting: TextSetting, source: LineSource): BodyBlock<BylineLine> {
  return {
    index: null,
    flow: { kind: 'heading', lines: rememberMeasure((chars) => setByline(composer, byline, setting, chars * setting.size)), before: 0, after: 0 },
    notes: fallbackNotes(source, composer.line(byline, setting).fallbacks),
    set: ({ parts, width }, { x, y, chars }) => {
      const left = x + (chars * setting.size - width) / 2
      return parts.flatMap((part) => placeLine(part.line, left + part.x, y, { ...source, from: part.from }))
    },
    check: () => [],
    characters: ({ parts }) => parts.reduce((sum, { line }) => sum + line.runs.reduce((count, run) => count + countCharacters(run.text), 0), 0),
  }
}
