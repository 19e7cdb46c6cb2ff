/** Advert holes: cells that no body enters, with a name and, once it has come, the artwork. */
import type { Change } from '../document/change.ts'
import type { Area, Grid } from '../document/grid.ts'
import { record, type AdvertRecord, type AssetRecord, type Document, type RecordId } from '../document/records.ts'
import { clampArea, resizeArea, type Cell, type Edges } from './areas.ts'
import { create, inTurn, lastOrder, remove, replace, update } from './edits.ts'
import { addAssets } from './pictures.ts'

export interface NewAdvert {
  readonly id: RecordId
  readonly page: RecordId
  readonly name: string
  readonly area: Area
}

export function placeAdvert(document: Document, { id, page, name, area }: NewAdvert): Change | null {
  const grid = record(document, 'page', page)?.grid
  if (!grid) return null
  return create({
    type: 'advert',
    id,
    page,
    order: lastOrder(document, 'advert'),
    name,
    asset: null,
    area: clampArea(grid, area),
    keyline: true,
  })
}

export function moveAdvert(document: Document, id: RecordId, to: Cell): Change | null {
  return reshape(document, id, (grid, area) => clampArea(grid, { ...area, ...to }))
}

export function resizeAdvert(document: Document, id: RecordId, edges: Edges): Change | null {
  return reshape(document, id, (grid, area) => resizeArea(grid, area, edges))
}

export function setAdvert(document: Document, id: RecordId, fields: Partial<Pick<AdvertRecord, 'name' | 'keyline'>>): Change | null {
  return update(document, 'advert', id, fields)
}

/** The artwork, taking the file into the document if need be; null empties the hole. */
export function setAdvertAsset(document: Document, id: RecordId, asset: AssetRecord | null): Change | null {
  return inTurn(
    document,
    (now) => (asset ? addAssets(now, [asset]) : null),
    (now) => {
      const advert = record(now, 'advert', id)
      if (!advert) return null
      // Which page of the file, which part and how: said of the file that was there.
      const { pdfPage: _, pdfAs: __, crop: ___, ...rest } = advert
      return replace(now, { ...(asset?.id === advert.asset ? advert : rest), asset: asset?.id ?? null })
    },
  )
}

/** Of an advert's PDF: which page is shown, and whether as a picture. */
export function setAdvertPdf(document: Document, id: RecordId, { page, asPicture }: { readonly page?: number; readonly asPicture?: boolean }): Change | null {
  const advert = record(document, 'advert', id)
  if (!advert) return null
  const { pdfPage = 1, pdfAs, ...rest } = advert
  const number = page ?? pdfPage
  return replace(document, { ...rest, ...(number > 1 ? { pdfPage: number } : {}), ...((asPicture ?? pdfAs === 'raster') ? { pdfAs: 'raster' } : {}) })
}

export function removeAdvert(document: Document, id: RecordId): Change | null {
  const advert = record(document, 'advert', id)
  return advert ? remove(advert) : null
}

function reshape(document: Document, id: RecordId, shape: (grid: Grid, area: Area) => Area): Change | null {
  const advert = record(document, 'advert', id)
  const grid = advert && record(document, 'page', advert.page)?.grid
  return grid ? update(document, 'advert', id, { area: shape(grid, advert.area) }) : null
}
