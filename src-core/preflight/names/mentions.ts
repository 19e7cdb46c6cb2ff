/** Where a text names persons, and where it has a name that is nearly one of theirs. */
import { areAlike } from './alike.ts'
import { foreignNames } from './foreign-names.ts'
import { personNames } from './person-names.ts'

export interface Mention {
  readonly name: string
  /** Empty where the person is named without a title. */
  readonly title: string
  /** Which of the texts. */
  readonly text: number
  /** UTF-16 offset. */
  readonly at: number
}

/** Names of two characters are too short to be told from other words. */
const LEAST_TO_SEEK = 3

/** In the order of the texts; `known`: names that stand elsewhere, for which these texts are searched too. */
export function mentionsIn(texts: readonly string[], known: readonly string[] = []): readonly Mention[] {
  const named = texts.flatMap((text, index) => personNames(text).map((person): Mention => ({ ...person, text: index })))
  const places = new Set(named.map(placeOf))
  const names = [...new Set([...named.map(({ name }) => name), ...known])].filter((name) => name.length >= LEAST_TO_SEEK)
  const nearly = names.flatMap((name) => texts.flatMap((text, index) => sought(text, name).map((found): Mention => ({ ...found, title: '', text: index }))))
  const added = nearly.filter((mention) => !places.has(placeOf(mention)) && places.add(placeOf(mention)))
  const foreign = texts.flatMap((text, index) => foreignNames(text).map((found): Mention => ({ ...found, title: '', text: index })))
  return [...named, ...added, ...foreign].toSorted((a, b) => a.text - b.text || a.at - b.at)
}

function placeOf({ text, at }: Mention): string {
  return `${text} ${at}`
}

/** The name itself, and what differs from it by one character that is taken for another. */
function sought(text: string, name: string): readonly { name: string; at: number }[] {
  const found: { name: string; at: number }[] = []
  for (let at = 0; at + name.length <= text.length; at++) {
    const other = differing(text, at, name)
    if (other === null) continue
    const written = text.slice(at, at + name.length)
    if (other === EQUAL || areAlike(name[other]!, written[other]!)) found.push({ name: written, at })
  }
  return found
}

const EQUAL = -1

/** The one place where the text differs; null where it differs in more. */
function differing(text: string, at: number, name: string): number | null {
  let found: number = EQUAL
  for (let index = 0; index < name.length; index++) {
    if (text[at + index] === name[index]) continue
    if (found !== EQUAL) return null
    found = index
  }
  return found
}

/** Whether one name may be the other, written wrongly. */
export function areSpellings(one: string, other: string): boolean {
  const at = one.length === other.length ? differing(one, 0, other) : null
  return at !== null && at !== EQUAL && areAlike(one[at]!, other[at]!)
}
