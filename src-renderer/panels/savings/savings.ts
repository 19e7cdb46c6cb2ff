/** The 省行表 of the shown page while it is open: asked of the engine's worker, which sends it again after every change. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { record, type RecordId } from '../../../src-core/document/records.ts'
import type { LineSaving, StorySavings } from '../../../src-core/typeset/line-savings.ts'
import type { SavingsSource } from '../../editor/savings-source.ts'
import type { EditorState, Session } from '../../editor/session.ts'
import type { DeskState } from '../desk.ts'

export interface Savings {
  readonly page: RecordId | null
  readonly stories: readonly StorySavings[]
  /** The table is of the document as it is now. */
  readonly complete: boolean
}

const NOTHING: Savings = { page: null, stories: [], complete: false }

export function createSavings(session: Session, desk: StoreApi<DeskState>, source: SavingsSource): StoreApi<Savings> {
  const store = createStore<Savings>(() => NOTHING)
  let wanted: RecordId | null = null

  function want(): void {
    const page = desk.getState().savingsOpen ? shownPage(session.store.getState()) : null
    if (page === wanted) return
    wanted = page
    store.setState(NOTHING, true)
    source.wantSavings(page)
  }
  desk.subscribe(want)
  session.store.subscribe((state, before) => {
    if (state.document !== before.document) store.setState({ complete: false })
    want()
  })
  source.onSavings((page, stories) => {
    if (page === wanted) store.setState({ page, stories, complete: true })
  })
  return store
}

function shownPage({ document, page, readOnly }: EditorState): RecordId | null {
  return document && !readOnly && page !== null && record(document, 'page', page) ? page : null
}

/** One row of the table, and the story that it belongs to. */
export interface SavingRow extends LineSaving {
  readonly story: RecordId
  readonly article: RecordId
}

/** All rows in the order of the table. */
export function savingRows({ stories }: Pick<Savings, 'stories'>): readonly SavingRow[] {
  return stories.flatMap(({ story, article, rows }) => rows.map((row) => ({ ...row, story, article })))
}

/** Names a row as long as the paragraph is there, however its figures change. */
export function rowKey({ story, block, kind }: SavingRow): string {
  return `${story} ${block} ${kind}`
}

/** Brings the editor to the paragraph: its story on the page, its last line selected in the text. */
export function goToSaving(session: Session, { story, article, block, lastLine }: SavingRow): void {
  const { document } = session.store.getState()
  const page = document ? record(document, 'story', story)?.page : undefined
  const text = document ? record(document, 'article', article)?.blocks[block] : undefined
  if (page === undefined || text?.role !== 'paragraph') return
  session.showPage(page)
  session.select({ kind: 'record', id: story })
  session.focusText({ article, part: 'block', block, offset: lastLine, to: Array.from(text.text).length })
}
