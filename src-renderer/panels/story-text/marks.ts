/** Commands that set and clear marks on words, and what the selection has of them. */
import { toggleMark } from 'prosemirror-commands'
import type { Attrs, Mark, MarkType, Node } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import { isOneUnit, MARK_KINDS, type MarkKind } from '../../../src-core/document/inline-marks.ts'
import { toned } from './pinyin.ts'

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
