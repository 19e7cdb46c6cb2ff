/** Words of a byline that a name follows, TYPESETTING §9.1 and §9.2. */
const ROLES = ['记者', '通讯员'].map((role) => [...role].map((character) => character.codePointAt(0)!))

/** A role ends just before the code point at `at`. */
export function followsRole(codePoints: Uint32Array, at: number): boolean {
  return ROLES.some((role) => role.every((codePoint, index) => codePoints[at - role.length + index] === codePoint))
}
