import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GRID_PRESETS } from '../../../src-core/document/grid.ts'
import type { Article } from '../../../src-core/document/records.ts'
import { columnsFor, cutToRoom, placeAt } from '../../../src-renderer/editor/free-place.ts'
import { anArticle, anIssue } from '../../core/commands/document.ts'

const grid = GRID_PRESETS['broadsheet']!
const ofLength = (characters: number): Article => ({ ...anArticle, blocks: [{ role: 'paragraph', text: '字'.repeat(characters) }] })

describe('a story without a place', () => {
  test('is as wide as its length asks: a brief in two columns, the lead over the page', () => {
    expect([100, 200, 600, 1200, 2500, 9000].map((characters) => columnsFor(ofLength(characters), grid))).toEqual([2, 2, 4, 5, 7, 8])
  })

  test('takes free columns beside the cell, and lies over what is there only where the cell is taken', () => {
    // Columns 0 to 2 are taken from line 10 to 40.
    expect(placeAt(anIssue, 'page-1', { column: 4, line: 20 }, 4)).toEqual({ column: 4, line: 20, columns: 4 })
    expect(placeAt(anIssue, 'page-1', { column: 6, line: 20 }, 4)).toEqual({ column: 4, line: 20, columns: 4 })
    expect(placeAt(anIssue, 'page-1', { column: 5, line: 20 }, 8)).toEqual({ column: 4, line: 20, columns: 4 })
    expect(placeAt(anIssue, 'page-1', { column: 1, line: 20 }, 3)).toEqual({ column: 1, line: 20, columns: 3 })
  })

  test('ends a line over what stands below, unless that leaves no room for a story', () => {
    expect(cutToRoom(anIssue, 'page-1', { column: 4, line: 90, columns: 3, lines: 40 }).lines).toBe(14)
    expect(cutToRoom(anIssue, 'page-1', { column: 4, line: 101, columns: 3, lines: 40 }).lines).toBe(40)
    expect(cutToRoom(anIssue, 'page-1', { column: 4, line: 90, columns: 3, lines: 9 }).lines).toBe(9)
  })

  test('lies on the page wherever it is asked for', () => {
    fc.assert(
      fc.property(fc.nat(grid.columns - 1), fc.nat(grid.lines - 1), fc.integer({ min: 1, max: 8 }), (column, line, wanted) => {
        const place = placeAt(anIssue, 'page-1', { column, line }, wanted)
        expect(place.column).toBeGreaterThanOrEqual(0)
        expect(place.columns).toBeGreaterThanOrEqual(1)
        expect(place.column + place.columns).toBeLessThanOrEqual(grid.columns)
        expect(place.columns).toBeLessThanOrEqual(wanted)
      }),
    )
  })
})
