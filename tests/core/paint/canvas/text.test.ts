import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cmyk } from '../../../../src-core/document/swatches.ts'
import { cssColor, screenColor } from '../../../../src-core/paint/screen-color.ts'
import { paintItems } from '../../../../src-core/paint/canvas/paint-frame.ts'
import { Rasterizer } from '../../../../src-core/paint/canvas/rasterize.ts'
import type { GlyphRun } from '../../../../src-core/typeset/frame.ts'
import { paper, pixelsOf, run, SIDE, text } from './canvases.ts'

function ink(item: GlyphRun, scale = 1, x = 0, y = 0): Uint8ClampedArray {
  const context = paper()
  paintItems(context, [item], { text: text(), picture: () => null }, { scale, x, y })
  return pixelsOf(context)
}

/** How much ink there is, and the middle of it in pixels. */
function centre(pixels: Uint8ClampedArray): { readonly weight: number; readonly x: number; readonly y: number } {
  let [weight, x, y] = [0, 0, 0]
  for (let pixel = 0; pixel < pixels.length / 4; pixel++) {
    const dark = 255 - pixels[4 * pixel]!
    weight += dark
    x += dark * (pixel % SIDE)
    y += dark * Math.floor(pixel / SIDE)
  }
  return { weight, x: x / weight, y: y / weight }
}

describe('text', () => {
  const size = fc.double({ min: 8, max: 30, noNaN: true })
  const origin = fc.double({ min: 5, max: 40, noNaN: true })
  const character = fc.constantFrom('国', '要', 'g', '，', '二')

  it('stands where the frame says across, to an eighth of a pixel, and on a whole pixel down', () => {
    fc.assert(
      fc.property(character, size, origin, origin, fc.constantFrom(1, 0.8), (drawn, em, x, y, scaleX) => {
        const item = run(drawn, x, y + 35, em, { scaleX })
        const found = centre(ink(item))
        // The same three times as large, where an eighth of a pixel is a third as much.
        const large = centre(ink({ ...item, x: 0, y: 0 }, 3, 15, 90))
        expect(Math.abs(found.x - (item.x + (large.x - 14.5) / 3 - 0.5))).toBeLessThan(0.25)
        expect(Math.abs(found.y - (Math.floor(item.y) + (large.y - 89.5) / 3 - 0.5))).toBeLessThan(0.25)
        expect(found.weight).toBeGreaterThan((0.8 * large.weight) / 9)
        expect(found.weight).toBeLessThan((1.25 * large.weight) / 9)
      }),
      { numRuns: 40 },
    )
  })

  it('looks the same wherever whole pixels move it', () => {
    fc.assert(
      fc.property(character, size, fc.nat(30), fc.nat(30), (drawn, em, dx, dy) => {
        const item = run(drawn, 20.3, 40.6, em)
        const [here, there] = [ink(item), ink(item, 1, dx, dy)]
        for (let y = 0; y < SIDE - dy; y++)
          for (let x = 0; x < SIDE - dx; x++) if (here[4 * (y * SIDE + x)] !== there[4 * ((y + dy) * SIDE + x + dx)]) throw new Error(`pixel ${x} ${y} differs`)
      }),
      { numRuns: 30 },
    )
  })

  it('takes each glyph’s own height where a run has them', () => {
    const down = ink(run('国国', 20, 40, 16, { xs: [0, 0], ys: [0, 40] }))
    const rows = (from: number, to: number) => centre(down.subarray(4 * SIDE * from, 4 * SIDE * to)).weight
    expect(rows(20, 60)).toBeGreaterThan(0)
    expect(rows(60, 100)).toBe(rows(20, 60))
  })
})

describe('a rasterized shape', () => {
  const corner = fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 }))
  const placement = fc.record({ scaleX: fc.double({ min: 0.001, max: 0.02, noNaN: true }), scaleY: fc.double({ min: 0.001, max: 0.02, noNaN: true }), offset: fc.constantFrom(0, 0.25, 0.5, 0.75) })
  const triangle = fc.tuple(corner, corner, corner).map(([a, b, c]) => [0, ...a, 1, ...b, 1, ...c, 4])
  const rasterizer = new Rasterizer()

  it('covers its area', () => {
    fc.assert(
      fc.property(triangle, placement, ([, ax, ay, , bx, by, , cx, cy], place) => {
        const outline = [0, ax!, ay!, 1, bx!, by!, 1, cx!, cy!, 4]
        const { coverage } = rasterizer.rasterize(outline, place)
        const area = (Math.abs((bx! - ax!) * (cy! - ay!) - (cx! - ax!) * (by! - ay!)) / 2) * place.scaleX * place.scaleY
        // Each pixel is rounded to a 255th.
        expect(Math.abs(coverage.reduce((sum, value) => sum + value, 0) / 255 - area)).toBeLessThan(0.002 * coverage.length + 1e-6)
      }),
    )
  })

  it('is the same whichever way round it is drawn', () => {
    fc.assert(
      fc.property(triangle, placement, ([, ax, ay, , bx, by, , cx, cy], place) => {
        const one = rasterizer.rasterize([0, ax!, ay!, 1, bx!, by!, 1, cx!, cy!, 4], place)
        const other = rasterizer.rasterize([0, cx!, cy!, 1, bx!, by!, 1, ax!, ay!, 4], place)
        expect({ ...other, coverage: [] }).toEqual({ ...one, coverage: [] })
        expect(other.coverage.every((value, index) => Math.abs(value - one.coverage[index]!) <= 1)).toBe(true)
      }),
    )
  })

  it('turns by a quarter, clockwise', () => {
    fc.assert(
      fc.property(triangle, placement, (outline, place) => {
        const scales = { scaleX: place.scaleX, scaleY: place.scaleY, offset: 0 }
        const upright = rasterizer.rasterize(outline, scales)
        const turned = rasterizer.rasterize(outline, { ...scales, turned: true })
        const at = (sprite: typeof turned, x: number, y: number): number => {
          const [column, row] = [x - sprite.left, y - sprite.top]
          return column < 0 || row < 0 || column >= sprite.width || row >= sprite.height ? 0 : sprite.coverage[row * sprite.width + column]!
        }
        // What was to the right is below, what was below is to the left.
        for (let y = upright.top - 1; y <= upright.top + upright.height; y++)
          for (let x = upright.left - 1; x <= upright.left + upright.width; x++) expect(Math.abs(at(upright, x, y) - at(turned, -1 - y, x))).toBeLessThanOrEqual(1)
      }),
      { numRuns: 30 },
    )
  })

  it('has whole pixels where it fills them, and holes where contours turn back', () => {
    const ring = [0, 0, 0, 1, 4, 0, 1, 4, 4, 1, 0, 4, 4, 0, 1, 1, 1, 1, 3, 1, 3, 3, 1, 3, 1, 4]
    const { left, top, width, height, coverage } = rasterizer.rasterize(ring, { scaleX: 1, scaleY: 1, offset: 0 })
    const rows = Array.from({ length: height }, (_, row) => Array.from(coverage.subarray(row * width, (row + 1) * width)).slice(0, 4))
    expect([left, top]).toEqual([0, -4])
    expect(rows.slice(0, 4)).toEqual([
      [255, 255, 255, 255],
      [255, 0, 0, 255],
      [255, 0, 0, 255],
      [255, 255, 255, 255],
    ])
  })

  it('follows curves: a circle of quadratics and of cubics', () => {
    const k = 1000 * (Math.SQRT2 - 1)
    const octant = (turn: number) => [Math.cos((turn * Math.PI) / 4) * 1000, Math.sin((turn * Math.PI) / 4) * 1000] as const
    const quadratics = Array.from({ length: 8 }, (_, turn) => {
      const [x, y] = octant(turn + 0.5)
      return [2, x / Math.cos(Math.PI / 8), y / Math.cos(Math.PI / 8), ...octant(turn + 1)]
    })
    const c = (4 / 3) * k
    const cubics = [3, 1000, c, c, 1000, 0, 1000, 3, -c, 1000, -1000, c, -1000, 0, 3, -1000, -c, -c, -1000, 0, -1000, 3, c, -1000, 1000, -c, 1000, 0]
    for (const outline of [[0, 1000, 0, ...quadratics.flat(), 4], [0, 1000, 0, ...cubics, 4]]) {
      const { coverage } = rasterizer.rasterize(outline, { scaleX: 0.02, scaleY: 0.02, offset: 0 })
      const area = coverage.reduce((sum, value) => sum + value, 0) / 255
      expect(Math.abs(area - Math.PI * 400)).toBeLessThan(0.005 * area)
    }
  })
})

describe('ink on a screen', () => {
  it('14.9 is what newsprint looks like: solids, greys in even steps, tints between solid and paper', () => {
    expect(cssColor([0, 0, 0, 1])).toBe('rgb(0,0,0)')
    expect(cssColor([0, 1, 1, 0])).toBe('rgb(234,15,28)')
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (black) => {
        const step = Math.round(255 * (1 - black))
        expect(screenColor([0, 0, 0, black])).toEqual([step, step, step])
      }),
    )
    const solids = fc.constantFrom<Cmyk>([1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [1, 1, 0, 0], [0, 1, 1, 0])
    fc.assert(
      fc.property(solids, fc.double({ min: 0, max: 1, noNaN: true }), (solid, tint) => {
        const [full, some] = [screenColor(solid), screenColor(solid.map((share) => share * tint) as unknown as Cmyk)]
        expect(some.every((channel, index) => channel >= full[index]! && channel <= 255)).toBe(true)
      }),
    )
  })

  it('is darker for more of it, and white without any', () => {
    const amount = fc.double({ min: 0, max: 1, noNaN: true })
    const inks = fc.tuple(amount, amount, amount, amount)
    expect(screenColor([0, 0, 0, 0])).toEqual([255, 255, 255])
    fc.assert(
      fc.property(inks, amount, ([c, m, y, k], more) => {
        const before = screenColor([c, m, y, k])
        const after = screenColor([c, m, y, Math.min(1, k + more)])
        expect(after.every((channel, index) => channel <= before[index]! && channel >= 0)).toBe(true)
      }),
    )
  })
})
