/**
 * PDF painter: frames → content stream operators. Colours are DeviceCMYK and Separations, black pictures DeviceGray,
 * which is the K plate; only a proof for the screen has DeviceRGB.
 *
 * Frame coordinates are kept as they are: the page's first transform turns y downwards (pdfkit does), so a text matrix
 * only has to turn its glyphs upright again.
 */
import type { Ink } from '../../src-core/document/swatches.ts'
import { placedPart, shownCrop, WHOLE, type HeldPicture } from '../../src-core/document/crop.ts'
import type { FaceSet, Outlines } from '../../src-core/fonts/face.ts'
import { splitBlackType } from '../../src-core/typeset/black-type.ts'
import type { FillItem, FrameItem, GlyphRun, PageFrame, PathItem, PictureItem, PrintSheet } from '../../src-core/typeset/frame.ts'
import { decimal } from './decimal.ts'
import { Inks, stateFor, type Colors } from './inks.ts'
import { KNOCKOUT, type PdfDocument } from './pdfkit-document.ts'
import type { PlacedPage } from './placed-page.ts'
import { showOutlines } from './outlined-glyphs.ts'
import { pathOperators } from './path-operators.ts'
import { showGlyphs } from './show-glyphs.ts'

/** 8 bits a channel, row by row: 1 grey, 3 red, green and blue for a proof, 4 inks (255 is solid). */
export interface PdfPicture extends HeldPicture {
  readonly pixels: Uint8Array
  readonly channels: 1 | 3 | 4
}

export interface PdfResources {
  readonly faces: FaceSet
  /** Where the face's file lies. */
  path(face: string): string
  /** The decoded picture, the same value for the same picture; null when its bytes are gone. */
  picture(item: PictureItem): PdfPicture | null
  /** The page of a PDF that the item shows as vectors; null or left out where it is shown as a picture. */
  placed?(item: PictureItem): PlacedPage | null
  /** Where given, letters are drawn as shapes and no font is embedded (文字转曲). */
  outlines?(face: string): Outlines
  /** Sum of the inks that the press takes, 1 a solid plate; as much as is asked for, when left out. */
  readonly inkLimit?: number
}

export function paintFrame(document: PdfDocument, frame: PageFrame, resources: PdfResources, colors: Colors = 'print'): void {
  document.addPage(frame.trim, { margin: frame.sheet?.margin ?? 0, bleed: frame.bleed })
  const painter = new Painter(document, resources, colors, splitBlackType(frame.items))
  if (frame.sheet) painter.paintSheet(frame, frame.sheet)
  else painter.paint(frame.items)
  document.write(painter.operators.join('\n'))
}

class Painter {
  readonly operators: string[] = []
  private fill = ''
  private stroke = ''
  private state = ''
  private readonly document: PdfDocument
  private readonly resources: PdfResources
  private readonly inks: Inks
  /** Black runs that do not overprint. */
  private readonly split: ReadonlySet<GlyphRun>

  constructor(document: PdfDocument, resources: PdfResources, colors: Colors, split: ReadonlySet<GlyphRun>) {
    this.document = document
    this.resources = resources
    this.inks = new Inks(document, colors, resources.inkLimit)
    this.split = split
  }

  /** The page as far as its bleed, and the marks round it. */
  paintSheet({ trim, bleed, items }: PageFrame, { margin, marks }: PrintSheet): void {
    const box = [-bleed, -bleed, trim.width + 2 * bleed, trim.height + 2 * bleed].map(decimal).join(' ')
    this.operators.push(`1 0 0 1 ${decimal(margin)} ${decimal(margin)} cm`, `q ${box} re W n`)
    this.paint(items)
    this.operators.push('Q')
    // What was set since q is forgotten with it.
    this.fill = this.stroke = this.state = ''
    this.paint(marks)
  }

  paint(items: readonly FrameItem[]): void {
    for (const item of items) {
      if (item.kind === 'group') this.paint(item.items)
      else if (item.kind === 'glyphs') this.paintGlyphs(item)
      else if (item.kind === 'picture') this.paintPicture(item)
      else if (item.kind === 'fill') this.paintFill(item)
      else if (item.kind === 'path') this.paintPath(item)
      else {
        this.setState(stateFor(item))
        this.setStroke(item, item.width)
        this.operators.push(`${decimal(item.x1)} ${decimal(item.y1)} m ${decimal(item.x2)} ${decimal(item.y2)} l S`)
      }
    }
  }

  private setState(state: string): void {
    if (state !== this.state) this.operators.push(`/${(this.state = state)} gs`)
  }

  private setFill(ink: Ink): void {
    const operator = this.inks.fill(ink)
    if (operator !== this.fill) this.operators.push((this.fill = operator))
  }

  private setStroke(ink: Ink, width: number): void {
    const operator = `${this.inks.stroke(ink)} ${decimal(width)} w`
    if (operator !== this.stroke) this.operators.push((this.stroke = operator))
  }

  private paintFill(item: FillItem): void {
    const rectangle = `${decimal(item.x)} ${decimal(item.y)} ${decimal(item.width)} ${decimal(item.height)} re`
    this.setState(KNOCKOUT)
    if (item.gradient) {
      this.operators.push(`q ${rectangle} W n ${this.inks.gradient(item, item.gradient)} Q`)
      return
    }
    this.setFill(item)
    this.operators.push(`${rectangle} f`)
  }

  private paintPath(item: PathItem): void {
    this.setState(stateFor(item))
    this.setFill(item)
    this.operators.push(`${pathOperators(item.x, item.y, item.path)} f`)
  }

  private paintGlyphs(run: GlyphRun): void {
    const face = this.resources.faces.face(run.face)
    if (!face) throw new Error(`the frame names a face that is not at hand: ${run.face}`)
    if (run.glyphs.length === 0) return
    this.setState(this.split.has(run) ? KNOCKOUT : stateFor(run))
    this.setFill(run)
    const outlines = this.resources.outlines?.(run.face)
    if (outlines) return void this.operators.push(...showOutlines(run, (glyph) => this.document.glyphShape(face, glyph, outlines)))
    const pdfFace = this.document.face(face, this.resources.path(run.face))
    this.operators.push('BT')
    // Ruby says nothing to a reader of the text (ISO 32000-1, 14.9.4): words stay whole for searching and copying.
    if (run.aside) this.operators.push('/Span <</ActualText <feff>>> BDC')
    this.operators.push(...showGlyphs(run, pdfFace, face.glyph(0x20)))
    if (run.aside) this.operators.push('EMC')
    this.operators.push('ET')
  }

  /** Covers the rectangle, cropped evenly on both sides, as the frame's contract says. */
  private paintPicture(item: PictureItem): void {
    const { x, y, width, height } = item
    const page = this.resources.placed?.(item)
    if (page) return this.paintPage(item, page)
    const picture = this.resources.picture(item)
    if (!picture) return
    const placed = placedPart(picture.part ?? WHOLE, shownCrop(picture, item), item)
    const resource = this.document.image(picture)
    this.setState(KNOCKOUT)
    this.operators.push(
      `q ${decimal(x)} ${decimal(y)} ${decimal(width)} ${decimal(height)} re W n`,
      // An image's unit square has its foot at y 0: turned upright again under the page's downward y.
      `${decimal(placed.width)} 0 0 ${decimal(-placed.height)} ${decimal(placed.x)} ${decimal(placed.y + placed.height)} cm /${resource} Do Q`,
    )
  }

  /** By its own lines, letters and inks; what is cropped is clipped. */
  private paintPage(item: PictureItem, page: PlacedPage): void {
    const { x, y, width, height } = item
    const square = placedPart(WHOLE, item.crop ?? WHOLE, item)
    const [a, b, c, d, e, f] = page.matrix
    const matrix = [a * square.width, b * square.height, c * square.width, d * square.height, square.x + e * square.width, square.y + f * square.height]
    const resource = this.document.placedPage(page)
    this.setState(KNOCKOUT)
    this.operators.push(`q ${decimal(x)} ${decimal(y)} ${decimal(width)} ${decimal(height)} re W n`, `${matrix.map((number) => number.toFixed(9)).join(' ')} cm /${resource} Do Q`)
  }
}
