/**
 * Writes src-core/typeset/text/hyphenation-patterns.ts from the English patterns of the kept package `hyphen`:
 * `node tools/hyphenation-patterns.ts`. As the package has them, nested literals, they cost every start some 20 ms; as one
 * string they cost nothing until a house hyphenates.
 */
import { writeFileSync } from 'node:fs'
import patterns from 'hyphen/patterns/en-us.js'

const WIDTH = 150

const json = JSON.stringify(patterns)
if (/['\\]/.test(json)) throw new Error('the patterns need escapes in a string')
const lines = json.match(new RegExp(`.{1,${WIDTH}}`, 'g')) ?? []
const source = `/**
 * English hyphenation patterns (TeX, American English) as the package \`hyphen\` reads them, in JSON; written by
 * tools/hyphenation-patterns.ts, not by hand.
 */
export const ENGLISH_PATTERNS =
${lines.map((line) => `  '${line}'`).join(' +\n')}
`
writeFileSync(new URL('../src-core/typeset/text/hyphenation-patterns.ts', import.meta.url), source)
