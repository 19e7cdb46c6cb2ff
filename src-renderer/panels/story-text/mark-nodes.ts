/** Marks on words as the text editor's document holds them: from ranges to nodes and back. */
import type { Attrs, Mark, MarkSpec, Node } from 'prosemirror-model'
import { compareMarks, isOneUnit, MARK_KINDS, partByMarks, type InlineMark, type MarkKind } from '../../../src-core/document/inline-marks.ts'

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
  const breaks = characters.flatMap((character, at) => (character === '\n' ? [at, at + 1] : []))
  return partByMarks(characters.length, marks, breaks).map(({ from, to, marks: own }) => {
    const piece = characters.slice(from, to).join('')
    const set = own.map((mark) => schema.mark(mark.kind, attrsOf(mark, parts.get(mark) ?? 0)))
    return piece === '\n' ? schema.node('lineBreak', null, [], set) : schema.text(piece, set)
  })
}

function attrsOf({ kind, text }: InlineMark, part: number): Attrs | null {
  if (!isOneUnit(kind)) return null
  return text === undefined ? { part } : { part, text }
}

/** Of each mark: 0, or 1 where it touches one of its kind that has 0. */
function partNumbers(marks: readonly InlineMark[]): ReadonlyMap<InlineMark, number> {
  const last = new Map<MarkKind, { readonly to: number; readonly part: number }>()
  return new Map(
    marks.map((mark) => {
      const before = last.get(mark.kind)
      const part = before?.to === mark.from ? 1 - before.part : 0
      last.set(mark.kind, { to: mark.to, part })
      return [mark, part]
    }),
  )
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
