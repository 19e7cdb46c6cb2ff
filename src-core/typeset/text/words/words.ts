/**
 * Chinese words in a text without spaces, by a list of words and their counts: the most likely way to cut it, as jieba
 * does. The list stays one string and is read where a text asks for it, so that what breaks no headline pays nothing;
 * and it is the program's own, so that every host has the same answer.
 */
import { LOG_TOTAL, STEPS_A_NAT, WORDS } from './word-list.ts'

const LONGEST = 5
const LETTER_A = 65

/** Rest of a word after its first character → natural logarithm of its share of all words. */
type Bucket = ReadonlyMap<string, number>

const buckets = new Map<string, Bucket>()

/** What stands alone and is not in the list. */
const UNKNOWN = -LOG_TOTAL

/** For each character 1 where a word begins. */
export function wordStarts(characters: readonly string[]): Uint8Array {
  const count = characters.length
  const best = new Float64Array(count + 1)
  const next = new Uint32Array(count + 1)
  for (let at = count - 1; at >= 0; at--) {
    const bucket = bucketOf(characters[at]!)
    best[at] = (bucket.get('') ?? UNKNOWN) + best[at + 1]!
    next[at] = at + 1
    let rest = ''
    for (let end = at + 2; end <= Math.min(count, at + LONGEST); end++) {
      rest += characters[end - 1]!
      const share = bucket.get(rest)
      if (share === undefined || share + best[end]! <= best[at]!) continue
      best[at] = share + best[end]!
      next[at] = end
    }
  }
  const starts = new Uint8Array(count)
  for (let at = 0; at < count; at = next[at]!) starts[at] = 1
  return starts
}

function bucketOf(first: string): Bucket {
  let bucket = buckets.get(first)
  if (!bucket) buckets.set(first, (bucket = readBucket(lineOf(first))))
  return bucket
}

/** The list's lines stand by rising first characters. */
function lineOf(first: string): string {
  let low = 0
  let high = WORDS.length
  while (low < high) {
    const middle = (low + high) >> 1
    const from = WORDS.lastIndexOf('\n', middle - 1) + 1
    const end = endOfLine(from)
    const found = WORDS.charAt(from)
    if (found === first) return WORDS.slice(from, end)
    if (found < first) low = end + 1
    else high = from
  }
  return ''
}

function endOfLine(from: number): number {
  const end = WORDS.indexOf('\n', from)
  return end < 0 ? WORDS.length : end
}

function readBucket(line: string): Bucket {
  const bucket = new Map<string, number>()
  let from = 1
  for (let at = 1; at < line.length; at++) {
    const letter = line.charCodeAt(at)
    if (letter >= 0x80) continue
    bucket.set(line.slice(from, at), (letter - LETTER_A) / STEPS_A_NAT - LOG_TOTAL)
    from = at + 1
  }
  return bucket
}
