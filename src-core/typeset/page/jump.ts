/**
 * Parts of a story (转版, TYPESETTING §9): where one part ends and the next begins, and the jump lines that name the
 * other's page: （下转第2版） end-aligned in the last row of the part that goes on elsewhere, （上接第1版） start-aligned in
 * the first row of the rest.
 */
import type { Grid } from '../../document/grid.ts'
import { headlineRule } from '../../document/headline.ts'
import type { ArticleRecord, StoryHeadline, StoryRecord } from '../../document/records.ts'
import type { FaceId, HouseStyle, JumpNumerals } from '../../document/style.ts'
import type { FrameItem } from '../frame.ts'
import type { LayoutNote } from '../result.ts'
import type { Balanced } from './balance.ts'
import type { BodyArea } from './body-area.ts'
import { along } from './body-block.ts'
import type { Composer } from './composer.ts'
import type { FlowBlock, FlowPosition, FlowSlot } from './flow.ts'
import { fallbackNotes } from './notes.ts'
import { placeLine } from './runs.ts'

/** A story never goes on elsewhere after fewer lines of text than these: all of it does then. */
const LEAST_LINES = 5
const FACE: FaceId = 'kai'

/** How far a part set its body. */
export interface PartEnd {
  /** Where the next part begins; null where nothing is left for it. */
  readonly rest: FlowPosition | null
  /** Whether the byline is the body's first block, for all parts alike. */
  readonly bylineInLeg: boolean
}

/** A story as a part of its article; jump lines are null where the neighbour stands on the same page. */
export interface StoryPart {
  /** Null for the first part. */
  readonly before: PartEnd | null
  readonly from: string | null
  /** Another part takes what this one does not hold. */
  readonly goesOn: boolean
  readonly to: string | null
  /** The measure that it begins with, in characters; null where that cannot be said. */
  readonly restChars: number | null
}

/** An article that stands in one place. */
export const WHOLE: StoryPart = { before: null, from: null, goesOn: false, to: null, restChars: null }

export function jumpTo(page: string, numerals: JumpNumerals | undefined): string {
  return `（下转第${pageName(page, numerals)}版）`
}

export function jumpFrom(page: string, numerals: JumpNumerals | undefined): string {
  return `（上接第${pageName(page, numerals)}版）`
}

/** 02 → 2, 二 or 02 by the house's choice. Pages with letters, A02, have no Han form. */
function pageName(page: string, numerals: JumpNumerals = 'arabic'): string {
  const [, letters = '', digits = ''] = /^(\D*)(\d*)$/u.exec(page) ?? []
  if (numerals === 'padded' || digits === '') return page
  return numerals === 'han' && letters === '' ? hanNumber(Number(digits)) : `${letters}${Number(digits)}`
}

const HAN_DIGITS = '零一二三四五六七八九'

/** Up to 999. */
function hanNumber(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const digit = (count: number): string => HAN_DIGITS[count]!
  const over = hundreds > 0 ? `${digit(hundreds)}百` : ''
  if (tens === 0) return hundreds > 0 && ones > 0 ? `${over}零${digit(ones)}` : over || digit(ones)
  return `${over}${tens === 1 && hundreds === 0 ? '' : digit(tens)}十${ones > 0 ? digit(ones) : ''}`
}

/** What stands over a part that continues another: its own short title, if it has one, in the size of a narrow headline. */
export function jumpHeadline(style: HouseStyle, story: StoryRecord, article: ArticleRecord): { readonly article: ArticleRecord; readonly headline: StoryHeadline } {
  const { titleMarks: _, ...unmarked } = article
  return {
    article: { ...unmarked, standingHead: null, kicker: null, headline: story.jumpHeadline ?? '', subtitle: null, summary: null, byline: null },
    headline: { headline: headlineRule(style, 1).headline, ...story.headline },
  }
}

export interface BalancedPart extends Balanced {
  /** The rows of the jump lines that are set. */
  readonly fromRow: { readonly slot: number; readonly row: number } | null
  readonly toRow: { readonly slot: number; readonly row: number } | null
  /** Room for too few lines before the jump: all of the text is left to the next part. */
  readonly isTooShort: boolean
}

/** The part's body in its slots, less the rows of its jump lines. */
export function balancePart(blocks: readonly FlowBlock[], { slots, lastChars, fill }: Pick<BodyArea, 'slots' | 'lastChars' | 'fill'>, part: StoryPart): BalancedPart {
  const start = part.before?.rest ?? { block: 0, from: 0 }
  const next = part.restChars === null ? {} : { nextChars: part.restChars }
  if (part.before && part.before.rest === null) return { ...fill([], slots, lastChars), fromRow: null, toRow: null, isTooShort: false }
  const fromRow = part.from !== null && slots[0] ? { slot: 0, row: slots[0].from } : null
  const open = fromRow ? slots.map((slot, index) => (index === 0 ? { ...slot, from: slot.from + 1 } : slot)) : slots
  const whole = fill(blocks, open, lastChars, { start, goesOn: part.goesOn, ...next })
  if (whole.rest === null) return { ...whole, fromRow, toRow: null, isTooShort: false }
  const last = open.at(-1)
  const toRow = part.to !== null && last && last.to > last.from ? { slot: open.length - 1, row: last.to - 1 } : null
  const cut = toRow ? open.map((slot, index) => (index === toRow.slot ? { ...slot, to: toRow.row } : slot)) : open
  const filled = toRow ? fill(blocks, cut, lastChars, { start, goesOn: true, ...next }) : whole
  const isTooShort = part.to !== null && filled.placed.filter(({ block }) => blocks[block]!.kind !== 'heading').length < LEAST_LINES
  const most = isTooShort ? leftToNext(cut, start) : filled
  return { ...most, ends: most.ends.map((end, index) => (index === toRow?.slot ? toRow.row + 1 : end)), fromRow, toRow, isTooShort }
}

function leftToNext(slots: readonly FlowSlot[], rest: FlowPosition): Balanced {
  const rows = slots.map((slot) => slot.to - slot.from)
  const free = {
    rows: rows.reduce((sum, count) => sum + count, 0),
    characters: Math.floor(rows.reduce((sum, count, index) => sum + count * slots[index]!.chars, 0) + 1e-6),
  }
  return { placed: [], ends: slots.map((slot) => slot.from), oversetRows: 0, rest, stranded: [], free, foot: null }
}

export interface JumpLines {
  readonly from: readonly FrameItem[]
  readonly to: readonly FrameItem[]
  readonly notes: readonly LayoutNote[]
}

export function setJumpLines(composer: Composer, grid: Grid, story: StoryRecord, area: BodyArea, part: StoryPart, { fromRow, toRow, isTooShort }: BalancedPart): JumpLines {
  const setting = { face: FACE, size: grid.bodySize }
  const source = { record: story.id, part: 'jump' } as const
  const notes: LayoutNote[] = isTooShort ? [{ kind: 'short-part', record: story.id }] : []
  const set = (text: string | null, place: BalancedPart['fromRow'], share: 0 | 1): readonly FrameItem[] => {
    if (text === null || !place) return []
    const start = area.place(place.slot, place.row)
    const line = composer.line(text, setting)
    const white = start.chars * grid.bodySize - line.width
    notes.push(...fallbackNotes(source, line.fallbacks))
    if (white < 0) notes.push({ kind: 'too-wide', ...source })
    const { x, y } = along(start, Math.max(0, white) * share)
    return placeLine(line, x, y, source)
  }
  return { from: set(part.from, fromRow, 0), to: set(part.to, toRow, 1), notes }
}
