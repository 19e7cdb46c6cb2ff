import { expect, test } from 'vitest'
import { applyChange } from '../../../src-core/document/change.ts'
import { continueStory } from '../../../src-core/commands/jumps.ts'
import type { PageResult, StoryFit } from '../../../src-core/typeset/result.ts'
import { nextPageWithRoom } from '../../../src-renderer/editor/continue-story.ts'
import { chainFit } from '../../../src-renderer/editor/story-fit.ts'
import { anAdvert, anIssue } from '../../core/commands/document.ts'

const area = { column: 0, line: 0, columns: 2, lines: 20 }
const jumped = applyChange(anIssue, continueStory(anIssue, { id: 'story-2', story: 'story-1', page: 'page-2', area })!)

function resultOf(story: string, fit: Partial<StoryFit>): PageResult {
  const frame = { page: { id: '', number: '', section: '' }, trim: { width: 1, height: 1 }, bleed: 0, typeArea: { x: 0, y: 0, width: 1, height: 1 }, items: [] }
  return { frame, stories: [{ story, headline: null, legs: [], overset: null, underset: null, ...fit }], notes: [] }
}

test('10.7 an article is counted over all its parts, once all of them are set', () => {
  const first = resultOf('story-1', { underset: { lines: 2, characters: 26 } })
  const rest = resultOf('story-2', { underset: { lines: 3, characters: 39 } })
  for (const id of ['story-1', 'story-2']) {
    expect(chainFit({ document: jumped, results: { 'page-1': first, 'page-2': rest } }, id)).toEqual({ overset: null, underset: { lines: 5, characters: 65 } })
  }
  expect(chainFit({ document: jumped, results: { 'page-1': first } }, 'story-1')).toBe(null)
  expect(chainFit({ document: anIssue, results: { 'page-1': first } }, 'story-1')).toEqual({ overset: null, underset: { lines: 2, characters: 26 } })
  expect(chainFit({ document: anIssue, results: {} }, 'gone')).toBe(null)
})

test('a jump looks for room after the last part, and from the front again', () => {
  expect(nextPageWithRoom(anIssue, 'story-1')).toBe('page-2')
  expect(nextPageWithRoom(jumped, 'story-1')).toBe('page-1')
  const full = { records: { ...anIssue.records, full: anAdvert('full', 'page-2', { area: { column: 0, line: 0, columns: 8, lines: 121 } }) } }
  expect(nextPageWithRoom(full, 'story-1')).toBe(null)
})
