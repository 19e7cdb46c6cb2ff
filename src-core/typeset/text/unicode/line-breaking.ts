/**
 * The Unicode line breaking algorithm, UAX #14 of Unicode 17, on classes that the caller may have tailored.
 */
import { EAST_ASIAN, LB, LB_MASK } from './layout.ts'

/**
 * A boundary before a character: no break, a break allowed, a break that must be; one that the house avoids if it can; one
 * at which a hyphen shows; one that is none as long as no line is torn apart for want of it.
 */
export const BREAK = { No: 0, Allowed: 1, Mandatory: 2, Discouraged: 3, Hyphen: 4, Reserved: 5 } as const

/** A line may end there. */
export function isBreak(value: number): boolean {
  return value !== BREAK.No && value !== BREAK.Reserved
}

const EOT = -1

/**
 * Break before each character, from line break properties (class and {@link EAST_ASIAN}) one a character. The answer
 * has one entry more than the input; the first is never a break (LB2), the last, the end of text, is left 0 for the
 * caller to read as he likes (LB3).
 */
export function lineBreaks(properties: Uint8Array): Uint8Array {
  const breaks = new Uint8Array(properties.length + 1)
  const text = new Items(properties)
  for (let item = 1; item < text.count; item++) breaks[text.start[item]!] = boundary(text, item)
  return breaks
}

/** Characters joined with the combining marks that follow them (LB9), marks without a base as letters (LB10). */
class Items {
  readonly class: Uint8Array
  readonly wide: Uint8Array
  readonly start: Uint32Array
  /** The item ends in a zero width joiner (LB8a). */
  readonly joined: Uint8Array
  /** The item ends a run NU (SY | IS)* (LB25). */
  readonly number: Uint8Array
  /** Regional indicators in an unbroken run up to and with this item, modulo 2 (LB30a). */
  readonly odd: Uint8Array
  count = 0

  constructor(properties: Uint8Array) {
    const length = properties.length
    // One piece of memory for all: making and collecting many small ones costs more than filling them.
    const memory = new ArrayBuffer((4 + 5) * length)
    const bytesAt = (index: number) => new Uint8Array(memory, (4 + index) * length, length)
    this.start = new Uint32Array(memory, 0, length)
    this.class = bytesAt(0)
    this.wide = bytesAt(1)
    this.joined = bytesAt(2)
    this.number = bytesAt(3)
    this.odd = bytesAt(4)
    for (let at = 0; at < length; at++) this.add(properties[at]!, at)
  }

  private add(property: number, at: number): void {
    let type = property & LB_MASK
    let wide = property & EAST_ASIAN
    if (type === LB.ID) {
      const item = this.count++
      this.class[item] = type
      this.wide[item] = wide ? 1 : 0
      this.start[item] = at
      return
    }
    const last = this.count - 1
    if (type === LB.CM || type === LB.ZWJ) {
      if (last >= 0 && !refusesMarks(this.class[last]!)) {
        this.joined[last] = type === LB.ZWJ ? 1 : 0
        return
      }
      this.joined[this.count] = type === LB.ZWJ ? 1 : 0
      type = LB.AL
      wide = 0
    }
    const item = this.count++
    this.class[item] = type
    this.wide[item] = wide ? 1 : 0
    this.start[item] = at
    if (type === LB.NU) this.number[item] = 1
    else if ((type === LB.SY || type === LB.IS) && last >= 0) this.number[item] = this.number[last]!
    if (type === LB.RI) this.odd[item] = last >= 0 && this.class[last] === LB.RI ? 1 - this.odd[last]! : 1
  }

  at(item: number): number {
    return item >= 0 && item < this.count ? this.class[item]! : EOT
  }

  isWide(item: number): boolean {
    return item >= 0 && item < this.count && this.wide[item] === 1
  }
}

function boundary(text: Items, item: number): number {
  const before = text.class[item - 1]!
  const after = text.class[item]!
  // Most boundaries of a Chinese page, decided at once: nothing but LB31 speaks on two ideographs.
  if (before === LB.ID && after === LB.ID) return text.joined[item - 1] ? BREAK.No : BREAK.Allowed
  if (before === LB.BK || before === LB.LF || before === LB.NL) return BREAK.Mandatory // LB4, LB5
  if (before === LB.CR) return after === LB.LF ? BREAK.No : BREAK.Mandatory // LB5
  return allowed(text, item, before, after) ? BREAK.Allowed : BREAK.No
}

function allowed(text: Items, item: number, before: number, after: number): boolean {
  if (isHard(after) || after === LB.SP || after === LB.ZW) return false // LB6, LB7
  // `base` is the last item that is not a space: what rules with SP* look at.
  let base = item - 1
  while (base >= 0 && text.class[base] === LB.SP) base--
  const past = text.at(base)
  if (past === LB.ZW) return true // LB8
  if (text.joined[item - 1]) return false // LB8a
  if (after === LB.WJ || before === LB.WJ || before === LB.GL) return false // LB11, LB12
  if (after === LB.GL && before !== LB.SP && before !== LB.BA && before !== LB.HY && before !== LB.HH) return false // LB12a
  if (after === LB.CL || after === LB.CP || after === LB.EX || after === LB.SY) return false // LB13
  if (past === LB.OP) return false // LB14
  if (past === LB.QUi && opensQuotation(text.at(base - 1))) return false // LB15a
  if (after === LB.QUf && closesQuotation(text.at(item + 1))) return false // LB15b
  if (after === LB.IS) return before === LB.SP && text.at(item + 1) === LB.NU // LB15c, LB15d
  if ((past === LB.CL || past === LB.CP) && after === LB.NS) return false // LB16
  if (past === LB.B2 && after === LB.B2) return false // LB17
  if (before === LB.SP) return true // LB18
  if (isQuote(after) || isQuote(before)) {
    if (gluedQuote(text, item, before, after)) return false // LB19, LB19a
  }
  if (after === LB.CB || before === LB.CB) return true // LB20
  if (isHyphen(before) && isLetter(after) && startsWord(text.at(item - 2))) return false // LB20a
  if (after === LB.BA || isHyphen(after) || after === LB.NS || before === LB.BB) return false // LB21
  if (isHyphen(before) && text.at(item - 2) === LB.HL && after !== LB.HL) return false // LB21a
  if (before === LB.SY && after === LB.HL) return false // LB21b
  if (after === LB.IN) return false // LB22
  if (isLetter(before) && (after === LB.NU || isAffix(after) || isLetter(after))) return false // LB23, LB24, LB28
  if (isLetter(after) && (before === LB.NU || isAffix(before) || before === LB.IS)) return false // LB23, LB24, LB29
  if (before === LB.PR && isIdeograph(after)) return false // LB23a
  if (isIdeograph(before) && after === LB.PO) return false // LB23a
  if (joinsNumber(text, item, before, after)) return false // LB25
  if (joinsSyllable(before, after)) return false // LB26, LB27
  if (joinsAksara(text, item, before, after)) return false // LB28a
  if (after === LB.OP && !text.isWide(item) && (isLetter(before) || before === LB.NU)) return false // LB30
  if (before === LB.CP && !text.isWide(item - 1) && (isLetter(after) || after === LB.NU)) return false // LB30
  if (before === LB.RI && after === LB.RI) return text.odd[item - 1] === 0 // LB30a
  if (after === LB.EM && (before === LB.EB || before === LB.IDx || before === LB.ALx)) return false // LB30b
  return true // LB31
}

/** LB19 and LB19a: a quotation mark is free only towards East Asian characters on both of its sides. */
function gluedQuote(text: Items, item: number, before: number, after: number): boolean {
  if (after === LB.QU || after === LB.QUf || before === LB.QU || before === LB.QUi) return true
  if (isQuote(after) && (!text.isWide(item - 1) || !text.isWide(item + 1))) return true
  return isQuote(before) && (!text.isWide(item) || !text.isWide(item - 2))
}

function joinsNumber(text: Items, item: number, before: number, after: number): boolean {
  if (isAffix(after)) {
    if (text.number[item - 1]) return true
    return (before === LB.CL || before === LB.CP) && item >= 2 && text.number[item - 2] === 1
  }
  if (after === LB.NU) return text.number[item - 1] === 1 || isAffix(before) || before === LB.HY || before === LB.IS
  if (after !== LB.OP || !isAffix(before)) return false
  const next = text.at(item + 1)
  return next === LB.NU || (next === LB.IS && text.at(item + 2) === LB.NU)
}

function joinsSyllable(before: number, after: number): boolean {
  if (before === LB.JL) return after === LB.JL || after === LB.JV || after === LB.H2 || after === LB.H3 || after === LB.PO
  if (before === LB.JV || before === LB.H2) return after === LB.JV || after === LB.JT || after === LB.PO
  if (before === LB.JT || before === LB.H3) return after === LB.JT || after === LB.PO
  return before === LB.PR && after >= LB.JL && after <= LB.H3
}

function joinsAksara(text: Items, item: number, before: number, after: number): boolean {
  const base = after === LB.AK || after === LB.DC
  if (before === LB.AP) return base || after === LB.AS
  if (before === LB.VI) return base && isAksara(text.at(item - 2))
  if (!isAksara(before)) return false
  return after === LB.VF || after === LB.VI || (isAksara(after) && text.at(item + 1) === LB.VF)
}

function isAksara(type: number): boolean {
  return type === LB.AK || type === LB.AS || type === LB.DC
}

function refusesMarks(type: number): boolean {
  return isHard(type) || type === LB.SP || type === LB.ZW
}

function isHard(type: number): boolean {
  return type === LB.BK || type === LB.CR || type === LB.LF || type === LB.NL
}

function isLetter(type: number): boolean {
  return type === LB.AL || type === LB.HL || type === LB.DC || type === LB.ALx
}

function isIdeograph(type: number): boolean {
  return type === LB.ID || type === LB.EB || type === LB.EM || type === LB.IDx
}

function isAffix(type: number): boolean {
  return type === LB.PR || type === LB.PO
}

function isHyphen(type: number): boolean {
  return type === LB.HY || type === LB.HH
}

function isQuote(type: number): boolean {
  return type === LB.QU || type === LB.QUi || type === LB.QUf
}

function startsWord(type: number): boolean {
  return type === EOT || isHard(type) || type === LB.SP || type === LB.ZW || type === LB.CB || type === LB.GL
}

function opensQuotation(type: number): boolean {
  return type === EOT || isHard(type) || type === LB.OP || isQuote(type) || type === LB.GL || type === LB.SP || type === LB.ZW
}

function closesQuotation(type: number): boolean {
  return (
    type === EOT || isHard(type) || isQuote(type) || type === LB.SP || type === LB.GL || type === LB.WJ || type === LB.CL ||
    type === LB.CP || type === LB.EX || type === LB.IS || type === LB.SY || type === LB.ZW
  )
}
