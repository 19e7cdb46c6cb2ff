/** Marks of words on the way from a source to an article: through white space that is collapsed and marks that are mended. */
import { compareMarks, isOneUnit, type InlineMark, type MarkKind } from '../document/inline-marks.ts'

/** Where the parts of a text went when it was written anew. */
export interface Rewritten {
  readonly text: string
  /** The new place of a place in the old text. */
  at(place: number): number
}

/** `text.replace` that remembers where everything went. UTF-16 units. */
export function rewrite(text: string, pattern: RegExp, by: (found: string, at: number) => string): Rewritten {
  const pieces: Piece[] = []
  let done = 0
  for (const match of text.matchAll(pattern)) {
    pieces.push({ length: match.index - done, written: text.slice(done, match.index) }, { length: match[0].length, written: by(match[0], match.index) })
    done = match.index + match[0].length
  }
  pieces.push({ length: text.length - done, written: text.slice(done) })
  return { text: pieces.map(({ written }) => written).join(''), at: placesAfter(pieces) }
}

/** A piece of the old text by its length, and what was written for it. */
export interface Piece {
  readonly length: number
  readonly written: string
}

/** Where a place of the old text is in the new one. */
export function placesAfter(pieces: readonly Piece[]): (place: number) => number {
  const starts: { readonly old: number; readonly now: number }[] = []
  let [old, now] = [0, 0]
  for (const { length, written } of pieces) {
    starts.push({ old, now })
    old += length
    now += written.length
  }
  return (place) => {
    if (place >= old) return now
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]!.old <= place) low = middle
      else high = middle - 1
    }
    const start = starts[low]!
    return start.now + Math.min(place - start.old, pieces[low]!.written.length)
  }
}

/** In UTF-16 units of a text to code points. */
export function inCodePoints(text: string, marks: readonly InlineMark[]): readonly InlineMark[] {
  const wanted = [...new Set(marks.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b)
  const counts = new Map<number, number>()
  let [unit, count, next] = [0, 0, 0]
  for (const character of text) {
    while (next < wanted.length && wanted[next]! <= unit) counts.set(wanted[next++]!, count)
    unit += character.length
    count++
  }
  const place = (at: number) => counts.get(at) ?? count
  return marks.map((mark) => ({ ...mark, from: place(mark.from), to: place(mark.to) }))
}

/** Sound marks of whatever was found: in order, none over another of its kind, those that are the same in one piece in one. */
export function soundMarks(found: readonly InlineMark[]): readonly InlineMark[] {
  const kept: InlineMark[] = []
  const last = new Map<MarkKind, number>()
  for (const mark of found.filter(({ from, to }) => from < to).toSorted(compareMarks)) {
    const before = last.get(mark.kind)
    const other = before === undefined ? undefined : kept[before]
    if (other && before !== undefined && mark.from <= other.to && !isOneUnit(mark.kind)) kept[before] = { ...other, to: Math.max(other.to, mark.to) }
    else if (!other || mark.from >= other.to) last.set(mark.kind, kept.push(mark) - 1)
  }
  return kept.toSorted(compareMarks)
}

/** Whether a mark only gives a face to a whole line: titles and crossheads have their own. */
export function isFaceOf({ kind, from, to }: InlineMark, text: string): boolean {
  return (kind === 'strong' || kind === 'kai') && from === 0 && to === lengthOf(text)
}

/**
 * The marks that a title's text has of the lines that it was made from: joined by spaces, some without the label that
 * named them.
 */
export function titleMarksOf(title: string, lines: readonly { readonly text: string; readonly marks?: readonly InlineMark[] }[]): readonly InlineMark[] {
  return soundMarks(
    lines.flatMap(({ text, marks = [] }) => {
      if (marks.length === 0) return []
      const cut = title.includes(text) ? 0 : Math.max(0, text.search(/[:：]/u) + 1)
      const words = text.slice(cut).trim()
      const at = words === '' ? -1 : title.indexOf(words)
      if (at < 0) return []
      const shift = lengthOf(title.slice(0, at)) - lengthOf(text.slice(0, text.indexOf(words, cut)))
      const most = lengthOf(title)
      return marks.filter((mark) => !isFaceOf(mark, text)).map((mark) => ({ ...mark, from: Math.max(0, mark.from + shift), to: Math.min(most, mark.to + shift) }))
    }),
  )
}

/** Code points. */
function lengthOf(text: string): number {
  return Array.from(text).length
}

const NAMES: Readonly<Record<MarkKind, string>> = { strong: '加粗', kai: '楷体', emphasis: '着重号', name: '专名号', title: '书名号', frame: '加框', ruby: '注音' }

/** A sentence for the editor; null where there are none. */
export function markNote(marks: readonly InlineMark[]): string | null {
  if (marks.length === 0) return null
  const kinds = (Object.keys(NAMES) as MarkKind[]).map((kind) => [NAMES[kind], marks.filter((mark) => mark.kind === kind).length] as const)
  return `照原稿保留字词上的标记，共${marks.length}处：${kinds.filter(([, count]) => count > 0).map(([name, count]) => `${name}${count}处`).join('、')}。`
}
