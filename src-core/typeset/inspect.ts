/**
 * The text engine in the open (DESIGN §6, `banxin inspect`): cases in, answers out, by the very code that sets pages.
 * Offsets count code points, lengths are em of the case's own size.
 */
import { z } from 'zod'
import type { FaceId, LineStyle } from '../document/style.ts'
import type { FaceSet } from '../fonts/face.ts'
import { breakParagraph } from './text/break-lines.ts'
import { idealFaces } from './text/ideal-faces.ts'
import type { BrokenLine, ParagraphStyle } from './text/paragraph.ts'
import { placeCells } from './text/set-line.ts'
import { shapeParagraph } from './text/shape.ts'
import type { ShapedParagraph } from './text/shaped.ts'
import { isBreak } from './text/unicode/line-breaking.ts'
import { ORIENTATION } from './text/vertical-cells.ts'

export interface InspectedCluster {
  readonly from: number
  readonly to: number
  readonly advanceEm: number
  readonly gapAfterEm: number
}

export interface InspectedLine {
  readonly from: number
  readonly to: number
  /** Advances and gaps of the line's clusters, added up. */
  readonly setEm: number
  readonly clusters: readonly InspectedCluster[]
}

/** `substituted`: upright in the face's vertical form. */
export type InspectedOrientation = 'upright' | 'rotated' | 'substituted'

export type InspectAnswer =
  | { readonly id: string; readonly error: string }
  | {
      readonly id: string
      readonly breaks: readonly number[]
      readonly clusters: readonly (InspectedCluster & { readonly orientation: InspectedOrientation })[]
      readonly lines?: readonly InspectedLine[]
    }

/** Input that is not a list of cases: nothing can be answered. The message says what to do. */
export class InspectInputError extends Error {}

const range = z.tuple([z.int().min(0), z.int().min(0)])

const caseSchema = z.object({
  id: z.string(),
  text: z.string(),
  lang: z.enum(['zh-Hans', 'zh-Hant', 'zh']).nullish(),
  widthEm: z.number().positive().nullish(),
  runs: z.array(range).nullish(),
  tcy: z.array(range).nullish(),
  latinEm: z.number().positive().nullish(),
  metrics: z.string().nullish(),
  style: z
    .object({
      lineBreak: z.enum(['none', 'basic', 'gb', 'strict', 'css-loose', 'css-normal', 'css-strict']).nullish(),
      scheme: z.enum(['quanjiao', 'hangmobanjiao', 'gb', 'kaiming', 'banjiao', 'plain']).nullish(),
      adjacent: z.enum(['collapse', 'none']).nullish(),
      lineStart: z.enum(['trim', 'first-keep', 'keep']).nullish(),
      lineEnd: z.enum(['trim', 'allow', 'none', 'hang']).nullish(),
      autospaceEm: z.number().min(0).nullish(),
      justify: z.boolean().nullish(),
      indentEm: z.number().min(0).nullish(),
      writingMode: z.enum(['horizontal', 'vertical']).nullish(),
    })
    .nullish(),
})

type InspectCase = z.infer<typeof caseSchema>

const IDEAL = 'ideal'
/** Points; any size gives the same em. */
const SIZE = 10

/** Answers in the order of the cases. A case that cannot be answered says why in its own answer. */
export function inspect(cases: unknown, faces: FaceSet | null): readonly InspectAnswer[] {
  if (!Array.isArray(cases)) {
    throw new InspectInputError('inspect 要一个 JSON 数组，每个元素是一例。inspect reads a JSON array of cases: put the cases into [ ].')
  }
  return cases.map((one: unknown, index) => answer(one, index, faces))
}

function answer(input: unknown, index: number, faces: FaceSet | null): InspectAnswer {
  const parsed = caseSchema.safeParse(input)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    return { id: idOf(input, index), error: `第 ${index + 1} 例 ${path.join('.') || '本身'} 不合：${message}。Case ${index + 1}, ${path.join('.') || 'itself'}: ${message}.` }
  }
  const one = parsed.data
  const metrics = one.metrics ?? IDEAL
  const lang = one.lang === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans'
  const set = metrics === IDEAL ? idealFaces({ lang, latinEm: one.latinEm ?? 0.5 }) : faces
  if (!set || !set.face(metrics)) {
    return { id: one.id, error: `没有字体“${metrics}”。There is no face "${metrics}": use "ideal" or one of ${(faces?.ids ?? []).join(', ') || 'none'}.` }
  }
  const shaped = shapeParagraph(one.text, paragraphStyle(one, lang, metrics), set)
  const whole = wholeLine(shaped)
  return {
    id: one.id,
    breaks: breaksOf(shaped),
    clusters: whole.map((cluster, place) => ({ ...cluster, orientation: orientationOf(shaped, place) })),
    ...(one.widthEm ? { lines: linesOf(shaped, one.widthEm) } : {}),
  }
}

function idOf(input: unknown, index: number): string {
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : null
  return typeof id === 'string' ? id : String(index)
}

function paragraphStyle({ style, runs, tcy }: InspectCase, lang: 'zh-Hans' | 'zh-Hant', face: FaceId): ParagraphStyle {
  const given = style ?? {}
  const line: LineStyle = {
    lineBreak: given.lineBreak ?? 'gb',
    scheme: given.scheme ?? 'hangmobanjiao',
    autospaceEm: given.autospaceEm ?? 0.25,
    ...(given.adjacent ? { adjacent: given.adjacent } : {}),
    ...(given.lineStart ? { lineStart: given.lineStart } : {}),
    ...(given.lineEnd ? { lineEnd: given.lineEnd } : {}),
    // By UAX #50: what a house sets upright of itself is asked for by `tcy` here.
    verticalWestern: 'turned',
  }
  return {
    lang, face, size: SIZE, line, indentEm: given.indentEm ?? 0, justify: given.justify ?? false,
    ...(given.writingMode === 'vertical' ? { writing: 'vertical' } : {}),
    ...(runs ? { runs: runs.toSorted(([a], [b]) => a - b).map(([from, to]) => ({ from, to, face, size: SIZE })) } : {}),
    ...(tcy ? { tcy } : {}),
  }
}

function orientationOf({ vertical }: ShapedParagraph, cluster: number): InspectedOrientation {
  const orientation = vertical?.orientation[cluster] ?? ORIENTATION.Upright
  if (orientation === ORIENTATION.Turned) return 'rotated'
  return orientation === ORIENTATION.Substituted ? 'substituted' : 'upright'
}

function breaksOf({ breaks, from, count }: ShapedParagraph): readonly number[] {
  const found: number[] = []
  for (let cluster = 1; cluster < count; cluster++) if (isBreak(breaks[cluster]!)) found.push(from[cluster]!)
  return found
}

function wholeLine({ count, from, advance, gap }: ShapedParagraph): readonly InspectedCluster[] {
  return Array.from({ length: count }, (_, cluster) => ({
    from: from[cluster]!,
    to: from[cluster + 1]!,
    advanceEm: em(advance[cluster]!),
    gapAfterEm: em(gap[cluster]!),
  }))
}

function linesOf(shaped: ShapedParagraph, widthEm: number): readonly InspectedLine[] {
  return breakParagraph(shaped, () => widthEm * SIZE).map((line) => lineOf(shaped, line))
}

function lineOf(shaped: ShapedParagraph, line: BrokenLine): InspectedLine {
  const { fit, edges, gaps } = placeCells(shaped, line)
  const clusters: InspectedCluster[] = []
  for (let cluster = fit.from; cluster < fit.to; cluster++) {
    const index = cluster - fit.from
    const inside = cluster < fit.end
    clusters.push({
      from: shaped.from[cluster]!,
      to: shaped.from[cluster + 1]!,
      advanceEm: inside ? em(edges[index + 1]! - edges[index]! - gaps[index]!) : 0,
      gapAfterEm: inside ? em(gaps[index]!) : 0,
    })
  }
  return { from: line.from, to: line.to, setEm: em(edges[fit.end - fit.from]! - line.indent), clusters }
}

function em(points: number): number {
  const rounded = Math.round((points / SIZE) * 1e6) / 1e6
  return rounded === 0 ? 0 : rounded
}
