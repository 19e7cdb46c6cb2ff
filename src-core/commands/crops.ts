/** Which part of its file a picture or an advert shows (裁切), moved and scaled in its frame. */
import type { Change } from '../document/change.ts'
import { LEAST_CROP, movedCrop, roundCrop, scaledCrop, shownPicture, type Crop, type PictureFit } from '../document/crop.ts'
import type { Rect } from '../document/grid.ts'
import { record, type AdvertRecord, type AssetRecord, type Document, type PictureRecord, type RecordId } from '../document/records.ts'
import { replace } from './edits.ts'

export type Artwork = PictureRecord | AdvertRecord

/** Points of the frame that the picture fills. */
export type FrameSize = Pick<Rect, 'width' | 'height'>

/** What is shown now, as wide for its height as the frame; null where nothing is cut: no file, a PDF, or all of it is shown. */
export function cropOf(document: Document, id: RecordId, frame: FrameSize): Crop | null {
  const found = artworkWithFile(document, id)
  if (!found || found.asset.pdf || fitOf(document, found.artwork) === 'contain') return null
  return shownPicture(found.asset, { x: 0, y: 0, ...frame }, found.artwork.crop).crop
}

/** Moves the picture, so that what lay under a point lies so many points further right and down. */
export function moveInFrame(document: Document, id: RecordId, frame: FrameSize, right: number, down: number): Change | null {
  const crop = cropOf(document, id, frame)
  return crop ? setCrop(document, id, frame, movedCrop(crop, (-right / frame.width) * crop.width, (-down / frame.height) * crop.height)) : null
}

/** Shows the picture so many times as large. */
export function scaleInFrame(document: Document, id: RecordId, frame: FrameSize, times: number): Change | null {
  const crop = cropOf(document, id, frame)
  return crop ? setCrop(document, id, frame, scaledCrop(crop, 1 / times)) : null
}

/** How many times as large as the least that fills the frame; null where there is nothing to scale. */
export function scaleOf(document: Document, id: RecordId, frame: FrameSize): number | null {
  const crop = cropOf(document, id, frame)
  return crop ? Math.min(1 / crop.width, 1 / crop.height) : null
}

export function setFit(document: Document, id: RecordId, fit: PictureFit): Change | null {
  const artwork = artworkOf(document, id)
  if (!artwork) return null
  const { crop: _, fit: __, ...rest } = artwork
  return replace(document, fit === usualFit(document, artwork) ? rest : { ...rest, fit })
}

/** The middle of the file again. */
export function resetCrop(document: Document, id: RecordId): Change | null {
  const artwork = artworkOf(document, id)
  if (!artwork) return null
  const { crop: _, ...rest } = artwork
  return replace(document, rest)
}

/** What the frame does with its file where nothing is said: a PDF is never cut unseen. */
function usualFit(document: Document, { asset }: Artwork): PictureFit {
  return asset !== null && record(document, 'asset', asset)?.pdf ? 'contain' : 'cover'
}

export function fitOf(document: Document, artwork: Artwork): PictureFit {
  return artwork.fit ?? usualFit(document, artwork)
}

function setCrop(document: Document, id: RecordId, frame: FrameSize, crop: Crop): Change | null {
  const found = artworkWithFile(document, id)
  if (!found) return null
  const { crop: _, ...rest } = found.artwork
  const middle = roundCrop(shownPicture(found.asset, { x: 0, y: 0, ...frame }).crop)
  const wanted = roundCrop(crop)
  if (sameCrop(wanted, middle)) return replace(document, rest)
  // A panorama in a narrow frame of a page's height shows less of itself than any crop may be.
  return Math.min(wanted.width, wanted.height) < LEAST_CROP ? null : replace(document, { ...rest, crop: wanted })
}

function sameCrop(one: Crop, other: Crop): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height
}

export function artworkOf(document: Document, id: RecordId): Artwork | undefined {
  return record(document, 'picture', id) ?? record(document, 'advert', id)
}

function artworkWithFile(document: Document, id: RecordId): { readonly artwork: Artwork; readonly asset: AssetRecord } | null {
  const artwork = artworkOf(document, id)
  const asset = artwork?.asset ? record(document, 'asset', artwork.asset) : undefined
  return artwork && asset ? { artwork, asset } : null
}
