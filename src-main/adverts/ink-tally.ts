/** What a page's drawing comes to in plates and ink. */
import type { PdfInks } from '../../src-core/document/pdf-page.ts'
import type { PageInks } from '../../src-core/document/records.ts'
import type { Inks } from './color-space.ts'

/** Half a step of 8 bits: what rounding leaves on a plate is no ink. */
const TRACE = 0.002

export class InkTally {
  maxInk = 0
  readonly spots = new Set<string>()
  private needsRed = false
  private needsAll = false

  get inks(): PageInks {
    if (this.needsAll) return 'cmyk'
    return this.needsRed ? 'k+red' : 'k'
  }

  facts(): PdfInks {
    return { inks: this.inks, spots: [...this.spots].toSorted(), maxInk: this.maxInk }
  }

  add({ process, spots }: Inks): void {
    this.addProcess(...process)
    let sum = process[0] + process[1] + process[2] + process[3]
    for (const [name, tint] of spots) {
      this.spots.add(name)
      sum += tint
    }
    this.maxInk = Math.max(this.maxInk, sum)
  }

  /** Of single pixels, so that nothing need be made for each. */
  addPixel(c: number, m: number, y: number, k: number): void {
    this.addProcess(c, m, y, k)
    this.maxInk = Math.max(this.maxInk, c + m + y + k)
  }

  /** Red is of magenta and yellow alike (套红). */
  private addProcess(c: number, m: number, y: number, _k: number): void {
    if (c > TRACE || Math.abs(m - y) > TRACE) this.needsAll = true
    else if (m > TRACE) this.needsRed = true
  }
}

export function isBlackAlone({ process: [c, m, y], spots }: Inks): boolean {
  return c <= TRACE && m <= TRACE && y <= TRACE && spots.length === 0
}
