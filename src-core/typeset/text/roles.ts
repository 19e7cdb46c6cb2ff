/** Words that a typed space of one em follows: roles of a byline, and datelines (TYPESETTING §9.1, §9.2). */
const ROLES = ['记者', '通讯员'].map((role) => [...role].map((character) => character.codePointAt(0)!))

/** A role ends just before the code point at `at`. */
export function followsRole(codePoints: Uint32Array, at: number): boolean {
  return ROLES.some((role) => role.every((codePoint, index) => codePoints[at - role.length + index] === codePoint))
}

const DATELINE_ENDS = codePointsOf('讯电')
/** 本报讯, 新华社北京3月5日电, 专电. */
const BEFORE_END = codePointsOf('报刊网社台日专')

const LONGEST_DATELINE = 30

/** A dateline ends just before the code point at `at`, near the paragraph's start. */
export function followsDateline(codePoints: Uint32Array, at: number): boolean {
  return at >= 3 && at <= LONGEST_DATELINE && DATELINE_ENDS.has(codePoints[at - 1]!) && BEFORE_END.has(codePoints[at - 2]!)
}

function codePointsOf(text: string): ReadonlySet<number> {
  return new Set(Array.from(text, (character) => character.codePointAt(0)!))
}
