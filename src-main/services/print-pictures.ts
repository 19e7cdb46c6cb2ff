/** The pictures of the pages of an export, decoded as its files show them: as inks, or for the screen. */
import { record, type Document, type RecordId } from '../../src-core/document/records.ts'
import { pictureItems, pictureKey, type PageFrame, type PictureItem } from '../../src-core/typeset/frame.ts'
import type { Separation } from '../images/picture.ts'
import type { PdfPicture } from '../pdf/paint-frame.ts'

/** Contone pictures beyond this many pixels an inch are waste on paper (TYPESETTING §10.4). */
const MAXIMUM_PPI = 300

export interface PictureSource {
  readonly document: Document
  /** The bytes of a picture file, or null when they are gone. */
  assetBytes(asset: RecordId): Uint8Array | null
}

export class PrintPictures {
  private readonly source: PictureSource
  /** Null decodes for the screen. */
  private readonly separation: Separation | null
  private readonly pictures = new Map<string, PdfPicture>()

  constructor(source: PictureSource, separation: Separation | null) {
    this.source = source
    this.separation = separation
  }

  picture(item: PictureItem): PdfPicture | null {
    return this.pictures.get(pictureKey(item)) ?? null
  }

  /** Decodes what the page shows and is not there yet. Rejects with `ApiFailure` for a file that cannot be decoded. */
  async decode(frame: PageFrame): Promise<void> {
    for (const item of pictureItems(frame.items)) {
      const bytes = this.pictures.has(pictureKey(item)) ? null : this.source.assetBytes(item.asset)
      if (bytes) this.pictures.set(pictureKey(item), await this.decodeOne(item, bytes))
    }
  }

  /** A page's pictures take a hundred megabytes: kept only as long as they are needed. */
  forget(): void {
    this.pictures.clear()
  }

  private async decodeOne(item: PictureItem, bytes: Uint8Array): Promise<PdfPicture> {
    const { coveringPicture, greyPicture, separatedPicture } = await import('../images/picture.ts')
    const asset = record(this.source.document, 'asset', item.asset)
    // The picture covers its rectangle, so the wider of both demands counts.
    const shown = asset ? Math.max(item.width, (item.height * asset.width) / asset.height) : item.width
    const width = Math.ceil((shown / 72) * MAXIMUM_PPI)
    if (item.inks !== 'cmyk') return greyPicture(bytes, width)
    if (this.separation) return separatedPicture(bytes, this.separation, width)
    return coveringPicture(bytes, width, 1, true)
  }
}
