/** A page's text as it stands there: the passages of its articles, line by line, from the frames' source ranges. */
import type { RecordId } from '../../document/records.ts'
import type { Rect } from '../../document/grid.ts'
import { ASCENT_EM, cellStarts } from '../em-box.ts'
import { leaves, roundLength, type GlyphRun, type PageFrame, type Source } from '../frame.ts'

/** What one part of a record shows on the page, such as a paragraph or a headline. */
export interface Passage {
  readonly record: RecordId
  readonly part: Source['part']
  /** Code points, as they are read. */
  readonly characters: readonly string[]
  readonly lines: readonly PassageLine[]
}

export interface PassageLine {
  /** Characters of the passage, `to` exclusive. */
  readonly from: number
  readonly to: number
  /** Where its first run stands, in points on the page. */
  readonly x: number
  readonly y: number
  /** Faces, sizes, colours and glyphs with their distances: alike for lines that look alike wherever they stand. */
  readonly look: string
  /** The same without the distances: alike for lines that differ in spacing alone. */
  readonly type: string
  readonly rect: Rect
  /** The cell of each character; ligatures and figures side by side share theirs. */
  readonly cells: readonly Rect[]
}

/** A run that stands further from the end of the one before belongs to another line: the next leg, the next cell of a table. */
const SAME_LINE_EM = 2
/** Western letters are about so wide; where a line ends in one, nothing stands behind it to measure by. */
const WESTERN_EM = 0.5
const FIRST_HAN = 0x2e80

/** In painting order. Ruby and what is set again elsewhere say nothing of their own. */
export function passagesOf(frame: PageFrame): readonly Passage[] {
  const runs = new Map<string, { readonly source: Source; readonly runs: GlyphRun[] }>()
  for (const item of leaves(frame.items)) {
    if (item.kind !== 'glyphs' || !item.source || item.aside || item.text === '') continue
    const { record, part, block } = item.source
    const key = `${record} ${part} ${block ?? ''}`
    const known = runs.get(key)
    if (known) known.runs.push(item)
    else runs.set(key, { source: item.source, runs: [item] })
  }
  return [...runs.values()].map((found) => passage(found.source, found.runs))
}

function passage({ record, part }: Source, runs: readonly GlyphRun[]): Passage {
  const characters: string[] = []
  const lines: PassageLine[] = []
  for (const line of linesOf(runs)) {
    const from = characters.length
    const cells = line.flatMap(cellsOf)
    characters.push(...line.flatMap((run) => [...run.text]))
    lines.push({ from, to: characters.length, x: line[0]!.x, y: line[0]!.y, look: lookOf(line), type: typeOf(line), rect: hull(cells), cells })
  }
  return { record, part, characters, lines }
}

function linesOf(runs: readonly GlyphRun[]): readonly (readonly GlyphRun[])[] {
  const lines: GlyphRun[][] = []
  for (const run of runs) {
    const line = lines.at(-1)
    if (line && isSameLine(line.at(-1)!, run)) line.push(run)
    else lines.push([run])
  }
  return lines
}

/** A Western face of a composite may stand a little off the line's baseline. */
function isSameLine(before: GlyphRun, run: GlyphRun): boolean {
  if (before.vertical !== run.vertical) return false
  const last = hull(cellsOf(before))
  const next = hull(cellsOf(run))
  const size = Math.max(before.size, run.size)
  const [across, along] = run.vertical ? [run.x - before.x, next.y - (last.y + last.height)] : [run.y - before.y, next.x - (last.x + last.width)]
  return Math.abs(across) < size / 2 && along > -size && along < SAME_LINE_EM * size
}

function cellsOf(run: GlyphRun): readonly Rect[] {
  const { x, y, size, ys, vertical } = run
  const starts = cellStarts(run)
  const characters = [...run.text]
  const advance = (character: string) => size * (character.codePointAt(0)! < FIRST_HAN ? WESTERN_EM : 1) * (run.scaleX ?? 1)
  return characters.map((character, index) => {
    const glyph = Math.max(0, run.clusters.findLastIndex((first) => first <= index))
    const start = starts[glyph] ?? (vertical ? y : x)
    if (vertical) return { x: x - size / 2, y: start, width: size, height: size }
    const next = starts[glyph + 1]
    return { x: start, y: y + (ys?.[glyph] ?? 0) - ASCENT_EM * size, width: next === undefined ? advance(character) : next - start, height: size }
  })
}

function lookOf(line: readonly GlyphRun[]): string {
  const first = line[0]!
  const place = ({ x, y, xs, ys }: GlyphRun) => [roundLength(x - first.x), roundLength(y - first.y), xs, ys]
  return JSON.stringify(line.map((run) => [typeOfRun(run), place(run)]))
}

function typeOf(line: readonly GlyphRun[]): string {
  return JSON.stringify(line.map(typeOfRun))
}

function typeOfRun({ face, size, color, spot, glyphs, scaleX, rotate }: GlyphRun) {
  return [face, size, color, spot, glyphs, scaleX, rotate]
}

export function hull(rects: readonly Rect[]): Rect {
  const left = Math.min(...rects.map((rect) => rect.x))
  const top = Math.min(...rects.map((rect) => rect.y))
  return {
    x: left,
    y: top,
    width: Math.max(...rects.map((rect) => rect.x + rect.width)) - left,
    height: Math.max(...rects.map((rect) => rect.y + rect.height)) - top,
  }
}
