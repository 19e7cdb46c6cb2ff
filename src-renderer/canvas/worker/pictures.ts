/** Pictures that the worker has decoded, by asset; asks for finer ones as they are needed. */
import type { RecordId } from '../../../src-core/document/records.ts'
import type { CanvasPicture } from '../../../src-core/paint/canvas/paint-frame.ts'
import type { FrameItem } from '../../../src-core/typeset/frame.ts'

export interface ArrivingPictures {
  picture(asset: RecordId): CanvasPicture | null
  /** Asks for the pictures of a frame that are not there, or too coarse for so many pixels to a point. */
  want(items: readonly FrameItem[], scale: number): void
  add(asset: RecordId, png: Uint8Array): Promise<void>
}

/** Widths asked for, so that a zoom does not ask each time. */
const WIDTHS = [512, 1024, 2048, 4096]

export function arrivingPictures(ask: (asset: RecordId, width: number) => void): ArrivingPictures {
  const pictures = new Map<RecordId, CanvasPicture>()
  const asked = new Map<RecordId, number>()
  return {
    picture: (asset) => pictures.get(asset) ?? null,
    want(items, scale) {
      for (const { asset, points } of picturesOf(items)) {
        const width = WIDTHS.find((candidate) => candidate >= points * scale) ?? WIDTHS.at(-1)!
        if ((asked.get(asset) ?? 0) >= width) continue
        asked.set(asset, width)
        ask(asset, width)
      }
    },
    async add(asset, png) {
      const image = await createImageBitmap(new Blob([new Uint8Array(png)], { type: 'image/png' }))
      const coarser = pictures.get(asset)
      if (coarser && coarser.width >= image.width) return
      pictures.set(asset, { image, width: image.width, height: image.height })
    },
  }
}

/** With the width that the file must have to cover its place, whichever way it is cropped. */
function picturesOf(items: readonly FrameItem[]): readonly { readonly asset: RecordId; readonly points: number }[] {
  return items.flatMap((item) => {
    if (item.kind === 'group') return picturesOf(item.items)
    return item.kind === 'picture' ? [{ asset: item.asset, points: Math.max(item.width, item.height) }] : []
  })
}
