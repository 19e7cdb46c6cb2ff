/** Mends of what stands in the wrong cells, or in too many or too few of them: where nothing else stands. */
import { areaOfLegs, clampArea, moveLegs, type Cell } from '../commands/areas.ts'
import type { Area, Grid, Leg } from '../document/grid.ts'
import { record, type Document, type RecordId } from '../document/records.ts'
import { legArea } from '../typeset/page/free-area.ts'
import type { StoryFit } from '../typeset/result.ts'
import type { Fix } from './fix.ts'
import { placedAreas, sharedCell, type Placed } from './placed-areas.ts'

/** What reaches out of the type area moves back, if it has room there. */
export function movedIn(document: Document, grid: Grid, placed: readonly Placed[], id: RecordId): Fix | undefined {
  const object = document.records[id]
  if (object?.type === 'story') {
    const legs = moveLegs(grid, object.legs, clampArea(grid, areaOfLegs(object.legs)))
    return isFree(placed, id, legs.map(legArea)) ? fix(id, { legs }, MOVE) : undefined
  }
  if (object?.type !== 'picture' && object?.type !== 'advert' && object?.type !== 'ornament') return undefined
  const area = clampArea(grid, object.area)
  // Text makes way for a picture, an advert, an ornament.
  const inTheWay = placed.filter(({ type }) => object.type !== 'ornament' && type !== 'story')
  return isFree(inTheWay, id, [area]) ? fix(id, { area }, MOVE) : undefined
}

const MOVE: Fix['label'] = { zh: '移回版心', en: 'Move it back' }

/** A story that is too long gets as many lines more as its text needs, if they are free. */
export function extended(document: Document, { story: id, overset, legs: set }: StoryFit): Fix | undefined {
  const story = record(document, 'story', id)
  const page = story && record(document, 'page', story.page)
  if (!page || !overset || set.length === 0 || story.writing === 'vertical') return undefined
  const lines = Math.ceil(overset.lines / set.length)
  const legs = story.legs.map((leg): Leg => ({ ...leg, to: leg.to + lines }))
  const added = story.legs.map(({ column, to }): Area => ({ column, line: to, columns: 1, lines }))
  const fits = legs.every(({ to }) => to <= page.grid.lines) && isFree(placedAreas(document, page), id, added)
  return fits ? fix(id, { legs }, { zh: `加高${lines}行`, en: `Make it ${lines} lines higher` }) : undefined
}

/** One that is too short gives back the lines that its text does not need, unless a picture stands on them. */
export function shortened(document: Document, { story: id, underset, legs: set }: StoryFit): Fix | undefined {
  const story = record(document, 'story', id)
  const page = story && record(document, 'page', story.page)
  const lines = underset && set.length > 0 ? Math.floor(underset.lines / set.length) : 0
  if (!page || lines === 0 || story.writing === 'vertical') return undefined
  const legs = story.legs.map((leg): Leg => ({ ...leg, to: leg.to - lines }))
  const given = legs.map(({ column, to }): Area => ({ column, line: to, columns: 1, lines }))
  const isSound = legs.every(({ from, to }) => from < to) && isFree(placedAreas(document, page), id, given)
  return isSound ? fix(id, { legs }, { zh: `缩短${lines}行`, en: `Make it ${lines} lines shorter` }) : undefined
}

/** What lies over another thing goes to the nearest place where it has room, as large as it is. */
export function movedApart(document: Document, grid: Grid, placed: readonly Placed[], id: RecordId): Fix | undefined {
  const object = document.records[id]
  if (object?.type !== 'story' && object?.type !== 'picture' && object?.type !== 'advert') return undefined
  const now = object.type === 'story' ? areaOfLegs(object.legs) : object.area
  const at = (cell: Cell) => (object.type === 'story' ? { legs: moveLegs(grid, object.legs, cell) } : { area: { ...object.area, ...cell } })
  const areas = (fields: ReturnType<typeof at>) => ('legs' in fields ? fields.legs.map(legArea) : [fields.area])
  const room = cellsByDistance(grid, now).map(at).find((fields) => isFree(placed, id, areas(fields)))
  return room && fix(id, room, { zh: '移到空处', en: 'Move it to free space' })
}

/** Where an area may begin, the nearest first: a column is as far as a few lines. */
function cellsByDistance(grid: Grid, { column, line, columns, lines }: Area): readonly Cell[] {
  const cells = Array.from({ length: Math.max(0, grid.columns - columns + 1) }, (_, c) => Array.from({ length: Math.max(0, grid.lines - lines + 1) }, (__, l) => ({ column: c, line: l }))).flat()
  const far = (cell: Cell) => Math.abs(cell.column - column) * grid.charsPerColumn + Math.abs(cell.line - line)
  return cells.toSorted((a, b) => far(a) - far(b))
}

function isFree(placed: readonly Placed[], id: RecordId, areas: readonly Area[]): boolean {
  return placed.every((other) => other.id === id || !sharedCell(areas, other.areas))
}

function fix(id: RecordId, fields: Readonly<Record<string, unknown>>, label: Fix['label']): Fix {
  return { label, steps: [{ kind: 'set', record: id, fields }] }
}
