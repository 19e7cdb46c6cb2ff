/** A story on its page: headline placed, body flowed and balanced, everything set into one group of frames. */
import { areaRect, type Area, type Grid, type Leg } from '../../document/grid.ts'
import type { ArticleRecord, StoryRecord } from '../../document/records.ts'
import type { HouseStyle } from '../../document/style.ts'
import type { Plates } from '../../document/plates.ts'
import type { FrameItem, GroupItem } from '../frame.ts'
import type { LayoutNote, StoryFit } from '../result.ts'
import type { SetLine } from '../text/paragraph.ts'
import type { Balanced } from './balance.ts'
import { levelArea, verticalArea, type BodyArea } from './body-area.ts'
import type { BodyBlock } from './body-block.ts'
import { bodyBlocks } from './body.ts'
import { boxRules } from './box.ts'
import { asHeaded } from './byline-place.ts'
import type { Composer } from './composer.ts'
import { insetsOf, storyGround, type Insets } from './decoration/story-frame.ts'
import { placeHeadline } from './headline.ts'
import { inked, StoryInks } from './ink.ts'
import type { GroupLine } from './headline-group.ts'
import type { HeadlinePlace } from './headline-place.ts'
import type { GroupInput } from './headline-title.ts'
import { columnNotes } from './column-notes.ts'
import { balancePart, jumpHeadline, setJumpLines, type PartEnd, type StoryPart } from './jump.ts'
import { ASCENT_EM } from '../em-box.ts'
import { stroke, type Pen } from './pen.ts'
import { placeLine } from './runs.ts'
import { coversColumn, type Slot } from './slots.ts'
import { placeBesideColumns } from './vertical-headline.ts'

export interface StoryInput {
  readonly composer: Composer
  readonly style: HouseStyle
  readonly grid: Grid
  readonly plates: Plates
  readonly story: StoryRecord
  readonly article: ArticleRecord
  /** Pictures and adverts of the page. */
  readonly obstacles: readonly Area[]
  readonly part: StoryPart
}

export interface StoryLayout {
  readonly group: GroupItem
  readonly fit: StoryFit
  readonly notes: readonly LayoutNote[]
  /** The line under the last one that the story needs; null where it does not fit. */
  readonly foot: number | null
  /** Where the part after this one goes on. */
  readonly end: PartEnd
}

export function layoutStory(input: StoryInput): StoryLayout {
  const { composer, style, grid, plates, story, article, obstacles, part } = input
  const titled = part.before ? jumpHeadline(style, story, article) : { article: asHeaded(style, article), headline: story.headline }
  const { place, area } = divideStory({ composer, style, grid, ...titled }, story, obstacles, insetsOf(style, grid, story, plates))
  const { slots } = area
  const bylineInLeg = part.before?.bylineInLeg ?? (place === null || !place.group.hasByline)
  const text = story.writing ? composer.vertical : composer
  const blocks = bodyBlocks(text, style, grid, article, bylineInLeg)
  const balanced = balancePart(blocks.map((block) => block.flow), area, part)
  const jump = setJumpLines(text, grid, story, area, part, balanced)
  const pen = { grid, width: style.ruleWidth }
  const inks = new StoryInks(style, story, plates)
  const items = [
    ...storyGround(style, grid, story, plates),
    ...(place ? titleItems(pen, story, place, part, inks) : []),
    ...inked(jump.from, inks.text()),
    ...bodyItems(article, blocks, area, balanced, inks),
    ...inked(jump.to, inks.text()),
    ...(story.boxed && !story.frame ? boxRules(pen, story) : []),
  ]
  return {
    group: { kind: 'group', record: story.id, items },
    fit: {
      story: story.id,
      headline: place && place.lines > 0 ? { column: place.column, columns: place.columns, line: place.line, lines: place.lines, rect: areaRect(grid, place) } : null,
      legs: slots.map((slot, index) => area.setLeg(index, balanced.ends[index]! - slot.from)),
      overset: oversetOf(blocks, slots, balanced),
      underset: balanced.free.rows > 0 ? { lines: balanced.free.rows, characters: balanced.free.characters } : null,
    },
    notes: [...(place ? headlineNotes(grid, article, place) : []), ...bodyNotes(input, blocks, slots, balanced), ...jump.notes],
    foot: footOf(place, balanced),
    end: { rest: balanced.rest, bylineInLeg },
  }
}

/** The headline's place, and the area that it leaves to the body. */
function divideStory(input: GroupInput, story: StoryRecord, obstacles: readonly Area[], insets: Insets): { readonly place: HeadlinePlace | null; readonly area: BodyArea } {
  const { grid } = input
  const inside = insetEnds(story, insets)
  if (story.writing) {
    const { place, legs, cut, right } = placeBesideColumns(input, story, inside, obstacles)
    const over = place && legs.every((leg) => leg.from >= place.line + place.lines) ? place : null
    return { place, area: verticalArea(grid, insetTops(legs, over, insets), story.measure, cut ? [...obstacles, cut] : obstacles, right) }
  }
  const { place, legs, cut } = placeHeadline({ ...input, inset: insets.chars }, story, inside, obstacles)
  return { place, area: levelArea(grid, insetTops(legs, place, insets), story.measure, cut ? [...obstacles, cut] : obstacles, insets.chars) }
}

function footOf(place: HeadlinePlace | null, { foot }: Balanced): number | null {
  if (foot === null || (place && place.lines < place.group.rows)) return null
  return place ? Math.max(foot, place.line + place.lines) : foot
}

/** A frame leaves the foot line white, a thick one more. */
function insetEnds({ legs }: StoryRecord, { head, foot }: Insets): readonly Leg[] {
  return head + foot === 0 ? legs : legs.map((leg) => ({ ...leg, from: Math.min(leg.to, leg.from + head), to: Math.max(Math.min(leg.to, leg.from + head), leg.to - foot) }))
}

/** And the top line of legs that do not begin under the headline, which has white of its own. */
function insetTops(legs: readonly Leg[], place: HeadlinePlace | null, { head, top }: Insets): readonly Leg[] {
  if (top === head) return legs
  const isUnder = (leg: Leg): boolean => place !== null && coversColumn(place, leg.column) && place.line <= leg.from
  return legs.map((leg) => (isUnder(leg) ? leg : { ...leg, from: Math.min(leg.to, leg.from + top - head) }))
}

/** The title of a part that continues another is the story's own, no part of the article. */
function titleItems(pen: Pen, story: StoryRecord, place: HeadlinePlace, part: StoryPart, inks: StoryInks): readonly FrameItem[] {
  const items = headlineItems(pen, place, inks)
  if (!part.before) return items
  return items.map((item) => (item.kind === 'glyphs' && item.source ? { ...item, source: { record: story.id, part: 'jump', from: item.source.from, to: item.source.to } } : item))
}

function headlineItems(pen: Pen, place: HeadlinePlace, inks: StoryInks): readonly FrameItem[] {
  const { x, y } = areaRect(pen.grid, place)
  const { band } = place.group
  const ground = band && place.lines >= place.group.rows ? inks.band({ ...band, x: x + band.x, y: y + band.y }) : []
  const type = linesInPlace(pen.grid, place).flatMap(({ line, x: across, top, size, source }) =>
    inked(placeLine(line, x + across, y + top + (isVertical(line) ? 0 : ASCENT_EM * size), source), inks.heading(source.part, place.group.columns, ground.length > 0)),
  )
  const rules = place.lines >= place.group.rows ? (place.group.rules ?? []) : []
  const strokes = rules.map(({ x1, y1, x2, y2 }) => stroke(pen, x + x1, y + y1, x + x2, y + y2))
  return [...ground, ...type, ...inked(strokes, inks.heading('standingHead', place.group.columns))]
}

/** The group's lines that stand inside its place: all, but where no leg is high enough. */
function linesInPlace(grid: Grid, { group, lines }: HeadlinePlace): readonly GroupLine[] {
  return lines >= group.rows ? group.lines : group.lines.filter(({ line, top, size }) => top + (isVertical(line) ? line.width : size) <= (lines - 1) * grid.linePitch + grid.bodySize)
}

function isVertical(line: SetLine): boolean {
  return line.runs[0]?.vertical ?? false
}

function headlineNotes(grid: Grid, article: ArticleRecord, place: HeadlinePlace): readonly LayoutNote[] {
  const shown = linesInPlace(grid, place)
  const missing = place.group.lines.find((line) => !shown.includes(line))
  return [...place.group.notes, ...(missing ? [{ kind: 'too-tall', record: article.id, part: missing.source.part } as const] : [])]
}

function bodyItems(article: ArticleRecord, blocks: readonly BodyBlock[], area: BodyArea, { placed }: Balanced, inks: StoryInks): readonly FrameItem[] {
  const [text, crosshead] = [inks.text(), inks.crosshead()]
  return placed.flatMap(({ block: index, slot, row, line }) => {
    const block = blocks[index]!
    const isCrosshead = block.index !== null && article.blocks[block.index]?.role === 'crosshead'
    return slot < area.slots.length ? inked(block.set(line, area.place(slot, row)), isCrosshead ? crosshead : text) : []
  })
}

function bodyNotes(input: StoryInput, blocks: readonly BodyBlock[], slots: readonly Slot[], balanced: Balanced): readonly LayoutNote[] {
  const { article, part } = input
  return [
    ...blocks.flatMap((block, index) => block.notes.filter((note) => stands(note, index, part, balanced))),
    ...balanced.placed.flatMap(({ block, slot, line }) => (slot < slots.length ? blocks[block]!.check(line) : [])),
    ...balanced.stranded.flatMap((block): readonly LayoutNote[] => {
      const { index } = blocks[block]!
      return index === null ? [] : [{ kind: 'stranded-line', record: article.id, block: index }]
    }),
    ...(input.story.writing ? [] : columnNotes(input, blocks, slots, balanced)),
  ]
}

/** Whether what shaping met of a block is in this part of it. */
function stands(note: LayoutNote, block: number, { before }: StoryPart, { rest }: Balanced): boolean {
  const offset = note.kind === 'fallback' ? note.fallback.offset : 0
  const start = before ? before.rest : { block: 0, from: 0 }
  if (!start || block < start.block || (block === start.block && offset < start.from)) return false
  return !rest || block < rest.block || (block === rest.block && offset < rest.from)
}

function oversetOf(blocks: readonly BodyBlock[], slots: readonly Slot[], { placed, oversetRows }: Balanced): StoryFit['overset'] {
  if (oversetRows === 0) return null
  const characters = placed.filter(({ slot }) => slot >= slots.length).map(({ block, line }) => blocks[block]!.characters(line))
  return { lines: oversetRows, characters: characters.reduce((sum, count) => sum + count, 0) }
}
