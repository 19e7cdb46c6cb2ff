import { expect, test } from 'vitest'
import type { Block, Document } from '../../../src-core/document/records.ts'
import type { ListedFinding } from '../../../src-core/preflight/finding.ts'
import { preflight } from '../../../src-core/preflight/preflight.ts'
import { recordSchema } from '../../../src-core/document/validate.ts'
import { createEngine } from '../../../src-core/typeset/engine.ts'
import { idealFaces } from '../../../src-core/typeset/text/ideal-faces.ts'
import { PAGE, PLAIN_GRID, article, issue, rectangle, story } from '../typeset/page/documents.ts'

const engine = createEngine(idealFaces({ lang: 'zh-Hans', latinEm: 0.5 }))
const TEXT = '晨光市今天举行大桥通车仪式，市民代表走上桥面；他说：“明天会更好。'

function page(blocks: readonly string[], accepted: readonly { key: string; reason: string }[] = [], lines = 30): Document {
  const text = article('a', { headline: '大桥通车', blocks: blocks.map((words): Block => ({ role: 'paragraph', text: words })) })
  const { records } = issue(PLAIN_GRID, text, story('s', 'a', rectangle({ column: 0, line: 0, columns: 4, lines })))
  return { records: { ...records, issue: { ...records['issue']!, accepted } as NonNullable<Document['records'][string]> } }
}

const find = (document: Document): readonly ListedFinding[] => preflight({ document, results: [engine.layoutPage(document, PAGE)] })
const quotes = (document: Document) => find(document).filter(({ id }) => id === 'unpaired-quotes')

test('a finding that is accepted stays listed, with the reason', () => {
  const [found] = quotes(page([TEXT]))
  const accepted = [{ key: found!.key, reason: '引文未完' }]
  expect(found).not.toHaveProperty('accepted')
  expect(quotes(page([TEXT], accepted))).toEqual([{ ...found, accepted: '引文未完' }])
  expect(recordSchema.safeParse(page([TEXT], accepted).records['issue']).success).toBe(true)
})

test('its key stays when text moves it, and goes when the words there change', () => {
  const key = quotes(page([TEXT]))[0]!.key
  expect(quotes(page(['先插一段。', `${TEXT.slice(0, 2)}${TEXT}`]))[0]!.key).toBe(key)
  expect(quotes(page([TEXT.replace('他说', '她说')]))[0]!.key).not.toBe(key)
  expect(quotes(page([TEXT.replace('更好', '更美')]))[0]!.key).not.toBe(key)
})

test('a fault that is another by its numbers has another key, and no two findings have the same', () => {
  const short = (lines: number) => find(page([TEXT], [], lines)).find(({ id }) => id === 'underset')!.key
  expect(short(30)).toBe(short(30))
  expect(short(31)).not.toBe(short(30))
  const keys = find(page([TEXT, TEXT, TEXT])).map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(quotes(page([TEXT, TEXT])).map(({ key }) => key.split('#')[1])).toEqual([undefined, '2'])
})
