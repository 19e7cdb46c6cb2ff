/**
 * Giving a part of the article another role. No word is lost: what held a role that exists once changes places with
 * the newcomer.
 */
import type { Node } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState } from 'prosemirror-state'
import { isTitleRole, schema, TITLE_ROLES, type Role, type TitleRole } from './schema.ts'

/** The role that the caret stands in; null when the selection spans several parts. */
export function roleAt(state: EditorState): Role | null {
  const { $from, $to } = state.selection
  return $from.depth > 0 && $from.sameParent($to) ? ($from.parent.type.name as Role) : null
}

export function missingParts(document: Node): readonly TitleRole[] {
  return TITLE_ROLES.filter((role) => indexOf(document, role) === -1)
}

/** Gives the part with the caret the role. */
export function setRole(role: Role): Command {
  return (state, dispatch) => {
    const present = roleAt(state)
    if (present === null || present === role) return false
    const { $from } = state.selection
    const parts = partsOf(state.doc)
    const index = $from.index(0)
    const moved = convert(parts[index] as Node, role)
    const body = isTitleRole(present) ? null : index

    const rest = parts.filter((_, at) => at !== index)
    const holder = isTitleRole(role) ? rest.find((part) => part.type.name === role) : undefined
    const others = rest.filter((part) => part !== holder)
    // What loses its role takes the newcomer's old place: its role, or its place in the body.
    const displaced = holder && holder.content.size > 0 ? convert(holder, present) : null
    const titles = others.filter((part) => isTitleRole(part.type.name))
    const blocks = others.filter((part) => !isTitleRole(part.type.name))
    const bodyAt = body === null ? 0 : body - parts.findIndex((part) => !isTitleRole(part.type.name))
    for (const part of displaced ? [moved, displaced] : [moved]) {
      if (isTitleRole(part.type.name)) titles.push(part)
      else blocks.splice(bodyAt, 0, part)
    }
    if (!titles.some((part) => part.type.name === 'headline')) titles.push(schema.node('headline'))
    if (blocks.length === 0) blocks.push(schema.node('paragraph'))
    titles.sort((a, b) => TITLE_ROLES.indexOf(a.type.name as TitleRole) - TITLE_ROLES.indexOf(b.type.name as TitleRole))

    const next = schema.node('doc', null, [...titles, ...blocks])
    if (dispatch) {
      const transaction = state.tr.replaceWith(0, state.doc.content.size, next.content)
      const caret = startOf(next, moved) + Math.min($from.parentOffset, moved.content.size)
      dispatch(transaction.setSelection(TextSelection.create(transaction.doc, caret)).scrollIntoView())
    }
    return true
  }
}

/** Opens an empty part to be written, with the caret in it. */
export function addPart(role: TitleRole): Command {
  return (state, dispatch) => {
    if (indexOf(state.doc, role) !== -1) return false
    const parts = partsOf(state.doc)
    const before = parts.filter((part) => isTitleRole(part.type.name) && TITLE_ROLES.indexOf(part.type.name) < TITLE_ROLES.indexOf(role))
    const at = before.reduce((size, part) => size + part.nodeSize, 0)
    if (dispatch) {
      const transaction = state.tr.insert(at, schema.node(role))
      dispatch(transaction.setSelection(TextSelection.create(transaction.doc, at + 1)).scrollIntoView())
    }
    return true
  }
}

function partsOf(document: Node): readonly Node[] {
  return Array.from({ length: document.childCount }, (_, index) => document.child(index))
}

function indexOf(document: Node, role: Role): number {
  return partsOf(document).findIndex((part) => part.type.name === role)
}

/** A crosshead's lines become one line joined by a space, where a role has no lines of its own. */
function convert(part: Node, role: Role): Node {
  if (role === 'crosshead') return schema.node(role, null, part.content)
  const words = part.textContent.replaceAll('\n', ' ')
  return schema.node(role, null, words === '' ? [] : [schema.text(words)])
}

/** Position of the first character of a top-level node. */
function startOf(document: Node, part: Node): number {
  let at = 0
  for (const candidate of partsOf(document)) {
    if (candidate === part) return at + 1
    at += candidate.nodeSize
  }
  return 1
}
