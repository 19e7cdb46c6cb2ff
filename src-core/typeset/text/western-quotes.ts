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

interface OpenQuote {
  readonly at: number
  readonly closing: number
  chinese: boolean
  western: boolean
}

/** 1 at every quotation mark that is Western; null where there is none. */
export function westernQuotes(codePoints: Uint32Array): Uint8Array | null {
  let found: Uint8Array | null = null
  const open: OpenQuote[] = []
  for (let at = 0; at < codePoints.length; at++) {
    const codePoint = codePoints[at]!
    if (codePoint === OPENING_SINGLE || codePoint === OPENING_DOUBLE) {
      open.push({ at, closing: codePoint + 1, chinese: false, western: false })
    } else if ((codePoint === CLOSING_SINGLE || codePoint === CLOSING_DOUBLE) && !isApostrophe(codePoints, at)) {
      const quote = closed(open, codePoint)
      if (!quote || quote.chinese || !quote.western) continue
      found ??= new Uint8Array(codePoints.length)
      found[quote.at] = found[at] = 1
    } else if (open.length > 0) {
      const chinese = (lineBreakProperty(codePoint) & EAST_ASIAN) !== 0
      const western = kindOf(codePoint) === KIND.Western
      for (const quote of open) {
        quote.chinese ||= chinese
        quote.western ||= western
      }
    }
  }
  return found
}

/** Takes the innermost open quote of a closing mark, with what was left open inside it. */
function closed(open: OpenQuote[], closing: number): OpenQuote | null {
  const index = open.findLastIndex((quote) => quote.closing === closing)
  return index < 0 ? null : open.splice(index)[0]!
}
