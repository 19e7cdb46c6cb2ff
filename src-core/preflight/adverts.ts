/**
 * Adverts that came as PDF: whether the page is there, has the size that was booked, and can be printed as vectors; where
 * it cannot, why, until the editor takes it as a picture; and whether its lines are thick enough in that place.
 */
import { WHOLE } from '../document/crop.ts'
import { areaRect, POINTS_PER_MILLIMETRE, type Grid } from '../document/grid.ts'
import type { LocalText } from '../document/local-text.ts'
import { PDF_PPI, type PdfObstacle, type PdfPage } from '../document/pdf-page.ts'
import { conditionOf, type PrintCondition } from '../document/print.ts'
import { pdfPlacing, type PdfPlacing } from '../document/pdf-placing.ts'
import { issueOf, placedOn, record, type AdvertRecord } from '../document/records.ts'
import { nameOf, type Finding, type FindingId, type Subject } from './finding.ts'
import type { Fix } from './fix.ts'
import { pdfObstacleText } from './pdf-obstacle-text.ts'

/** Millimetres: what cutting and folding take for themselves. */
const SIZE_TOLERANCE = 1

type Fault = Pick<Finding, 'id' | 'severity' | 'message' | 'fix'>

export function checkAdverts({ document, results }: Subject): readonly Finding[] {
  const { style } = issueOf(document)
  return results.flatMap(({ frame }) => {
    const page = record(document, 'page', frame.page.id)
    if (!page) return []
    return placedOn(document, 'advert', page.id).flatMap((advert): Finding[] => {
      const pdf = advert.asset === null ? undefined : record(document, 'asset', advert.asset)?.pdf
      if (!pdf) return []
      const placing = pdfPlacing(style, page, pdf, advert)
      const name = nameOf(document, advert.id)
      const faults = [
        ...pageFaults(name, advert, placing, pdf.pages.length),
        ...sizeFaults(name, advert, placing.page, page.grid),
        ...ruleFaults(name, advert, placing.page, page.grid, conditionOf(style)),
        ...resolutionFaults(name, advert, placing.page, page.grid, conditionOf(style)),
        ...fontFaults(name, placing),
        ...(advert.pdfAs === 'raster' ? pictureFaults(name, placing) : vectorFaults(name, advert, placing)),
      ]
      return faults.map((fault) => ({ ...fault, page: page.number, story: advert.id, cell: { column: advert.area.column, line: advert.area.line } }))
    })
  })
}

function pageFaults(name: LocalText, { pdfPage = 1 }: AdvertRecord, { number, page }: PdfPlacing, pages: number): readonly Fault[] {
  const faults: Fault[] = []
  if (number !== pdfPage) {
    faults.push({
      id: 'advert-file',
      severity: 'error',
      message: { zh: `${name.zh}的 PDF 只有${pages}页，没有第${pdfPage}页，现在排的是第1页，请重新选页。`, en: `The PDF of ${name.en} has ${pages} pages and no page ${pdfPage}; page 1 is shown. Choose a page.` },
    })
  }
  if (page.notes) {
    faults.push({
      id: 'advert-file',
      severity: 'warning',
      message: { zh: `${name.zh}的 PDF 里有批注或表单，它们不会印出来，请核对内容。`, en: `The PDF of ${name.en} has comments or form fields, which are not printed; see that nothing is missing.` },
    })
  }
  return faults
}

function sizeFaults(name: LocalText, { area, crop = WHOLE, fit = 'contain' }: AdvertRecord, page: PdfPage, grid: Grid): readonly Fault[] {
  const booked = areaRect(grid, area)
  const [width, height] = [booked.width / POINTS_PER_MILLIMETRE, booked.height / POINTS_PER_MILLIMETRE]
  const [ownWidth, ownHeight] = [page.width * crop.width, page.height * crop.height]
  if (Math.abs(width - ownWidth) <= SIZE_TOLERANCE && Math.abs(height - ownHeight) <= SIZE_TOLERANCE) return []
  const scale = scaleOf({ crop, fit }, page, { width, height })
  const percent = Math.round(scale * 100)
  const [own, place] = [`${tenth(ownWidth)} × ${tenth(ownHeight)}`, `${tenth(width)} × ${tenth(height)}`]
  const now: LocalText = fit === 'contain' ? { zh: `现在按${percent}%排，四周可能留白`, en: `it is shown at ${percent}%, with white beside it` } : { zh: `现在按${percent}%排，超出的裁掉`, en: `it is shown at ${percent}%, and what is over is cut` }
  return [
    {
      id: 'advert-size',
      severity: 'warning',
      message: {
        zh: `${name.zh}的 PDF 是 ${own} 毫米，版位是 ${place} 毫米，${now.zh}，请核对版位，或请对方改尺寸。`,
        en: `The PDF of ${name.en} measures ${own} mm and its place ${place} mm; ${now.en}. See to the place, or have the size changed.`,
      },
    },
  ]
}

/** Millimetres. */
interface Size {
  readonly width: number
  readonly height: number
}

function scaleOf({ crop = WHOLE, fit = 'contain' }: Pick<AdvertRecord, 'crop' | 'fit'>, page: Size, place: Size): number {
  const scales = [place.width / (page.width * crop.width), place.height / (page.height * crop.height)]
  return fit === 'contain' ? Math.min(...scales) : Math.max(...scales)
}

/** Lines of the file, as thick as they come to be in their place; of which colour is not known. */
function ruleFaults(name: LocalText, advert: AdvertRecord, page: PdfPage, grid: Grid, { rule }: PrintCondition): readonly Fault[] {
  if (page.thinnestRule === undefined) return []
  const points = Math.round(page.thinnestRule * placedScale(advert, page, grid) * 100) / 100
  if (points >= rule.solid) return []
  return [
    {
      id: 'hairline',
      severity: points * 2 < rule.solid ? 'error' : 'warning',
      message: {
        zh: `${name.zh}的 PDF 里有线粗${points}磅，印出来会断，至少要${rule.solid}磅，请对方加粗后重新输出。`,
        en: `The PDF of ${name.en} has a rule of ${points} pt, too thin to print whole; it takes ${rule.solid} pt or more. Have it made again with thicker rules.`,
      },
    },
  ]
}

/** Pictures in the file, as coarse as they come to be in their place. */
function resolutionFaults(name: LocalText, advert: AdvertRecord, page: PdfPage, grid: Grid, { ppi: { least } }: PrintCondition): readonly Fault[] {
  if (page.leastPpi === undefined) return []
  const ppi = Math.round(page.leastPpi / placedScale(advert, page, grid))
  if (ppi >= least) return []
  return [
    {
      id: 'low-ppi',
      severity: ppi * 2 < least ? 'error' : 'warning',
      message: {
        zh: `${name.zh}的 PDF 里有图片精度只有${ppi} ppi，印报至少要${least} ppi，请对方换大图后重新输出。`,
        en: `The PDF of ${name.en} has a picture of only ${ppi} ppi, and the press asks for ${least} ppi. Have it made again with a larger one.`,
      },
    },
  ]
}

function placedScale(advert: AdvertRecord, page: PdfPage, grid: Grid): number {
  const { width, height } = areaRect(grid, advert.area)
  return scaleOf(advert, page, { width: width / POINTS_PER_MILLIMETRE, height: height / POINTS_PER_MILLIMETRE })
}

function tenth(millimetres: number): string {
  return String(Math.round(millimetres * 10) / 10)
}

/** As a picture too: letters that are not in the file are drawn by others, or not at all. */
function fontFaults(name: LocalText, { obstacles }: PdfPlacing): readonly Fault[] {
  return obstacles
    .filter(({ kind }) => kind === 'font')
    .map((obstacle) => {
      const { zh, en } = pdfObstacleText(obstacle)
      return {
        id: 'not-embeddable',
        severity: 'error',
        message: { zh: `${name.zh}的 PDF ${zh}，会缺字或变样，请对方嵌入字体或转曲后重新输出。`, en: `The PDF of ${name.en} ${en}; letters will be missing or of another shape. Have it made again with its fonts, or outlines.` },
      }
    })
}

/** Whatever names a fault of colour has elsewhere, it has here; the rest is the file's. */
function idOf({ kind }: PdfObstacle): FindingId {
  return kind === 'rgb' || kind === 'plate' || kind === 'ink-limit' ? kind : 'advert-file'
}

const AS_PICTURE = { zh: '转为图像', en: 'Take as a picture' } as const satisfies LocalText

function vectorFaults(name: LocalText, { id }: AdvertRecord, { obstacles }: PdfPlacing): readonly Fault[] {
  const others = obstacles.filter(({ kind }) => kind !== 'font')
  const fix: Fix = { label: AS_PICTURE, steps: [{ kind: 'set', record: id, fields: { pdfAs: 'raster' } }] }
  return [...new Set(others.map(idOf))].map((finding) => {
    const { zh, en } = reasons(others.filter((obstacle) => idOf(obstacle) === finding))
    return {
      id: finding,
      severity: 'error',
      message: {
        zh: `${name.zh}的 PDF ${zh}，不能按矢量置入，现在按 ${PDF_PPI} ppi 图像排，请选“${AS_PICTURE.zh}”，或请对方改好后重新输出。`,
        en: `The PDF of ${name.en} ${en}, and cannot be placed as vectors; it is shown as a picture of ${PDF_PPI} ppi. Choose “${AS_PICTURE.en}”, or have it made again.`,
      },
      fix,
    }
  })
}

/** The editor chose so; files say what was done and why. */
function pictureFaults(name: LocalText, { obstacles }: PdfPlacing): readonly Fault[] {
  const others = obstacles.filter(({ kind }) => kind !== 'font')
  if (others.length === 0) return []
  const { zh, en } = reasons(others)
  return [
    {
      id: 'advert-picture',
      severity: 'warning',
      message: {
        zh: `${name.zh}的 PDF ${zh}，按 ${PDF_PPI} ppi 图像输出，小字不如矢量清楚。`,
        en: `The PDF of ${name.en} ${en}, and is printed as a picture of ${PDF_PPI} ppi; small type is less sharp than vectors.`,
      },
    },
  ]
}

function reasons(obstacles: readonly PdfObstacle[]): LocalText {
  const texts = obstacles.map(pdfObstacleText)
  return { zh: texts.map(({ zh }) => zh).join('，'), en: texts.map(({ en }) => en).join(', ') }
}
