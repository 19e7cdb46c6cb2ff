/**
 * Hyphenation of Western words, TYPESETTING §2.3: at the points of the English patterns with two letters before and
 * three after; never in capitals, a name, an address or a compound; and at the author's own soft hyphens (U+00AD).
 */
import createHyphenator from 'hyphen'
import { KIND } from './classes.ts'
import { ENGLISH_PATTERNS } from './hyphenation-patterns.ts'
import type { ShapedParagraph } from './shaped.ts'
import { BREAK } from './unicode/line-breaking.ts'

const SHORTEST_WORD = 5
const LEAST_BEFORE = 2
const LEAST_AFTER = 3

const HYPHEN = 0x2d
const SOFT_HYPHEN = 0xad
/** Beside a word they make it part of a compound or an address. */
const JOINERS = new Set([...'-/_@~=&%#+\\\'’'].map((character) => character.codePointAt(0)!))
/** End a sentence or join a word to the next, by what follows them. */
const POINTS = new Set([...'.:,;?'].map((character) => character.codePointAt(0)!))

type Words = Pick<ShapedParagraph, 'codePoints' | 'from' | 'kind' | 'count' | 'breaks'>

/** Marks the breaks at which a line ends in a hyphen: the author's, and with `words` those of the patterns. */
export function hyphenate(shaped: Words, words: boolean): void {
  const { kind, count } = shaped
  for (let cluster = 0; cluster < count; cluster++) {
    if (kind[cluster] === KIND.Invisible) markSoftHyphen(shaped, cluster)
    if (!words || kind[cluster] !== KIND.Western) continue
    const first = cluster
    while (cluster + 1 < count && kind[cluster + 1] === KIND.Western) cluster++
    markWord(shaped, first, cluster + 1)
  }
}

/** Width of the hyphen, in points, with which a line that ends before `cluster` ends. */
export function hyphenWidth(shaped: Pick<ShapedParagraph, 'breaks' | 'run' | 'runs'>, cluster: number, last: number): number {
  if (shaped.breaks[cluster] !== BREAK.Hyphen) return 0
  const { face, size } = shaped.runs[shaped.run[last]!]!
  return (face.advance(face.glyph(HYPHEN)) / face.unitsPerEm) * size
}

/** The glyph that it is shown by, in the face of the letters before it. */
export function hyphenGlyph({ run, runs }: Pick<ShapedParagraph, 'run' | 'runs'>, last: number): number {
  return runs[run[last]!]!.face.glyph(HYPHEN)
}

function markSoftHyphen({ codePoints, from, kind, breaks, count }: Words, cluster: number): void {
  if (codePoints[from[cluster]!] !== SOFT_HYPHEN || cluster === 0 || kind[cluster - 1] !== KIND.Western) return
  if (cluster + 1 < count && breaks[cluster + 1] !== BREAK.No) breaks[cluster + 1] = BREAK.Hyphen
}

function markWord(shaped: Words, first: number, end: number): void {
  if (end - first < SHORTEST_WORD || !isWordEdge(shaped, first - 1, -1) || !isWordEdge(shaped, end, 1)) return
  let word = ''
  for (let cluster = first; cluster < end; cluster++) {
    const codePoint = shaped.codePoints[shaped.from[cluster]!]!
    const isLetter = codePoint >= 0x61 && codePoint <= 0x7a && shaped.from[cluster + 1] === shaped.from[cluster]! + 1
    if (!isLetter) return
    word += String.fromCharCode(codePoint)
  }
  for (const point of pointsOf(word)) {
    if (shaped.breaks[first + point] === BREAK.No) shaped.breaks[first + point] = BREAK.Hyphen
  }
}

/** What stands at `cluster` leaves the word beside it a word of its own; `step` leads away from the word. */
function isWordEdge({ codePoints, from, kind, count }: Words, cluster: number, step: -1 | 1): boolean {
  if (cluster < 0 || cluster >= count) return true
  const codePoint = codePoints[from[cluster]!]!
  if (codePoint === SOFT_HYPHEN || JOINERS.has(codePoint)) return false
  const beyond = kind[cluster + step]
  return !POINTS.has(codePoint) || (beyond !== KIND.Western && beyond !== KIND.Solidus)
}

let hyphenator: ((word: string) => string) | null = null

/** Letters before each hyphenation point of a word in small letters. */
function pointsOf(word: string): readonly number[] {
  hyphenator ??= createHyphenator(JSON.parse(ENGLISH_PATTERNS), { html: false, hyphenChar: '-' })
  const points: number[] = []
  const parts = hyphenator(word).split('-')
  let at = 0
  for (const part of parts.slice(0, -1)) {
    at += part.length
    if (at >= LEAST_BEFORE && word.length - at >= LEAST_AFTER) points.push(at)
  }
  return points
}
