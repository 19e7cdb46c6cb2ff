/** docs/typesetting.md, part 13: the levels of GB 18030-2022. */
import { describe, expect, it } from 'vitest'
import { gbCharacters, gbLevel } from '../../../src-core/document/gb18030.ts'

const level = (character: string) => gbLevel(character.codePointAt(0)!)

describe('GB 18030-2022', () => {
  it('13.9 has the standard’s own counts: 27,584 characters at level 1, 196 more at level 2, 87,887 and 228 components in all', () => {
    const counts = ([1, 2, 3] as const).map((wanted) => [...gbCharacters(wanted)])
    expect(counts.map((characters) => characters.length)).toEqual([27_584, 196, 87_887 + 228 - 27_584 - 196])
    expect(new Set(counts.flat()).size).toBe(87_887 + 228)
    for (const [index, characters] of counts.entries()) expect(characters.every((codePoint) => gbLevel(codePoint) === index + 1)).toBe(true)
  })

  it.each([
    ['国', 1], ['㐀', 1], ['鿏', 1], ['﨎', 1], ['𫖯', 2], ['𬶋', 2], ['𠮷', 3], ['𮯠', 3], ['⼀', 3], ['鿰', null], ['𰻝', null], ['\uf901', null],
  ] as const)('13.9 %s is at level %s', (character, expected) => {
    expect(level(character)).toBe(expected)
  })

  it('13.9 judges Han characters only', () => {
    for (const character of 'A，〇あ☆') expect(level(character)).toBeUndefined()
  })
})
