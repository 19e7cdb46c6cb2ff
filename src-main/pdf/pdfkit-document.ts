/**
 * The one file that touches pdfkit's private parts (pinned to 0.20.2; tests/main/pdf reads what comes out with other
 * libraries). pdfkit gives us the file structure, compression and fontkit's subsetting; it never lays out text for us:
 * glyphs go in by id, at the places that the engine chose.
 */
import PdfKit from 'pdfkit'
import type { Face } from '../../src-core/fonts/face.ts'

/** What pdfkit keeps to itself and we need. */
interface EmbeddedFont {
  readonly id: string
  readonly subset: { includeGlyph(glyph: number): number }
  /** Advance of each subset glyph in thousandths of an em, and the code points that ToUnicode answers for it. */
  readonly widths: (number | undefined)[]
  readonly unicode: (readonly number[] | undefined)[]
  /** The font's dictionary; `finalize` writes it, once. */
  ref(): Reference
  finalize(): void
}

interface Reference {
  readonly data: Record<string, unknown>
  end(chunk?: Uint8Array): void
}

interface PrivateDocument {
  _font: EmbeddedFont
  ref(data: Record<string, unknown>): Reference
  page: {
    readonly fonts: Record<string, unknown>
    readonly xobjects: Record<string, unknown>
    readonly dictionary: Reference
  }
  addContent(data: string): void
}

export interface PdfInfo {
  readonly title: string
  /** The date, YYYY-MM-DD: dates in the file come from the document, so that bytes are reproducible. */
  readonly date: string
}

/** A face in use by a file: its resource name, and the code that a text string carries for a glyph. */
export interface PdfFace {
  readonly resource: string
  /** The same face for upright text in vertical lines, on this page too from now on; codes are the same. */
  vertical(): string
  /**
   * Adds the glyph to the subset. `codePoints` is what it stands for here; `exact` says whether text extraction will
   * answer just that (a glyph keeps the characters it was first used for).
   */
  code(glyph: number, codePoints: readonly number[]): GlyphCode
}

export interface GlyphCode {
  readonly hex: string
  /** Advance in thousandths of an em. */
  readonly width: number
  readonly exact: boolean
}

export class PdfDocument {
  private readonly document: InstanceType<typeof PdfKit>
  private readonly faces = new Map<string, { font: EmbeddedFont; face: PdfFace }>()
  private readonly verticals = new Map<EmbeddedFont, Reference>()
  private readonly images = new Map<string, Reference>()
  private readonly chunks: Uint8Array[] = []
  private readonly finished: Promise<void>

  constructor(info: PdfInfo) {
    const created = new Date(`${info.date}T00:00:00Z`)
    this.document = new PdfKit({
      autoFirstPage: false,
      pdfVersion: '1.4',
      // Null keeps pdfkit's default Helvetica, which is never embedded, out of the file.
      font: null as unknown as string,
      info: {
        // pdfkit copies the title into XML unescaped; the full-width forms are what a Chinese title wants anyway.
        Title: info.title.replaceAll('&', '＆').replaceAll('<', '＜'),
        Creator: 'Banxin',
        Producer: 'Banxin (pdfkit)',
        CreationDate: created,
        ModDate: created,
      },
    })
    this.document.on('data', (chunk: Uint8Array) => this.chunks.push(chunk))
    this.finished = new Promise((resolve, reject) => {
      this.document.on('end', () => resolve())
      this.document.on('error', reject)
    })
  }

  private get inside(): PrivateDocument {
    return this.document as unknown as PrivateDocument
  }

  /** Begins a page; MediaBox and TrimBox are the same box. Content is written y downwards, in points. */
  addPage(width: number, height: number): void {
    this.document.addPage({ size: [width, height], margin: 0 })
    const { data } = this.inside.page.dictionary
    data['TrimBox'] = [0, 0, width, height]
    // A PDF 1.6 key that pdfkit writes on every page.
    delete data['UserUnit']
  }

  write(operators: string): void {
    this.inside.addContent(operators)
  }

  /** The face for this file and the current page, opened from its font file at first use. */
  face(face: Face, file: () => Uint8Array): PdfFace {
    let open = this.faces.get(face.id)
    if (!open) {
      this.document.registerFont(face.id, file())
      this.document.font(face.id)
      const { _font: font } = this.inside
      open = { font, face: { resource: font.id, vertical: () => this.verticalFont(font), code: codeIn(font, face) } }
      this.faces.set(face.id, open)
    }
    this.inside.page.fonts[open.font.id] ??= open.font.ref()
    return open.face
  }

  private verticalFont(font: EmbeddedFont): string {
    const vertical = this.verticals.get(font) ?? this.inside.ref({})
    this.verticals.set(font, vertical)
    const resource = `${font.id}V`
    this.inside.page.fonts[resource] ??= vertical
    return resource
  }

  /** Resource name of an 8-bit grey picture, written once a file however often it is placed. */
  greyImage(key: string, picture: () => { readonly pixels: Uint8Array; readonly width: number; readonly height: number }): string {
    let image = this.images.get(key)
    if (!image) {
      const { pixels, width, height } = picture()
      image = this.inside.ref({
        Type: 'XObject',
        Subtype: 'Image',
        Width: width,
        Height: height,
        BitsPerComponent: 8,
        ColorSpace: 'DeviceGray',
      })
      image.end(pixels)
      this.images.set(key, image)
    }
    const resource = `I${[...this.images.keys()].indexOf(key) + 1}`
    this.inside.page.xobjects[resource] = image
    return resource
  }

  async end(): Promise<Uint8Array> {
    for (const [font, vertical] of this.verticals) {
      font.finalize()
      Object.assign(vertical.data, font.ref().data, { Encoding: 'Identity-V' })
      vertical.end()
    }
    this.document.end()
    await this.finished
    return Buffer.concat(this.chunks)
  }
}

const SOFT_HYPHEN = [0xad]

function codeIn(font: EmbeddedFont, face: Face): PdfFace['code'] {
  const scale = 1000 / face.unitsPerEm
  return (glyph, codePoints) => {
    const code = font.subset.includeGlyph(glyph)
    const width = (font.widths[code] ??= face.advance(glyph) * scale)
    // A hyphen that a line was given stands for nothing: readers that know no ActualText take it for a soft one.
    const known = (font.unicode[code] ??= codePoints.length > 0 ? codePoints : SOFT_HYPHEN)
    const exact = codePoints.length > 0 && known.length === codePoints.length && known.every((codePoint, index) => codePoint === codePoints[index])
    return { hex: code.toString(16).padStart(4, '0'), width, exact }
  }
}
