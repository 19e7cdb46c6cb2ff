/**
 * Picture files from outside, opened by sharp (libvips). What a file is, its first bytes say, never its name. Hostile
 * files (cut short, mislabelled, decompression bombs, out of all size) get a sentence, and nothing else happens.
 */
import sharp, { type Metadata, type Sharp } from 'sharp'
import { ApiFailure } from '../../src-core/api/methods.ts'
import type { LocalText } from '../../src-core/document/local-text.ts'
import { MOST_PICTURE_BYTES, MOST_PICTURE_PIXELS, MOST_PICTURE_SIDE, MOST_UNPACKED_BYTES, type PictureType } from '../../src-core/document/picture-file.ts'
import { isWholeTiff } from './tiff.ts'

// What was decoded is not kept: the same picture hardly comes twice, and pages need the memory.
sharp.cache(false)

/** Seconds; the largest picture of the slowest packing takes five. */
const LONGEST_WORK = 30

const FORMATS: readonly { readonly mime: PictureType; readonly magic: readonly (number | null)[] }[] = [
  { mime: 'image/jpeg', magic: [0xff, 0xd8, 0xff] },
  { mime: 'image/png', magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  // 42, or 43 where offsets have eight bytes (BigTIFF).
  { mime: 'image/tiff', magic: [0x49, 0x49, 0x2a, 0] },
  { mime: 'image/tiff', magic: [0x4d, 0x4d, 0, 0x2a] },
  { mime: 'image/tiff', magic: [0x49, 0x49, 0x2b, 0] },
  { mime: 'image/tiff', magic: [0x4d, 0x4d, 0, 0x2b] },
  { mime: 'image/webp', magic: [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50] },
]

/** Formats that editors are sent and that are not taken: first bytes, and how editors know them. */
const OTHER_FORMATS: readonly { readonly name: string; readonly offset: number; readonly magic: string }[] = [
  { name: 'GIF', offset: 0, magic: 'GIF8' },
  { name: 'BMP', offset: 0, magic: 'BM' },
  { name: 'PSD', offset: 0, magic: '8BPS' },
  { name: 'EPS', offset: 0, magic: '%!PS' },
  { name: 'HEIC', offset: 4, magic: 'ftyphei' },
  { name: 'HEIC', offset: 4, magic: 'ftypmif1' },
  { name: 'AVIF', offset: 4, magic: 'ftypavif' },
  { name: 'JPEG 2000', offset: 4, magic: 'jP  ' },
  { name: 'PDF', offset: 0, magic: '%PDF' },
]

/** What a file's head says of it; width and height upright. */
export interface OpenedPicture {
  readonly mime: PictureType
  readonly head: Metadata
  readonly width: number
  readonly height: number
  /** Does some work on the picture as it lies in the file. Rejects with {@link ApiFailure} `unreadable-file`. */
  decode<T>(work: (image: Sharp) => Promise<T>): Promise<T>
}

/** Reads a file's head. Rejects with {@link ApiFailure} `unreadable-file` for what cannot or may not be decoded. */
export async function openPicture(bytes: Uint8Array): Promise<OpenedPicture> {
  const mime = pictureType(bytes)
  const head = await attempt(() => sharp(bytes, { limitInputPixels: false }).metadata())
  requireSize(head)
  if (mime === 'image/tiff' && !isWholeTiff(bytes)) throw damaged()
  const { width, height, orientation = 1 } = head
  return {
    mime,
    head,
    ...(orientation >= 5 ? { width: height, height: width } : { width, height }),
    decode: (work) => attempt(() => work(sharp(bytes, { limitInputPixels: MOST_PICTURE_PIXELS, failOn: 'error' }).timeout({ seconds: LONGEST_WORK }))),
  }
}

function requireSize({ width, height, channels, depth }: Metadata): void {
  const size = `${width} × ${height}`
  if (width * height > MOST_PICTURE_PIXELS)
    throw refusal(
      { zh: `图片太大：${size} 像素。`, en: `The picture is too large: ${size} pixels.` },
      { zh: '请先缩小到一亿二千万像素以内。', en: 'Scale it below 120 million pixels first.' },
    )
  if (Math.max(width, height) > MOST_PICTURE_SIDE)
    throw refusal(
      { zh: `图片的一边太长：${size} 像素。`, en: `A side of the picture is too long: ${size} pixels.` },
      { zh: '请先把每边缩小到三万像素以内。', en: 'Scale each side below 30,000 pixels first.' },
    )
  if (width * height * channels * bytesOf(depth) > MOST_UNPACKED_BYTES)
    throw refusal(
      { zh: `图片太大：${size} 像素，每像素 ${channels * bytesOf(depth)} 字节。`, en: `The picture is too large: ${size} pixels of ${channels * bytesOf(depth)} bytes.` },
      { zh: '请先缩小，或转成每通道 8 位。', en: 'Scale it first, or make it 8 bits a channel.' },
    )
}

/** Of one channel of a pixel. */
export function bytesOf(depth: Metadata['depth']): number {
  return depth === 'uchar' || depth === 'char' ? 1 : depth === 'ushort' || depth === 'short' ? 2 : 4
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ApiFailure) throw error
    throw damaged()
  }
}

function damaged(): ApiFailure {
  return refusal(
    { zh: '图片文件已损坏或不完整。', en: 'The picture file is damaged or incomplete.' },
    { zh: '请重新获取原图，或在看图软件里打开后另存为 JPEG。', en: 'Get the original again, or open it in an image viewer and save it as JPEG.' },
  )
}

function pictureType(bytes: Uint8Array): PictureType {
  if (bytes.length > MOST_PICTURE_BYTES) throw tooManyBytes()
  if (bytes.length === 0) throw refusal({ zh: '图片文件是空的。', en: 'The picture file is empty.' }, { zh: '请重新获取原图。', en: 'Get the original again.' })
  const format = FORMATS.find(({ magic }) => magic.every((byte, index) => byte === null || bytes[index] === byte))
  if (format) return format.mime
  const other = OTHER_FORMATS.find(({ offset, magic }) => latin1(bytes, offset, magic.length) === magic)
  throw other
    ? refusal(
        { zh: `这是 ${other.name} 文件，不能当图片置入。`, en: `${other.name} files are not taken as pictures.` },
        { zh: '请在看图软件里另存为 JPEG、PNG 或 TIFF。', en: 'Save it as JPEG, PNG or TIFF in an image viewer.' },
      )
    : refusal(
        { zh: '这不是 JPEG、PNG、TIFF 或 WebP 图片。', en: 'This is not a JPEG, PNG, TIFF or WebP picture.' },
        { zh: '请选择这几种图片文件。', en: 'Choose a picture file of these kinds.' },
      )
}

export function tooManyBytes(): ApiFailure {
  return refusal({ zh: '图片文件超过 200 MB。', en: 'The picture file is over 200 MB.' }, { zh: '请先缩小或压缩这张图片。', en: 'Scale or compress it first.' })
}

function latin1(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length))
}

function refusal(message: LocalText, remedy: LocalText): ApiFailure {
  return new ApiFailure({ code: 'unreadable-file', message, remedy })
}
