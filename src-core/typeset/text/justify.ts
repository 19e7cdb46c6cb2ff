/** Makes a line exactly as wide as its measure, by the ladders of TYPESETTING §5.2 and §5.3. */
import { KIND } from './classes.ts'
import { AUTOSPACE_STEP, blankStretch, cellShrink, cellStretch, gapShrink, gapStretch, isTypedGap, isWordSpace, SHRINK_STEPS, shrinkStep } from './ladders.ts'
import { type LineFit, TOLERANCE, trimsStart } from './line-fit.ts'
import { GAP, type ShapedParagraph } from './shaped.ts'

/** Changes of a line's clusters from `fit.from`: of each cell, and of the gap after it. Points. */
export interface Adjustment {
  readonly cell: number[]
  readonly gap: number[]
}

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
    const cells = cellsGive(shaped, fit, step)
    const gaps = step === AUTOSPACE_STEP ? gapsGive(shaped, fit) : []
    const total = sum(cells) + sum(gaps)
    if (total <= 0) continue
    const share = Math.min(1, rest / total)
    spread(cells, -share, cell)
    spread(gaps, -share, gap)
    rest -= total * share
  }
}

/** What the cell of each cluster of the line gives at a step. Edges that were trimmed have nothing left. */
function cellsGive(shaped: ShapedParagraph, fit: LineFit, step: number): number[] {
  const give = zeros(fit.end - fit.from)
  const last = fit.end - 1
  for (let cluster = fit.from; cluster < fit.end; cluster++) {
    if (shrinkStep(shaped, cluster) === step) give[cluster - fit.from] = cellShrink(shaped, cluster)
  }
  give[0]! -= Math.min(give[0]!, fit.startTrim)
  give[last - fit.from]! -= Math.min(give[last - fit.from]!, fit.endTrim)
  return give
}

function gapsGive(shaped: ShapedParagraph, fit: LineFit): number[] {
  const give = zeros(fit.end - fit.from)
  for (let cluster = fit.from; cluster < fit.end - 1; cluster++) give[cluster - fit.from] = gapShrink(shaped, cluster)
  return give
}

function spread(give: readonly number[], share: number, target: number[]): void {
  for (let index = 0; index < give.length; index++) target[index]! += give[index]! * share
}

function sum(numbers: readonly number[]): number {
  let total = 0
  for (const one of numbers) total += one
  return total
}

/** Steps 1 and 2 of §5.3: word spaces, then the gaps between Han and Western; then the blanks that a scheme took (§3.4). */
function stretch(shaped: ShapedParagraph, fit: LineFit, extra: number, { cell, gap }: Adjustment): void {
  const count = fit.end - fit.from
  const words = zeros(count)
  const typedGaps = zeros(count)
  const gaps = zeros(count)
  const blanks = zeros(count)
  for (let index = 0; index < count - 1; index++) {
    const cluster = fit.from + index
    const target = isTypedGap(shaped, cluster) ? typedGaps : words
    target[index] = cellStretch(shaped, cluster)
    gaps[index] = gapStretch(shaped, cluster)
    blanks[index] = index > 0 || !trimsStart(shaped, cluster) ? blankStretch(shaped, cluster) : 0
  }
  let rest = extra
  for (const parts of [[[words, cell]], [[typedGaps, cell], [gaps, gap]], [[blanks, cell]]] as const) {
    const total = parts.reduce((room, [give]) => room + sum(give), 0)
    if (total <= 0 || rest <= 0) continue
    const share = Math.min(1, rest / total)
    for (const [give, target] of parts) spread(give, share, target)
    rest -= total * share
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
