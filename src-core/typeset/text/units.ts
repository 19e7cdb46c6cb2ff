/** Units that no level of the house breaks, TYPESETTING §2.3, beyond what UAX #14 keeps together of itself. */
import { KIND, kindOf } from './classes.ts'
import { BREAK } from './unicode/line-breaking.ts'

export function joinUnits(codePoints: Uint32Array, breaks: Uint8Array): void {
  for (let at = 1; at < codePoints.length; at++) {
    if (breaks[at] === BREAK.Allowed && isInUnit(codePoints, at)) breaks[at] = BREAK.No
  }
}

function isInUnit(codePoints: Uint32Array, at: number): boolean {
  const before = codePoints[at - 1]!
  const after = codePoints[at]!
  if (isSuperscript(after)) return true
  if (isDigit(after)) {
    // 1 000 with a thin space, COVID‐19 with the hyphen U+2010.
    if (before === 0x2009 && isDigit(codePoints[at - 2])) return true
    if (before === 0x2010 && kindOf(codePoints[at - 2] ?? 0) === KIND.Western) return true
  }
  if (isFullWidthDigit(before) && (isFullWidthDigit(after) || kindOf(after) === KIND.Suffix)) return true
  if (kindOf(after) === KIND.Suffix) return isDigit(before)
  return false
}

function isDigit(codePoint: number | undefined): boolean {
  return codePoint !== undefined && codePoint >= 0x30 && codePoint <= 0x39
}

function isFullWidthDigit(codePoint: number): boolean {
  return codePoint >= 0xff10 && codePoint <= 0xff19
}

/** A note mark and its word, a unit and its power. */
function isSuperscript(codePoint: number): boolean {
  return codePoint === 0xb2 || codePoint === 0xb3 || codePoint === 0xb9 || (codePoint >= 0x2070 && codePoint <= 0x207f)
}
