/**
 * The worker of the window: sets pages with the engine and paints them, so that neither ever holds up the editor's hand.
 * Between two pieces of work it hears every message that has arrived; only the newest state is worked on, so no queue
 * builds up while something is dragged.
 */
import type { RecordId } from '../../../src-core/document/records.ts'
import { openFace } from '../../../src-core/fonts/face-index.ts'
import { faceSet } from '../../../src-core/fonts/face-set.ts'
import { createEngine } from '../../../src-core/typeset/engine.ts'
import type { PageResult } from '../../../src-core/typeset/result.ts'
import { expectedText } from './expected-text.ts'
import type { FromWorker, Region, SentFace, ToWorker } from './messages.ts'
import { createPageSetter, type PageSetter } from './page-setter.ts'
import { arrivingPictures } from './pictures.ts'
import { createRegionPainter, growingSurface, type RegionPainter } from './region-painter.ts'
import { createSavingsFinder, type SavingsFinder } from './savings-finder.ts'
import { packResult } from './sent-result.ts'
import { arrivingShapes, type ArrivingShapes } from './shapes.ts'

/** What a dedicated worker's global has for us; the window's types come with the DOM's. */
interface WorkerScope {
  postMessage(message: FromWorker, transfer: readonly Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void
}
const scope = globalThis as unknown as WorkerScope
const send = (message: FromWorker, transfer: readonly Transferable[] = []) => scope.postMessage(message, transfer)

/** Outlines come sooner than this, as a rule, and the page is painted once, whole; later than this, its text is grey strips meanwhile. */
const PATIENCE_MS = 250

interface Tools {
  readonly shapes: ArrivingShapes
  readonly setter: PageSetter
  readonly painter: RegionPainter
  readonly savings: SavingsFinder
}

let tools: Tools | null = null
/** Messages that came before the faces. */
let early: Exclude<ToWorker, { type: 'faces' }>[] = []
let generation = 0
let shown: RecordId | null = null
/** The page whose outlines were asked for before it was set. */
let expected: RecordId | null = null
let region: Region | null = null
/** When outlines were first missed, in milliseconds. */
let waitingSince: number | null = null
const sent = new Map<RecordId, PageResult>()
const surface = growingSurface()
const pictures = arrivingPictures((wanted) => send({ type: 'want-picture', ...wanted }))

scope.addEventListener('message', ({ data }) => {
  // While the faces are on their way, there is time for it.
  if (data.type === 'region') surface.grow(data.region.width, data.region.height)
  if (data.type === 'faces') begin(data.faces)
  else if (tools) receive(tools, data)
  else early.push(data)
  void work()
})

function begin(faces: readonly SentFace[]): void {
  const retired = new Set(faces.filter((face) => face.retired).map(({ id }) => id))
  const set = faceSet(
    faces.map(({ id, index }) => openFace(id, index)),
    { retired },
  )
  const engine = createEngine(set)
  if (tools) {
    tools.shapes.useFaces(set)
    for (const page of tools.setter.useEngine(engine)) tools.shapes.want(page.frame.items)
    tools.savings.useEngine(createEngine(set))
    tools.painter.spoil()
    return
  }
  const shapes = arrivingShapes(set, (face, glyphs) => send({ type: 'want-outlines', face, glyphs }))
  tools = {
    shapes,
    setter: createPageSetter(engine),
    painter: createRegionPainter(shapes, surface, pictures.picture),
    savings: createSavingsFinder(createEngine(set)),
  }
  for (const message of early) receive(tools, message)
  early = []
}

function receive({ shapes, setter, painter, savings }: Tools, message: Exclude<ToWorker, { type: 'faces' }>): void {
  switch (message.type) {
    case 'load':
    case 'load-frozen':
      generation = message.generation
      sent.clear()
      expected = null
      if (message.type === 'load') setter.load(message.document)
      else {
        setter.loadFrozen(message.document, message.pages)
        for (const page of message.pages) shapes.want(page.frame.items)
      }
      break
    case 'apply':
      setter.apply(message.change)
      break
    case 'preview':
      setter.preview(message.change)
      break
    case 'show':
      shown = message.page
      setter.show(message.page)
      if (message.page !== expected) {
        expected = message.page
        shapes.wantTexts(expectedText(setter.document(), message.page))
      }
      break
    case 'region':
      region = message.region
      break
    case 'new-canvas':
      painter.spoil()
      break
    case 'savings':
      savings.want(message.page)
      break
    case 'fit':
      send({ type: 'fitted', request: message.request, area: setter.fittingArea(message.page, message.article, message.place, message.continues) })
      break
    case 'outlines':
      shapes.add(message.face, message.bytes)
      painter.spoil()
      break
    case 'picture':
      void pictures.add(message, message.png).then(painter.spoil).then(work)
      break
  }
}

let working = false
async function work(): Promise<void> {
  if (working || !tools) return
  working = true
  try {
    do await otherMessages()
    while (step(tools))
  } finally {
    working = false
  }
}

/** The most urgent piece of work; false when there is none. */
function step(ready: Tools): boolean {
  const first = ready.setter.setNext(true)
  if (first) sendResult(ready, first)
  else if (!paint(ready)) {
    const other = ready.setter.setNext(false)
    if (!other) return findSavings(ready)
    sendResult(ready, other)
  }
  return true
}

/** False when none are wanted, or found already; not while a gesture runs, whose next frame would wait for it. */
function findSavings({ setter, savings }: Tools): boolean {
  const found = setter.isPreviewing() ? undefined : savings.step(setter.document())
  if (found) send({ type: 'savings', generation, ...found })
  return found !== undefined
}

function sendResult({ shapes }: Tools, result: PageResult): void {
  const page = result.frame.page.id
  shapes.want(result.frame.items)
  send({ type: 'result', generation, page, result: packResult(sent.get(page), result) })
  sent.set(page, result)
}

/** False when the region shows what it should, or will in a moment. */
function paint({ setter, painter, shapes }: Tools): boolean {
  const result = region && region.page === shown ? setter.result(region.page) : undefined
  if (!region || !result) return false
  pictures.want(result.frame.items, region.scale)
  if (!shapes.isWaiting()) waitingSince = null
  else if (waitingSince === null) {
    waitingSince = performance.now()
    setTimeout(() => void work(), PATIENCE_MS)
  }
  if (waitingSince !== null && performance.now() - waitingSince < PATIENCE_MS) return false
  const patches = painter.paint(region, result.frame)
  for (const patch of patches) send({ type: 'patch', generation, ...patch }, [patch.bitmap])
  return patches.length > 0
}

/** Lets the messages that have arrived be heard. */
const channel = new MessageChannel()
function otherMessages(): Promise<void> {
  return new Promise((resolve) => {
    channel.port1.addEventListener('message', () => resolve(), { once: true })
    channel.port1.start()
    channel.port2.postMessage(null)
  })
}
