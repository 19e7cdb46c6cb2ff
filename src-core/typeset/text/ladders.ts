/** The shrink and stretch ladders of TYPESETTING §5.2 and §5.3: what each cluster and gap may give, step by step. */
import { KIND } from './classes.ts'
import { GAP, type ShapedParagraph } from './shaped.ts'

type Laddered = Pick<ShapedParagraph, 'kind' | 'count' | 'advance' | 'startBlank' | 'endBlank' | 'taken' | 'gap' | 'stretch' | 'run' | 'runs' | 'codePoints' | 'from' | 'settled'>

/** A full dot shrinks to this width, half from each side. Em. */
const LEAST_DOT = 0.5

/** Steps of §5.2 as they are taken; step 1, the mark at the line's end, is no choice. */
export const SHRINK_STEPS = [2, 3, 4, 5, 6, 7] as const
export const AUTOSPACE_STEP = 6
/** Ends of sentences, given only as `squeezeStops` says. */
export const STOP_STEP = 7

/** The step at which a cluster's own cell gives; what {@link cellShrink} answers for it is 0 where there is none. */
export function shrinkStep(shaped: Laddered, cluster: number): number {
  switch (shaped.kind[cluster]) {
    case KIND.Space:
      return isTypedGap(shaped, cluster) ? AUTOSPACE_STEP : 2
    case KIND.Dot:
      return 3
    case KIND.Opening:
    case KIND.Closing:
      return 4
    case KIND.Comma:
    case KIND.Colon:
      return 5
    default:
      return STOP_STEP
  }
}

/** What the cluster's cell gives at its step. */
export function cellShrink(shaped: Laddered, cluster: number): number {
  const { kind, startBlank, endBlank, advance, settled } = shaped
  const { limits } = settled
  switch (kind[cluster]) {
    case KIND.Space:
      if (!isWordSpace(shaped, cluster)) return 0
      return least(advance[cluster]!, emOf(shaped, cluster) * (isTypedGap(shaped, cluster) ? limits.autospaceMinEm : limits.wordSpaceMinEm))
    case KIND.Dot:
      return least(advance[cluster]!, emOf(shaped, cluster) * LEAST_DOT)
    case KIND.Opening:
    case KIND.Closing:
      return least(startBlank[cluster]! + endBlank[cluster]!, emOf(shaped, cluster) * limits.bracketMinEm)
    case KIND.Comma:
    case KIND.Colon:
      return least(endBlank[cluster]!, emOf(shaped, cluster) * limits.commaMinEm)
    default:
      return limits.squeezeStops === 'never' ? 0 : endBlank[cluster]!
  }
}

/** What the gap after the cluster gives at step 6. */
export function gapShrink(shaped: Laddered, cluster: number): number {
  if (shaped.stretch[cluster] !== GAP.Autospace) return 0
  return least(shaped.gap[cluster]!, shaped.settled.limits.autospaceMinEm * emOf(shaped, cluster))
}

/** What the cluster and the gap after it take at steps 1 and 2 of §5.3. */
export function cellStretch(shaped: Laddered, cluster: number): number {
  if (!isWordSpace(shaped, cluster)) return 0
  const { limits } = shaped.settled
  return least((isTypedGap(shaped, cluster) ? limits.autospaceMaxEm : limits.wordSpaceMaxEm) * emOf(shaped, cluster), shaped.advance[cluster]!)
}

export function gapStretch(shaped: Laddered, cluster: number): number {
  if (shaped.stretch[cluster] !== GAP.Autospace) return 0
  return least(shaped.settled.limits.autospaceMaxEm * emOf(shaped, cluster), shaped.gap[cluster]!)
}

/** What 开明 and 半角 let a mark have again, after steps 1 and 2. */
export function blankStretch({ taken }: Laddered, cluster: number): number {
  return taken ? taken[cluster]! : 0
}

/** Em of every other gap at step 3, before the spaces of steps 1 and 2 share what is still to be taken (JLREQ §3.8.4). */
export const MOST_PLAIN_GAP = 0.25

/** A word space, or a gap between Han and Western that the house has not fixed: stretched at steps 1 and 2. */
export function isStretchedFirst(shaped: Laddered, cluster: number): boolean {
  if (shaped.stretch[cluster] === GAP.Autospace) return gapStretch(shaped, cluster) > 0
  return isWordSpace(shaped, cluster) && (!isTypedGap(shaped, cluster) || cellStretch(shaped, cluster) > 0)
}

/** What is left of a width over a limit. */
function least(width: number, limit: number): number {
  return width > limit ? width - limit : 0
}

export function isWordSpace({ kind, codePoints, from, advance }: Laddered, cluster: number): boolean {
  if (kind[cluster] !== KIND.Space || advance[cluster] === 0) return false
  const codePoint = codePoints[from[cluster]!]
  return codePoint === 0x20 || codePoint === 0xa0
}

/** A typed space that stands for the gap between Han and Western (§4): it gives and takes as the gap does. */
export function isTypedGap({ kind, count }: Pick<Laddered, 'kind' | 'count'>, cluster: number): boolean {
  const before = cluster > 0 ? kind[cluster - 1] : KIND.Space
  const after = cluster + 1 < count ? kind[cluster + 1] : KIND.Space
  return (before === KIND.Han && after === KIND.Western) || (before === KIND.Western && after === KIND.Han)
}

export function emOf({ run, runs }: Pick<ShapedParagraph, 'run' | 'runs'>, cluster: number): number {
  return runs[run[cluster]!]!.size
}
