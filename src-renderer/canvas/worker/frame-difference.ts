/**
 * Two frames of one page: what stayed, and where the rest leaves ink. The engine may build equal items anew; here they
 * become the same objects again, so that everything after can compare by identity.
 */
import type { Rect } from '../../../src-core/document/grid.ts'
import { inkBounds, overlaps } from '../../../src-core/paint/canvas/bounds.ts'
import type { FrameItem, GroupItem } from '../../../src-core/typeset/frame.ts'

/** `next`, with the objects of `last` wherever they are equal. */
export function keepItems(last: readonly FrameItem[], next: readonly FrameItem[]): readonly FrameItem[] {
  const groups = groupsByRecord(last)
  const fromEnd = last.length - next.length
  return next.map((item, index) => {
    if (item.kind === 'group') {
      const before = groups.get(item.record)
      return before ? keepGroup(before, item) : item
    }
    return [last[index], last[index + fromEnd]].find((candidate) => candidate && isEqual(candidate, item)) ?? item
  })
}

function keepGroup(last: GroupItem, next: GroupItem): GroupItem {
  if (last === next) return last
  const items = keepItems(last.items, next.items)
  const unchanged = items.length === last.items.length && items.every((item, index) => item === last.items[index])
  return unchanged ? last : { ...next, items }
}

/** Groups of one record; where a record has several, they are told apart by their place only and compared anew. */
function groupsByRecord(items: readonly FrameItem[]): ReadonlyMap<GroupItem['record'], GroupItem> {
  return new Map(items.filter((item) => item.kind === 'group').map((group) => [group.record, group]))
}

/**
 * Rectangles in points that hold everything that looks different; null when all may, since what stayed changed its
 * order. Compares by identity: both lists went through {@link keepItems}.
 */
export function changedRects(last: readonly FrameItem[], next: readonly FrameItem[]): readonly Rect[] | null {
  const before = new Set(last)
  const after = new Set(next)
  const stayed = next.filter((item) => before.has(item))
  if (last.filter((item) => after.has(item)).some((item, index) => item !== stayed[index])) return null
  const gone = last.filter((item) => !after.has(item))
  const come = next.filter((item) => !before.has(item))
  const groups = groupsByRecord(gone)
  const rects: (Rect | null)[] = []
  const paired = new Set<FrameItem>()
  for (const item of come) {
    const pair = item.kind === 'group' ? groups.get(item.record) : undefined
    if (item.kind !== 'group' || !pair || paired.has(pair)) rects.push(inkBounds(item))
    else {
      paired.add(pair)
      const inside = changedRects(pair.items, item.items)
      if (inside) rects.push(...inside)
      else rects.push(inkBounds(pair), inkBounds(item))
    }
  }
  rects.push(...gone.filter((item) => !paired.has(item)).map(inkBounds))
  return mergeRects(rects.filter((rect) => rect !== null))
}

/** Fewer, larger rectangles: those that overlap are painted together. */
export function mergeRects(rects: readonly Rect[]): readonly Rect[] {
  const merged: Rect[] = []
  for (const rect of rects) {
    let grown = rect
    for (let index = merged.findIndex((other) => overlaps(other, grown)); index >= 0; index = merged.findIndex((other) => overlaps(other, grown))) {
      grown = union(grown, merged.splice(index, 1)[0]!)
    }
    merged.push(grown)
  }
  return merged
}

function union(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y }
}

/** Equality of plain data. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((value, index) => isEqual(value, b[index]))
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => isEqual(a[key as keyof typeof a], b[key as keyof typeof b]))
}
