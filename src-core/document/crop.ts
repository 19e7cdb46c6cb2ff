/** Which part of a picture its frame shows, and how large: crop (裁切) and fit (撑满, 全图). */
import type { Rect } from './grid.ts'

/** A part of a picture, in fractions of its upright width and height. */
export interface Crop {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** `cover` fills the frame and cuts what is over; `contain` shows all of the crop and leaves white beside it. */
export type PictureFit = 'cover' | 'contain'

/** Less of a picture nobody wants to see. */
export const LEAST_CROP = 0.01

export const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 }

/** Pixels, upright. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

export interface ShownPicture {
  /** What the picture takes of its frame; the frame itself but for `contain`. */
  readonly rect: Rect
  /** Just as wide for its height as `rect`. */
  readonly crop: Crop
}

/** What a frame shows: the crop's middle where the crop has another form than the frame. */
export function shownPicture(size: PictureSize, frame: Rect, crop: Crop = WHOLE, fit: PictureFit = 'cover'): ShownPicture {
  const wanted = frame.width / frame.height
  const given = (crop.width * size.width) / (crop.height * size.height)
  if (fit === 'contain') {
    const width = Math.min(frame.width, frame.height * given)
    const height = Math.min(frame.height, frame.width / given)
    return { rect: { x: frame.x + (frame.width - width) / 2, y: frame.y + (frame.height - height) / 2, width, height }, crop }
  }
  const width = crop.width * Math.min(1, wanted / given)
  const height = crop.height * Math.min(1, given / wanted)
  return { rect: frame, crop: { x: crop.x + (crop.width - width) / 2, y: crop.y + (crop.height - height) / 2, width, height } }
}

/** The crop moved over its picture, by fractions of it, as far as the picture's edges. */
export function movedCrop({ x, y, width, height }: Crop, right: number, down: number): Crop {
  return { x: within(x + right, 1 - width), y: within(y + down, 1 - height), width, height }
}

/** So much of the picture in each direction, about the crop's middle as far as the picture's edges allow. */
export function scaledCrop({ x, y, width, height }: Crop, scale: number): Crop {
  const most = Math.min(1 / width, 1 / height)
  const least = Math.max(SMALLEST / width, SMALLEST / height)
  const factor = Math.max(Math.min(scale, most), Math.min(least, most))
  const [across, down] = [Math.min(1, width * factor), Math.min(1, height * factor)]
  return { x: within(x + (width - across) / 2, 1 - across), y: within(y + (height - down) / 2, 1 - down), width: across, height: down }
}

/** What hands cut off no further. */
const SMALLEST = 0.05

function within(value: number, most: number): number {
  return Math.max(0, Math.min(most, value))
}

/** To a millionth, finer than a pixel of any file, and still inside the picture. */
export function roundCrop({ x, y, width, height }: Crop): Crop {
  const [across, down] = [rounded(width), rounded(height)]
  return { x: rounded(Math.min(x, 1 - across)), y: rounded(Math.min(y, 1 - down)), width: across, height: down }
}

function rounded(share: number): number {
  return Math.round(share * 1e6) / 1e6
}

/** A decoded picture, or a part of one. */
export interface HeldPicture extends PictureSize {
  /** What is held of the file; all of it when left out. */
  readonly part?: Crop
}

/** What of the file fills the rectangle: the crop that is given, else the middle of the file. */
export function shownCrop({ width, height, part = WHOLE }: HeldPicture, frame: Rect & { readonly crop?: Crop }): Crop {
  return frame.crop ?? shownPicture({ width: width / part.width, height: height / part.height }, frame).crop
}

/**
 * Where a part of a picture lies when another part of it, `shown`, fills `rect`. Painters hold parts of large files, and
 * those in whole pixels.
 */
export function placedPart(part: Crop, shown: Crop, rect: Rect): Rect {
  const width = rect.width / shown.width
  const height = rect.height / shown.height
  return { x: rect.x + (part.x - shown.x) * width, y: rect.y + (part.y - shown.y) * height, width: part.width * width, height: part.height * height }
}

/** Pixels to the inch as placed, which the side with fewer of them decides. `rect` in points. */
export function effectivePpi(size: PictureSize, crop: Crop, rect: Pick<Rect, 'width' | 'height'>): number {
  return 72 * Math.min((size.width * crop.width) / rect.width, (size.height * crop.height) / rect.height)
}
