/**
 * Captions (图注, TYPESETTING §9): justified lines with the credit whole at the end, after at least one em; on a line of
 * its own where it does not fit. What fits one line is centred.
 */
import type { PictureRecord } from '../../document/records.ts'
import type { TextSetting } from '../../document/style.ts'
import type { LayoutNote } from '../result.ts'
import type { SetLine } from '../text/paragraph.ts'
import type { Composer } from './composer.ts'
import { fallbackNotes } from './notes.ts'

export interface CaptionPart {
  readonly line: SetLine
  /** Points from the measure's left edge. */
  readonly x: number
  readonly part: 'caption' | 'credit'
}

export interface Caption {
  /** Line by line, left to right. */
  readonly rows: readonly (readonly CaptionPart[])[]
  readonly notes: readonly LayoutNote[]
}

/** In em. */
const INDENT = 2
const CREDIT_GAP = 1

/** `centred`: what fits one line stands in the middle of it. */
export function setCaption(composer: Composer, picture: PictureRecord, setting: TextSetting, measure: number, centred: boolean): Caption {
  const text = picture.caption ?? ''
  const paragraph = composer.paragraph(text, { ...setting, indentEm: INDENT })
  const credit = picture.credit ? composer.line(picture.credit, setting) : null
  const gap = credit && text !== '' ? CREDIT_GAP * setting.size : 0
  const creditWidth = credit ? credit.width : 0
  const notes: LayoutNote[] = [
    ...fallbackNotes({ record: picture.id, part: 'caption' }, paragraph.fallbacks),
    ...fallbackNotes({ record: picture.id, part: 'credit' }, credit?.fallbacks ?? []),
    ...(creditWidth > measure ? [{ kind: 'too-wide', record: picture.id, part: 'credit' } as const] : []),
  ]

  const single = composer.line(text, setting)
  const together = single.width + gap + creditWidth
  if (together <= measure) {
    const left = centred ? (measure - together) / 2 : 0
    const parts: CaptionPart[] = []
    if (text !== '') parts.push({ line: single, x: left, part: 'caption' })
    if (credit) parts.push({ line: credit, x: left + together - creditWidth, part: 'credit' })
    return { rows: parts.length > 0 ? [parts] : [], notes }
  }
  const rows: CaptionPart[][] = paragraph.lines(measure, 0).map(({ line }) => [{ line, x: 0, part: 'caption' }])
  if (credit) {
    const last = rows.at(-1)?.[0]
    if (!last || last.line.width + gap + creditWidth > measure) rows.push([])
    rows.at(-1)!.push({ line: credit, x: Math.max(0, measure - creditWidth), part: 'credit' })
  }
  return { rows, notes }
}
