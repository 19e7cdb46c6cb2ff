/** What holds for every text, style and measure. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BrokenLine, ParagraphStyle } from '../../../../src-core/typeset/text/paragraph.ts'
import { breakParagraph } from '../../../../src-core/typeset/text/break-lines.ts'
import { fitLine } from '../../../../src-core/typeset/text/line-fit.ts'
import { linePrice } from '../../../../src-core/typeset/text/line-price.ts'
import { LINE } from '../../../../src-core/typeset/text/optimal.ts'
import { placeCells, setLine } from '../../../../src-core/typeset/text/set-line.ts'
import { shapeParagraph } from '../../../../src-core/typeset/text/shape.ts'
import { clusterAt } from '../../../../src-core/typeset/text/shaped.ts'
import { TextComposer } from '../../../../src-core/typeset/page/text-composer.ts'
import { faces, lineStyles, measures, news, prose, styles, texts } from './texts.ts'

const EXACT = 0.01
/** A line that comes out loose may have the three before it set anew; one more, since a line's end looks ahead. */
const LINES_THAT_MOVE = 5

function roomOf(line: BrokenLine, style: ParagraphStyle): number {
  return line.measure - (line.from === 0 ? style.indentEm * style.size : 0)
}

function isFull(line: BrokenLine, style: ParagraphStyle): boolean {
  return style.justify && style.align !== 'center' && style.align !== 'end' && !line.last
}

const cases = fc.record({ text: texts, style: styles, measure: measures, second: measures })

describe('laws of a paragraph', () => {
  it('loses and repeats no character: clusters and lines follow one another from the first to the last', () => {
    fc.assert(
      fc.property(cases, ({ text, style, measure }) => {
        const shaped = shapeParagraph(text, style, faces)
        const length = [...text].length
        expect([shaped.from[0], shaped.from[shaped.count]]).toEqual([0, length])
        const lines = breakParagraph(shaped, () => measure * style.size)
        expect(lines.map((line) => line.from)).toEqual([0, ...lines.map((line) => line.to)].slice(0, lines.length))
        if (length > 0) expect(lines.at(-1)!.to).toBe(length)
        for (const line of lines) expect(line.to).toBeGreaterThan(line.from)
      }),
      { numRuns: 400 },
    )
  })

  it('shows every character of a line once, in order, or leaves it out because it has no glyph', () => {
    fc.assert(
      fc.property(cases, ({ text, style, measure }) => {
        const shaped = shapeParagraph(text, style, faces)
        const characters = [...text]
        for (const line of breakParagraph(shaped, () => measure * style.size)) {
          let at = line.from
          for (const run of setLine(shaped, line).runs) {
            expect(run.from).toBeGreaterThanOrEqual(at)
            expect([...run.text]).toHaveLength(run.to - run.from)
            expect(run.glyphs).toHaveLength(run.xs.length)
            expect(run.clusters).toHaveLength(run.glyphs.length)
            expect(run.clusters[0]).toBe(0)
            expect(characters.slice(at, run.from).every((character) => /^[\p{C}\p{Z}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u.test(character))).toBe(true)
            at = run.to
          }
          expect(at).toBeLessThanOrEqual(line.to)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('adds up: cells and gaps make the line, and a full line ends at the measure', () => {
    fc.assert(
      fc.property(cases, ({ text, style, measure }) => {
        const shaped = shapeParagraph(text, style, faces)
        for (const line of breakParagraph(shaped, () => measure * style.size)) {
          const { edges, fit } = placeCells(shaped, line)
          for (let index = 1; index < edges.length; index++) expect(edges[index]! - edges[index - 1]!).toBeGreaterThanOrEqual(-1e-9)
          const width = edges.at(-1)! + fit.hyphen - line.indent
          if (fit.end === fit.from || line.emergency) continue
          if (isFull(line, style) && line.gapEm !== 0) expect(width).toBeCloseTo(roomOf(line, style), 2)
          if (line.last && line.natural <= roomOf(line, style) && style.align !== 'even') expect(Math.abs(width - line.natural)).toBeLessThan(EXACT)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('answers the same again, whatever was broken in between', () => {
    fc.assert(
      fc.property(cases, ({ text, style, measure, second }) => {
        const shaped = shapeParagraph(text, style, faces)
        const once = breakParagraph(shaped, () => measure * style.size)
        breakParagraph(shaped, () => second * style.size)
        expect(breakParagraph(shaped, () => measure * style.size)).toEqual(once)
        expect(breakParagraph(shapeParagraph(text, style, faces), () => measure * style.size)).toEqual(once)
      }),
      { numRuns: 200 },
    )
  })

  it('breaks where the level allows, or says that it could not', () => {
    fc.assert(
      fc.property(cases, ({ text, style, measure }) => {
        const shaped = shapeParagraph(text, style, faces)
        for (const line of breakParagraph(shaped, () => measure * style.size)) {
          if (!line.emergency) expect(shaped.breaks[clusterAt(shaped, line.to)]).not.toBe(0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('keeps every line within the measure unless a unit is wider than it', () => {
    fc.assert(
      fc.property(prose, measures, (text, measure) => {
        fc.pre(measure >= 6)
        const shaped = shapeParagraph(text, news({ indentEm: 2 }), faces)
        for (const line of breakParagraph(shaped, () => measure * 10)) {
          expect(line.emergency).toBeUndefined()
          expect(setLine(shaped, line).width).toBeLessThanOrEqual(line.measure + EXACT)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('leaves no mark where it may not stand', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 6, max: 41 }), (text, measure) => {
        const shaped = shapeParagraph(text, news(), faces)
        const characters = [...text]
        const lines = breakParagraph(shaped, () => measure * 10)
        for (const line of lines.slice(1)) expect('，。、；：！？”》）%').not.toContain(characters[line.from])
        for (const line of lines.slice(0, -1)) expect('“《（').not.toContain(characters[line.to - 1])
      }),
      { numRuns: 400 },
    )
  })

  it('5.13 finds no dearer lines all at once than one after the other', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 6, max: 20 }), (text, measure) => {
        const price = (breaking: 'stable' | 'optimal'): number => {
          const shaped = shapeParagraph(text, news({ line: { breaking } }), faces)
          const lines = breakParagraph(shaped, () => measure * 10)
          const prices = lines.map(({ from, to }) => linePrice(shaped, fitLine(shaped, clusterAt(shaped, from), clusterAt(shaped, to), measure * 10), measure * 10))
          const torn = lines.some((line) => line.gapEm > 0.5 || line.emergency)
          return torn ? Infinity : prices.reduce((sum, one) => sum + one + LINE, 0)
        }
        const stable = price('stable')
        fc.pre(stable !== Infinity)
        expect(price('optimal')).toBeLessThanOrEqual(stable + 1e-6)
      }),
      { numRuns: 300 },
    )
  })

  it('answers the same whatever was typed before', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 6 }), lineStyles, measures, (typed, line, measure) => {
        const composer = new TextComposer(faces, line)
        const setting = { face: 'ideal', size: 9, indentEm: 2 }
        const linesOf = (written: TextComposer, text: string) => written.paragraph(text, setting).lines(measure * 9, 0).map(({ broken, line: set }) => ({ broken, set }))
        for (const text of typed) linesOf(composer, text)
        const last = typed.at(-1)!
        expect(linesOf(composer, last)).toEqual(linesOf(new TextComposer(faces, line), last))
      }),
      { numRuns: 150 },
    )
  })

  it('5.13 line by line, what is typed moves no line long before it', () => {
    fc.assert(
      fc.property(prose, prose, prose, fc.integer({ min: 4, max: 12 }), (before, one, other, measure) => {
        const kept = [...before].length - LINES_THAT_MOVE * 2 * measure
        const endsOf = (text: string) =>
          breakParagraph(shapeParagraph(text, news(), faces), () => measure * 10).map((line) => line.to).filter((to) => to <= kept)
        expect(endsOf(before + one)).toEqual(endsOf(before + other))
      }),
      { numRuns: 300 },
    )
  })

  it('sets a full line of Han without any adjustment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.constantFrom(8.94, 9, 9.4, 10.5), (count, size) => {
        const shaped = shapeParagraph('国'.repeat(count * 3 + 1), news({ size }), faces)
        for (const line of breakParagraph(shaped, () => count * size).slice(0, -4)) {
          expect(line.to - line.from).toBe(count)
          expect(line.gapEm).toBe(0)
          const [run] = setLine(shaped, line).runs
          run!.xs.forEach((x, index) => expect(x).toBeCloseTo(index * size, 9))
        }
      }),
    )
  })
})
