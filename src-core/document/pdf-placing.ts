/** How an advert's PDF goes onto its page: which page of it, and as vectors or as a picture of 300 ppi. */
import { pdfObstacles, pdfPageOf, type PdfFile, type PdfObstacle, type PdfPage } from './pdf-page.ts'
import { conditionOf } from './print.ts'
import type { AdvertRecord, PageRecord } from './records.ts'
import type { HouseStyle } from './style.ts'
import { redPlate } from './swatches.ts'

export interface PdfPlacing {
  /** Counted from 1. */
  readonly number: number
  readonly page: PdfPage
  /** What keeps it from being vectors; it is a picture then, whether the editor chose so or not yet. */
  readonly obstacles: readonly PdfObstacle[]
  readonly isVector: boolean
}

export function pdfPlacing(style: HouseStyle, on: Pick<PageRecord, 'inks' | 'red'>, pdf: PdfFile, { pdfPage, pdfAs }: Pick<AdvertRecord, 'pdfPage' | 'pdfAs'>): PdfPlacing {
  const { number, page } = pdfPageOf(pdf, pdfPage)
  const obstacles = pdfObstacles(page, { inks: on.inks, spot: redPlate(style, on)?.name ?? null, inkLimit: conditionOf(style).inkLimit })
  return { number, page, obstacles, isVector: obstacles.length === 0 && pdfAs !== 'raster' }
}
