/** Pictures: their files, and their places on a page with caption and credit. */
import type { Change } from '../document/change.ts'
import type { Area, Grid } from '../document/grid.ts'
import { record, type AssetRecord, type Document, type PictureRecord, type RecordId } from '../document/records.ts'
import { clampArea, resizeArea, type Cell, type Edges } from './areas.ts'
import { resetCrop } from './crops.ts'
import { create, inTurn, lastOrder, remove, update } from './edits.ts'

export interface NewPicture {
  readonly id: RecordId
  readonly page: RecordId
  /** Null keeps the place for a picture to come. */
  readonly asset: RecordId | null
  readonly area: Area
  readonly story: RecordId | null
}

/** Picture files that the document does not know yet. */
export function addAssets(document: Document, assets: readonly AssetRecord[]): Change | null {
  const unknown = assets.filter((asset, index) => !document.records[asset.id] && assets.findIndex(({ id }) => id === asset.id) === index)
  return unknown.length > 0 ? create(...unknown) : null
}

export function placePicture(document: Document, { id, page, asset, area, story }: NewPicture): Change | null {
  const grid = record(document, 'page', page)?.grid
  if (!grid || (asset !== null && !record(document, 'asset', asset))) return null
  return create({
    type: 'picture',
    id,
    page,
    order: lastOrder(document, 'picture'),
    asset,
    caption: null,
    credit: null,
    area: clampArea(grid, area),
    story,
  })
}

export function movePicture(document: Document, id: RecordId, to: Cell): Change | null {
  return reshape(document, id, (grid, area) => clampArea(grid, { ...area, ...to }))
}

export function resizePicture(document: Document, id: RecordId, edges: Edges): Change | null {
  return reshape(document, id, (grid, area) => resizeArea(grid, area, edges))
}

export function setPicture(document: Document, id: RecordId, fields: Partial<Pick<PictureRecord, 'caption' | 'credit' | 'captionPlace' | 'story'>>): Change | null {
  return update(document, 'picture', id, fields)
}

/** Fills a picture's place, taking the file into the document if need be. Another file is not cut as the one before. */
export function setPictureAsset(document: Document, id: RecordId, asset: AssetRecord): Change | null {
  return inTurn(
    document,
    (now) => addAssets(now, [asset]),
    (now) => resetCrop(now, id),
    (now) => update(now, 'picture', id, { asset: asset.id }),
  )
}

export function removePicture(document: Document, id: RecordId): Change | null {
  const picture = record(document, 'picture', id)
  return picture ? remove(picture) : null
}

function reshape(document: Document, id: RecordId, shape: (grid: Grid, area: Area) => Area): Change | null {
  const picture = record(document, 'picture', id)
  const grid = picture && record(document, 'page', picture.page)?.grid
  return grid ? update(document, 'picture', id, { area: shape(grid, picture.area) }) : null
}
