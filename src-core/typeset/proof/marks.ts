/**
 * 核红 as a proofreader would write it on the page, in red: new characters underlined and boxed, ∧ where some are gone, a
 * bar beside lines that moved, two beside lines that break elsewhere, dots beside lines in other type.
 */
import type { Rect } from '../../document/grid.ts'
import { roundLength, type Cmyk, type FrameItem, type PathItem } from '../frame.ts'
import { discs } from '../path.ts'
import type { ProofChanges, ProofMark } from './changes.ts'

/** Of the two inks that every office printer has strong. */
export const PROOF_RED: Cmyk = [0, 1, 1, 0]

/** Points: thin enough to leave the type readable. */
const THIN = 0.4
const THICK = 1.2
/** From a line's box to the bar beside it, and from bar to bar; the gutter is a character wide. */
const BAR_GAP = 1.6
const BAR_STEP = 1.4
/** Size of ∧, in em of its line. */
const CARET_EM = 0.3
const DOT = 1.6

export function markItems({ marks }: ProofChanges): readonly FrameItem[] {
  return marks.flatMap(itemsOf)
}

function itemsOf(mark: ProofMark): readonly FrameItem[] {
  switch (mark.kind) {
    case 'inserted':
      return [...outline(mark.rect, THIN), line(mark.rect.x, foot(mark.rect), right(mark.rect), foot(mark.rect), THICK)]
    case 'deleted':
      return [caret(mark.behind ? { ...mark.cell, x: right(mark.cell) } : mark.cell)]
    case 'moved':
      return [bar(mark.rect, 0)]
    case 'rebroken':
      return [bar(mark.rect, 0), bar(mark.rect, 1)]
    case 'restyled':
      return [dot(mark.rect)]
    case 'drawn':
      return outline(mark.rect, THICK)
  }
}

const right = ({ x, width }: Rect) => x + width
const foot = ({ y, height }: Rect) => y + height

/** Upright lines have their bars at the left, lines that run downwards over them. */
function bar(rect: Rect, index: number): FrameItem {
  const off = BAR_GAP + index * BAR_STEP
  return rect.height > rect.width ? line(rect.x, rect.y - off, right(rect), rect.y - off, 0.8) : line(rect.x - off, rect.y, rect.x - off, foot(rect), 0.8)
}

function dot(rect: Rect): PathItem {
  return { kind: 'path', x: roundLength(rect.x - BAR_GAP), y: roundLength(rect.y + rect.height / 2), path: discs([[0, 0]], DOT), color: PROOF_RED }
}

function caret({ x, y, height }: Rect): PathItem {
  const half = CARET_EM * height
  const rise = 2 * half
  const path = [0, 0, -rise, 1, half, 0, 1, half - THICK, 0, 1, 0, THICK * 2 - rise, 1, THICK - half, 0, 1, -half, 0, 4]
  return { kind: 'path', x: roundLength(x), y: roundLength(y + height * 1.1), path: path.map(roundLength), color: PROOF_RED }
}

function outline(rect: Rect, width: number): readonly FrameItem[] {
  const [r, b] = [right(rect), foot(rect)]
  return [line(rect.x, rect.y, r, rect.y, width), line(r, rect.y, r, b, width), line(r, b, rect.x, b, width), line(rect.x, b, rect.x, rect.y, width)]
}

function line(x1: number, y1: number, x2: number, y2: number, width: number): FrameItem {
  return { kind: 'rule', x1: roundLength(x1), y1: roundLength(y1), x2: roundLength(x2), y2: roundLength(y2), width, color: PROOF_RED }
}

/** For the sheet's foot: what changed since then, and that the rest did not. */
export function changesInWords(changes: ProofChanges, since: string): string {
  const told = [
    changes.places > 0 ? `改动${changes.places}处（增${changes.inserted}字、删${changes.deleted}字）` : '',
    changes.rebrokenLines > 0 ? `改断行${changes.rebrokenLines}行` : '',
    changes.movedLines > 0 ? `移位${changes.movedLines}行` : '',
    changes.restyledLines > 0 ? `改字体字距${changes.restyledLines}行` : '',
    changes.drawn > 0 ? `图片线条${changes.drawn}处` : '',
  ].filter((words) => words !== '')
  if (told.length === 0) return `核红　与${since}相比，全版${changes.untouched}字逐字未动。`
  return `核红　与${since}相比：${told.join('，')}；其余${changes.untouched}字逐字未动。`
}
