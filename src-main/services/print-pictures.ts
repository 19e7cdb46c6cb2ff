/** The pictures of the pages of an export, decoded as its files show them: as inks, or for the screen. */
import { effectivePpi, shownCrop, WHOLE } from '../../src-core/document/crop.ts'
import { PRINT_CONDITIONS, type PrintConditionId } from '../../src-core/document/print.ts'
import { record, recordsOf, type AssetRecord, type Document, type RecordId } from '../../src-core/document/records.ts'
import { pictureItems, pictureKey, type PageFrame, type PictureItem } from '../../src-core/typeset/frame.ts'
import type { Wanted } from '../images/pixels.ts'
import type { Separation } from '../images/separation.ts'
import type { PdfPicture } from '../pdf/paint-frame.ts'
import type { PlacedPage } from '../pdf/placed-page.ts'
import { isPdfItem, PrintPdfs } from './print-pdfs.ts'

export interface PictureSource {
  readonly document: Document
  /** The bytes of a picture file, or null when they are gone. */
  assetBytes(asset: RecordId): Uint8Array | null
}

/** How pictures become inks for paper of a kind. */
export interface PrintSeparation extends Separation {
  readonly condition: PrintConditionId
}

/** Proofs for the screen are as fine as newsprint. */
const SCREEN_PPI = PRINT_CONDITIONS.newsprint.ppi

/** Over this many dots an inch no press shows the steps of line art (TYPESETTING §10.4). */
const FINEST_LINE_ART = 1_200

/** For newsprint, whose dots grow into each other: edges stand out, flat grounds and the grain of film do not. */
const SHARPENING = { sigma: 1, m1: 0.3, m2: 2.5, x1: 1, y2: 10, y3: 15 }

export class PrintPictures {
  private readonly source: PictureSource
  /** Null decodes for the screen. */
  private readonly separation: PrintSeparation | null
  /** Files that hold type: they come ready for print, and type wants every pixel. */
  private readonly adverts: ReadonlySet<RecordId | null>
  private readonly pdfs: PrintPdfs
  private readonly pictures = new Map<string, { readonly wanted: number; readonly picture: PdfPicture }>()

  constructor(source: PictureSource, separation: PrintSeparation | null) {
    this.source = source
    this.separation = separation
    this.pdfs = new PrintPdfs(separation)
    this.adverts = new Set(recordsOf(source.document, 'advert').map((advert) => advert.asset))
  }

  picture(item: PictureItem): PdfPicture | null {
    return isPdfItem(item) ? this.pdfs.picture(item) : (this.pictures.get(pictureKey(item))?.picture ?? null)
  }

  /** The page of a PDF that is shown as vectors. */
  placed(item: PictureItem): PlacedPage | null {
    return this.pdfs.placed(item)
  }

  /** Decodes what the page shows and is not there yet as fine as it needs. Rejects with `ApiFailure` for a file that cannot be decoded. */
  async decode(frame: PageFrame): Promise<void> {
    for (const item of pictureItems(frame.items)) {
      if (isPdfItem(item)) {
        await this.pdfs.read(item, () => this.source.assetBytes(item.asset))
        continue
      }
      const asset = record(this.source.document, 'asset', item.asset)
      const known = this.pictures.get(pictureKey(item))
      const pixels = asset ? this.pixelsFor(item, asset) : Infinity
      if (known && known.wanted >= pixels) continue
      const bytes = this.source.assetBytes(item.asset)
      if (bytes) this.pictures.set(pictureKey(item), { wanted: pixels, picture: await this.decodeOne(item, asset, bytes, pixels) })
    }
  }

  /** A page's pictures take a hundred megabytes: kept only as long as they are needed. */
  forget(): void {
    this.pictures.clear()
    this.pdfs.forget()
  }

  private async decodeOne(item: PictureItem, asset: AssetRecord | undefined, bytes: Uint8Array, width: number): Promise<PdfPicture> {
    const [{ openPicture }, { screenPicture }, { separated, separatedAdvert }] = await Promise.all([import('../images/picture-file.ts'), import('../images/picture.ts'), import('../images/separation.ts')])
    const isDrawn = asset?.lineArt === true
    const wanted: Wanted = {
      ...(item.crop ? { crop: item.crop } : {}),
      ...(Number.isFinite(width) ? { width } : {}),
      ...(isDrawn ? { nearest: true } : {}),
      ...(this.separation?.condition === 'newsprint' && !isDrawn && !this.adverts.has(item.asset) ? { sharpen: SHARPENING } : {}),
    }
    if (!this.separation) return screenPicture(bytes, item.inks === 'cmyk', wanted)
    const inInks = this.adverts.has(item.asset) && !isDrawn ? separatedAdvert : separated
    return inInks(await openPicture(bytes), item.inks ?? 'k', this.separation, wanted)
  }

  /** How many pixels across are wanted of the part that is decoded; Infinity for as many as it has. */
  private pixelsFor(item: PictureItem, asset: AssetRecord): number {
    const { usual, most } = this.separation ? PRINT_CONDITIONS[this.separation.condition].ppi : SCREEN_PPI
    const shown = shownCrop(asset, item)
    const ppi = effectivePpi(asset, shown, item)
    const finest = asset.lineArt ? FINEST_LINE_ART : most
    if (ppi <= finest) return Infinity
    const goal = asset.lineArt || this.adverts.has(item.asset) ? finest : usual
    return Math.ceil(((item.width / 72) * goal * (item.crop ?? WHOLE).width) / shown.width)
  }
}
