/**
 * Adjacent marks, TYPESETTING §3.2 (CLREQ §3.1.6.1): two touching full-width marks give up one blank between them.
 * Comes before breaking, since it moves the breaks.
 */
import { KIND, type Kind } from './classes.ts'
import type { ShapedParagraph } from './shaped.ts'
import { BREAK } from './unicode/line-breaking.ts'

type Cells = Pick<ShapedParagraph, 'count' | 'kind' | 'advance' | 'shift' | 'startBlank' | 'endBlank' | 'lostStart' | 'taken' | 'breaks' | 'run' | 'runs' | 'style' | 'settled'>

/** Takes the blanks between adjacent marks. Characters without width and ink do not part them. */
export function trimAdjacent(shaped: Cells): void {
  const { kind } = shaped
  let before = -1
  for (let cluster = 0; cluster < shaped.count; cluster++) {
    if (shaped.breaks[cluster] === BREAK.Mandatory) before = -1
    if (kind[cluster] === KIND.Invisible) continue
    if (before >= 0 && kind[cluster] !== KIND.Han) trimPair(shaped, before, cluster)
    before = cluster
  }
  if (shaped.settled.scheme === 'gb') closeChains(shaped)
}

function trimPair(shaped: Cells, before: number, after: number): void {
  const { kind, style } = shaped
  const dot = kind[before] === KIND.Dot ? before : after
  const trim = adjacentTrim(kind[before] as Kind, kind[after] as Kind, style.lang, isFullDot(shaped, dot))
  if (trim === 'start') trimStart(shaped, after)
  else if (trim === 'end') trimEnd(shaped, before)
}

function trimStart({ advance, shift, startBlank, lostStart, taken }: Cells, cluster: number): void {
  if (lostStart) lostStart[cluster] = startBlank[cluster]!
  if (taken) taken[cluster] = 0
  advance[cluster]! -= startBlank[cluster]!
  shift[cluster]! -= startBlank[cluster]!
  startBlank[cluster] = 0
}

function trimEnd({ advance, endBlank, taken }: Cells, cluster: number): void {
  if (taken) taken[cluster] = 0
  advance[cluster]! -= endBlank[cluster]!
  endBlank[cluster] = 0
}

/** ？？ ！！ ？！ take one em together, three in a row two (GB/T 15834 5.1.2): by pairs the first two give already. */
function closeChains(shaped: Cells): void {
  const { kind, count } = shaped
  for (let cluster = 0; cluster < count; cluster++) {
    const first = cluster
    while (cluster < count && kind[cluster] === KIND.Exclamation) cluster++
    if (cluster - first === 2) trimEnd(shaped, cluster - 1)
  }
}

/** A 间隔号 in a cell of one em, not GB's half. */
function isFullDot({ kind, advance, run, runs }: Cells, cluster: number): boolean {
  return kind[cluster] === KIND.Dot && advance[cluster]! > 0.75 * runs[run[cluster]!]!.size
}

/** Which blank goes where `before` touches `after`: the start of the one that follows, the end of the one before. */
function adjacentTrim(before: Kind, after: Kind, lang: 'zh-Hans' | 'zh-Hant', dotIsFull: boolean): 'start' | 'end' | null {
  if (after === KIND.Opening) {
    const gives = isOpening(before) || isClosing(before) || isPoint(before) || before === KIND.IdeographicSpace
    return gives || (before === KIND.Dot && dotIsFull) ? 'start' : null
  }
  const loses = before === KIND.Closing || (lang === 'zh-Hans' && isPoint(before))
  if (!loses) return null
  const takes = isClosing(after) || isPoint(after) || after === KIND.IdeographicSpace || (after === KIND.Dot && dotIsFull)
  return takes ? 'end' : null
}

function isOpening(kind: Kind): boolean {
  return kind === KIND.Opening || kind === KIND.NarrowOpening
}

function isClosing(kind: Kind): boolean {
  return kind === KIND.Closing || kind === KIND.NarrowClosing
}

function isPoint(kind: Kind): boolean {
  return kind >= KIND.Comma && kind <= KIND.Exclamation
}
