/**
 * Adjacent marks, TYPESETTING §3.2 (CLREQ §3.1.6.1): two touching full-width marks give up one blank between them.
 * Comes before breaking, since it moves the breaks.
 */
import { KIND, type Kind } from './classes.ts'

/** Which blank goes where `before` touches `after`: the start of the one that follows, the end of the one before. */
export function adjacentTrim(before: Kind, after: Kind, lang: 'zh-Hans' | 'zh-Hant', dotIsFull: boolean): 'start' | 'end' | null {
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
