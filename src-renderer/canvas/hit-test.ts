/** What lies under a point of the page: objects by their cells, characters by the frames. Points from the trim's top left. */
import { areaOf, type PageObject } from '../../src-core/commands/objects.ts'
import { ruleAxis, type RulePlace } from '../../src-core/document/decoration.ts'
import { areaRect, type Area, type Grid, type Rect } from '../../src-core/document/grid.ts'
import { placedOn, record, type Document, type RecordId } from '../../src-core/document/records.ts'
import { cellStarts, lineSides } from '../../src-core/typeset/em-box.ts'
import { runsOf, type ArticlePart, type GlyphRun } from '../../src-core/typeset/frame.ts'
import type { PageResult } from '../../src-core/typeset/result.ts'
import type { TextPosition } from '../editor/session.ts'
import type { Point } from './camera.ts'
import { legRect } from './handles.ts'

/** Objects of a page from the topmost down: what is small and cut out of others lies over them, boxes lie behind. */
export function objectsOf(document: Document, page: RecordId): readonly PageObject[] {
  const ornaments = placedOn(document, 'ornament', page).toReversed()
  return [
    ...ornaments.filter(({ look }) => look.kind !== 'box'),
    ...placedOn(document, 'advert', page).toReversed(),
    ...placedOn(document, 'picture', page).toReversed(),
    ...placedOn(document, 'story', page).toReversed(),
    ...ornaments.filter(({ look }) => look.kind === 'box'),
  ]
}

/** Everything under the point, the topmost first. */
export function objectsAt(document: Document, page: RecordId, point: Point): readonly PageObject[] {
  const grid = record(document, 'page', page)?.grid
  return grid ? objectsOf(document, page).filter((object) => outline(grid, object).some((rect) => holds(rect, point))) : []
}

/** The rectangles that an object takes. A story's gutters belong to it; its legs may differ in height. */
export function outline(grid: Grid, object: PageObject): readonly Rect[] {
  if (object.type === 'ornament' && object.look.kind === 'rule') return [ruleStrip(grid, object.area, object.look.at)]
  if (object.type !== 'story') return [areaRect(grid, areaOf(object))]
  const gutter = grid.gutterChars * grid.bodySize
  return object.legs.map((leg, index) => {
    const rect = legRect(grid, leg)
    return index === object.legs.length - 1 ? rect : { ...rect, width: rect.width + gutter }
  })
}

/** A rule is thin: what a hand can hit round it. */
const RULE_REACH = 4

function ruleStrip(grid: Grid, area: Area, at: RulePlace): Rect {
  const { x1, y1, x2, y2 } = ruleAxis(grid, area, at)
  return { x: x1 - RULE_REACH, y: y1 - RULE_REACH, width: x2 - x1 + 2 * RULE_REACH, height: y2 - y1 + 2 * RULE_REACH }
}

function holds({ x, y, width, height }: Rect, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height
}

const TEXT_PARTS: readonly string[] = ['standingHead', 'kicker', 'headline', 'subtitle', 'summary', 'byline', 'block'] satisfies readonly ArticlePart[]

/** The place in a story's article nearest to the point; null where the story shows no text. */
export function textAt(result: PageResult, story: RecordId, point: Point): TextPosition | null {
  let best: GlyphRun | null = null
  let nearest = Infinity
  for (const run of runsOf(result.frame.items, story)) {
    if (!run.source || !TEXT_PARTS.includes(run.source.part)) continue
    const edges = cellEdges(run)
    const [along, off] = run.vertical ? [point.y, point.x] : [point.x, point.y]
    const [over, under] = lineSides(run)
    // A line's own end is nearer than the next line's middle.
    const distance = 4 * Math.max(over - off, off - under, 0) + Math.max(edges[0]! - along, along - edges.at(-1)!, 0)
    if (distance < nearest) {
      best = run
      nearest = distance
    }
  }
  return best?.source ? { article: best.source.record, part: best.source.part as ArticlePart, block: best.source.block ?? null, offset: best.source.from + characterAt(best, best.vertical ? point.y : point.x) } : null
}

/** Where each glyph's cell begins along its line, and where the last ends, in points on the page. */
function cellEdges(run: GlyphRun): readonly number[] {
  const starts = cellStarts(run)
  return [...starts, (starts.at(-1) ?? (run.vertical ? run.y : run.x)) + run.size]
}

/** Code points of the run before the caret that is nearest to a place along its line. */
function characterAt(run: GlyphRun, along: number): number {
  const edges = cellEdges(run)
  const glyph = edges.findIndex((edge, index) => along < (edge + (edges[index + 1] ?? edge)) / 2)
  return glyph === -1 ? [...run.text].length : (run.clusters[glyph] ?? [...run.text].length)
}
