/**
 * Our own 花边, and rules that are no plain strokes: each a unit that is repeated along the edge and a piece for the corner. A
 * unit is drawn one thick, from the outer edge (0) to the inner one (1), over its length from the left; a corner piece is one
 * by one, for the left upper corner.
 */
import type { BorderKind } from '../../../document/decoration.ts'
import type { StrokedKind } from './line-kinds.ts'
import { block, disc, hole, mirrored, moved, roundHole, solid, track, type Shape } from './shape.ts'

export interface BorderUnit {
  readonly length: number
  readonly shape: Shape
  readonly corner: Shape
  /** Its thinnest part. */
  readonly finest: number
  /** Thickness that it usually has: points, or widths of a thin rule. */
  readonly usual: { readonly kind: 'points' | 'thin'; readonly value: number }
}

export type UnitKind = Exclude<BorderKind, StrokedKind | 'dashed'>

const FLOWER = { kind: 'points', value: 6 } as const

/** A rule of dots as wide as the white between them. */
const dotted: BorderUnit = { length: 2.2, shape: disc(1.1, 0.5, 0.5), corner: disc(0.5, 0.5, 0.5), finest: 1, usual: { kind: 'thin', value: 3 } }

/** Half a period's handles that come nearest to a sine. */
const SINE = { along: 0.3642, height: 4 / 3 } as const

function wave(): BorderUnit {
  const [length, thick] = [3, 0.26]
  const swing = (0.5 - thick / 2) * SINE.height
  const half = length / 2
  const [over, under] = [0.5 - thick / 2, 0.5 + thick / 2]
  const shape = solid(
    [0, over],
    [half * SINE.along, over - swing, half * (1 - SINE.along), over - swing, half, over],
    [half * (1 + SINE.along), over + swing, half * (2 - SINE.along), over + swing, length, over],
    [length, under],
    [half * (2 - SINE.along), under + swing, half * (1 + SINE.along), under + swing, half, under],
    [half * (1 - SINE.along), under - swing, half * SINE.along, under - swing, 0, under],
  )
  return { length, shape, corner: disc(0.5, 0.5, 0.3), finest: thick * 0.8, usual: { kind: 'thin', value: 8 } }
}

/** 连珠: a large bead between two small ones. */
const beads: BorderUnit = {
  length: 1.5,
  shape: [...disc(0.12, 0.5, 0.12), ...disc(0.75, 0.5, 0.36), ...disc(1.38, 0.5, 0.12)],
  corner: [...disc(0.5, 0.5, 0.46), ...roundHole(0.5, 0.5, 0.28), ...disc(0.5, 0.5, 0.13)],
  finest: 0.18,
  usual: FLOWER,
}

function diamond(draw: typeof solid, x: number, y: number, across: number, down: number): Shape {
  return draw([x - across, y], [x, y - down], [x + across, y], [x, y + down])
}

/** 菱形: lozenges with a core. */
const lozenges: BorderUnit = {
  length: 1.7,
  shape: [...diamond(solid, 0.85, 0.5, 0.78, 0.48), ...diamond(hole, 0.85, 0.5, 0.46, 0.28), ...diamond(solid, 0.85, 0.5, 0.2, 0.13)],
  corner: [...diamond(solid, 0.5, 0.5, 0.5, 0.5), ...diamond(hole, 0.5, 0.5, 0.28, 0.28), ...diamond(solid, 0.5, 0.5, 0.12, 0.12)],
  finest: 0.15,
  usual: FLOWER,
}

/** 绳纹: strands that lean over one another. */
const rope: BorderUnit = {
  length: 0.62,
  shape: moved(-0.165, 0, solid([0, 0.92], [0.38, 0.92, 0.22, 0.08, 0.6, 0.08], [0.95, 0.08], [0.57, 0.08, 0.73, 0.92, 0.35, 0.92])),
  corner: disc(0.5, 0.5, 0.34),
  finest: 0.2,
  usual: { kind: 'points', value: 4.5 },
}

/** 回纹: one line that winds in and out. */
const meander: BorderUnit = {
  length: 1.24,
  shape: track(0.14, [0.07, 0.93], [0.07, 0.07], [0.93, 0.07], [0.93, 0.65], [0.36, 0.65], [0.36, 0.36], [0.64, 0.36]).concat(block(0, 0.86, 1.24, 0.14)),
  corner: [...block(0, 0, 1, 1), ...hole([0.14, 0.14], [0.86, 0.14], [0.86, 0.86], [0.14, 0.86]), ...block(0.36, 0.36, 0.28, 0.28)],
  finest: 0.14,
  usual: FLOWER,
}

/** 齿形: teeth on a rule. */
const teeth: BorderUnit = {
  length: 0.9,
  shape: [...block(0, 0, 0.9, 0.18), ...solid([0.04, 0.34], [0.86, 0.34], [0.45, 1])],
  corner: [...block(0, 0, 1, 0.18), ...block(0, 0.18, 0.18, 0.82), ...solid([0.34, 0.34], [0.94, 0.34], [0.34, 0.94])],
  finest: 0.16,
  usual: { kind: 'points', value: 4.5 },
}

/** 花瓣: arches with a seed. */
const petals: BorderUnit = {
  length: 1,
  shape: [
    ...solid([0.03, 0], [0.03, 1.3, 0.97, 1.3, 0.97, 0]),
    ...hole([0.22, 0], [0.22, 0.98, 0.78, 0.98, 0.78, 0]),
    ...disc(0.5, 0.3, 0.14),
  ],
  corner: [...disc(0.5, 0.5, 0.48), ...roundHole(0.5, 0.5, 0.3), ...disc(0.5, 0.5, 0.14)],
  finest: 0.16,
  usual: FLOWER,
}

const leaf = solid([0.06, 0.46], [0.1, 0.1, 0.55, -0.04, 1.02, 0.06], [0.9, 0.34, 0.5, 0.5, 0.06, 0.46])
const lowerLeaf = solid([0.06, 0.54], [0.1, 0.9, 0.55, 1.04, 1.02, 0.94], [0.9, 0.66, 0.5, 0.5, 0.06, 0.54])

/** 叶纹: pairs of leaves that meet in a bud. */
const leaves: BorderUnit = {
  length: 2.4,
  shape: [...leaf, ...lowerLeaf, ...disc(1.2, 0.5, 0.17), ...mirrored(1.2, [...leaf, ...lowerLeaf])],
  corner: [...disc(0.5, 0.5, 0.36), ...roundHole(0.5, 0.5, 0.16)],
  finest: 0.2,
  usual: FLOWER,
}

export const BORDER_UNITS: Readonly<Record<UnitKind, BorderUnit>> = { dotted, wave: wave(), beads, lozenges, rope, meander, teeth, petals, leaves }
