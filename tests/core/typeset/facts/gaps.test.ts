/**
 * Where a gap stands between Chinese and Western text. `|` marks the gaps; at every other boundary between letters,
 * figures and Han there is none.
 */
import { describe, expect, it } from 'vitest'
import { inspect } from '../../../../src-core/typeset/inspect.ts'
import { expectFact, marked } from './fact.ts'

function gapsOf(text: string, fields: object = {}): readonly number[] {
  const [answer] = inspect([{ id: text, text, lang: 'zh-Hans', metrics: 'ideal', ...fields }], null)
  if (!answer || 'error' in answer) throw new Error(answer?.error)
  return answer.clusters.flatMap(({ to, gapAfterEm }) => (gapAfterEm > 0 ? [to] : []))
}

/** web-platform-tests, css/css-text/text-autospace; text-autospace-zh-001 (国!国) is left out, CLREQ has no gap there. */
describe('4.1, 4.2 web-platform-tests', () => {
  it.each([
    ['001', '国国|XX|国'], ['001', '国。XX|国'], ['002', '𠀀𠀀|XX|𠀀'], ['002', '𠀀。XX|𠀀'],
    ['combining-marks', '国\u0301|X'], ['combining-marks', '国\u0301国'], ['combining-marks', '国\u0301|X\u0301'],
    ['combining-marks', 'X\u0301X'], ['combining-marks', 'X\u0301|国'], ['combining-marks', 'X\u0301|国\u0301'],
    ['combining-marks', 'X|国\u0301'], ['combining-marks', '国|X\u0301'], ['combining-marks', '国国\u0301'],
    ['elements-001', '国国|AA|国国'], ['elements-001', 'AA|国国|AA'], ['elements-002', 'abc|永'], ['elements-004', '永|abc'],
    ['elements-007', 'a\u0301\u0302|永'], ['ideograph-alpha-001', 'A|水水'], ['ideograph-numeric-001', '4|水水'],
    ['ligature-001', '国|fi|国'], ['mixed-001', '国国|אבג|国国'], ['mixed-001', '国国|مُرَبَّعْ|国国'], ['preformatted-001', 'A|水|Z'],
    ['supplementary-ideograph', '𠀀|A'], ['supplementary-ideograph', 'A|𠀀'],
    ['vs-001', '国\ufe00国'], ['vs-001', '国\ufe00|A'], ['vs-001', 'A\ufe00|国'], ['vs-001', '国\u{e0100}国'], ['vs-001', '国\u{e0100}|A'],
    ['vs-001', 'A\u{e0100}|国'], ['vs-001', '“\ufe01国'],
  ])('text-autospace-%s: %s', (_, line) => {
    const { text, at } = marked(line)
    expect(gapsOf(text)).toEqual(at)
    for (const lang of ['zh-Hant', 'zh', null]) expect(gapsOf(text, { lang })).toEqual(at)
    // text-autospace-elements-*: an element's edge is no boundary.
    for (let edge = 1; edge < [...text].length; edge++) expect(gapsOf(text, { runs: [[0, edge]] })).toEqual(at)
  })

  it('4.4 text-autospace-break-001: drops the gap where the line breaks', () => {
    for (const [first, second] of [['国国国国', 'X国'], ['国国国国', '1国'], ['XXXX', '国X'], ['1111', '国1']] as const) {
      expectFact({ text: first + second, widthEm: 4, latinEm: 1, lines: [first, second], firstEm: [1, 1], lastEm: [1, 1] })
    }
  })
})

/** xeCJK, testfiles/zwchars01: characters without width do not part Han and Western. */
describe('4.1 xeCJK', () => {
  it.each(['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'])('zwchars01: U+%#', (joiner) => {
    expect(gapsOf(`文${joiner}AB${joiner}字`)).toHaveLength(2)
    expectFact({ text: `文字）${joiner}（文字`, sums: [[2, 5, 1.5]] })
  })
})

/** autocorrect, autocorrect/src/format.rs: where its examples gain a space, Han written 国. Codes and paths are left out. */
describe('4.1, 4.3 autocorrect', () => {
  it.each([
    '国国国|heroku|国国国国国国国国国', '[国国]国国国|web|国国国国国国国国-Ruby', '[国国](国|800)国国|Rails|国国国', 'Teahour.fm|国|18|国国国',
    'Yes!国国国国|Rails 4', 'WWDC|国国国国|Objective C/LLVM', '国|Ubuntu11.10 64|国国国国国|newrelic|国国', '国国国国|Bug|国国国|0.1%|国国国',
    '国|SHIBOR|国|1.5530%，国国|33.80%|国国国。7|国|SHIBOR|国|2.3200%，国国|6.10|国国国。3|国国', '国国国“国国国”国国国|iPhone 12|国|iPhone 12 Pro|国国国国',
    '国国国国-W|国国国国国国|13.5|国国', '（国国国国）-国国国国国国国国|1.3|国国国*国国国国国国国', 'Cell|国|RefCell|国国国国国国国国国*国国', 'HashTag|国国国#国国',
    'Mention|国国国国国国国国@国国国', '国国|hello?world!', 'A|国国国|case|国国', '国国|Yahoo!国国国', '国国国国国国国国国!import|国国国国国国国国', '国|3|国|10|国国国',
    '国国国国|2013|国|3|国|10|国-Ruby Saturday|国国国国', '国|Ubuntu 11.10 64|国国国国国|Go|国国', 'Ruby 2.7|国国国国|3|国国国', '国国|github.com|国国国',
    '国国国国国：国国|11|国国国国国国国国|302.3|国国/国，10|国国|338.3|国国/国。',
    '（国国）国国：国国「国国」100|国国【BABA.US】“国国”50%；国国国国|20%！', '国国国国|A-Z|国国国', '国|3|国国-国国国国国国国国？国国国国。', '国国|A/B|国国',
    '国|HTTP/2|国|HTTP/1.1|国国', '国国国国国国国国国国国|Rust，国国国国国国', '国国|Firefox、Dropbox|国|Cloudflare|国国国国|Rust。',
  ])('%s', (line) => {
    const { text, at } = marked(line)
    expect(gapsOf(text)).toEqual(at)
  })

  it.each(['国国 X', '国X 国', '国50% 国', '国 X 国'])('4.5 a space that is typed there stands for the gap: %s', (text) => {
    const bare = text.replaceAll(' ', '')
    const widthOf = (of: string): number => {
      const [answer] = inspect([{ id: of, text: of, lang: 'zh-Hans', metrics: 'ideal' }], null)
      if (!answer || 'error' in answer) throw new Error(answer?.error)
      return answer.clusters.reduce((sum, { advanceEm, gapAfterEm }) => sum + advanceEm + gapAfterEm, 0)
    }
    expect(widthOf(text)).toBe(widthOf(bare))
  })
})
