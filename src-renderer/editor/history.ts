/**
 * Undo and redo without limit. A burst of typing in one place is one step: characters that follow each other within a
 * second in the same part of the same record.
 */
import { composeChanges, type Change } from '../../src-core/document/change.ts'
import type { Block, DocumentRecord } from '../../src-core/document/records.ts'

interface Step {
  readonly change: Change
  /** Where it typed, or null when it did something else. */
  readonly place: string | null
  /** Milliseconds, of any clock. */
  readonly at: number
}

/** Both lists oldest first. */
export interface History {
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
}

const BURST_MS = 1000

export function historyOf(changes: readonly Change[]): History {
  return { done: changes.map((change) => ({ change, place: null, at: 0 })), undone: [] }
}

/** A step `alone` joins no burst, whatever was typed just before. */
export function recordStep(history: History, change: Change, at: number, alone = false): History {
  const place = alone ? null : typingPlace(change)
  const last = history.done.at(-1)
  if (!last || place === null || last.place !== place || at - last.at > BURST_MS || history.undone.length > 0) {
    return { done: [...history.done, { change, place, at }], undone: [] }
  }
  const burst = composeChanges(last.change, change)
  const before = history.done.slice(0, -1)
  return { done: burst.length > 0 ? [...before, { change: burst, place, at }] : before, undone: [] }
}

/** The step to take back, and the history after that. A step that was taken back begins no burst. */
export function stepBack({ done, undone }: History): { readonly change: Change; readonly history: History } | null {
  const step = done.at(-1)
  return step ? { change: step.change, history: { done: done.slice(0, -1), undone: [...undone, { ...step, place: null }] } } : null
}

export function stepForward({ done, undone }: History): { readonly change: Change; readonly history: History } | null {
  const step = undone.at(-1)
  return step ? { change: step.change, history: { done: [...done, step], undone: undone.slice(0, -1) } } : null
}

/** Fields that are typed into, by type of record. */
const TYPED: Readonly<Partial<Record<DocumentRecord['type'], readonly string[]>>> = {
  issue: ['paper'],
  page: ['section', 'editor'],
  article: ['standingHead', 'kicker', 'headline', 'subtitle', 'summary', 'byline', 'blocks'],
  picture: ['caption', 'credit'],
  advert: ['name'],
}

/** Names the text that a change typed into, or null when it did more, or something else. */
export function typingPlace(change: Change): string | null {
  const [edit] = change
  if (change.length !== 1 || !edit?.before || !edit.after) return null
  const field = onlyDifference(edit.before, edit.after)
  if (field === null || !TYPED[edit.after.type]?.includes(field)) return null
  if (field !== 'blocks') return `${edit.id} ${field}`
  const index = onlyDifference(byIndex(blocksOf(edit.before)), byIndex(blocksOf(edit.after)))
  if (index === null) return null
  const inside = placeInBlock(blocksOf(edit.before)[Number(index)]!, blocksOf(edit.after)[Number(index)]!)
  return inside === null ? null : `${edit.id} block ${index} ${inside}`
}

/** The item or the cell that was typed into; null when items, rows or columns came or went. */
function placeInBlock(before: Block, after: Block): string | null {
  if (before.role === 'list' && after.role === 'list') return onlyDifference(byIndex(before.items), byIndex(after.items))
  if (before.role !== 'table' || after.role !== 'table') return before.role === after.role ? '' : null
  const row = onlyDifference(byIndex(before.rows), byIndex(after.rows))
  const cell = row === null ? null : onlyDifference(byIndex(before.rows[Number(row)]!), byIndex(after.rows[Number(row)]!))
  return cell === null ? null : `${row} ${cell}`
}

const blocksOf = (record: DocumentRecord): readonly Block[] => (record.type === 'article' ? record.blocks : [])

const byIndex = (values: readonly unknown[]): object => Object.fromEntries(values.entries())

/** The one key whose values differ; null when the keys differ, or none or several of the values do. */
function onlyDifference(before: object, after: object): string | null {
  const keys = Object.keys(after)
  if (Object.keys(before).length !== keys.length) return null
  const different = keys.filter((key) => !sameValue(before[key as keyof typeof before], after[key as keyof typeof after]))
  return different.length === 1 ? different[0]! : null
}

function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
