/** Preflight, live: every check runs again shortly after the editor paused, on whatever the engine has set by then. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { recordsOf, type RecordId } from '../../../src-core/document/records.ts'
import type { Finding, ListedFinding } from '../../../src-core/preflight/finding.ts'
import { preflight } from '../../../src-core/preflight/preflight.ts'
import { knownFaces } from '../../../src-core/api/known-faces.ts'
import type { FaceSummary } from '../../../src-core/api/methods.ts'
import type { FaceList } from '../faces/face-list.ts'
import type { Session } from '../../editor/session.ts'

export interface Findings {
  readonly list: readonly ListedFinding[]
  /** Every page has been set, so nothing is missing from the list. */
  readonly complete: boolean
}

const NOTHING: Findings = { list: [], complete: true }
const PAUSE_MS = 250

export function createFindings(session: Session, faces: FaceList): StoreApi<Findings> {
  const store = createStore<Findings>(() => NOTHING)
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => store.setState(check(session, faces.getState()), true), PAUSE_MS)
  }
  session.store.subscribe((state, before) => {
    if (state.document !== before.document || state.results !== before.results) soon()
  })
  faces.subscribe(soon)
  return store
}

function check(session: Session, faces: readonly FaceSummary[] | null): Findings {
  const { document, preview, results, readOnly } = session.store.getState()
  // A past issue was checked when it was made; a gesture under way is no state to judge.
  if (!document || preview || readOnly) return NOTHING
  const pages = recordsOf(document, 'page').map((page) => results[page.id])
  const set = pages.filter((result) => result !== undefined)
  return { list: preflight({ document, results: set, ...(faces ? { faces: knownFaces(faces) } : {}) }), complete: set.length === pages.length }
}

/** Brings the editor to the place that a finding means: the page, the object on it, the character. */
export function goToFinding(session: Session, { page: number, story: id, range }: Pick<Finding, 'page' | 'story' | 'range'>): void {
  const { document } = session.store.getState()
  if (!document) return
  const page = recordsOf(document, 'page').find((candidate) => candidate.number === number)
  if (page) session.showPage(page.id)
  const found = id === undefined ? undefined : document.records[id]
  if (!found) return
  session.select({ kind: 'record', id: found.id })
  const article: RecordId | null = found.type === 'story' ? found.article : found.type === 'article' ? found.id : null
  if (article !== null && range && range.part !== 'caption') session.focusText({ article, part: range.part, block: range.block ?? null, offset: range.from })
}
