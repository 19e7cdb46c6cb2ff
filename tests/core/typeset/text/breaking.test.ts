/** docs/typesetting.md, part 2: where a line may end. A stroke marks every break. */
import { describe, expect, it } from 'vitest'
import type { LineBreakLevel } from '../../../../src-core/document/style.ts'
import { isBreak } from '../../../../src-core/typeset/text/unicode/line-breaking.ts'
import { breakOpportunities } from '../../../../src-core/typeset/text/break-opportunities.ts'
import { codePointsOf } from '../../../../src-core/typeset/text/clusters.ts'

function marked(text: string, level: LineBreakLevel): string {
  const codePoints = codePointsOf(text)
  const breaks = breakOpportunities(codePoints, level)
  return [...text].map((character, at) => (at > 0 && isBreak(breaks[at]!) ? `|${character}` : character)).join('')
}

const HOUSE: readonly LineBreakLevel[] = ['none', 'basic', 'gb', 'strict']

describe('levels', () => {
  it('2.1 none: any cell may begin or end a line, units stay whole', () => {
    expect(marked('国，“国”。国', 'none')).toBe('国|，|“|国|”|。|国')
    expect(marked('国——国……国100kg国', 'none')).toBe('国|——|国|……|国|100kg|国')
  })

  it.each([...'，。、；：！？”’》〉」』】）］｝·・～–—‼々〻〱ー'])('2.2 basic: %s does not begin a line', (mark) => {
    expect(marked(`国国${mark}国`, 'basic')).toBe(`国|国${mark}|国`)
  })

  it.each([...',.;:!?)]}%℃％‰'])('2.2 basic: %s does not begin a line after Han', (mark) => {
    expect(marked(`国国${mark}`, 'basic')).toBe(`国|国${mark}`)
  })

  it.each([...'“‘《〈「『【（［｛([{'])('2.3 basic: %s does not end a line', (mark) => {
    expect(marked(`国国${mark}国`, 'basic')).toBe(`国|国|${mark}国`)
  })

  it('2.3 basic: a sign of currency does not end a line before a figure', () => {
    expect(marked('共￥100国$5', 'basic')).toBe('共|￥100|国|$5')
  })

  it('2.4 quotation marks are Chinese brackets: free outside, closed inside', () => {
    expect(marked('说“好”吗‘是’啊', 'basic')).toBe('说|“好”|吗|‘是’|啊')
    expect(marked('说“GDP”吗', 'basic')).toBe('说|“GDP”|吗')
    expect(marked('他don’t说', 'basic')).toBe('他|don’t|说')
  })

  it('2.5 spaces do not help a mark over the edge', () => {
    expect(marked('字 ）（ 字', 'basic')).toBe('字 ）|（ 字')
  })

  it('2.6 gb: the solidus is glued on both sides, at basic on one', () => {
    expect(marked('国/国', 'basic')).toBe('国/|国')
    expect(marked('国/国／国', 'gb')).toBe('国/国／国')
  })

  it('2.7 strict: no dash and no ellipsis begins a line, below strict they may', () => {
    expect(marked('国——国……国', 'strict')).toBe('国——|国……|国')
    expect(marked('国——国……国', 'gb')).toBe('国|——|国|……|国')
  })

  it('2.8 the CSS levels differ as CSS Text 4 says', () => {
    expect(marked('文：文々文…文ぁ文〜文', 'css-strict')).toBe('文：|文々|文…|文ぁ|文〜|文')
    expect(marked('文：文々文…文ぁ文〜文', 'css-normal')).toBe('文：|文々|文…|文|ぁ|文|〜|文')
    expect(marked('文：文々文…文ぁ文〜文', 'css-loose')).toBe('文|：|文|々|文|…|文|ぁ|文|〜|文')
    expect(marked('文％文￥1文‐文', 'css-loose')).toBe('文|％|文|￥|1|文|‐|文')
  })

  it('2.9 U+3000 ends a line and does not begin one', () => {
    expect(marked('国国\u3000国国', 'gb')).toBe('国|国\u3000|国|国')
  })
})

describe('units', () => {
  it.each(HOUSE)('2.10 a dash or an ellipsis is never parted (%s)', (level) => {
    for (const unit of ['——', '……', '⋯⋯', '⸺']) expect(marked(`国${unit}国`, level)).toMatch(new RegExp(`^国\\|?${unit}\\|国$`))
    expect(marked('国————国……——国', 'gb')).toBe('国|——|——|国|……|——|国')
    expect(marked('国——……国', level)).toMatch(/^国\|?——……\|国$/)
  })

  it.each(HOUSE)('2.11 figures stay with their signs and units (%s)', (level) => {
    for (const unit of ['1,234.5', '36.5℃', '50%', '５０％', '￥100', '№3', '100kg', '1280px', '2024-03-15', '14:30', '−5', '1\u2009000', '1\u2005000', '３．５', '56．2％']) {
      expect(marked(`共${unit}国`, level)).toBe(`共|${unit}|国`)
    }
  })

  it.each(HOUSE)('2.12 a range breaks after its connector, never before it (%s)', (level) => {
    expect(marked('自1901年—1936年，3–5天3～5天10%～20%', level).replaceAll('|，', '，')).toBe('自|1901|年—|1936|年，|3–|5|天|3～|5|天|10%～|20%')
  })

  it('2.13 a word breaks after a hyphen between letters, not before a figure', () => {
    expect(marked('用well-known词COVID-19和A‐4', 'gb')).toBe('用|well-|known|词|COVID-19|和|A‐4')
  })

  it('2.14 addresses break after / ? & = # and before . _ % ~ @, and in no other place', () => {
    expect(marked('见https://www.a-b.cn/c_d?e=1&f=2#g。', 'gb')).toBe('见|https://|www|.a-b|.cn/|c|_d?|e=|1&|f=|2#|g。')
    expect(marked('信寄a.b@c.cn，', 'gb')).toBe('信|寄|a|.b|@c|.cn，')
    expect(marked('比分3/5和and/or', 'basic')).toBe('比|分|3/5|和|and/|or')
    expect(marked('在docs.a-b.dev/zh/3查', 'gb')).toBe('在|docs|.a-b|.dev/|zh/|3|查')
    expect(marked('速3.5/4.0快', 'gb')).toBe('速|3.5/4.0|快')
  })

  it('2.15 no-break spaces and joiners glue, U+200B and U+00AD part', () => {
    expect(marked('国\u00a0国\u2060国\u202f国', 'gb')).toBe('国\u00a0国\u2060国\u202f国')
    expect(marked('ab\u200bcd\u00adef', 'gb')).toBe('ab\u200b|cd\u00ad|ef')
  })

  it('2.16 a spread name and a note mark stay whole', () => {
    expect(marked('记者\u3000张\u3000三\u3000李四', 'gb')).toBe('记|者\u3000|张\u3000三\u3000|李四')
    expect(marked('（记者 张三 司马相如）报道', 'gb')).toBe('（记|者 |张三 |司马相如）|报|道')
    expect(marked('张\u3000三\u3000李\u3000四', 'gb')).toBe('张\u3000三\u3000|李\u3000四')
    expect(marked('甲\u3000乙\u3000丙', 'gb')).toBe('甲\u3000|乙\u3000|丙')
    expect(marked('平方米²与注¹', 'gb')).toBe('平|方|米²|与|注¹')
  })

  it('2.17 clusters: marks, selectors and joined emoji break with their base', () => {
    expect(marked('国\u0301国\ufe00國\u{e0100}𠀀𰻝👨‍👩‍👧国', 'gb')).toBe('国\u0301|国\ufe00|國\u{e0100}|𠀀|𰻝|👨‍👩‍👧|国')
  })
})
