import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { setHeadlineForm } from '../../../src-core/commands/headlines.ts'
import { areaOf, pageObject } from '../../../src-core/commands/objects.ts'
import { applyChange, type Change } from '../../../src-core/document/change.ts'
import { areaRect, GRID_PRESETS } from '../../../src-core/document/grid.ts'
import { record, type Document } from '../../../src-core/document/records.ts'
import { areaBetween, cellAt, columnPitch, gestureChange, type Gesture } from '../../../src-renderer/canvas/gestures.ts'
import { handleAt, handlesOf } from '../../../src-renderer/canvas/handles.ts'
import { objectsAt } from '../../../src-renderer/canvas/hit-test.ts'
import { anIssue, aStory, anArticleRecord, aPage, documentOf } from '../../core/commands/document.ts'

const grid = GRID_PRESETS['broadsheet']!
const across = columnPitch(grid)
const down = grid.linePitch
const start = { x: 400, y: 500 }

function after(gesture: Gesture, by: { columns?: number; lines?: number }, reach = 0, document: Document = anIssue): Document {
  const to = { x: start.x + (by.columns ?? 0) * across, y: start.y + (by.lines ?? 0) * down }
  return applyChange(document, gestureChange({ document, page: 'page-1', reach }, gesture, to) ?? [])
}
const areaAfter = (document: Document, id: string) => areaOf(pageObject(document, id)!)

describe('a gesture', () => {
  test('moves by whole columns and lines, to the nearest cell', () => {
    const move: Gesture = { kind: 'move', object: 'story-1', from: start }
    expect(areaAfter(after(move, { columns: 2.4, lines: 7.4 }), 'story-1')).toEqual({ column: 2, line: 17, columns: 3, lines: 30 })
    expect(areaAfter(after(move, { columns: 2.6, lines: -99 }), 'story-1')).toEqual({ column: 3, line: 0, columns: 3, lines: 30 })
  })

  test('resizes by the edges that its handle holds', () => {
    const corner: Gesture = { kind: 'resize', object: 'picture-1', edges: ['right', 'bottom'], from: start }
    expect(areaAfter(after(corner, { columns: 1, lines: -5 }), 'picture-1')).toEqual({ column: 2, line: 20, columns: 3, lines: 10 })
    const left: Gesture = { kind: 'resize', object: 'picture-1', edges: ['left'], from: start }
    expect(areaAfter(after(left, { columns: 9, lines: 9 }), 'picture-1')).toEqual({ column: 3, line: 20, columns: 1, lines: 15 })
  })

  test('moves one leg’s foot alone', () => {
    const leg: Gesture = { kind: 'leg', object: 'story-1', column: 1, end: 'to', from: start }
    expect(record(after(leg, { lines: 12 }), 'story', 'story-1')!.legs.map(({ to }) => to)).toEqual([40, 52, 40])
  })

  test('moves an edge of the headline’s area by whole columns and lines', () => {
    const inside = applyChange(anIssue, setHeadlineForm(anIssue, 'story-1', 'inside')!)
    const { column, from } = record(inside, 'story', 'story-1')!.legs[0]!
    const area = { column, line: from, columns: 1, lines: 6 }
    const corner: Gesture = { kind: 'headline', object: 'story-1', edges: ['right', 'bottom'], area, from: start }
    expect(record(after(corner, { columns: 1.2, lines: 2.8 }, 0, inside), 'story', 'story-1')!.headline).toEqual({ form: 'inside', columns: 2, lines: 9 })
  })

  test('snaps an edge to what stands near, and lets it go with reach 0', () => {
    // The advert begins at line 105: a story under 40 moved by 63 ends at 103, a line above a gap of one.
    const move: Gesture = { kind: 'move', object: 'story-1', from: start }
    expect(areaAfter(after(move, { lines: 63 }, 1), 'story-1').line).toBe(74)
    expect(areaAfter(after(move, { lines: 63 }, 0), 'story-1').line).toBe(73)
  })

  test('draws from the cell pressed on to the cell let go on, in any direction', () => {
    const draw: Gesture = { kind: 'draw', what: 'picture', id: 'picture-2', name: '', from: start }
    const from = cellAt(grid, start)
    expect(areaAfter(after(draw, { columns: -1, lines: -3 }), 'picture-2')).toEqual({ column: from.column - 1, line: from.line - 3, columns: 2, lines: 4 })
    const hole = after({ ...draw, what: 'advert', id: 'advert-2', name: '招聘' }, {})
    expect(record(hole, 'advert', 'advert-2')).toMatchObject({ name: '招聘', area: { ...from, columns: 1, lines: 1 } })
  })

  test('that comes back to where it began changes nothing', () => {
    const kinds: Gesture[] = [
      { kind: 'move', object: 'story-1', from: start },
      { kind: 'resize', object: 'advert-1', edges: ['left', 'top'], from: start },
      { kind: 'leg', object: 'story-1', column: 0, end: 'from', from: start },
      { kind: 'move', object: 'gone', from: start },
    ]
    for (const gesture of kinds) expect(gestureChange({ document: anIssue, page: 'page-1', reach: 0 }, gesture, start)).toBeNull()
  })

  test('never remembers: the way to a place does not matter', () => {
    const place = fc.record({ x: fc.double({ min: -200, max: 1400, noNaN: true }), y: fc.double({ min: -200, max: 1800, noNaN: true }) })
    fc.assert(
      fc.property(place, fc.constantFrom('story-1', 'picture-1', 'advert-1'), (to, object) => {
        const change = (): Change | null => gestureChange({ document: anIssue, page: 'page-1', reach: 2 }, { kind: 'move', object, from: start }, to)
        expect(change()).toEqual(change())
        const { column, line, columns, lines } = areaAfter(applyChange(anIssue, change() ?? []), object)
        expect(column >= 0 && line >= 0 && column + columns <= grid.columns && line + lines <= grid.lines).toBe(true)
      }),
    )
  })
})

describe('cells', () => {
  test('a cell’s own middle is in it', () => {
    fc.assert(
      fc.property(fc.nat(grid.columns - 1), fc.nat(grid.lines - 1), (column, line) => {
        const { x, y, width, height } = areaRect(grid, { column, line, columns: 1, lines: 1 })
        expect(cellAt(grid, { x: x + width / 2, y: y + height / 2 })).toEqual({ column, line })
      }),
    )
    expect(areaBetween(grid, { x: -50, y: -50 }, { x: 9999, y: 9999 })).toEqual({ column: 0, line: 0, columns: grid.columns, lines: grid.lines })
  })
})

describe('what lies under the pointer', () => {
  const middle = (area: Parameters<typeof areaRect>[1]) => {
    const { x, y, width, height } = areaRect(grid, area)
    return { x: x + width / 2, y: y + height / 2 }
  }
  const ids = (point: { x: number; y: number }, document = anIssue) => objectsAt(document, 'page-1', point).map(({ id }) => id)

  test('is the picture before the story that it is cut out of, and nothing beside a shorter leg', () => {
    expect(ids(middle({ column: 2, line: 25, columns: 1, lines: 1 }))).toEqual(['picture-1', 'story-1'])
    const legs = [{ column: 0, from: 10, to: 40 }, { column: 1, from: 10, to: 20 }]
    const step = documentOf(aPage('page-1', 1), anArticleRecord('article-1', 1), aStory('story-1', 'page-1', 'article-1', { legs }))
    expect(ids(middle({ column: 1, line: 15, columns: 1, lines: 1 }), step)).toEqual(['story-1'])
    expect(ids(middle({ column: 1, line: 30, columns: 1, lines: 1 }), step)).toEqual([])
  })

  test('is the handle nearest to it, each at its own place', () => {
    const handles = handlesOf(grid, pageObject(anIssue, 'story-1')!, { scale: 1, left: 0, top: 0 }, null)
    expect(handles.filter(({ aim }) => aim.kind === 'leg')).toHaveLength(6)
    for (const handle of handles) expect(handleAt(handles, handle.at)).toBe(handle)
    expect(handleAt(handles, middle({ column: 1, line: 25, columns: 1, lines: 1 }))).toBeNull()
  })
})
