/**
 * Two changes to one block, brought together where they touched different parts of it: the items of a list, the lines of
 * verse, the cells of a table. Words with marks are one part, since marks stand in their text.
 */
import type { Block } from './records.ts'

/** Null where both changed the same part, or one of them the parts' number. */
export function mergeBlock(base: Block, ours: Block, theirs: Block): Block | null {
  if (same(ours, base) || same(ours, theirs)) return theirs
  if (same(theirs, base)) return ours
  if ([base, ours, theirs].some((block) => 'marks' in block)) return null
  if (base.role === 'list' && ours.role === 'list' && theirs.role === 'list') {
    const items = mergeList(base.items, ours.items, theirs.items)
    const ordered = mergeValue(base.ordered, ours.ordered, theirs.ordered)
    return items && ordered !== CONFLICT ? { role: 'list', items, ...(ordered === undefined ? {} : { ordered }) } : null
  }
  if (base.role === 'table' && ours.role === 'table' && theirs.role === 'table') {
    const rows = mergeRows(base.rows, ours.rows, theirs.rows)
    const head = mergeValue(base.head, ours.head, theirs.head)
    return rows && head !== CONFLICT ? { role: 'table', rows, ...(head === undefined ? {} : { head }) } : null
  }
  if ((base.role === 'verse' || base.role === 'crosshead') && ours.role === base.role && theirs.role === base.role) {
    const lines = mergeList(base.lines, ours.lines, theirs.lines)
    return lines && { role: base.role, lines }
  }
  return null
}

type Rows = readonly (readonly string[])[]

function mergeRows(base: Rows, ours: Rows, theirs: Rows): Rows | null {
  if (ours.length !== base.length || theirs.length !== base.length) return null
  const rows = base.map((row, index) => mergeList(row, ours[index]!, theirs[index]!))
  return rows.every((row) => row !== null) ? rows : null
}

function mergeList(base: readonly string[], ours: readonly string[], theirs: readonly string[]): readonly string[] | null {
  if (ours.length !== base.length || theirs.length !== base.length) return null
  const merged = base.map((was, index) => mergeValue(was, ours[index]!, theirs[index]!))
  return merged.every((value) => value !== CONFLICT) ? merged : null
}

const CONFLICT = Symbol('both changed it')

function mergeValue<T>(base: T, ours: T, theirs: T): T | typeof CONFLICT {
  if (ours === base || ours === theirs) return theirs
  return theirs === base ? ours : CONFLICT
}

const same = (a: Block, b: Block): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
