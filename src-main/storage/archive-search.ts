/**
 * Full text search in the archive. Words of three characters and more are phrases of trigrams, which FTS5 finds by
 * itself. Shorter ones, the most of Chinese, are found by the trigrams that begin with them; each text ends with two
 * line ends, so that its last characters begin a trigram too. A short word that begins too many trigrams is common
 * enough for the texts to be read from the newest on.
 */
import type Database from 'better-sqlite3'
import type { ArchiveHit } from '../../src-core/api/methods.ts'
import { fold } from './archive-text.ts'

/** Newest first; further hits are for more words to tell apart. */
const MOST_HITS = 500
const MOST_WORDS = 16
/** More alternatives than this cost more than reading texts until there are enough hits. */
const MOST_TRIGRAMS = 2_000
const BEFORE = 16
const EXCERPT = 80

interface Found {
  readonly key: string
  readonly date: string
  readonly page: string
  readonly section: string
  readonly article: string
  readonly headline: string
  readonly text: string
  readonly folded: string
}

/** `folded` as it is stored and indexed. */
export function indexedText(text: string): string {
  return `${fold(text)}\n\n`
}

/** Articles that have all the words, newest first, at most {@link MOST_HITS}. Blanks separate words. */
export function searchArchive(database: Database.Database, input: string): readonly ArchiveHit[] {
  const words = [...new Set(fold(input).split(/\s+/u))].filter(Boolean).slice(0, MOST_WORDS)
  if (words.length === 0) return []
  const matches: string[] = []
  const common: string[] = []
  for (const word of words) {
    const match = matchOf(database, word)
    if (match === null) common.push(word)
    else if (match === '') return []
    else matches.push(match)
  }
  const ids = newestWith(database, matches, common)
  const row = database.prepare<[number], Found>('SELECT key, date, page, section, article, headline, text, folded FROM archive_articles WHERE id = ?')
  return ids.map((id) => hit(row.get(id)!, words))
}

/** Ids alone are sorted, since texts are long; reading from the newest on ends with the last id wanted. */
function newestWith(database: Database.Database, matches: readonly string[], common: readonly string[]): readonly number[] {
  const conditions = [
    ...(matches.length > 0 ? ['id IN (SELECT rowid FROM archive_words WHERE archive_words MATCH ?)'] : []),
    ...common.map(() => 'instr(folded, ?) > 0'),
  ]
  return database
    .prepare<string[], { id: number }>(`SELECT id FROM archive_articles WHERE ${conditions.join(' AND ')} ORDER BY date DESC, id LIMIT ${MOST_HITS}`)
    .all(...(matches.length > 0 ? [matches.join(' AND ')] : []), ...common)
    .map(({ id }) => id)
}

/** An FTS5 expression for the word; empty when it occurs nowhere, null when too many trigrams begin with it. */
function matchOf(database: Database.Database, word: string): string | null {
  if (Array.from(word).length >= 3) return quoted(word)
  const trigrams = database
    .prepare<[string, string], { term: string }>(`SELECT term FROM archive_trigrams WHERE term >= ? AND term < ? LIMIT ${MOST_TRIGRAMS + 1}`)
    .all(word, `${word}\u{10ffff}`)
  if (trigrams.length > MOST_TRIGRAMS) return null
  return trigrams.length === 0 ? '' : `(${trigrams.map(({ term }) => quoted(term)).join(' OR ')})`
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`
}

function hit({ text, folded, ...row }: Found, words: readonly string[]): ArchiveHit {
  return { ...row, ...excerptOf(text, folded, words) }
}

/** The first place where a word stands, with some text on both sides. Ranges are code points of the excerpt. */
function excerptOf(text: string, folded: string, words: readonly string[]): Pick<ArchiveHit, 'excerpt' | 'matches'> {
  const characters = Array.from(text)
  const ranges = rangesOf(Array.from(folded), words.map((word) => Array.from(word)))
  const start = Math.max(0, Math.min((ranges[0]?.[0] ?? 0) - BEFORE, characters.length - EXCERPT))
  const end = Math.min(characters.length, start + EXCERPT)
  const lead = start > 0 ? '…' : ''
  const shown = characters.slice(start, end).join('').replaceAll('\n', ' ')
  const shift = Array.from(lead).length - start
  return {
    excerpt: `${lead}${shown}${end < characters.length ? '…' : ''}`,
    matches: ranges.filter(([from]) => from < end).map(([from, to]) => [from + shift, Math.min(to, end) + shift] as const),
  }
}

/** All places of all words, in order; places that touch or overlap are joined. */
function rangesOf(text: readonly string[], words: readonly (readonly string[])[]): readonly (readonly [number, number])[] {
  const joined: [number, number][] = []
  for (let from = 0; from < text.length; from++) {
    for (const word of words) {
      if (!word.every((character, index) => text[from + index] === character)) continue
      const last = joined.at(-1)
      if (last && from <= last[1]) last[1] = Math.max(last[1], from + word.length)
      else joined.push([from, from + word.length])
    }
  }
  return joined
}
