/** Kinds of rules as strokes: how heavy each is, and the white between them. */
import type { LineKind } from '../../../document/decoration.ts'

/** Strokes side by side, points. The outer one comes first. */
export interface LineStrokes {
  /** Of everything. */
  readonly thickness: number
  /** Where each stroke's middle is, from the outer edge. */
  readonly strokes: readonly { readonly at: number; readonly width: number }[]
}

export type StrokedKind = Exclude<LineKind, 'dashed' | 'dotted' | 'wave'>

/** Stroke, white, stroke …, in widths of a thin rule: 文武线 are one heavy and one thin rule, as the composing room has them. */
const PARTS: Readonly<Record<StrokedKind, readonly number[]>> = {
  thin: [1],
  thick: [5],
  double: [1, 3, 1],
  wenwu: [4, 3, 1],
  triple: [1, 3, 4, 3, 1],
}

export function isStroked(kind: string): kind is StrokedKind {
  return Object.hasOwn(PARTS, kind)
}

/** White between strokes that does not fill up on newsprint, points. */
const LEAST_WHITE = 0.5

/** As thick as `width` asks for, else with a thin stroke of `thin`; no stroke under `least`. */
export function lineStrokes(kind: StrokedKind, width: number | undefined, thin: number, least: number): LineStrokes {
  const parts = PARTS[kind]
  const unit = width === undefined ? thin : width / parts.reduce((sum, part) => sum + part, 0)
  const strokes: { at: number; width: number }[] = []
  let thickness = 0
  for (const [index, part] of parts.entries()) {
    const size = Math.max(part * unit, index % 2 === 0 ? least : LEAST_WHITE)
    if (index % 2 === 0) strokes.push({ at: thickness + size / 2, width: size })
    thickness += size
  }
  return { thickness, strokes }
}
