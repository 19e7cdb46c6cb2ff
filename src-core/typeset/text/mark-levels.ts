/**
 * How far from the text each kind of mark stands, TYPESETTING §8: frames nearest, then lines, then ruby and dots, each
 * beyond what it shares words with. Dots and ruby become smaller where the line gap leaves them little room; no mark
 * opens a line.
 */
import type { InlineMark, MarkKind } from '../../document/inline-marks.ts'
import type { ParagraphStyle } from './paragraph.ts'

/** Sides of a line: over and under a horizontal one, right and left of a vertical one. */
export type MarkSide = 'over' | 'under'

/** Points from the em box to the near edge of the mark, and the mark's own height. */
export interface MarkLevel {
  readonly distance: number
  readonly height: number
}

export interface MarkLevels {
  readonly frame: MarkLevel
  readonly name: MarkLevel
  readonly title: MarkLevel
  readonly emphasis: MarkLevel
  readonly ruby: MarkLevel
  /** Strokes of frames and lines. Points. */
  readonly stroke: number
  /** Marks for which the line gap is too small: they come nearer to the next line than they should. */
  readonly tooTall: readonly InlineMark[]
}

/** White between text and mark, between marks, and to the next line. Em. */
const CLEAR = 0.03
const STROKE = 0.045
/** The thinnest rule that prints safely, TYPESETTING §10.4. Points. */
const LEAST_STROKE = 0.3
/** Of a wave's axis. */
export const WAVE_AMPLITUDE = 0.045
const LEAST_DOT = 0.15
const LEAST_RUBY = 0.35
/** What ruby takes of its own em over and under its baseline: tone marks over ascenders, descenders. */
const RUBY_ASCENT = 0.75
export const RUBY_DESCENT = 0.2
/** Between neighbouring rubies, in em of their own. */
export const RUBY_GAP = 0.25

const FROM_THE_TEXT_ON = ['frame', 'name', 'title', 'ruby', 'emphasis'] as const

export function sideOf(kind: MarkKind, vertical: boolean): MarkSide {
  return kind === 'ruby' || (kind === 'emphasis' && vertical) ? 'over' : 'under'
}

/** Size of the ruby of a paragraph in points. */
export function rubySize(levels: MarkLevels): number {
  return levels.ruby.height / (RUBY_ASCENT + RUBY_DESCENT)
}

export function strokeWidth(size: number): number {
  return Math.max(STROKE * size, LEAST_STROKE)
}

export function markLevels({ marks, size, writing }: Pick<ParagraphStyle, 'marks' | 'size' | 'writing'>): MarkLevels {
  const { ranges = [], room = { over: 0, under: 0 }, dotEm = 0, rubyEm = 0 } = marks ?? {}
  const clear = CLEAR * size
  const stroke = strokeWidth(size)
  const levels: Partial<Record<MarkKind, MarkLevel>> = {}
  const tooTall: InlineMark[] = []
  FROM_THE_TEXT_ON.forEach((kind, index) => {
    const own = ranges.filter((mark) => mark.kind === kind)
    const side = sideOf(kind, writing === 'vertical')
    // A frame closes in on its cells from all sides alike; the white is the characters' own.
    const white = kind === 'frame' ? 0 : clear
    let distance = white
    for (const nearer of FROM_THE_TEXT_ON.slice(0, index)) {
      const sameSide = nearer === 'frame' || sideOf(nearer, writing === 'vertical') === side
      if (sameSide && shareWords(own, ranges.filter((mark) => mark.kind === nearer))) distance = Math.max(distance, levels[nearer]!.distance + levels[nearer]!.height + clear)
    }
    const free = room[side] - distance - white
    const least = { frame: stroke, name: stroke, title: 2 * WAVE_AMPLITUDE * size + stroke, ruby: LEAST_RUBY * (RUBY_ASCENT + RUBY_DESCENT) * size, emphasis: LEAST_DOT * size }[kind]
    const wanted = { frame: least, name: least, title: least, ruby: rubyEm * (RUBY_ASCENT + RUBY_DESCENT) * size, emphasis: dotEm * size }[kind]
    levels[kind] = { distance, height: Math.max(least, Math.min(wanted, free)) }
    if (free < least) tooTall.push(...own)
  })
  return { ...(levels as Record<(typeof FROM_THE_TEXT_ON)[number], MarkLevel>), stroke, tooTall }
}

/** Marks of two kinds, each in order and none over another of its kind. */
function shareWords(some: readonly InlineMark[], others: readonly InlineMark[]): boolean {
  let [at, other] = [0, 0]
  while (at < some.length && other < others.length) {
    const [a, b] = [some[at]!, others[other]!]
    if (a.from < b.to && b.from < a.to) return true
    if (a.to <= b.to) at++
    else other++
  }
  return false
}
