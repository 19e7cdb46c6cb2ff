import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  areaRect,
  columnX,
  divideMeasure,
  GRID_PRESETS,
  joinedChars,
  mostLegs,
  POINTS_PER_MILLIMETRE,
  typeArea,
  type Grid,
  type Remainder,
} from '../../../src-core/document/grid.ts'

const BROADSHEET = GRID_PRESETS['broadsheet']!
const TABLOID = GRID_PRESETS['tabloid']!
/** One basic column of 20 characters: DESIGN §3's example of a join that two legs do not divide evenly. */
const TWENTY: Grid = { ...BROADSHEET, columns: 1, charsPerColumn: 20 }

function millimetres(points: number): number {
  return points / POINTS_PER_MILLIMETRE
}

describe('presets (DESIGN §3)', () => {
  test.each([
    ['broadsheet', 8, 13, 1, 111, 121, 350.08, 479.4],
    ['broadsheet-7', 7, 15, 1, 111, 121, 350.08, 479.4],
    ['broadsheet-6', 6, 17, 1.8, 111, 121, 350.08, 479.4],
    ['broadsheet-5', 5, 21, 1.5, 111, 121, 350.08, 479.4],
    ['tabloid', 6, 11, 1, 71, 82, 235.44, 339.07],
    ['tabloid-5', 5, 13, 1.5, 71, 82, 235.44, 339.07],
  ])('%s: %i × %i characters, gutter %d, make %i; %i lines', (name, columns, chars, gutter, joined, lines, width, height) => {
    const grid = GRID_PRESETS[name]!
    expect([grid.columns, grid.charsPerColumn, grid.gutterChars, grid.lines]).toEqual([columns, chars, gutter, lines])
    expect(joinedChars(grid, columns)).toBeCloseTo(joined, 9)
    expect(millimetres(typeArea(grid).width)).toBeCloseTo(width, 2)
    expect(millimetres(typeArea(grid).height)).toBeCloseTo(height, 2)
  })

  test.each([
    ['broadsheet', 390, 545, 8.94, 11.25, 36, 29.6],
    ['tabloid', 273, 390, 9.4, 11.75, 28, 22.93],
  ])('%s: trim %d × %d mm, %d / %d pt, margins %d / %d mm', (name, width, height, size, pitch, top, bottom) => {
    const grid = GRID_PRESETS[name]!
    const area = typeArea(grid)
    expect(grid.trim).toEqual({ width, height })
    expect([grid.bodySize, grid.linePitch]).toEqual([size, pitch])
    expect(millimetres(area.y)).toBeCloseTo(top, 9)
    expect(height - millimetres(area.y + area.height)).toBeCloseTo(bottom, 2)
    expect(millimetres(area.x)).toBeCloseTo(width - millimetres(area.x + area.width), 9)
  })
})

describe('joins and divisions', () => {
  test('n joined columns of 13 make 13, 27, 41, 55, 69 characters', () => {
    expect([1, 2, 3, 4, 5].map((columns) => joinedChars(BROADSHEET, columns))).toEqual([13, 27, 41, 55, 69])
  })

  test.each<[Remainder, number[], number]>([
    ['absolute', [9, 9], 2],
    ['relative', [9, 10], 1],
    ['free', [9.5, 9.5], 1],
  ])('20 characters in 2 legs, %s: %j, gutter %d', (remainder, chars, gutter) => {
    const [first, second] = divideMeasure(TWENTY, 1, 2, remainder)
    expect([first!.chars, second!.chars]).toEqual(chars)
    expect(second!.start - first!.start - first!.chars).toBeCloseTo(gutter, 9)
  })

  test('五破四: five columns of 13 in four legs have 16 characters and 2 over', () => {
    expect(divideMeasure(BROADSHEET, 5, 4, 'relative').map((leg) => leg.chars)).toEqual([16, 16, 17, 17])
    expect(divideMeasure(BROADSHEET, 5, 4, 'absolute').map((leg) => leg.chars)).toEqual([16, 16, 16, 16])
    expect(divideMeasure(BROADSHEET, 5, 4, 'free').map((leg) => leg.chars)).toEqual([16.5, 16.5, 16.5, 16.5])
  })

  test('10.5 a join is divided into no more legs than have four characters', () => {
    expect([1, 2, 5, 8].map((columns) => mostLegs(BROADSHEET, columns))).toEqual([2, 5, 14, 22])
    for (const grid of Object.values(GRID_PRESETS)) {
      for (let columns = 1; columns <= grid.columns; columns++) {
        const each = (legs: number) => divideMeasure(grid, columns, legs, 'free')[0]!.chars
        const most = mostLegs(grid, columns)
        expect([each(most) >= 4 - 1e-9, each(most + 1) < 4]).toEqual([true, true])
      }
    }
  })

  test('every division starts at 0, ends with the join, and keeps its legs apart', () => {
    const division = fc.record({
      grid: fc.constantFrom(...Object.values(GRID_PRESETS)),
      columns: fc.integer({ min: 1, max: 5 }),
      legs: fc.integer({ min: 1, max: 6 }),
      remainder: fc.constantFrom<Remainder>('absolute', 'relative', 'free'),
    })
    fc.assert(
      fc.property(division, ({ grid, columns, legs, remainder }) => {
        const joined = joinedChars(grid, columns)
        fc.pre((joined - (legs - 1) * grid.gutterChars) / legs >= 1)
        const result = divideMeasure(grid, columns, legs, remainder)
        expect(result).toHaveLength(legs)
        expect(result[0]!.start).toBe(0)
        const last = result.at(-1)!
        expect(last.start + last.chars).toBeCloseTo(joined, 9)
        result.slice(1).forEach((leg, index) => {
          const before = result[index]!
          expect(leg.start - before.start - before.chars).toBeGreaterThan(grid.gutterChars - 1e-9)
        })
        if (remainder === 'absolute' && legs > 1) expect(new Set(result.map((leg) => leg.chars % 1))).toEqual(new Set([0]))
      }),
    )
  })
})

describe('cells', () => {
  test('the whole page is the type area', () => {
    for (const grid of [BROADSHEET, TABLOID]) {
      const whole = areaRect(grid, { column: 0, line: 0, columns: grid.columns, lines: grid.lines })
      expect(whole).toEqual(typeArea(grid))
    }
  })

  test('neighbouring columns stand a gutter apart, neighbouring lines a pitch', () => {
    const cell = areaRect(BROADSHEET, { column: 3, line: 10, columns: 1, lines: 1 })
    const next = areaRect(BROADSHEET, { column: 4, line: 11, columns: 1, lines: 1 })
    expect(next.x - cell.x - cell.width).toBeCloseTo(BROADSHEET.gutterChars * BROADSHEET.bodySize, 9)
    expect(next.y - cell.y).toBeCloseTo(BROADSHEET.linePitch, 9)
    expect(cell.height).toBeCloseTo(BROADSHEET.bodySize, 9)
    expect(columnX(BROADSHEET, 4)).toBeCloseTo(4 * 14 * 8.94, 9)
  })
})
