/**
 * Picture files from outside, decoded by sharp (libvips). What a file is, its first bytes say, never its name. Hostile
 * files (cut short, mislabelled, decompression bombs) get a sentence, and nothing else happens.
 */
import sharp, { type Metadata, type Sharp } from 'sharp'
import { ApiFailure, type LocalText } from '../../src-core/api/methods.ts'
import type { AssetRecord } from '../../src-core/document/records.ts'

/** What an asset record needs to know. Pixels after EXIF rotation. */
export type PictureInfo = Pick<AssetRecord, 'mime' | 'width' | 'height'>

/** 8 bits a channel, row by row, upright, laid on white where the file was transparent. */
export interface Pixels {
  readonly pixels: Uint8Array
  readonly width: number
  readonly height: number
  /** 1 grey, 3 red, green and blue, 4 inks (255 is solid). */
  readonly channels: 1 | 3 | 4
}

/** How pictures become inks. */
export interface Separation {
  /** Path of the printing condition's profile, CMYK. */
  readonly profile: string
  /** Sum of the inks, 1 a solid plate. */
  readonly inkLimit: number
}

/** 120 million pixels: a broadsheet page at 300 ppi has 30 million. */
const MAX_PIXELS = 120_000_000
const MAX_BYTES = 200 << 20

const FORMATS: readonly { readonly mime: PictureInfo['mime']; readonly magic: readonly number[] }[] = [
  { mime: 'image/jpeg', magic: [0xff, 0xd8, 0xff] },
  { mime: 'image/png', magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
]

/** Formats that editors are sent and that we do not take yet: first bytes, and how editors know them. */
const OTHER_FORMATS: readonly { readonly name: string; readonly offset: number; readonly magic: string }[] = [
  { name: 'GIF', offset: 0, magic: 'GIF8' },
  { name: 'WebP', offset: 8, magic: 'WEBP' },
  { name: 'TIFF', offset: 0, magic: 'II*\0' },
  { name: 'TIFF', offset: 0, magic: 'MM\0*' },
  { name: 'BMP', offset: 0, magic: 'BM' },
  { name: 'PSD', offset: 0, magic: '8BPS' },
  { name: 'HEIC', offset: 4, magic: 'ftyphei' },
  { name: 'HEIC', offset: 4, magic: 'ftypmif1' },
  { name: 'AVIF', offset: 4, magic: 'ftypavif' },
  { name: 'PDF', offset: 0, magic: '%PDF' },
]

/**
 * Kind and size of a PNG or JPEG, decoded once to its end, so that a picture taken in can be painted. Rejects with
 * {@link ApiFailure} `unreadable-file`.
 */
export async function readPicture(bytes: Uint8Array): Promise<PictureInfo> {
  const mime = sniff(bytes)
  const { width, height } = await decode(bytes, (image) => image.stats().then(() => image.metadata())).then(uprightSize)
  return { mime, width, height }
}

/** Decodes to grey, no wider than `maxWidth` pixels, never enlarged. Rejects like {@link readPicture}. */
export async function greyPicture(bytes: Uint8Array, maxWidth?: number): Promise<Pixels> {
  sniff(bytes)
  return decode(bytes, (image) => pixelsOf(shown(image, false, maxWidth)))
}

/**
 * Decodes to the inks of a page of four plates, no wider than `maxWidth` pixels, never enlarged: pictures in colour by the
 * condition's profile, grey ones as black alone, whose plates cannot shift against each other. CMYK without a profile
 * keeps its inks. Never more ink than the condition takes. Rejects like {@link readPicture}.
 */
export async function separatedPicture(bytes: Uint8Array, { profile, inkLimit }: Separation, maxWidth?: number): Promise<Pixels> {
  sniff(bytes)
  const inks = await decode(bytes, async (image) => {
    const { space, channels, hasProfile } = await image.metadata()
    if (channels < 3) return pixelsOf(shown(image, false, maxWidth))
    const isSeparated = space === 'cmyk' && !hasProfile
    const upright = scaled(image.autoOrient(), maxWidth)
    return pixelsOf(isSeparated ? upright.pipelineColourspace('cmyk').toColourspace('cmyk') : upright.flatten({ background: '#fff' }).withIccProfile(profile))
  })
  if (inks.channels === 4) limitInk(inks.pixels, inkLimit)
  return inks
}

/** Takes from the colours, in proportion, what a pixel has too much: black holds the drawing. */
function limitInk(pixels: Uint8Array, limit: number): void {
  const most = Math.floor(limit * 255)
  for (let at = 0; at < pixels.length; at += 4) {
    const [cyan, magenta, yellow, black] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!, pixels[at + 3]!]
    const colours = cyan + magenta + yellow
    if (colours + black <= most) continue
    const share = Math.max(0, most - black) / colours
    pixels[at] = Math.floor(cyan * share)
    pixels[at + 1] = Math.floor(magenta * share)
    pixels[at + 2] = Math.floor(yellow * share)
  }
}

/** Decodes for the screen, as small as covers `width` × `height` pixels, never enlarged. Rejects like {@link readPicture}. */
export async function coveringPicture(bytes: Uint8Array, width: number, height: number, colour = false): Promise<Pixels> {
  sniff(bytes)
  const size = { width: Math.ceil(width), height: Math.ceil(height), fit: 'outside', withoutEnlargement: true } as const
  return decode(bytes, (image) => pixelsOf(shown(image, colour).resize(size)))
}

/** A PNG for the screen, no wider than `maxWidth` pixels. Rejects like {@link readPicture}. */
export async function previewPng(bytes: Uint8Array, maxWidth: number, colour: boolean): Promise<{ png: Uint8Array; width: number; height: number }> {
  sniff(bytes)
  const { data, info } = await decode(bytes, (image) => shown(image, colour, maxWidth).png().toBuffer({ resolveWithObject: true }))
  return { png: data, width: info.width, height: info.height }
}

async function pixelsOf(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  return { pixels: data, width: info.width, height: info.height, channels: info.channels as Pixels['channels'] }
}

function shown(image: Sharp, colour: boolean, maxWidth?: number): Sharp {
  return scaled(image.autoOrient().flatten({ background: '#fff' }).toColourspace(colour ? 'srgb' : 'b-w'), maxWidth)
}

/** Rotated by EXIF first: the width that counts is the one that the editor sees. */
function scaled(upright: Sharp, maxWidth?: number): Sharp {
  return maxWidth === undefined ? upright : upright.resize({ width: Math.max(1, Math.ceil(maxWidth)), withoutEnlargement: true })
}

function uprightSize({ width, height, orientation = 1 }: Metadata): { width: number; height: number } {
  return orientation >= 5 ? { width: height, height: width } : { width, height }
}

async function decode<T>(bytes: Uint8Array, work: (image: Sharp) => Promise<T>): Promise<T> {
  const header = await attempt(() => sharp(bytes, { limitInputPixels: false }).metadata())
  if (header.width * header.height > MAX_PIXELS)
    throw refusal(
      { zh: `图片太大：${header.width} × ${header.height} 像素。`, en: `The picture is too large: ${header.width} × ${header.height} pixels.` },
      { zh: '请先缩小到一亿二千万像素以内。', en: 'Scale it below 120 million pixels first.' },
    )
  return attempt(() => work(sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'truncated' })))
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch {
    throw refusal(
      { zh: '图片文件已损坏或不完整。', en: 'The picture file is damaged or incomplete.' },
      { zh: '请重新获取原图，或在看图软件里打开后另存为 JPEG。', en: 'Get the original again, or open it in an image viewer and save it as JPEG.' },
    )
  }
}

function sniff(bytes: Uint8Array): PictureInfo['mime'] {
  if (bytes.length > MAX_BYTES)
    throw refusal(
      { zh: '图片文件超过 200 MB。', en: 'The picture file is over 200 MB.' },
      { zh: '请先缩小或压缩这张图片。', en: 'Scale or compress it first.' },
    )
  const format = FORMATS.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte))
  if (format) return format.mime
  const other = OTHER_FORMATS.find(({ offset, magic }) => latin1(bytes, offset, magic.length) === magic)
  throw other
    ? refusal(
        { zh: `暂不支持 ${other.name} 图片。`, en: `${other.name} pictures are not taken yet.` },
        { zh: '请在看图软件里另存为 JPEG 或 PNG。', en: 'Save it as JPEG or PNG in an image viewer.' },
      )
    : refusal(
        { zh: '这不是 JPEG 或 PNG 图片。', en: 'This is not a JPEG or PNG picture.' },
        { zh: '请选择 JPEG 或 PNG 图片文件。', en: 'Choose a JPEG or PNG picture file.' },
      )
}

function latin1(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length))
}

function refusal(message: LocalText, remedy: LocalText): ApiFailure {
  return new ApiFailure({ code: 'unreadable-file', message, remedy })
}
