/** Names of foreigners, written with a dot: 加西亚·马尔克斯. Where they begin is seldom clear, where they end by what follows. */
import { AFTER } from './person-names.ts'

/** So much before the dot tells one from another. */
const BEFORE = 2
const NAME = /(?<=(?<before>[\u3400-\u4dbf\u4e00-\u9fff]{1,2}))·(?<after>[\u3400-\u4dbf\u4e00-\u9fff]{2,6})/gu

export function foreignNames(text: string): readonly { readonly name: string; readonly at: number }[] {
  return Array.from(text.matchAll(NAME)).flatMap(({ index, groups }) => {
    const before = groups!['before']!.slice(-BEFORE)
    const after = Array.from(groups!['after']!.slice(2), (_, more) => groups!['after']!.slice(0, 2 + more))
    const name = [...after, groups!['after']!].find((candidate) => AFTER.test(text.slice(index + 1 + candidate.length, index + 3 + candidate.length)))
    return name === undefined ? [] : [{ name: `${before}·${name}`, at: index - before.length }]
  })
}
