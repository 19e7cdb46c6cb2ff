/**
 * The handles of a selected object: eight on its rectangle, those of a story's headline area, and one at the top and foot
 * of each leg of a story.
 */
import { areaOf, type PageObject } from '../../src-core/commands/objects.ts'
import { areaRect, type Area, type Grid, type Leg, type Rect } from '../../src-core/document/grid.ts'
import { headlineForm } from '../../src-core/document/headline.ts'
import type { Camera, Point } from './camera.ts'
import { toWindow } from './camera.ts'

export type Edge = 'left' | 'right' | 'top' | 'bottom'

export type HandleAim =
  | { readonly kind: 'edges'; readonly edges: readonly Edge[] }
  /** The headline's area inside its story. */
  | { readonly kind: 'headline'; readonly edges: readonly Edge[] }
  /** The picture inside its frame. */
  | { readonly kind: 'crop' }
  /** One leg alone (咬合). */
  | { readonly kind: 'leg'; readonly column: number; readonly end: 'from' | 'to' }

export interface Handle {
  readonly aim: HandleAim
  /** Its middle, in pixels of the window. */
  readonly at: Point
  readonly cursor: string
}

const HANDLE_REACH = 7
/** Handles of legs stand outside the legs, so that they hide no text. */
const LEG_OFFSET = 9
/** Nearer together than this, the handles of legs would be hit by chance. */
const LEAST_LEG_WIDTH = 24
/** Smaller than this, the handle of a picture would be all of it. */
const LEAST_CROP_SIDE = 56

const CORNERS: readonly { readonly edges: readonly Edge[]; readonly x: number; readonly y: number; readonly cursor: string }[] = [
  { edges: ['left', 'top'], x: 0, y: 0, cursor: 'nwse-resize' },
  { edges: ['top'], x: 0.5, y: 0, cursor: 'ns-resize' },
  { edges: ['right', 'top'], x: 1, y: 0, cursor: 'nesw-resize' },
  { edges: ['right'], x: 1, y: 0.5, cursor: 'ew-resize' },
  { edges: ['right', 'bottom'], x: 1, y: 1, cursor: 'nwse-resize' },
  { edges: ['bottom'], x: 0.5, y: 1, cursor: 'ns-resize' },
  { edges: ['left', 'bottom'], x: 0, y: 1, cursor: 'nesw-resize' },
  { edges: ['left'], x: 0, y: 0.5, cursor: 'ew-resize' },
]

/** `headline` is the area that the layout gave a story's headline, `picture` what a picture that can be moved in its frame takes. */
export function handlesOf(grid: Grid, object: PageObject, camera: Camera, headline: Area | null, picture: Rect | null = null): readonly Handle[] {
  const { x, y, width, height } = areaRect(grid, areaOf(object))
  const corners = CORNERS.map(({ edges, cursor, x: across, y: down }) => ({
    aim: { kind: 'edges' as const, edges },
    at: toWindow(camera, { x: x + across * width, y: y + down * height }),
    cursor,
  }))
  return [...corners, ...headlineHandles(grid, object, camera, headline), ...legHandles(grid, object, camera), ...cropHandles(camera, picture)]
}

/** One in the middle, where it leaves room to take hold of the frame. */
function cropHandles(camera: Camera, picture: Rect | null): readonly Handle[] {
  if (!picture || Math.min(picture.width, picture.height) * camera.scale < LEAST_CROP_SIDE) return []
  return [{ aim: { kind: 'crop' }, at: toWindow(camera, { x: picture.x + picture.width / 2, y: picture.y + picture.height / 2 }), cursor: 'grab' }]
}

/** On the sides of a headline's area that text stands at. Over its text it has the story's own width. */
function headlineHandles(grid: Grid, object: PageObject, camera: Camera, area: Area | null): readonly Handle[] {
  if (object.type !== 'story' || !area) return []
  const form = headlineForm(object)
  if (form === 'over') return []
  const { x, y, width, height } = areaRect(grid, area)
  const first = object.legs[0]!.column
  const open: Readonly<Record<Edge, boolean>> = {
    left: area.column > first,
    right: area.column + area.columns < first + object.legs.length - 0.01,
    top: form === 'around',
    bottom: form !== 'beside',
  }
  return CORNERS.filter(({ edges }) => edges.every((edge) => open[edge])).map(({ edges, cursor, x: across, y: down }) => ({
    aim: { kind: 'headline' as const, edges },
    at: toWindow(camera, { x: x + across * width, y: y + down * height }),
    cursor,
  }))
}

function legHandles(grid: Grid, object: PageObject, camera: Camera): readonly Handle[] {
  if (object.type !== 'story' || object.legs.length < 2) return []
  return object.legs.flatMap((leg) => {
    const { x, y, width, height } = legRect(grid, leg)
    if (width * camera.scale < LEAST_LEG_WIDTH) return []
    const top = toWindow(camera, { x: x + width / 2, y })
    const foot = toWindow(camera, { x: x + width / 2, y: y + height })
    const aim = (end: 'from' | 'to') => ({ kind: 'leg' as const, column: leg.column, end })
    return [
      { aim: aim('from'), at: { x: top.x, y: top.y - LEG_OFFSET }, cursor: 'ns-resize' },
      { aim: aim('to'), at: { x: foot.x, y: foot.y + LEG_OFFSET }, cursor: 'ns-resize' },
    ]
  })
}

export function legRect(grid: Grid, leg: Leg): Rect {
  return areaRect(grid, { column: leg.column, line: leg.from, columns: 1, lines: leg.to - leg.from })
}

/** The handle under the pointer. Of several the nearest; corners before the legs' own. */
export function handleAt(handles: readonly Handle[], { x, y }: Point): Handle | null {
  let best: Handle | null = null
  let nearest = HANDLE_REACH
  for (const handle of handles) {
    const distance = Math.max(Math.abs(handle.at.x - x), Math.abs(handle.at.y - y))
    if (distance < nearest) {
      best = handle
      nearest = distance
    }
  }
  return best
}
