/**
 * Bylines as they are set (TYPESETTING §9.2): white between the role and the name, two-character names spread to three
 * cells. The white is made here; the article's text stays as it was written.
 */
import type { TextSetting } from '../../document/style.ts'
import { along, countCharacters, rememberMeasure, type BodyBlock } from './body-block.ts'
import type { ComposedLine, Composer } from './composer.ts'
import { fallbackNotes } from './notes.ts'
import { placeLine, type LineSource } from './runs.ts'

/** Code points set together. Pieces stand one em apart. */
export interface BylinePiece {
  readonly from: number
  readonly to: number
  /** Stays on the line of the piece before it: the second half of a name, the first name after its role. */
  readonly isBound: boolean
}

/** A piece on its line; `x` in points from the line's left end. */
export interface BylinePart {
  readonly from: number
  readonly to: number
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
/** 记者张三通讯员李四, written without a space. */
const BETWEEN_ROLES = /(?<=记者\p{Script=Han}{2,3})(?=通讯员|实习生)/u
/** 文/张三, 作者：林溪: the name follows at once. */
const LABEL = /^(?:文图|图文|文|图|摄影|摄|撰文|作者|采写|整理|制图|供稿)[/／:：丨|]/u
/** 张三/文, after a name. */
const CREDIT = /^(?<name>\p{Script=Han}{2,4})(?<credit>[/／](?:文图|图文|文|图|摄影|摄)+)$/u
const TWO_CHARACTER_NAME = /^\p{Script=Han}{2}$/u
const NAME = /^[□■◇◆○●]?\p{Script=Han}{1,4}$/u
/** Characters that stand where a name could and are none. */
const TASKS = new Set(['文', '图', '摄', '摄影', '报道', '文图', '图文', '整理', '供稿', '撰文', '制图', '编译', '综合', '摄影报道'])
const BULLET = /^[□■◇◆○●◎▲△☆★]/u
const OPENING = /^[（(]/u
const CLOSING = /[)）]$/u

/** Brackets round a byline stay with its first and last piece. */
export function bylinePieces(byline: string): readonly BylinePiece[] {
  const opens = OPENING.test(byline) && CLOSING.test(byline) ? 1 : 0
  const inside = opens ? Array.from(byline).slice(1, -1).join('') : byline
  const pieces = piecesOf(inside).map((piece) => ({ ...piece, from: piece.from + opens, to: piece.to + opens }))
  return opens ? pieces.map((piece, index) => ({ ...piece, from: index === 0 ? 0 : piece.from, to: index === pieces.length - 1 ? piece.to + 1 : piece.to })) : pieces
}

function piecesOf(byline: string): readonly BylinePiece[] {
  const pieces: BylinePiece[] = []
  const words = byline.split(/(\s+)/u).flatMap((word) => word.split(BETWEEN_ROLES))
  let named = areNames(words)
  let afterRole = false
  let offset = 0
  const add = (from: number, to: number, isBound: boolean): void => {
    if (to > from) pieces.push({ from: offset + from, to: offset + to, isBound })
  }
  // 摄影 李四 names who did it; in 张三 文 李四 图 the tasks follow.
  const tasksLead = !TASKS.has(words.findLast((word) => word.trim() !== '') ?? '')
  for (const word of words) {
    const isRole = tasksLead && TASKS.has(word)
    const length = Array.from(word).length
    if (word !== '' && !/^\s/u.test(word)) {
      const label = (LABEL.exec(word) ?? BULLET.exec(word))?.[0] ?? ''
      const role = label === '' || BULLET.test(label) ? (ROLE.exec(word)?.[0] ?? '') : ''
      const credit = CREDIT.exec(word)?.groups?.['credit'] ?? ''
      const start = Array.from(role === '' ? label : role).length
      const end = length - Array.from(credit).length
      const name = Array.from(word).slice(start, end).join('')
      named ||= start > 0 || credit !== ''
      if (role !== '') add(0, start, false)
      const bound = afterRole || (role !== '' && name !== '')
      // A label or bullet and its name are one.
      const from = role === '' ? 0 : start
      if (named && TWO_CHARACTER_NAME.test(name) && !TASKS.has(name)) {
        add(from, start + 1, bound)
        add(start + 1, length, true)
      } else add(from, length, bound || (TASKS.has(word) && !isRole))
      afterRole = isRole || (role !== '' && name === '')
    }
    offset += length
  }
  return pieces
}

/** Nothing but names, and what they did. */
function areNames(words: readonly string[]): boolean {
  const written = words.filter((word) => word.trim() !== '')
  return written.every((word) => NAME.test(word) || CREDIT.test(word)) && written.some((word) => CREDIT.test(word) || TASKS.has(word) || BULLET.test(word) || word.length <= 3)
}

/** The byline on as many lines as its pieces need in the measure. */
export function setByline(composer: Composer, byline: string, setting: TextSetting, measure: number): readonly BylineLine[] {
  const characters = Array.from(byline)
  const gap = GAP_EM * setting.size
  const lines: { from: number; parts: BylinePart[]; width: number }[] = []
  const setPiece = ({ from, to }: Pick<BylinePiece, 'from' | 'to'>): SetPiece => ({ from, to, line: composer.line(characters.slice(from, to).join(''), setting) })
  const widthOf = (unit: readonly SetPiece[]): number => unit.reduce((sum, { line }) => sum + gap + line.width, -gap)

  /** A unit wider than the measure is parted, and in it the name of an office. */
  const fitting = (unit: readonly SetPiece[]): readonly (readonly SetPiece[])[] => {
    if (widthOf(unit) <= measure) return [unit]
    if (unit.length > 1) return unit.flatMap((piece) => fitting([piece]))
    const [{ from, to }] = unit as [SetPiece]
    const rows = composer.paragraph(characters.slice(from, to).join(''), { ...setting, indentEm: 0, justify: false }).lines(measure, 0)
    return rows.map(({ broken }) => [setPiece({ from: from + broken.from, to: from + broken.to })])
  }
  for (const unit of unitsOf(bylinePieces(byline)).flatMap((pieces) => fitting(pieces.map(setPiece)))) {
    let last = lines.at(-1)
    if (!last || last.width + gap + widthOf(unit) > measure) lines.push((last = { from: unit[0]!.from, parts: [], width: -gap }))
    for (const part of unit) {
      last.parts.push({ ...part, x: last.width + gap })
      last.width += gap + part.line.width
    }
  }
  return lines
}

type SetPiece = Omit<BylinePart, 'x'>

/** Pieces that stay on one line. */
function unitsOf(pieces: readonly BylinePiece[]): readonly (readonly BylinePiece[])[] {
  const units: BylinePiece[][] = []
  for (const piece of pieces) {
    if (piece.isBound && units.length > 0) units.at(-1)!.push(piece)
    else units.push([piece])
  }
  return units
}

/** The byline as the first lines of the first leg, centred: where the headline is narrow. */
export function bylineBlock(composer: Composer, byline: string, setting: TextSetting, source: LineSource): BodyBlock<BylineLine> {
  return {
    index: null,
    flow: { kind: 'heading', lines: rememberMeasure((chars) => setByline(composer, byline, setting, chars * setting.size)), before: 0, after: 0 },
    notes: fallbackNotes(source, composer.line(byline, setting).fallbacks),
    set: ({ parts, width }, place) => {
      const start = along(place, (place.chars * setting.size - width) / 2)
      return parts.flatMap((part) => {
        const { x, y } = along(start, part.x)
        return placeLine(part.line, x, y, { ...source, from: part.from })
      })
    },
    check: () => [],
    characters: ({ parts }) => parts.reduce((sum, { line }) => sum + line.runs.reduce((count, run) => count + countCharacters(run.text), 0), 0),
  }
}
