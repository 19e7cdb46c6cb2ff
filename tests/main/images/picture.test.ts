import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { ApiFailure } from '../../../src-core/api/methods.ts'
import { coveringPicture, greyPicture, previewPng, readPicture, separatedPicture } from '../../../src-main/images/picture.ts'

/** Red over blue, 40 × 20; the upper half is red. */
const halves = sharp({ create: { width: 40, height: 20, channels: 3, background: '#00f' } }).composite([
  { input: { create: { width: 40, height: 10, channels: 3, background: '#f00' } }, left: 0, top: 0 },
])
const [jpeg, png] = await Promise.all([halves.clone().jpeg({ quality: 100 }).toBuffer(), halves.clone().png().toBuffer()])

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('it was taken'),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ApiFailure)
  const { code, message, remedy } = (error as ApiFailure).error
  expect(code).toBe('unreadable-file')
  expect(remedy?.zh).toMatch(/。$/)
  return message.zh
}

describe('a picture', () => {
  it('is known by its bytes', async () => {
    expect(await readPicture(jpeg)).toEqual({ mime: 'image/jpeg', width: 40, height: 20 })
    expect(await readPicture(png)).toEqual({ mime: 'image/png', width: 40, height: 20 })
  })

  it('is turned upright as EXIF says', async () => {
    // 6: the camera was held turned to the right; upright, the red half lies on the right.
    const turned = await sharp(jpeg).withMetadata({ orientation: 6 }).jpeg({ quality: 100 }).toBuffer()
    expect(await readPicture(turned)).toEqual({ mime: 'image/jpeg', width: 20, height: 40 })
    const { pixels, width, height } = await greyPicture(turned)
    expect([width, height]).toEqual([20, 40])
    const [left, right] = [pixels[20 * width + 3]!, pixels[20 * width + 16]!]
    const upright = await greyPicture(jpeg)
    expect(Math.abs(right - upright.pixels[3 * 40 + 20]!)).toBeLessThan(4)
    expect(Math.abs(left - upright.pixels[16 * 40 + 20]!)).toBeLessThan(4)
    expect(right - left).toBeGreaterThan(30)
  })

  it('becomes 8-bit grey of its own size, or no wider than asked, never larger', async () => {
    for (const bytes of [jpeg, png]) {
      for (const [asked, width, height] of [[undefined, 40, 20], [10, 10, 5], [400, 40, 20]] as const) {
        const grey = await greyPicture(bytes, asked)
        expect([grey.width, grey.height, grey.pixels.length]).toEqual([width, height, width * height])
      }
    }
  })

  it('covers a box by its smaller side', async () => {
    const grey = await coveringPicture(png, 10, 10)
    expect([grey.width, grey.height]).toEqual([20, 10])
  })

  it.each([
    ['transparent', sharp({ create: { width: 4, height: 4, channels: 4, background: '#0000' } }).png(), 255],
    ['16-bit grey', sharp(Buffer.alloc(16, 128), { raw: { width: 4, height: 4, channels: 1 } }).toColourspace('grey16').png(), 128],
    ['palette', sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } }).png({ palette: true }), 255],
    ['CMYK', sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } }).toColourspace('cmyk').jpeg(), 255],
  ])('is laid on white and flattened to grey: %s', async (_, image, expected) => {
    const { pixels } = await greyPicture(await image.toBuffer())
    expect(pixels.length).toBe(16)
    expect(pixels.every((value) => Math.abs(value - expected) <= 2)).toBe(true)
  })

  it.each([
    [false, 1],
    [true, 3],
  ])('goes to the screen as a PNG, in colour: %s', async (colour, channels) => {
    const shown = await previewPng(jpeg, 20, colour)
    expect(await sharp(shown.png).metadata()).toMatchObject({ format: 'png', width: 20, height: 10, channels, depth: 'uchar' })
    expect([shown.width, shown.height]).toEqual([20, 10])
  })
})

describe('a picture on a page of four plates', () => {
  const newsprint = { profile: join(import.meta.dirname, '../../../assets/icc/newsprint-snap-tr002.icc'), inkLimit: 2.4 }
  const heaviest = (pixels: Uint8Array) => {
    let most = 0
    for (let at = 0; at < pixels.length; at += 4) most = Math.max(most, pixels[at]! + pixels[at + 1]! + pixels[at + 2]! + pixels[at + 3]!)
    return most / 255
  }

  it('becomes inks by the condition\'s profile, white paper without any, and never more than the condition takes', async () => {
    const noise = await sharp(Buffer.from(Uint8Array.from({ length: 64 * 64 * 3 }, (_, index) => (index * 7919) % 256)), { raw: { width: 64, height: 64, channels: 3 } }).png().toBuffer()
    const inks = await separatedPicture(noise, newsprint)
    expect([inks.channels, inks.pixels.length]).toEqual([4, 64 * 64 * 4])
    expect(heaviest(inks.pixels)).toBeLessThanOrEqual(2.4)
    const red = await separatedPicture(await sharp({ create: { width: 2, height: 2, channels: 3, background: '#f00' } }).png().toBuffer(), newsprint)
    const [cyan, magenta, yellow, black] = red.pixels as unknown as [number, number, number, number]
    expect(cyan + black).toBeLessThan(10)
    expect(Math.min(magenta, yellow)).toBeGreaterThan(200)
    const white = await separatedPicture(await sharp({ create: { width: 2, height: 2, channels: 4, background: '#0000' } }).png().toBuffer(), newsprint)
    expect([...white.pixels]).toEqual(Array(16).fill(0))
  })

  it('keeps the inks of a CMYK file without a profile, but for what is over the limit', async () => {
    const file = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#102030' } }).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer()
    const own = await sharp(file).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer()
    expect(heaviest(own)).toBeGreaterThan(2)
    const kept = await separatedPicture(file, { ...newsprint, inkLimit: 4 })
    expect([...kept.pixels]).toEqual([...own])
    const limited = await separatedPicture(file, { ...newsprint, inkLimit: 2 })
    expect(heaviest(limited.pixels)).toBeLessThanOrEqual(2)
    expect(limited.pixels[3]).toBe(own[3])
  })

  it('is black alone where the file is grey', async () => {
    const grey = await separatedPicture(await sharp(Buffer.alloc(16, 128), { raw: { width: 4, height: 4, channels: 1 } }).toColourspace('b-w').png().toBuffer(), newsprint)
    expect(grey.channels).toBe(1)
    expect(grey.pixels.every((value) => value === 128)).toBe(true)
  })
})

describe('a picture file that cannot be taken', () => {
  it.each([
    ['GIF89a', 'GIF'],
    ['RIFF....WEBPVP8 ', 'WebP'],
    ['II*\0', 'TIFF'],
    ['BM', 'BMP'],
    ['8BPS', 'PSD'],
    ['....ftypheic', 'HEIC'],
    ['%PDF-1.4', 'PDF'],
  ])('is named, with what to do: %j', async (head, name) => {
    const bytes = Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(64)])
    for (const work of [readPicture, (file: Uint8Array) => greyPicture(file)]) expect(await refusal(work(bytes))).toContain(name)
  })

  it('gets a sentence when it is cut short', async () => {
    const noise = await sharp({ create: { width: 90, height: 90, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
      .png()
      .toBuffer()
    const photo = await sharp(noise).jpeg().toBuffer()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(noise, photo), fc.double({ min: 0, max: 0.95, noNaN: true }), async (bytes, part) => {
        await refusal(readPicture(bytes.subarray(0, Math.floor(part * bytes.length))))
      }),
      { numRuns: 40 },
    )
  })

  it('gets a sentence when its bytes are nonsense, head or not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.constantFrom([], [...jpeg.subarray(0, 30)], [...png.subarray(0, 40)]), async (rest, head) => {
        await refusal(greyPicture(Uint8Array.from([...head, ...rest])))
      }),
      { numRuns: 60 },
    )
  })

  it('gets a sentence when it would unpack into more than 120 million pixels, before it does', async () => {
    expect(await refusal(readPicture(emptyPng(60_000, 60_000)))).toContain('60000 × 60000')
  })
})

/** A PNG that claims a size and has no more than one packed row. */
function emptyPng(width: number, height: number): Uint8Array {
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(content.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(width + 1))), chunk('IEND', Buffer.alloc(0))])
}
