/** Pictures as the library and the screen want them: what a file holds, and what it looks like. */
import type { AssetRecord } from '../../src-core/document/records.ts'
import { profileName } from './icc.ts'
import { usualMaximum } from './ink.ts'
import { bytesOf, openPicture, type OpenedPicture } from './picture-file.ts'
import { colourPixels, greyPixels, isInInks, ownInks, type Pixels, type Wanted } from './pixels.ts'

/** What an asset record needs to know. Pixels after EXIF rotation. */
export type PictureInfo = Omit<AssetRecord, 'type' | 'id' | 'name' | 'pdf'>

/** Pixels across which a file is looked over when it comes; all of its bytes are read. */
const LOOK = 64
/** Pixels across which inks are measured. */
const MEASURE = 1_500

/**
 * What a file holds. It is decoded once to its end, so that a picture taken in can be painted. Rejects with
 * {@link ApiFailure} `unreadable-file`.
 */
export async function readPicture(bytes: Uint8Array): Promise<PictureInfo> {
  const file = await openPicture(bytes)
  const { mime, head, width, height } = file
  const colour = isInInks(head) ? 'cmyk' : head.channels < 3 ? 'grey' : 'rgb'
  const bits = head.bitsPerSample === 1 && colour === 'grey' ? 1 : 8 * bytesOf(head.depth)
  const info: PictureInfo = { mime, width, height, colour, bits, profile: head.icc ? profileName(head.icc) : null }
  if (colour === 'cmyk') return { ...info, maxInk: usualMaximum((await ownInks(file, { width: MEASURE, nearest: true })).pixels) }
  await look(file)
  return bits === 1 ? { ...info, lineArt: true } : info
}

async function look(file: OpenedPicture): Promise<void> {
  await file.decode((image) => image.resize({ width: LOOK, height: LOOK, fit: 'inside' }).raw().toBuffer())
}

/** Decodes for the screen, as small as does what is wanted, never enlarged. Rejects like {@link readPicture}. */
export async function screenPicture(bytes: Uint8Array, colour: boolean, wanted: Wanted = {}): Promise<Pixels> {
  const file = await openPicture(bytes)
  return colour ? colourPixels(file, wanted) : greyPixels(file, wanted)
}

/** A PNG for the screen, no wider than `maxWidth` pixels. Rejects like {@link readPicture}. */
export async function previewPng(bytes: Uint8Array, maxWidth: number, colour: boolean): Promise<{ png: Uint8Array; width: number; height: number }> {
  const file = await openPicture(bytes)
  const { data, info } = await file.decode((image) =>
    image
      .autoOrient()
      .flatten({ background: '#fff' })
      .toColourspace(colour ? 'srgb' : 'b-w')
      .resize({ width: Math.max(1, Math.ceil(maxWidth)), withoutEnlargement: true })
      .png()
      .toBuffer({ resolveWithObject: true }),
  )
  return { png: data, width: info.width, height: info.height }
}
