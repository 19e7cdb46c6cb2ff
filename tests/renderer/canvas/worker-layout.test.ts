import { describe, expect, test, vi } from 'vitest'
import { ApiFailure, type ApiClient, type ApiEvent, type Input, type MethodName, type Output } from '../../../src-core/api/methods.ts'
import type { PageResult } from '../../../src-core/typeset/result.ts'
import { createWorkerLayout, type WorkerPort } from '../../../src-renderer/canvas/worker-layout.ts'
import type { FromWorker, ToWorker } from '../../../src-renderer/canvas/worker/messages.ts'
import { anIssue } from '../../core/commands/document.ts'

function setUp(answers: Partial<Record<MethodName, (input: never) => unknown>> = {}) {
  const posted: ToWorker[] = []
  const events: ((event: ApiEvent) => void)[] = []
  const listeners: ((event: MessageEvent<FromWorker>) => void)[] = []
  const port: WorkerPort = {
    postMessage: (message: ToWorker) => void posted.push(message),
    addEventListener: (_: 'message', listener: (event: MessageEvent<FromWorker>) => void) => void listeners.push(listener),
  }
  const api: ApiClient = {
    async call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
      if (method === 'faces.list') return [{ id: 'song' }, { id: 'hei' }] as unknown as Output<M>
      if (method === 'faces.index') return { bytes: new Uint8Array(1) } as unknown as Output<M>
      return answers[method]!(input as never) as Output<M>
    },
    onEvent(listener) {
      events.push(listener)
      return () => undefined
    },
  }
  const layout = createWorkerLayout(api, port)
  const answer = (message: FromWorker) => listeners.forEach((listener) => listener({ data: message } as MessageEvent<FromWorker>))
  const tell = (event: ApiEvent) => events.forEach((listener) => listener(event))
  return { layout, posted, answer, tell, types: () => posted.map(({ type }) => type) }
}

const result: PageResult = {
  frame: { page: { id: 'page-1', number: '', section: '' }, trim: { width: 1, height: 1 }, bleed: 0, typeArea: { x: 0, y: 0, width: 1, height: 1 }, items: [] },
  stories: [],
  notes: [],
}
const bitmap = () => ({ width: 1, height: 1, close: vi.fn() }) as unknown as ImageBitmap
const region = { page: 'page-1', scale: 1, left: 0, top: 0, width: 1, height: 1 }

describe('the window’s side of the worker', () => {
  test('gives it all faces at once', async () => {
    const { posted, types } = setUp()
    await vi.waitFor(() => expect(types()).toContain('faces'))
    expect(posted.find((message) => message.type === 'faces')?.faces.map(({ id }) => id)).toEqual(['song', 'hei'])
  })

  test('gives it all faces again when one came or went', async () => {
    const { tell, types } = setUp()
    await vi.waitFor(() => expect(types()).toEqual(['faces']))
    tell({ type: 'faces.changed' })
    await vi.waitFor(() => expect(types()).toEqual(['faces', 'faces']))
  })

  test('has a canvas that comes later begin with all of its region', () => {
    const { layout, types } = setUp()
    const leave = layout.onPatch(() => undefined)
    layout.paint(region)
    leave()
    layout.onPatch(() => undefined)
    layout.paint(region)
    expect(types()).toEqual(['new-canvas', 'region', 'new-canvas', 'region'])
  })

  test('passes on what belongs to the document that is open, and drops what was set for the one before', () => {
    const { layout, answer } = setUp()
    const results: string[] = []
    const patches: unknown[] = []
    layout.onResult((page) => results.push(page))
    layout.onPatch((patch) => patches.push(patch))
    layout.load(anIssue)
    layout.load(anIssue)
    const late = bitmap()
    answer({ type: 'result', generation: 1, page: 'page-1', result })
    answer({ type: 'patch', generation: 1, region, left: 0, top: 0, bitmap: late })
    answer({ type: 'result', generation: 2, page: 'page-2', result })
    answer({ type: 'patch', generation: 2, region, left: 0, top: 0, bitmap: bitmap() })
    expect([results, patches.length]).toEqual([['page-2'], 1])
    expect(late.close).toHaveBeenCalled()
  })

  test('answers each question with its own answer', async () => {
    const { layout, posted, answer } = setUp()
    const place = { column: 0, line: 0, columns: 2 }
    const both = Promise.all([layout.fittingArea('page-1', 'a', place), layout.fittingArea('page-1', 'b', place)])
    const requests = posted.filter((message) => message.type === 'fit').map(({ request }) => request)
    for (const request of requests.toReversed()) answer({ type: 'fitted', request, area: { ...place, lines: request } })
    expect((await both).map(({ lines }) => lines)).toEqual(requests)
  })

  test('fetches what the worker lacks, asks again while the machine is out of reach, and gives up on what it does not have', async () => {
    vi.useFakeTimers()
    const fault = (code: 'fault' | 'not-found') => new ApiFailure({ code, message: { zh: '', en: '' }, remedy: null })
    const asked: string[] = []
    const { answer, posted } = setUp({
      'faces.outlines': () => {
        asked.push('outlines')
        if (asked.length < 3) throw fault('fault')
        return { bytes: new Uint8Array([7]) }
      },
      'assets.preview': () => {
        asked.push('picture')
        throw fault('not-found')
      },
    })
    answer({ type: 'want-outlines', face: 'song', glyphs: [1, 2] })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(posted).toContainEqual({ type: 'outlines', face: 'song', bytes: new Uint8Array([7]) })
    answer({ type: 'want-picture', asset: 'asset:1', colour: true, width: 512 })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked).toEqual(['outlines', 'outlines', 'outlines', 'picture'])
    vi.useRealTimers()
  })
})
