import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balance } from '../../../../src-core/typeset/page/balance.ts'
import { alignFeet } from '../../../../src-core/typeset/page/feet.ts'
import { flowBlocks, type FlowHeading, type FlowLine, type FlowParagraph, type FlowSlot, type PlacedLine } from '../../../../src-core/typeset/page/flow.ts'

/** Text without shapes: a paragraph of so many characters, `chars` to a line. */
interface TestLine extends FlowLine {
  readonly to: number
}

function paragraph(characters: number, squeezable = false): FlowParagraph {
  const lines = (chars: number, from: number): readonly TestLine[] => {
    const broken: TestLine[] = []
    for (let at = from; at < characters; at += chars) broken.push({ from: at, to: Math.min(at + chars, characters) })
    return broken
  }
  return {
    kind: 'paragraph',
    lines,
    tightened: (chars, from) => (squeezable ? squeeze(lines(chars, from)) : null),
  }
}

function squeeze(lines: readonly TestLine[]): readonly TestLine[] {
  return [...lines.slice(0, -2), { ...lines.at(-2)!, to: lines.at(-1)!.to }]
}

function heading(rows: number, before = 1, after = 1): FlowHeading {
  return { kind: 'heading', lines: () => Array.from({ length: rows }, (_, from) => ({ from })), before, after }
}

function slots(...lengths: number[]): FlowSlot[] {
  return lengths.map((length) => ({ from: 10, to: 10 + length, chars: 10 }))
}

/** Rows by slot: block number, `.` for white; after `|` what did not fit. */
function picture(placed: readonly PlacedLine[], into: readonly FlowSlot[]): string[] {
  return [...into, { from: 0, to: 0, chars: 0 }].map((slot, index) => {
    const inSlot = placed.filter((line) => line.slot === index)
    const rows = Math.max(slot.to, ...inSlot.map((line) => line.row + 1)) - slot.from
    return Array.from({ length: rows }, (_, row) => inSlot.find((line) => line.row === slot.from + row)?.block ?? '.').join('')
  })
}

describe('flow', () => {
  test('goes down one slot, then the next; the rest did not fit', () => {
    const into = slots(4, 4)
    const flow = flowBlocks([paragraph(40), paragraph(60)], into, 10)
    expect(picture(flow.placed, into)).toEqual(['0000', '1111', '11'])
    expect(flow.oversetRows).toBe(2)
  })

  test('§6 孤行: the line before goes along when the last line would begin a slot', () => {
    const into = slots(3, 5)
    expect(picture(flowBlocks([paragraph(35)], into, 10).placed, into)).toEqual(['00.', '00...', ''])
  })

  test('§6 孤行: rather squeezed away than carried over', () => {
    const into = slots(3, 5)
    expect(picture(flowBlocks([paragraph(31, true), paragraph(20)], into, 10).placed, into)).toEqual(['000', '11...', ''])
  })

  test('6.5 孤行: a last line is one by the measure under the next top', () => {
    // Two lines of ten are left, and one of twenty: a third goes along.
    const wide: FlowSlot[] = [{ from: 0, to: 3, chars: 10 }, { from: 0, to: 9, chars: 20 }]
    expect(picture(flowBlocks([paragraph(50)], wide, 20).placed, wide)).toEqual(['00.', '00.......', ''])
    // One line of twenty is left, and two of ten.
    const narrow: FlowSlot[] = [{ from: 0, to: 2, chars: 20 }, { from: 0, to: 9, chars: 10 }]
    expect(picture(flowBlocks([paragraph(60)], narrow, 10).placed, narrow)).toEqual(['00', '00.......', ''])
    const part = flowBlocks([paragraph(50)], wide.slice(0, 1), 10, { goesOn: true, nextChars: 20 })
    expect(part.rest).toEqual({ block: 0, from: 20 })
  })

  test('6.5 孤行: no last line begins a slot, but where it is told', () => {
    const block = fc.record({ characters: fc.integer({ min: 1, max: 120 }), squeezable: fc.boolean() })
    const slot = fc.record({ lines: fc.integer({ min: 1, max: 9 }), chars: fc.constantFrom(5, 10, 20) })
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), fc.array(slot, { minLength: 1, maxLength: 6 }), (paragraphs, lengths) => {
        const into = lengths.map(({ lines, chars }) => ({ from: 0, to: lines, chars }))
        const { placed, stranded } = flowBlocks(paragraphs.map(({ characters, squeezable }) => paragraph(characters, squeezable)), into, 10)
        for (const [before, line] of pairs(placed)) {
          if (line.slot === before.slot || line.block !== before.block || line.slot >= into.length) continue
          const alone = !placed.some((other) => other.block === line.block && (other.slot > line.slot || (other.slot === line.slot && other.row > line.row)))
          if (alone) expect(stranded).toContain(line.block)
        }
      }),
    )
  })

  test('6.5 孤行: pulled up into the row that a paragraph over it can be squeezed out of', () => {
    const into = slots(6, 6)
    const pulled = flowBlocks([paragraph(31, true), paragraph(25)], into, 10)
    expect(picture(pulled.placed, into)).toEqual(['000111', '......', ''])
    expect(pulled.placed.map(({ row }) => row)).toEqual([10, 11, 12, 13, 14, 15])
    // Not so that what is squeezed would strand a line itself.
    const kept = flowBlocks([paragraph(51, true), paragraph(25)], slots(4, 4, 6), 10)
    expect(picture(kept.placed, slots(4, 4, 6))).toEqual(['0000', '001.', '11....', ''])
  })

  test('§6 孤行: a slot of one line strands it and says so', () => {
    const flow = flowBlocks([paragraph(20)], slots(1, 5), 10)
    expect(flow.stranded).toEqual([0])
  })

  test('§6 a crosshead keeps with two lines and loses its white at a top', () => {
    const into = slots(8, 8)
    const blocks = [paragraph(30), heading(2), paragraph(80)]
    expect(picture(flowBlocks(blocks, into, 10).placed, into)).toEqual(['000.....', '11.22222', '222'])
    const roomy = slots(9, 9)
    expect(picture(flowBlocks(blocks, roomy, 10).placed, roomy)).toEqual(['000.11.22', '222222...', ''])
  })

  test('§6 a crosshead takes a paragraph of three lines whole with it', () => {
    const into = slots(8, 9)
    expect(picture(flowBlocks([paragraph(20), heading(2), paragraph(30)], into, 10).placed, into)).toEqual(['00......', '11.222...', ''])
  })

  test('6.7 a crosshead without white under it keeps with three lines, out of the last three of a slot', () => {
    const into = slots(8, 8)
    const blocks = [paragraph(40), heading(1, 1, 0), paragraph(80)]
    expect(picture(flowBlocks(blocks, into, 10).placed, into)).toEqual(['0000....', '12222222', '2'])
    expect(picture(flowBlocks(blocks, slots(9, 8), 10).placed, slots(9, 8))).toEqual(['0000.1222', '22222...', ''])
  })

  test('10.11 what does not fit is the next part’s, which does not begin with a last line', () => {
    const into = slots(4)
    const blocks = [paragraph(20), paragraph(30), heading(1), paragraph(50)]
    const one = flowBlocks(blocks, into, 10, { goesOn: true })
    expect([picture(one.placed, into)[0], one.rest, one.oversetRows]).toEqual(['001.', { block: 1, from: 10 }, 0])
    const two = flowBlocks(blocks, slots(7), 10, { start: one.rest!, goesOn: true })
    expect([picture(two.placed, slots(7))[0], two.rest]).toEqual(['11.2.33', { block: 3, from: 20 }])
    const three = flowBlocks(blocks, slots(7), 10, { start: two.rest!, goesOn: true })
    expect([picture(three.placed, slots(7))[0], three.rest]).toEqual(['333....', null])
  })

  test('goes on at another measure from the character it had reached', () => {
    const into: FlowSlot[] = [{ from: 0, to: 2, chars: 10 }, { from: 0, to: 9, chars: 5 }]
    const placed = flowBlocks([paragraph(40)], into, 5).placed
    expect(placed.map(({ line }) => line.from)).toEqual([0, 10, 20, 25, 30, 35])
  })
})

describe('balance', () => {
  test.each([
    [20, 4, [5, 5, 5, 5]],
    [21, 4, [6, 6, 6, 3]],
    [23, 4, [6, 6, 6, 5]],
    [40, 4, [10, 10, 10, 10]],
  ])('§6 %i lines in %i legs: ceil, and only the last leg short', (lines, legs, used) => {
    const into = slots(...Array.from({ length: legs }, () => 10))
    const balanced = balance(Array.from({ length: lines }, () => paragraph(10)), into, 10)
    expect(balanced.ends.map((end) => end - 10)).toEqual(used)
    expect(balanced.free).toEqual({ rows: legs * 10 - lines, characters: (legs * 10 - lines) * 10 })
  })

  test('legs of six-sided areas end on one foot, those that end higher are full', () => {
    const into: FlowSlot[] = [{ from: 0, to: 4, chars: 10 }, { from: 0, to: 12, chars: 10 }, { from: 2, to: 12, chars: 10 }]
    const balanced = balance(Array.from({ length: 16 }, () => paragraph(10)), into, 10)
    expect(balanced.ends).toEqual([4, 7, 7])
    expect(balanced.free.rows).toBe(10)
  })

  test('10.2 under uneven tops and feet no leg but the last is short, but for the row of a line that went along', () => {
    const slot = fc.record({ from: fc.nat(6), length: fc.integer({ min: 1, max: 14 }) })
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 10 }), fc.array(slot, { minLength: 1, maxLength: 6 }), (characters, ranges) => {
        const into = ranges.map(({ from, length }) => ({ from, to: from + length, chars: 10 }))
        const { placed, ends, oversetRows } = balance(characters.map((count) => paragraph(count)), into, 10)
        fc.pre(oversetRows === 0)
        const last = placed.at(-1)!.slot
        const foot = Math.max(...placed.map(({ row }) => row + 1))
        for (const [index, { from, to }] of into.slice(0, last).entries()) {
          if (from >= foot) continue
          const short = Math.min(to, foot) - ends[index]!
          expect(short).toBeLessThanOrEqual(1)
          // Then the two last lines of a paragraph begin the next leg.
          const next = placed.find((line) => line.slot > index)!
          if (short === 1) expect(placed.filter((line) => line.block === next.block && line.slot > index)).toHaveLength(2)
        }
      }),
    )
  })

  test('10.4 a leg that is still short has a paragraph a line longer, the nearest to its foot', () => {
    // Of the third paragraph two lines of three go along; the second fills the row.
    const into = slots(9, 9)
    const longer = (block: FlowParagraph): FlowParagraph => ({ ...block, loosened: (chars, from) => [...block.lines(chars, from), { from: 99 }] })
    const blocks = [longer(paragraph(50)), longer(paragraph(20)), paragraph(30), paragraph(60)]
    const flow = flowBlocks(blocks, into, 10)
    expect(picture(flow.placed, into)).toEqual(['00000112.', '22333333.', ''])
    const aligned = alignFeet(flow, blocks, into, 1)
    expect(picture(aligned.placed, into)).toEqual(['000001112', '22333333.', ''])
    expect(aligned.ends).toEqual([19, 18])
    // One that goes on under the next top is left as it is.
    const onward = [longer(paragraph(100))]
    expect(alignFeet(flowBlocks(onward, into, 10), onward, into, 1).ends).toEqual([18, 12])
  })

  test('10.3 a foot a little lower, where the highest leaves another leg than the last short', () => {
    // On 3 rows a leg the last of four lines would begin the second one, and the line before it goes along.
    const into = slots(10, 10)
    const balanced = balance([paragraph(40), paragraph(10)], into, 10)
    expect(picture(balanced.placed, into)).toEqual(['0000......', '1.........', ''])
    expect(balanced.foot).toBe(13)
    expect(balanced.free).toEqual({ rows: 15, characters: 150 })
  })

  test('6.8 a foot a little lower, where the highest brings a crosshead under a top', () => {
    const into = slots(20, 20)
    const blocks = [paragraph(80), heading(1), paragraph(90)]
    const balanced = balance(blocks, into, 10)
    expect(picture(balanced.placed, into)).toEqual(['00000000.1.22.......', '2222222.............', ''])
  })

  test('every line is placed once, in order, inside its slot or after the last; the count adds up', () => {
    const block = fc.oneof(
      fc.integer({ min: 1, max: 90 }).map((characters) => paragraph(characters)),
      fc.integer({ min: 1, max: 2 }).map((rows) => heading(rows)),
    )
    const slot = fc.record({ from: fc.nat(6), length: fc.integer({ min: 1, max: 14 }), chars: fc.constantFrom(9, 10) })
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), fc.array(slot, { maxLength: 6 }), (blocks, lengths) => {
        const into = lengths.map(({ from, length, chars }) => ({ from, to: from + length, chars }))
        const { placed, free, oversetRows } = balance(blocks, into, 10)
        for (const { slot: at, row } of placed) if (at < into.length) expect(row >= into[at]!.from && row < into[at]!.to).toBe(true)
        for (const [before, after] of pairs(placed)) {
          expect(after.block > before.block || (after.block === before.block && follows(before, after))).toBe(true)
          expect(after.slot > before.slot || (after.slot === before.slot && after.row > before.row)).toBe(true)
        }
        blocks.forEach((one, index) => {
          const mine = placed.filter((line) => line.block === index)
          if (one.kind === 'heading') expect(mine.map(({ line }) => line)).toEqual(one.lines(10))
          else expect(mine.reduce((sum, { line }) => sum + (line as TestLine).to - line.from, 0)).toBe(one.lines(1, 0).length)
        })
        expect(oversetRows > 0).toBe(placed.some((line) => line.slot === into.length))
        if (oversetRows > 0) expect(free.rows).toBe(0)
      }),
    )
  })
})

function pairs<T>(values: readonly T[]): (readonly [T, T])[] {
  return values.slice(1).map((value, index) => [values[index]!, value])
}

function follows(before: PlacedLine, after: PlacedLine): boolean {
  return after.line.from === ('to' in before.line ? before.line.to : before.line.from + 1)
}
