/** Lines of a page at which edges like to stand: level with another object, or a line away from it. */
import { areaOf } from '../../src-core/commands/objects.ts'
import { record, type Document, type RecordId } from '../../src-core/document/records.ts'
import { objectsOf } from './hit-test.ts'

export interface SnapLines {
  readonly tops: readonly number[]
  /** Exclusive, as an area's own bottom. */
  readonly bottoms: readonly number[]
}

/** White between two objects that stand over one another. */
const GAP = 1

export function snapLines(document: Document, page: RecordId, except: RecordId | null): SnapLines {
  const lines = record(document, 'page', page)?.grid.lines ?? 0
  const areas = objectsOf(document, page)
    .filter(({ id }) => id !== except)
    .map(areaOf)
  return {
    tops: [0, ...areas.flatMap(({ line, lines: high }) => [line, line + high + GAP])],
    bottoms: [lines, ...areas.flatMap(({ line, lines: high }) => [line + high, line - GAP])].filter((bottom) => bottom > 0),
  }
}

/** The candidate within reach that is nearest, else the line itself. */
export function snapTo(line: number, candidates: readonly number[], reach: number): number {
  const near = candidates.filter((candidate) => Math.abs(candidate - line) <= reach)
  return near.toSorted((a, b) => Math.abs(a - line) - Math.abs(b - line))[0] ?? line
}
