import { expect, it } from 'vitest'
import { placeStory } from '../../../../src-core/commands/stories.ts'
import { applyChange } from '../../../../src-core/document/change.ts'
import { poolRows } from '../../../../src-renderer/panels/pool/pool-rows.ts'
import { anIssue } from '../../../core/commands/document.ts'

const rows = (filter: Parameters<typeof poolRows>[1], words = '', document = anIssue) =>
  poolRows(document, filter, words).map(({ article, characters, pages }) => [article.id, characters, pages.join()])

it('the pool counts characters without white space and says on which pages an article stands', () => {
  expect(rows('all')).toEqual([
    ['article-1', 39, '01'],
    ['article-2', 39, ''],
  ])
  expect(rows('placed').map(([id]) => id)).toEqual(['article-1'])
  expect(rows('unplaced').map(([id]) => id)).toEqual(['article-2'])
})

it('an article on several pages names each once', () => {
  const place = (id: string, page: string) => (document: typeof anIssue) =>
    applyChange(document, placeStory(document, { id, page, article: 'article-1', area: { column: 0, line: 0, columns: 1, lines: 9 } }) ?? [])
  const twice = place('s', 'page-2')(place('t', 'page-2')(anIssue))
  expect(rows('placed', '', twice)).toEqual([['article-1', 39, '01,02']])
})

it('search finds words of any role, in crossheads too, whatever their case', () => {
  for (const words of ['新绿', '植树见闻', '林禾', '一份账', '三百株']) expect(rows('all', words)).toHaveLength(2)
  expect(rows('all', '不在稿里')).toEqual([])
})
