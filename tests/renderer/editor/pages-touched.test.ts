import { expect, test } from 'vitest'
import type { Change } from '../../../src-core/document/change.ts'
import { applyChange } from '../../../src-core/document/change.ts'
import { continueStory } from '../../../src-core/commands/jumps.ts'
import { acceptFault } from '../../../src-core/commands/acceptance.ts'
import { setIssue } from '../../../src-core/commands/issue.ts'
import { moveStory, removeStory } from '../../../src-core/commands/stories.ts'
import { movePicture } from '../../../src-core/commands/pictures.ts'
import { setPage } from '../../../src-core/commands/pages.ts'
import type { Document } from '../../../src-core/document/records.ts'
import { pagesTouched } from '../../../src-renderer/editor/pages-touched.ts'
import { aPage, aStory, anIssue } from '../../core/commands/document.ts'

const area = { column: 0, line: 0, columns: 2, lines: 20 }
const three: Document = { records: { ...anIssue.records, 'page-3': aPage('page-3', 3), 'story-9': aStory('story-9', 'page-3', 'article-2') } }
const jumped = applyChange(three, continueStory(three, { id: 'story-2', story: 'story-1', page: 'page-2', area })!)

const touched = (document: Document, change: Change | null) => [...pagesTouched(document, change!)].toSorted()

test('a story alone shows on its page; a part on those of its whole chain', () => {
  expect(touched(three, moveStory(three, 'story-1', { column: 2, line: 3 }))).toEqual(['page-1'])
  expect(touched(jumped, moveStory(jumped, 'story-1', { column: 2, line: 3 }))).toEqual(['page-1', 'page-2'])
  expect(touched(jumped, moveStory(jumped, 'story-9', { column: 2, line: 3 }))).toEqual(['page-3'])
})

test('a picture that moves the end of a part, and a page that is numbered anew, show where the article goes on', () => {
  expect(touched(jumped, movePicture(jumped, 'picture-1', { column: 0, line: 50 }))).toEqual(['page-1', 'page-2'])
  expect(touched(jumped, setPage(jumped, 'page-2', { number: '07' }))).toEqual(['page-1', 'page-2'])
})

test('a part that is gone shows where it was and in the one before it', () => {
  const change = removeStory(jumped, 'story-2')!
  expect(touched(applyChange(jumped, change), change)).toEqual(['page-1', 'page-2'])
})

test('what the issue says shows on every page, what the editor accepts on none', () => {
  expect(touched(three, setIssue(three, { number: 7 }))).toEqual(['page-1', 'page-2', 'page-3'])
  expect(touched(three, acceptFault(three, { key: 'underset:1a', reason: '留白' }))).toEqual([])
})
