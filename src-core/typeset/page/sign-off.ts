/**
 * Who wrote it, at the end of a body (TYPESETTING §9): in brackets, end-aligned, on the last line where at least one em is
 * left before it, else on a line of its own.
 */
import type { TextSetting } from '../../document/style.ts'
import { along, countCharacters, type BodyBlock, type LinePlace } from './body-block.ts'
import { setByline, type BylineLine } from './byline.ts'
import type { ComposedRow, Composer } from './composer.ts'
import type { FlowLine, FlowParagraph } from './flow.ts'
import { fallbackNotes } from './notes.ts'
import { piecedText, withSources, type Piece } from './pieces.ts'
import { placeLine } from './runs.ts'
import type { FrameItem } from '../frame.ts'

/** Least white before it on a line, in em. */
const WHITE_EM = 1
const LONGEST = 60

/** A paragraph's last brackets, after a sentence's end or alone. */
const BRACKETS = /(?<=(?:^|[。！？…”’』」])\s*)[（(](?<inside>[^（）()]{2,60})[)）]$/u
const SAYS_WHO = /^(?:本报|本刊|本网|新华社|中新社|据|综合|作者|来源|记者|通讯员|首席|特约|见习|文|图|摄|责编|责任编辑|\p{Script=Han}{2,8}(?:记者|通讯员))/u
const NAMES = /^\p{Script=Han}{2,4}(?:[\s　、]+\p{Script=Han}{1,4}){0,7}$/u

/** Code point at which the sign-off of the body's last paragraph begins; null where it has none. */
export function signOffStart(paragraph: string): number | null {
  const found = BRACKETS.exec(paragraph)
  const inside = found?.groups?.['inside']?.trim()
  if (!found || inside === undefined || found[0].length > LONGEST) return null
  return SAYS_WHO.test(inside) || NAMES.test(inside) ? Array.from(paragraph.slice(0, found.index)).length : null
}

export interface SignOff {
  readonly pieces: readonly Piece[]
  readonly setting: TextSetting
  /** Code point of the paragraph before it, where its own line begins. */
  readonly from: number
}

/** A line of the paragraph, or only the sign-off, which stands on the last line or on lines of its own. */
export interface SignedLine extends FlowLine {
  readonly row: ComposedRow | null
  readonly signed: BylineLine | null
}

/** `paragraph` is what the sign-off stands after; null where it stands alone. */
export function signedBlock(composer: Composer, paragraph: BodyBlock<ComposedRow> | null, index: number | null, signOff: SignOff): BodyBlock<SignedLine> {
  const { pieces, setting, from: start } = signOff
  const text = piecedText(pieces)
  const flow = paragraph?.flow as FlowParagraph | undefined

  const sign = (rows: readonly ComposedRow[], chars: number): readonly SignedLine[] => {
    const measure = chars * setting.size
    const lines = setByline(composer, text, setting, measure)
    const last = rows.at(-1)
    const [first] = lines
    const fits = last && first && lines.length === 1 && last.line.width + WHITE_EM * setting.size + first.width <= measure + 1e-6
    return [
      ...rows.map((row, at) => ({ from: row.from, row, signed: fits && at === rows.length - 1 ? first : null })),
      ...(fits ? [] : lines.map((line) => ({ from: start + line.from, row: null, signed: line }))),
    ]
  }
  return {
    index,
    flow: {
      kind: 'paragraph',
      lines: (chars, from) => {
        if (from > start || (from === start && start > 0) || !flow) return sign([], chars).filter((line) => line.from >= from)
        return sign(flow.lines(chars, from) as readonly ComposedRow[], chars)
      },
      tightened: (chars, from) => {
        const rows = from < start ? flow?.tightened(chars, from) : null
        return rows ? sign(rows as readonly ComposedRow[], chars) : null
      },
    },
    notes: [...(paragraph?.notes ?? []), ...pieces.flatMap((piece) => (piece.source ? fallbackNotes(piece.source, composer.line(piece.text, setting).fallbacks) : []))],
    set: ({ row, signed }, place) => [...(row && paragraph ? paragraph.set(row, place) : []), ...(signed ? placeSigned(signed, place, setting.size, pieces) : [])],
    check: ({ row }) => (row && paragraph ? paragraph.check(row) : []),
    characters: ({ row, signed }) => (row && paragraph ? paragraph.characters(row) : 0) + (signed ? countCharacters(signedText(signed, pieces)) : 0),
  }
}

function placeSigned({ parts, width }: BylineLine, place: LinePlace, size: number, pieces: readonly Piece[]): readonly FrameItem[] {
  const start = along(place, Math.max(0, place.chars * size - width))
  const items = parts.flatMap((part) => {
    const { x, y } = along(start, part.x)
    return placeLine(part.line, x, y, { record: '', part: 'byline', from: part.from })
  })
  return withSources(items, pieces)
}

/** What of the article's text stands on the line: brackets that the setting adds are none of it. */
function signedText({ parts }: BylineLine, pieces: readonly Piece[]): string {
  const own = pieces.flatMap((piece) => Array.from(piece.text, (character) => (piece.source ? character : '')))
  return parts.map(({ from, to }) => own.slice(from, to).join('')).join('')
}
