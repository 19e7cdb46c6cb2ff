import { createCanvas } from '@napi-rs/canvas'
import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { CanvasContext } from '../../../../src-core/paint/canvas/context.ts'
import { paintItems, type CanvasPicture, type View } from '../../../../src-core/paint/canvas/paint-frame.ts'
import type { FrameItem } from '../../../../src-core/typeset/frame.ts'
import { discs, wave } from '../../../../src-core/typeset/path.ts'
import { paper, pixelsOf, run, SIDE, text } from './canvases.ts'

const VIEW: View = { scale: 1, x: 0, y: 0 }
const noPicture = () => null

function painted(list: readonly FrameItem[], view = VIEW, picture: () => CanvasPicture | null = noPicture) {
  const context = paper()
  paintItems(context, list, { text: text(), picture }, view)
  return pixelsOf(context)
}

const at = (pixels: Uint8ClampedArray, x: number, y: number) => Array.from(pixels.subarray(4 * (y * SIDE + x), 4 * (y * SIDE + x) + 3))

const place = fc.double({ min: 0, max: SIDE, noNaN: true })
const color = fc.constantFrom([0, 0, 0, 1], [0, 1, 1, 0], [0, 0, 0, 0.2]) as fc.Arbitrary<readonly [number, number, number, number]>
const shape: fc.Arbitrary<FrameItem> = fc.oneof(
  fc.record({ kind: fc.constant('fill' as const), x: place, y: place, width: place, height: place, color }),
  fc.record({ x: place, y: place, width: place, height: place, color, to: color, angle: fc.constantFrom(0, 1, 2) }).map(
    ({ to, angle, ...fill }): FrameItem => ({ kind: 'fill', ...fill, gradient: { x1: fill.x, y1: fill.y, x2: fill.x + 40 * Math.cos(angle), y2: fill.y + 40 * Math.sin(angle), to } }),
  ),
  fc.record({ kind: fc.constant('rule' as const), x1: place, y1: place, x2: place, y2: place, width: fc.constantFrom(0.3, 1, 4), color }),
  fc.record({ x: place, y: place, diameter: fc.constantFrom(2, 9), color }).map(({ x, y, diameter, color: ink }): FrameItem => ({ kind: 'path', x, y, path: discs([[0, 0], [12, 3]], diameter), color: ink })),
  fc.record({ x: place, y: place, downwards: fc.boolean(), color }).map(({ x, y, downwards, color: ink }): FrameItem => ({ kind: 'path', x, y, path: wave(40, { halfWave: 4, amplitude: 1.2, width: 0.6 }, downwards), color: ink })),
)
const leaf: fc.Arbitrary<FrameItem> = fc.oneof(
  shape,
  fc.record({ characters: fc.constantFrom('国', '版心', 'A，'), x: place, y: place, size: fc.double({ min: 6, max: 40, noNaN: true }), color }).map(
    ({ characters, x, y, size, color: ink }) => run(characters, x, y, size, { color: ink }),
  ),
)
const items = fc.array(
  fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }).map((inner): FrameItem => ({ kind: 'group', record: null, items: inner }))),
  { maxLength: 6 },
)
const views = fc.record({
  scale: fc.double({ min: 0.5, max: 3, noNaN: true }),
  x: fc.double({ min: -50, max: 50, noNaN: true }),
  y: fc.double({ min: -50, max: 50, noNaN: true }),
})

describe('the canvas painter', () => {
  it('fits the window’s contexts as they are', () => {
    expectTypeOf<CanvasRenderingContext2D>().toExtend<CanvasContext>()
    expectTypeOf<OffscreenCanvasRenderingContext2D>().toExtend<CanvasContext>()
  })

  it('changes a gradient’s inks evenly between its ends, and no more beyond', () => {
    const pixels = painted([{ kind: 'fill', x: 0, y: 10, width: SIDE, height: 20, color: [0, 0, 0, 1], gradient: { x1: 20, y1: 10, x2: SIDE - 20, y2: 10, to: [0, 0, 0, 0] } }])
    const greys = [5, 40, SIDE / 2, SIDE - 40, SIDE - 5].map((x) => at(pixels, x, 20)[0]!)
    expect([greys[0], greys.at(-1)]).toEqual([0, 255])
    expect(greys).toEqual([...new Set(greys)].toSorted((one, other) => one - other))
    expect(at(pixels, SIDE / 2, 40)).toEqual([255, 255, 255])
  })

  it('keeps the ink of a Han character in its cell', () => {
    const characters = '国版要闻检察'
    const pixels = painted([run(characters, 10, 50, 16)])
    const darkest = (fromX: number, toX: number, fromY: number, toY: number) => {
      let value = 255
      for (let y = fromY; y < toY; y++) for (let x = fromX; x < toX; x++) value = Math.min(value, at(pixels, x, y)[0]!)
      return value
    }
    // The em box: 0.88 em over the baseline, 0.12 em under it.
    for (let cell = 0; cell < characters.length; cell++) expect(darkest(10 + 16 * cell, 26 + 16 * cell, 36, 52)).toBeLessThan(90)
    expect(darkest(0, SIDE, 0, 35)).toBe(255)
    expect(darkest(0, SIDE, 53, SIDE)).toBe(255)
    expect(darkest(0, 9, 0, SIDE)).toBe(255)
    expect(darkest(107, SIDE, 0, SIDE)).toBe(255)
  })

  it('fills discs and strokes waves where they stand', () => {
    const disc: FrameItem = { kind: 'path', x: 20, y: 20, path: discs([[0, 0], [40, 0]], 20), color: [0, 0, 0, 1] }
    const line: FrameItem = { kind: 'path', x: 10, y: 80, path: wave(100, { halfWave: 10, amplitude: 8, width: 2 }, false), color: [0, 0, 0, 1] }
    const pixels = painted([disc, line])
    expect([[20, 20], [27, 20], [60, 13], [40, 20], [20, 31]].map(([x, y]) => at(pixels, x!, y!)[0]! < 128)).toEqual([true, true, true, false, false])
    // The first half wave swings down, the second up; nothing leaves the amplitude.
    expect([[15, 88], [25, 72], [15, 72], [25, 88]].map(([x, y]) => at(pixels, x!, y!)[0]! < 128)).toEqual([true, true, false, false])
    for (let x = 0; x < SIDE; x++) for (const y of [69, 91]) expect(at(pixels, x, y)[0]).toBe(255)
    let dark = 0
    for (let y = 0; y < 40; y++) for (let x = 0; x < 40; x++) dark += (255 - at(pixels, x, y)[0]!) / 255
    expect(dark).toBeCloseTo(Math.PI * 100, -1)
  })

  it('paints in order, groups inside included', () => {
    const square = (x: number, ink: readonly [number, number, number, number]): FrameItem => ({ kind: 'fill', x, y: 10, width: 20, height: 20, color: ink })
    const pixels = painted(
      [
        square(10, [0, 0, 0, 1]),
        { kind: 'group', record: 'a', items: [square(20, [0, 1, 1, 0]), { kind: 'group', record: 'b', items: [square(30, [0, 0, 0, 0])] }] },
        square(45, [0, 0, 0, 0.5]),
      ],
    )
    expect([15, 25, 35, 47, 60, 70].map((x) => at(pixels, x, 15))).toEqual([
      [0, 0, 0],
      [234, 15, 28],
      [255, 255, 255],
      [128, 128, 128],
      [128, 128, 128],
      [255, 255, 255],
    ])
  })

  it('paints what is gathered as if item after item', () => {
    fc.assert(
      fc.property(fc.array(leaf, { maxLength: 8 }), (list) => {
        const oneByOne = paper()
        for (const item of list) paintItems(oneByOne, [item], { text: text(), picture: noPicture }, VIEW)
        const expected = pixelsOf(oneByOne)
        // Each laying of ink over ink is rounded, in the bitmap as on the canvas.
        const faults = painted(list).filter((value, index) => Math.abs(value - expected[index]!) > 2 * list.length)
        expect(faults.length).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  it('changes with a dirty rectangle only that, and paints it as the whole page would', () => {
    const rectangle = fc.record({ x: place, y: place, width: place, height: place })
    fc.assert(
      fc.property(items, views, rectangle, (list, shown, dirty) => {
        const whole = painted(list, shown)
        const context = paper()
        paintItems(context, list, { text: text(), picture: noPicture }, shown, dirty)
        const part = pixelsOf(context)
        const left = Math.floor(shown.x + dirty.x * shown.scale)
        const top = Math.floor(shown.y + dirty.y * shown.scale)
        const right = Math.ceil(shown.x + (dirty.x + dirty.width) * shown.scale)
        const bottom = Math.ceil(shown.y + (dirty.y + dirty.height) * shown.scale)
        let faults = 0
        for (let y = 0; y < SIDE; y++)
          for (let x = 0; x < SIDE; x++) {
            const inside = x >= left && x < right && y >= top && y < bottom
            const expected = inside ? at(whole, x, y) : [255, 255, 255]
            if (at(part, x, y).some((value, channel) => Math.abs(value - expected[channel]!) > 2 * list.length)) faults++
          }
        expect(faults).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  it('covers a picture’s rectangle, cropped evenly on both sides', () => {
    // Left third black, middle third grey, right third black; a square shows the middle of a picture three times as wide.
    const canvas = createCanvas(30, 10)
    const source = canvas.getContext('2d')
    source.fillStyle = '#000'
    source.fillRect(0, 0, 30, 10)
    source.fillStyle = '#808080'
    source.fillRect(10, 0, 10, 10)
    const picture = () => ({ image: canvas, width: 30, height: 10 })
    const pixels = painted([{ kind: 'picture', asset: 'asset:a', x: 20, y: 20, width: 40, height: 40 }], VIEW, picture)
    expect([at(pixels, 24, 40), at(pixels, 40, 24), at(pixels, 55, 55)]).toEqual([
      [128, 128, 128],
      [128, 128, 128],
      [128, 128, 128],
    ])
    expect([at(pixels, 18, 40), at(pixels, 61, 40), at(pixels, 40, 61)]).toEqual([
      [255, 255, 255],
      [255, 255, 255],
      [255, 255, 255],
    ])
  })

  it('leaves out pictures and faces that are not here yet', () => {
    const waiting: FrameItem[] = [{ kind: 'picture', asset: 'asset:a', x: 0, y: 0, width: 40, height: 40 }, run('国', 10, 50, 16, { face: 'kai' })]
    expect(painted(waiting).every((value) => value === 255)).toBe(true)
  })
})
