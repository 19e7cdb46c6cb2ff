import { expect, it } from 'vitest'
import type { RecordId } from '../../../src-core/document/records.ts'
import type { StorySavings } from '../../../src-core/typeset/line-savings.ts'
import { createSession } from '../../../src-renderer/editor/create-session.ts'
import { createDesk } from '../../../src-renderer/panels/desk.ts'
import { createSavings, goToSaving, savingRows } from '../../../src-renderer/panels/savings/savings.ts'
import { anIssue } from '../../core/commands/document.ts'
import { createMachine } from '../editor/machine.ts'

async function setUp() {
  const session = createSession(createMachine({ one: anIssue }))
  const desk = createDesk()
  const wanted: (RecordId | null)[] = []
  let answer: (page: RecordId, savings: readonly StorySavings[]) => void = () => undefined
  const savings = createSavings(session, desk.store, {
    wantSavings: (page) => wanted.push(page),
    onSavings(listener) {
      answer = listener
      return () => undefined
    },
  })
  await session.open('one')
  return { session, desk, wanted, savings, answer: (page: RecordId, stories: readonly StorySavings[]) => answer(page, stories) }
}

const row = { block: 0, paragraph: 1, lastLine: 1, lastCharacters: 2, kind: 'cut', characters: 2, lines: 1 } as const
const stories: readonly StorySavings[] = [{ story: 'story-1', article: 'article-1', rows: [row] }]

it('asks for the shown page while the table is open, and for none after', async () => {
  const { session, desk, wanted } = await setUp()
  expect(wanted).toEqual([])
  desk.toggleSavings()
  session.showPage('page-2')
  desk.toggleSavings()
  expect(wanted).toEqual(['page-1', 'page-2', null])
})

it('shows what comes for its page, and says when the document has moved on', async () => {
  const { session, desk, savings, answer } = await setUp()
  desk.toggleSavings()
  answer('page-2', stories)
  expect(savings.getState().stories).toEqual([])
  answer('page-1', stories)
  expect([savingRows(savings.getState()), savings.getState().complete]).toEqual([[{ ...row, story: 'story-1', article: 'article-1' }], true])
  const before = session.store.getState().document!.records['article-1']!
  if (before.type !== 'article') throw new Error('article-1 is no article')
  session.dispatch([{ id: 'article-1', before, after: { ...before, headline: '改题' } }])
  expect(savings.getState()).toMatchObject({ stories, complete: false })
})

it('leads to the page, the story and the last line', async () => {
  const { session } = await setUp()
  session.showPage('page-2')
  goToSaving(session, { ...row, story: 'story-1', article: 'article-1' })
  const { page, selection, textFocus, document } = session.store.getState()
  const article = document!.records['article-1']!
  const [paragraph] = article.type === 'article' ? article.blocks : []
  expect([page, selection]).toEqual(['page-1', { kind: 'record', id: 'story-1' }])
  expect(textFocus).toEqual({ article: 'article-1', part: 'block', block: 0, offset: 1, to: paragraph?.role === 'paragraph' ? [...paragraph.text].length : NaN })
})
