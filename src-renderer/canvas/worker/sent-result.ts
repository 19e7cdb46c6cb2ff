/** A page's result as it travels to the window: groups that the window has already are named by their place in the last one. */
import type { FrameItem, PageFrame } from '../../../src-core/typeset/frame.ts'
import type { PageResult } from '../../../src-core/typeset/result.ts'

export interface SentResult extends Omit<PageResult, 'frame'> {
  readonly frame: Omit<PageFrame, 'items'> & { readonly items: readonly (FrameItem | number)[] }
}

/** Items are told by identity: both results' frames went through `keepItems`. */
export function packResult(last: PageResult | undefined, next: PageResult): SentResult {
  const places = new Map(last?.frame.items.map((item, index) => [item, index]))
  return { ...next, frame: { ...next.frame, items: next.frame.items.map((item) => places.get(item) ?? item) } }
}

export function unpackResult(last: PageResult | undefined, sent: SentResult): PageResult {
  const items = sent.frame.items.map((item) => {
    if (typeof item !== 'number') return item
    const kept = last?.frame.items[item]
    if (!kept) throw new Error('a page result names an item that was never sent')
    return kept
  })
  return { ...sent, frame: { ...sent.frame, items } }
}
