/** Glyph runs → text operators of a PDF (ISO 32000-1, 9.4): level, turned, and in the font's vertical mode. */
import type { GlyphRun } from '../../src-core/typeset/frame.ts'
import { decimal } from './decimal.ts'
import type { GlyphCode, PdfFace } from './pdf-face.ts'
import { utf16 } from './to-unicode.ts'

/**
 * How a run's glyphs are shown: on a baseline across the page, on one turned by a quarter, or upright one under the other,
 * in the font's vertical mode (ISO 32000-1, 9.7.4.3), so that readers know the column of text for what it is.
 */
interface Track {
  readonly font: string
  /** a b c d of the text matrix. The page's y points downwards: upright glyphs are turned over again. */
  readonly matrix: string
  /** Where the font's origin of each glyph stands, in points from the run's; left out, `ys` are 0. */
  readonly xs: readonly number[]
  readonly ys: readonly number[] | undefined
  /** The one of them that runs along the track, and the one off it, if glyphs may leave it. */
  readonly along: readonly number[]
  readonly off: readonly number[] | undefined
  /** In the font's vertical mode the pen goes down by an em at each glyph, and a larger number in TJ takes it further. */
  readonly isUpright: boolean
  /** Points for a thousandth. */
  readonly unit: number
}

/** Font units of 1000 from a vertical glyph's origin down to its baseline, and from glyph to glyph: the default of DW2. */
const VERTICAL = { origin: 880, advance: 1000 }

function trackOf({ size, xs, ys, scaleX = 1, rotate, vertical }: GlyphRun, face: PdfFace, codes: readonly GlyphCode[]): Track {
  const unit = (size * scaleX) / 1000
  if (rotate) return { font: face.resource, matrix: `0 ${decimal(scaleX)} 1 0`, xs, ys, along: ys!, off: xs, isUpright: false, unit }
  const matrix = `${decimal(scaleX)} 0 0 -1`
  if (!vertical) return { font: face.resource, matrix, xs, ys, along: xs, off: ys, isUpright: false, unit }
  const middles = xs.map((x, glyph) => x + (codes[glyph]!.width / 2) * unit)
  const tops = ys!.map((y) => y - (VERTICAL.origin / 1000) * size)
  return { font: face.vertical(), matrix, xs: middles, ys: tops, along: tops, off: middles, isUpright: true, unit: size / 1000 }
}

const SPACE = 0x20

/** Points: nearer than this, two glyphs stand on one line. */
const TOLERANCE = 0.0015

/** Glyphs `from` up to, not including, `to`. */
interface Part {
  readonly from: number
  readonly to: number
}

function splitGlyphs({ from, to }: Part, isJoined: (before: number, after: number) => boolean): readonly Part[] {
  const parts: Part[] = []
  let start = from
  for (let glyph = from + 1; glyph <= to; glyph++) {
    if (glyph < to && isJoined(glyph - 1, glyph)) continue
    parts.push({ from: start, to: glyph })
    start = glyph
  }
  return parts
}

/** `space` is the glyph of the face's word space. */
export function showGlyphs(run: GlyphRun, face: PdfFace, space: number): readonly string[] {
  return new RunWriter(run, face, space).write()
}

class RunWriter {
  private readonly run: GlyphRun
  private readonly face: PdfFace
  private readonly characters: readonly (readonly number[])[]
  private readonly codes: readonly GlyphCode[]
  private readonly track: Track
  /** The font's word space, which leaves no ink. */
  private readonly space: string

  constructor(run: GlyphRun, face: PdfFace, space: number) {
    this.run = run
    this.face = face
    this.characters = charactersOf(run)
    this.codes = run.glyphs.map((glyph, index) => face.code(glyph, this.characters[index]!))
    this.track = trackOf(run, face, this.codes)
    this.space = run.vertical ? face.code(space, [SPACE]).hex : ''
  }

  write(): readonly string[] {
    const { run } = this
    const whole = { from: 0, to: run.glyphs.length }
    if (!run.vertical || run.aside) return [this.font(this.track.font), ...this.showStraight(whole, run.aside ?? false)]
    if (run.rotate) {
      const top = run.ys![0]!
      return [...this.showAside(whole), ...this.showSpaces(whole, top, run.ys!.at(-1)! + this.advanceOf(run.glyphs.length - 1))]
    }
    const cells = splitGlyphs(whole, (before, after) => run.ys![before] === run.ys![after])
    const isGroup = (cell: number) => cells[cell]!.to - cells[cell]!.from > 1
    return splitGlyphs({ from: 0, to: cells.length }, (before, after) => !isGroup(before) && !isGroup(after)).flatMap((stretch) => {
      const part = { from: cells[stretch.from]!.from, to: cells[stretch.to - 1]!.to }
      if (!isGroup(stretch.from)) return [this.font(this.track.font), ...this.showStraight(part, false)]
      const top = this.track.ys![part.from]!
      return [...this.showAside(part), ...this.showSpaces(part, top, top + run.size)]
    })
  }

  private font(resource: string): string {
    return `/${resource} ${decimal(this.run.size)} Tf`
  }

  private advanceOf(glyph: number): number {
    return (this.codes[glyph]!.width / 1000) * this.run.size * (this.run.scaleX ?? 1)
  }

  /** Glyphs that say nothing themselves (ISO 32000-1, 14.9.4). */
  private showAside(part: Part): readonly string[] {
    return ['/Span <</ActualText <feff>>> BDC', this.font(this.track.font), ...this.showStraight(part, true), 'EMC']
  }

  /**
   * Spaces on the column's axis, from `top` to `foot`, that say what turned glyphs or those side by side in one cell show.
   * Readers sort text by its direction and its axis: told by the glyphs themselves, it would be taken out of its sentence.
   */
  private showSpaces(part: Part, top: number, foot: number): readonly string[] {
    const { run } = this
    const at = (y: number) => `1 0 0 -1 ${decimal(run.x)} ${decimal(run.y + y)} Tm <${this.space}> Tj`
    const last = foot - run.size
    return [this.beginSpan(part), this.font(this.face.vertical()), at(top), ...(last > top ? [at(last)] : []), 'EMC']
  }

  /** What the glyphs say together. */
  private beginSpan({ from, to }: Part): string {
    return `/Span <</ActualText <feff${utf16(this.characters.slice(from, to).flat())}>>> BDC`
  }

  /** `told` is whether a span round them says what they are. */
  private showStraight(whole: Part, told: boolean): readonly string[] {
    const { track, run } = this
    const { off } = track
    const parts = off ? splitGlyphs(whole, (before, after) => Math.abs(off[after]! - off[before]!) < TOLERANCE) : [whole]
    const operators: string[] = []
    for (const part of parts) {
      operators.push(`${track.matrix} ${decimal(run.x + track.xs[part.from]!)} ${decimal(run.y + (track.ys?.[part.from] ?? 0))} Tm`)
      this.showStrings(part, told, operators)
    }
    return operators
  }

  private showStrings({ from, to }: Part, told: boolean, operators: string[]): void {
    const { along, isUpright, unit } = this.track
    const start = along[from]!
    // Where the pen stands, in thousandths of the unscaled em from the part's first glyph: rounding never adds up.
    let pen = 0
    let strings = ''
    let open = false
    for (let index = from; index < to; index++) {
      const { hex, width, exact } = this.codes[index]!
      const forward = Math.round(((along[index]! - start) / unit - pen) * 1000) / 1000
      if (forward !== 0) {
        strings += `${open ? '>' : ''}${decimal(isUpright ? forward : -forward)}`
        open = false
        pen += forward
      }
      if (exact || told) {
        strings += `${open ? '' : '<'}${hex}`
        open = true
      } else {
        // The glyph already answers other characters in this file: this place says its own.
        if (open) strings += '>'
        if (strings) operators.push(`[${strings}] TJ`)
        operators.push(`${this.beginSpan({ from: index, to: index + 1 })} <${hex}> Tj EMC`)
        strings = ''
        open = false
      }
      pen += isUpright ? VERTICAL.advance : width
    }
    if (open) strings += '>'
    if (strings) operators.push(`[${strings}] TJ`)
  }
}

/** Each glyph's characters. Spaces that the engine turned into a gap go unless they are all there is. */
function charactersOf(run: GlyphRun): readonly (readonly number[])[] {
  const text: number[] = []
  for (const character of run.text) text.push(character.codePointAt(0)!)
  return run.glyphs.map((_, glyph) => {
    const from = run.clusters[glyph]!
    const to = run.clusters[glyph + 1] ?? text.length
    if (to - from === 1) return [text[from]!]
    const own = text.slice(from, to)
    const inked = own.filter((codePoint) => codePoint !== 0x20)
    return inked.length > 0 ? inked : own
  })
}
