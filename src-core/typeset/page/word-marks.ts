/**
 * An article's marks on words as the text engine takes them: strong and 楷体 are runs in another face, the others stand
 * beside the line, in the gap that the line pitch leaves.
 */
import { marksWithin, partByMarks, type InlineMark, type MarkKind } from '../../document/inline-marks.ts'
import type { ArticleRecord } from '../../document/records.ts'
import type { FaceId, HouseStyle, TextSetting } from '../../document/style.ts'
import type { LayoutNote } from '../result.ts'
import { markLevels, strokeWidth } from '../text/mark-levels.ts'
import type { ParagraphMarks, StyledRun } from '../text/paragraph.ts'
import type { WordSetting } from './composer.ts'
import type { LineSource } from './runs.ts'

type Room = ParagraphMarks['room']

const DOT_EM = 0.3
const RUBY_EM = 0.5
const FACE_MARKS: readonly MarkKind[] = ['strong', 'kai']

/** The setting with the marks in it; itself where there are none. */
export function markedWords(setting: WordSetting, marks: readonly InlineMark[] | undefined, style: HouseStyle, room: Room): WordSetting {
  if (!marks || marks.length === 0) return setting
  const ranges = marks.filter(({ kind }) => !FACE_MARKS.includes(kind))
  const runs = styledRuns(setting, marks, style)
  const { dotEm = DOT_EM, rubyEm = RUBY_EM } = style.marks ?? {}
  return { ...setting, ...(runs.length > 0 ? { runs } : {}), ...(ranges.length > 0 ? { marks: { ranges, room, dotEm, rubyEm } } : {}) }
}

/** What a piece of the text has of the setting's words. */
export function settingWithin({ runs, marks, ...setting }: WordSetting, from: number, to: number): WordSetting {
  const own = runs?.filter((run) => run.from < to && run.to > from).map((run) => ({ ...run, from: Math.max(run.from, from) - from, to: Math.min(run.to, to) - from }))
  const ranges = marks ? marksWithin(marks.ranges, from, to) : []
  return { ...setting, ...(own && own.length > 0 ? { runs: own } : {}), ...(marks && ranges.length > 0 ? { marks: { ...marks, ranges } } : {}) }
}

/**
 * What each side of a line may take of the gap to its neighbours, so that the marks of a line never meet those of the
 * next: a frame its stroke, the others what is left, in equal shares where both sides have some.
 */
export function markRoom(gap: number, size: number, marks: readonly InlineMark[], vertical = false): Room {
  const has = (...kinds: readonly MarkKind[]) => marks.some(({ kind }) => kinds.includes(kind))
  const frame = has('frame') ? strokeWidth(size) : 0
  const over = vertical ? has('ruby', 'emphasis') : has('ruby')
  const under = vertical ? has('name', 'title') : has('emphasis', 'name', 'title')
  const sides = over && under ? { over: gap / 2, under: gap / 2 } : over ? { over: gap - frame, under: frame } : { over: frame, under: gap - frame }
  return vertical ? { ...sides, vertical } : sides
}

/** All marks of an article's body. */
export function bodyMarks({ blocks }: ArticleRecord): readonly InlineMark[] {
  return blocks.flatMap((block) => ('marks' in block ? (block.marks ?? []) : []))
}

/** Marks that the line gap is too small for. */
export function markNotes({ record, part, block, from = 0 }: LineSource, setting: WordSetting): readonly LayoutNote[] {
  if (!setting.marks) return []
  return markLevels({ ...setting, ...(setting.marks.room.vertical ? { writing: 'vertical' as const } : {}) }).tooTall.map((mark) => ({
    kind: 'mark-too-tall',
    record,
    part,
    ...(block === undefined ? {} : { block }),
    from: from + mark.from,
    to: from + mark.to,
    mark: mark.kind,
  }))
}

/** Runs in the order of the text; a mark goes over a run that the setting has already. Strong goes over 楷体. */
function styledRuns({ runs = [], ...setting }: WordSetting, marks: readonly InlineMark[], style: HouseStyle): readonly StyledRun[] {
  const faced = marks.filter(({ kind }) => FACE_MARKS.includes(kind))
  if (faced.length === 0) return runs
  const length = Math.max(...[...runs, ...faced].map(({ to }) => to))
  const styled: StyledRun[] = []
  for (const piece of partByMarks(length, faced, runs.flatMap(({ from, to }) => [from, to]))) {
    const own = runs.find(({ from, to }) => from <= piece.from && piece.from < to)
    if (!own && piece.marks.length === 0) continue
    const { face, size } = own ?? setting
    const run = { from: piece.from, to: piece.to, face: markedFace(piece.marks.map(({ kind }) => kind), face, style), size }
    const last = styled.at(-1)
    if (last && last.to === run.from && last.face === run.face && last.size === run.size) styled[styled.length - 1] = { ...last, to: run.to }
    else styled.push(run)
  }
  return styled
}

const BOLD: readonly FaceId[] = ['song-bold', 'hei', 'hei-bold']

function markedFace(kinds: readonly MarkKind[], base: TextSetting['face'], style: HouseStyle): FaceId {
  if (kinds.includes('strong')) return style.marks?.strongFace ?? (BOLD.includes(base) ? 'hei-bold' : 'hei')
  return kinds.includes('kai') ? (style.marks?.kaiFace ?? 'kai') : base
}
