import fc from 'fast-check'
import { expect, it } from 'vitest'
import { segmentsOf } from '../../../../src-renderer/panels/archive/highlight.ts'

it('marks exactly the characters that were found, and keeps the excerpt whole', () => {
  const excerpts = fc.array(fc.constantFrom('为', '大', '局', '，', '𠮷', 'a'), { maxLength: 20 })
  fc.assert(
    fc.property(excerpts, fc.array(fc.nat(20), { maxLength: 6 }), (characters, cuts) => {
      const bounds = [...new Set(cuts.map((cut) => Math.min(cut, characters.length)))].toSorted((a, b) => a - b)
      const matches = Array.from({ length: Math.floor(bounds.length / 2) }, (_, index) => [bounds[index * 2]!, bounds[index * 2 + 1]!] as const)
      const segments = segmentsOf(characters.join(''), matches)
      expect(segments.map((segment) => segment.text).join('')).toBe(characters.join(''))
      const found = segments.filter((segment) => segment.found).map((segment) => segment.text)
      expect(found).toEqual(matches.map(([from, to]) => characters.slice(from, to).join('')))
    }),
  )
})
