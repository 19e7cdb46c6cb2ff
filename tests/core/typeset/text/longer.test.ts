import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_HOUSE_STYLE } from '../../../../src-core/document/style.ts'
import { breakLonger, breakParagraph } from '../../../../src-core/typeset/text/break-lines.ts'
import { idealFaces } from '../../../../src-core/typeset/text/ideal-faces.ts'
import { setLine } from '../../../../src-core/typeset/text/set-line.ts'
import { shapeParagraph } from '../../../../src-core/typeset/text/shape.ts'

const FACES = idealFaces({ lang: 'zh-Hans', latinEm: 0.5 })
const shaped = (text: string) => shapeParagraph(text, { lang: 'zh-Hans', face: 'song', size: 10, line: DEFAULT_HOUSE_STYLE.line, indentEm: 2, justify: true }, FACES)
const han = (count: number) => '天地玄黄宇宙洪荒日月盈昃'.repeat(count).slice(0, count)

test('10.4 a paragraph whose last line is nearly full is set a line longer, every line a little wider', () => {
  // 11 + 13 + 13 + 12 characters: a character of each line makes the fifth.
  const lines = breakLonger(shaped(han(49)), () => 130)
  expect(lines?.map(({ from, to }) => to - from)).toEqual([10, 12, 12, 12, 3])
  expect(breakLonger(shaped(han(43)), () => 130)).toBe(null)
  expect(breakLonger(shaped(han(11)), () => 130)).toBe(null)
})

test('10.4 a longer paragraph has the same characters in one line more, full lines exact, none near to loose, the last no 孤字', () => {
  const text = fc.string({ unit: fc.constantFrom(...'天地玄黄宇宙洪荒日月盈昃，。、“”《》：（）—2024% Abc 𠮷'), minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(text, fc.constantFrom(90, 130, 165, 270), fc.nat(30), (written, measure, from) => {
      const paragraph = shaped(written)
      const plain = breakParagraph(paragraph, () => measure)
      const start = plain[from % Math.max(1, plain.length)]?.from ?? 0
      const rest = breakParagraph(paragraph, () => measure, start)
      const longer = breakLonger(paragraph, () => measure, start)
      if (!longer) return
      expect(longer).toHaveLength(rest.length + 1)
      expect([longer[0]!.from, longer.at(-1)!.to]).toEqual([start, rest.at(-1)!.to])
      for (const [index, line] of longer.entries()) {
        if (index > 0) expect(line.from).toBe(longer[index - 1]!.to)
        expect([line.gapEm <= 0.16, line.emergency]).toEqual([true, undefined])
        if (!line.last) expect(setLine(paragraph, line).width).toBeCloseTo(measure, 2)
      }
    }),
    { numRuns: 200 },
  )
})
