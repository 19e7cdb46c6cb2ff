/** A house's line style with every field settled: the scheme first, a field given beats it (TYPESETTING §3.4). */
import type { AdjacentMarks, LineBreakLevel, LineEnd, LineStart, LineStyle, PunctuationScheme } from '../../document/style.ts'
import { KIND, type Kind } from './classes.ts'
import { settleLimits, type SettledLimits } from './justify-limits.ts'

export interface SettledStyle {
  readonly lineBreak: LineBreakLevel
  readonly adjacent: AdjacentMarks
  readonly lineStart: LineStart
  readonly lineEnd: LineEnd
  readonly autospaceEm: number
  readonly scheme: PunctuationScheme
  readonly latinQuotes: boolean
  readonly limits: SettledLimits
}

const SCHEMES: Readonly<Record<PunctuationScheme, Pick<SettledStyle, 'adjacent' | 'lineStart' | 'lineEnd'>>> = {
  quanjiao: { adjacent: 'collapse', lineStart: 'trim', lineEnd: 'none' },
  hangmobanjiao: { adjacent: 'collapse', lineStart: 'trim', lineEnd: 'trim' },
  gb: { adjacent: 'collapse', lineStart: 'trim', lineEnd: 'trim' },
  kaiming: { adjacent: 'collapse', lineStart: 'trim', lineEnd: 'trim' },
  banjiao: { adjacent: 'collapse', lineStart: 'trim', lineEnd: 'trim' },
  plain: { adjacent: 'none', lineStart: 'keep', lineEnd: 'none' },
}

export function settleStyle(line: LineStyle): SettledStyle {
  const scheme = SCHEMES[line.scheme]
  return {
    lineBreak: line.lineBreak,
    scheme: line.scheme,
    latinQuotes: line.latinQuotes ?? false,
    adjacent: line.adjacent ?? scheme.adjacent,
    lineStart: line.lineStart ?? scheme.lineStart,
    lineEnd: line.lineEnd ?? scheme.lineEnd,
    autospaceEm: line.autospaceEm,
    limits: settleLimits(line.justify),
  }
}

/** Whether a scheme sets any mark half an em wide throughout. */
export function takesBlanks(scheme: PunctuationScheme): boolean {
  return scheme === 'kaiming' || scheme === 'banjiao'
}

/** Marks that a scheme sets half an em wide throughout: 开明 keeps sentence ends at one em, 半角 none. */
export function isHalfWidth(scheme: PunctuationScheme, kind: Kind): boolean {
  if (!takesBlanks(scheme)) return false
  if (kind === KIND.Stop || kind === KIND.Exclamation) return scheme === 'banjiao'
  return kind === KIND.Opening || kind === KIND.Closing || kind === KIND.Comma || kind === KIND.Colon
}
