/** 底纹: rectangles in a flat ink or in one that changes evenly. */
import { isGradient, type Paint } from '../../../document/decoration.ts'
import type { Rect } from '../../../document/grid.ts'
import type { Plates } from '../../../document/plates.ts'
import type { HouseStyle } from '../../../document/style.ts'
import { inkOf, type Cmyk } from '../../../document/swatches.ts'
import { roundLength, type FillItem } from '../../frame.ts'
import { roundRect } from '../keyline.ts'

/** The rectangles in one paint; a gradient runs over all of them together. */
export function fillItems(rects: readonly Rect[], paint: Paint, style: HouseStyle, plates: Plates): readonly FillItem[] {
  if (!isGradient(paint)) return rects.map((rect) => ({ kind: 'fill', ...roundRect(rect), ...inkOf(style, paint, plates) }))
  const [from, to] = [inkOf(style, paint.from, plates), inkOf(style, paint.to, plates)]
  const gradient = { ...axisOf(boundsOf(rects), paint.angle), to: to.color, ...(to.spot ? { toSpot: to.spot } : {}) }
  return rects.map((rect) => ({ kind: 'fill', ...roundRect(rect), ...from, gradient }))
}

function boundsOf(rects: readonly Rect[]): Rect {
  const [x, y] = [Math.min(...rects.map((rect) => rect.x)), Math.min(...rects.map((rect) => rect.y))]
  return { x, y, width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x, height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y }
}

/** Through the middle at an angle, so long that the corners have the colours of the ends. */
function axisOf({ x, y, width, height }: Rect, angle: number): { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } {
  const turn = (angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const half = (Math.abs(width * cos) + Math.abs(height * sin)) / 2
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  return { x1: roundLength(middleX - half * cos), y1: roundLength(middleY - half * sin), x2: roundLength(middleX + half * cos), y2: roundLength(middleY + half * sin) }
}

/** Whether type on it is left white rather than black: its lightness as the eye has it, of a gradient that of its middle. */
export function isDark(paint: Paint, style: HouseStyle, plates: Plates): boolean {
  const ends = isGradient(paint) ? [paint.from, paint.to] : [paint]
  const lightness = ends.map((end) => lightnessOf(inkOf(style, end, plates).color))
  return lightness.reduce((sum, value) => sum + value, 0) / lightness.length < DARK
}

const DARK = 0.6

function lightnessOf([cyan, magenta, yellow, black]: Cmyk): number {
  const light = (ink: number): number => 1 - Math.min(1, ink + black)
  return 0.3 * light(cyan) + 0.59 * light(magenta) + 0.11 * light(yellow)
}
