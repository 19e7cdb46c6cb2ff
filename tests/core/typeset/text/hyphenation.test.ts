/** docs/typesetting.md, 5.14 to 5.16: hyphenation of Western words. */
import { describe, expect, it } from 'vitest'
import { breakParagraph } from '../../../../src-core/typeset/text/break-lines.ts'
import type { ParagraphStyle } from '../../../../src-core/typeset/text/paragraph.ts'
import { setLine } from '../../../../src-core/typeset/text/set-line.ts'
import { shapeParagraph } from '../../../../src-core/typeset/text/shape.ts'
import { BREAK } from '../../../../src-core/typeset/text/unicode/line-breaking.ts'
import { inspect } from '../../../../src-core/typeset/inspect.ts'
import { faces, news } from './texts.ts'

const HYPHENATED = news({ line: { hyphenate: true } })

/** The text with `·` where a line may end in a hyphen. */
function points(text: string, style: ParagraphStyle = HYPHENATED): string {
  const { breaks, from } = shapeParagraph(text, style, faces)
  const characters = [...text]
  const starts = new Map(Array.from(from, (start, cluster) => [start, cluster]))
  return characters.map((character, at) => (breaks[starts.get(at) ?? 0] === BREAK.Hyphen ? `·${character}` : character)).join('')
}

describe('words', () => {
  it('5.14 are parted by the English patterns, two letters before and three after', () => {
    expect(points('国international国')).toBe('国in·ter·na·tional国')
    expect(points('国photosynthesis，algorithm')).toBe('国pho·to·syn·the·sis，al·go·rithm')
    expect(points('国table国through国')).toBe('国ta·ble国through国')
  })

  it('5.14 are left whole in capitals, names, figures, compounds, contractions and addresses', () => {
    for (const text of ['INTERNATIONAL', 'International', 'iPhotosynthesis', 'photosynthesis2', 'well-international', 'international’s', 'www.international.com/photosynthesis', 'a@international.org', 'façades'])
      expect(points(text)).toBe(text)
    expect(points('It is international.')).toBe('It is in·ter·na·tional.')
  })

  it('5.14 are left whole where the house does not hyphenate, and in what is not justified', () => {
    expect(points('international', news())).toBe('international')
    expect(points('international', news({ justify: false, line: { hyphenate: true } }))).toBe('international')
  })

  it('5.15 are parted at the author’s soft hyphens, and only there', () => {
    expect(points('国photosyn\u00adthesis国', news())).toBe('国photosyn\u00ad·thesis国')
    expect(points('国photosyn\u00adthesis国')).toBe('国photosyn\u00ad·thesis国')
    expect(points('国\u00ad国', news())).toBe('国\u00ad国')
  })
})

describe('the hyphen', () => {
  it.each(['国国国international国国国国', '国国国in\u00adternational国国国国'])('5.16 shows at the line’s end, takes its room, and stands for no character: %s', (text) => {
    const shaped = shapeParagraph(text, HYPHENATED, faces)
    const [first, ...others] = breakParagraph(shaped, () => 48)
    const { runs, width } = setLine(shaped, first!)
    expect(width).toBeCloseTo(48, 6)
    const run = runs.at(-1)!
    expect(run.text.endsWith('in')).toBe(true)
    expect(run.glyphs.at(-1)).toBe(shaped.runs[0]!.face.glyph(0x2d))
    expect(run.clusters.at(-1)).toBe([...run.text].length)
    expect(run.xs.at(-1)).toBeCloseTo(43, 6)
    const rest = others.flatMap((line) => setLine(shaped, line).runs)
    expect([...runs, ...rest].map((one) => one.text).join('')).toContain('international')
  })

  it('5.16 is no break of inspect', () => {
    const [answer] = inspect([{ id: 'a', text: '国international国', lang: 'zh-Hans', metrics: 'ideal' }], null)
    expect(answer).toMatchObject({ breaks: [1, 14] })
  })

  it('5.14 is avoided where a squeeze or little stretch buys a whole word', () => {
    const first = (han: number, measure: number): string => {
      const text = `${'国'.repeat(han)}table${'国'.repeat(40)}`
      return text.slice(0, breakParagraph(shapeParagraph(text, HYPHENATED, faces), () => measure * 10)[0]!.to)
    }
    expect(first(20, 21.8)).toBe('国'.repeat(20))
    expect(first(12, 13.8)).toBe(`${'国'.repeat(12)}ta`)
  })
})
