/**
 * Inks as operators of a content stream: DeviceCMYK, a Separation for each spot colour, and for proofs what they look like
 * in DeviceRGB. No ink goes over the limit of the press.
 */
import { isBlackAlone, withinInkLimit, type Cmyk, type Ink } from '../../src-core/document/swatches.ts'
import { screenColor } from '../../src-core/paint/screen-color.ts'
import type { InkGradient } from '../../src-core/typeset/frame.ts'
import { decimal } from './decimal.ts'
import { axialShading } from './gradient.ts'
import { KNOCKOUT, OVERPRINT, type PdfDocument } from './pdfkit-document.ts'

/** `print` writes the inks themselves; `screen` what they look like, for proofs. */
export type Colors = 'print' | 'screen'

const FILL = { process: 'k', screen: 'rg', space: 'cs', spot: 'scn' } as const
const STROKE = { process: 'K', screen: 'RG', space: 'CS', spot: 'SCN' } as const

export class Inks {
  private readonly document: PdfDocument
  private readonly colors: Colors
  private readonly limit: number

  /** `limit`: sum of the inks that the press takes, 1 a solid plate. */
  constructor(document: PdfDocument, colors: Colors, limit = Infinity) {
    this.document = document
    this.colors = colors
    this.limit = limit
  }

  fill(ink: Ink): string {
    return this.operators(ink, FILL)
  }

  /** Fills what is clipped to. */
  gradient(ink: Ink, gradient: InkGradient): string {
    return `/${this.document.shading(axialShading(ink, gradient, this.colors, this.limit))} sh`
  }

  stroke(ink: Ink): string {
    return this.operators(ink, STROKE)
  }

  private operators({ color, spot }: Ink, operators: typeof FILL | typeof STROKE): string {
    if (this.colors === 'screen') return `${rgb(color)} ${operators.screen}`
    if (spot) return `/${this.document.spot(spot.name, spot.solid)} ${operators.space} ${decimal(spot.tint)} ${operators.spot}`
    return `${withinInkLimit(color, this.limit).map(decimal).join(' ')} ${operators.process}`
  }
}

/** Text and rules of solid black, and nothing else, overprint: a shifted plate must not show white round them. */
export function stateFor(ink: Ink): string {
  return isBlackAlone(ink) ? OVERPRINT : KNOCKOUT
}

function rgb(color: Cmyk): string {
  return screenColor(color)
    .map((channel) => decimal(channel / 255))
    .join(' ')
}
