/** Mends of what stands in the wrong cells: back on to the page, or further down, where nothing else stands. */
import { areaOfLegs, clampArea, moveLegs } from '../commands/areas.ts'
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

function isFree(placed: readonly Placed[], id: RecordId, areas: readonly Area[]): boolean {
  return placed.every((other) => other.id === id || !sharedCell(areas, other.areas))
}

function fix(id: RecordId, fields: Readonly<Record<string, unknown>>, label: Fix['label']): Fix {
  return { label, steps: [{ kind: 'set', record: id, fields }] }
}
