/** The page's bitmap as it was last painted. Shown scaled while a sharper one is on its way, so that zooming never goes blank. */
import type { RecordId } from '../../src-core/document/records.ts'
import type { Camera } from './camera.ts'
import { sameRegion } from './region.ts'
import type { Region } from './worker/messages.ts'
import type { Patch } from './worker-layout.ts'

export interface RegionBitmap {
  region(): Region | null
  /** Takes a patch in; false when it belongs to a region that is no longer shown. */
  take(patch: Patch): boolean
  draw(context: CanvasRenderingContext2D, page: RecordId, camera: Camera, ratio: number): void
}

export function createRegionBitmap(): RegionBitmap {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { alpha: false })!
  let region: Region | null = null
  return {
    region: () => region,
    take({ region: of, left, top, bitmap }) {
      const whole = left === 0 && top === 0 && bitmap.width === of.width && bitmap.height === of.height
      if (whole && !(region && sameRegion(region, of))) {
        canvas.width = of.width
        canvas.height = of.height
        region = of
      }
      const fits = region !== null && sameRegion(region, of)
      if (fits) context.drawImage(bitmap, left, top)
      bitmap.close()
      return fits
    },
    draw(target, page, camera, ratio) {
      if (!region || region.page !== page) return
      const stretch = (camera.scale * ratio) / region.scale
      target.imageSmoothingEnabled = stretch !== 1
      target.drawImage(
        canvas,
        camera.left * ratio + region.left * stretch,
        camera.top * ratio + region.top * stretch,
        region.width * stretch,
        region.height * stretch,
      )
    },
  }
}
