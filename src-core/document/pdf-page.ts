/** Pages of a PDF advert: what each holds, and what keeps it from being placed as vectors. */
import type { PageInks } from './records.ts'

/**
 * Why a page cannot be placed as it is drawn, whatever page it comes to: `font` not embedded · `rgb` colours of a screen ·
 * `profile` colours of a profile of their own, Lab · `transparency` · `layers` · `compression` JPEG 2000 or JBIG2
 * (ISO 15930-4, 6.3) · `overprint` of what is not black · `unmeasured` ink that cannot be told · `screening` transfer
 * curves · `drawing` that is damaged, without end or unknown.
 */
export type PdfFaultKind = 'font' | 'rgb' | 'profile' | 'transparency' | 'layers' | 'compression' | 'overprint' | 'unmeasured' | 'screening' | 'drawing'

export interface PdfFault {
  readonly kind: PdfFaultKind
  /** Names of the fonts that are not embedded. */
  readonly names?: readonly string[]
}

/** What a drawing comes to on the plates. */
export interface PdfInks {
  /** The fewest plates that print it, spot colours apart. */
  readonly inks: PageInks
  readonly spots: readonly string[]
  /** The largest sum of inks, 1 a solid plate. */
  readonly maxInk: number
}

export interface PdfPage extends PdfInks {
  /** Millimetres, upright, of the box that is shown. */
  readonly width: number
  readonly height: number
  /** The box that is shown: what is to be seen when printed (成品), else what a viewer shows. */
  readonly box: 'trim' | 'crop' | 'media'
  /** Points: the thinnest line on it; left out where all have 2 or more. */
  readonly thinnestRule?: number
  /** Pixels an inch: the coarsest picture in tones on it; left out where all have 1,000 or more. */
  readonly leastPpi?: number
  /** It has comments or form fields, which are not printed. */
  readonly notes?: true
  readonly faults: readonly PdfFault[]
}

/** What a PDF file holds. */
export interface PdfFile {
  readonly pages: readonly PdfPage[]
}

/** Pixels to the inch of a page that is placed as a picture. */
export const PDF_PPI = 300

/** Pages beyond this are no advert. */
export const MOST_PDF_PAGES = 50

/** Of which page it comes to: the plates, the spot colour of the red one, and how much ink the paper takes. */
export interface PlatesOfPage {
  readonly inks: PageInks
  readonly spot: string | null
  readonly inkLimit: number
}

/** What keeps a page of a PDF from being placed as vectors. */
export type PdfObstacle = PdfFault | { readonly kind: 'plate'; readonly names: readonly string[] } | { readonly kind: 'ink-limit'; readonly ink: number }

/** A hundredth of a plate: what rounding adds. */
const INK_TOLERANCE = 0.01

export function pdfObstacles(page: PdfPage, { inks, spot, inkLimit }: PlatesOfPage): readonly PdfObstacle[] {
  const others = page.spots.filter((name) => name !== spot)
  const isFit = page.inks === 'k' || inks === 'cmyk' || (page.inks === 'k+red' && inks === 'k+red' && spot === null)
  return [
    ...page.faults,
    ...(!isFit || others.length > 0 ? [{ kind: 'plate' as const, names: others }] : []),
    ...(page.maxInk > inkLimit + INK_TOLERANCE ? [{ kind: 'ink-limit' as const, ink: page.maxInk }] : []),
  ]
}

/** The page of a file that an advert shows, counted from 1; the first where it has no such page. */
export function pdfPageOf({ pages }: PdfFile, wanted = 1): { readonly number: number; readonly page: PdfPage } {
  const number = pages[wanted - 1] ? wanted : 1
  return { number, page: pages[number - 1]! }
}
