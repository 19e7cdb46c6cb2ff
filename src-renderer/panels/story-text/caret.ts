import type { Node } from 'prosemirror-model'
import type { TextPosition } from '../../editor/session.ts'
import { isTitleRole } from './schema.ts'

/** Where a place in the article's text is in its document; the nearest end when the text has changed meanwhile. */
export function caretAt(document: Node, { part, block, offset }: Omit<TextPosition, 'article'>): number {
  let start = 0
  let blockIndex = -1
  let found: { readonly node: Node; readonly start: number } | null = null
  document.forEach((node, position) => {
    const role = node.type.name
    if (!isTitleRole(role) && node.content.size > 0) blockIndex++
    const wanted = part === 'block' ? !isTitleRole(role) && node.content.size > 0 && blockIndex === block : role === part
    if (wanted && !found) found = { node, start: position }
    start = position
  })
  const target: { readonly node: Node; readonly start: number } = found ?? { node: document.lastChild ?? document, start }
  // A document counts UTF-16 units, an article code points; a line break is one of either.
  const before = [...target.node.textBetween(0, target.node.content.size, undefined, '\n')].slice(0, offset).join('')
  return target.start + 1 + Math.min(before.length, target.node.content.size)
}
