import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { FaceSummary } from '../../../../src-core/api/methods.ts'
import { acceptFault } from '../../../../src-core/commands/acceptance.ts'
import { removeStory } from '../../../../src-core/commands/stories.ts'
import { createSession } from '../../../../src-renderer/editor/create-session.ts'
import type { Session } from '../../../../src-renderer/editor/session.ts'
import { createFindings, goToFinding, stepToFinding } from '../../../../src-renderer/panels/findings/findings.ts'
import { anIssue } from '../../../core/commands/document.ts'
import { createMachine } from '../../editor/machine.ts'

let session: Session
beforeEach(async () => {
  vi.useFakeTimers()
  session = createSession(createMachine({ one: anIssue }))
})
afterEach(() => void vi.useRealTimers())

const state = () => session.store.getState()

/** The pause after which the checks run, and the loading of the checks the first time. */
async function paused(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1000)
  await vi.dynamicImportSettled()
}

it('the checks run again when the editor paused, and say so while pages are not set', async () => {
  const findings = createFindings(session, createStore<readonly FaceSummary[] | null>(() => null))
  await session.open('one')
  await paused()
  const missing = () => findings.getState().list.filter(({ id }) => id === 'story-missing').map(({ story }) => story)
  expect(findings.getState().complete).toBe(false)
  expect(missing()).toEqual(['article-2'])
  session.dispatch(removeStory(state().document!, 'story-1'))
  expect(missing()).toEqual(['article-2'])
  await paused()
  expect(missing()).toEqual(['article-1', 'article-2'])
})

it('a finding leads to the page, the object and the character that it means', async () => {
  await session.open('one')
  session.showPage('page-2')
  const finding = { id: 'halfwidth-punctuation', severity: 'warning', page: '01', message: { zh: '', en: '' } } as const
  goToFinding(session, { ...finding, story: 'story-1', range: { part: 'block', block: 2, from: 3, to: 4 } })
  expect([state().page, state().selection]).toEqual(['page-1', { kind: 'record', id: 'story-1' }])
  expect(state().textFocus).toEqual({ article: 'article-1', part: 'block', block: 2, offset: 3, to: 4 })

  goToFinding(session, { ...finding, page: '', story: 'article-2' })
  expect([state().page, state().selection]).toEqual(['page-1', { kind: 'record', id: 'article-2' }])

  goToFinding(session, { ...finding, page: '02', story: 'gone' })
  expect(state().page).toBe('page-2')

  goToFinding(session, { page: '01', cell: { column: 2, line: 30 }, columns: 3, lines: 9 })
  expect([state().page, state().selection, state().pointedAt]).toEqual(['page-1', { kind: 'none' }, { column: 2, line: 30, columns: 3, lines: 9 }])
  session.select({ kind: 'record', id: 'story-1' })
  expect(state().pointedAt).toBeNull()
})

it('F8 goes from finding to finding, round the list, and leaves out what was accepted', async () => {
  const findings = createFindings(session, createStore<readonly FaceSummary[] | null>(() => null))
  await session.open('one')
  await paused()
  session.dispatch(removeStory(state().document!, 'story-1'))
  await paused()
  const open = () => findings.getState().list.filter(({ accepted }) => accepted === undefined).map(({ key }) => key)
  const all = open()
  expect(all.length).toBeGreaterThan(1)
  const walked = all.map(() => (stepToFinding(session, findings, 1), findings.getState().chosen))
  expect(walked).toEqual(all)
  stepToFinding(session, findings, 1)
  expect(findings.getState().chosen).toBe(all[0])
  stepToFinding(session, findings, -1)
  expect(findings.getState().chosen).toBe(all.at(-1))
  session.dispatch(acceptFault(state().document!, { key: all[0]!, reason: '留到下期' }))
  await paused()
  expect(open()).toEqual(all.slice(1))
  stepToFinding(session, findings, 1)
  expect(findings.getState().chosen).toBe(all[1])
})
