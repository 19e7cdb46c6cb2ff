import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cameraAt, contentSize, fitZoom, MOST_ZOOM, LEAST_ZOOM, scrollKeeping, toPage, toWindow } from '../../../src-renderer/canvas/camera.ts'
import { regionFor, type Sight } from '../../../src-renderer/canvas/region.ts'
import type { Region } from '../../../src-renderer/canvas/worker/messages.ts'

const trim = { width: 1105, height: 1545 }
const zoom = fc.double({ min: LEAST_ZOOM, max: MOST_ZOOM, noNaN: true })
const side = fc.integer({ min: 300, max: 2600 })
const view = fc.record({ width: side, height: side })
const ratio = fc.constantFrom(1, 1.25, 1.5, 2)
const point = fc.record({ x: fc.double({ min: 0, max: 1105, noNaN: true }), y: fc.double({ min: 0, max: 1545, noNaN: true }) })

/** Where a browser can scroll to: no further than the content goes. */
function reachable(scroll: { x: number; y: number }, at: number, window: { width: number; height: number }) {
  const content = contentSize(trim, at, window)
  return { x: Math.min(scroll.x, content.width - window.width), y: Math.min(scroll.y, content.height - window.height) }
}

describe('camera', () => {
  test('goes from the page to the window and back', () => {
    fc.assert(
      fc.property(zoom, view, ratio, point, (at, window, pixels, of) => {
        const camera = cameraAt(trim, at, window, { x: 0, y: 0 }, pixels)
        const back = toPage(camera, toWindow(camera, of))
        expect(back.x).toBeCloseTo(of.x, 6)
        expect(back.y).toBeCloseTo(of.y, 6)
        // The page begins on a whole device pixel.
        expect(camera.left * pixels).toBeCloseTo(Math.round(camera.left * pixels), 6)
      }),
    )
  })

  test('a page that fits needs no scrolling, and is as large as it can be', () => {
    fc.assert(
      fc.property(view, (window) => {
        const fitted = fitZoom('page', trim, window)
        expect(contentSize(trim, fitted, window)).toEqual(window)
        const { width, height } = contentSize(trim, fitted * 1.1, window)
        expect(width > window.width || height > window.height).toBe(true)
      }),
    )
  })

  test('a zoom leaves what is under the pointer in its place, as far as the page can be scrolled', () => {
    fc.assert(
      fc.property(zoom, zoom, view, point, (from, to, window, of) => {
        const before = cameraAt(trim, from, window, { x: 0, y: 0 }, 1)
        const anchor = toWindow(before, of)
        const scroll = scrollKeeping(anchor, before, trim, to, window)
        const possible = reachable(scroll, to, window)
        const after = toWindow(cameraAt(trim, to, window, possible, 1), of)
        if (scroll.x > 0 && possible.x === scroll.x) expect(Math.abs(after.x - anchor.x)).toBeLessThanOrEqual(1)
        if (scroll.y > 0 && possible.y === scroll.y) expect(Math.abs(after.y - anchor.y)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('the region that is painted', () => {
  const sights = fc
    .record({ at: zoom, window: view, pixels: ratio, across: fc.double({ min: 0, max: 1, noNaN: true }), down: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ at, window, pixels, across, down }): Sight => {
      const content = contentSize(trim, at, window)
      const scroll = { x: across * (content.width - window.width), y: down * (content.height - window.height) }
      return { page: 'page-1', trim, camera: cameraAt(trim, at, window, scroll, pixels), view: window, ratio: pixels }
    })
  /** As the stage asks: again after each arrival, until nothing new is asked for. */
  function settle(sight: Sight): readonly Region[] {
    const asked: Region[] = []
    for (let next = regionFor(sight, null, null); next && next !== asked.at(-1); next = regionFor(sight, next, next)) asked.push(next)
    return asked
  }

  test('holds all of the page that is in sight, is asked for twice at most, and lies on the page', () => {
    fc.assert(
      fc.property(sights, (sight) => {
        const asked = settle(sight)
        expect(asked.length).toBeGreaterThan(0)
        expect(asked.length).toBeLessThanOrEqual(2)
        const { camera, view: window, ratio: pixels } = sight
        for (const { left, top, width, height, scale } of asked) {
          expect(left + width).toBeLessThanOrEqual(Math.ceil(trim.width * scale))
          expect(top + height).toBeLessThanOrEqual(Math.ceil(trim.height * scale))
          const inSight = { right: Math.min(window.width, camera.left + trim.width * camera.scale), bottom: Math.min(window.height, camera.top + trim.height * camera.scale) }
          expect(left).toBeLessThanOrEqual(Math.max(0, -camera.left) * pixels)
          expect(top).toBeLessThanOrEqual(Math.max(0, -camera.top) * pixels)
          expect(left + width).toBeGreaterThanOrEqual((inSight.right - camera.left) * pixels - 1e-6)
          expect(top + height).toBeGreaterThanOrEqual((inSight.bottom - camera.top) * pixels - 1e-6)
        }
      }),
    )
  })

  test('of another zoom or page is never taken for this one', () => {
    fc.assert(
      fc.property(sights, (sight) => {
        const present = settle(sight).at(-1)!
        expect(regionFor({ ...sight, page: 'page-2' }, present, present)?.page).toBe('page-2')
        const larger = { ...sight, camera: { ...sight.camera, scale: sight.camera.scale * 1.5 } }
        expect(regionFor(larger, present, present)?.scale).toBe(larger.camera.scale * sight.ratio)
      }),
    )
  })
})
