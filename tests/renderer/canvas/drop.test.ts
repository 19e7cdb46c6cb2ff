import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaRect, GRID_PRESETS, POINTS_PER_MILLIMETRE } from '../../../src-core/document/grid.ts'
import { advertArea } from '../../../src-renderer/canvas/drop.ts'

const grid = GRID_PRESETS['broadsheet']!

test('an advert that was made for whole cells takes those, a millimetre more or less', () => {
  const size = fc.record({ columns: fc.integer({ min: 1, max: grid.columns }), lines: fc.integer({ min: 1, max: grid.lines }), more: fc.double({ min: -1, max: 1, noNaN: true }) })
  fc.assert(
    fc.property(size, ({ columns, lines, more }) => {
      const { width, height } = areaRect(grid, { column: 0, line: 0, columns, lines })
      const page = { width: width / POINTS_PER_MILLIMETRE + more, height: height / POINTS_PER_MILLIMETRE + more, box: 'trim', inks: 'k', spots: [], maxInk: 1, faults: [] } as const
      expect(advertArea(grid, { column: 2, line: 9 }, page)).toEqual({ column: 2, line: 9, columns, lines })
    }),
  )
})

test('one that is larger than the page takes the page', () => {
  expect(advertArea(grid, { column: 0, line: 0 }, { width: 900, height: 1100, box: 'media', inks: 'k', spots: [], maxInk: 1, faults: [] })).toMatchObject({ columns: grid.columns, lines: grid.lines })
})
