/** 报花: small figures of our own, for the end of a story or a white corner. Drawn about their middle, one high. */
import type { Figure } from '../../../document/decoration.ts'
import type { Rect } from '../../../document/grid.ts'
import type { Ink } from '../../../document/swatches.ts'
import { roundLength, type PathItem } from '../../frame.ts'
import { around, block, disc, hole, mirrored, moved, placed, roundHole, solid, type Shape } from './shape.ts'

interface Drawing {
  /** For its height. */
  readonly width: number
  readonly shape: Shape
}

const DRAWINGS: Readonly<Record<Figure, Drawing>> = {
  plum: { width: 1, shape: plum() },
  chrysanthemum: { width: 1, shape: chrysanthemum() },
  star: { width: 1.06, shape: star() },
  sun: { width: 1, shape: [...disc(0, 0, 0.22), ...around(12, solid([-0.055, -0.28], [0.055, -0.28], [0, -0.5]))] },
  snow: { width: 1, shape: snow() },
  lantern: { width: 0.8, shape: lantern() },
  sprig: { width: 1.7, shape: sprig() },
  tailpiece: { width: 6, shape: tailpiece() },
}

/** As large as there is room for, in the middle of its area. */
export function figureItem(figure: Figure, { x, y, width, height }: Rect, ink: Ink): PathItem {
  const drawing = DRAWINGS[figure]
  const size = Math.min(height, width / drawing.width)
  return { kind: 'path', x: roundLength(x + width / 2), y: roundLength(y + height / 2), path: placed(drawing.shape, { u: [size, 0], v: [0, size] }), ...ink }
}

/** Five petals with the heads of their stamens left white. */
function plum(): Shape {
  const petal = solid([0, -0.11], [-0.23, -0.16, -0.26, -0.5, 0, -0.5], [0.26, -0.5, 0.23, -0.16, 0, -0.11])
  const heads = [...roundHole(-0.055, -0.26, 0.026), ...roundHole(0, -0.31, 0.026), ...roundHole(0.055, -0.26, 0.026)]
  return [...around(5, [...petal, ...heads]), ...disc(0, 0, 0.06)]
}

function chrysanthemum(): Shape {
  const outer = solid([0, -0.22], [-0.075, -0.3, -0.085, -0.44, 0, -0.5], [0.085, -0.44, 0.075, -0.3, 0, -0.22])
  const inner = solid([0, -0.09], [-0.05, -0.12, -0.06, -0.2, 0, -0.24], [0.06, -0.2, 0.05, -0.12, 0, -0.09])
  return [...around(16, outer), ...around(11, inner), ...disc(0, 0, 0.06)]
}

/** Its five points on a circle. */
function star(): Shape {
  const [outer, inner] = [0.53, 0.53 * 0.382]
  const points = Array.from({ length: 10 }, (_, index): readonly [number, number] => {
    const radius = index % 2 === 0 ? outer : inner
    const angle = (index * Math.PI) / 5
    return [radius * Math.sin(angle), 0.03 - radius * Math.cos(angle)]
  })
  return solid(points[0]!, ...points.slice(1))
}

function snow(): Shape {
  const twig = (from: number, reach: number): Shape => solid([0, from], [reach, from - reach * 0.75], [reach, from - reach * 0.75 + 0.075], [0, from + 0.075])
  const arm = [...block(-0.03, -0.5, 0.06, 0.5), ...twig(-0.22, 0.17), ...mirrored(0, twig(-0.22, 0.17)), ...twig(-0.36, 0.1), ...mirrored(0, twig(-0.36, 0.1))]
  return around(6, arm)
}

function lantern(): Shape {
  const body = solid([-0.16, -0.3], [-0.48, -0.24, -0.48, 0.18, -0.16, 0.24], [0.16, 0.24], [0.48, 0.18, 0.48, -0.24, 0.16, -0.3])
  const rib = hole([-0.1, -0.25], [-0.24, -0.15, -0.24, 0.1, -0.1, 0.19], [-0.06, 0.19], [-0.19, 0.1, -0.19, -0.15, -0.06, -0.25])
  const tassel = [-0.09, 0, 0.09].map((x) => block(x - 0.022, 0.33, 0.044, 0.17)).flat()
  return [...body, ...rib, ...mirrored(0, rib), ...block(-0.15, -0.39, 0.3, 0.06), ...block(-0.025, -0.5, 0.05, 0.11), ...block(-0.15, 0.27, 0.3, 0.06), ...tassel]
}

/** A twig of leaves that bends. */
function sprig(): Shape {
  const stem = solid([-0.85, 0.3], [-0.3, 0.18, 0.3, 0.02, 0.82, -0.34], [0.85, -0.29], [0.33, 0.08, -0.28, 0.25, -0.84, 0.36])
  const leaf = (x: number, y: number, size: number): Shape => moved(x, y, solid([0, 0], [0.02 * size, -0.5 * size, 0.3 * size, -0.8 * size, 0.62 * size, -0.86 * size], [0.62 * size, -0.5 * size, 0.36 * size, -0.1 * size, 0, 0]))
  const under = (x: number, y: number, size: number): Shape => moved(x, y, solid([0, 0], [0.3 * size, 0.02 * size, 0.6 * size, 0.2 * size, 0.78 * size, 0.56 * size], [0.4 * size, 0.6 * size, 0.1 * size, 0.4 * size, 0, 0]))
  return [...stem, ...leaf(-0.56, 0.22, 0.6), ...leaf(-0.14, 0.12, 0.62), ...leaf(0.26, -0.02, 0.52), ...under(-0.42, 0.27, 0.42), ...under(0, 0.17, 0.44), ...under(0.4, 0.0, 0.42)]
}

/** 尾花: a lozenge between lines that run out. */
function tailpiece(): Shape {
  const core = [...solid([-0.5, 0], [0, -0.5], [0.5, 0], [0, 0.5]), ...hole([-0.26, 0], [0, -0.26], [0.26, 0], [0, 0.26]), ...disc(0, 0, 0.11)]
  const arm = [...disc(0.72, 0, 0.13), ...solid([0.98, 0], [1.25, -0.13, 1.45, -0.1, 3, -0.025], [3, 0.025], [1.45, 0.1, 1.25, 0.13, 0.98, 0])]
  return [...core, ...arm, ...mirrored(0, arm)]
}
