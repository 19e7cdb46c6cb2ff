/** A face inside one PDF: codes for its glyphs, and the objects that embed it (ISO 32000-1 §9.7). */
import type { Face } from '../../src-core/fonts/face.ts'
import { toUnicode } from './to-unicode.ts'
import type { TrueTypeProgram } from './truetype-program.ts'

/** What a text string carries for a glyph. */
export interface GlyphCode {
  readonly hex: string
  /** Advance in thousandths of an em. */
  readonly width: number
  /** Text extraction answers just the characters that were asked: a glyph keeps those it was first used for. */
  readonly exact: boolean
}

/** A face in use on a page. */
export interface PdfFace {
  /** The resource's name on every page. */
  readonly resource: string
  /** The same face for upright text in vertical lines, on this page too from now on; codes are the same. */
  vertical(): string
  code(glyph: number, codePoints: readonly number[]): GlyphCode
}

/** A face as the file holds it. */
export interface EmbeddedFace {
  readonly resource: string
  /** The font's dictionary: for level text, and for upright text in vertical lines. */
  font(): PdfObject
  vertical(): PdfObject
  code(glyph: number, codePoints: readonly number[]): GlyphCode
  /** Writes the face's objects; nothing can be added afterwards. */
  finish(): void
}

/** A hyphen that a line was given stands for nothing: readers that know no ActualText take it for a soft one. */
const SOFT_HYPHEN = [0xad]

/** What text extraction answers for a code: the characters that it is first used for. Tells whether those are `codePoints`. */
export function keepCharacters(unicode: (readonly number[] | undefined)[], code: number, codePoints: readonly number[]): boolean {
  const known = (unicode[code] ??= codePoints.length > 0 ? codePoints : SOFT_HYPHEN)
  if (codePoints.length === 1) return known.length === 1 && known[0] === codePoints[0]
  return codePoints.length > 0 && known.length === codePoints.length && known.every((codePoint, index) => codePoint === codePoints[index])
}

/** An object of the file, written once. */
export interface PdfObject {
  readonly data: Record<string, unknown>
  end(chunk?: Uint8Array): void
}

export type MakeObject = (data?: Record<string, unknown>) => PdfObject

/** Codes are places in the sorted list of the file's glyphs, so that the font program depends on which they are only. */
export class TrueTypeFace implements EmbeddedFace {
  readonly resource: string
  private readonly make: MakeObject
  private readonly level: PdfObject
  private upright: PdfObject | null = null
  private readonly program: TrueTypeProgram
  private readonly glyphs: readonly number[]
  private readonly codes: Uint16Array
  private readonly hex: readonly string[]
  private readonly widths: readonly number[]
  private readonly unicode: (readonly number[] | undefined)[] = [[0]]

  constructor(resource: string, face: Face, program: TrueTypeProgram, glyphs: readonly number[], make: MakeObject) {
    this.resource = resource
    this.make = make
    this.level = make()
    this.program = program
    this.glyphs = glyphs
    this.codes = new Uint16Array(face.glyphCount)
    glyphs.forEach((glyph, code) => (this.codes[glyph] = code))
    this.hex = glyphs.map((_, code) => code.toString(16).padStart(4, '0'))
    this.widths = glyphs.map((glyph) => (face.advance(glyph) * 1000) / face.unitsPerEm)
  }

  font(): PdfObject {
    return this.level
  }

  vertical(): PdfObject {
    return (this.upright ??= this.make())
  }

  code(glyph: number, codePoints: readonly number[]): GlyphCode {
    const code = this.codes[glyph]!
    return { hex: this.hex[code]!, width: this.widths[code]!, exact: keepCharacters(this.unicode, code, codePoints) }
  }

  finish(): void {
    const { make } = this
    const { description } = this.program
    const { tag, length, deflated } = this.program.subset(this.glyphs)
    const name = `${tag}+${description.postScriptName}`
    const file = make({ Length1: length, Filter: 'FlateDecode' })
    file.end(deflated)
    const descriptor = make({
      Type: 'FontDescriptor',
      FontName: name,
      // Symbolic: its characters are beyond the standard Latin set.
      Flags: 4,
      FontBBox: description.box,
      ItalicAngle: description.italicAngle,
      Ascent: description.ascent,
      Descent: description.descent,
      CapHeight: description.capHeight,
      // Not known; 0 says so.
      StemV: 0,
      FontFile2: file,
    })
    descriptor.end()
    const descendant = make({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      W: [0, this.widths],
      CIDToGIDMap: 'Identity',
    })
    descendant.end()
    const unicode = make()
    unicode.end(Buffer.from(toUnicode(Array.from(this.glyphs, (_, code) => this.unicode[code] ?? [0xfffd])), 'latin1'))
    const font = { Type: 'Font', Subtype: 'Type0', BaseFont: name, DescendantFonts: [descendant], ToUnicode: unicode }
    Object.assign(this.level.data, font, { Encoding: 'Identity-H' })
    this.level.end()
    if (!this.upright) return
    Object.assign(this.upright.data, font, { Encoding: 'Identity-V' })
    this.upright.end()
  }
}
