/**
 * Writes src-core/preflight/names/readings.ts: how the characters of GB 2312 are read, from pinyin-pro (MIT). Run it by hand
 * when the package or the choice below changes.
 *
 * usage: node tools/readings.ts
 */
import { writeFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'

const COLUMNS = 440

/** The Han of GB 2312: rows 16 to 87. */
function characters(): readonly string[] {
  const decoder = new TextDecoder('gb18030')
  const rows = Array.from({ length: 72 }, (_, index) => 0xb0 + index)
  return rows.flatMap((row) => Array.from({ length: 94 }, (_, cell) => decoder.decode(Uint8Array.of(row, 0xa1 + cell)))).filter((character) => /^\p{Script=Han}$/u.test(character))
}

/** Tones are left out, and so is what many speakers do not tell apart, and type as they say it: zh z, ch c, sh s, ing in, eng en, ang an. */
function folded(syllable: string): string {
  return syllable.replace(/^([zcs])h/u, '$1').replace(/(?<=[iea])ng$/u, 'n')
}

const bySyllable = new Map<string, string[]>()
for (const character of characters()) {
  const syllables = new Set(pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true }).map(folded))
  for (const syllable of syllables) {
    if (!/^[a-zü]+$/u.test(syllable)) throw new Error(`${character} is read ${syllable}`)
    const list = bySyllable.get(syllable) ?? []
    if (list.length === 0) bySyllable.set(syllable, list)
    list.push(character)
  }
}

const lines = [...bySyllable].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, list]) => list.join(''))
const pieces = lines.join('\\n').match(new RegExp(`(?:\\\\n|[^\\\\]){1,${COLUMNS}}`, 'gu')) ?? []

writeFileSync(
  new URL('../src-core/preflight/names/readings.ts', import.meta.url),
  `/**
 * Characters that are read alike, a syllable a line; written by tools/readings.ts from pinyin-pro (MIT), not by hand.
 * Tones are left out, and zh z, ch c, sh s, ing in, eng en, ang an are one.
 */
export const READINGS =
${pieces.map((piece) => `  '${piece}'`).join(' +\n')}
`,
)
console.log(`${bySyllable.size} syllables`)
