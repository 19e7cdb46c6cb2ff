/**
 * Units of TYPESETTING §2.3 beyond what UAX #14 keeps together of itself: what no level of the house breaks, and where a
 * break is legal but bad.
 */
import { KIND, kindOf } from './classes.ts'
import { BREAK } from './unicode/line-breaking.ts'
import { breakAddresses } from './addresses.ts'
import { followsRole } from './roles.ts'

export function joinUnits(codePoints: Uint32Array, breaks: Uint8Array): void {
  for (let at = 1; at < codePoints.length; at++) {
    if (breaks[at] !== BREAK.Allowed || (isIdeograph(codePoints[at - 1]!) && isIdeograph(codePoints[at]!))) continue
    if (isInUnit(codePoints, at)) breaks[at] = BREAK.No
    else if (splitsQuantity(codePoints[at - 1]!, codePoints[at]!)) breaks[at] = BREAK.Discouraged
  }
  joinNames(codePoints, breaks)
  breakAddresses(codePoints, breaks)
}

/** Longest name that is kept whole, in Han. */
const LONGEST_NAME = 4

/** （记者 张三 李四五）: two to four Han after a role, or after such a name, are a name, up to a space or a byline's end. */
function joinNames(codePoints: Uint32Array, breaks: Uint8Array): void {
  let named = -1
  for (let at = 1; at < codePoints.length; at++) {
    if (!isSpace(codePoints[at]!) || (at !== named && !followsRole(codePoints, at))) continue
    let end = at + 1
    while (end < codePoints.length && end <= at + 1 + LONGEST_NAME && kindOf(codePoints[end]!) === KIND.Han) end++
    if (end - at - 1 > LONGEST_NAME || !endsName(codePoints[end])) continue
    for (let inside = at + 2; inside < end; inside++) if (breaks[inside] !== BREAK.No) breaks[inside] = BREAK.Reserved
    named = end
  }
}

function endsName(codePoint: number | undefined): boolean {
  return codePoint === undefined || codePoint === CLOSING_PARENTHESIS || isSpace(codePoint)
}

const CLOSING_PARENTHESIS = 0xff09

function isSpace(codePoint: number): boolean {
  return codePoint === 0x20 || codePoint === 0x3000
}

function isInUnit(codePoints: Uint32Array, at: number): boolean {
  const before = codePoints[at - 1]!
  const after = codePoints[at]!
  if (isSuperscript(after)) return true
  if (isDigit(after)) {
    // 1 000 with a quarter, sixth or thin space, COVID‐19 with the hyphen U+2010.
    if (before === 0x2005 || before === 0x2006 || before === 0x2009) return isDigit(codePoints[at - 2] ?? 0)
    if (before === 0x2010) return kindOf(codePoints[at - 2] ?? 0) === KIND.Western
  }
  if (isEllipsis(after) && before === EM_DASH) return true
  if (kindOf(after) === KIND.Connector && isRange(codePoints, at)) return true
  if (before === FULL_WIDTH_POINT && isAnyDigit(after)) return isAnyDigit(codePoints[at - 2] ?? 0)
  if (after === FULL_WIDTH_POINT && isAnyDigit(before)) return isAnyDigit(codePoints[at + 1] ?? 0)
  if (isFullWidthDigit(before)) return isFullWidthDigit(after) || kindOf(after) === KIND.Suffix
  if (before === 0x3000) return isSpreadName(codePoints, at)
  return isDigit(before) ? kindOf(after) === KIND.Suffix : isDigit(after) && kindOf(before) === KIND.Prefix
}

/** 1901年—1936年, 3～5: the connector at `at` joins two figures, of which the first may have its unit. */
function isRange(codePoints: Uint32Array, at: number): boolean {
  const before = codePoints[at - 1]!
  if (!isDigit(codePoints[at + 1] ?? 0)) return false
  const unit = kindOf(before)
  return isDigit(before) || ((unit === KIND.Han || unit === KIND.Suffix) && isDigit(codePoints[at - 2] ?? 0))
}

function isEllipsis(codePoint: number): boolean {
  return codePoint === 0x2026 || codePoint === 0x22ef
}

/** ——…… is one unit, as xeCJK has it; a line may end between …… and ——. */
const EM_DASH = 0x2014
const FULL_WIDTH_POINT = 0xff0e

/**
 * 张□三, □ for U+3000: a name of two characters, set as wide as three. 张□三□李□四 are two names; 甲□乙□丙 is none.
 */
function isSpreadName(codePoints: Uint32Array, at: number): boolean {
  const before = singles(codePoints, at - 2, -1)
  const after = singles(codePoints, at, 1)
  return before % 2 === 1 && after % 2 === 1
}

/** How many ideographs stand alone, one after the other with U+3000 between them, from an index on in a direction. */
function singles(codePoints: Uint32Array, from: number, direction: 1 | -1): number {
  const isHan = (index: number): boolean => kindOf(codePoints[index] ?? 0) === KIND.Han
  let count = 0
  for (let at = from; count < MOST_SINGLES && isHan(at) && codePoints[at]! >= IDEOGRAPHS && !isHan(at - 1) && !isHan(at + 1); at += 2 * direction) {
    count++
    if (codePoints[at + direction] !== 0x3000) break
  }
  return count
}

/** No more names than that stand in a row; even, so that what does is none. */
const MOST_SINGLES = 16
/** After kana and bopomofo. */
const IDEOGRAPHS = 0x3400

/** 20|项, 第|18: legal by UAX #14, yet a reader stumbles. */
function splitsQuantity(before: number, after: number): boolean {
  return (isDigit(before) && kindOf(after) === KIND.Han) || (before === ORDINAL && isDigit(after))
}

const ORDINAL = 0x7b2c

/** Of the block that nearly all text is written in: two of them are in no unit. */
function isIdeograph(codePoint: number): boolean {
  return codePoint >= 0x4e00 && codePoint <= 0x9fff
}

function isDigit(codePoint: number): boolean {
  return codePoint >= 0x30 && codePoint <= 0x39
}

function isFullWidthDigit(codePoint: number): boolean {
  return codePoint >= 0xff10 && codePoint <= 0xff19
}

/** Old texts have full-width points between figures of either width: 56．2. */
function isAnyDigit(codePoint: number): boolean {
  return isDigit(codePoint) || isFullWidthDigit(codePoint)
}

/** A note mark and its word, a unit and its power. */
function isSuperscript(codePoint: number): boolean {
  return codePoint === 0xb2 || codePoint === 0xb3 || codePoint === 0xb9 || (codePoint >= 0x2070 && codePoint <= 0x207f)
}
