/**
 * Western text in vertical lines, TYPESETTING §7 (CLREQ §3.2.3): words are turned; short figures stand side by side in one
 * cell (纵中横); single letters, acronyms and years stand upright, letter under letter. What the author marked comes first.
 */
import { isApostrophe } from './break-opportunities.ts'
import { KIND, kindOf } from './classes.ts'
import type { ParagraphStyle } from './paragraph.ts'
import { EAST_ASIAN, VO } from './unicode/layout.ts'
import { lineBreakProperty, orientationProperty } from './unicode/properties.ts'

/** What becomes of a code point of Western text. */
export const WESTERN = {
  /** As its orientation property says: turned, for letters and figures. */
  Plain: 0,
  /** Upright in a cell of its own. */
  Upright: 1,
  /** First of a group in one cell, and the others. */
  Combined: 2,
  Joined: 3,
  /** A curly quotation mark round turned text, turned with it. */
  TurnedQuote: 4,
} as const

/** One of {@link WESTERN} for each code point of a vertical paragraph. */
export function westernInVertical(codePoints: Uint32Array, { tcy = [], line }: Pick<ParagraphStyle, 'tcy' | 'line'>): Uint8Array {
  const plan = new Uint8Array(codePoints.length)
  for (const [from, to] of tcy) combine(plan, from, Math.min(to, codePoints.length))
  if (line.verticalWestern !== 'turned') standUpright(codePoints, plan)
  turnQuotes(codePoints, plan)
  return plan
}

function combine(plan: Uint8Array, from: number, to: number): void {
  if (from >= to) return
  plan.fill(WESTERN.Joined, from, to)
  plan[from] = WESTERN.Combined
}

/** Phrases longer than any that stands upright, % included. */
const LONGEST = 7
/** 15, 365, 3.0, A+, 2B, B2; a per cent sign stands in the next cell. */
const COMBINED = /^(?:[0-9]{2,3}|[0-9]\.[0-9]|[A-Z][0-9+]|[0-9][A-Z])(?=%?$)/
/** 5, 2024, A, WTO, G20. */
const SPELLED = /^(?:[0-9]|[0-9]{4}|[A-Za-z]|(?=[0-9]*[A-Z])[A-Z0-9]{2,6})(?=%?$)/

function standUpright(codePoints: Uint32Array, plan: Uint8Array): void {
  for (let from = 0; from < codePoints.length; ) {
    if (!isPhrase(codePoints, from)) {
      from++
      continue
    }
    const to = phraseEnd(codePoints, from)
    if (to - from <= LONGEST && plan.subarray(from, to).every((mark) => mark === WESTERN.Plain)) {
      const phrase = String.fromCodePoint(...codePoints.subarray(from, to))
      const combined = COMBINED.exec(phrase)?.[0]
      if (combined || SPELLED.test(phrase)) plan.fill(WESTERN.Upright, from, to)
      if (combined) combine(plan, from, from + combined.length)
    }
    from = to
  }
}

/** Printable ASCII and the letters and figures of other scripts. */
function isPhrase(codePoints: Uint32Array, at: number): boolean {
  const codePoint = codePoints[at]!
  return (codePoint > 0x20 && codePoint < 0x7f) || kindOf(codePoint) === KIND.Western || isApostrophe(codePoints, at)
}

/** Words with spaces between them are one phrase. */
function phraseEnd(codePoints: Uint32Array, from: number): number {
  let end = from
  for (let at = from; at < codePoints.length; at++) {
    if (isPhrase(codePoints, at)) end = at + 1
    else if (kindOf(codePoints[at]!) !== KIND.Space) break
  }
  return end
}

const QUOTES: readonly (readonly [number, number])[] = [[0x201c, 0x201d], [0x2018, 0x2019]]

/** Curly quotation marks stay as they are round Western text that is turned, and turn with it [C]. */
function turnQuotes(codePoints: Uint32Array, plan: Uint8Array): void {
  for (const [opening, closing] of QUOTES) {
    let open = -1
    for (let at = 0; at < codePoints.length; at++) {
      if (codePoints[at] === opening) open = at
      if (codePoints[at] !== closing || open < 0 || isApostrophe(codePoints, at)) continue
      if (isTurned(codePoints, plan, open + 1, at)) plan[open] = plan[at] = WESTERN.TurnedQuote
      open = -1
    }
  }
}

/** Western letters, all of them turned, and nothing of Chinese. */
function isTurned(codePoints: Uint32Array, plan: Uint8Array, from: number, to: number): boolean {
  let letters = 0
  for (let at = from; at < to; at++) {
    const codePoint = codePoints[at]!
    if (plan[at] !== WESTERN.Plain && plan[at] !== WESTERN.TurnedQuote) return false
    if (lineBreakProperty(codePoint) & EAST_ASIAN || orientationProperty(codePoint) === VO.U) return false
    if (kindOf(codePoint) === KIND.Western) letters++
  }
  return letters > 0
}
