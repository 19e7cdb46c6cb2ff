/** A fact about Chinese typesetting from a public source, as `inspect` (DESIGN §6) must answer it on ideal metrics. */
import { expect } from 'vitest'
import { inspect, type InspectAnswer } from '../../../../src-core/typeset/inspect.ts'

export interface Fact {
  readonly text: string
  readonly lang?: 'zh-Hans' | 'zh-Hant' | 'zh' | null
  readonly style?: Readonly<Record<string, unknown>>
  readonly runs?: readonly (readonly [number, number])[]
  readonly widthEm?: number
  readonly latinEm?: number
  /** Boundaries where a line may end, and where it may not. */
  readonly allowed?: readonly number[]
  readonly prohibited?: readonly number[]
  /** Advances of the characters from one offset to another, added up. Em. */
  readonly sums?: readonly (readonly [from: number, to: number, em: number])[]
  readonly lines?: readonly string[]
  readonly firstEm?: readonly number[]
  readonly lastEm?: readonly number[]
}

type Answer = Exclude<InspectAnswer, { error: string }>

export function expectFact(fact: Fact): void {
  const { text, lang = 'zh-Hans', style, runs, widthEm, latinEm } = fact
  const [answer] = inspect([{ id: text, text, lang, metrics: 'ideal', style, runs, widthEm, latinEm }], null)
  if (!answer || 'error' in answer) throw new Error(`${text}: ${answer?.error}`)
  for (const at of fact.allowed ?? []) expect(answer.breaks, `${text} breaks`).toContain(at)
  for (const at of fact.prohibited ?? []) expect(answer.breaks, `${text} breaks`).not.toContain(at)
  for (const [from, to, em] of fact.sums ?? []) expect(advance(answer, from, to), `${text} ${from} to ${to}`).toBeCloseTo(em, 4)
  if (fact.lines) expectLines(fact, answer)
}

function advance({ clusters }: Answer, from: number, to: number): number {
  const inside = clusters.filter((cluster) => cluster.from >= from && cluster.to <= to)
  return inside.reduce((sum, cluster) => sum + cluster.advanceEm, 0)
}

function expectLines({ text, lines: wanted, firstEm, lastEm }: Fact, { lines = [] }: Answer): void {
  const characters = [...text]
  expect(lines.map(({ from, to }) => characters.slice(from, to).join(''))).toEqual(wanted)
  if (firstEm) expect(lines.map(({ clusters }) => clusters[0]!.advanceEm)).toEqual(firstEm)
  if (lastEm) expect(lines.map(({ clusters }) => clusters.at(-1)!.advanceEm)).toEqual(lastEm)
}

/** A text whose boundaries of interest are marked by strokes, as in `国|X`, without them, and the offsets that they stood at. */
export function marked(line: string): { readonly text: string; readonly at: readonly number[] } {
  const parts = line.split('|')
  let offset = 0
  const at = parts.slice(0, -1).map((part) => (offset += [...part].length))
  return { text: parts.join(''), at }
}
