import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChange, type Change } from '../../../src-core/document/change.ts'
import { record, type Document, type PictureRecord } from '../../../src-core/document/records.ts'
import { cropOf, moveInFrame, resetCrop, scaleInFrame, scaleOf, setFit } from '../../../src-core/commands/crops.ts'
import { setPictureAsset } from '../../../src-core/commands/pictures.ts'
import { anIssue } from './document.ts'

/** Of three to two, as the file (1200 × 800); and flat, which shows half of its height. */
const FRAME = { width: 300, height: 200 }
const FLAT = { width: 300, height: 100 }
const ID = 'picture-1'

const made = (document: Document, change: Change | null) => (change ? applyChange(document, change) : document)
const picture = (document: Document) => record(document, 'picture', ID) as PictureRecord
const crop = (document: Document, frame = FLAT) => cropOf(document, ID, frame)!

describe('a picture in its frame', () => {
  test('shows its middle, and moves under the hand as far as its edges', () => {
    expect(crop(anIssue)).toEqual({ x: 0, y: 0.25, width: 1, height: 0.5 })
    const moved = made(anIssue, moveInFrame(anIssue, ID, FLAT, 40, 25))
    expect(crop(moved)).toEqual({ x: 0, y: 0.125, width: 1, height: 0.5 })
    expect(crop(made(anIssue, moveInFrame(anIssue, ID, FLAT, 0, 1_000)))).toMatchObject({ y: 0 })
    expect(moveInFrame(anIssue, ID, FRAME, 40, 25)).toBeNull()
    // Back in the middle it says nothing again.
    expect(picture(made(moved, moveInFrame(moved, ID, FLAT, 0, -25)))).toEqual(picture(anIssue))
  })

  test('is scaled about the middle of what is shown, never smaller than its frame', () => {
    const twice = made(anIssue, scaleInFrame(anIssue, ID, FRAME, 2))
    expect(crop(twice, FRAME)).toEqual({ x: 0.25, y: 0.25, width: 0.5, height: 0.5 })
    expect(scaleOf(twice, ID, FRAME)).toBe(2)
    expect(picture(made(twice, scaleInFrame(twice, ID, FRAME, 0.1)))).toEqual(picture(anIssue))
    const most = made(anIssue, scaleInFrame(anIssue, ID, FRAME, 1_000))
    expect(crop(most, FRAME).width).toBe(0.05)
  })

  test('in a frame so narrow that less of it shows than a crop may be it stays where it is', () => {
    expect(moveInFrame(anIssue, ID, { width: 10, height: 800 }, 5, 0)).toBeNull()
    expect(moveInFrame(anIssue, ID, { width: 10, height: 600 }, 5, 0)).not.toBeNull()
  })

  test('shown whole it is not cut; cut again it starts from the middle', () => {
    const moved = made(anIssue, moveInFrame(anIssue, ID, FLAT, 0, 25))
    const whole = made(moved, setFit(moved, ID, 'contain'))
    expect(picture(whole)).toEqual({ ...picture(anIssue), fit: 'contain' })
    expect([cropOf(whole, ID, FLAT), moveInFrame(whole, ID, FLAT, 9, 9), scaleOf(whole, ID, FLAT)]).toEqual([null, null, null])
    expect(picture(made(whole, setFit(whole, ID, 'cover')))).toEqual(picture(anIssue))
    expect(picture(made(moved, resetCrop(moved, ID)))).toEqual(picture(anIssue))
  })

  test('of another file it shows the middle', () => {
    const moved = made(anIssue, moveInFrame(anIssue, ID, FLAT, 0, 25))
    const other = { type: 'asset', id: `asset:${'d'.repeat(64)}`, name: '桥.png', mime: 'image/png', width: 10, height: 10 } as const
    expect(picture(made(moved, setPictureAsset(moved, ID, other)))).toEqual({ ...picture(anIssue), asset: other.id })
  })

  test('keeps the form of its frame through any moves and scales, inside the file', () => {
    const step = fc.oneof(
      fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })).map(([right, down]) => (document: Document) => moveInFrame(document, ID, FLAT, right, down)),
      fc.double({ min: 0.1, max: 10, noNaN: true }).map((times) => (document: Document) => scaleInFrame(document, ID, FLAT, times)),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { x, y, width, height } = crop(steps.reduce((document, command) => made(document, command(document)), anIssue))
        expect((width * 1200) / (height * 800)).toBeCloseTo(3, 3)
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
        expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })
})
