/** docs/typesetting.md, part 13: the level check of a text. */
import { expect, test } from 'vitest'
import { rareCharacters } from '../../../src-core/preflight/rare-characters.ts'
import { article } from '../typeset/page/documents.ts'

test('13.9 characters above level 1 are found once each, with level, count and first place', () => {
  const { type: _, ...text } = article('a', {
    headline: '吉林𠮷家',
    byline: '记者𬶋',
    blocks: [{ role: 'paragraph', text: '普通的字。' }, { role: 'crosshead', lines: ['第一行', '𠮷行'] }, { role: 'paragraph', text: '𰻝𰻝面，ＡBC。' }],
  })
  expect(rareCharacters(text)).toEqual([
    { codePoint: 0x20bb7, level: 3, times: 2, range: { part: 'headline', from: 2, to: 3 } },
    { codePoint: 0x2cd8b, level: 2, times: 1, range: { part: 'byline', from: 2, to: 3 } },
    { codePoint: 0x30edd, level: null, times: 2, range: { part: 'block', block: 2, from: 0, to: 1 } },
  ])
})
