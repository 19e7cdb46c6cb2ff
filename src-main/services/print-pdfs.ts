/** The adverts of an export that came as PDF: their pages as vectors, or as pictures where those do not pass. */
import { PDF_PPI } from '../../src-core/document/pdf-page.ts'
import { pictureKey, showsColour, type PictureItem } from '../../src-core/typeset/frame.ts'
import type { Separation } from '../images/separation.ts'
import type { PdfPicture } from '../pdf/paint-frame.ts'
import type { PlacedPage } from '../pdf/placed-page.ts'

export type PdfItem = PictureItem & { readonly page: number }

export function isPdfItem(item: PictureItem): item is PdfItem {
  return item.page !== undefined
}

/** Proofs for the screen are as fine as they can be read there. */
const SCREEN_PPI = 150

export class PrintPdfs {
  /** Null draws for the screen. */
  private readonly separation: Separation | null
  private readonly vectors = new Map<string, PlacedPage>()
  private readonly pictures = new Map<string, { readonly width: number; readonly picture: PdfPicture }>()

  constructor(separation: Separation | null) {
    this.separation = separation
  }

  placed(item: PictureItem): PlacedPage | null {
    return (item.vector && this.vectors.get(pictureKey(item))) || null
  }

  picture(item: PictureItem): PdfPicture | null {
    return this.pictures.get(pictureKey(item))?.picture ?? null
  }

  /** Reads what the item shows, if that is not there yet. Rejects with `ApiFailure` for a page that cannot be drawn. */
  async read(item: PdfItem, bytes: () => Uint8Array | null): Promise<void> {
    const key = pictureKey(item)
    if (this.placed(item)) return
    const width = Math.ceil(((item.width / 72) * (this.separation ? PDF_PPI : SCREEN_PPI)) / (item.crop?.width ?? 1))
    if ((this.pictures.get(key)?.width ?? 0) >= width) return
    const file = bytes()
    if (!file) return
    const page = item.vector && this.separation ? await this.vector(file, item.page) : null
    if (page) this.vectors.set(key, page)
    else this.pictures.set(key, { width, picture: await this.drawn(item, file, width) })
  }

  forget(): void {
    this.vectors.clear()
    this.pictures.clear()
  }

  private async vector(bytes: Uint8Array, page: number): Promise<PlacedPage | null> {
    const [{ openPdf }, { placePage }] = await Promise.all([import('../adverts/read-pdf.ts'), import('../adverts/place-page.ts')])
    return placePage(await openPdf(bytes), page)
  }

  private async drawn(item: PdfItem, bytes: Uint8Array, width: number): Promise<PdfPicture> {
    const { drawPdf } = await import('./pdf-pages.ts')
    if (!this.separation) return drawPdf(bytes, item.page, width, showsColour(item))
    const { separatedDrawing } = await import('../images/separation.ts')
    return separatedDrawing(await drawPdf(bytes, item.page, width, true), item.inks ?? 'k', this.separation)
  }
}
