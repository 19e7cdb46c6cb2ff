/** Pixels that were drawn, not decoded, on their way to a screen. */
import sharp from 'sharp'
import type { Pixels } from './pixels.ts'

/** What the black plate has of colours. */
export async function greyOf({ pixels, width, height, channels, ...part }: Pixels): Promise<Pixels> {
  const grey = await sharp(pixels, { raw: { width, height, channels } }).toColourspace('b-w').raw().toBuffer()
  return { pixels: grey, width, height, channels: 1, ...part }
}

export async function pngOf({ pixels, width, height, channels }: Pixels): Promise<{ png: Uint8Array; width: number; height: number }> {
  return { png: await sharp(pixels, { raw: { width, height, channels } }).png().toBuffer(), width, height }
}
