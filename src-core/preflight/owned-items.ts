import type { RecordId } from '../document/records.ts'
import type { FrameItem, GroupItem } from '../typeset/frame.ts'

export interface OwnedItem {
  /** The record whose group the item stands in; null for what belongs to the page. */
  readonly owner: RecordId | null
  readonly item: Exclude<FrameItem, GroupItem>
}

/** What is drawn, in painting order, each with the record that it belongs to. */
export function* ownedItems(items: readonly FrameItem[], owner: RecordId | null = null): Generator<OwnedItem> {
  for (const item of items) {
    if (item.kind === 'group') yield* ownedItems(item.items, item.record ?? owner)
    else yield { owner, item }
  }
}
