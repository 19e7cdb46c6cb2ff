/**
 * Where a line may end, TYPESETTING §2: UAX #14 with the classes tailored by the house's level, then the units that no
 * level breaks. The CSS levels tailor as CSS Text 4 §5.3 says and add no house rule.
 */
import type { LineBreakLevel } from '../../document/style.ts'
import { KIND, kindOf } from './classes.ts'
import { AMBIGUOUS, EAST_ASIAN, LB, LB_MASK } from './unicode/layout.ts'
import { BREAK, lineBreaks } from './unicode/line-breaking.ts'
import { lineBreakProperty } from './unicode/properties.ts'
import { joinUnits } from './units.ts'

/**
 * {@link BREAK} before each code point, with one entry more for the end of text, which is 0. `western` is 1 at quotation
 * marks that stay Western.
 */
export function breakOpportunities(codePoints: Uint32Array, level: LineBreakLevel, western: Uint8Array | null = null): Uint8Array {
  const properties = propertiesOf(codePoints, level === 'css-loose' || level === 'css-normal' ? LB.ID : LB.NS)
  if (isCss(level)) {
    tailorForCss(codePoints, properties, level)
    return lineBreaks(properties)
  }
  tailorForHouse(codePoints, properties, level, western)
  const breaks = lineBreaks(properties)
  if (level === 'none') freeCells(properties, breaks)
  if (level === 'gb' || level === 'strict') glueSolidus(codePoints, breaks)
  joinUnits(codePoints, breaks)
  return breaks
}

/** Small kana (CJ) begin a line at the CSS levels loose and normal only (LB1, CSS Text 4 §5.3). */
function propertiesOf(codePoints: Uint32Array, smallKana: number): Uint8Array {
  const properties = new Uint8Array(codePoints.length)
  for (let at = 0; at < codePoints.length; at++) {
    const property = lineBreakProperty(codePoints[at]!)
    properties[at] = (property & LB_MASK) === LB.CJ ? smallKana | EAST_ASIAN : property
  }
  return properties
}

export function isCss(level: LineBreakLevel): level is 'css-loose' | 'css-normal' | 'css-strict' {
  return level === 'css-loose' || level === 'css-normal' || level === 'css-strict'
}

/** Centred marks and iteration marks that `line-break: loose` lets begin a line in Chinese. */
const LOOSE = new Set([...'々〻ゝゞヽヾ・：；･‼⁇⁈⁉！？'].map((character) => character.codePointAt(0)!))

function tailorForCss(codePoints: Uint32Array, properties: Uint8Array, level: 'css-loose' | 'css-normal' | 'css-strict'): void {
  if (level === 'css-strict') return
  for (let at = 0; at < codePoints.length; at++) {
    const codePoint = codePoints[at]!
    const property = properties[at]!
    const waveDash = codePoint === 0x301c || codePoint === 0x30a0
    if (waveDash || (level === 'css-loose' && isLoose(codePoint, property, properties[at - 1] ?? 0))) {
      properties[at] = LB.ID | EAST_ASIAN
    }
  }
}

function isLoose(codePoint: number, property: number, before: number): boolean {
  const type = property & LB_MASK
  if (type === LB.IN || LOOSE.has(codePoint)) return true
  if (codePoint === 0x2010 || codePoint === 0x2013) return (before & LB_MASK) === LB.ID
  return (type === LB.PO || type === LB.PR) && (property & (EAST_ASIAN | AMBIGUOUS)) !== 0
}

function tailorForHouse(codePoints: Uint32Array, properties: Uint8Array, level: LineBreakLevel, western: Uint8Array | null): void {
  const strict = level === 'strict'
  for (let at = 0; at < codePoints.length; at++) {
    const codePoint = codePoints[at]!
    switch (kindOf(codePoint)) {
      case KIND.Han:
        break
      case KIND.Opening:
        properties[at] = western?.[at] ? LB.OP : LB.OP | EAST_ASIAN
        break
      case KIND.Closing:
        if (western?.[at]) properties[at] = LB.CP
        else if (!isApostrophe(codePoints, at)) properties[at] = LB.CL | EAST_ASIAN
        break
      case KIND.Dot:
        if (!betweenWestern(codePoints, at)) properties[at] = LB.NS | EAST_ASIAN
        break
      case KIND.Pair:
        properties[at] = LB.NS | EAST_ASIAN
        break
      case KIND.Long:
        at = tailorLong(codePoints, properties, at, strict)
        break
      case KIND.Connector:
        if (codePoint === 0x2014 && codePoints[at + 1] === 0x2014) at = tailorLong(codePoints, properties, at, strict)
        else if (codePoint !== 0x2d) properties[at] = LB.NS | EAST_ASIAN
        break
      case KIND.Solidus:
        if (codePoint === 0xff0f) properties[at] = LB.NS | EAST_ASIAN
        break
      default:
        // The full-width hyphen, and the kana repeat marks that UAX #14 leaves free.
        if (codePoint === 0xff0d || (codePoint >= 0x3031 && codePoint <= 0x3034)) properties[at] = LB.NS | EAST_ASIAN
    }
  }
}

/** Makes one ideograph of a dash or an ellipsis; at level strict it may not begin a line. */
function tailorLong(codePoints: Uint32Array, properties: Uint8Array, at: number, strict: boolean): number {
  properties[at] = (strict ? LB.NS : LB.ID) | EAST_ASIAN
  if (!isPair(codePoints, at)) return at
  properties[at + 1] = LB.CM
  return at + 1
}

/** The two code points at `at` are one mark of two em. */
export function isPair(codePoints: Uint32Array, at: number): boolean {
  const codePoint = codePoints[at]
  return codePoint === codePoints[at + 1] && (codePoint === 0x2014 || codePoint === 0x2026 || codePoint === 0x22ef)
}

/** ’ between two Western letters or digits: don’t, 1’000. */
export function isApostrophe(codePoints: Uint32Array, at: number): boolean {
  return codePoints[at] === 0x2019 && betweenWestern(codePoints, at)
}

export function betweenWestern(codePoints: Uint32Array, at: number): boolean {
  return (
    at > 0 && at + 1 < codePoints.length && kindOf(codePoints[at - 1]!) === KIND.Western && kindOf(codePoints[at + 1]!) === KIND.Western
  )
}

/** Level none: a line may end on either side of every Chinese cell. */
function freeCells(properties: Uint8Array, breaks: Uint8Array): void {
  for (let at = 1; at < properties.length; at++) {
    if (breaks[at] !== BREAK.No) continue
    const before = properties[at - 1]! & LB_MASK
    const after = properties[at]! & LB_MASK
    if (after === LB.CM || after === LB.ZWJ || before === LB.ZWJ || isGlue(before) || isGlue(after) || isSpace(after)) continue
    if ((properties[at - 1]! | properties[at]!) & EAST_ASIAN) breaks[at] = BREAK.Allowed
  }
}

function isGlue(type: number): boolean {
  return type === LB.GL || type === LB.WJ
}

function isSpace(type: number): boolean {
  return type === LB.SP || type === LB.ZW || type === LB.BK || type === LB.CR || type === LB.LF || type === LB.NL
}

/** 分隔号 glued on both sides, GB/T 15834 by CLREQ. */
function glueSolidus(codePoints: Uint32Array, breaks: Uint8Array): void {
  for (let at = 0; at + 1 < codePoints.length; at++) {
    if (kindOf(codePoints[at]!) === KIND.Solidus && breaks[at + 1] === BREAK.Allowed) breaks[at + 1] = BREAK.No
  }
}
