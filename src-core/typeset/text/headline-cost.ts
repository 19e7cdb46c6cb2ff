/** What a line of a headline costs by where it ends (TYPESETTING §9): sense, words, figures, bad starts and ends, balance. */
import { KIND } from './classes.ts'
import { emOf } from './ladders.ts'
import { TOLERANCE } from './line-fit.ts'
import type { ShapedParagraph } from './shaped.ts'
import { JOINT, wordJoints } from './words/joints.ts'

/** What costs so much no line should have at all. */
export const FORBIDDEN = 1000

/** Costs are squares of em off the balance, so that 100 outweighs ten characters. */
const COST = { noSense: 40, badStart: 300, badEnd: 300, leaning: 60, doubtful: 80, topHeavy: 6 } as const

const BAD_STARTS = characters('的了着等和与')
/** Words of one character that are read with what follows: better none of them ends a line. */
const LEANING = characters('在到对把被让向从为将与和及以于由自至再更最太很不没未第每各该我')
const NUMERALS = characters('万亿')
const FIGURES = characters('0123456789一二三四五六七八九十百千两几数')

export interface HeadlineLine {
  /** Clusters, `end` exclusive. */
  readonly from: number
  readonly end: number
  /** How much wider than the balance it is, in points. */
  readonly off: number
  readonly first: boolean
}

export class HeadlineCost {
  private readonly shaped: ShapedParagraph
  private readonly joints: Uint8Array

  constructor(shaped: ShapedParagraph) {
    this.shaped = shaped
    this.joints = wordJoints(Array.from(shaped.codePoints, (codePoint) => String.fromCodePoint(codePoint)))
  }

  /** `to` is where the piece ends, which is no choice. */
  of({ from, end, off, first }: HeadlineLine, to: number): number {
    const { shaped } = this
    const em = off / emOf(shaped, from)
    let cost = em * em + (first && em > TOLERANCE ? COST.topHeavy : 0)
    if (visible(shaped, from, end) === 1) cost += FORBIDDEN
    if (end === to || isSense(shaped, end)) return cost
    cost += COST.noSense
    const joint = this.joints[shaped.from[end]!]
    if (joint === JOINT.Inside || splitsNumber(shaped, end)) cost += FORBIDDEN
    if (joint === JOINT.Doubtful) cost += COST.doubtful
    if (BAD_STARTS.has(codePointAt(shaped, end))) cost += COST.badStart
    if (endsBadly(shaped, end)) cost += COST.badEnd
    else if (joint === JOINT.Free && this.leans(from, end)) cost += COST.leaning
    return cost
  }

  /** A word of one character, not the end of a longer one. */
  private leans(from: number, end: number): boolean {
    const last = this.shaped.from[end - 1]!
    return LEANING.has(codePointAt(this.shaped, end - 1)) && (end - 1 === from || this.joints[last] !== JOINT.Inside)
  }
}

/** After a space that the author typed. */
export function isSense({ kind }: ShapedParagraph, at: number): boolean {
  return kind[at - 1] === KIND.Space || kind[at - 1] === KIND.IdeographicSpace
}

/** A mark ends no headline line but ？！ and closing brackets. */
function endsBadly({ kind }: ShapedParagraph, end: number): boolean {
  const last = kind[end - 1]!
  return last === KIND.Comma || last === KIND.Colon || last === KIND.Stop || last === KIND.Dot || last === KIND.Long || last === KIND.Connector
}

/** A figure and the 万 or 亿 and unit after it stay whole. */
function splitsNumber(shaped: ShapedParagraph, end: number): boolean {
  const before = codePointAt(shaped, end - 1)
  if (isDigit(before)) return shaped.kind[end] === KIND.Han
  return NUMERALS.has(before) && end > 1 && FIGURES.has(codePointAt(shaped, end - 2)) && shaped.kind[end] === KIND.Han
}

function isDigit(codePoint: number): boolean {
  return codePoint >= 0x30 && codePoint <= 0x39
}

function visible({ kind }: ShapedParagraph, from: number, end: number): number {
  let count = 0
  for (let cluster = from; cluster < end; cluster++) if (kind[cluster] !== KIND.Space && kind[cluster] !== KIND.IdeographicSpace) count++
  return count
}

function codePointAt(shaped: ShapedParagraph, cluster: number): number {
  return shaped.codePoints[shaped.from[cluster]!]!
}

function characters(text: string): ReadonlySet<number> {
  return new Set([...text].map((character) => character.codePointAt(0)!))
}
