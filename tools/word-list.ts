/**
 * Writes src-core/typeset/text/words/word-list.ts from jieba's dictionary (MIT) as @node-rs/jieba ships it, and from the
 * words of today's news that it lacks (news-words.txt). Run it by hand when the package or the choice below changes.
 *
 * usage: node tools/word-list.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Words seen less often are mostly rare names of people and places; they would double the list. */
const LEAST_COUNT = 20
/** What a word of today's news counts, if the dictionary does not know it as often. */
const NEWS_COUNT = 500
const LONGEST = 5
/** Longer words are kept only where the shorter ones would leave a single character: 劳动 and 模范 say 劳动模范. */
const COMPOUND = 4
/** Steps of the natural logarithm of a count, from `A` up. */
const STEPS_A_NAT = 2
const COLUMNS = 440

const folder = dirname(createRequire(import.meta.url).resolve('@node-rs/jieba/package.json'))
const version = (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version

const counts = new Map<string, number>()
let total = 0
for (const line of readFileSync(join(folder, 'dict.txt'), 'utf8').split('\n')) {
  const [word = '', count = '0'] = line.split(' ')
  if (!/^[\u4e00-\u9fff]+$/u.test(word)) continue
  total += Number(count)
  if (word.length === 1 ? Number(count) > 0 : word.length <= LONGEST && Number(count) >= LEAST_COUNT) counts.set(word, Number(count))
}
for (const word of readFileSync(new URL('news-words.txt', import.meta.url), 'utf8').split(/\s+/u)) {
  if (/^[\u4e00-\u9fff]{2,5}$/u.test(word)) counts.set(word, Math.max(NEWS_COUNT, counts.get(word) ?? 0))
}

const byFirst = new Map<string, { rest: string; count: number }[]>()
for (const [word, count] of counts) {
  if (word.length >= COMPOUND && mostLikely(word).every((part) => part.length > 1)) continue
  const list = byFirst.get(word[0]!) ?? []
  if (list.length === 0) byFirst.set(word[0]!, list)
  list.push({ rest: word.slice(1), count })
}

/** A word cut into others. */
function mostLikely(word: string): readonly string[] {
  const best = Array.from({ length: word.length + 1 }, () => ({ score: 0, parts: [] as readonly string[] }))
  for (let at = word.length - 1; at >= 0; at--) {
    const cuts = Array.from({ length: word.length - at }, (_, index) => word.slice(at, at + index + 1)).filter((part) => part !== word && (part.length === 1 || counts.has(part)))
    best[at] = cuts
      .map((part) => ({ score: Math.log((counts.get(part) ?? 1) / total) + best[at + part.length]!.score, parts: [part, ...best[at + part.length]!.parts] }))
      .reduce((a, b) => (b.score > a.score ? b : a))
  }
  return best[0]!.parts
}

const lines = [...byFirst].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([first, words]) => {
  const entries = words.toSorted((a, b) => (a.rest < b.rest ? -1 : 1)).map(({ rest, count }) => rest + String.fromCharCode(65 + Math.round(STEPS_A_NAT * Math.log(count))))
  return first + entries.join('')
})

/** Pieces of a line's length, none of which ends inside an escape. */
const pieces = lines.join('\\n').match(new RegExp(`(?:\\\\n|[^\\\\]){1,${COLUMNS}}`, 'gu')) ?? []

writeFileSync(
  new URL('../src-core/typeset/text/words/word-list.ts', import.meta.url),
  `/**
 * Chinese words and how often they are seen; written by tools/word-list.ts from the dictionary of jieba (© 2013 Sun Junyi,
 * MIT) as @node-rs/jieba ${version} ships it and from tools/news-words.txt, not by hand. A line holds the words that begin
 * with its first character: the rest of each, then a letter for the logarithm of its count.
 */

/** Natural logarithm of the number of words that were counted. */
export const LOG_TOTAL = ${Math.log(total).toFixed(3)}
export const STEPS_A_NAT = ${STEPS_A_NAT}

export const WORDS =
${pieces.map((piece) => `  '${piece}'`).join(' +\n')}
`,
)
console.log(`${[...byFirst.values()].flat().length} words, ${byFirst.size} first characters`)
