/** The plates of spot colours that a page needs: of what is set on it, and of adverts that are placed as vectors. */
import { record, type Document } from '../document/records.ts'
import { pictureItems, spotsIn, type PageFrame } from './frame.ts'

/** Names, in order. */
export function spotPlates(document: Document, { items }: Pick<PageFrame, 'items'>): readonly string[] {
  const placed = pictureItems(items).flatMap(({ asset, page, vector }) => (vector && page !== undefined ? (record(document, 'asset', asset)?.pdf?.pages[page - 1]?.spots ?? []) : []))
  return [...new Set([...spotsIn(items).keys(), ...placed])].toSorted()
}
