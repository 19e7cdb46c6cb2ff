/** Pictures that the worker has decoded, by asset; asks for finer ones as they are needed. */
import { WHOLE } from '../../../src-core/document/crop.ts'
import type { RecordId } from '../../../src-core/document/records.ts'
import type { CanvasPicture } from '../../../src-core/paint/canvas/paint-frame.ts'
import { pictureItems, showsColour, type FrameItem, type PictureItem } from '../../../src-core/typeset/frame.ts'

export interface ArrivingPictures {
  picture(item: PictureItem): CanvasPicture | null
  /** Asks for the pictures of a frame that are not there, or too coarse for so many pixels to a point. */
  want(items: readonly FrameItem[], scale: number): void
  add(what: PictureKind, png: Uint8Array): Promise<void>
}

/** The same file may stand on pages of four plates and of one, and show another of its own. */
export interface PictureKind {
  readonly asset: RecordId
  readonly colour: boolean
  /** Of a PDF, from 1. */
  readonly page?: number
}

/** Widths asked for, so that a zoom does not ask each time. */
const WIDTHS = [512, 1024, 2048, 4096]

export function arrivingPictures(ask: (wanted: PictureKind & { readonly width: number }) => void): ArrivingPictures {
  const pictures = new Map<string, CanvasPicture>()
  const asked = new Map<string, number>()
  return {
    picture: (item) => pictures.get(keyOf(kindOf(item))) ?? null,
    want(items, scale) {
      for (const item of pictureItems(items)) {
        const kind = kindOf(item)
        const key = keyOf(kind)
        // What the whole file must have to cover its place, whichever way it is cropped.
        const { width: across, height: down } = item.crop ?? WHOLE
        const points = Math.max(item.width / across, item.height / down)
        const width = WIDTHS.find((candidate) => candidate >= points * scale) ?? WIDTHS.at(-1)!
        if ((asked.get(key) ?? 0) >= width) continue
        asked.set(key, width)
        ask({ ...kind, width })
      }
    },
    async add(kind, png) {
      const key = keyOf(kind)
      const image = await createImageBitmap(new Blob([new Uint8Array(png)], { type: 'image/png' }))
      const coarser = pictures.get(key)
      if (coarser && coarser.width >= image.width) return
      pictures.set(key, { image, width: image.width, height: image.height })
    },
  }
}

function kindOf(item: PictureItem): PictureKind {
  return { asset: item.asset, colour: showsColour(item), ...(item.page === undefined ? {} : { page: item.page }) }
}

function keyOf({ asset, colour, page = 0 }: PictureKind): string {
  return `${asset} ${colour} ${page}`
}
