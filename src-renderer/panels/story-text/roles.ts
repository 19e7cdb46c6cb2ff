/**
 * Giving parts of the article another role. No word is lost: what held a role that exists once changes places with
 * the newcomer.
 */
import { Fragment, type Node, type NodeType } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState } from 'prosemirror-state'
import { offsetOf, placeIn } from './places.ts'
import { isTitleRole, schema, TITLE_ROLES, type Role, type TitleRole } from './schema.ts'

/** The role that the caret stands in; null when the selection spans several parts. */
export function roleAt(state: EditorState): Role | null {
  const { $from, $to } = state.selection
  return $from.depth > 0 && $from.index(0) === $to.index(0) ? ($from.node(1).type.name as Role) : null
}

export function missingParts(document: Node): readonly TitleRole[] {
  return TITLE_ROLES.filter((role) => indexOf(document, role) === -1)
}

/** Gives the part with the caret the role; several parts of the body together become one list, table or verse. */
export function setRole(role: Role): Command {
  return (state, dispatch) => {
    const present = roleAt(state)
    if (present === null) return setRoles(role)(state, dispatch)
    if (present === role) return false
    const { $from } = state.selection
    const parts = partsOf(state.doc)
    const index = $from.index(0)
    const part = parts[index] as Node
    const moved = convert([part], role)
    const body = isTitleRole(present) ? null : index

    const rest = parts.filter((_, at) => at !== index)
    const holder = isTitleRole(role) ? rest.find((other) => other.type.name === role) : undefined
    const others = rest.filter((other) => other !== holder)
    // What loses its role takes the newcomer's old place: its role, or its place in the body.
    const displaced = holder && holder.content.size > 0 ? convert([holder], present) : []
    const titles = others.filter((other) => isTitleRole(other.type.name))
    const blocks = others.filter((other) => !isTitleRole(other.type.name))
    const bodyAt = body === null ? 0 : body - parts.findIndex((other) => !isTitleRole(other.type.name))
    const incoming = [...moved, ...displaced]
    titles.push(...incoming.filter((other) => isTitleRole(other.type.name)))
    blocks.splice(bodyAt, 0, ...incoming.filter((other) => !isTitleRole(other.type.name)))
    if (!titles.some((other) => other.type.name === 'headline')) titles.push(schema.node('headline'))
    if (blocks.length === 0) blocks.push(schema.node('paragraph'))
    titles.sort((a, b) => TITLE_ROLES.indexOf(a.type.name as TitleRole) - TITLE_ROLES.indexOf(b.type.name as TitleRole))

    const next = schema.node('doc', null, [...titles, ...blocks])
    if (dispatch) {
      const transaction = state.tr.replaceWith(0, state.doc.content.size, next.content)
      const offset = offsetOf(part, $from.pos - $from.before(1))
      dispatch(transaction.setSelection(TextSelection.create(transaction.doc, caretAmong(next, moved, offset))).scrollIntoView())
    }
    return true
  }
}

/** All parts of the body in the selection. */
function setRoles(role: Role): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection
    const chosen = partsOf(state.doc).slice($from.index(0), $to.index(0) + 1)
    if (isTitleRole(role) || $from.depth === 0 || chosen.some((part) => isTitleRole(part.type.name))) return false
    const asOne = role === 'list' || role === 'table' || role === 'verse'
    const made = asOne ? convert(chosen, role) : chosen.flatMap((part) => convert([part], role))
    if (dispatch) {
      const start = $from.before(1)
      const transaction = state.tr.replaceWith(start, $to.after(1), made)
      dispatch(transaction.setSelection(TextSelection.create(transaction.doc, start + placeIn(made[0] as Node, 0))).scrollIntoView())
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

/** What parts give a line that a cell of the new table ends at. */
const CELL_GAP = /\t|\u3000+| {2,}/u

/** The parts' lines under another role: as its lines, items or rows where it has such, else joined by a space. */
function convert(parts: readonly Node[], role: Role): readonly Node[] {
  const lines = parts.flatMap(linesOf)
  switch (role) {
    case 'crosshead':
    case 'verse':
      return [schema.node(role, null, joined(lines, schema.node('lineBreak')))]
    case 'list':
      return [schema.node('list', null, lines.map((line) => schema.node('item', null, line)))]
    case 'table':
      return [tableOf(lines.map((line) => line.textBetween(0, line.size).split(CELL_GAP)))]
    case 'paragraph':
      // A crosshead in two lines is one thought.
      if (parts.every((part) => part.type.name !== 'crosshead')) return lines.map((line) => schema.node('paragraph', null, line))
  }
  return [schema.node(role, null, allowed(joined(lines, schema.text(' ')), role))]
}

/** Without marks, where the role's words have none. */
function allowed(content: Fragment, role: Role): Fragment {
  const { markSet } = schema.nodes[role] as NodeType
  return markSet?.length === 0 ? Fragment.from(content.content.map((node) => node.mark([]))) : content
}

function linesOf(part: Node): readonly Fragment[] {
  switch (part.type.name) {
    case 'list':
      return part.children.map((item) => item.content)
    case 'table':
      return part.children.map((row) => joined(row.children.map((cell) => cell.content), schema.text('\u3000')))
    default:
      return splitLines(part)
  }
}

function splitLines(part: Node): readonly Fragment[] {
  const lines: Node[][] = [[]]
  part.forEach((child) => {
    if (child.type.name === 'lineBreak') lines.push([])
    else lines.at(-1)!.push(child)
  })
  return lines.map((line) => Fragment.fromArray(line))
}

function joined(lines: readonly Fragment[], between: Node): Fragment {
  return lines.reduce((whole, line, index) => (index === 0 ? line : whole.append(Fragment.from(between)).append(line)), Fragment.empty)
}

/** A table of rows that are filled up to one length. */
export function tableOf(rows: readonly (readonly string[])[]): Node {
  const columns = Math.max(2, ...rows.map((row) => row.length))
  const cell = (words: string | undefined) => schema.node('cell', null, words ? [schema.text(words)] : [])
  return schema.node('table', null, rows.map((row) => schema.node('row', null, Array.from({ length: columns }, (_, column) => cell(row[column])))))
}

/** Position of the character `offset` of what was moved, where it stands in the document now. */
function caretAmong(document: Node, moved: readonly Node[], offset: number): number {
  let at = 0
  let left = offset
  for (const candidate of partsOf(document)) {
    const length = candidate.textBetween(0, candidate.content.size, '\n').length
    if (moved.includes(candidate)) {
      if (left <= length || candidate === moved.at(-1)) return at + placeIn(candidate, left)
      left -= length + 1
    }
    at += candidate.nodeSize
  }
  return 1
}
