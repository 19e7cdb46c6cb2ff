/** What surrounds and underlies a story: its frame and 底纹, and the white that its text keeps from them. */
import { SIDES, type Side } from '../../../document/decoration.ts'
import { conditionOf } from '../../../document/print.ts'
import { thinnestRule } from '../../../document/print-limits.ts'
import { joinedChars, type Grid } from '../../../document/grid.ts'
import type { Plates } from '../../../document/plates.ts'
import type { StoryRecord } from '../../../document/records.ts'
import type { HouseStyle } from '../../../document/style.ts'
import { inkOf, type ColorChoice } from '../../../document/swatches.ts'
import type { FrameItem } from '../../frame.ts'
import { borderThickness, frameItems, type BorderPen } from './border.ts'
import { fillItems } from './fill.ts'
import { legOutlines, legRects } from './outline.ts'

/** White that a story's text keeps from its frame. */
export interface Insets {
  /** Characters at either side. */
  readonly chars: number
  /** Grid lines over a headline, over legs that do not begin under one, and under the text. */
  readonly head: number
  readonly top: number
  readonly foot: number
}

const NO_INSETS: Insets = { chars: 0, head: 0, top: 0, foot: 0 }
/** In a keyline or on a 底纹: the headline has white of its own. */
const USUAL: Insets = { chars: 0, head: 0, top: 1, foot: 1 }

/** Least white between a frame and text, points. */
const WHITE = 2

type Decorated = Pick<StoryRecord, 'boxed' | 'frame' | 'tint' | 'legs' | 'writing'>

type Enclosed = Pick<StoryRecord, 'boxed' | 'frame' | 'tint'>

/** Whether it has edges of its own. */
export function isEnclosed({ boxed, frame, tint }: Enclosed): boolean {
  return boxed || frame !== undefined || tint !== undefined
}

/** Whether it has one there, so that no rule to its neighbour runs along it. */
export function hasEdge({ boxed, frame, tint }: Enclosed, side: Side): boolean {
  return tint !== undefined || (frame ? (frame.sides ?? SIDES).includes(side) : boxed)
}

export function insetsOf(style: HouseStyle, grid: Grid, story: Decorated, plates: Plates): Insets {
  if (!isEnclosed(story)) return NO_INSETS
  const { frame } = story
  if (!frame) return USUAL
  const thickness = borderThickness(frame.border, frame.width, borderPen(style, grid, story, plates))
  const over = (grid.linePitch - grid.bodySize) / 2
  const rows = (points: number): number => Math.max(0, Math.ceil(points / grid.linePitch - 1e-6))
  return {
    chars: (hasEdge(story, 'left') || hasEdge(story, 'right')) && isRoomy(story) ? Math.min(mostChars(grid, story), Math.max(0, Math.ceil((thickness + WHITE - halfGutter(grid)) / grid.bodySize - 1e-6))) : 0,
    head: hasEdge(story, 'top') ? rows(thickness - WHITE - over) : 0,
    top: hasEdge(story, 'top') ? Math.max(1, rows(thickness + WHITE - over)) : 0,
    foot: hasEdge(story, 'foot') ? Math.max(1, rows(thickness + WHITE + grid.bodySize / 2)) : 0,
  }
}

/** A few characters must stand between two sides. */
const LEAST_CHARS = 4

function mostChars(grid: Grid, { legs }: Decorated): number {
  return Math.max(0, Math.floor((joinedChars(grid, legs.length) - LEAST_CHARS) / 2))
}

function halfGutter(grid: Grid): number {
  return (grid.gutterChars * grid.bodySize) / 2
}

/** Only lines across in a rectangle can be set narrower than their columns; elsewhere the frame keeps to the gutters. */
function isRoomy({ legs, writing }: Decorated): boolean {
  return writing === undefined && legs.every(({ from, to }) => from === legs[0]!.from && to === legs[0]!.to)
}

function borderPen(style: HouseStyle, grid: Grid, story: Decorated, plates: Plates): BorderPen {
  const pen = penFor(style, story.frame?.color, plates)
  return isRoomy(story) ? pen : { ...pen, most: Math.max(pen.least, halfGutter(grid) - WHITE) }
}

/** In the colour of a decoration, with strokes that the house's paper can print. */
export function penFor(style: HouseStyle, color: ColorChoice | undefined, plates: Plates): BorderPen {
  const ink = inkOf(style, color, plates)
  return { ink, thin: style.ruleWidth, least: thinnestRule(conditionOf(style), ink) }
}

/** Under the story's text. A frame lies on the 底纹. */
export function storyGround(style: HouseStyle, grid: Grid, story: StoryRecord, plates: Plates): readonly FrameItem[] {
  const { frame, tint } = story
  const ground = tint ? fillItems(legRects(grid, story.legs), tint, style, plates) : []
  if (!frame) return ground
  const pen = borderPen(style, grid, story, plates)
  return [...ground, ...legOutlines(grid, story.legs).flatMap((outline) => frameItems(outline, frame, pen))]
}
