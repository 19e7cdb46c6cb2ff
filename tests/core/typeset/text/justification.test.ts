/** docs/typesetting.md, parts 5 and 6: justification, ends of paragraphs. Em throughout. */
import { describe, expect, it } from 'vitest'
import type { JustifyLimits } from '../../../../src-core/document/style.ts'
import { breakParagraph, breakShorter } from '../../../../src-core/typeset/text/break-lines.ts'
import { isShort } from '../../../../src-core/typeset/text/short-line.ts'
import type { ParagraphStyle } from '../../../../src-core/typeset/text/paragraph.ts'
import { placeCells, setLine } from '../../../../src-core/typeset/text/set-line.ts'
import { shapeParagraph } from '../../../../src-core/typeset/text/shape.ts'
import { faces, news } from './texts.ts'

/** Lines of a text, with `!` after one that is broken or stands out by force. */
function lines(text: string, measure: number, style: ParagraphStyle = news()): readonly string[] {
  const characters = [...text]
  return breakParagraph(shapeParagraph(text, style, faces), () => measure * style.size).map(
    (line) => characters.slice(line.from, line.to).join('') + (line.emergency ? '!' : ''),
  )
}

interface Cell {
  readonly text: string
  readonly advance: number
  readonly gap: number
}

function cells(text: string, measure: number, line = 0, style: ParagraphStyle = news()): readonly Cell[] {
  const shaped = shapeParagraph(text, style, faces)
  const characters = [...text]
  const { fit, edges, gaps } = placeCells(shaped, breakParagraph(shaped, () => measure * style.size)[line]!)
  const em = (points: number): number => Math.round((points / style.size) * 1e6) / 1e6
  return [...gaps].map((gap, index) => ({
    text: characters.slice(shaped.from[fit.from + index], shaped.from[fit.from + index + 1]).join(''),
    advance: em(edges[index + 1]! - edges[index]! - gap),
    gap: em(gap),
  }))
}

function advanceOf(text: string, of: readonly Cell[]): number {
  return of.find((cell) => cell.text === text)!.advance
}

describe('push in, push out', () => {
  it('5.1 squeezes one more character in where the marks give enough, else stretches', () => {
    expect(lines('国X，国国国国国国', 5.2)[0]).toBe('国X，国国国')
    expect(lines('国X，国国国国国国', 5)[0]).toBe('国X，国国')
  })

  it('5.2 takes a line that is full as it is, whatever could be squeezed into it', () => {
    expect(lines('国，国，国国国国国国', 5)[0]).toBe('国，国，国')
  })

  it('5.3 squeezes a sentence’s end only where the line would be looser than 0.25 em a gap', () => {
    expect(lines('国。国国XXXX国国国国国', 5)[0]).toBe('国。国国')
    expect(lines('国。国。XXXX国国国国国', 5)[0]).toBe('国。国。XXXX')
  })

  it('5.4 goes round a break that parts a figure from its unit, where that costs little', () => {
    expect(lines('国国国国国国国国国国国12国国国国', 12)[0]).toBe('国国国国国国国国国国国')
    expect(lines('国国12国国国国', 3.25)[0]).toBe('国国12')
  })
})

describe('ladders', () => {
  it('5.5 shrinks brackets, then commas, then gaps, each step used up before the next', () => {
    const little = cells('国（国）国，国国国国国国', 9.7)
    expect(little.map((cell) => cell.text).join('')).toBe('国（国）国，国国国国')
    expect([advanceOf('（', little), advanceOf('）', little), advanceOf('，', little)]).toEqual([0.85, 0.85, 1])
    const more = cells('国（国，国国国国国国', 7.2)
    expect([advanceOf('（', more), advanceOf('，', more)]).toEqual([0.5, 0.7])
    const most = cells('国，X国。国国国国国国', 7.2)
    expect([advanceOf('，', most), most.find((cell) => cell.text === 'X')!.gap, advanceOf('。', most)]).toEqual([0.5, 0.2, 1])
  })

  it('5.6 shrinks the Chinese-Western gap to an eighth, and no further', () => {
    expect(cells('国X国国国国国国', 5.8).map((cell) => cell.gap)).toEqual([0.15, 0.15, 0, 0, 0, 0])
    expect(lines('国X国国国国国国', 5.7)[0]).toBe('国X国国国')
  })

  it('5.7 stretches word spaces to half an em, then gaps, then every other gap alike', () => {
    const spaced = cells('XX XX国国国国国国', 5.1)
    expect(spaced.map((cell) => cell.text).join('')).toBe('XX XX国国')
    expect(spaced.find((cell) => cell.text === ' ')!.advance).toBe(0.5)
    expect(spaced.map((cell) => cell.gap).reduce((sum, gap) => sum + gap, 0)).toBeCloseTo(0.6, 5)
    const gap = cells('国X国国国国国国国国', 4.1)
    expect(gap.map((cell) => cell.text).join('')).toBe('国X国国')
    expect(gap.map((cell) => cell.gap)).toEqual([0.3, 0.3, 0, 0])
    expect(cells('国国国XXXX国国', 4).map((cell) => cell.gap)).toEqual([0.5, 0.5, 0])
  })

  it('5.7 lets word spaces and gaps share what goes beyond a quarter em a gap', () => {
    const line = cells('国国X XX（XXXXXXXX）国国国', 5.9)
    expect(line.map((cell) => cell.text).join('')).toBe('国国X XX')
    const share = (5.9 - 4 - 0.25 - 0.25 - 0.25) / 3
    const expected = [0.25 + share, 0.5 + share, 0, 0, 0, 0]
    line.forEach(({ gap }, index) => expect(gap).toBeCloseTo(expected[index]!, 5))
    expect(advanceOf(' ', line)).toBeCloseTo(0.5 + share, 5)
  })

  it('5.8 leaves words, figures, dashes, connectors and solidi solid', () => {
    const stretched = cells('国12.5%X-X国/国——国国（XXXX）', 11.6)
    expect(stretched.filter((cell) => '12.5-X/'.includes(cell.text)).every((cell) => cell.gap <= 0.5 && cell.advance <= 1)).toBe(true)
    for (const solid of ['1', '2', '.', '5', '-', '/']) expect(stretched.find((cell) => cell.text === solid)!.gap).toBe(0)
    expect(advanceOf('——', stretched)).toBe(2)
  })

  it('5.9 sets a line that has no gap ragged', () => {
    const shaped = shapeParagraph('XXXXXX国国国国国国', news(), faces)
    const [first] = breakParagraph(shaped, () => 32)
    expect([first!.to, setLine(shaped, first!).width]).toEqual([6, 30])
  })
})

describe('limits that the house sets', () => {
  const limited = (justify: JustifyLimits): ParagraphStyle => news({ line: { justify } })

  it('5.5 the gentle style leaves brackets and commas a part of their blank', () => {
    const gentle = limited({ bracketMinEm: 0.25, commaMinEm: 0.25 })
    const line = cells('国（国，国国国国国国', 7.6, 0, gentle)
    expect(line.map((cell) => cell.text).join('')).toBe('国（国，国国国国')
    expect([advanceOf('（', line), advanceOf('，', line)]).toEqual([0.75, 0.85])
    expect(lines('国（国，国国国国国国', 7.4, gentle)[0]).toBe('国（国，国国国')
    expect(lines('国（国，国国国国国国', 7.4)[0]).toBe('国（国，国国国国')
  })

  it('5.5 a full dot gives half an em, a quarter from each side', () => {
    const line = cells('国・国国国国国国国', 5.7)
    expect(line.map((cell) => cell.text).join('')).toBe('国・国国国国')
    expect(advanceOf('・', line)).toBe(0.7)
    expect(lines('国・国国国国国国国', 5.4)[0]).toBe('国・国国国')
  })

  it('5.3 a house lets sentences’ ends give always, or never', () => {
    expect(lines('国。国国国国国国国国国', 8.6)[0]).toBe('国。国国国国国国')
    expect(lines('国。国国国国国国国国国', 8.6, limited({ squeezeStops: 'always' }))[0]).toBe('国。国国国国国国国')
    expect(lines('国。国国XXXX国国国国国', 5)[0]).toBe('国。国国')
    expect(lines('国。国XXXX国国国国国', 4.7)[0]).toBe('国。国XXXX')
    expect(lines('国。国XXXX国国国国国', 4.7, limited({ squeezeStops: 'never' }))[0]).toBe('国。国')
  })

  it('5.6 a gap that the house fixes neither shrinks nor grows', () => {
    const fixed = limited({ autospaceMinEm: 0.25, autospaceMaxEm: 0.25 })
    expect(lines('国X国国国国国国', 5.8, fixed)[0]).toBe('国X国国国')
    expect(cells('国X国国国国国国国国', 4.1, 0, fixed).map((cell) => cell.gap)).toEqual([0.25, 0.25, 0.1, 0])
    // Nor does it share what goes beyond a quarter em of the others.
    expect(cells('国X国国XXXXXXXX国', 5.5, 0, fixed).map((cell) => cell.gap)).toEqual([0.25, 0.25, 1.5, 0])
  })

  it('5.6 a typed space between Han and Western shrinks and stretches as the gap that it stands for', () => {
    const squeezed = cells('国 X 国国国国国国', 5.8)
    expect(squeezed.map((cell) => cell.text).join('')).toBe('国 X 国国国国')
    expect(squeezed.filter((cell) => cell.text === ' ').map((cell) => cell.advance)).toEqual([0.15, 0.15])
  })

  it('5.7 word spaces take no more than the house lets them before other gaps', () => {
    const spaced = cells('XX XX国国国国国国国国国', 9.2, 0, limited({ wordSpaceMaxEm: 0.25, autospaceMaxEm: 0.25 }))
    expect(spaced.find((cell) => cell.text === ' ')!.advance).toBe(0.25)
  })

  it('5.17 a line is loose over a quarter em a gap, or where the house says', () => {
    const loose = (style: ParagraphStyle): boolean | undefined => breakParagraph(shapeParagraph('国国国国XXXXXX国国国', style, faces), () => 48)[0]!.loose
    expect([loose(news()), loose(limited({ looseEm: 0.3 }))]).toEqual([true, undefined])
  })
})

describe('ends of paragraphs', () => {
  it('5.10 sets the last line and a line that the author ended at natural widths', () => {
    expect(cells('国国X国', 9).map((cell) => cell.gap)).toEqual([0, 0.25, 0.25, 0])
    expect(cells('国X\n国国国', 9).map((cell) => cell.gap)).toEqual([0.25, 0])
  })

  it('5.11 spreads every line over the measure when the setting is 均排', () => {
    expect(cells('张三', 3, 0, news({ align: 'even' })).map((cell) => cell.gap)).toEqual([1, 0])
  })

  it('5.12 centres and ends lines by their trimmed width', () => {
    const [centred] = breakParagraph(shapeParagraph('（国国）', news({ justify: false, align: 'center' }), faces), () => 50)
    expect(centred!.indent).toBe(10)
    const [ended] = breakParagraph(shapeParagraph('国国，', news({ justify: false, align: 'end' }), faces), () => 50)
    expect(ended!.indent).toBe(25)
  })

  it('6.1 indents the first line and no other', () => {
    const indents = breakParagraph(shapeParagraph('国'.repeat(20), news({ indentEm: 2 }), faces), () => 80).map((line) => line.indent)
    expect(indents).toEqual([20, 0, 0])
  })

  it('6.2 pulls a single last character up by squeezing, else lengthens the last line by one', () => {
    expect(lines('国，国，国国国国国国国国国国。', 7)).toEqual(['国，国，国国国国', '国国国国国国。'])
    expect(lines('国'.repeat(17) + '。', 16)).toEqual(['国'.repeat(15), '国国。'])
  })

  it('6.3 leaves a single last character where nothing gives, for the layout to report', () => {
    const shaped = shapeParagraph('国国国国。', news(), faces)
    const last = breakParagraph(shaped, () => 30).at(-1)!
    expect(lines('国国国国。', 3)).toEqual(['国国国', '国。'])
    expect(isShort(shaped, last.from, last.to)).toBe(true)
  })

  it('6.4 sets a paragraph in one line less where the squeeze reaches', () => {
    const shaped = shapeParagraph('国，国国，国国，国国，国国国国', news(), faces)
    expect(breakParagraph(shaped, () => 130)).toHaveLength(2)
    expect(breakShorter(shaped, () => 130)).toHaveLength(1)
    expect(breakShorter(shapeParagraph('国国国国', news(), faces), () => 30)).toBeNull()
  })
})

describe('units wider than the measure', () => {
  it('2.16 a name is parted only rather than a line torn apart before it', () => {
    expect(lines('国讯（记者 梁若溪）国国国国', 8)[0]).toBe('国讯（记者 梁若')
    expect(lines('国国讯（记者 梁若溪）国国国国国国', 6.5)[0]).toBe('国国讯（记者 ')
  })

  it('2.18 are broken where they fill the line, and said so', () => {
    expect(lines('XXXXXXXX', 2)).toEqual(['XXXX!', 'XXXX'])
    expect(lines('国（XXXXXXXX）国', 2)).toEqual(['国', '（XXX!', 'XXXX!', 'X）国'])
  })

  it('2.19 never begin a line before such a word that is torn apart', () => {
    expect(lines('国国XXXXXXXXXXXXXX国', 5)[0]).toBe('国国XXXXX!')
  })
})
