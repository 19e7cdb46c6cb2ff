/** The session at work: holds the document, keeps the history, and passes every change on to the engine and to the disk. */
import { createStore } from 'zustand/vanilla'
import { ApiFailure, type ApiClient, type ApiError, type IssueId, type OpenedIssue } from '../../src-core/api/methods.ts'
import { applyChange, invertChange, type Change } from '../../src-core/document/change.ts'
import { recordsOf, type Document } from '../../src-core/document/records.ts'
import { historyOf, recordStep, stepBack, stepForward, type History } from './history.ts'
import type { Layout } from './layout.ts'
import { pagesTouched } from './pages-touched.ts'
import { rebaseChange } from './rebase.ts'
import { createSaver, type Saver } from './saving.ts'
import type { EditorState, Session, SessionEvent } from './session.ts'

const NOTHING_OPEN: EditorState = {
  issue: null,
  revision: 0,
  document: null,
  readOnly: false,
  archivedAs: null,
  preview: null,
  page: null,
  selection: { kind: 'none' },
  tool: 'select',
  zoom: 1,
  fit: 'page',
  gridShown: true,
  textFocus: null,
  pointedAt: null,
  canUndo: false,
  canRedo: false,
  saving: { state: 'saved' },
  results: {},
}

/** @param layout where pages are set; without one, `results` stays empty. */
export function createSession(api: ApiClient, layout: Layout = NO_LAYOUT, now: () => number = () => performance.now()): Session {
  const store = createStore<EditorState>(() => NOTHING_OPEN)
  const listeners = new Set<(event: SessionEvent) => void>()
  let history: History = historyOf([])
  let saver: Saver | null = null
  /** Savers of issues that were left while they still had something to save. */
  const leaving = new Set<Saver>()
  /** The newest revision that the machine told of. */
  let told = 0
  /** While the issue is read anew: the steps that are not on disk, those made meanwhile included. */
  let adrift: Change[] | null = null
  /** Calls of `settled` that wait for the issue to be read anew. */
  let ashore: (() => void)[] = []

  const tell = (event: SessionEvent) => listeners.forEach((listener) => listener(event))
  const set = (state: Partial<EditorState>) => store.setState(state)

  layout.onResult((page, result) => {
    const { results, document } = store.getState()
    if (document?.records[page]) set({ results: { ...results, [page]: result } })
  })

  api.onEvent((event) => {
    if (event.type !== 'issue.changed' || event.issue !== store.getState().issue) return
    told = Math.max(told, event.revision)
    followOthers()
  })

  /**
   * Reads the issue anew when it was changed elsewhere. One reading at a time, since each carries the steps that are not
   * on disk; what is told meanwhile is looked at when it ends.
   */
  function followOthers(): void {
    if (!adrift && saver?.isIdle() && told > store.getState().revision) readAnew(saver.stop())
  }

  function startSaving({ id, revision }: Pick<OpenedIssue, 'id' | 'revision'>): Saver {
    told = Math.max(told, revision)
    const started: Saver = createSaver({
      api,
      issue: id,
      revision,
      onState(saving, saved) {
        if (saver !== started) {
          if (saving.state === 'saved') leaving.delete(started)
          return
        }
        set({ saving, revision: saved })
        if (saving.state === 'saved' && told > saved) readAnew(started.stop())
      },
      onRefused(error, unsaved) {
        if (saver !== started) leaving.delete(started)
        else if (error.code === 'stale-revision') readAnew(unsaved)
        else {
          tell({ type: 'refused', error })
          readAnew(unsaved.slice(1))
        }
      },
    })
    return started
  }

  /** Reads the issue anew and does again what was not saved, as far as the records are still as those steps expect them. */
  function readAnew(unsaved: readonly Change[]): void {
    const { issue } = store.getState()
    adrift = [...unsaved]
    if (issue) void reload(issue, 0)
  }

  async function reload(issue: IssueId, attempt: number): Promise<void> {
    let opened: OpenedIssue
    try {
      opened = await api.call('issues.open', { issue })
    } catch (failure) {
      const error = errorOf(failure)
      set({ saving: { state: 'unsaved', message: error.message.zh, error } })
      setTimeout(() => void reload(issue, attempt + 1), Math.min(500 * 2 ** attempt, 10_000))
      return
    }
    if (store.getState().issue !== issue) return land()
    const { document, kept, lost } = replay(opened)
    saver = startSaving(opened)
    for (const change of kept) saver.add(change)
    // Before the issue is shown: a view may answer with a change of its own, which is the saver's from now on.
    land()
    show(document, { revision: opened.revision, ...frozen(opened), saving: { state: saver.isIdle() ? 'saved' : 'saving' } })
    tell({ type: 'reloaded', lost })
    followOthers()
  }

  /** Does the steps that are not on disk again, and counts those that no longer fit. */
  function replay({ document, undo }: OpenedIssue): { document: Document; kept: readonly Change[]; lost: number } {
    const unsaved = adrift ?? []
    const kept: Change[] = []
    history = historyOf(undo)
    let lost = 0
    for (const change of unsaved) {
      const rebased = rebaseChange(document, change)
      if (!rebased) lost += 1
      if (!rebased?.length) continue
      document = applyChange(document, rebased)
      history = recordStep(history, rebased, now())
      kept.push(rebased)
    }
    return { document, kept, lost }
  }

  function land(): void {
    adrift = null
    for (const wake of ashore) wake()
    ashore = []
  }

  /** Takes a whole document on screen; keeps page and selection where they still exist. */
  function show(document: Document, state: Partial<EditorState>): void {
    layout.load(document)
    set({ document, preview: null, results: {}, textFocus: null, pointedAt: null, ...state, ...whatRemains(document, store.getState()) })
    set(undoable())
    showShownPage()
  }

  const undoable = () => {
    const { readOnly } = store.getState()
    return { canUndo: !readOnly && history.done.length > 0, canRedo: !readOnly && history.undone.length > 0 }
  }

  function showShownPage(): void {
    const { page } = store.getState()
    if (page) layout.show(page)
  }

  /** What every change goes through, whether it is new, taken back or done again. */
  function take(change: Change): void {
    const { document: before, results } = store.getState()
    if (!before) return
    const document = applyChange(before, change)
    layout.apply(change)
    if (store.getState().preview) layout.preview(null)
    if (adrift) adrift.push(change)
    else saver?.add(change)
    const kept = Object.fromEntries(Object.entries(results).filter(([page]) => document.records[page]))
    set({ document, preview: null, results: kept, pointedAt: null, ...whatRemains(document, store.getState(), before) })
    showShownPage()
  }

  function travel(step: ReturnType<typeof stepBack>, direction: (change: Change) => Change): void {
    if (!step || store.getState().readOnly) return
    const change = direction(step.change)
    take(change)
    history = step.history
    set(undoable())
    // What nobody sees being undone surprises.
    const { document, page } = store.getState()
    if (!document) return
    const touched = pagesTouched(document, change)
    const first = recordsOf(document, 'page').find(({ id }) => touched.has(id))
    if (first && !(page !== null && touched.has(page))) session.showPage(first.id)
  }

  const session: Session = {
    store,
    api,
    async open(issue: IssueId) {
      await stepsAshore()
      const opened = await api.call('issues.open', { issue })
      leave()
      history = historyOf(opened.undo)
      told = 0
      saver = startSaving(opened)
      set({ ...NOTHING_OPEN, ...viewOf(store.getState()), issue, ...frozen(opened) })
      show(opened.document, { revision: opened.revision })
    },
    async openArchived(key) {
      await stepsAshore()
      const { document } = await api.call('archive.open', { key })
      const pages = await Promise.all(recordsOf(document, 'page').map(({ number }) => api.call('archive.page', { key, page: number })))
      leave()
      history = historyOf([])
      const results = pages.map(({ frame, stories }) => ({ frame, stories, notes: [] }))
      set({ ...NOTHING_OPEN, ...viewOf(store.getState()), readOnly: true, archivedAs: key })
      set({
        document,
        page: recordsOf(document, 'page')[0]?.id ?? null,
        results: Object.fromEntries(results.map((result) => [result.frame.page.id, result])),
      })
      layout.loadFrozen(document, results)
      showShownPage()
    },
    dispatch(change, alone) {
      const { document, readOnly } = store.getState()
      if (!change?.length || !document || readOnly) return
      take(change)
      history = recordStep(history, change, now(), alone !== undefined)
      set(undoable())
    },
    preview(change) {
      const { document, readOnly, preview } = store.getState()
      if (!document || readOnly || (!change && !preview)) return
      set({ preview: change ? applyChange(document, change) : null })
      layout.preview(change)
    },
    undo: () => travel(stepBack(history), invertChange),
    redo: () => travel(stepForward(history), (change) => change),
    select: (selection) => set({ selection, pointedAt: null }),
    showPage(page) {
      const { document, preview } = store.getState()
      if (!document?.records[page]) return
      if (preview) session.preview(null)
      set({ page, pointedAt: null })
      layout.show(page)
    },
    setTool: (tool) => set({ tool }),
    setZoom: (zoom, fit = null) => set({ zoom, fit }),
    setFit: (fit) => set({ fit }),
    showGrid: (gridShown) => set({ gridShown }),
    focusText: (textFocus) => set({ textFocus }),
    pointAt: (pointedAt) => set({ pointedAt, selection: { kind: 'none' } }),
    fittingArea: (page, article, place, continues) => layout.fittingArea(page, article, place, continues),
    tell,
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async settled() {
      await stepsAshore()
      await Promise.all([saver, ...leaving].map((saving) => saving?.settled()))
      if (adrift) await session.settled()
    },
  }
  return session

  function leave(): void {
    if (saver && !saver.isIdle()) leaving.add(saver)
    saver = null
  }

  /** Steps that are adrift belong to the issue that is open: it is not left before they have one again. */
  function stepsAshore(): Promise<void> {
    return adrift ? new Promise((resolve) => ashore.push(resolve)) : Promise.resolve()
  }
}

const NO_LAYOUT: Layout = {
  load() {},
  loadFrozen() {},
  apply() {},
  preview() {},
  show() {},
  fittingArea: (_page, _article, place) => Promise.resolve({ ...place, lines: 1 }),
  onResult: () => () => undefined,
}

/** An issue that was archived stays open, but nothing changes it any more. */
function frozen({ archivedAs }: OpenedIssue): Pick<EditorState, 'readOnly' | 'archivedAs'> {
  return { readOnly: archivedAs !== undefined, archivedAs: archivedAs ?? null }
}

/** How the page is looked at, whichever issue it belongs to. */

function viewOf({ zoom, fit, gridShown }: EditorState): Partial<EditorState> {
  return { zoom, fit, gridShown }
}

/** Page and selection, where what they named is still there; instead of a removed page the one next to it. */
function whatRemains(document: Document, { page, selection }: EditorState, before: Document = document): Pick<EditorState, 'page' | 'selection'> {
  const pages = recordsOf(document, 'page')
  const place = recordsOf(before, 'page').findIndex(({ id }) => id === page)
  const shown = pages.find(({ id }) => id === page) ?? pages[Math.min(Math.max(place, 0), pages.length - 1)]
  return {
    page: shown?.id ?? null,
    selection: selection.kind === 'record' && !document.records[selection.id] ? { kind: 'none' } : selection,
  }
}

function errorOf(failure: unknown): ApiError {
  if (failure instanceof ApiFailure) return failure.error
  return { code: 'fault', message: { zh: '读不到这一期，正在重试。', en: `The issue cannot be read (${String(failure)}); trying again.` }, remedy: null }
}
