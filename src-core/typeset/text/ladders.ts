/** The shrink and stretch ladders of TYPESETTING §5.2 and §5.3: what each cluster and gap may give, step by step. */
import { KIND } from './classes.ts'
import { GAP, type ShapedParagraph } from './shaped.ts'

type Laddered = Pick<ShapedParagraph, 'kind' | 'advance' | 'startBlank' | 'endBlank' | 'gap' | 'stretch' | 'run' | 'runs' | 'codePoints' | 'from'>

const LEAST_WORD_SPACE = 0.25
const MOST_WORD_SPACE = 0.5
const LEAST_AUTOSPACE = 0.125
const MOST_AUTOSPACE = 0.5

/** Steps of §5.2 as they are taken; step 1, the mark at the line's end, is no choice. */
export const SHRINK_STEPS = [2, 3, 4, 5, 6, 7] as const

/** The step at which a cluster's own cell gives. */
export function shrinkStep(kind: number): number {
  switch (kind) {
    case KIND.Space:
      return 2
    case KIND.Dot:
      return 3
    case KIND.Opening:
    case KIND.Closing:
      return 4
    case KIND.Comma:
    case KIND.Colon:
      return 5
    default:
      return 7
  }
}

/** What the cluster's cell gives at its step. */
export function cellShrink(shaped: Laddered, cluster: number): number {
  if (isWordSpace(shaped, cluster)) return Math.max(0, shaped.advance[cluster]! - LEAST_WORD_SPACE * emOf(shaped, cluster))
  return shaped.startBlank[cluster]! + shaped.endBlank[cluster]!
}

/** What the gap after the cluster gives at step 6. */
export function gapShrink(shaped: Laddered, cluster: number): number {
  if (shaped.stretch[cluster] !== GAP.Autospace) return 0
  return Math.max(0, shaped.gap[cluster]! - LEAST_AUTOSPACE * emOf(shaped, cluster))
}

/** What the cluster and the gap after it take at steps 1 and 2 of §5.3. */
export function cellStretch(shaped: Laddered, cluster: number): number {
  return isWordSpace(shaped, cluster) ? Math.max(0, MOST_WORD_SPACE * emOf(shaped, cluster) - shaped.advance[cluster]!) : 0
}

export function gapStretch(shaped: Laddered, cluster: number): number {
  if (shaped.stretch[cluster] !== GAP.Autospace) return 0
  return Math.max(0, MOST_AUTOSPACE * emOf(shaped, cluster) - shaped.gap[cluster]!)
}

export function isWordSpace({ kind, codePoints, from, advance }: Laddered, cluster: number): boolean {
  if (kind[cluster] !== KIND.Space || advance[cluster] === 0) return false
  const codePoint = codePoints[from[cluster]!]
  return codePoint === 0x20 || codePoint === 0xa0
}

export function emOf({ run, runs }: Pick<ShapedParagraph, 'run' | 'runs'>, cluster: number): number {
  return runs[run[cluster]!]!.size
}
