import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaRect, GRID_PRESETS, type Area, type Leg, type Remainder } from '../../../../src-core/document/grid.ts'
import { bodySlots, cutLines, slotRect } from '../../../../src-core/typeset/page/slots.ts'

const GRID = GRID_PRESETS['broadsheet']!

function legs(...ranges: [from: number, to: number][]): Leg[] {
  return ranges.map(([from, to], column) => ({ column, from, to }))
}

function lines(slots: readonly { from: number; to: number; chars: number }[]): string[] {
  return slots.map(({ from, to, chars }) => `${from}-${to}×${chars}`)
}

describe('obstacles', () => {
  test('are cut out in whole lines with one line free over and under them', () => {
    expect(cutLines({ from: 0, to: 40 }, [{ column: 0, line: 10, columns: 1, lines: 5 }])).toEqual([{ from: 0, to: 9 }, { from: 16, to: 40 }])
  })

  test('leave nothing where less than a line is left', () => {
    expect(cutLines({ from: 9, to: 16 }, [{ column: 0, line: 10, columns: 1, lines: 5 }])).toEqual([])
  })

  test('cut a column into pieces that are read from the top down, before the next column', () => {
    const slots = bodySlots(GRID, legs([0, 40], [0, 40]), null, [{ column: 1, line: 10, columns: 3, lines: 10 }])
    expect(lines(slots)).toEqual(['0-40×13', '0-9×13', '21-40×13'])
    expect(slots.map((slot) => slot.leg)).toEqual([0, 1, 1])
  })
})

describe('divided measures (变栏)', () => {
  test('a rectangle of three columns in two legs', () => {
    const slots = bodySlots(GRID, legs([0, 20], [0, 20], [0, 20]), { legs: 2, remainder: 'relative' }, [])
    expect(lines(slots)).toEqual(['0-20×20', '0-20×20'])
    expect(slots[1]!.x - slots[0]!.x).toBeCloseTo(21 * GRID.bodySize, 9)
  })

  test('in an area of six sides a leg has the lowest top and the highest foot of the columns under it', () => {
    const slots = bodySlots(GRID, legs([10, 40], [10, 30], [0, 30]), { legs: 2, remainder: 'relative' }, [])
    expect(lines(slots)).toEqual(['10-30×20', '10-30×20'])
  })

  test('never narrower than four characters', () => {
    expect(bodySlots(GRID, legs([0, 20]), { legs: 9, remainder: 'free' }, [])).toHaveLength(2)
  })

  test('no slot leaves its area, and none comes nearer to an obstacle than a line or a gutter', () => {
    const area = fc.record({ column: fc.nat(7), line: fc.nat(60), columns: fc.integer({ min: 1, max: 4 }), lines: fc.integer({ min: 1, max: 30 }) })
    const leg = fc.record({ from: fc.nat(30), length: fc.integer({ min: 1, max: 60 }) })
    const measure = fc.option(fc.record({ legs: fc.integer({ min: 1, max: 6 }), remainder: fc.constantFrom<Remainder>('absolute', 'relative', 'free') }))
    fc.assert(
      fc.property(fc.array(leg, { minLength: 1, maxLength: 5 }), fc.nat(3), measure, fc.array(area, { maxLength: 3 }), (shape, first, division, obstacles) => {
        const mine = shape.map(({ from, length }, index) => ({ column: first + index, from, to: from + length }))
        const gutter = GRID.gutterChars * GRID.bodySize - 0.001
        for (const slot of bodySlots(GRID, mine, division, obstacles)) {
          const rect = slotRect(GRID, slot)
          const under = mine.filter(({ column }) => meetsColumn(rect, column))
          expect(under.length).toBeGreaterThan(0)
          for (const { from, to } of under) expect(slot.from >= from && slot.to <= to && slot.from < slot.to).toBe(true)
          for (const obstacle of obstacles) {
            const other = areaRect(GRID, obstacle)
            const beside = rect.x > other.x + other.width + gutter || rect.x + rect.width < other.x - gutter
            expect(beside || slot.to < obstacle.line || slot.from > obstacle.line + obstacle.lines).toBe(true)
          }
        }
      }),
    )
  })
})

function meetsColumn(rect: { x: number; width: number }, column: number): boolean {
  const { x, width } = areaRect(GRID, { column, line: 0, columns: 1, lines: 1 } satisfies Area)
  return rect.x < x + width - 1e-6 && x < rect.x + rect.width - 1e-6
}
