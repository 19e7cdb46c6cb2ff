/**
 * 字号 as editors write it: by 号 (小四), in points (12pt, 12 磅, or just 12), in millimetres (3.5mm), or in 级 (16级), a
 * quarter of a millimetre each. Points are what the document keeps.
 */
import { POINTS_PER_MILLIMETRE } from './grid.ts'
import type { TypeSizeName } from './style.ts'

/** 级, of phototypesetting: 0.25 mm. */
export const MILLIMETRES_PER_GRADE = 0.25

/** What a record may hold (validate.ts), and less than a thousandth of a point is nothing. */
const LARGEST = 2000
const SMALLEST = 0.001

export type SizeUnit = 'pt' | 'mm' | 'grade'

const POINTS_IN: Readonly<Record<SizeUnit, number>> = {
  pt: 1,
  mm: POINTS_PER_MILLIMETRE,
  grade: MILLIMETRES_PER_GRADE * POINTS_PER_MILLIMETRE,
}

/** Written forms of the units, after NFKC and in lower case. */
const UNITS: Readonly<Record<string, SizeUnit>> = { '': 'pt', pt: 'pt', p: 'pt', 磅: 'pt', 点: 'pt', mm: 'mm', 毫米: 'mm', 级: 'grade', q: 'grade', k: 'grade' }

const FIGURES = '〇一二三四五六七八九'

/** Points, to a thousandth; null for what is no size. Full-width letters and figures count as their narrow forms. */
export function parseTypeSize(written: string, sizes: readonly TypeSizeName[]): number | null {
  const text = written.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase()
  const named = namedSize(text, sizes)
  if (named !== null) return named
  const [, number, unit] = /^(\d+(?:\.\d*)?|\.\d+)(\D*)$/u.exec(text) ?? []
  if (number === undefined || unit === undefined || !Object.hasOwn(UNITS, unit)) return null
  const points = toThousandth(Number(number) * POINTS_IN[UNITS[unit]!])
  return points >= SMALLEST && points <= LARGEST ? points : null
}

/** The size's name in the house's table, else its points. Parses back to the same size. */
export function formatTypeSize(points: number, sizes: readonly TypeSizeName[]): string {
  const row = sizes.find((candidate) => candidate.size === points)
  // A name that reads as another size would not come back.
  return row && parseTypeSize(row.name, sizes) === points ? row.name : formatIn(points, 'pt')
}

/** The figure alone, to a hundredth in millimetres and 级. */
export function sizeIn(points: number, unit: SizeUnit): number {
  return unit === 'pt' ? points : Math.round((points / POINTS_IN[unit]) * 100) / 100
}

/** The next size of the table in that direction, or the same where there is none. */
export function stepTypeSize(points: number, sizes: readonly TypeSizeName[], direction: 1 | -1): number {
  const beyond = sizes.map(({ size }) => size).filter((size) => (size - points) * direction > 0)
  return beyond.length === 0 ? points : direction > 0 ? Math.min(...beyond) : Math.max(...beyond)
}

function formatIn(points: number, unit: 'pt'): string {
  return `${points}${unit}`
}

/** 小四, 小四号, and 小4 where the table has 小四. Of two rows of one name the first counts. */
function namedSize(text: string, sizes: readonly TypeSizeName[]): number | null {
  const inHan = text.replace(/^(小|大)?([1-9])号?$/u, (whole, prefix: string | undefined, figure: string) =>
    prefix || whole.endsWith('号') ? `${prefix ?? ''}${FIGURES[Number(figure)]}` : whole,
  )
  const wanted = [text, inHan, inHan.replace(/号$/u, '')].flatMap((name) => [name, `${name}号`])
  for (const name of wanted) {
    const row = sizes.find((candidate) => candidate.name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase() === name)
    if (row) return row.size
  }
  return null
}

function toThousandth(points: number): number {
  return Math.round(points * 1000) / 1000
}
