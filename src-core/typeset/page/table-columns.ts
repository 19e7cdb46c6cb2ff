/** Widths of a table's columns, from what stands in them. Points. */

/** What a column needs: `natural` with every cell on one line, `least` with cells broken as often as they can be. */
export interface ColumnNeed {
  readonly natural: number
  readonly least: number
}

export interface ColumnWidths {
  readonly widths: readonly number[]
  /** Not even the least widths fit: words and numbers are broken. */
  readonly tooWide: boolean
}

/**
 * Columns that fill the measure. Where all fit on one line, each gets the same white more; else the narrow ones keep
 * their lines whole and the widest are broken, down to one common width.
 */
export function columnWidths(needs: readonly ColumnNeed[], measure: number): ColumnWidths {
  const natural = sum(needs.map((need) => need.natural))
  if (natural <= measure) {
    const white = (measure - natural) / needs.length
    return { widths: needs.map((need) => need.natural + white), tooWide: false }
  }
  const least = sum(needs.map((need) => need.least))
  if (least > measure) return { widths: needs.map((need) => (need.least * measure) / least), tooWide: true }
  const level = commonWidth(needs, measure)
  return { widths: needs.map((need) => atLevel(need, level)), tooWide: false }
}

/** The width that the widest columns are cut to, so that all fill the measure: where a sum of straight pieces reaches it. */
function commonWidth(needs: readonly ColumnNeed[], measure: number): number {
  const bends = needs.flatMap(({ natural, least }) => [natural, least]).toSorted((a, b) => a - b)
  const widthAt = (level: number): number => sum(needs.map((need) => atLevel(need, level)))
  const upper = bends.find((bend) => widthAt(bend) >= measure)!
  const lower = bends.findLast((bend) => widthAt(bend) < measure) ?? 0
  const [below, above] = [widthAt(lower), widthAt(upper)]
  return above === below ? upper : lower + ((upper - lower) * (measure - below)) / (above - below)
}

function atLevel({ natural, least }: ColumnNeed, level: number): number {
  return Math.max(least, Math.min(natural, level))
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0)
}
