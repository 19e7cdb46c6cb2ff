/** The text that is counted: the seed article and some ten thousand characters of varied news, paragraph by paragraph. */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { articleFromText } from '../src-core/article/intake.ts'

const SAMPLES = resolve(import.meta.dirname, '../assets/samples/cgrb-2024-01-20/articles')
const NEWS = resolve(import.meta.dirname, '../tests/golden/news.txt')

export function newsParagraphs(): readonly string[] {
  const samples = readdirSync(SAMPLES).toSorted().flatMap((file) => articleFromText(readFileSync(resolve(SAMPLES, file), 'utf8'), file).blocks)
  return [...samples.flatMap((block) => (block.role === 'paragraph' ? [block.text] : [])), ...readFileSync(NEWS, 'utf8').trim().split('\n')]
}
