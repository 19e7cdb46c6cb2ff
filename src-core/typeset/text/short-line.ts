/** 孤字 (TYPESETTING §6, CLREQ §3.3.1): what is too little for the last line of a paragraph. */
import { KIND } from './classes.ts'
import type { ShapedParagraph } from './shaped.ts'

const LEAST_HAN = 2

/** Fewer than two Han and no Western word between the clusters. */
export function isShort(shaped: ShapedParagraph, from: number, to: number): boolean {
  let han = 0
  for (let cluster = from; cluster < to; cluster++) {
    const kind = shaped.kind[cluster]
    if (kind === KIND.Western) return false
    if (kind === KIND.Han && ++han >= LEAST_HAN) return false
  }
  return true
}
