/**
 * Names of files that go to a plant, by its pattern: `{code}-{date}-{page}`. Every plant wants its own; none may lead out
 * of the folder, or give two pages of an issue one name.
 */

export const PAGE_FILE_NAME = '{date}-{page}'
export const ISSUE_FILE_NAME = '{date}'

export interface NameFacts {
  /** The paper's. */
  readonly code: string
  /** YYYY-MM-DD; written YYYYMMDD. */
  readonly date: string
  /** 版次; none of a file of all pages. */
  readonly page?: string
  readonly version: number
  /** 版名 */
  readonly section?: string
}

const FIELDS = ['code', 'date', 'page', 'version', 'section'] as const
type Field = (typeof FIELDS)[number]

/** What Windows, macOS or Linux take in no name, and what would hide a file. */
const UNFIT = /[\p{Cc}<>:"/\\|?*{}]/u
/** The longest name of most file systems is 255 bytes; Chinese takes three each, and a version and `.pdf` come behind. */
const MOST_CHARACTERS = 60

export type PatternFault = 'empty' | 'too-long' | 'unfit' | 'unknown-field' | 'no-page'

/** Null for a pattern that may be used. One for pages must name the page. */
export function patternFault(pattern: string, of: 'page' | 'issue'): PatternFault | null {
  if (pattern.trim() === '') return 'empty'
  if (pattern.length > MOST_CHARACTERS) return 'too-long'
  const fields = [...pattern.matchAll(/\{([^{}]*)\}/gu)].map((match) => match[1]!)
  const allowed: readonly string[] = of === 'page' ? FIELDS : ['code', 'date', 'version']
  if (fields.some((field) => !allowed.includes(field))) return 'unknown-field'
  const plain = pattern.replaceAll(/\{[^{}]*\}/gu, '')
  if (UNFIT.test(plain) || /^[.\s]|[.\s]$/u.test(pattern)) return 'unfit'
  return of === 'page' && !fields.includes('page') ? 'no-page' : null
}

/**
 * The name without its ending. Of a later version it ends with -v2, unless the pattern names the version itself or
 * `keepName` wants the file replaced.
 */
export function fileName(pattern: string, facts: NameFacts, keepName = false): string {
  const values: Readonly<Record<Field, string>> = {
    code: facts.code,
    date: facts.date.replaceAll('-', ''),
    page: facts.page ?? '',
    version: String(facts.version),
    section: (facts.section ?? '').replaceAll(new RegExp(UNFIT, 'gu'), '_').trim(),
  }
  const name = pattern.replaceAll(/\{([a-z]+)\}/gu, (written, field: string) => (Object.hasOwn(values, field) ? values[field as Field] : written))
  return facts.version > 1 && !keepName && !pattern.includes('{version}') ? `${name}-v${facts.version}` : name
}
