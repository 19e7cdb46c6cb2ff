import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { blockText } from '../../../src-core/document/blocks.ts'
import { printedArticle } from '../../../src-core/article/article-text.ts'
import { articleFromText } from '../../../src-core/article/intake.ts'

const seed = readFileSync(new URL('../../../assets/samples/cgrb-2024-01-20/articles/04-procuratorate.txt', import.meta.url), 'utf8')

test('the seed article, whole', async () => {
  const printed = `${JSON.stringify(printedArticle(articleFromText(seed, 'articles/04-procuratorate.txt')), null, 2)}\n`
  await expect(printed).toMatchFileSnapshot('../../golden/seed-article.json')
})

test('the seed article loses nothing and changes only its half-width marks', () => {
  const body = seed.slice(seed.indexOf('  20项'), seed.indexOf('本报记者'))
  const article = articleFromText(seed, null)
  const wide: Record<string, string> = { ',': '，', ';': '；', '(': '（', ')': '）' }
  expect(body.match(/[,;()]/gu)).toHaveLength(90)
  expect(article.blocks.map(blockText).join('').replaceAll('\n', '')).toBe(
    body.replace(/\s/gu, '').replace(/[,;()]/gu, (mark) => wide[mark]!),
  )
})
