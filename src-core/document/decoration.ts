/**
 * Decoration (装饰): rules and frames, 底纹 behind stories and titles, 报花. Named by what an editor calls them; how they are
 * drawn is the engine's business (typeset/page/decoration).
 */
import { areaRect, type Area, type Grid } from './grid.ts'
import type { ColorChoice } from './swatches.ts'

/** 细线, 粗线, 双线, 文武线, 三线 (a heavy one between two thin ones), 虚线, 点线, 曲线. */
export const LINE_KINDS = ['thin', 'thick', 'double', 'wenwu', 'triple', 'dashed', 'dotted', 'wave'] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** 花边 of our own: 连珠, 菱形, 绳纹, 回纹, 齿形, 花瓣, 叶纹. */
export const FLOWER_KINDS = ['beads', 'lozenges', 'rope', 'meander', 'teeth', 'petals', 'leaves'] as const
export type FlowerKind = (typeof FLOWER_KINDS)[number]

export const BORDER_KINDS = [...LINE_KINDS, ...FLOWER_KINDS] as const
export type BorderKind = (typeof BORDER_KINDS)[number]

export const SIDES = ['top', 'right', 'foot', 'left'] as const
export type Side = (typeof SIDES)[number]

/** A frame: the heavier line of several is the outer one. */
export interface BorderFrame {
  readonly border: BorderKind
  /** Black when left out. */
  readonly color?: ColorChoice
  /** Thickness in points, of all lines and the white between them; as usual for the kind when left out. */
  readonly width?: number
  /** All when left out. */
  readonly sides?: readonly Side[]
}

/** From one colour to another. */
export interface Gradient {
  readonly from: ColorChoice
  readonly to: ColorChoice
  /** Degrees clockwise: 0 runs from left to right, 90 downwards. */
  readonly angle: number
}

/** What an area is filled with. */
export type Paint = ColorChoice | Gradient

export function isGradient(paint: Paint): paint is Gradient {
  return 'from' in paint
}

/**
 * Where a rule stands in its area: across at its top, middle or foot, or down at its left, middle or right. Outer ones
 * stand in the white beside the area: between the lines of text, in the middle of the gutter.
 */
export const RULE_PLACES = ['top', 'middle', 'foot', 'left', 'center', 'right'] as const
export type RulePlace = (typeof RULE_PLACES)[number]

/** 报花, by what they show: 梅花, 菊花, 五角星, 太阳, 雪花, 灯笼, 枝叶, 尾花. */
export const FIGURES = ['plum', 'chrysanthemum', 'star', 'sun', 'snow', 'lantern', 'sprig', 'tailpiece'] as const
export type Figure = (typeof FIGURES)[number]

/** What an ornament is. Rules and boxes stand behind the text; of a figure text keeps clear. */
export type OrnamentLook =
  | { readonly kind: 'rule'; readonly line: LineKind; readonly at: RulePlace; readonly color?: ColorChoice; readonly width?: number; readonly flipped?: true }
  | { readonly kind: 'box'; readonly frame?: BorderFrame; readonly fill?: Paint }
  | { readonly kind: 'figure'; readonly figure: Figure; readonly color?: ColorChoice }

/** Thicker borders than this, in points, no newspaper has. */
export const MOST_BORDER = 24

/** The middle of a rule, from end to end in points on the page. */
export function ruleAxis(grid: Grid, area: Area, at: RulePlace): { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } {
  const { x, y, width, height } = areaRect(grid, area)
  const half = { gutter: (grid.gutterChars * grid.bodySize) / 2, leading: (grid.linePitch - grid.bodySize) / 2 }
  const across = { top: y - half.leading, middle: y + height / 2, foot: y + height + half.leading }
  const down = { left: x - half.gutter, center: x + width / 2, right: x + width + half.gutter }
  if (at === 'top' || at === 'middle' || at === 'foot') return { x1: x, y1: across[at], x2: x + width, y2: across[at] }
  return { x1: down[at], y1: y, x2: down[at], y2: y + height }
}

/** Whether text makes way for an ornament: for 报花 it does; rules and boxes stand behind it. */
export function isInTheWay({ kind }: OrnamentLook): boolean {
  return kind === 'figure'
}
