/** What a page's objects have in common for the editor's hand: whatever it is, it can be moved, resized and removed. */
import type { Change } from '../document/change.ts'
import type { Area } from '../document/grid.ts'
import type { Document, DocumentRecord, PlacedType, RecordId, RecordOf } from '../document/records.ts'
import { moveAdvert, removeAdvert, resizeAdvert } from './adverts.ts'
import { moveOrnament, removeOrnament, resizeOrnament } from './ornaments.ts'
import { areaOfLegs, type Cell, type Edges } from './areas.ts'
import { movePicture, removePicture, resizePicture } from './pictures.ts'
import { moveStory, removeStory, resizeStory } from './stories.ts'

export type PageObject = RecordOf<PlacedType>

export function isPageObject(candidate: DocumentRecord | undefined): candidate is PageObject {
  return candidate?.type === 'story' || candidate?.type === 'picture' || candidate?.type === 'advert' || candidate?.type === 'ornament'
}

export function pageObject(document: Document, id: RecordId): PageObject | undefined {
  const candidate = document.records[id]
  return isPageObject(candidate) ? candidate : undefined
}

/** The rectangle of cells round an object. */
export function areaOf(object: PageObject): Area {
  return object.type === 'story' ? areaOfLegs(object.legs) : object.area
}

const MOVE = { story: moveStory, picture: movePicture, advert: moveAdvert, ornament: moveOrnament }
const RESIZE = { story: resizeStory, picture: resizePicture, advert: resizeAdvert, ornament: resizeOrnament }
const REMOVE = { story: removeStory, picture: removePicture, advert: removeAdvert, ornament: removeOrnament }

export function moveObject(document: Document, id: RecordId, to: Cell): Change | null {
  const object = pageObject(document, id)
  return object ? MOVE[object.type](document, id, to) : null
}

export function resizeObject(document: Document, id: RecordId, edges: Edges): Change | null {
  const object = pageObject(document, id)
  return object ? RESIZE[object.type](document, id, edges) : null
}

export function removeObject(document: Document, id: RecordId): Change | null {
  const object = pageObject(document, id)
  return object ? REMOVE[object.type](document, id) : null
}
