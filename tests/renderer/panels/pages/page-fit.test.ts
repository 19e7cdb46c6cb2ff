import { expect, it } from 'vitest'
import type { PageResult, StoryFit } from '../../../../src-core/typeset/result.ts'
import { pageFit } from '../../../../src-renderer/panels/pages/page-fit.ts'
import { anIssue } from '../../../core/commands/document.ts'

const lines = { lines: 2, characters: 26 }
const result = (...stories: Partial<StoryFit>[]) => ({ stories }) as unknown as PageResult

it('a page is as bad as its worst story', () => {
  const fit = (...stories: Partial<StoryFit>[]) => pageFit(anIssue, 'page-1', result(...stories))
  expect(fit({ overset: lines }, { underset: lines }, { overset: lines })).toEqual({ state: 'overset', stories: 2 })
  expect(fit({}, { underset: lines })).toEqual({ state: 'underset', stories: 1 })
  expect(fit({}, {})).toEqual({ state: 'fits' })
})

it('a page without anything is empty, one without a result not set yet', () => {
  expect(pageFit(anIssue, 'page-2', result())).toEqual({ state: 'empty' })
  expect(pageFit(anIssue, 'page-1', undefined)).toEqual({ state: 'pending' })
})
