/** The contract `inspect` of DESIGN §6, on the published cases: WPT, Unicode, CLREQ, xeCJK, luatexja, Typst. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idealFaces } from '../../../src-core/typeset/text/ideal-faces.ts'
import { inspect, type InspectAnswer, type InspectedOrientation, InspectInputError } from '../../../src-core/typeset/inspect.ts'
import { lineStyles, texts } from './text/texts.ts'

interface Example {
  readonly id: string
  readonly check: 'breaks' | 'advance' | 'autospace' | 'wrap' | 'orientation'
  readonly text: string
  readonly lang: 'zh' | 'zh-Hans' | 'zh-Hant' | null
  readonly level?: string
  readonly width_em?: number
  readonly style?: { readonly name?: string; readonly latin_em?: number; readonly adjacent?: string; readonly lineStart?: string; readonly lineEnd?: string }
  readonly mode?: 'vertical'
  readonly tcy?: readonly (readonly [number, number])[]
  readonly expect: {
    readonly allowed?: readonly number[]
    readonly prohibited?: readonly number[]
    readonly sums?: readonly { readonly from: number; readonly to: number; readonly em: number }[]
    readonly gap_at?: readonly number[]
    readonly no_gap_at?: readonly number[]
    readonly lines?: readonly string[]
    readonly first_advance_em?: readonly (number | null)[]
    readonly last_advance_em?: readonly (number | null)[]
    readonly line_width_em?: readonly (number | null)[]
    readonly vo?: 'U' | 'R' | 'Tu' | 'Tr'
    readonly zh?: 'upright'
  }
}

type Answer = Exclude<InspectAnswer, { error: string }>

const LEVELS: Readonly<Record<string, string>> = { uax14: 'css-strict', 'clreq-basic': 'basic', 'clreq-gb': 'gb', 'clreq-strict': 'strict' }

const examples = (JSON.parse(readFileSync(new URL('../../golden/typesetting-examples.json', import.meta.url), 'utf8')) as { cases: Example[] }).cases

function toCase(example: Example): unknown {
  const { name, latin_em: latinEm, ...style } = example.style ?? {}
  return {
    id: example.id,
    text: example.text,
    lang: example.lang,
    metrics: 'ideal',
    ...(example.check === 'wrap' ? { widthEm: example.width_em } : {}),
    ...(latinEm ? { latinEm } : {}),
    ...(example.tcy ? { tcy: example.tcy } : {}),
    style: {
      ...style,
      ...(name ? { scheme: name } : {}),
      ...(example.level ? { lineBreak: LEVELS[example.level] ?? example.level } : {}),
      ...(example.mode ? { writingMode: example.mode } : {}),
    },
  }
}

function answerTo(example: Example): Answer {
  const [answer] = inspect([toCase(example)], null)
  if (!answer || 'error' in answer) throw new Error(`${example.id}: ${answer?.error}`)
  return answer
}

/** What each value of Vertical_Orientation may look like. */
const ORIENTATIONS: Readonly<Record<'U' | 'R' | 'Tu' | 'Tr', readonly InspectedOrientation[]>> = {
  U: ['upright'],
  R: ['rotated'],
  Tu: ['substituted'],
  Tr: ['substituted'],
}

describe.each(examples)('$id $text', (example) => {
  const answer = answerTo(example)
  const { expect: wanted } = example
  it(example.check, () => {
    for (const at of wanted.allowed ?? []) expect(answer.breaks).toContain(at)
    for (const at of wanted.prohibited ?? []) expect(answer.breaks).not.toContain(at)
    for (const { from, to, em } of wanted.sums ?? []) {
      const inside = answer.clusters.filter((cluster) => cluster.from >= from && cluster.to <= to)
      expect(inside.reduce((sum, cluster) => sum + cluster.advanceEm, 0)).toBeCloseTo(em, 4)
    }
    const gapAt = (at: number): number => answer.clusters.find((cluster) => cluster.to === at)?.gapAfterEm ?? 0
    for (const at of wanted.gap_at ?? []) expect(gapAt(at)).toBeGreaterThan(0)
    for (const at of wanted.no_gap_at ?? []) expect(gapAt(at)).toBe(0)
    if (wanted.lines) expectLines(example, answer)
    if (wanted.vo) expect(wanted.zh ? [wanted.zh] : ORIENTATIONS[wanted.vo]).toContain(answer.clusters[0]!.orientation)
  })
})

function expectLines(example: Example, answer: Answer): void {
  const characters = [...example.text]
  const lines = answer.lines!
  expect(lines.map((line) => characters.slice(line.from, line.to).join(''))).toEqual(example.expect.lines)
  example.expect.first_advance_em?.forEach((em, line) => em !== null && expect(lines[line]!.clusters[0]!.advanceEm).toBeCloseTo(em, 4))
  example.expect.last_advance_em?.forEach((em, line) => em !== null && expect(lines[line]!.clusters.at(-1)!.advanceEm).toBeCloseTo(em, 4))
  example.expect.line_width_em?.forEach((em, line) => em !== null && expect(lines[line]!.setEm).toBeCloseTo(em, 4))
}

describe('inspect', () => {
  it('answers the good cases of a list in order and names what is wrong in the others', () => {
    const answers = inspect([{ id: 'a', text: '国' }, { id: 'b', text: 7 }, 3, { id: 'd', text: '国', metrics: 'unknown' }, { id: 'e', text: '国', style: { scheme: 'kuangwen' } }], null)
    expect(answers.map((answer) => answer.id)).toEqual(['a', 'b', '2', 'd', 'e'])
    expect(answers.map((answer) => 'error' in answer)).toEqual([false, true, true, true, true])
  })

  it('knows no face by a name that is only a fallback', () => {
    const faces = idealFaces({ lang: 'zh-Hans', latinEm: 0.5 })
    const answers = inspect([{ id: 'a', text: '国', metrics: 'no-such-face' }], { ...faces, chain: () => faces.chain('ideal') })
    expect(answers).toEqual([{ id: 'a', error: expect.stringContaining('no-such-face') }])
  })

  it('refuses what is not a list', () => {
    expect(() => inspect({ id: 'a' }, null)).toThrow(InspectInputError)
  })

  it('takes a field that is null for one left out', () => {
    const style = { lineBreak: null, scheme: null, adjacent: null, lineStart: null, lineEnd: null, autospaceEm: null, justify: null, indentEm: null, writingMode: null }
    const bare = { id: 'a', text: '国，“国”X国' }
    expect(inspect([{ ...bare, lang: null, widthEm: null, runs: null, tcy: null, latinEm: null, metrics: null, style }], null)).toEqual(inspect([bare], null))
  })

  it('answers any text: characters once and in order, breaks between clusters, lines that add up', () => {
    const style = fc.tuple(lineStyles, fc.constantFrom('horizontal', 'vertical'), fc.boolean(), fc.constantFrom(0, 2))
    const one = fc.record({ text: texts, lang: fc.constantFrom('zh-Hans', 'zh-Hant', 'zh', null), widthEm: fc.integer({ min: 1, max: 30 }), style })
    fc.assert(
      fc.property(one, ({ text, lang, widthEm, style: [{ lineBreak, scheme, adjacent, lineStart, lineEnd, autospaceEm }, writingMode, justify, indentEm] }) => {
        const fields = { lineBreak, scheme, adjacent, lineStart, lineEnd, autospaceEm, writingMode, justify, indentEm }
        const [answer] = inspect([{ id: 'a', text, lang, widthEm, metrics: 'ideal', style: fields }], null)
        const { clusters, breaks, lines } = answer as Answer
        const length = [...text].length
        expectPartition(clusters, 0, length)
        const starts = new Set(clusters.map(({ from }) => from))
        for (const at of breaks) expect(at > 0 && at < length && starts.has(at)).toBe(true)
        expectPartition(lines!, 0, length)
        for (const line of lines!) {
          expectPartition(line.clusters, line.from, line.to)
          const total = line.clusters.reduce((sum, { advanceEm, gapAfterEm }) => sum + advanceEm + gapAfterEm, 0)
          expect(Math.abs(total - line.setEm)).toBeLessThan(1e-5 * (line.clusters.length + 1))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('adds a line up: advances and gaps make the measure when it is justified', () => {
    const [answer] = inspect([{ id: 'a', text: '国国，国XX国国，国国国国国国国国。国国', widthEm: 8, style: { justify: true } }], null)
    const lines = (answer as Answer).lines!
    for (const line of lines.slice(0, -1)) {
      expect(line.setEm).toBe(8)
      expect(line.clusters.reduce((sum, cluster) => sum + cluster.advanceEm + cluster.gapAfterEm, 0)).toBeCloseTo(8, 5)
    }
  })
})

/** The parts follow one another from the first offset to the last. */
function expectPartition(parts: readonly { readonly from: number; readonly to: number }[], first: number, last: number): void {
  let at = first
  for (const { from, to } of parts) {
    expect(from).toBe(at)
    expect(to).toBeGreaterThan(from)
    at = to
  }
  expect(at).toBe(last)
}
