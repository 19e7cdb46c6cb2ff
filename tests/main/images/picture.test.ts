import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { ApiFailure } from '../../../src-core/api/methods.ts'
import { inkTiff } from '../../../src-main/images/ink-tiff.ts'
import { previewPng, readPicture, screenPicture, type PictureInfo } from '../../../src-main/images/picture.ts'

/** Red over blue, 40 × 20; the upper half is red. */
const halves = sharp({ create: { width: 40, height: 20, channels: 3, background: '#00f' } }).composite([
  { input: { create: { width: 40, height: 10, channels: 3, background: '#f00' } }, left: 0, top: 0 },
])
const [jpeg, png] = await Promise.all([halves.clone().jpeg({ quality: 100 }).toBuffer(), halves.clone().png().toBuffer()])

const greyPicture = (bytes: Uint8Array) => screenPicture(bytes, false)

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
  it.each<[string, Promise<Uint8Array>, PictureInfo]>([
    ['JPEG', halves.clone().jpeg().toBuffer(), { mime: 'image/jpeg', width: 40, height: 20, colour: 'rgb', bits: 8, profile: null }],
    ['JPEG of inks', halves.clone().toColourspace('cmyk').jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer(), { mime: 'image/jpeg', width: 40, height: 20, colour: 'cmyk', bits: 8, profile: null, maxInk: 2 }],
    ['PNG with a profile', halves.clone().withIccProfile('srgb').png().toBuffer(), { mime: 'image/png', width: 40, height: 20, colour: 'rgb', bits: 8, profile: 'sRGB' }],
    ['PNG of 16 bits', halves.clone().toColourspace('rgb16').png().toBuffer(), { mime: 'image/png', width: 40, height: 20, colour: 'rgb', bits: 16, profile: null }],
    ['grey PNG, transparent', sharp({ create: { width: 4, height: 4, channels: 4, background: '#0000' } }).toColourspace('b-w').png().toBuffer(), { mime: 'image/png', width: 4, height: 4, colour: 'grey', bits: 8, profile: null }],
    ['TIFF', halves.clone().tiff({ compression: 'lzw' }).toBuffer(), { mime: 'image/tiff', width: 40, height: 20, colour: 'rgb', bits: 8, profile: null }],
    ['TIFF of line art', sharp(Buffer.alloc(64, 255), { raw: { width: 8, height: 8, channels: 1 } }).toColourspace('b-w').tiff({ bitdepth: 1, compression: 'none' }).toBuffer(), { mime: 'image/tiff', width: 8, height: 8, colour: 'grey', bits: 1, profile: null, lineArt: true }],
    ['WebP', halves.clone().webp().toBuffer(), { mime: 'image/webp', width: 40, height: 20, colour: 'rgb', bits: 8, profile: null }],
  ])('is known by its bytes: %s', async (_, file, info) => {
    expect(await readPicture(await file)).toEqual(info)
  })

  it('is turned upright as EXIF says', async () => {
    // 6: the camera was held turned to the right; upright, the red half lies on the right.
    const turned = await sharp(jpeg).withMetadata({ orientation: 6 }).jpeg({ quality: 100 }).toBuffer()
    expect(await readPicture(turned)).toMatchObject({ mime: 'image/jpeg', width: 20, height: 40 })
    const { pixels, width, height } = await greyPicture(turned)
    expect([width, height]).toEqual([20, 40])
    const [left, right] = [pixels[20 * width + 3]!, pixels[20 * width + 16]!]
    const upright = await greyPicture(jpeg)
    expect(Math.abs(right - upright.pixels[3 * 40 + 20]!)).toBeLessThan(4)
    expect(Math.abs(left - upright.pixels[16 * 40 + 20]!)).toBeLessThan(4)
    expect(right - left).toBeGreaterThan(30)
  })

  it.each([
    [{}, 40, 20],
    [{ width: 10 }, 10, 5],
    [{ width: 10, height: 10 }, 20, 10],
    [{ width: 400 }, 40, 20],
  ])('is as large as covers what is wanted, never larger: %j', async (wanted, width, height) => {
    for (const bytes of [jpeg, png]) {
      const grey = await screenPicture(bytes, false, wanted)
      expect([grey.width, grey.height, grey.pixels.length]).toEqual([width, height, width * height])
    }
  })

  it('is cut upright, out to whole pixels, and says what is left of it', async () => {
    const turned = await sharp(jpeg).withMetadata({ orientation: 6 }).jpeg({ quality: 100 }).toBuffer()
    const right = await screenPicture(turned, true, { crop: { x: 0.53, y: 0.01, width: 0.47, height: 0.5 } })
    expect([right.width, right.height, right.part]).toEqual([10, 21, { x: 0.5, y: 0, width: 0.5, height: 0.525 }])
    expect([...right.pixels.subarray(15, 18)].map((value) => Math.round(value / 255))).toEqual([1, 0, 0])
  })

  it('keeps a pixel of the thinnest file and the smallest crop', async () => {
    const line = await sharp({ create: { width: 1, height: 900, channels: 3, background: '#888' } }).png().toBuffer()
    expect(await readPicture(line)).toMatchObject({ width: 1, height: 900 })
    const part = await screenPicture(line, true, { crop: { x: 0.99, y: 0.5, width: 0.01, height: 0.01 }, width: 300, height: 300 })
    expect([part.width, part.height]).toEqual([1, 9])
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

describe('a picture file that cannot be taken', () => {
  it.each([
    ['GIF89a', 'GIF'],
    ['%!PS-Adobe', 'EPS'],
    ['BM', 'BMP'],
    ['8BPS', 'PSD'],
    ['....ftypheic', 'HEIC'],
    ['%PDF-1.4', 'PDF'],
  ])('is named, with what to do: %j', async (head, name) => {
    const bytes = Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(64)])
    for (const work of [readPicture, greyPicture]) expect(await refusal(work(bytes))).toContain(name)
  })

  it('gets a sentence when it is cut short', async () => {
    const noise = sharp({ create: { width: 90, height: 90, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
    const files = await Promise.all([noise.clone().png(), noise.clone().jpeg(), noise.clone().tiff({ compression: 'lzw' }), noise.clone().toColourspace('cmyk').tiff(), noise.clone().webp()].map((image) => image.toBuffer()))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.double({ min: 0, max: 0.95, noNaN: true }), async (bytes, part) => {
        await refusal(readPicture(bytes.subarray(0, Math.floor(part * bytes.length))))
      }),
      { numRuns: 60 },
    )
  })

  it('gets a sentence when a TIFF names rows that it does not have', async () => {
    const whole = inkTiff(new Uint8Array(4 * 90 * 90), 90, 90, new Uint8Array(0))
    expect(await readPicture(whole)).toMatchObject({ width: 90, height: 90, maxInk: 0 })
    await refusal(readPicture(whole.subarray(0, whole.length - 1)))
    const elsewhere = Buffer.from(whole)
    elsewhere.writeUInt32LE(0xffff_fff0, 8 + 2 + 5 * 12 + 8)
    await refusal(readPicture(elsewhere))
  })

  it('gets a sentence when its rows cannot be unpacked', async () => {
    const noise = await sharp({ create: { width: 90, height: 90, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).tiff({ compression: 'lzw' }).toBuffer()
    for (let at = 400; at < 8_000; at += 97) noise[at]! ^= 0x5a
    await refusal(readPicture(noise))
  })

  it('gets a sentence when its bytes are nonsense, head or not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.constantFrom([], [...jpeg.subarray(0, 30)], [...png.subarray(0, 40)], [...Buffer.from('II*\0\b\0\0\0', 'latin1')], [...Buffer.from('RIFF....WEBPVP8 ')]), async (rest, head) => {
        await refusal(greyPicture(Uint8Array.from([...head, ...rest])))
      }),
      { numRuns: 60 },
    )
  })

  it('gets a sentence when it would unpack into more than 120 million pixels, before it does', async () => {
    expect(await refusal(readPicture(emptyPng(60_000, 60_000)))).toContain('60000 × 60000')
    expect(await refusal(readPicture(emptyPng(2, 900_000)))).toContain('2 × 900000')
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
