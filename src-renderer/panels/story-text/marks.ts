/** Marks on words as the text editor holds them, and the commands that set and clear them. */
import { toggleMark } from 'prosemirror-commands'
import type { Attrs, Mark, MarkSpec, MarkType, Node } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import { compareMarks, isOneUnit, MARK_KINDS, type InlineMark, type MarkKind } from '../../../src-core/document/inline-marks.ts'
import { toned } from './pinyin.ts'

/**
 * Names, titles, frames and rubies are each one of their own: `part` tells two that touch apart. What is typed at their
 * end does not belong to them.
 */
function spec(kind: MarkKind): MarkSpec {
  const tag = kind === 'strong' ? 'strong' : 'span'
  const unit = isOneUnit(kind)
  return {
    attrs: { ...(unit ? { part: { default: 0 } } : {}), ...(kind === 'ruby' ? { text: {} } : {}) },
    inclusive: !unit,
    parseDOM: [{ tag: `${tag}[data-mark=${kind}]`, getAttrs: (element) => (unit ? { part: Number(element.dataset['part'] ?? 0), ...(kind === 'ruby' ? { text: element.dataset['text'] ?? '' } : {}) } : null) }],
    toDOM: ({ attrs }) => [tag, { 'data-mark': kind, ...(unit ? { 'data-part': String(attrs['part']) } : {}), ...(kind === 'ruby' ? { 'data-text': String(attrs['text']) } : {}) }, 0],
  }
}

export const MARK_SPECS = Object.fromEntries(MARK_KINDS.map((kind) => [kind, spec(kind)])) as Readonly<Record<MarkKind, MarkSpec>>

/** Inline nodes of a text with its marks; line feeds become line breaks. */
export function markedNodes(schema: Node['type']['schema'], words: string, marks: readonly InlineMark[] = []): readonly Node[] {
  if (words === '') return []
  const characters = [...words]
  const parts = partNumbers(marks)
  const edges = new Set([0, characters.length])
  for (const { from, to } of marks) edges.add(from).add(to)
  characters.forEach((character, at) => {
    if (character === '\n') edges.add(at).add(at + 1)
  })
  const places = [...edges].toSorted((a, b) => a - b)
  return places.slice(0, -1).map((from, index) => {
    const piece = characters.slice(from, places[index + 1]).join('')
    const own = marks.flatMap((mark, at) => (mark.from <= from && from < mark.to ? [schema.mark(mark.kind, attrsOf(mark.kind, parts[at]!, mark.text))] : []))
    return piece === '\n' ? schema.node('lineBreak', null, [], own) : schema.text(piece, own)
  })
}

function attrsOf(kind: MarkKind, part: number, text: string | undefined): Attrs | null {
  if (!isOneUnit(kind)) return null
  return text === undefined ? { part } : { part, text }
}

/** Of each mark: 0, or 1 where it touches one of its kind that has 0. */
function partNumbers(marks: readonly InlineMark[]): readonly number[] {
  const last = new Map<MarkKind, { readonly to: number; readonly part: number }>()
  return marks.map(({ kind, from, to }) => {
    const before = last.get(kind)
    const part = before?.to === from ? 1 - before.part : 0
    last.set(kind, { to, part })
    return part
  })
}

/** A text's characters with their marks, one entry a code point: what ranges are read from. */
interface MarkedCharacter {
  readonly character: string
  readonly marks: readonly Mark[]
}

/** Characters of a textblock; a line break is a line feed. */
export function charactersOf(textblock: Node): readonly MarkedCharacter[] {
  return textblock.children.flatMap((child) => Array.from(child.isText ? (child.text ?? '') : '\n', (character) => ({ character, marks: child.marks })))
}

export function hasMarks(part: Node): boolean {
  let found = false
  part.descendants((node) => {
    found ||= node.marks.length > 0
    return !found
  })
  return found
}

/** The marks of a text in their order. */
export function marksOf(characters: readonly MarkedCharacter[]): readonly InlineMark[] {
  const found: InlineMark[] = []
  for (const kind of MARK_KINDS) {
    let open: { readonly mark: Mark; readonly from: number } | null = null
    for (let at = 0; at <= characters.length; at++) {
      const here: Mark | undefined = characters[at]?.marks.find((mark) => mark.type.name === kind)
      if (open && here && open.mark.eq(here)) continue
      if (open) found.push({ from: open.from, to: at, kind, ...(kind === 'ruby' ? { text: String(open.mark.attrs['text']) } : {}) })
      open = here ? { mark: here, from: at } : null
    }
  }
  return found.toSorted(compareMarks)
}

/** The kinds of mark that the whole selection has, or the caret stands in. */
export function activeMarks(state: EditorState): readonly MarkKind[] {
  return MARK_KINDS.filter((kind) => isActive(state, typeOf(state, kind)))
}

function isActive({ doc, selection, storedMarks }: EditorState, type: MarkType): boolean {
  const { $from, from, to, empty } = selection
  if (empty) return type.isInSet(storedMarks ?? $from.marks()) !== undefined
  let all = true
  doc.nodesBetween(from, to, (node) => {
    if (node.isText && !type.isInSet(node.marks)) all = false
    return all
  })
  return all
}

/** Whether the selection can have marks at all. */
export function takesMarks({ selection: { $from } }: EditorState): boolean {
  return $from.parent.isTextblock && ($from.parent.type.markSet === null || $from.parent.type.markSet.length > 0)
}

/** Sets the mark on the selection, or clears it where all of it has it. Ruby has {@link setRuby}. */
export function switchMark(kind: Exclude<MarkKind, 'ruby'>): Command {
  return (state, dispatch) => {
    const type = typeOf(state, kind)
    if (!isOneUnit(kind)) return toggleMark(type, null, { removeWhenPresent: false, includeWhitespace: true })(state, dispatch)
    if (isActive(state, type)) return clearUnits(type)(state, dispatch)
    if (state.selection.empty || !takesMarks(state)) return false
    return setUnit(type, state.selection.from, state.selection.to, (part) => ({ part }))(state, dispatch)
  }
}

/** Syllables of pinyin, apart by spaces. */
const SYLLABLES = /\s+/u

/**
 * Ruby over the selection, or another text for the one at the caret; empty clears it. As many syllables as characters are
 * set one over each. Tones may be typed as figures: zhong1 guo2.
 */
export function setRuby(written: string): Command {
  return (state, dispatch) => {
    const type = typeOf(state, 'ruby')
    const text = toned(written.trim())
    if (text === '') return clearUnits(type)(state, dispatch)
    const { from, to } = rubyRange(state) ?? state.selection
    if (from === to || !takesMarks(state)) return false
    const characters = [...state.doc.textBetween(from, to)]
    const syllables = text.split(SYLLABLES)
    if (syllables.length === 1 || syllables.length !== characters.length) return setUnit(type, from, to, (part) => ({ part, text }))(state, dispatch)
    const transaction = state.tr.removeMark(from, to, type)
    let at = from
    characters.forEach((character, index) => {
      transaction.addMark(at, at + character.length, type.create({ part: freePart(transaction.doc, at, at + character.length, type), text: syllables[index] }))
      at += character.length
    })
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

/** The text of the ruby at the caret, or all over the selection; empty where there is none. */
export function rubyText(state: EditorState): string {
  const range = rubyRange(state)
  if (!range) return ''
  const texts: string[] = []
  state.doc.nodesBetween(range.from, range.to, (node) => {
    const mark = node.isText ? typeOf(state, 'ruby').isInSet(node.marks) : undefined
    if (mark) texts.push(String(mark.attrs['text']))
  })
  return texts.join(' ')
}

/** What a ruby is for: the selection, or the base at the caret; null where there is neither. */
export function rubyBase(state: EditorState): string | null {
  const { from, to } = rubyRange(state) ?? state.selection
  return from === to || !takesMarks(state) || !state.selection.$from.sameParent(state.selection.$to) ? null : state.doc.textBetween(from, to)
}

/** The bases of the rubies in the selection, from the first's start to the last's end. */
function rubyRange(state: EditorState): { readonly from: number; readonly to: number } | null {
  const units = unitsIn(state, typeOf(state, 'ruby'))
  const [first, last] = [units[0], units.at(-1)]
  if (!first || !last || (!state.selection.empty && !isActive(state, typeOf(state, 'ruby')))) return null
  return { from: first.from, to: last.to }
}

/** The selection grows to whole units, which go. */
function clearUnits(type: MarkType): Command {
  return (state, dispatch) => {
    const units = unitsIn(state, type)
    if (units.length === 0) return false
    const transaction = state.tr
    for (const { from, to } of units) transaction.removeMark(from, to, type)
    dispatch?.(transaction)
    return true
  }
}

/** Stretches of one mark that the selection touches; at a caret, those on either side of it. */
function unitsIn({ selection }: EditorState, type: MarkType): readonly { readonly from: number; readonly to: number }[] {
  const { $from, $to, empty } = selection
  if (!$from.sameParent($to)) return []
  const units: { from: number; to: number; mark: Mark }[] = []
  $from.parent.forEach((child, offset) => {
    const mark = type.isInSet(child.marks)
    const from = $from.start() + offset
    const last = units.at(-1)
    if (!mark) return
    if (last && last.to === from && last.mark.eq(mark)) last.to = from + child.nodeSize
    else units.push({ from, to: from + child.nodeSize, mark })
  })
  return units.filter(({ from, to }) => (empty ? from <= $from.pos && $from.pos <= to : from < $to.pos && to > $from.pos))
}

function setUnit(type: MarkType, from: number, to: number, attrs: (part: number) => Attrs): Command {
  return (state, dispatch) => {
    const transaction = state.tr.removeMark(from, to, type)
    transaction.addMark(from, to, type.create(attrs(freePart(transaction.doc, from, to, type))))
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

/** A number that no neighbour of the kind has. */
function freePart(document: Node, from: number, to: number, type: MarkType): number {
  const taken = [document.resolve(from).nodeBefore, document.resolve(to).nodeAfter].map((node) => (node ? type.isInSet(node.marks)?.attrs['part'] : undefined))
  return [0, 1, 2].find((part) => !taken.includes(part)) ?? 0
}

function typeOf(state: EditorState, kind: MarkKind): MarkType {
  return state.schema.marks[kind] as MarkType
}
