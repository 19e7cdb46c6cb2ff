/**
 * 核红: what changed on a page since a frame that was proofed or signed. Characters by comparing the passages' texts, lines
 * by where their characters stood before; everything else is, character by character, as it was (逐字未动).
 */
import { diffArrays } from 'diff'
import type { Rect } from '../../document/grid.ts'
import { leaves, type FrameItem, type PageFrame } from '../frame.ts'
import { pathCorners } from '../path.ts'
import { hull, passagesOf, type Passage, type PassageLine } from './passages.ts'

export type ProofMark =
  /** New characters on one line. */
  | { readonly kind: 'inserted'; readonly rect: Rect }
  /** Characters gone from before this cell's left edge, or, of a line's end, from behind it; upper edge for vertical lines. */
  | { readonly kind: 'deleted'; readonly cell: Rect; readonly behind: boolean }
  /** A line with the same characters and breaks, at another place. */
  | { readonly kind: 'moved'; readonly rect: Rect }
  /** A line with the same characters that begins or ends elsewhere in them. */
  | { readonly kind: 'rebroken'; readonly rect: Rect }
  /** The same line in other type, colour or spacing. */
  | { readonly kind: 'restyled'; readonly rect: Rect }
  /** A picture, rule, tint or shape that is new, gone or elsewhere. */
  | { readonly kind: 'drawn'; readonly rect: Rect }

export interface ProofChanges {
  readonly marks: readonly ProofMark[]
  /** Places where characters changed. */
  readonly places: number
  readonly inserted: number
  readonly deleted: number
  readonly movedLines: number
  readonly rebrokenLines: number
  readonly restyledLines: number
  readonly drawn: number
  /** Characters on lines that stand as they stood. */
  readonly untouched: number
}

/** Beyond so many edits two texts have nothing to do with each other. */
const MOST_EDITS = 2000

export function proofChanges(before: PageFrame, after: PageFrame): ProofChanges {
  const counts = { places: 0, inserted: 0, deleted: 0, untouched: 0 }
  const marks: ProofMark[] = []
  for (const [was, is] of pairs(passagesOf(before), passagesOf(after))) {
    const compared = comparePassages(was, is)
    marks.push(...compared.marks)
    counts.places += compared.places
    counts.inserted += compared.inserted
    counts.deleted += compared.deleted
    counts.untouched += compared.untouched
  }
  const drawn = drawnChanges(before, after, marks)
  const count = (kind: ProofMark['kind']) => marks.filter((mark) => mark.kind === kind).length
  return { ...counts, marks: [...marks, ...drawn], movedLines: count('moved'), rebrokenLines: count('rebroken'), restyledLines: count('restyled'), drawn: drawn.length }
}

type Pair = readonly [before: Passage | null, after: Passage | null]

/**
 * Passages of a record that have the same text belong together, whatever was put in or taken out between them; of those
 * between, one for one in their order. Titles keep to their part.
 */
function pairs(before: readonly Passage[], after: readonly Passage[]): readonly Pair[] {
  const kinds = new Set([...before, ...after].map(kindOf))
  return [...kinds].flatMap((kind) => pairsInOrder(before.filter((one) => kindOf(one) === kind), after.filter((one) => kindOf(one) === kind)))
}

const kindOf = ({ record, part }: Passage): string => `${record} ${part}`

function pairsInOrder(before: readonly Passage[], after: readonly Passage[]): readonly Pair[] {
  const text = ({ characters }: Passage) => characters.join('')
  const found: Pair[] = []
  const [gone, come]: [Passage[], Passage[]] = [[], []]
  let [was, is] = [0, 0]
  const settle = () => {
    for (let index = 0; index < Math.max(gone.length, come.length); index++) found.push([gone[index] ?? null, come[index] ?? null])
    gone.length = come.length = 0
  }
  for (const { value, added, removed } of diffArrays(before.map(text), after.map(text))) {
    if (removed) gone.push(...before.slice(was, (was += value.length)))
    else if (added) come.push(...after.slice(is, (is += value.length)))
    else {
      settle()
      for (const _ of value) found.push([before[was++]!, after[is++]!])
    }
  }
  settle()
  return found
}

interface Compared {
  readonly marks: readonly ProofMark[]
  readonly places: number
  readonly inserted: number
  readonly deleted: number
  readonly untouched: number
}

function comparePassages(before: Passage | null, after: Passage | null): Compared {
  if (!after) return { marks: [], places: 1, inserted: 0, deleted: before?.characters.length ?? 0, untouched: 0 }
  const edits = editsBetween(before?.characters ?? [], after.characters)
  const marks: ProofMark[] = []
  let untouched = 0
  for (const line of after.lines) {
    const touched = edits.inserted.filter(({ from, to }) => from < line.to && to > line.from)
    const cuts = edits.deleted.filter(({ at }) => (at >= line.from && at < line.to) || (at === line.to && at === after.characters.length))
    marks.push(...touched.map(({ from, to }): ProofMark => ({ kind: 'inserted', rect: hull(line.cells.slice(Math.max(from, line.from) - line.from, Math.min(to, line.to) - line.from)) })))
    marks.push(...cuts.map(({ at }): ProofMark => ({ kind: 'deleted', cell: line.cells[Math.min(at, line.to - 1) - line.from]!, behind: at === line.to })))
    const kind = before ? fateOf(line, before, edits.before) : null
    if (kind) marks.push({ kind, rect: line.rect })
    if (!kind && touched.length === 0 && cuts.length === 0) untouched += line.to - line.from
  }
  const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0)
  const replaced = edits.deleted.filter(({ at }) => edits.inserted.some(({ from }) => from === at)).length
  return {
    marks,
    places: edits.inserted.length + edits.deleted.length - replaced,
    inserted: sum(edits.inserted.map(({ from, to }) => to - from)),
    deleted: sum(edits.deleted.map(({ count }) => count)),
    untouched,
  }
}

/** What became of the line: null where it is as it was, but for the characters that are marked in it. */
function fateOf(line: PassageLine, before: Passage, placeBefore: readonly number[]): 'moved' | 'rebroken' | 'restyled' | null {
  const kept = placeBefore.slice(line.from, line.to).filter((place) => place >= 0)
  if (kept.length === 0) return null
  const was = before.lines.find(({ from, to }) => kept[0]! >= from && kept[0]! < to)!
  const isOfIt = (place: number) => place >= was.from && place < was.to
  const elsewhere = placeBefore.some((place, index) => isOfIt(place) && (index < line.from || index >= line.to))
  if (elsewhere || !kept.every(isOfIt)) return 'rebroken'
  const hasSameWords = kept.length === line.to - line.from && kept.length === was.to - was.from
  if (hasSameWords && line.type !== was.type) return 'restyled'
  if (line.x !== was.x || line.y !== was.y) return 'moved'
  return hasSameWords && line.look !== was.look ? 'restyled' : null
}

interface Edits {
  readonly inserted: readonly { readonly from: number; readonly to: number }[]
  readonly deleted: readonly { readonly at: number; readonly count: number }[]
  /** For each character where it stood before; −1 for new ones. */
  readonly before: readonly number[]
}

function editsBetween(was: readonly string[], is: readonly string[]): Edits {
  const inserted: { from: number; to: number }[] = []
  const deleted: { at: number; count: number }[] = []
  const before: number[] = []
  let place = 0
  const steps = diffArrays([...was], [...is], { maxEditLength: MOST_EDITS }) ?? [
    { value: was, removed: true, added: false },
    { value: is, removed: false, added: true },
  ]
  for (const { value, added, removed } of steps) {
    if (removed) {
      deleted.push({ at: before.length, count: value.length })
      place += value.length
    } else if (added) {
      inserted.push({ from: before.length, to: before.length + value.length })
      for (const _ of value) before.push(-1)
    } else for (const _ of value) before.push(place++)
  }
  return { inserted, deleted, before }
}

/** Marks on words and rules go with their lines: what lies on a line that is marked already is not told again. */
function drawnChanges(before: PageFrame, after: PageFrame, marks: readonly ProofMark[]): readonly ProofMark[] {
  const told = marks.map((mark) => (mark.kind === 'deleted' ? mark.cell : mark.rect))
  const [was, is] = [drawnItems(before), drawnItems(after)]
  const changed = [...missing(is, was), ...missing(was, is)].map(extent)
  const seen = new Set<string>()
  return changed.flatMap((rect): readonly ProofMark[] => {
    const key = JSON.stringify(rect)
    if (seen.has(key) || told.some((line) => touches(line, rect))) return []
    seen.add(key)
    return [{ kind: 'drawn', rect }]
  })
}

type Drawn = Exclude<FrameItem, { readonly kind: 'group' | 'glyphs' }>

function drawnItems(frame: PageFrame): ReadonlyMap<string, Drawn> {
  const items = [...leaves(frame.items)].filter((item) => item.kind !== 'glyphs')
  return new Map(items.map((item) => [JSON.stringify(item), item]))
}

function missing(these: ReadonlyMap<string, Drawn>, those: ReadonlyMap<string, Drawn>): readonly Drawn[] {
  return [...these].filter(([key]) => !those.has(key)).map(([, item]) => item)
}

function extent(item: Drawn): Rect {
  if (item.kind === 'rule') {
    const [x, y] = [Math.min(item.x1, item.x2), Math.min(item.y1, item.y2)]
    return { x, y, width: Math.abs(item.x2 - item.x1), height: Math.abs(item.y2 - item.y1) }
  }
  if (item.kind !== 'path') return { x: item.x, y: item.y, width: item.width, height: item.height }
  const [left, top, right, bottom] = pathCorners(item.path)
  return { x: item.x + left, y: item.y + top, width: right - left, height: bottom - top }
}

/** Marks of words stand beside their line, nearer than half its height. */
function touches(line: Rect, rect: Rect): boolean {
  const near = line.height / 2
  return rect.x < line.x + line.width + near && rect.x + rect.width > line.x - near && rect.y < line.y + line.height + near && rect.y + rect.height > line.y - near
}
