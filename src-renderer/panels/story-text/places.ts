/** Places in a part's text and in its node: the texts of a list's items and a table's cells stand one character apart. */
import type { Node } from 'prosemirror-model'

/** From the position before the part: where the UTF-16 unit `offset` of its text is; its end where there are fewer. */
export function placeIn(part: Node, offset: number): number {
  let left = offset
  let end = 1
  for (const { node, position } of textblocks(part)) {
    if (left <= node.content.size) return position + 1 + left
    left -= node.content.size + 1
    end = position + 1 + node.content.size
  }
  return end
}

/** The other way round, for a position inside one of the part's texts. */
export function offsetOf(part: Node, place: number): number {
  let before = 0
  for (const { node, position } of textblocks(part)) {
    const inside = place - position - 1
    if (inside <= node.content.size) return before + Math.max(0, inside)
    before += node.content.size + 1
  }
  return Math.max(0, before - 1)
}

function textblocks(part: Node): readonly { readonly node: Node; readonly position: number }[] {
  if (part.isTextblock) return [{ node: part, position: 0 }]
  const found: { node: Node; position: number }[] = []
  part.descendants((node, position) => {
    if (node.isTextblock) found.push({ node, position: position + 1 })
    return !node.isTextblock
  })
  return found
}
