/**
 * Half-width marks of a folded source (NFKC: `，` became `,`) back to full width, by TYPESETTING §9.1: a mark becomes
 * full-width when a Chinese character or mark stands on either side. Numbers, times, ratios and Latin phrases keep
 * theirs by that very rule, for inside them no neighbour is Chinese; URLs and addresses are kept apart. A paragraph
 * without a Han character is not Chinese text and stays as it is.
 */
import { HAN, isChinese } from './characters.ts'
import { placesAfter } from './source-marks.ts'

export type MendedKind = 'comma' | 'colon' | 'semicolon' | 'exclamation' | 'question' | 'bracket' | 'tilde' | 'quote' | 'ellipsis' | 'dash'

export type MendedCounts = Partial<Record<MendedKind, number>>

export interface Mended {
  readonly text: string
  readonly counts: MendedCounts
  /** Where a UTF-16 unit of the source stands now. */
  at(unit: number): number
}

const FULL_WIDTH: Readonly<Record<string, readonly [string, MendedKind]>> = {
  ',': ['，', 'comma'],
  ':': ['：', 'colon'],
  ';': ['；', 'semicolon'],
  '!': ['！', 'exclamation'],
  '?': ['？', 'question'],
  '(': ['（', 'bracket'],
  ')': ['）', 'bracket'],
  '~': ['～', 'tilde'],
  '--': ['——', 'dash'],
  '...': ['……', 'ellipsis'],
  '....': ['……', 'ellipsis'],
  '.....': ['……', 'ellipsis'],
  '......': ['……', 'ellipsis'],
}
/** Units of mending: runs of dots and hyphens stay together, everything else is one code point. */
const UNIT = /\.+|-+|[^]/gu

const ADDRESS = /(?:[a-z][a-z0-9+.-]{1,15}:\/\/|www\.)[\x21-\x7e]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+/giu
/** Marks at an address's end belong to the sentence around it. */
const AFTER_ADDRESS = /[,.:;!?)~'"]+$/u
const HALF_WIDTH = /[,:;!?()~"'.-]/u
const LATIN_LETTER = /\p{Script=Latin}/u
const WORD = /[\p{Script=Latin}\p{Number}]/u
const OPENING = /[“‘]/u
const CLOSING = /[”’]/u

export function mendPunctuation(text: string): Mended {
  if (!HALF_WIDTH.test(text) || !HAN.test(text)) return { text, counts: {}, at: (unit) => unit }
  const counts: MendedCounts = {}
  const count = (kind: MendedKind) => {
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  const units = unitsOf(text)
  const lengths = units.map((unit) => unit.text.length)
  mendUnits(units, count)
  let places: ReturnType<typeof placesAfter> | null = null
  const at = (unit: number) => (places ??= placesAfter(units.map(({ text: written }, index) => ({ length: lengths[index]!, written }))))(unit)
  return { text: units.map((unit) => unit.text).join(''), counts, at }
}

export function addCounts(a: MendedCounts, b: MendedCounts): MendedCounts {
  const sum: MendedCounts = { ...a }
  for (const [kind, marks] of Object.entries(b) as [MendedKind, number][]) sum[kind] = (sum[kind] ?? 0) + marks
  return sum
}

interface Unit {
  text: string
  /** A URL or an e-mail address: kept as it is. */
  readonly kept: boolean
}

function unitsOf(text: string): Unit[] {
  const units: Unit[] = []
  let done = 0
  const takeUpTo = (end: number) => {
    for (const [unit] of text.slice(done, end).matchAll(UNIT)) units.push({ text: unit, kept: false })
  }
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(AFTER_ADDRESS, '')
    takeUpTo(match.index)
    units.push({ text: address, kept: true })
    done = match.index + address.length
  }
  takeUpTo(text.length)
  return units
}

/** A pair of brackets or straight quotes: both turn or neither does. */
interface Pair {
  readonly open: number
  readonly close: number
  readonly quotes: readonly [string, string] | null
}

/** A mark that has turned is a Chinese neighbour for the next one, so the work goes on from each that turns. */
function mendUnits(units: readonly Unit[], count: (kind: MendedKind) => void): void {
  const pairs = new Map<number, Pair>()
  for (const pair of [...bracketPairs(units), ...quotePairs(units)]) pairs.set(pair.open, pair).set(pair.close, pair)
  const waiting: number[] = []

  const turn = (index: number, to: string, kind: MendedKind) => {
    units[index]!.text = to
    count(kind)
    waiting.push(index - 1, index + 1)
  }
  const consider = (index: number) => {
    const unit = units[index]
    if (!unit || unit.kept) return
    const pair = pairs.get(index)
    const form = FULL_WIDTH[unit.text]
    if (pair?.quotes) {
      if (isChinese(units[pair.open]!.text) || !turnsQuotes(units, pair)) return
      turn(pair.open, pair.quotes[0], 'quote')
      turn(pair.close, pair.quotes[1], 'quote')
    } else if (form && besideChinese(units, index)) {
      turn(index, ...form)
      const other = pair && (pair.open === index ? pair.close : pair.open)
      if (other !== undefined && Object.hasOwn(FULL_WIDTH, units[other]!.text)) turn(other, ...FULL_WIDTH[units[other]!.text]!)
    }
  }

  for (let index = 0; index < units.length; index++) {
    consider(index)
    while (waiting.length > 0) consider(waiting.pop()!)
  }
}

function besideChinese(units: readonly Unit[], index: number): boolean {
  const [before, after] = [units[index - 1]?.text, units[index + 1]?.text]
  if (units[index]!.text.startsWith('.')) return isChinese(before)
  if (!isChinese(before) && !isChinese(after)) return false
  // “Hello, world!”: the quote beside it is the phrase's own, so the mark is the phrase's too.
  const phraseEnd = before !== undefined && LATIN_LETTER.test(before) && after !== undefined && CLOSING.test(after)
  const phraseStart = after !== undefined && LATIN_LETTER.test(after) && before !== undefined && OPENING.test(before)
  return !phraseEnd && !phraseStart
}

function turnsQuotes(units: readonly Unit[], { open, close }: Pair): boolean {
  if (isChinese(units[open - 1]?.text) || isChinese(units[close + 1]?.text)) return true
  for (let index = open + 1; index < close; index++) if (HAN.test(units[index]!.text)) return true
  return false
}

function bracketPairs(units: readonly Unit[]): readonly Pair[] {
  const pairs: Pair[] = []
  const open: number[] = []
  units.forEach((unit, index) => {
    if (unit.text === '(') open.push(index)
    const opening = unit.text === ')' ? open.pop() : undefined
    if (opening !== undefined) pairs.push({ open: opening, close: index, quotes: null })
  })
  return pairs
}

/**
 * Straight quotes are paired in order within the paragraph. With one left over nobody can tell which are openings, so
 * all stay. An apostrophe inside or after a word is no quote.
 */
function quotePairs(units: readonly Unit[]): readonly Pair[] {
  const pairs: Pair[] = []
  for (const [straight, ...quotes] of [['"', '“', '”'], ["'", '‘', '’']] as const) {
    const places: number[] = []
    units.forEach((unit, index) => {
      if (unit.text !== straight || (straight === "'" && isApostrophe(units, index, places.length % 2 === 1))) return
      places.push(index)
    })
    if (places.length % 2 === 1) continue
    for (let at = 0; at < places.length; at += 2) pairs.push({ open: places[at]!, close: places[at + 1]!, quotes })
  }
  return pairs
}

function isApostrophe(units: readonly Unit[], index: number, quoteOpen: boolean): boolean {
  if (!WORD.test(units[index - 1]?.text ?? '')) return false
  return !quoteOpen || LATIN_LETTER.test(units[index + 1]?.text ?? '')
}
