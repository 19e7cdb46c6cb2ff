import type { Node } from 'prosemirror-model'
import type { TextPosition } from '../../editor/session.ts'
import { placeIn } from './places.ts'
import { isTitleRole, isWritten } from './schema.ts'

/** Where a place in the article's text is in its document; the nearest end when the text has changed meanwhile. */
export function caretAt(document: Node, { part, block, offset }: Omit<TextPosition, 'article'>): number {
  let start = 0
  let blockIndex = -1
  let found: { readonly node: Node; readonly start: number } | null = null
  document.forEach((node, position) => {
    const role = node.type.name
    const inBody = !isTitleRole(role) && isWritten(node)
    if (inBody) blockIndex++
    const wanted = part === 'block' ? inBody && blockIndex === block : role === part
    if (wanted && !found) found = { node, start: position }
    start = position
  })
  const target: { readonly node: Node; readonly start: number } = found ?? { node: document.lastChild ?? document, start }
  return target.start + placeIn(target.node, units(target.node, offset))
}

/** A document counts UTF-16 units, an article code points; what parts lines and cells is one of either. */
function units(part: Node, offset: number): number {
  return [...part.textBetween(0, part.content.size, '\n')].slice(0, offset).join('').length
}
