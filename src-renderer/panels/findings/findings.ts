/** Preflight, live: every check runs again shortly after the editor paused, on whatever the engine has set by then. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { knownFaces } from '../../../src-core/api/known-faces.ts'
import { recordsOf, type RecordId } from '../../../src-core/document/records.ts'
import type { Finding, ListedFinding } from '../../../src-core/preflight/finding.ts'
import type { createPreflight, PreflightRun } from '../../../src-core/preflight/preflight.ts'
import { remembered } from '../../../src-core/preflight/remember.ts'
import type { FaceList } from '../faces/face-list.ts'
import type { Session } from '../../editor/session.ts'

export interface Findings {
  readonly list: readonly ListedFinding[]
  /** Every page has been set, so nothing is missing from the list. */
  readonly complete: boolean
  /** Key of the finding that the editor looks at. */
  readonly chosen: string | null
}

const NOTHING = { list: [], complete: true }
const PAUSE_MS = 250
/** Before the first time: loading the checks would hold up the first page. */
const FIRST_PAUSE_MS = 800
/** How long checks may run on end: keys and frames come in between. */
const SLICE_MS = 6

export function createFindings(session: Session, faces: FaceList): StoreApi<Findings> {
  const store = createStore<Findings>(() => ({ ...NOTHING, chosen: null }))
  const facesAtHand = remembered(knownFaces)
  let preflight: ReturnType<typeof createPreflight> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  async function check(): Promise<void> {
    preflight ??= (await import('../../../src-core/preflight/preflight.ts')).createPreflight()
    const { document, preview, results, readOnly } = session.store.getState()
    // A past issue was checked when it was made; a gesture under way is no state to judge.
    if (!document || preview || readOnly) return store.setState(NOTHING)
    const pages = recordsOf(document, 'page').map((page) => results[page.id])
    const set = pages.filter((result) => result !== undefined)
    const known = faces.getState()
    const awaited = timer
    const list = await inSlices(preflight({ document, results: set, ...(known ? { faces: facesAtHand(known) } : {}) }), () => timer === awaited)
    if (!list) return
    const { chosen, list: before } = store.getState()
    store.setState({ list, complete: set.length === pages.length, chosen: stillThere(chosen, before, list) })
  }
  function soon(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void check(), preflight ? PAUSE_MS : FIRST_PAUSE_MS)
  }
  session.store.subscribe((state, before) => {
    if (state.document !== before.document || state.results !== before.results) soon()
  })
  faces.subscribe(soon)
  return store
}

/** Null where it was given up. */
async function inSlices(run: PreflightRun, isWanted: () => boolean): Promise<readonly ListedFinding[] | null> {
  let until = performance.now() + SLICE_MS
  for (;;) {
    const step = run.next()
    if (step.done) return step.value
    if (performance.now() < until) continue
    await new Promise((settle) => setTimeout(settle))
    if (!isWanted()) return null
    until = performance.now() + SLICE_MS
  }
}

/** Where the chosen finding is mended, the next one that is not. */
function stillThere(chosen: string | null, before: readonly ListedFinding[], now: readonly ListedFinding[]): string | null {
  if (chosen === null) return null
  const keys = new Set(now.map(({ key }) => key))
  return before.slice(before.findIndex(({ key }) => key === chosen)).find(({ key }) => keys.has(key))?.key ?? null
}

/** Brings the editor to the place that a finding means: the page, the object on it or the cells, the characters. */
export function goToFinding(session: Session, { page: number, story: id, range, cell, columns = 1, lines = 1 }: Pick<Finding, 'page' | 'story' | 'range' | 'cell' | 'columns' | 'lines'>): void {
  const { document } = session.store.getState()
  if (!document) return
  const page = recordsOf(document, 'page').find((candidate) => candidate.number === number)
  if (page) session.showPage(page.id)
  const found = id === undefined ? undefined : document.records[id]
  if (!found) {
    if (page && cell) session.pointAt({ ...cell, columns, lines: Math.max(1, lines) })
    return
  }
  session.select({ kind: 'record', id: found.id })
  const article: RecordId | null = found.type === 'story' ? found.article : found.type === 'article' ? found.id : null
  if (article !== null && range && range.part !== 'caption' && range.part !== 'credit') session.focusText({ article, part: range.part, block: range.block ?? null, offset: range.from, to: range.to })
}

/** The next finding that nobody accepted, or the one before; from the last on to the first. */
export function stepToFinding(session: Session, findings: StoreApi<Findings>, step: 1 | -1): void {
  const { list, chosen } = findings.getState()
  const open = list.filter(({ accepted }) => accepted === undefined)
  const at = open.findIndex(({ key }) => key === chosen)
  const next = open[at === -1 ? (step === 1 ? 0 : open.length - 1) : (at + step + open.length) % open.length]
  if (!next) return
  findings.setState({ chosen: next.key })
  goToFinding(session, next)
}
