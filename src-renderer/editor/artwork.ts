/** The picture of a picture or an advert, as it was set. */
import type { RecordId } from '../../src-core/document/records.ts'
import type { FrameItem, PictureItem } from '../../src-core/typeset/frame.ts'
import type { EditorState } from './session.ts'

/** Undefined where it has no file, or its page is not set yet. */
export function artworkItem({ results }: Pick<EditorState, 'results'>, page: RecordId | null, owner: RecordId): PictureItem | undefined {
  return page === null ? undefined : pictureIn(results[page]?.frame.items ?? [], owner)
}

function pictureIn(items: readonly FrameItem[], owner: RecordId): PictureItem | undefined {
  for (const item of items) {
    if (item.kind !== 'group') continue
    const found = item.record === owner ? item.items.find((inner) => inner.kind === 'picture') : pictureIn(item.items, owner)
    if (found) return found
  }
  return undefined
}
