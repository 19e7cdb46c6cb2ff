/**
 * Web and mail addresses, TYPESETTING §2.3: they break after / ? & = # ; , and before . _ % ~ @, nowhere else, never
 * within ://, and never with a hyphen added.
 */
import { BREAK } from './unicode/line-breaking.ts'

const AFTER = new Set([...'/?&=#;,'].map(codePointOf))
const BEFORE = new Set([...'._%~@'].map(codePointOf))
/** What ends a sentence rather than an address. */
const TRAILING = new Set([...'.,;:!?)\'"'].map(codePointOf))

const SLASH = codePointOf('/')
const COLON = codePointOf(':')
const AT = codePointOf('@')
const DOT = codePointOf('.')
const HYPHEN = codePointOf('-')
const NINE = codePointOf('9')
const W = codePointOf('w')

export function breakAddresses(codePoints: Uint32Array, breaks: Uint8Array): void {
  for (let from = 0; from < codePoints.length; from++) {
    if (!isGraphic(codePoints[from]!)) continue
    let to = from
    while (to < codePoints.length && isGraphic(codePoints[to]!)) to++
    const next = to
    while (to > from && TRAILING.has(codePoints[to - 1]!)) to--
    if (isAddress(codePoints, from, to)) breakInside(codePoints, breaks, from, to)
    from = next
  }
}

function breakInside(codePoints: Uint32Array, breaks: Uint8Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at++) {
    const before = codePoints[at - 1]!
    const after = codePoints[at]!
    const inScheme = after === SLASH && (before === COLON || before === SLASH)
    breaks[at] = !inScheme && (AFTER.has(before) || BEFORE.has(after)) ? BREAK.Allowed : BREAK.No
  }
}

/** scheme://…, www.…, host.name/… or name@host. */
function isAddress(codePoints: Uint32Array, from: number, to: number): boolean {
  if (codePoints[from] === W && codePoints[from + 1] === W && codePoints[from + 2] === W && codePoints[from + 3] === DOT && to > from + 4) return true
  let inHost = true
  for (let at = from + 1; at + 1 < to; at++) {
    if (codePoints[at] === COLON && codePoints[at + 1] === SLASH && codePoints[at + 2] === SLASH && at + 3 < to) return true
    if (codePoints[at] === SLASH && inHost) {
      if (isHost(codePoints, from, at)) return true
      inHost = false
    }
    if (codePoints[at] === AT && isAlphanumeric(codePoints[at - 1]!) && isAlphanumeric(codePoints[at + 1]!)) return true
  }
  return false
}

/** Letters, figures and hyphens parted by points, the last of them letters: docs.example.org, not 3.5 or TCP. */
function isHost(codePoints: Uint32Array, from: number, to: number): boolean {
  let points = 0
  let digits = 0
  for (let at = from; at < to; at++) {
    const codePoint = codePoints[at]!
    if (codePoint === DOT && at > from && isAlphanumeric(codePoints[at - 1]!)) points++
    else if (codePoint !== HYPHEN && !isAlphanumeric(codePoint)) return false
    digits = codePoint === DOT ? 0 : digits + (codePoint <= NINE ? 1 : 0)
  }
  return points > 0 && digits === 0 && isAlphanumeric(codePoints[to - 1]!)
}

/** Visible ASCII: an address in Chinese text ends where anything else begins. */
function isGraphic(codePoint: number): boolean {
  return codePoint > 0x20 && codePoint < 0x7f
}

function isAlphanumeric(codePoint: number): boolean {
  return (codePoint >= 0x30 && codePoint <= 0x39) || (codePoint >= 0x41 && codePoint <= 0x5a) || (codePoint >= 0x61 && codePoint <= 0x7a)
}

function codePointOf(character: string): number {
  return character.codePointAt(0)!
}
