/** An advert's PDF from outside → what it holds, or a sentence that says why it cannot be taken. */
import { PDFDocument } from '@cantoo/pdf-lib'
import { POINTS_PER_MILLIMETRE } from '../../src-core/document/grid.ts'
import { MOST_PDF_PAGES, PDF_PPI, type PdfFault, type PdfPage } from '../../src-core/document/pdf-page.ts'
import type { AssetRecord } from '../../src-core/document/records.ts'
import { StreamFault } from './filters.ts'
import { measureImage, requireSoundImages } from './image-ink.ts'
import { hasNotes, leavesOf, shownBox, shownSize, type PdfLeaf } from './page-box.ts'
import { walkPage } from './page-walk.ts'
import { ASK_AGAIN, damaged, refusal, requireWhole } from './pdf-file.ts'

export type PdfInfo = Pick<AssetRecord, 'mime' | 'width' | 'height' | 'pdf'>

/** A sheet beyond this is no newspaper's: twice a broadsheet's height, in millimetres. */
const MOST_MILLIMETRES = 1_200
const LEAST_MILLIMETRES = 2

/** Pixels an inch; no picture that is finer becomes too coarse in its place. */
const FINE_PICTURE = 1_000

/** Points; no line that is thicker becomes too thin in its place. */
const THICK_RULE = 2

/** Rejects with `ApiFailure` `unreadable-file`. Whoever calls it guards against time and memory without end. */
export async function readPdf(bytes: Uint8Array): Promise<PdfInfo> {
  requireWhole(bytes)
  const document = await openPdf(bytes)
  requireSoundImages(document)
  const leaves = leavesOf(document, MOST_PDF_PAGES + 1)
  if (leaves.length === 0) throw damaged()
  if (leaves.length > MOST_PDF_PAGES)
    throw refusal(
      { zh: `PDF 有${pageCount(document) ?? `${MOST_PDF_PAGES}多`}页，不像广告。`, en: `The PDF has more than ${MOST_PDF_PAGES} pages, which no advert has.` },
      { zh: '请只输出要登的那一页。', en: 'Export only the page that is to be printed.' },
    )
  const pages: PdfPage[] = []
  for (const [index, leaf] of leaves.entries()) pages.push(await readPage(leaf, index + 1))
  const [first] = pages
  const pixels = (side: number) => Math.max(1, Math.round((side / 25.4) * PDF_PPI))
  return { mime: 'application/pdf', width: pixels(first!.width), height: pixels(first!.height), pdf: { pages } }
}

/** All objects of the file. Rejects with `ApiFailure` `unreadable-file`. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  let document: PDFDocument
  try {
    document = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false, throwOnInvalidObject: false, warnOnInvalidObjects: false })
  } catch {
    throw damaged()
  }
  if (document.isEncrypted)
    throw refusal({ zh: 'PDF 加了密码或限制了权限，不能使用。', en: 'The PDF is encrypted and cannot be used.' }, { zh: '请对方另存一份没有加密的。', en: 'Ask for one without a password or restrictions.' })
  return document
}

async function readPage(leaf: PdfLeaf, number: number): Promise<PdfPage> {
  const shown = shownBox(leaf)
  if (!shown) throw refusal({ zh: `PDF 第${number}页没有尺寸。`, en: `Page ${number} of the PDF has no size.` }, ASK_AGAIN)
  const size = shownSize(shown)
  const [width, height] = [millimetres(size.width), millimetres(size.height)]
  if (Math.max(width, height) > MOST_MILLIMETRES || Math.min(width, height) < LEAST_MILLIMETRES)
    throw refusal(
      { zh: `PDF 第${number}页的尺寸是${width} × ${height} 毫米，不能上版。`, en: `Page ${number} of the PDF measures ${width} × ${height} mm, which cannot be placed.` },
      { zh: '请对方按版位的尺寸重新输出。', en: 'Have it made again in the size that was booked.' },
    )
  const { faults, fonts, tally, thinnestRule, images, leastPpi } = walkPage(leaf, shown.box)
  const kinds = new Set(faults)
  for (const image of new Set(images)) await measureImage(image, tally).catch((error: unknown) => void kinds.add(kindOf(error)))
  // Colours of a screen have no ink to be measured.
  if (kinds.has('rgb') || kinds.has('profile')) kinds.delete('unmeasured')
  return {
    width,
    height,
    box: shown.kind,
    inks: tally.inks,
    spots: [...tally.spots].toSorted().slice(0, 100).map((name) => name.slice(0, 200)),
    maxInk: Math.round(Math.min(100, tally.maxInk) * 1000) / 1000,
    ...(thinnestRule < THICK_RULE ? { thinnestRule: Math.round(thinnestRule * 1000) / 1000 } : {}),
    ...(leastPpi < FINE_PICTURE ? { leastPpi: Math.round(leastPpi) } : {}),
    ...(hasNotes(leaf) ? { notes: true as const } : {}),
    faults: [...kinds].toSorted().map((kind): PdfFault => (kind === 'font' ? { kind, names: [...fonts].toSorted().slice(0, 20) } : { kind })),
  }
}

function kindOf(error: unknown): PdfFault['kind'] {
  if (error instanceof StreamFault) return error.kind
  throw error
}

/** To a tenth of a millimetre. */
function millimetres(points: number): number {
  return Math.round((points / POINTS_PER_MILLIMETRE) * 10) / 10
}

function pageCount(document: PDFDocument): number | null {
  try {
    return leavesOf(document, 1_000_000).length
  } catch {
    return null
  }
}
