/** A picture file, or a part of one, decoded as fine as it is wanted: grey, in colours of a screen, or in its own inks. */
import sharp, { type Metadata, type Sharp, type SharpenOptions } from 'sharp'
import { WHOLE, type Crop, type HeldPicture } from '../../src-core/document/crop.ts'
import { bytesOf, type OpenedPicture } from './picture-file.ts'

/** 8 bits a channel, row by row, upright, laid on white where the file was transparent. */
export interface Pixels extends HeldPicture {
  readonly pixels: Uint8Array
  /** 1 grey, 3 red, green and blue, 4 inks (255 is solid). */
  readonly channels: 1 | 3 | 4
}

/** What is wanted of a file. */
export interface Wanted {
  /** The whole when left out. */
  readonly crop?: Crop
  /** Pixels that the part must cover; it is never enlarged. As many as there are when left out. */
  readonly width?: number
  readonly height?: number
  /** Takes pixels as they are in place of means: of line art and for measuring. */
  readonly nearest?: true
  readonly sharpen?: SharpenOptions
}

/** Of a pixel: fractions are rounded to a millionth. */
const SLACK = 0.02

export async function greyPixels(file: OpenedPicture, wanted: Wanted): Promise<Pixels> {
  return rawPixels(file, wanted, (part) => part.flatten({ background: '#fff' }).toColourspace('b-w'))
}

export async function colourPixels(file: OpenedPicture, wanted: Wanted): Promise<Pixels> {
  return rawPixels(file, wanted, (part) => part.flatten({ background: '#fff' }).toColourspace('srgb'))
}

/** Of a file in inks, as they are, whatever profile it has. */
export async function ownInks(file: OpenedPicture, wanted: Wanted): Promise<Pixels> {
  const deep = bytesOf(file.head.depth) > 1
  const { data, info, part } = await decoded(file, wanted, (image) =>
    image.pipelineColourspace('cmyk').toColourspace('cmyk').raw({ depth: deep ? 'ushort' : 'uchar' }),
  )
  const channels = deep ? new Uint16Array(new Uint8Array(data).buffer) : data
  return { pixels: onWhite(channels, info.channels, deep ? 0xffff : 0xff), width: info.width, height: info.height, channels: 4, ...part }
}

/** Four inks of 8 bits out of any channels, as thin as the fifth lets them be seen. */
function onWhite(values: Uint8Array | Uint16Array, channels: number, most: number): Uint8Array {
  if (channels === 4 && most === 0xff) return values as Uint8Array
  const inks = new Uint8Array((values.length / channels) * 4)
  for (let from = 0, to = 0; to < inks.length; from += channels, to += 4) {
    const seen = channels > 4 ? values[from + 4]! / most : 1
    for (let ink = 0; ink < 4; ink++) inks[to + ink] = Math.round((values[from + ink]! * seen * 0xff) / most)
  }
  return inks
}

async function rawPixels(file: OpenedPicture, wanted: Wanted, into: (part: Sharp) => Sharp): Promise<Pixels> {
  const { data, info, part } = await decoded(file, wanted, (image) => into(image).raw({ depth: 'uchar' }))
  return { pixels: data, width: info.width, height: info.height, channels: info.channels as Pixels['channels'], ...part }
}

async function decoded(file: OpenedPicture, wanted: Wanted, into: (part: Sharp) => Sharp) {
  const { region, part } = wholePixels(file, wanted.crop)
  const { data, info } = await file.decode((image) => into(sized(cut(image.autoOrient(), region), wanted)).toBuffer({ resolveWithObject: true }))
  return { data, info, part }
}

function cut(upright: Sharp, region: { left: number; top: number; width: number; height: number } | null): Sharp {
  return region ? upright.extract(region) : upright
}

function sized(image: Sharp, { width, height, nearest, sharpen }: Wanted): Sharp {
  const small =
    width === undefined && height === undefined
      ? image
      : image.resize({
          width: Math.max(1, Math.ceil(width ?? 1)),
          height: Math.max(1, Math.ceil(height ?? 1)),
          fit: 'outside',
          withoutEnlargement: true,
          ...(nearest ? { kernel: sharp.kernel.nearest } : {}),
        })
  return sharpen ? small.sharpen(sharpen) : small
}

/** The crop out to whole pixels of the file. */
function wholePixels({ width, height }: OpenedPicture, crop: Crop | undefined) {
  if (!crop || (crop.x === WHOLE.x && crop.y === WHOLE.y && crop.width === WHOLE.width && crop.height === WHOLE.height)) return { region: null, part: {} }
  const left = Math.min(width - 1, Math.floor(crop.x * width + SLACK))
  const top = Math.min(height - 1, Math.floor(crop.y * height + SLACK))
  const right = Math.min(width, Math.max(left + 1, Math.ceil((crop.x + crop.width) * width - SLACK)))
  const bottom = Math.min(height, Math.max(top + 1, Math.ceil((crop.y + crop.height) * height - SLACK)))
  const region = { left, top, width: right - left, height: bottom - top }
  return { region, part: { part: { x: left / width, y: top / height, width: region.width / width, height: region.height / height } } }
}

export function isInInks({ space }: Metadata): boolean {
  return space === 'cmyk'
}
