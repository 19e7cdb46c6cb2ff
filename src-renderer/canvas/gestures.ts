/**
 * What a pointer does to the page, as a function: where it was pressed, where it is, and the change that this would
 * make. Nothing is remembered between two moves, so the same place always means the same page.
 */
import { placeAdvert } from '../../src-core/commands/adverts.ts'
import { moveInFrame, type FrameSize } from '../../src-core/commands/crops.ts'
import { areaOf, moveObject, pageObject, resizeObject } from '../../src-core/commands/objects.ts'
import { resizeHeadline } from '../../src-core/commands/headlines.ts'
import { placeOrnament } from '../../src-core/commands/ornaments.ts'
import { placePicture } from '../../src-core/commands/pictures.ts'
import { resizeStoryLeg } from '../../src-core/commands/stories.ts'
import type { Change } from '../../src-core/document/change.ts'
import { typeArea, type Area, type Grid } from '../../src-core/document/grid.ts'
import { record, type Document, type RecordId } from '../../src-core/document/records.ts'
import type { Point } from './camera.ts'
import type { Edge } from './handles.ts'
import { objectsAt } from './hit-test.ts'
import { snapLines, snapTo } from './snapping.ts'

export type Gesture =
  | { readonly kind: 'move'; readonly object: RecordId; readonly from: Point }
  | { readonly kind: 'resize'; readonly object: RecordId; readonly edges: readonly Edge[]; readonly from: Point }
  /** `area` is what the headline had when it was pressed on. */
  | { readonly kind: 'headline'; readonly object: RecordId; readonly edges: readonly Edge[]; readonly area: Area; readonly from: Point }
  | { readonly kind: 'leg'; readonly object: RecordId; readonly column: number; readonly end: 'from' | 'to'; readonly from: Point }
  /** `frame` is what the picture filled when it was pressed on. */
  | { readonly kind: 'crop'; readonly object: RecordId; readonly frame: FrameSize; readonly from: Point }
  | { readonly kind: 'draw'; readonly what: 'advert' | 'picture' | 'ornament'; readonly id: RecordId; readonly name: string; readonly from: Point }

export interface GestureContext {
  readonly document: Document
  readonly page: RecordId
  /** Lines within which an edge goes to a snap line; 0 for none. */
  readonly reach: number
}

/** Null when the page would stay as it is. Points from the trim's top left. */
export function gestureChange({ document, page, reach }: GestureContext, gesture: Gesture, to: Point): Change | null {
  const grid = record(document, 'page', page)?.grid
  if (!grid) return null
  if (gesture.kind === 'draw') return draw(document, page, grid, gesture, to)
  if (gesture.kind === 'crop') return moveInFrame(document, gesture.object, gesture.frame, to.x - gesture.from.x, to.y - gesture.from.y)
  const object = pageObject(document, gesture.object)
  if (!object) return null
  const columns = Math.round((to.x - gesture.from.x) / columnPitch(grid))
  const lines = Math.round((to.y - gesture.from.y) / grid.linePitch)
  const snap = snapLines(document, page, gesture.object)
  switch (gesture.kind) {
    case 'move': {
      const area = areaOf(object)
      return moveObject(document, object.id, { column: area.column + columns, line: snapMove(area, lines, snap, reach) })
    }
    case 'resize': {
      const { column, columns: wide, line, lines: high } = areaOf(object)
      const edges = {
        left: column + columns,
        right: column + wide + columns,
        top: snapTo(line + lines, snap.tops, reach),
        bottom: snapTo(line + high + lines, snap.bottoms, reach),
      }
      return resizeObject(document, object.id, Object.fromEntries(gesture.edges.map((edge) => [edge, edges[edge]])))
    }
    case 'headline': {
      const { column, columns: wide, line, lines: high } = gesture.area
      const edges = { left: column + columns, right: column + wide + columns, top: line + lines, bottom: line + high + lines }
      return resizeHeadline(document, object.id, gesture.area, Object.fromEntries(gesture.edges.map((edge) => [edge, edges[edge]])))
    }
    case 'leg': {
      const leg = object.type === 'story' ? object.legs.find((candidate) => candidate.column === gesture.column) : undefined
      if (!leg) return null
      const ends = gesture.end === 'from' ? { from: snapTo(leg.from + lines, snap.tops, reach) } : { to: snapTo(leg.to + lines, snap.bottoms, reach) }
      return resizeStoryLeg(document, object.id, leg.column, ends)
    }
  }
}

/** Top or bottom goes to its snap line, whichever is nearer. */
function snapMove(area: Area, lines: number, snap: ReturnType<typeof snapLines>, reach: number): number {
  const line = area.line + lines
  const top = snapTo(line, snap.tops, reach)
  const bottom = snapTo(line + area.lines, snap.bottoms, reach) - area.lines
  if (top === line) return bottom
  return bottom !== line && Math.abs(bottom - line) < Math.abs(top - line) ? bottom : top
}

function draw(document: Document, page: RecordId, grid: Grid, gesture: Extract<Gesture, { kind: 'draw' }>, to: Point): Change | null {
  const area = areaBetween(grid, gesture.from, to)
  if (gesture.what === 'advert') return placeAdvert(document, { id: gesture.id, page, name: gesture.name, area })
  if (gesture.what === 'ornament') return placeOrnament(document, { id: gesture.id, page, area })
  return placePicture(document, { id: gesture.id, page, asset: null, area, story: storyAt(document, page, gesture.from) })
}

/** The story that a picture at this place belongs to. */
export function storyAt(document: Document, page: RecordId, point: Point): RecordId | null {
  return objectsAt(document, page, point).find(({ type }) => type === 'story')?.id ?? null
}

/** The cell that holds a point, or the nearest one. */
export function cellAt(grid: Grid, { x, y }: Point): { readonly column: number; readonly line: number } {
  const origin = typeArea(grid)
  return { column: within((x - origin.x) / columnPitch(grid), grid.columns - 1), line: within((y - origin.y) / grid.linePitch, grid.lines - 1) }
}

function within(value: number, most: number): number {
  return Math.max(0, Math.min(most, Math.floor(value)))
}

/** All cells between two points, both ends included. */
export function areaBetween(grid: Grid, a: Point, b: Point): Area {
  const [from, to] = [cellAt(grid, a), cellAt(grid, b)]
  const column = Math.min(from.column, to.column)
  const line = Math.min(from.line, to.line)
  return { column, line, columns: Math.max(from.column, to.column) - column + 1, lines: Math.max(from.line, to.line) - line + 1 }
}

/** From one basic column's left edge to the next one's, in points. */
export function columnPitch(grid: Grid): number {
  return (grid.charsPerColumn + grid.gutterChars) * grid.bodySize
}
