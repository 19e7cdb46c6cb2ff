import { expect, test } from 'vitest'
import type { Document, DocumentRecord, StoryRecord } from '../../../src-core/document/records.ts'
import { recordsOf } from '../../../src-core/document/records.ts'
import { preflight } from '../../../src-core/preflight/preflight.ts'
import { createEngine } from '../../../src-core/typeset/engine.ts'
import { idealFaces } from '../../../src-core/typeset/text/ideal-faces.ts'
import { article, han, issue, PLAIN_GRID, picture, rectangle, story } from '../typeset/page/documents.ts'

const page = (number: string): DocumentRecord => ({ type: 'page', id: `p${number}`, order: Number(number), number, section: '综合', grid: PLAIN_GRID, editor: null, inks: 'k', version: 1, state: 'draft' })
const whole = (columns: number, lines: number) => rectangle({ column: 0, line: 0, columns, lines })

function findings(document: Document, ids: readonly string[]) {
  const engine = createEngine(idealFaces({ lang: 'zh-Hans', latinEm: 0.5 }))
  const results = recordsOf(document, 'page').map(({ id }) => engine.layoutPage(document, id))
  return preflight({ document, results }).filter(({ id }) => ids.includes(id))
}

function chain(characters: number, lines: number, fields: Partial<StoryRecord> = {}): Document {
  const text = article('a', { headline: '大桥通车', blocks: [{ role: 'paragraph', text: han(characters) }] })
  return issue(PLAIN_GRID, page('05'), text, story('s', 'a', whole(2, lines)), story('t', 'a', whole(2, 20), { page: 'p05', continues: 's', order: 1, ...fields }))
}

const PAIRS = ['jump-pair', 'story-twice']

test('a jump is no story placed twice', () => {
  expect(findings(chain(400, 14), PAIRS)).toEqual([])
})

test('a part for which nothing is left is one too many, and not short as well', () => {
  const found = findings(chain(60, 14), [...PAIRS, 'underset'])
  expect(found).toMatchObject([{ id: 'underset', page: '04', story: 's' }, { id: 'story-twice', severity: 'error', page: '05', story: 't' }])
  expect(found[1]!.message.zh).toContain('《大桥通车》在第04版已经排完，第05版这一处没有文字')
})

test('room for fewer than five lines before a jump, and a part that hangs on nothing', () => {
  expect(findings(chain(400, 5), PAIRS)).toMatchObject([{ id: 'jump-pair', severity: 'error', page: '04', story: 's', message: { zh: expect.stringContaining('全部转到了第05版') as string } }])
  expect(findings(chain(60, 14, { continues: 't' }), PAIRS)).toMatchObject([{ id: 'story-twice' }, { id: 'jump-pair', story: 't' }])
})

test.each<readonly [string, string, readonly string[]]>([
  ['（下转第5版）', '（上接第四版）', []],
  ['（下转05版）', '（紧接第4版）', []],
  ['（下转第6版）', '（上接第4版）', ['应是第05版']],
  ['（下转第五版）', '', ['第05版上没有与它相应的“上接”']],
  ['（下转07版）', '', ['没有第07版']],
  ['', '（上接第4版）', ['第04版上没有与它相应的“下转”']],
])('jump lines that are typed: %s and %s', (first, second, said) => {
  const texts = [first, second].map((line, index) => article(`a${index}`, { headline: `大桥${index}`, blocks: [{ role: 'paragraph', text: `${han(30 + index)}${line}` }] }))
  const document = issue(PLAIN_GRID, page('05'), ...texts, story('s', 'a0', whole(2, 20)), story('t', 'a1', whole(2, 20), { page: 'p05' }))
  const found = findings(document, PAIRS)
  expect(found).toHaveLength(said.length)
  for (const [index, words] of said.entries()) expect(found[index]!.message.zh).toContain(words)
})

test('10.17 a column of one or two lines under a picture, and a stranded line', () => {
  const text = article('a', { blocks: [{ role: 'paragraph', text: han(170) }] })
  const shortColumns = (columns: number) => {
    const low = picture('p', { column: 0, line: 4, columns, lines: 6 })
    return findings(issue(PLAIN_GRID, text, low, story('s', 'a', whole(2, 13))), ['short-column'])
  }
  for (const columns of [1, 2]) expect(shortColumns(columns)).toMatchObject([{ severity: 'warning', story: 's', cell: { column: 0, line: 11 } }])
  const legs = (to: number) => [{ column: 0, from: 0, to: 1 }, { column: 1, from: 0, to }]
  const two = article('a', { blocks: [{ role: 'paragraph', text: han(16) }] })
  const fits = ['stranded-line', 'underset']
  expect(findings(issue(PLAIN_GRID, two, story('s', 'a', legs(1))), fits)).toMatchObject([{ id: 'stranded-line', severity: 'warning', page: '04', story: 's' }])
  // In a story that is short the lines will move.
  expect(findings(issue(PLAIN_GRID, two, story('s', 'a', legs(9))), fits)).toMatchObject([{ id: 'underset' }])
})

test('what is wrong with the words of an article in parts is told once, where they stand', () => {
  const wrong = (block: number): Document => {
    const blocks = [han(200), han(200)].map((text, index) => ({ role: 'paragraph' as const, text: index === block ? `${han(9)}…${text}` : text }))
    return issue(PLAIN_GRID, page('05'), article('a', { headline: '大桥通车', blocks }), story('s', 'a', whole(2, 14)), story('t', 'a', whole(2, 40), { page: 'p05', continues: 's', order: 1 }))
  }
  expect(findings(wrong(0), ['lone-ellipsis'])).toMatchObject([{ page: '04', story: 's' }])
  expect(findings(wrong(1), ['lone-ellipsis'])).toMatchObject([{ page: '05', story: 't', range: { block: 1 } }])
})
