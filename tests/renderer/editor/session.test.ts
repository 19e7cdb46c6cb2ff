import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { writeArticle } from '../../../src-core/commands/articles.ts'
import { removePage, setPage } from '../../../src-core/commands/pages.ts'
import { stepHeadline } from '../../../src-core/commands/headlines.ts'
import { moveStory, removeStory } from '../../../src-core/commands/stories.ts'
import type { Document } from '../../../src-core/document/records.ts'
import { record, type Block } from '../../../src-core/document/records.ts'
import { createSession } from '../../../src-renderer/editor/create-session.ts'
import type { Layout } from '../../../src-renderer/editor/layout.ts'
import type { Session, SessionEvent } from '../../../src-renderer/editor/session.ts'
import { anIssue } from '../../core/commands/document.ts'
import { createMachine, type Machine } from './machine.ts'

let machine: Machine
let session: Session

beforeEach(async () => {
  vi.useFakeTimers()
  machine = createMachine({ one: anIssue, two: anIssue })
  session = createSession(machine, undefined, () => Date.now())
  await session.open('one')
})
afterEach(() => void vi.useRealTimers())

const state = () => session.store.getState()
const stored = (issue = 'one') => machine.issues.get(issue)!
const headline = () => record(state().document!, 'article', 'article-1')!.headline
const column = () => record(state().document!, 'story', 'story-1')!.legs[0]!.column
const type = (text: string) => session.dispatch(writeArticle(state().document!, 'article-1', { headline: text }))
const move = (to: number) => session.dispatch(moveStory(state().document!, 'story-1', { column: to, line: 10 }))
const events = (): SessionEvent[] => {
  const heard: SessionEvent[] = []
  session.onEvent((event) => heard.push(event))
  return heard
}
async function settle(): Promise<void> {
  const settled = session.settled()
  await vi.advanceTimersByTimeAsync(60_000)
  await settled
}

describe('changing', () => {
  test('is applied at once, saved in order, undone and done again', async () => {
    move(3)
    move(5)
    expect([column(), state().saving.state, state().canUndo]).toEqual([5, 'saving', true])
    await settle()
    expect(stored().document).toEqual(state().document)
    expect(state().saving.state).toBe('saved')
    session.undo()
    session.undo()
    expect([column(), state().canUndo, state().canRedo]).toEqual([0, false, true])
    session.redo()
    expect(column()).toBe(3)
    move(1)
    expect(state().canRedo).toBe(false)
    await settle()
    expect(stored().document).toEqual(state().document)
  })

  test('goes on with the undo list of the last time', async () => {
    move(4)
    await settle()
    session = createSession(machine)
    await session.open('one')
    session.undo()
    expect(column()).toBe(0)
  })

  test('a burst of typing is one step; a pause, another place or another command ends it', () => {
    for (const text of ['春', '春到', '春到清河']) type(text)
    vi.advanceTimersByTime(1500)
    type('春到清河岸')
    session.dispatch(writeArticle(state().document!, 'article-1', { byline: '林禾' }))
    session.dispatch(stepHeadline(state().document!, 'story-1', 'headline', 1))
    session.dispatch(stepHeadline(state().document!, 'story-1', 'headline', 1))
    const seen = []
    while (state().canUndo) {
      session.undo()
      seen.push(headline())
    }
    expect(seen).toEqual(['春到清河岸', '春到清河岸', '春到清河岸', '春到清河', '清河两岸新绿来'])
  })

  test('what is dispatched alone joins no burst of typing, before or after it', () => {
    type('春')
    session.dispatch(writeArticle(state().document!, 'article-1', { headline: '春，' }), 'alone')
    type('春，到')
    const seen = []
    while (state().canUndo) {
      session.undo()
      seen.push(headline())
    }
    expect(seen).toEqual(['春，', '春', '清河两岸新绿来'])
  })

  test('in a table or a list a burst stays in one cell or item', () => {
    const write = (block: Block) => session.dispatch(writeArticle(state().document!, 'article-1', { blocks: [block] }))
    const before = record(state().document!, 'article', 'article-1')!.blocks
    const cells = (...rows: string[][]) => write({ role: 'table', rows })
    cells(['品名', '价'])
    cells(['品名', '价'], ['', ''])
    for (const text of ['白', '白菜']) cells(['品名', '价'], [text, ''])
    cells(['品名', '价'], ['白菜', '1'])
    write({ role: 'list', items: ['甲'] })
    for (const text of ['甲', '甲乙']) write({ role: 'list', items: ['甲', text] })
    const seen = []
    while (state().canUndo) {
      session.undo()
      seen.push(record(state().document!, 'article', 'article-1')!.blocks)
    }
    expect(seen).toEqual([
      [{ role: 'list', items: ['甲', '甲'] }],
      [{ role: 'list', items: ['甲'] }],
      [{ role: 'table', rows: [['品名', '价'], ['白菜', '1']] }],
      [{ role: 'table', rows: [['品名', '价'], ['白菜', '']] }],
      [{ role: 'table', rows: [['品名', '价'], ['', '']] }],
      [{ role: 'table', rows: [['品名', '价']] }],
      before,
    ])
  })

  test('of a preview shows, and leaves no trace when it ends', async () => {
    session.preview(moveStory(state().document!, 'story-1', { column: 2, line: 30 }))
    expect(record(state().preview!, 'story', 'story-1')!.legs[0]!.column).toBe(2)
    session.preview(null)
    await settle()
    expect([state().preview, state().canUndo, stored().revision]).toEqual([null, false, 1])
  })

  test('takes the selection and the shown page along when they go', () => {
    session.select({ kind: 'record', id: 'story-1' })
    session.dispatch(removeStory(state().document!, 'story-1'))
    expect(state().selection).toEqual({ kind: 'none' })
    session.dispatch(removePage(state().document!, 'page-1'))
    expect(state().page).toBe('page-2')
    session.undo()
    expect(state().page).toBe('page-1')
  })
})

describe('saving', () => {
  test('batches typing while a commit is under way', async () => {
    const release = machine.pause()
    for (let length = 1; length <= 30; length++) type('长'.repeat(length))
    release()
    await settle()
    expect(stored().log.length).toBe(2)
    expect(stored().document).toEqual(state().document)
  })

  test('says that a change is not saved, keeps it, and saves it when it can', async () => {
    machine.failures = ['disk-full', 'disk-full', 'busy']
    move(6)
    await vi.advanceTimersByTimeAsync(10)
    expect(state().saving).toMatchObject({ state: 'unsaved', message: '没有存上。' })
    move(2)
    await settle()
    expect([state().saving.state, column()]).toEqual(['saved', 2])
    expect(stored().document).toEqual(state().document)
  })

  test('reads the issue anew when it was changed elsewhere, and does again what was not saved', async () => {
    const heard = events()
    const release = machine.pause()
    move(5)
    type('我的标题')
    machine.changeElsewhere('one', writeArticle(stored().document, 'article-1', { headline: '他的标题' })!)
    release()
    await settle()
    expect([column(), headline()]).toEqual([5, '他的标题'])
    expect(heard).toEqual([{ type: 'reloaded', lost: 1 }])
    expect(stored().document).toEqual(state().document)
  })

  test('follows a change elsewhere also when nothing of its own is under way', async () => {
    machine.changeElsewhere('one', setPage(stored().document, 'page-1', { section: '本地' })!)
    await settle()
    expect(record(state().document!, 'page', 'page-1')!.section).toBe('本地')
    expect(stored().log.length).toBe(1)
  })

  test('keeps what is done while the issue is read anew, however often it is changed elsewhere meanwhile', async () => {
    machine.readingTime = 300
    machine.changeElsewhere('one', setPage(stored().document, 'page-2', { section: '本地' })!)
    await vi.advanceTimersByTimeAsync(100)
    move(5)
    machine.changeElsewhere('one', setPage(stored().document, 'page-2', { section: '国际' })!)
    await vi.advanceTimersByTimeAsync(250)
    type('读完之后')
    await settle()
    expect([column(), headline(), record(state().document!, 'page', 'page-2')!.section]).toEqual([5, '读完之后', '国际'])
    expect(stored().document).toEqual(state().document)
  })

  test('saves what a view does the moment that it is shown the issue read anew', async () => {
    // As the text view does, which brings a composed word together with what came in.
    const stop = session.store.subscribe(({ document }, before) => {
      if (document === before.document || record(document!, 'page', 'page-2')!.section !== '本地') return
      stop()
      type('新词')
    })
    move(5)
    machine.failures = ['stale-revision']
    machine.changeElsewhere('one', setPage(stored().document, 'page-2', { section: '本地' })!)
    await settle()
    expect([column(), headline()]).toEqual([5, '新词'])
    expect(stored().document).toEqual(state().document)
  })

  test('keeps both what was written here and what was written elsewhere in the same article', async () => {
    const heard = events()
    const release = machine.pause()
    session.dispatch(writeArticle(state().document!, 'article-1', { byline: '林禾' }))
    machine.changeElsewhere('one', writeArticle(stored().document, 'article-1', { headline: '他的标题' })!)
    release()
    await settle()
    expect([headline(), record(state().document!, 'article', 'article-1')!.byline]).toEqual(['他的标题', '林禾'])
    expect(heard).toEqual([{ type: 'reloaded', lost: 0 }])
    expect(stored().document).toEqual(state().document)
    session.undo()
    expect([headline(), record(state().document!, 'article', 'article-1')!.byline]).not.toContain('林禾')
    expect(headline()).toBe('他的标题')
  })

  test('takes back only the step that the machine will never take', async () => {
    const heard = events()
    machine.failures = ['bad-input']
    move(5)
    type('留下')
    await settle()
    expect([column(), headline()]).toEqual([0, '留下'])
    expect(heard.map((event) => event.type)).toEqual(['refused', 'reloaded'])
    expect(stored().document).toEqual(state().document)
  })

  test('goes on for an issue that was left', async () => {
    machine.failures = ['disk-full']
    move(5)
    await session.open('two')
    await settle()
    expect(record(stored('one').document, 'story', 'story-1')!.legs[0]!.column).toBe(5)
    expect(stored('two').revision).toBe(1)
  })

  test('whatever is done and whatever fails, the disk has in the end what the window shows, and no step of this window is lost', async () => {
    // Others only rename page 2: the story and its headline stay as the last step of this window left them.
    let left: unknown[] = []
    const own = (act: () => void) => () => {
      act()
      left = [column(), headline()]
    }
    const step = fc.oneof(
      fc.integer({ min: 0, max: 5 }).map((to) => own(() => move(to))),
      fc.string({ maxLength: 3 }).map((text) => own(() => type(text))),
      fc.constant(own(() => session.undo())),
      fc.constant(own(() => session.redo())),
      fc.constantFrom('busy' as const, 'lost' as const).map((code) => () => void machine.failures.push(code)),
      fc.integer({ min: 0, max: 900 }).map((time) => () => vi.advanceTimersByTimeAsync(time)),
      fc.integer({ min: 0, max: 400 }).map((time) => () => void (machine.readingTime = time)),
      fc.string({ maxLength: 3 }).map((section) => () => {
        const change = setPage(stored().document, 'page-2', { section })
        if (change) machine.changeElsewhere('one', change)
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        machine = createMachine({ one: anIssue })
        session = createSession(machine, undefined, () => Date.now())
        await session.open('one')
        left = [column(), headline()]
        for (const run of steps) await run()
        await settle()
        expect(state().document).toEqual(stored().document)
        expect(state().saving.state).toBe('saved')
        expect(state().revision).toBe(stored().revision)
        expect([column(), headline()]).toEqual(left)
      }),
      { numRuns: 60 },
    )
  })
})

test('the engine hears of every change once, and its results are kept by page', async () => {
  const heard: string[] = []
  const listeners: Parameters<Layout['onResult']>[0][] = []
  const layout: Layout = {
    load: (document: Document) => void heard.push(`load ${Object.keys(document.records).length}`),
    loadFrozen: () => void heard.push('frozen'),
    apply: (change) => void heard.push(`apply ${change.length}`),
    preview: (change) => void heard.push(change ? 'preview' : 'no preview'),
    show: (page) => void heard.push(`show ${page}`),
    fittingArea: (_page, _article, place) => Promise.resolve({ ...place, lines: 1 }),
    onResult(listener) {
      listeners.push(listener)
      return () => undefined
    },
  }
  session = createSession(machine, layout)
  await session.open('one')
  session.preview(moveStory(state().document!, 'story-1', { column: 2, line: 30 }))
  session.dispatch(moveStory(state().document!, 'story-1', { column: 2, line: 30 }))
  expect(heard).toEqual([`load ${Object.keys(anIssue.records).length}`, 'show page-1', 'preview', 'apply 1', 'no preview', 'show page-1'])
  const result = { frame: { page: { id: 'page-1', number: '01', section: '' }, trim: { width: 1, height: 1 }, bleed: 0, typeArea: { x: 0, y: 0, width: 1, height: 1 }, items: [] }, stories: [], notes: [] }
  for (const page of ['page-1', 'no-page']) listeners.forEach((listener) => listener(page, result))
  expect(Object.keys(state().results)).toEqual(['page-1'])
})
