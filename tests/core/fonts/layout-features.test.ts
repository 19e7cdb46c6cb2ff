import { describe, expect, it } from 'vitest'
import { singleAdjustments, singleSubstitutions } from '../../../src-core/fonts/layout-features.ts'

/** Big-endian words of a table; its parts follow each other, and an offset is where a part begins. */
const words = (...values: readonly number[]) => values.flatMap((value) => [(value >> 8) & 0xff, value & 0xff])
const tag = (name: string) => Array.from(name, (letter) => letter.charCodeAt(0))

/**
 * A GSUB or GPOS table with one script, whose default language and ZHS each have a feature of their own, and one lookup
 * a feature.
 */
function layoutTable(features: readonly [string, string], lookups: readonly [readonly number[], readonly number[]]): DataView {
  const system = (feature: number) => words(0, 0xffff, 1, feature)
  const script = [...words(10, 1), ...tag('ZHS '), ...words(18), ...system(0), ...system(1)]
  const scripts = [...words(1), ...tag('hani'), ...words(8), ...script]
  const featureList = [...words(2), ...tag(features[0]), ...words(14), ...tag(features[1]), ...words(20), ...words(0, 1, 0), ...words(0, 1, 1)]
  const lookupList = [...words(2, 6, 6 + lookups[0].length), ...lookups[0], ...lookups[1]]
  const [first, second, third] = [10, 10 + scripts.length, 10 + scripts.length + featureList.length]
  const bytes = [...words(1, 0, first, second, third), ...scripts, ...featureList, ...lookupList]
  return new DataView(Uint8Array.from(bytes).buffer)
}

/** A lookup of one subtable, plain or behind an extension of the given type. */
const lookup = (subtable: readonly number[]) => [...words(1, 0, 1, 8), ...subtable]
const extended = (type: number, subtable: readonly number[]) => [...words(type, 0, 1, 8), ...words(1, 1, 0, 8), ...subtable]

describe('single substitutions', () => {
  const byDelta = [...words(1, 6, 100), ...words(2, 1, 5, 7, 0)]
  const byList = [...words(2, 10, 2, 900, 901), ...words(1, 2, 20, 30)]

  it('come from the zh-Hans language system, by delta or by list', () => {
    const gsub = layoutTable(['xxxx', 'vert'], [lookup(byList), lookup(byDelta)])
    expect([...singleSubstitutions(gsub, 'vert')]).toEqual([[5, 105], [6, 106], [7, 107]])
    expect([...singleSubstitutions(gsub, 'xxxx')]).toEqual([])
  })

  it('are found behind extension lookups', () => {
    const gsub = layoutTable(['xxxx', 'fwid'], [lookup(byDelta), extended(7, byList)])
    expect([...singleSubstitutions(gsub, 'fwid')]).toEqual([[20, 900], [30, 901]])
  })
})

describe('single adjustments', () => {
  // Placement and advance along both axes for all glyphs alike; and x advance alone, glyph by glyph.
  const alike = [...words(1, 14, 0x000f, -500, 250, -500, -490), ...words(1, 1, 8)]
  const each = [...words(2, 12, 0x0004, 2, -500, -250), ...words(1, 2, 3, 4)]

  it('are read along their axis, one value for all or one each', () => {
    const gpos = layoutTable(['halt', 'halt'], [lookup(alike), lookup(each)])
    expect([...singleAdjustments(gpos, 'halt', 'x')]).toEqual([
      [3, { placement: 0, advance: -500 }],
      [4, { placement: 0, advance: -250 }],
    ])
    const vertical = layoutTable(['xxxx', 'vhal'], [lookup(each), lookup(alike)])
    expect([...singleAdjustments(vertical, 'vhal', 'y')]).toEqual([[8, { placement: 250, advance: -490 }]])
  })

  it('are found behind extension lookups', () => {
    const gpos = layoutTable(['xxxx', 'halt'], [lookup(each), extended(9, alike)])
    expect([...singleAdjustments(gpos, 'halt', 'x')]).toEqual([[8, { placement: -500, advance: -500 }]])
  })
})
