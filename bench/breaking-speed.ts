/**
 * `node bench/breaking-speed.ts`: characters a second, warm, on one core, at ten thousand, a hundred thousand and a million
 * characters of news in a column of 13: shaping, breaking line by line and by whole paragraphs, and both together.
 */
import { DEFAULT_HOUSE_STYLE, type LineBreaking } from '../src-core/document/style.ts'
import type { FaceSet } from '../src-core/fonts/face.ts'
import { breakParagraph } from '../src-core/typeset/text/break-lines.ts'
import { shapeParagraph } from '../src-core/typeset/text/shape.ts'
import { openFaces } from '../src-main/services/faces.ts'
import { newsParagraphs } from './news.ts'
import type { Row } from './rows.ts'
import { summarise } from './statistics.ts'

const SIZES = [10_000, 100_000, 1_000_000]
const SIZE = 9
const MEASURE = 13 * SIZE
/** Rounds are repeated until so many characters were set: a small text needs more of them to say anything. */
const CHARACTERS = 4_000_000

export interface Speed {
  readonly characters: number
  /** Milliseconds for a million characters. */
  readonly shaping: number
  readonly breaking: number
}

export function breakingSpeed(faces: FaceSet, breaking: LineBreaking, characters: number): Speed {
  const texts = textsOf(characters)
  const count = texts.reduce((sum, text) => sum + Array.from(text).length, 0)
  const style = { lang: 'zh-Hans', face: 'song', size: SIZE, indentEm: 2, justify: true, line: { ...DEFAULT_HOUSE_STYLE.line, breaking } } as const
  const shaping: number[] = []
  const broken: number[] = []
  for (let set = 0; set < CHARACTERS || shaping.length < 4; set += count) {
    let [inShaping, inBreaking] = [0, 0]
    // One paragraph after the other, none kept: what is measured is the work, not how much memory a million characters take.
    for (const text of texts) {
      const start = performance.now()
      const shaped = shapeParagraph(text, style, faces)
      const middle = performance.now()
      breakParagraph(shaped, () => MEASURE)
      inShaping += middle - start
      inBreaking += performance.now() - middle
    }
    shaping.push(inShaping / (count / 1e6))
    broken.push(inBreaking / (count / 1e6))
  }
  // The first round compiles.
  return { characters: count, shaping: summarise(shaping.slice(1)).median, breaking: summarise(broken.slice(1)).median }
}

/** A million characters a second line by line and 200,000 by whole paragraphs, shaping included, and no slower where there is more. */
export function breakingSpeedRows(faces: FaceSet): readonly Row[] {
  const total = (breaking: LineBreaking, characters: number): number => {
    const speed = breakingSpeed(faces, breaking, characters)
    return speed.shaping + speed.breaking
  }
  const [stable, optimal] = [total('stable', 100_000), total('optimal', 100_000)]
  return [
    { name: 'a million characters shaped and broken line by line, ms', ours: stable, peer: ['limit of 1 s', 1000], gate: 1, goal: 0.5 },
    { name: 'a million characters shaped and broken by paragraphs, ms', ours: optimal, peer: ['limit of 5 s', 5000], gate: 1, goal: 0.25 },
    { name: 'the same for a million at once', ours: total('stable', 1_000_000), peer: ['a hundred thousand', stable], gate: 1.5, goal: 1.1 },
  ]
}

function textsOf(characters: number): readonly string[] {
  const paragraphs = newsParagraphs()
  const texts: string[] = []
  for (let index = 0, count = 0; count < characters; index++) {
    const text = paragraphs[index % paragraphs.length]!
    texts.push(text)
    count += text.length
  }
  return texts
}

if (import.meta.main) {
  const { set } = await openFaces({ cache: null })
  console.log('| characters | mode | shaping, ms a million | breaking, ms a million | characters a second, both |\n|---|---|---|---|---|')
  for (const characters of SIZES) {
    for (const breaking of ['stable', 'optimal'] as const) {
      const { characters: count, shaping, breaking: broken } = breakingSpeed(set, breaking, characters)
      console.log(`| ${count} | ${breaking} | ${shaping.toFixed(0)} | ${broken.toFixed(0)} | ${Math.round(1e9 / (shaping + broken))} |`)
    }
  }
}
