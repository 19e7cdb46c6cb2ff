/**
 * The second reader: a PDF that was written is read again by another library than the one that wrote it, and compared with
 * the frames that it shows. It knows nothing of the painter: boxes, words and their places, fonts, inks, pictures.
 */
import { PDFParser, type PDFContext, type PDFDict } from '@cantoo/pdf-lib'
import type { PdfInks } from '../../src-core/document/pdf-page.ts'
import type { LocalText } from '../../src-core/document/local-text.ts'
import { leaves, mediaBox, paintedItems, spotsIn, type FrameItem, type GlyphRun, type PageFrame, type PictureItem } from '../../src-core/typeset/frame.ts'
import { leavesOf, type PdfLeaf } from '../adverts/page-box.ts'
import { walkForm } from '../adverts/page-walk.ts'
import { dictOf, numbersIn } from '../adverts/pdf-objects.ts'
import { readFont, type ReadFont } from './embedded-fonts.ts'
import { readContent, type ReadContent, type ReadRun } from './page-content.ts'
import { forbiddenIn, standardLacks, type KeptStandard } from './standard-keys.ts'

export interface Expectations {
  /** Inks, or what they look like on a screen. */
  readonly colors: 'print' | 'screen'
  /** The standard that the file keeps to; none when left out. */
  readonly print?: KeptStandard
  /** Sum of the inks that the press takes, 1 a solid plate. */
  readonly inkLimit?: number
  /** Whether the picture is painted at all: its file may be gone. */
  shows(item: PictureItem): boolean
  /** What an advert's page that is shown as vectors comes to on the plates; null or left out where it is a picture. */
  placed?(item: PictureItem): PdfInks | null
  /** 文字转曲: how many glyphs of a run have a shape. Left out, letters are letters. */
  shapes?(run: GlyphRun): number
}

export interface Difference {
  /** The page's number; null of the whole file. */
  readonly page: string | null
  readonly message: LocalText
}

/** Points: PDF numbers have more decimals than frames. */
const NEAR = 0.005
/** Of a solid plate: content streams have four decimals. */
const INK_NEAR = 0.001

export async function readBack(bytes: Uint8Array, frames: readonly PageFrame[], expectations: Expectations): Promise<readonly Difference[]> {
  try {
    // The library's own PDFDocument would bring all that it writes files with: a third of the program to load.
    const context = await PDFParser.forBytesWithOptions(bytes, Infinity, true).parseDocument()
    return fileDifferences(bytes, context, frames, expectations)
  } catch (error) {
    if (error instanceof Error) return [{ page: null, message: { zh: `文件读不回来（${error.message}）`, en: `the file cannot be read again (${error.message})` } }]
    throw error
  }
}

function fileDifferences(bytes: Uint8Array, context: PDFContext, frames: readonly PageFrame[], expectations: Expectations): readonly Difference[] {
  const { colors, print } = expectations
  const found: Difference[] = (print ? standardLacks(bytes, context, print) : []).map((message) => ({ page: null, message }))
  if (colors === 'print') for (const name of forbiddenIn(context, print?.standard ?? null)) found.push({ page: null, message: { zh: `出现了印刷文件不能有的 ${name}`, en: `${name} is there, which no print file may have` } })
  const fonts = new Map<PDFDict, ReadFont>()
  const fontOf = (dict: PDFDict) => {
    let font = fonts.get(dict)
    if (!font) fonts.set(dict, (font = readFont(dict)))
    return font
  }
  const pages = leavesOf({ catalog: dictOf(context.lookup(context.trailerInfo.Root)) }, frames.length + 1)
  if (pages.length !== frames.length) return [...found, { page: null, message: { zh: `页数是 ${pages.length}，应是 ${frames.length}`, en: `it has ${pages.length} pages and not ${frames.length}` } }]
  frames.forEach((frame, index) => {
    for (const message of pageDifferences(pages[index]!, frame, fontOf, expectations)) found.push({ page: frame.page.number, message })
  })
  for (const { lack } of fonts.values()) if (lack) found.push({ page: null, message: { zh: `有字体${lack === 'damaged' ? '损坏' : '没有嵌入'}`, en: `a font is ${lack}` } })
  return found
}

function pageDifferences(leaf: PdfLeaf, frame: PageFrame, font: (dict: PDFDict) => ReadFont, expectations: Expectations): readonly LocalText[] {
  const content = readContent(leaf.page, dictOf(leaf.inherited('Resources')), font)
  const items = [...leaves(paintedItems(frame))]
  const pictures = items.filter((item) => item.kind === 'picture').filter((item) => expectations.shows(item)).length
  const differences = [...boxDifferences(leaf, frame), ...wordDifferences(content, items, expectations), ...inkDifferences(content, items, expectations)]
  if (content.pictures !== pictures) differences.push({ zh: `图片有 ${content.pictures} 幅，应是 ${pictures} 幅`, en: `it shows ${content.pictures} pictures and not ${pictures}` })
  differences.push(...placedDifferences(content, items, expectations))
  return differences
}

function boxDifferences(leaf: PdfLeaf, frame: PageFrame): readonly LocalText[] {
  const { bleed, trim } = frame
  const media = mediaBox(frame)
  const margin = -media.x
  const about = (beyond: number) => [margin - beyond, margin - beyond, margin + trim.width + beyond, margin + trim.height + beyond]
  const wanted: Readonly<Record<string, readonly number[] | undefined>> = {
    MediaBox: [0, 0, media.width, media.height],
    TrimBox: about(0),
    BleedBox: bleed > 0 ? about(bleed) : undefined,
    ArtBox: undefined,
  }
  return Object.entries(wanted).flatMap(([name, box]) => {
    const value = leaf.inherited(name)
    const read = numbersIn(value)
    const isRight = box ? read?.length === 4 && read.every((side, index) => Math.abs(side - box[index]!) < NEAR) : value === undefined
    return isRight ? [] : [{ zh: `${name} 与版面尺寸不符`, en: `${name} is not the page's` }]
  })
}

function wordDifferences({ runs, shapes }: ReadContent, items: readonly FrameItem[], { shapes: shapesOf }: Expectations): readonly LocalText[] {
  const wanted = items.filter((item) => item.kind === 'glyphs' && item.glyphs.length > 0) as readonly GlyphRun[]
  if (shapesOf) {
    const count = wanted.reduce((sum, run) => sum + shapesOf(run), 0)
    return shapes === count && runs.length === 0 ? [] : [{ zh: `转曲的字有 ${shapes} 个，应是 ${count} 个`, en: `it shows ${shapes} letters as shapes and not ${count}` }]
  }
  for (const [index, run] of wanted.entries()) {
    const read = runs[index]
    if (read && words(read.text) === (run.aside ? '' : words(run.text)) && standsAt(read, run)) continue
    return [{ zh: `「${run.text}」读出来是「${read?.text ?? ''}」${read && !standsAt(read, run) ? '，位置也不同' : ''}`, en: `“${run.text}” reads “${read?.text ?? ''}”${read && !standsAt(read, run) ? ', and elsewhere' : ''}` }]
  }
  return runs.length === wanted.length && shapes === 0 ? [] : [{ zh: '多出了版面上没有的字', en: 'it has words that the page has not' }]
}

/** Spaces are gaps on the page, and a soft hyphen is where a line was parted. */
function words(text: string): string {
  return text.replace(/[\s\u00ad]/gu, '')
}

function standsAt({ x, y }: ReadRun, run: GlyphRun): boolean {
  return Math.abs(x - run.x - run.xs[0]!) < NEAR && Math.abs(y - run.y - (run.ys?.[0] ?? 0)) < NEAR
}

function inkDifferences(content: ReadContent, items: readonly FrameItem[], { colors, inkLimit = Infinity }: Expectations): readonly LocalText[] {
  const differences: LocalText[] = []
  const allowed = colors === 'screen' ? ['DeviceRGB', 'DeviceGray'] : ['DeviceCMYK', 'DeviceGray']
  for (const space of content.spaces) if (!allowed.includes(space)) differences.push({ zh: `用了 ${space} 颜色`, en: `it has colours in ${space}` })
  if (colors === 'screen') return differences
  const { spots, plates } = inksOf(items)
  const strange = [...content.spots].filter((name) => !spots.has(name))
  const missing = [...spots].filter((name) => !content.spots.has(name))
  for (const name of [...strange, ...missing]) differences.push({ zh: `专色「${name}」${spots.has(name) ? '没有印出' : '不是这一版的'}`, en: `the spot colour ${name} is ${spots.has(name) ? 'not there' : 'not of this page'}` })
  content.plates.forEach((isUsed, plate) => {
    if (isUsed && !plates[plate]) differences.push({ zh: `用了 ${'CMYK'[plate]} 版，版面上没有这种墨`, en: `it prints on plate ${'CMYK'[plate]}, which nothing on the page does` })
  })
  if (content.mostInk > inkLimit + INK_NEAR) differences.push({ zh: `有颜色的总墨量是 ${Math.round(content.mostInk * 100)}%，超过 ${Math.round(inkLimit * 100)}%`, en: `a colour has ${Math.round(content.mostInk * 100)}% of ink, over ${Math.round(inkLimit * 100)}%` })
  return differences
}

/** Adverts: what stands in the file has the inks of what was placed, and nothing that print files may not have. */
function placedDifferences({ placed }: ReadContent, items: readonly FrameItem[], expectations: Expectations): readonly LocalText[] {
  const wanted = items.flatMap((item) => {
    const inks = item.kind === 'picture' ? expectations.placed?.(item) : null
    return inks ? [inks] : []
  })
  if (placed.length !== wanted.length) return [{ zh: `按矢量置入的广告有 ${placed.length} 件，应是 ${wanted.length} 件`, en: `it has ${placed.length} adverts as vectors and not ${wanted.length}` }]
  return wanted.flatMap((inks, index) => {
    const { faults, tally } = walkForm(placed[index]!)
    const read = tally.facts()
    const isSame = faults.size === 0 && read.inks === inks.inks && read.spots.join('\n') === inks.spots.join('\n') && Math.abs(read.maxInk - inks.maxInk) < INK_NEAR
    return isSame ? [] : [{ zh: '按矢量置入的广告用的墨与原文件不符', en: 'an advert that is shown as vectors has other inks than its file' }]
  })
}

/** What the page's own items ask for; pictures bring their inks themselves. */
function inksOf(items: readonly FrameItem[]): { readonly spots: ReadonlySet<string>; readonly plates: readonly boolean[] } {
  const plates = [false, false, false, false]
  const add = (color: readonly number[], spot: { readonly name: string } | undefined) => {
    if (spot) return
    color.forEach((ink, plate) => {
      if (ink > 0) plates[plate] = true
    })
  }
  for (const item of items) {
    if (item.kind === 'picture' || item.kind === 'group' || (item.kind === 'glyphs' && item.glyphs.length === 0)) continue
    add(item.color, item.spot)
    if (item.kind === 'fill' && item.gradient) add(item.gradient.to, item.gradient.toSpot)
  }
  return { spots: new Set(spotsIn(items).keys()), plates }
}
