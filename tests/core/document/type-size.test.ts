/** docs/typesetting.md, part 13: sizes as editors write them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TYPE_SIZES } from '../../../src-core/document/style.ts'
import { formatTypeSize, parseTypeSize, sizeIn, stepTypeSize } from '../../../src-core/document/type-size.ts'

const points = fc.integer({ min: 1, max: 2_000_000 }).map((thousandths) => thousandths / 1000)
const table = fc.uniqueArray(fc.record({ name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), size: points }), { maxLength: 8 })

describe('sizes', () => {
  it.each([
    ['小四', 12], ['小四号', 12], ['小4', 12], ['五号', 10.5], ['5号', 10.5], ['初号', 42], ['小七', 4.5], ['特号', 54],
    ['12', 12], ['12pt', 12], ['１２ＰＴ', 12], ['12 磅', 12], ['10.5点', 10.5], ['.5pt', 0.5], ['12.', 12],
    ['3.5mm', 9.921], ['3.5 毫米', 9.921], ['16级', 11.339], ['20Q', 14.173],
  ])('13.6 %s is %d points', (written, size) => {
    expect(parseTypeSize(written, TYPE_SIZES)).toBe(size)
  })

  it.each(['', '号', '大', '小', '十号', '-3', '0', '12px', '12pt大', '1e3', '2001', '1.2.3', 'NaN', '小四五'])('13.6 %j is no size', (written) => {
    expect(parseTypeSize(written, TYPE_SIZES)).toBeNull()
  })

  it('13.6 a bare figure is points, never a 号', () => {
    expect(parseTypeSize('5', TYPE_SIZES)).toBe(5)
  })

  it('13.7 what is shown reads back as the same size, whatever the house calls its sizes', () => {
    fc.assert(
      fc.property(points, table, (size, sizes) => {
        const both = [...sizes, ...TYPE_SIZES]
        expect(parseTypeSize(formatTypeSize(size, both), both)).toBe(size)
        for (const row of both) expect(parseTypeSize(formatTypeSize(row.size, both), both)).toBe(row.size)
      }),
    )
  })

  it('13.7 every 号 of the table is shown by its name', () => {
    for (const { name, size } of TYPE_SIZES) expect(formatTypeSize(size, TYPE_SIZES)).toBe(name)
  })

  it('13.7 four 级 are one millimetre', () => {
    expect([sizeIn(11.339, 'grade'), sizeIn(11.339, 'mm'), sizeIn(11.339, 'pt')]).toEqual([16, 4, 11.339])
  })

  it('13.8 a step goes to the next size of the table, from wherever it begins', () => {
    expect([stepTypeSize(12, TYPE_SIZES, 1), stepTypeSize(12, TYPE_SIZES, -1)]).toEqual([13.75, 10.5])
    expect([stepTypeSize(12.3, TYPE_SIZES, 1), stepTypeSize(12.3, TYPE_SIZES, -1)]).toEqual([13.75, 12])
    expect([stepTypeSize(54, TYPE_SIZES, 1), stepTypeSize(4.5, TYPE_SIZES, -1)]).toEqual([54, 4.5])
  })
})
