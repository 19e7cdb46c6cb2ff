/** Makes a line exactly as wide as its measure, by the ladders of TYPESETTING §5.2 and §5.3. */
import { AUTOSPACE_STEP, blankStretch, cellShrink, cellStretch, emOf, gapShrink, gapStretch, isStretchedFirst, isTypedGap, isWordSpace, MOST_PLAIN_GAP, SHRINK_STEPS, shrinkStep } from './ladders.ts'
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
  if (rest > 0) stretchGaps(shaped, fit, rest, { cell, gap })
}

/**
 * Step 3: every other gap between two units alike, up to a quarter em; beyond that the spaces of steps 1 and 2 share. A
 * single long word stays ragged.
 */
function stretchGaps(shaped: ShapedParagraph, fit: LineFit, extra: number, { cell, gap }: Adjustment): void {
  const plain: number[] = []
  const spaces: number[] = []
  for (let index = 0; index < fit.end - fit.from - 1; index++) {
    if (shaped.stretch[fit.from + index] === GAP.Plain) plain.push(index)
    else if (isStretchedFirst(shaped, fit.from + index)) spaces.push(index)
  }
  const first = Math.min(extra, plain.length * MOST_PLAIN_GAP * emOf(shaped, fit.from))
  for (const index of plain) gap[index]! += first / plain.length
  const share = (extra - first) / (plain.length + spaces.length)
  if (!(share > 0 && share < Infinity)) return
  for (const index of plain) gap[index]! += share
  for (const index of spaces) (isWordSpace(shaped, fit.from + index) ? cell : gap)[index]! += share
}

/** A typed array of a line's length costs more to make and collect than its numbers. */
export function zeros(count: number): number[] {
  const numbers: number[] = []
  for (let index = 0; index < count; index++) numbers.push(0)
  return numbers
}
