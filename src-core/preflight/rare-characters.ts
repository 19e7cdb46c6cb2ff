/** Characters of an article above level 1 of GB 18030-2022: those that faces, and readers of a digital edition, may lack. */
import { gbLevel, type GbLevel } from '../document/gb18030.ts'
import type { Article } from '../document/records.ts'
import { articleTexts } from './article-texts.ts'
import type { FindingRange } from './finding.ts'

export interface RareCharacter {
  readonly codePoint: number
  /** Null for Han that the standard does not have. */
  readonly level: Exclude<GbLevel, 1> | null
  readonly times: number
  /** Where it stands first. */
  readonly range: FindingRange
}

/** Each once, in the order in which they come. */
export function rareCharacters(article: Article): readonly RareCharacter[] {
  const found = new Map<number, RareCharacter>()
  for (const { part, block, text } of articleTexts(article)) {
    let offset = 0
    for (const character of text) {
      const codePoint = character.codePointAt(0)!
      const level = gbLevel(codePoint)
      const known = found.get(codePoint)
      if (known) found.set(codePoint, { ...known, times: known.times + 1 })
      else if (level !== undefined && level !== 1) {
        found.set(codePoint, { codePoint, level, times: 1, range: { part, ...(block === undefined ? {} : { block }), from: offset, to: offset + 1 } })
      }
      offset++
    }
  }
  return [...found.values()]
}
