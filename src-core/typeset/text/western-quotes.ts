/**
 * Curly quotes are Chinese marks by default. A house may keep those Western that hold nothing but Western text
 * (TYPESETTING §1): they are then narrow, of the Western face, and no brackets of §3.
 */
import { isApostrophe } from './break-opportunities.ts'
import { KIND, kindOf } from './classes.ts'
import { EAST_ASIAN } from './unicode/layout.ts'
import { lineBreakProperty } from './unicode/properties.ts'

const OPENING_SINGLE = 0x2018
const CLOSING_SINGLE = 0x2019
const OPENING_DOUBLE = 0x201c
const CLOSING_DOUBLE = 0x201d

/** 1 at every quotation mark that is Western; null where there is none. */
export function westernQuotes(codePoints: Uint32Array): Uint8Array | null {
  let found: Uint8Array | null = null
  const singles: number[] = []
  const doubles: number[] = []
  let lastChinese = -1
  let lastWestern = -1
  for (let at = 0; at < codePoints.length; at++) {
    const codePoint = codePoints[at]!
    if (codePoint === OPENING_SINGLE) singles.push(at)
    else if (codePoint === OPENING_DOUBLE) doubles.push(at)
    else if (isClosing(codePoint) && !isApostrophe(codePoints, at)) {
      const from = codePoint === CLOSING_SINGLE ? close(singles, doubles) : close(doubles, singles)
      if (from === undefined || lastChinese > from || lastWestern < from) continue
      found ??= new Uint8Array(codePoints.length)
      found[from] = found[at] = 1
    } else if (lineBreakProperty(codePoint) & EAST_ASIAN) lastChinese = at
    else if (kindOf(codePoint) === KIND.Western) lastWestern = at
  }
  return found
}

function isClosing(codePoint: number): boolean {
  return codePoint === CLOSING_SINGLE || codePoint === CLOSING_DOUBLE
}

/** Takes the innermost open quote of a kind; those of the other kind that were opened inside it were never closed. */
function close(open: number[], others: number[]): number | undefined {
  const from = open.pop()
  if (from !== undefined) while ((others.at(-1) ?? -1) > from) others.pop()
  return from
}
