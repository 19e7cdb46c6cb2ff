/** Things dragged on to the page from outside it: articles of the pool, picture files, article files. */
import { addArticles } from '../../src-core/commands/articles.ts'
import { placeAdvert, setAdvertAsset } from '../../src-core/commands/adverts.ts'
import { inTurn } from '../../src-core/commands/edits.ts'
import { addAssets, placePicture, setPictureAsset } from '../../src-core/commands/pictures.ts'
import { placeStory } from '../../src-core/commands/stories.ts'
import { ApiFailure } from '../../src-core/api/methods.ts'
import type { Change } from '../../src-core/document/change.ts'
import { POINTS_PER_MILLIMETRE, type Area, type Grid } from '../../src-core/document/grid.ts'
import type { PdfFile, PdfPage } from '../../src-core/document/pdf-page.ts'
import { record, type AssetRecord, type Document, type RecordId } from '../../src-core/document/records.ts'
import { columnsFor, cutToRoom, placeAt } from '../editor/free-place.ts'
import { ARTICLE_MIME } from '../editor/place-article.ts'
import type { Session } from '../editor/session.ts'
import { takePictures } from '../editor/take-pictures.ts'
import { currentText } from '../text/language.ts'
import { toPage, type Point } from './camera.ts'
import { cellAt, columnPitch, storyAt } from './gestures.ts'
import { objectsAt } from './hit-test.ts'
import type { Stage } from './stage.ts'

const PICTURE_COLUMNS = 3
/** Before a file has come, nobody knows its shape: three to two, as most news pictures. */
const USUAL_SHAPE = { width: 3, height: 2 }
const CAPTION_LINES = 2

interface Spot {
  readonly document: Document
  readonly page: RecordId
  readonly grid: Grid
  readonly cell: { readonly column: number; readonly line: number }
  readonly point: Point
}

export function listenToDrops(scroller: HTMLElement, stage: Stage, session: Session): () => void {
  const { store } = session
  const story = { id: crypto.randomUUID() as string }
  /** The cell that is shown, so that nothing is done again while the pointer stays in it. */
  let shownCell = ''
  /** Counts what is asked of the engine; only the newest answer is shown. */
  let question = 0

  function spotOf(event: DragEvent): Spot | null {
    const seen = stage.sight()
    const { document, readOnly } = store.getState()
    if (!seen || !document || readOnly) return null
    const { left, top } = scroller.getBoundingClientRect()
    const point = toPage(seen.camera, { x: event.clientX - left, y: event.clientY - top })
    return { document, page: seen.page.id, grid: seen.page.grid, cell: cellAt(seen.page.grid, point), point }
  }

  function onOver(event: DragEvent): void {
    const types = event.dataTransfer?.types ?? []
    const spot = types.includes(ARTICLE_MIME) || types.includes('Files') ? spotOf(event) : null
    if (!spot || !event.dataTransfer) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    const cell = `${spot.cell.column} ${spot.cell.line}`
    if (cell === shownCell) return
    shownCell = cell
    if (types.includes(ARTICLE_MIME)) void showArticle(spot)
    else if (hasPicture(event.dataTransfer)) showPicture(spot)
  }

  async function showArticle(spot: Spot): Promise<void> {
    const { selection } = store.getState()
    const article = selection.kind === 'record' ? selection.id : null
    const asked = ++question
    const area = article === null ? null : await areaFor(session, spot, article)
    const { document } = store.getState()
    if (asked !== question || article === null || !area || !document) return
    session.preview(placeStory(document, { id: story.id, page: spot.page, article, area }))
  }

  function showPicture(spot: Spot): void {
    if (emptyPlace(spot)) session.preview(null)
    else session.preview(placePicture(spot.document, { id: story.id, page: spot.page, asset: null, area: pictureArea(spot.grid, spot.cell, USUAL_SHAPE), story: null }))
  }

  function end(): void {
    question += 1
    shownCell = ''
  }

  function onLeave(event: DragEvent): void {
    if (event.relatedTarget instanceof Node && scroller.contains(event.relatedTarget)) return
    end()
    session.preview(null)
  }

  function onDrop(event: DragEvent): void {
    const spot = spotOf(event)
    const article = event.dataTransfer?.getData(ARTICLE_MIME)
    const files = [...(event.dataTransfer?.files ?? [])]
    end()
    if (!spot || (!article && files.length === 0)) return session.preview(null)
    event.preventDefault()
    scroller.focus({ preventScroll: true })
    return void (article ? dropArticle(session, spot, article) : dropFiles(session, spot, files)).catch((failure: unknown) => {
      session.preview(null)
      if (!(failure instanceof ApiFailure)) throw failure
      session.tell({ type: 'failed', error: failure.error })
    })
  }

  scroller.addEventListener('dragover', onOver)
  scroller.addEventListener('dragleave', onLeave)
  scroller.addEventListener('drop', onDrop)
  return () => {
    scroller.removeEventListener('dragover', onOver)
    scroller.removeEventListener('dragleave', onLeave)
    scroller.removeEventListener('drop', onDrop)
  }
}

/** As wide as suits the article and the room at that cell, as high as it needs, down to what stands below. */
async function areaFor(session: Session, { document, page, grid, cell }: Spot, article: RecordId): Promise<Area | null> {
  const found = record(document, 'article', article)
  if (!found) return null
  const place = placeAt(document, page, cell, columnsFor(found, grid))
  return cutToRoom(document, page, await session.fittingArea(page, article, place))
}

async function dropArticle(session: Session, spot: Spot, article: RecordId): Promise<void> {
  const area = await areaFor(session, spot, article)
  const { document } = session.store.getState()
  const id = crypto.randomUUID()
  const change = document && area ? placeStory(document, { id, page: spot.page, article, area }) : null
  if (!change) return session.preview(null)
  session.dispatch(change)
  return session.select({ kind: 'record', id })
}

/** Pictures are placed from the cell on, side by side; article files go into the pool, the first of them on to the page. */
async function dropFiles(session: Session, spot: Spot, files: readonly File[]): Promise<void> {
  const pictures = files.filter(({ type }) => isArtwork(type))
  const texts = await Promise.all(files.filter((file) => !pictures.includes(file)).map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
  if (pictures.length > 0) {
    const { assets, refused, misnamed } = await takePictures(session.api, pictures, currentText().picture.tooLarge)
    if (refused.length > 0) session.tell({ type: 'not-taken', files: refused })
    if (misnamed.length > 0) session.tell({ type: 'misnamed', files: misnamed })
    placeAssets(session, spot, assets)
  }
  if (texts.length > 0) await placeTexts(session, spot, texts)
  session.preview(null)
}

function placeAssets(session: Session, spot: Spot, assets: readonly AssetRecord[]): void {
  const { document } = session.store.getState()
  const [first] = assets
  if (!document || !first) return
  const kept = emptyPlace(spot)
  if (kept && (kept.type === 'advert' || !first.pdf)) {
    session.dispatch(kept.type === 'picture' ? setPictureAsset(document, kept.id, first) : setAdvertAsset(document, kept.id, first))
    session.select({ kind: 'record', id: kept.id })
    return
  }
  const story = storyAt(document, spot.page, spot.point)
  const placed = assets.map((asset, index) => ({ id: crypto.randomUUID(), asset, cell: { ...spot.cell, column: spot.cell.column + index * PICTURE_COLUMNS } }))
  session.dispatch(
    inTurn(
      document,
      (now) => addAssets(now, assets),
      ...placed.flatMap(({ id, asset, cell }) => (asset.pdf ? advertCommands(spot, id, asset, asset.pdf, cell) : [(now: Document) => placePicture(now, { id, page: spot.page, asset: asset.id, area: pictureArea(spot.grid, cell, asset), story })])),
    ),
  )
  session.select({ kind: 'record', id: placed[0]!.id })
}

/** A PDF is an advert, of a name that the editor knows it by until it has another. */
function advertCommands({ page, grid }: Spot, id: RecordId, asset: AssetRecord, { pages }: PdfFile, cell: Spot['cell']): readonly ((document: Document) => Change | null)[] {
  const name = asset.name.replace(/\.pdf$/iu, '')
  return [(now) => placeAdvert(now, { id, page, name, area: advertArea(grid, cell, pages[0]!) }), (now) => setAdvertAsset(now, id, asset)]
}

async function placeTexts(session: Session, spot: Spot, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<void> {
  const { articles, refused } = await session.api.call('articles.parse', { files: files.map(({ name, bytes }) => ({ name, bytes })) })
  if (refused.length > 0) session.tell({ type: 'not-taken', files: refused })
  const added = articles.map((article) => ({ id: crypto.randomUUID(), article }))
  const { document } = session.store.getState()
  const [first] = added
  if (!document || !first) return
  session.dispatch(addArticles(document, added))
  await dropArticle(session, { ...spot, document: session.store.getState().document ?? document }, first.id)
}

/** A picture's place, or an advert hole, under the pointer that waits for its file. */
function emptyPlace({ document, page, point }: Spot) {
  return objectsAt(document, page, point).find((object) => (object.type === 'picture' || object.type === 'advert') && object.asset === null) as
    | Extract<ReturnType<typeof objectsAt>[number], { type: 'picture' | 'advert' }>
    | undefined
}

/** Three columns, or what there is, and as many lines as show the whole picture over a caption of two lines. */
export function pictureArea(grid: Grid, cell: Spot['cell'], shape: { readonly width: number; readonly height: number }): Area {
  const columns = Math.min(PICTURE_COLUMNS, grid.columns)
  const width = columns * columnPitch(grid) - grid.gutterChars * grid.bodySize
  const lines = Math.round((width * shape.height) / shape.width / grid.linePitch) + CAPTION_LINES
  return { column: cell.column, line: cell.line, columns, lines }
}

/** The cells that an advert of that size, in millimetres, was most likely booked in. */
export function advertArea(grid: Grid, cell: Spot['cell'], { width, height }: PdfPage): Area {
  const gutter = grid.gutterChars * grid.bodySize
  const columns = Math.round((width * POINTS_PER_MILLIMETRE + gutter) / columnPitch(grid))
  const lines = Math.round((height * POINTS_PER_MILLIMETRE + grid.linePitch - grid.bodySize) / grid.linePitch)
  return { column: cell.column, line: cell.line, columns: Math.min(grid.columns, Math.max(1, columns)), lines: Math.min(grid.lines, Math.max(1, lines)) }
}

/** Pictures, and adverts that come as PDF. */
function isArtwork(type: string): boolean {
  return type.startsWith('image/') || type === 'application/pdf'
}

/** While files are dragged, only their types can be seen. */
function hasPicture({ items }: DataTransfer): boolean {
  return [...items].some(({ kind, type }) => kind === 'file' && isArtwork(type))
}
