import { expect, test } from 'vitest'
import { removeArticle } from '../../../src-core/commands/articles.ts'
import { continueStory, setJumpHeadline, takeJumpBack } from '../../../src-core/commands/jumps.ts'
import { removePage } from '../../../src-core/commands/pages.ts'
import { chainOf } from '../../../src-core/document/chains.ts'
import { applyChange, type Change } from '../../../src-core/document/change.ts'
import { record, type Document } from '../../../src-core/document/records.ts'
import { aPage, aStory, anIssue, documentOf } from './document.ts'

const after = (document: Document, change: Change | null): Document => applyChange(document, change ?? [])
const area = { column: 0, line: 0, columns: 2, lines: 20 }
const withThird = { records: { ...anIssue.records, ...documentOf(aPage('page-3', 3)).records, issue: anIssue.records['issue']! } }
const two = after(withThird, continueStory(withThird, { id: 'story-2', story: 'story-1', page: 'page-2', area }))
/** Asked for at the first part, the third comes after the second. */
const three = after(two, continueStory(two, { id: 'story-3', story: 'story-1', page: 'page-3', area }))

const parts = (document: Document, id = 'story-1') => chainOf(document, record(document, 'story', id)!).map((part) => part.id)

test('a story goes on after its last part', () => {
  expect(parts(two)).toEqual(['story-1', 'story-2'])
  expect(parts(three, 'story-3')).toEqual(['story-1', 'story-2', 'story-3'])
  expect(continueStory(two, { id: 'x', story: 'gone', page: 'page-2', area })).toBe(null)
  expect(continueStory(two, { id: 'x', story: 'story-1', page: 'gone', area })).toBe(null)
})

test('a jump taken back joins what is left', () => {
  expect(parts(after(three, takeJumpBack(three, 'story-1')))).toEqual(['story-1', 'story-3'])
  expect(parts(after(three, takeJumpBack(three, 'story-2')))).toEqual(['story-1', 'story-2'])
  expect(takeJumpBack(three, 'story-3')).toBe(null)
})

test('parts that lose the one before them go on with the nearest that is left, or stand by themselves', () => {
  expect(parts(after(three, removePage(three, 'page-2')))).toEqual(['story-1', 'story-3'])
  expect(parts(after(three, removePage(three, 'page-1')), 'story-2')).toEqual(['story-2', 'story-3'])
  expect(Object.keys(after(three, removeArticle(three, 'article-1')).records).filter((id) => id.startsWith('story'))).toEqual([])
})

test('only a part that continues another has a short title', () => {
  expect(setJumpHeadline(three, 'story-1', '续')).toBe(null)
  const titled = after(three, setJumpHeadline(three, 'story-2', '续'))
  expect(record(titled, 'story', 'story-2')?.jumpHeadline).toBe('续')
  expect(record(after(titled, setJumpHeadline(titled, 'story-2', '')), 'story', 'story-2')?.jumpHeadline).toBe(null)
})

test('a story of another article, and a second one for the same part, stand by themselves', () => {
  const other = aStory('story-4', 'page-2', 'article-2', { continues: 'story-1' })
  const fork = aStory('story-5', 'page-2', 'article-1', { continues: 'story-1', order: 9 })
  const muddled = { records: { ...two.records, 'story-4': other, 'story-5': fork } }
  expect(parts(muddled)).toEqual(['story-1', 'story-2'])
  expect([parts(muddled, 'story-4'), parts(muddled, 'story-5')]).toEqual([['story-4'], ['story-5']])
})
