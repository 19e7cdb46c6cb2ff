/** A plant's colour profile from outside: what it is, checked before anything is made with it (ICC.1:2001-04 and later). */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { failure } from '../../src-core/api/errors.ts'
import type { ApiFailure, LocalText } from '../../src-core/api/methods.ts'
import { profileName } from './icc.ts'

export interface ProfileInfo {
  /** What it calls itself. */
  readonly name: string
  /** 2 or 4. */
  readonly version: number
  /** The most ink that it makes of any colour, 1 a solid plate. */
  readonly inkLimit: number
}

/** The largest that are published have some 5 MB. */
const MOST_BYTES = 16 << 20
const HEADER = 128
const MOST_TAGS = 200
/** Steps of each screen colour that ink is measured at. */
const STEPS = 17

/** Rejects with {@link ApiFailure} `unreadable-file` for what is no profile of a four-colour printer. */
export async function readProfile(bytes: Uint8Array): Promise<ProfileInfo> {
  const { name, version } = header(bytes)
  return { name, version, inkLimit: await mostInk(bytes) }
}

function header(bytes: Uint8Array): Pick<ProfileInfo, 'name' | 'version'> {
  if (bytes.length > MOST_BYTES) throw refusal({ zh: '文件超过 16 MB', en: 'the file is over 16 MB' })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER + 4 || ascii(view, 36) !== 'acsp') throw refusal({ zh: '不是 ICC 色彩特性文件', en: 'it is no ICC profile' })
  if (view.getUint32(0) > bytes.length) throw refusal({ zh: '文件不完整', en: 'the file is cut short' })
  if (ascii(view, 12) !== 'prtr') throw refusal({ zh: '它不是印刷机的（设备类别应为 prtr）', en: 'it is not of a printer (class prtr)' })
  if (ascii(view, 16) !== 'CMYK') throw refusal({ zh: '它不是四色 CMYK 的', en: 'it is not of the four inks CMYK' })
  const version = view.getUint8(8)
  if (version !== 2 && version !== 4) throw refusal({ zh: `它是 ICC 第 ${version} 版，只能用第 2 版或第 4 版`, en: `it is of ICC version ${version}; versions 2 and 4 are taken` })
  const tags = readTags(view)
  if (!tags.has('B2A0') && !tags.has('B2A1')) throw refusal({ zh: '它没有分色表，不能用来分色', en: 'it has no table for separation' })
  return { name: profileName(bytes), version }
}

/** Names of the tags, each inside the file. */
function readTags(view: DataView): ReadonlySet<string> {
  const count = view.getUint32(HEADER)
  const tags = new Set<string>()
  if (count > MOST_TAGS || HEADER + 4 + 12 * count > view.byteLength) throw damaged()
  for (let index = 0; index < count; index++) {
    const at = HEADER + 4 + 12 * index
    const [offset, length] = [view.getUint32(at + 4), view.getUint32(at + 8)]
    if (offset + length > view.byteLength) throw damaged()
    tags.add(ascii(view, at))
  }
  return tags
}

/** Over the screen's colours; to whole percents. */
async function mostInk(bytes: Uint8Array): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-profile-'))
  try {
    const file = join(folder, 'profile.icc')
    await writeFile(file, bytes)
    const inks = await sharp(screenColours(), { raw: { width: STEPS * STEPS, height: STEPS, channels: 3 } })
      .withIccProfile(file)
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    if (inks.info.channels !== 4) throw damaged()
    let most = 0
    for (let at = 0; at < inks.data.length; at += 4) most = Math.max(most, inks.data[at]! + inks.data[at + 1]! + inks.data[at + 2]! + inks.data[at + 3]!)
    // A separation without black on black paper would be none.
    if (most < 255) throw damaged()
    return Math.round((most / 255) * 100) / 100
  } catch {
    throw damaged()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function screenColours(): Uint8Array {
  const colours = new Uint8Array(STEPS ** 3 * 3)
  const level = (step: number) => Math.round((step * 255) / (STEPS - 1))
  for (let index = 0; index < STEPS ** 3; index++) {
    colours[index * 3] = level(index % STEPS)
    colours[index * 3 + 1] = level(Math.floor(index / STEPS) % STEPS)
    colours[index * 3 + 2] = level(Math.floor(index / STEPS ** 2))
  }
  return colours
}

function ascii(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((step) => view.getUint8(at + step)))
}

function damaged(): ApiFailure {
  return refusal({ zh: '文件已损坏', en: 'the file is damaged' })
}

function refusal({ zh, en }: LocalText): ApiFailure {
  return failure(
    'unreadable-file',
    { zh: `这个文件不能作印厂的色彩特性文件：${zh}。`, en: `The file cannot be the plant's profile: ${en}.` },
    { zh: '请向印厂要新闻纸（或所用纸张）的 CMYK 输出特性文件（.icc 或 .icm）。', en: 'Ask the plant for its CMYK output profile (.icc or .icm) for the paper in use.' },
  )
}
