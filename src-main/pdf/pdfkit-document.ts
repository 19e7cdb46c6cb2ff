/**
 * The one file that touches pdfkit's private parts (pinned to 0.20.2; tests/main/pdf reads what comes out with other
 * libraries). pdfkit gives us the file structure, compression and fontkit's subsetting; it never lays out text for us:
 * glyphs go in by id, at the places that the engine chose. TrueType faces are embedded by our own subsetter.
 */
import { deflateSync } from 'node:zlib'
import PdfKit from 'pdfkit'
import { PLATE_NAMES, type Cmyk } from '../../src-core/document/swatches.ts'
import type { Face, Outlines } from '../../src-core/fonts/face.ts'
import { embedPlaced } from './embed-page.ts'
import type { CompactFonts } from './compact-fonts.ts'
import type { FontSource } from './font-file.ts'
import { tintTransform, type AxialShading } from './gradient.ts'
import type { GlyphUsage } from './glyph-usage.ts'
import { glyphShape, type GlyphShape } from './outlined-glyphs.ts'
import type { PdfPicture } from './paint-frame.ts'
import type { PlacedObject, PlacedPage } from './placed-page.ts'
import { PDF_VERSION, REGISTRY, standardInfo, standardMetadata, type OutputCondition, type PrintFile } from './standards.ts'
import { keepCharacters, TrueTypeFace, type EmbeddedFace, type GlyphCode, type MakeObject, type PdfFace, type PdfObject } from './pdf-face.ts'
import { trueTypeProgram } from './truetype-program.ts'

/** What pdfkit keeps to itself and we need. */
interface PdfkitFont {
  readonly id: string
  readonly subset: { includeGlyph(glyph: number): number }
  /** Advance of each subset glyph in thousandths of an em, and the code points that ToUnicode answers for it. */
  readonly widths: (number | undefined)[]
  readonly unicode: (readonly number[] | undefined)[]
  /** The font's dictionary; `finalize` writes it, once. */
  ref(): PdfObject
  finalize(): void
}

interface PrivateDocument {
  readonly _root: PdfObject
  _font: PdfkitFont
  ref(data?: Record<string, unknown> | readonly unknown[]): PdfObject
  page: {
    readonly fonts: Record<string, unknown>
    readonly xobjects: Record<string, unknown>
    readonly ext_gstates: Record<string, unknown>
    readonly colorSpaces: Record<string, unknown>
    readonly dictionary: PdfObject
    readonly resources: PdfObject
  }
  addContent(data: string): void
}

export interface PdfInfo {
  readonly title: string
  /** The date, YYYY-MM-DD: dates in the file come from the document, so that bytes are reproducible. */
  readonly date: string
  /** The standard that the file keeps; without one it is plain PDF 1.4. */
  readonly print?: PrintFile
}

/** Graphics states by resource name: solid black overprints what lies under it, everything else knocks it out. */
export const OVERPRINT = 'Overprint'
export const KNOCKOUT = 'Knockout'

export class PdfDocument {
  private readonly document: InstanceType<typeof PdfKit>
  private readonly usage: GlyphUsage
  private readonly compact: CompactFonts
  private readonly faces = new Map<string, { readonly embedded: EmbeddedFace; readonly face: PdfFace }>()
  private readonly placed = new Map<PlacedObject, { readonly resource: string; readonly form: PdfObject }>()
  private readonly images = new Map<PdfPicture, { readonly resource: string; readonly image: PdfObject }>()
  private readonly shapes = new Map<string, { readonly resource: string; readonly form: PdfObject } | null>()
  private readonly spots = new Map<string, { readonly resource: string; readonly space: PdfObject }>()
  private readonly shadings = new Map<string, { readonly resource: string; readonly shading: PdfObject }>()
  private readonly overprint: PdfObject
  private readonly knockout: PdfObject
  private readonly chunks: Uint8Array[] = []
  private readonly finished: Promise<void>

  /** `usage` has every face and glyph that the file will show, `compact` those of the faces that have CFF outlines. */
  constructor(info: PdfInfo, usage: GlyphUsage, compact: CompactFonts) {
    this.usage = usage
    this.compact = compact
    const created = new Date(`${info.date}T00:00:00Z`)
    // pdfkit copies the title into XML unescaped; the full-width forms are what a Chinese title wants anyway.
    const title = info.title.replaceAll('&', '＆').replaceAll('<', '＜')
    this.document = new PdfKit({
      autoFirstPage: false,
      pdfVersion: info.print ? PDF_VERSION[info.print.standard] : '1.4',
      // Null keeps pdfkit's default Helvetica, which is never embedded, out of the file.
      font: null as unknown as string,
      info: {
        Title: title,
        Creator: 'Banxin',
        Producer: 'Banxin (pdfkit)',
        CreationDate: created,
        ModDate: created,
        ...(info.print ? standardInfo(info.print.standard) : {}),
      },
    })
    if (info.print) {
      this.document.appendXML(standardMetadata(info.print.standard, { title, created }))
      this.addOutputIntent(info.print.condition)
    }
    this.overprint = this.inside.ref({ Type: 'ExtGState', OP: true, op: true, OPM: 1 })
    this.knockout = this.inside.ref({ Type: 'ExtGState', OP: false, op: false, OPM: 1 })
    this.overprint.end()
    this.knockout.end()
    this.document.on('data', (chunk: Uint8Array) => this.chunks.push(chunk))
    this.finished = new Promise((resolve, reject) => {
      this.document.on('end', () => resolve())
      this.document.on('error', reject)
    })
  }

  private get inside(): PrivateDocument {
    return this.document as unknown as PrivateDocument
  }

  /** ISO 15930-4, 6.6; ISO 15930-7, 6.2.3: one intent, its profile embedded. */
  private addOutputIntent({ identifier, description, profile, unregistered }: OutputCondition): void {
    const embedded = this.inside.ref({ N: 4, Filter: 'FlateDecode' })
    embedded.end(deflatedProfile(profile))
    const intent = this.inside.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFX',
      OutputConditionIdentifier: new String(identifier),
      OutputCondition: new String(description),
      ...(unregistered ? {} : { RegistryName: new String(REGISTRY) }),
      Info: new String(description),
      DestOutputProfile: embedded,
    })
    intent.end()
    const { _root: catalog } = this.inside
    catalog.data['OutputIntents'] = [intent]
  }

  /**
   * Begins a page. The medium is the trim with `margin` round it, and `bleed` lies between them where there is any
   * (ISO 15930-4, 6.9). Content is written y downwards, in points from the medium's corner.
   */
  addPage(trim: { readonly width: number; readonly height: number }, { margin, bleed }: { readonly margin: number; readonly bleed: number }): void {
    this.document.addPage({ size: [trim.width + 2 * margin, trim.height + 2 * margin], margin: 0 })
    const { ext_gstates: states } = this.inside.page
    states[OVERPRINT] = this.overprint
    states[KNOCKOUT] = this.knockout
    const { data } = this.inside.page.dictionary
    const box = (beyond: number) => [margin - beyond, margin - beyond, margin + trim.width + beyond, margin + trim.height + beyond]
    data['TrimBox'] = box(0)
    if (bleed > 0) data['BleedBox'] = box(bleed)
    // A PDF 1.6 key that pdfkit writes on every page.
    delete data['UserUnit']
  }

  write(operators: string): void {
    this.inside.addContent(operators)
  }

  /** The face for this file and the current page, opened from its font file at first use. */
  face(face: Face, source: FontSource): PdfFace {
    let open = this.faces.get(face.id)
    if (!open) {
      const embedded = this.embed(face, source)
      const vertical = () => {
        const resource = `${embedded.resource}V`
        this.inside.page.fonts[resource] ??= embedded.vertical()
        return resource
      }
      open = { embedded, face: { resource: embedded.resource, vertical, code: (glyph, codePoints) => embedded.code(glyph, codePoints) } }
      this.faces.set(face.id, open)
    }
    this.inside.page.fonts[open.face.resource] ??= open.embedded.font()
    return open.face
  }

  /** CFF outlines are subset by pdfkit, which takes what fontkit opened for a font. */
  private embed(face: Face, source: FontSource): EmbeddedFace {
    const make = (data: Record<string, unknown> = {}) => this.inside.ref(data)
    const program = trueTypeProgram(face.hash, source)
    if (program) return new TrueTypeFace(`T${this.faces.size + 1}`, face, program, this.usage.get(face.id) ?? [0], make)
    this.document.font(this.compact.get(face.id) as unknown as string)
    const { _font: font } = this.inside
    return new PdfkitFace(font, face, make)
  }

  /** Resource name of a spot colour: a plate of that name, `solid` for readers that do not have it (ISO 32000-1, 8.6.6.4). */
  spot(name: string, solid: Cmyk): string {
    let known = this.spots.get(name)
    if (!known) this.spots.set(name, (known = { resource: `Spot${this.spots.size + 1}`, space: this.separation(name, solid) }))
    this.inside.page.colorSpaces[known.resource] = known.space
    return known.resource
  }

  private separation(name: string, solid: Cmyk): PdfObject {
    const tints = this.inside.ref({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [...solid], N: 1 })
    tints.end()
    const space = this.inside.ref(['Separation', escapedName(name), 'DeviceCMYK', tints])
    space.end()
    return space
  }

  /** Resource name of a glyph's shape, written once a file; null for a glyph without ink. */
  glyphShape(face: Face, glyph: number, outlines: Outlines): string | null {
    const key = `${face.id} ${glyph}`
    let known = this.shapes.get(key)
    if (known === undefined) {
      const shape = glyphShape(outlines.outline(glyph), face.unitsPerEm)
      this.shapes.set(key, (known = shape && { resource: `G${this.shapes.size + 1}`, form: this.form(shape) }))
    }
    if (!known) return null
    this.inside.page.xobjects[known.resource] = known.form
    return known.resource
  }

  /** A form takes its ink from where it is placed (ISO 32000-1, 8.10.1). */
  private form({ box, operators }: GlyphShape): PdfObject {
    const form = this.inside.ref({ Type: 'XObject', Subtype: 'Form', BBox: [...box], Resources: {} })
    form.end(Buffer.from(operators))
    return form
  }

  /** Resource name of a gradient on the current page. */
  shading({ space, coords, from, to }: AxialShading): string {
    const key = JSON.stringify([space, coords, from, to])
    let known = this.shadings.get(key)
    if (!known) {
      const change = this.inside.ref({ FunctionType: 2, Domain: [0, 1], C0: [...from], C1: [...to], N: 1 })
      change.end()
      const shading = this.inside.ref({ ShadingType: 2, ColorSpace: this.spaceOf(space), Coords: [...coords], Function: change, Extend: [true, true] })
      shading.end()
      this.shadings.set(key, (known = { resource: `Shade${this.shadings.size + 1}`, shading }))
    }
    const { data } = this.inside.page.resources
    data['Shading'] = { ...(data['Shading'] as Record<string, unknown> | undefined), [known.resource]: known.shading }
    return known.resource
  }

  private spaceOf(space: AxialShading['space']): unknown {
    if (typeof space === 'string') return space
    const [only, ...others] = space
    if (only && others.length === 0 && !PLATE_NAMES.includes(only.name)) return this.separation(only.name, only.solid)
    const bounds = (count: number) => Array.from({ length: 2 * count }, (_, index) => index % 2)
    const tints = this.inside.ref({ FunctionType: 4, Domain: bounds(space.length), Range: bounds(4) })
    tints.end(Buffer.from(tintTransform(space)))
    return ['DeviceN', space.map(({ name }) => escapedName(name)), 'DeviceCMYK', tints]
  }

  /** Resource name of a picture, written once a file however often it is placed. */
  image(picture: PdfPicture): string {
    let known = this.images.get(picture)
    if (!known) this.images.set(picture, (known = { resource: `I${this.images.size + 1}`, image: this.embedImage(picture) }))
    this.inside.page.xobjects[known.resource] = known.image
    return known.resource
  }

  /** Resource name of a page of another PDF, written once a file however often it is placed. */
  placedPage({ form }: PlacedPage): string {
    const known = this.placed.get(form) ?? { resource: `P${this.placed.size + 1}`, form: embedPlaced(form, (data) => this.inside.ref(data), new Map()) }
    this.placed.set(form, known)
    this.inside.page.xobjects[known.resource] = known.form
    return known.resource
  }

  /** Without loss: what JPEG adds at edges could go over the ink limit. */
  private embedImage(picture: PdfPicture): PdfObject {
    const { width, height, channels } = picture
    const image = this.inside.ref({
      Type: 'XObject',
      Subtype: 'Image',
      Width: width,
      Height: height,
      BitsPerComponent: 8,
      ColorSpace: COLOR_SPACES[channels],
      Filter: 'FlateDecode',
      DecodeParms: { Predictor: 15, Colors: channels, BitsPerComponent: 8, Columns: width },
    })
    image.end(deflateSync(differences(picture)))
    return image
  }

  async end(): Promise<Uint8Array> {
    for (const { embedded } of this.faces.values()) embedded.finish()
    this.document.end()
    await this.finished
    return Buffer.concat(this.chunks)
  }
}

/** A name of any characters, in UTF-8 (ISO 32000-1, 7.3.5). */
function escapedName(name: string): string {
  return Array.from(Buffer.from(name), (byte) => (/[A-Za-z0-9_.-]/u.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `#${byte.toString(16).padStart(2, '0')}`)).join('')
}

const COLOR_SPACES = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const

/** Each byte less the one over it (PNG's filter 2), which packs a picture far closer (ISO 32000-1 §7.4.4.4). */
function differences({ pixels, width, height, channels }: PdfPicture): Uint8Array {
  const row = width * channels
  const filtered = new Uint8Array(height * (row + 1))
  for (let line = 0; line < height; line++) {
    const to = line * (row + 1)
    const from = line * row
    filtered[to] = 2
    for (let at = 0; at < row; at++) filtered[to + 1 + at] = pixels[from + at]! - (line === 0 ? 0 : pixels[from + at - row]!)
  }
  return filtered
}

/** The same profile goes into every file. */
const deflatedProfiles = new WeakMap<Uint8Array, Uint8Array>()
function deflatedProfile(profile: Uint8Array): Uint8Array {
  const deflated = deflatedProfiles.get(profile) ?? deflateSync(profile)
  deflatedProfiles.set(profile, deflated)
  return deflated
}

/** A face that pdfkit's fontkit subsets. */
class PdfkitFace implements EmbeddedFace {
  readonly resource: string
  private readonly pdfkit: PdfkitFont
  private readonly face: Face
  private readonly make: MakeObject
  private upright: PdfObject | null = null

  constructor(pdfkit: PdfkitFont, face: Face, make: MakeObject) {
    this.resource = pdfkit.id
    this.pdfkit = pdfkit
    this.face = face
    this.make = make
  }

  font(): PdfObject {
    return this.pdfkit.ref()
  }

  vertical(): PdfObject {
    return (this.upright ??= this.make())
  }

  code(glyph: number, codePoints: readonly number[]): GlyphCode {
    const { subset, widths, unicode } = this.pdfkit
    const code = subset.includeGlyph(glyph)
    const width = (widths[code] ??= (this.face.advance(glyph) * 1000) / this.face.unitsPerEm)
    return { hex: code.toString(16).padStart(4, '0'), width, exact: keepCharacters(unicode, code, codePoints) }
  }

  finish(): void {
    if (!this.upright) return
    this.pdfkit.finalize()
    Object.assign(this.upright.data, this.pdfkit.ref().data, { Encoding: 'Identity-V' })
    this.upright.end()
  }
}
