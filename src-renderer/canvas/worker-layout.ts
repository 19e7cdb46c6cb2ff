/** The window's side of the page worker: passes changes in, results and bitmaps out, and fetches what the worker lacks. */
import { ApiFailure, type ApiClient, type ErrorCode } from '../../src-core/api/methods.ts'
import type { Area } from '../../src-core/document/grid.ts'
import type { RecordId } from '../../src-core/document/records.ts'
import type { StorySavings } from '../../src-core/typeset/line-savings.ts'
import type { PageResult } from '../../src-core/typeset/result.ts'
import type { Layout } from '../editor/layout.ts'
import type { SavingsSource } from '../editor/savings-source.ts'
import type { FromWorker, Region, ToWorker } from './worker/messages.ts'
import { unpackResult } from './worker/sent-result.ts'

export type Patch = Omit<Extract<FromWorker, { type: 'patch' }>, 'type' | 'generation'>

/** Where the canvas gets its bitmaps. */
export interface PagePainter {
  /** What is wanted on screen from now on. */
  paint(region: Region): void
  /** The receiver closes the bitmap. It begins with the whole of the region that it asks for, however often that was painted before. */
  onPatch(listener: (patch: Patch) => void): () => void
}

/** One worker sets pages, paints them and looks for lines to save. */
export interface WorkerLayout extends Layout, PagePainter, SavingsSource {
  /** The worker has the fonts: from now on it can set pages. */
  readonly ready: Promise<void>
}

/** The part of a Worker that is used, so that a test can stand in for it. */
export type WorkerPort = Pick<Worker, 'postMessage'> & {
  addEventListener(type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void
}

const RETRY_MS = 1000
/** A pack of none. */
const NO_OUTLINES = new Uint8Array(4)
const MISSING: readonly ErrorCode[] = ['not-found', 'unreadable-file', 'bad-input']

export function createWorkerLayout(api: ApiClient, worker: WorkerPort = startWorker()): WorkerLayout {
  const resultListeners = new Set<(page: RecordId, result: PageResult) => void>()
  const savingsListeners = new Set<(page: RecordId, savings: readonly StorySavings[]) => void>()
  const patchListeners = new Set<(patch: Patch) => void>()
  const received = new Map<RecordId, PageResult>()
  const fits = new Map<number, (area: Area) => void>()
  let lastRequest = 0
  let generation = 0

  const post = (message: ToWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer)

  worker.addEventListener('message', ({ data }) => {
    switch (data.type) {
      case 'result': {
        if (data.generation !== generation) return
        const result = unpackResult(received.get(data.page), data.result)
        received.set(data.page, result)
        for (const listener of resultListeners) listener(data.page, result)
        break
      }
      case 'patch':
        if (data.generation !== generation) data.bitmap.close()
        else for (const listener of patchListeners) listener(data)
        break
      case 'savings':
        if (data.generation === generation) for (const listener of savingsListeners) listener(data.page, data.savings)
        break
      case 'fitted':
        fits.get(data.request)?.(data.area)
        fits.delete(data.request)
        break
      case 'want-outlines':
        void untilHere(() => api.call('faces.outlines', { face: data.face, glyphs: data.glyphs })).then((answer) => {
          const bytes = answer?.bytes ?? NO_OUTLINES.slice()
          post({ type: 'outlines', face: data.face, bytes }, [bytes.buffer])
        })
        break
      case 'want-picture': {
        const { type: _, width: maxWidth, ...kind } = data
        void untilHere(() => api.call('assets.preview', { ...kind, maxWidth })).then((answer) => {
          if (answer) post({ type: 'picture', ...kind, png: answer.png }, [answer.png.buffer])
        })
        break
      }
    }
  })

  const sendFaces = async () => {
    const faces = await untilHere(async () => {
      const list = await api.call('faces.list', {})
      return Promise.all(list.map(async ({ id, retired = false }) => ({ id, retired, index: (await api.call('faces.index', { face: id })).bytes })))
    })
    if (faces) post({ type: 'faces', faces }, faces.map(({ index }) => index.buffer))
  }
  const ready = sendFaces()
  api.onEvent((event) => {
    if (event.type === 'faces.changed') void sendFaces()
  })

  function beginGeneration(): number {
    received.clear()
    generation += 1
    return generation
  }

  return {
    ready,
    load: (document) => post({ type: 'load', generation: beginGeneration(), document }),
    loadFrozen: (document, pages) => post({ type: 'load-frozen', generation: beginGeneration(), document, pages }),
    apply: (change) => post({ type: 'apply', change }),
    preview: (change) => post({ type: 'preview', change }),
    show: (page) => post({ type: 'show', page }),
    fittingArea: (page, article, place, continues) =>
      new Promise((resolve) => {
        lastRequest += 1
        fits.set(lastRequest, resolve)
        post({ type: 'fit', request: lastRequest, page, article, place, ...(continues === undefined ? {} : { continues }) })
      }),
    onResult(listener) {
      resultListeners.add(listener)
      return () => resultListeners.delete(listener)
    },
    wantSavings: (page) => post({ type: 'savings', page }),
    onSavings(listener) {
      savingsListeners.add(listener)
      return () => savingsListeners.delete(listener)
    },
    paint: (region) => post({ type: 'region', region }),
    onPatch(listener) {
      patchListeners.add(listener)
      post({ type: 'new-canvas' })
      return () => patchListeners.delete(listener)
    },
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./worker/page-worker.ts', import.meta.url), { type: 'module', name: 'page' })
}

/**
 * Asks until the answer comes, since nothing can be shown without it and a lost connection comes back. Null for what the
 * machine does not have: the page is shown without it, and preflight reports it.
 */
async function untilHere<T>(ask: () => Promise<T>): Promise<T | null> {
  for (;;) {
    try {
      return await ask()
    } catch (failure) {
      if (failure instanceof ApiFailure && MISSING.includes(failure.error.code)) return null
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
}
