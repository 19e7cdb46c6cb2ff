/**
 * Verse: stanzas of short lines one under the other, most of them ending with a mark. Prose has its lines indented or apart,
 * lists and addresses have markers, colons and figures.
 */
import type { BlockInLines } from './blocks-in-lines.ts'
import { isByline } from './byline.ts'
import { visibleLength } from './characters.ts'
import type { SourceLine } from './lines.ts'

const SHORTEST = 2
const LONGEST = 16
/** The first stanza has so many lines at least, others fewer. */
const FEWEST = 4
const FEWEST_MORE = 2
/** Between the longest and the shortest line of a stanza. */
const MOST_DIFFERENCE = 8

const END = /[，。；！？、…—～][”’」』]?$/u
const NO_VERSE = /[：:;0-9a-z“「（(【]/iu

export function verseAt(lines: readonly SourceLine[], index: number): BlockInLines | null {
  const first = stanzaAt(lines, index)
  if (first < FEWEST) return null
  const verse = lines.slice(index, index + first).map((line) => line.text)
  let size = first
  for (let more = stanzaAt(lines, index + size); more >= FEWEST_MORE; more = stanzaAt(lines, index + size)) {
    verse.push('', ...lines.slice(index + size, index + size + more).map((line) => line.text))
    size += more
  }
  const marks = lines.slice(index, index + size).some((line) => line.marks)
  return marks ? null : { size, block: { role: 'verse', lines: verse } }
}

/** Lines of the stanza that begins with a line; 0 where none does. */
function stanzaAt(lines: readonly SourceLine[], index: number): number {
  if (!lines[index] || (index > 0 && !lines[index].gap)) return 0
  let size = 0
  while (lines[index + size] && isVerse(lines[index + size]!) && (size === 0 || !lines[index + size]!.gap)) size++
  // The line after it belongs to the same piece of text.
  if (size === 0 || (lines[index + size] && !lines[index + size]!.gap)) return 0
  const own = lines.slice(index, index + size).map((line) => line.text)
  const lengths = own.map(visibleLength)
  const ended = own.filter((text) => END.test(text)).length
  return 2 * ended >= size && Math.max(...lengths) - Math.min(...lengths) <= MOST_DIFFERENCE ? size : 0
}

function isVerse({ text, indent, mark, piece }: SourceLine): boolean {
  const length = visibleLength(text)
  return mark === null && piece === undefined && indent === 0 && length >= SHORTEST && length <= LONGEST && !NO_VERSE.test(text) && !isByline(text)
}
