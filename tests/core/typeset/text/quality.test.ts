/** The bars of the issue on real text: the seed article and ten thousand characters of varied news, in narrow and wide measures. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { articleFromText } from '../../../../src-core/article/intake.ts'
import type { LineBreaking } from '../../../../src-core/document/style.ts'
import { breakParagraph } from '../../../../src-core/typeset/text/break-lines.ts'
import type { BrokenLine, ParagraphStyle } from '../../../../src-core/typeset/text/paragraph.ts'
import { placeCells, setLine } from '../../../../src-core/typeset/text/set-line.ts'
import { clusterAt, type ShapedParagraph } from '../../../../src-core/typeset/text/shaped.ts'
import { shapeParagraph } from '../../../../src-core/typeset/text/shape.ts'
import { isShort } from '../../../../src-core/typeset/text/short-line.ts'
import { faces, news } from './texts.ts'

const SAMPLES = new URL('../../../../assets/samples/cgrb-2024-01-20/articles/', import.meta.url)
const NEWS = new URL('../../../golden/news.txt', import.meta.url)

function paragraphs(): readonly string[] {
  const blocks = readdirSync(SAMPLES).flatMap((file) => articleFromText(readFileSync(new URL(file, SAMPLES), 'utf8'), file).blocks)
  return [...blocks.flatMap((block) => (block.role === 'paragraph' ? [block.text] : [])), ...readFileSync(NEWS, 'utf8').trim().split('\n')]
}

const texts = paragraphs()
/** GB 5.1.3 and 5.1.8, CLREQ §3.1.4: what neither begins nor ends a line. */
const NEVER_FIRST = '，。、；：！？”’》〉）】」』％%℃·'
const NEVER_LAST = '“‘《〈（【「『￥$'

interface SetParagraph {
  readonly text: string
  readonly shaped: ShapedParagraph
  readonly lines: readonly BrokenLine[]
}

function set(measure: number, breaking: LineBreaking, style: Partial<ParagraphStyle> = {}): readonly SetParagraph[] {
  return texts.map((text) => {
    const shaped = shapeParagraph(text, { ...news({ line: { breaking } }), indentEm: 2, ...style }, faces)
    return { text, shaped, lines: breakParagraph(shaped, () => measure * shaped.style.size) }
  })
}

it('the text is as long and as varied as it should be', () => {
  const all = texts.join('')
  expect([...all].length).toBeGreaterThan(12_000)
  for (const kind of [/[A-Z]{3}/, /[a-z]+ [a-z]+/, /\d,?\d{3}/, /\d%/, /℃/, /“[^”]*‘/, /——/, /……/, /www\./, /@/, /《/, /（/, /·/]) expect(all).toMatch(kind)
})

describe.each(['stable', 'optimal'] as const)('set %s', (breaking) => {
  describe.each([9, 11, 13, 20, 27, 41])('in %i characters', (measure) => {
    const done = set(measure, breaking)

    it('2.2, 2.3 no prohibited character stands at a line’s edge', () => {
      const edges = done.flatMap(({ text, lines }) => {
        const characters = Array.from(text)
        return lines.flatMap(({ from, to }) => [
          ...(from > 0 && NEVER_FIRST.includes(characters[from]!) ? [`|${characters.slice(from, from + 3).join('')}`] : []),
          ...(to < characters.length && NEVER_LAST.includes(characters[to - 1]!) ? [`${characters.slice(to - 3, to).join('')}|`] : []),
        ])
      })
      expect(edges).toEqual([])
    })

    it('5.1, 5.7 every full line is as wide as the measure, to a hundredth of a point', () => {
      for (const { shaped, lines } of done) {
        for (const line of lines.filter(({ last }) => !last)) {
          const { fit, edges, gaps } = placeCells(shaped, line)
          if (gaps.every((gap) => gap === 0) && line.natural < line.measure - line.indent) continue
          expect(Math.abs(edges.at(-1)! + fit.hyphen - line.measure)).toBeLessThan(0.01)
          const xs = setLine(shaped, line).runs.flatMap((run) => run.xs)
          expect(xs.every((x, index) => index === 0 || x >= xs[index - 1]!)).toBe(true)
        }
      }
    })

    it('6.2 no paragraph ends in a single character', () => {
      const short = done.filter(({ shaped, lines }) => lines.length > 1 && isShort(shaped, clusterAt(shaped, lines.at(-1)!.from), shaped.count))
      expect(short.map(({ text }) => text)).toEqual([])
    })
  })

  it('5.13 at most one line in a hundred is stretched over a quarter em a gap at 13 characters', () => {
    const lines = set(13, breaking).flatMap((paragraph) => paragraph.lines)
    expect(lines.filter(({ gapEm }) => gapEm > 0.25).length / lines.length).toBeLessThan(0.01)
  })
})

it('5.14 hyphenation spares the widest gaps that Western words tear', () => {
  const widest = (hyphenate: boolean): number => Math.max(...set(9, 'stable', { line: { ...news().line, hyphenate } }).flatMap(({ lines }) => lines.map(({ gapEm }) => gapEm)))
  expect(widest(true)).toBeLessThan(1)
  expect(widest(false)).toBeGreaterThan(1)
})
