/**
 * Marks on words inside a text (行内标记): what stands between the lines (TYPESETTING §8) and what sets some words in
 * another face. A mark is a range of code points; the text itself never changes for it.
 */

/** 加粗, 楷体, 着重号, 专名号, 书名号甲式, 加框, 注音. */
export const MARK_KINDS = ['strong', 'kai', 'emphasis', 'name', 'title', 'frame', 'ruby'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

export interface InlineMark {
  /** Code points of the part's text, `to` exclusive; where a part has lines, these are joined by one line feed each. */
  readonly from: number
  readonly to: number
  readonly kind: MarkKind
  /** What stands over the base; with kind `ruby` only, and there always. */
  readonly text?: string
}

/** Each name, title, frame and ruby is one of its own, also beside another of its kind. Other marks are the same in one piece or in several. */
export function isOneUnit(kind: MarkKind): boolean {
  return kind === 'name' || kind === 'title' || kind === 'frame' || kind === 'ruby'
}

/** Marks in their order: by `from`, then `to`, then kind. */
export function compareMarks(a: InlineMark, b: InlineMark): number {
  return a.from - b.from || a.to - b.to || MARK_KINDS.indexOf(a.kind) - MARK_KINDS.indexOf(b.kind)
}

/** Whether the marks are sound for a text: in order, not empty, inside it, none over another of its kind, ruby with its text. */
export function marksFit(marks: readonly InlineMark[], text: string): boolean {
  if (marks.length === 0) return true
  const length = lengthOf(text)
  const ends = new Map<MarkKind, number>()
  return marks.every((mark, index) => {
    const { from, to, kind } = mark
    const sound =
      from < to && to <= length && from >= (ends.get(kind) ?? 0) && (kind === 'ruby') === (mark.text !== undefined) && (index === 0 || compareMarks(marks[index - 1]!, mark) < 0)
    ends.set(kind, to)
    return sound
  })
}

/** An article's titles with their marks, as far as there are any. */
interface MarkedTitles {
  readonly titleMarks?: { readonly [K in MarkedTitle]?: Marks } | undefined
  readonly kicker?: string | null | undefined
  readonly headline?: string | undefined
  readonly subtitle?: string | null | undefined
  readonly summary?: string | null | undefined
}

/** Titles whose words can have marks, in the order in which an article has them. */
export const MARKED_TITLES = ['kicker', 'headline', 'subtitle', 'summary'] as const
export type MarkedTitle = (typeof MARKED_TITLES)[number]

type Marks = readonly InlineMark[] | undefined

export function titleMarksFit({ titleMarks, ...titles }: MarkedTitles): boolean {
  return MARKED_TITLES.every((title) => marksFit(titleMarks?.[title] ?? [], titles[title] ?? ''))
}

/** Code points of a text. */
function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}

/** A piece of a text between places where marks begin and end, and the marks that it has. */
export interface MarkedPiece {
  readonly from: number
  readonly to: number
  readonly marks: readonly InlineMark[]
}

/** The text up to `length` parted by marks, which stand in order; `also` are further places to part it at. */
export function partByMarks(length: number, marks: readonly InlineMark[], also: readonly number[] = []): readonly MarkedPiece[] {
  const edges = [...new Set([0, length, ...also, ...marks.flatMap(({ from, to }) => [from, to])])].filter((edge) => edge <= length).toSorted((a, b) => a - b)
  let next = 0
  let open: readonly InlineMark[] = []
  return edges.slice(0, -1).map((from, index) => {
    open = open.filter(({ to }) => to > from)
    for (; next < marks.length && marks[next]!.from <= from; next++) open = [...open, marks[next]!]
    return { from, to: edges[index + 1]!, marks: open }
  })
}

/** The marks of a piece of the text, counted from its start. A unit that the piece cuts is there with what it has of it. */
export function marksWithin(marks: readonly InlineMark[], from: number, to: number): readonly InlineMark[] {
  return marks
    .map((mark) => ({ ...mark, from: Math.max(mark.from, from) - from, to: Math.min(mark.to, to) - from }))
    .filter((mark) => mark.from < mark.to)
    .toSorted(compareMarks)
}
