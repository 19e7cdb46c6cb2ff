import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { platesMissing } from '../../../src-core/document/plates.ts'
import { conditionOf } from '../../../src-core/document/print.ts'
import { FIXED_SWATCHES, inkOf, swatchesOf, totalInk, USUAL_SWATCHES, withinInkLimit, type Cmyk } from '../../../src-core/document/swatches.ts'
import { houseStyleSchema } from '../../../src-core/document/style-schema.ts'
import { DEFAULT_HOUSE_STYLE } from '../../../src-core/document/style.ts'
import { colorChoices, swatches } from './documents.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const colors: fc.Arbitrary<Cmyk> = fc.tuple(share, share, share, share)

describe('swatches', () => {
  test('a tint has as much of every ink as it says, and no choice is black', () => {
    fc.assert(
      fc.property(swatches, colorChoices, (own, choice) => {
        const { color, spot } = inkOf({ swatches: own }, choice)
        const swatch = swatchesOf({ swatches: own }).find(({ id }) => id === choice.swatch)
        color.forEach((ink, channel) => expect(ink).toBeCloseTo(swatch ? swatch.cmyk[channel]! * (choice.tint ?? 1) : [0, 0, 0, 1][channel]!, 3))
        expect(spot).toEqual(swatch?.spot ? { name: swatch.name, tint: choice.tint ?? 1, solid: swatch.cmyk } : undefined)
      }),
    )
    expect(inkOf({}, undefined)).toEqual({ color: [0, 0, 0, 1] })
  })

  test('those that ship are within the ink limit of newsprint', () => {
    for (const swatch of [...FIXED_SWATCHES, ...USUAL_SWATCHES]) expect(totalInk({ color: swatch.cmyk })).toBeLessThanOrEqual(conditionOf({}).inkLimit)
  })

  test('ids and names are told apart, and no spot colour bears the name of another plate', () => {
    const isSound = (name: string, id = 'own') => houseStyleSchema.safeParse({ ...DEFAULT_HOUSE_STYLE, swatches: [{ id, name, cmyk: [0, 0, 0, 0.5], spot: true }] }).success
    expect(['专色蓝', '红', 'All', 'Black'].map((name) => isSound(name))).toEqual([true, false, false, false])
    expect(isSound('专色蓝', 'paper')).toBe(false)
  })

  test('14.4 ink over a limit gives way but for black, and within it everything stays', () => {
    fc.assert(
      fc.property(colors, fc.double({ min: 1, max: 4, noNaN: true }), (color, limit) => {
        const kept = withinInkLimit(color, limit)
        expect(totalInk({ color: kept })).toBeLessThanOrEqual(Math.max(limit, color[3]) + 1e-9)
        expect(kept[3]).toBe(color[3])
        kept.forEach((ink, channel) => expect(ink).toBeLessThanOrEqual(color[channel]!))
        if (totalInk({ color }) <= limit) expect(kept).toBe(color)
      }),
    )
  })
})

describe('plates of a page', () => {
  const style = { swatches: [...USUAL_SWATCHES.filter(({ id }) => id !== 'gold'), { id: 'gold', name: '专金', cmyk: [0.2, 0.3, 0.7, 0], spot: true }, { id: 'wine', name: '专酒红', cmyk: [0, 1, 1, 0], spot: true }] as const }
  const missing = (page: Parameters<typeof platesMissing>[1]) => (swatch: string, tint = 1) => platesMissing(style, page, inkOf(style, { swatch, tint }, page)).join('')

  test('14.5 a black page has K alone, a page of four colours no spot', () => {
    const black = missing({ inks: 'k' })
    expect([black('black', 0.3), black('paper'), black('red'), black('blue'), black('gold'), black('red', 0)]).toEqual(['', '', 'MY', 'CM', '专金', ''])
    const full = missing({ inks: 'cmyk' })
    expect([full('black'), full('red'), full('blue', 0.5), full('gold')]).toEqual(['', '', '', '专金'])
  })

  test('14.5 a red plate prints magenta and yellow alike, or its spot colour and no other', () => {
    const process = missing({ inks: 'k+red' })
    expect([process('red'), process('red', 0.2), process('black'), process('orange'), process('blue'), process('wine')]).toEqual(['', '', '', 'Y', 'CM', '专酒红'])
    const spot = missing({ inks: 'k+red', red: 'wine' })
    expect([spot('red'), spot('wine', 0.5), spot('gold'), spot('orange')]).toEqual(['', '', '专金', 'MY'])
    // A swatch that is no spot colour has no plate of its own.
    expect(missing({ inks: 'k+red', red: 'blue' })('red')).toBe('')
  })
})
