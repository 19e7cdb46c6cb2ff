import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GRID_PRESETS, type Area, type Grid } from '../../../../src-core/document/grid.ts'
import { autoPlace } from '../../../../src-core/typeset/page/free-area.ts'

const BROADSHEET = GRID_PRESETS['broadsheet']!
const SMALL: Grid = { ...BROADSHEET, columns: 4, lines: 9 }

describe('a story without an area (DESIGN §6)', () => {
  test('takes the whole of an empty page', () => {
    expect(autoPlace(BROADSHEET, [])).toEqual({ column: 0, line: 0, columns: 8, lines: 121 })
  })

  test('takes what is left over under and beside others', () => {
    expect(autoPlace(BROADSHEET, [{ column: 0, line: 0, columns: 8, lines: 60 }])).toEqual({ column: 0, line: 60, columns: 8, lines: 61 })
    expect(autoPlace(BROADSHEET, [{ column: 0, line: 0, columns: 3, lines: 121 }])).toEqual({ column: 3, line: 0, columns: 5, lines: 121 })
  })

  test('prefers the top left among equals', () => {
    const cross: Area[] = [{ column: 2, line: 0, columns: 1, lines: 9 }, { column: 0, line: 4, columns: 5, lines: 1 }]
    expect(autoPlace({ ...SMALL, columns: 5 }, cross)).toEqual({ column: 0, line: 0, columns: 2, lines: 4 })
  })

  test('finds nothing on a full page', () => {
    expect(autoPlace(BROADSHEET, [{ column: 0, line: 0, columns: 8, lines: 121 }])).toBeNull()
  })

  test('no rectangle of free cells is larger', () => {
    const area = fc.record({ column: fc.nat(3), line: fc.nat(8), columns: fc.integer({ min: 1, max: 4 }), lines: fc.integer({ min: 1, max: 9 }) })
    fc.assert(
      fc.property(fc.array(area, { maxLength: 6 }), (taken) => {
        expect(cells(autoPlace(SMALL, taken))).toBe(Math.max(0, ...everyArea(SMALL).filter((candidate) => !taken.some((other) => meet(candidate, other))).map(cells)))
      }),
      { numRuns: 60 },
    )
  })
})

function cells(area: Area | null): number {
  return area ? area.columns * area.lines : 0
}

function meet(a: Area, b: Area): boolean {
  return a.column < b.column + b.columns && b.column < a.column + a.columns && a.line < b.line + b.lines && b.line < a.line + a.lines
}

function everyArea(grid: Grid): Area[] {
  const all: Area[] = []
  for (let column = 0; column < grid.columns; column++)
    for (let line = 0; line < grid.lines; line++)
      for (let columns = 1; column + columns <= grid.columns; columns++)
        for (let lines = 1; line + lines <= grid.lines; lines++) all.push({ column, line, columns, lines })
  return all
}
