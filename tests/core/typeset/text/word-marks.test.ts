/** Marks beside lines. Sizes are 10 pt, so an em is 10; the em box reaches from 8.8 over the baseline to 1.2 under it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InlineMark, MarkKind } from '../../../../src-core/document/inline-marks.ts'
import { breakParagraph } from '../../../../src-core/typeset/text/break-lines.ts'
import { markLevels } from '../../../../src-core/typeset/text/mark-levels.ts'
import type { Anchor, ParagraphMarks, ParagraphStyle, SetLine, SetMark } from '../../../../src-core/typeset/text/paragraph.ts'
import { setLine } from '../../../../src-core/typeset/text/set-line.ts'
import { shapeParagraph } from '../../../../src-core/typeset/text/shape.ts'
import { marksOn } from '../../document/documents.ts'
import { faces, news, prose } from './texts.ts'

const SIZE = 10
const OVER = -8.8
const UNDER = 1.2

function marked(ranges: readonly InlineMark[], room: number | ParagraphMarks['room'] = 5, changes: Partial<ParagraphStyle> = {}): ParagraphStyle {
  const both = typeof room === 'number' ? { over: room, under: room } : room
  return { ...news(), ...changes, marks: { ranges, room: both, dotEm: 0.3, rubyEm: 0.5 } }
}

function set(text: string, style: ParagraphStyle, chars = Infinity): readonly SetLine[] {
  const shaped = shapeParagraph(text, style, faces)
  return breakParagraph(shaped, () => chars * SIZE).map((line) => setLine(shaped, line))
}

const mark = (from: number, to: number, kind: MarkKind, text?: string): InlineMark => ({ from, to, kind, ...(text === undefined ? {} : { text }) })
const along = ({ runs }: SetLine, { run, glyph, offset }: Anchor): number => Math.round(((runs[run]!.ys ?? runs[run]!.xs)[glyph]! + offset) * 1000) / 1000
function of<K extends SetMark['kind']>(line: SetLine | undefined, kind: K): readonly Extract<SetMark, { kind: K }>[] {
  return (line?.marks ?? []).filter((found): found is Extract<SetMark, { kind: K }> => found.kind === kind)
}
const dots = (line: SetLine | undefined): readonly number[] => of(line, 'dots').flatMap(({ at }) => at.map((anchor) => along(line!, anchor)))
const ends = (line: SetLine | undefined, kind: 'line' | 'wave' | 'frame'): readonly (readonly number[])[] => of(line, kind).map(({ from, to }) => [along(line!, from), along(line!, to)])
const rubies = (line: SetLine | undefined): readonly (readonly [number, number])[] =>
  of(line, 'ruby').map(({ middle, width }) => [along(line!, middle) - width / 2, along(line!, middle) + width / 2])
const textOf = ({ runs }: SetLine): string => runs.map((run) => run.text).join('')

describe('12 marks on words', () => {
  it('12.1 gives every character a dot in its middle, and none to punctuation and spaces', () => {
    const [line] = set('安全第一，质量 GDP！', marked([mark(0, 12, 'emphasis')]))
    expect(dots(line)).toEqual([5, 15, 25, 35, 55, 65, 75, 80, 85])
  })

  it('12.2 makes dots 0.3 em, smaller in a narrow gap, and reports a gap under 0.21 em', () => {
    const diameter = (room: number) => of(set('字', marked([mark(0, 1, 'emphasis')], room))[0], 'dots')[0]!.diameter
    expect([diameter(5), diameter(2.58), diameter(2)]).toEqual([3, expect.closeTo(1.98, 6), 1.5])
    expect(markLevels(marked([mark(0, 1, 'emphasis')], 2.1)).tooTall).toEqual([])
    expect(markLevels(marked([mark(0, 1, 'emphasis')], 2)).tooTall).toHaveLength(1)
  })

  it('12.3 draws one unbroken line for each name, also through a stretched line, and breaks it with the line', () => {
    const text = '天地玄黄宇宙洪荒ABCDEF日月'
    const style = marked([mark(4, 10, 'name'), mark(14, 16, 'title')])
    const lines = set(text, style, 10)
    expect(textOf(lines[0]!)).toBe('天地玄黄宇宙洪荒')
    const [[from, to]] = ends(lines[0], 'line') as [[number, number]]
    expect(from).toBeGreaterThan(40)
    expect(to).toBe(100)
    expect(ends(lines[1], 'line')).toEqual([[0, 10]])
    expect(ends(lines[1], 'wave')).toHaveLength(1)
  })

  it('12.4 leaves an eighth of an em between names that touch, whatever their lines', () => {
    expect(ends(set('张三李四王五', marked([mark(0, 2, 'name'), mark(2, 4, 'name')]))[0], 'line')).toEqual([[0, 19.375], [20.625, 40]])
    const [line] = set('鲁迅呐喊说', marked([mark(0, 2, 'name'), mark(2, 4, 'title')]))
    expect([ends(line, 'line'), ends(line, 'wave')]).toEqual([[[0, 19.375]], [[20.625, 40]]])
  })

  it('12.5 sets the line nearer to the text, the dots beyond it', () => {
    const levels = markLevels(marked([mark(0, 4, 'emphasis'), mark(1, 3, 'name'), mark(6, 8, 'emphasis')]))
    expect(levels.emphasis.distance).toBeGreaterThanOrEqual(levels.name.distance + levels.name.height)
    expect(markLevels(marked([mark(0, 4, 'emphasis'), mark(5, 6, 'name')])).emphasis.distance).toBe(levels.name.distance)
  })

  it('12.6 frames a name outside its cells and never parts it', () => {
    const lines = set('天地玄黄宇宙洪荒赵文华同志', marked([mark(8, 11, 'frame')]), 10)
    expect(lines.map(textOf)).toEqual(['天地玄黄宇宙洪荒', '赵文华同志'])
    expect(ends(lines[1], 'frame')).toEqual([[-0.225, 30.225]])
    expect(of(lines[1], 'frame')[0]).toMatchObject({ over: expect.closeTo(OVER - 0.225, 9), under: expect.closeTo(UNDER + 0.225, 9) })
  })

  it('12.6 leaves a frame open where its words are wider than the measure', () => {
    const lines = set('天地玄黄宇宙', marked([mark(0, 6, 'frame')]), 4)
    expect(lines.map((line) => of(line, 'frame').map(({ openStart = false, openEnd = false }) => [openStart, openEnd]))).toEqual([[[false, true]], [[true, false]]])
  })

  it('12.7 looks through marks for what may begin and end a line', () => {
    const lines = set('天地玄黄宇宙洪荒，日月', marked([mark(5, 8, 'frame'), mark(9, 11, 'name')]), 8)
    expect(lines.every((line) => !textOf(line).startsWith('，'))).toBe(true)
  })

  it('12.8 keeps ruby and its base together', () => {
    const lines = set('天地玄黄宇宙洪荒中国人', marked([mark(8, 10, 'ruby', 'zhōngguó')]), 9)
    expect(textOf(lines[0]!)).toBe('天地玄黄宇宙洪荒')
    expect(rubies(lines[1])).toHaveLength(1)
  })

  it('12.9 centres ruby of half the size, and lets it reach a quarter em over neighbours that have none', () => {
    expect(rubies(set('人魅人', marked([mark(1, 2, 'ruby', 'mèi')], 10))[0])).toEqual([[11.25, 18.75]])
    // Six letters, 15 wide: 2.5 over either side, but the gap of 0.125 em is kept.
    const [wide] = set('人装人', marked([mark(1, 2, 'ruby', 'zhuāng')], 10))
    expect(wide!.width).toBe(31.25)
    expect(rubies(wide)).toEqual([[8.125, 23.125]])
  })

  it('12.9 widens bases under neighbouring rubies, so that a quarter of the ruby’s em is between them', () => {
    const [line] = set('装饰床铺', marked([mark(0, 1, 'ruby', 'zhuāng'), mark(1, 2, 'ruby', 'shì'), mark(2, 3, 'ruby', 'chuáng')], 10))
    const set3 = rubies(line)
    for (let index = 1; index < 3; index++) expect(set3[index]![0] - set3[index - 1]![1]).toBeGreaterThanOrEqual(1.25 - 1e-6)
    expect(set3[0]![0]).toBeGreaterThanOrEqual(0)
  })

  it('12.10 keeps ruby inside the line at its ends', () => {
    const lines = set('天地玄黄宇宙洪荒日月装', marked([mark(10, 11, 'ruby', 'zhuāng')], 10), 10)
    expect(rubies(lines[1])[0]![0]).toBeGreaterThanOrEqual(0)
  })

  it('12.11 shrinks ruby to a narrow gap and reports one under 0.39 em', () => {
    const ruby = [mark(0, 1, 'ruby', 'zì')]
    expect(of(set('字', marked(ruby, 4))[0], 'ruby')[0]!.runs[0]!.size).toBeCloseTo(3.579, 3)
    expect(markLevels(marked(ruby, 4)).tooTall).toEqual([])
    expect(markLevels(marked(ruby, 3.8)).tooTall).toHaveLength(1)
  })

  it('12.13 puts dots and ruby to the right of vertical lines, names to the left, frames round them', () => {
    const ranges = [mark(0, 2, 'emphasis'), mark(2, 4, 'name'), mark(4, 6, 'title'), mark(6, 7, 'frame'), mark(7, 8, 'ruby', 'zì')]
    const [line] = set('天地玄黄宇宙洪荒', marked(ranges, 10, { writing: 'vertical' }))
    expect(dots(line)).toEqual([5, 15])
    expect(of(line, 'dots')[0]!.across).toBeGreaterThan(5)
    for (const stroke of [...of(line, 'line'), ...of(line, 'wave')]) expect(stroke.across).toBeLessThan(-5)
    expect(of(line, 'frame')[0]).toMatchObject({ over: 5.225, under: -5.225 })
    expect(of(line, 'ruby')[0]!.across).toBeGreaterThan(5)
    expect(of(line, 'ruby')[0]!.runs[0]!.rotate).toBe(90)
  })

  it('12.15 strokes are thick enough for newsprint, whatever the size', () => {
    const small = markLevels(marked([mark(0, 1, 'name')], 5, { size: 5 }))
    expect([small.stroke, small.name.height]).toEqual([0.3, 0.3])
    expect(markLevels(marked([mark(0, 1, 'name')], 9, { size: 20 })).stroke).toBeCloseTo(0.9, 9)
  })

  it('changes nothing of a text that has none', () => {
    const style = news({ indentEm: 2 })
    const text = '天地玄黄，宇宙洪荒。'.repeat(9)
    const plain = shapeParagraph(text, style, faces)
    expect(breakParagraph(plain, () => 130).map((line) => setLine(plain, line))).toEqual(set(text, { ...style, marks: { ranges: [], room: { over: 0, under: 0 }, dotEm: 0.3, rubyEm: 0.5 } }, 13).map(({ runs, width }) => ({ runs, width })))
  })
})

const MARKED_PROSE = prose.chain((text) => marksOn(text).map((ranges) => ({ text, ranges: ranges.filter(({ kind }) => kind !== 'strong' && kind !== 'kai') })))

describe('laws of marks', () => {
  it('marks every marked character exactly once, whatever the lines', () => {
    fc.assert(
      fc.property(MARKED_PROSE, fc.integer({ min: 6, max: 30 }), fc.boolean(), ({ text, ranges }, chars, vertical) => {
        const lines = set(text, marked(ranges, 10, vertical ? { writing: 'vertical' } : {}), chars)
        const whole = set(text, marked(ranges, 10, vertical ? { writing: 'vertical' } : {}))
        const count = (from: readonly SetLine[]) => from.reduce((sum, line) => sum + dots(line).length, 0)
        expect(count(lines)).toBe(count(whole))
        expect(lines.reduce((sum, line) => sum + of(line, 'ruby').length, 0)).toBe(ranges.filter(({ kind }) => kind === 'ruby').length)
        for (const kind of ['name', 'title', 'frame'] as const) {
          const pieces = lines.flatMap((line) => of(line, kind === 'name' ? 'line' : kind === 'title' ? 'wave' : 'frame'))
          expect(pieces.length).toBeGreaterThanOrEqual(ranges.filter((range) => range.kind === kind).length)
        }
        for (const line of lines) {
          const places = dots(line)
          expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('keeps marks inside their room, and rubies apart, unless it says that the gap is too small', () => {
    fc.assert(
      fc.property(MARKED_PROSE, fc.integer({ min: 6, max: 30 }), fc.double({ min: 2, max: 12, noNaN: true }), ({ text, ranges }, chars, room) => {
        const style = marked(ranges, room)
        fc.pre(markLevels(style).tooTall.length === 0)
        for (const line of set(text, style, chars)) {
          for (const { across, diameter } of of(line, 'dots')) expect([across - diameter / 2 > UNDER, across + diameter / 2 < UNDER + room]).toEqual([true, true])
          for (const { across, width } of of(line, 'line')) expect([across - width / 2 > UNDER, across + width / 2 < UNDER + room]).toEqual([true, true])
          for (const { across, amplitude } of of(line, 'wave')) expect([across - amplitude > UNDER, across + amplitude < UNDER + room]).toEqual([true, true])
          for (const { across, runs } of of(line, 'ruby')) expect([across < OVER, across - (runs[0]?.size ?? 0) * 0.75 > OVER - room]).toEqual([true, true])
          const placed = rubies(line)
          for (let index = 1; index < placed.length; index++) expect(placed[index]![0]).toBeGreaterThan(placed[index - 1]![1])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('leaves sums exact: a full line with marks ends at the measure', () => {
    fc.assert(
      fc.property(MARKED_PROSE, fc.integer({ min: 8, max: 30 }), ({ text, ranges }, chars) => {
        const shaped = shapeParagraph(text, marked(ranges), faces)
        for (const line of breakParagraph(shaped, () => chars * SIZE)) {
          if (!line.last && line.gapEm !== 0 && !line.emergency) expect(setLine(shaped, line).width).toBeCloseTo(line.measure, 2)
        }
      }),
      { numRuns: 200 },
    )
  })
})
