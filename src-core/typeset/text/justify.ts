/** Makes a line exactly as wide as its measure, by the ladders of TYPESETTING §5.2 and §5.3. */
import { KIND } from './classes.ts'
import { cellShrink, cellStretch, gapShrink, gapStretch, isWordSpace, SHRINK_STEPS, shrinkStep } from './ladders.ts'
import { type LineFit, TOLERANCE } from './line-fit.ts'
import { GAP, type ShapedParagraph } from './shaped.ts'

/** Changes of a line's clusters from `fit.from`: of each cell, and of the gap after it. Points. */
export interface Adjustment {
  readonly cell: number[]
  readonly gap: number[]
}

const AUTOSPACE_STEP = 6

export function justifyLine(shaped: ShapedParagraph, fit: LineFit, room: number): Adjustment {
  const count = fit.end - fit.from
  const adjustment = { cell: zeros(count), gap: zeros(count) }
  const over = fit.natural - room
  if (over > TOLERANCE) shrink(shaped, fit, over, adjustment)
  else if (over < -TOLERANCE) stretch(shaped, fit, -over, adjustment)
  return adjustment
}

function shrink(shaped: ShapedParagraph, fit: LineFit, over: number, { cell, gap }: Adjustment): void {
  let rest = over
  for (const step of SHRINK_STEPS) {
    if (rest <= 0) return
    const give = stepGive(shaped, fit, step)
    const total = give.reduce((sum, one) => sum + one, 0)
    if (total <= 0) continue
    const target = step === AUTOSPACE_STEP ? gap : cell
    rest -= spread(give, Math.min(1, rest / total), target, -1)
  }
}

/** What each cluster of the line gives at a step. Edges that were trimmed have nothing left. */
function stepGive(shaped: ShapedParagraph, fit: LineFit, step: number): number[] {
  const give = zeros(fit.end - fit.from)
  const last = fit.end - 1
  for (let cluster = fit.from; cluster < fit.end; cluster++) {
    if (step === AUTOSPACE_STEP) {
      if (cluster < last) give[cluster - fit.from] = gapShrink(shaped, cluster)
    } else if (shrinkStep(shaped.kind[cluster]!) === step) {
      give[cluster - fit.from] = cellShrink(shaped, cluster)
    }
  }
  if (step !== AUTOSPACE_STEP) {
    give[0]! -= Math.min(give[0]!, fit.startTrim)
    give[last - fit.from]! -= Math.min(give[last - fit.from]!, fit.endTrim)
  }
  return give
}

function spread(give: readonly number[], share: number, target: number[], sign: number): number {
  let used = 0
  for (let index = 0; index < give.length; index++) {
    target[index]! += sign * give[index]! * share
    used += give[index]! * share
  }
  return used
}

function stretch(shaped: ShapedParagraph, fit: LineFit, extra: number, { cell, gap }: Adjustment): void {
  const count = fit.end - fit.from
  const last = count - 1
  let rest = extra
  for (const [give, target] of [[cellStretch, cell], [gapStretch, gap]] as const) {
    const room = zeros(count)
    for (let index = 0; index < last; index++) room[index] = give(shaped, fit.from + index)
    const total = room.reduce((sum, one) => sum + one, 0)
    if (total > 0 && rest > 0) rest -= spread(room, Math.min(1, rest / total), target, 1)
  }
  if (rest <= 0) return
  const open = openGaps(shaped, fit)
  for (const index of open) (isWordSpace(shaped, fit.from + index) ? cell : gap)[index]! += rest / open.length
}

/** Step 3: every gap between two units; in a line that has none, its word spaces. A single long word stays ragged. */
function openGaps(shaped: ShapedParagraph, fit: LineFit): readonly number[] {
  const plain: number[] = []
  const words: number[] = []
  for (let cluster = fit.from; cluster < fit.end - 1; cluster++) {
    if (shaped.stretch[cluster] === GAP.Plain) plain.push(cluster - fit.from)
    else if (shaped.kind[cluster] === KIND.Space && isWordSpace(shaped, cluster)) words.push(cluster - fit.from)
    else if (shaped.stretch[cluster] === GAP.Autospace) words.push(cluster - fit.from)
  }
  return plain.length > 0 ? plain : words
}

/** A typed array of a line's length costs more to make and collect than its numbers. */
export function zeros(count: number): number[] {
  const numbers: number[] = []
  for (let index = 0; index < count; index++) numbers.push(0)
  return numbers
}
