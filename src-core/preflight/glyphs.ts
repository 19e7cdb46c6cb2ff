/** missing-glyph, fallback: characters that the face asked for does not have; and the list of them for an issue. */
import { gbLevel } from '../document/gb18030.ts'
import type { LocalText } from '../document/local-text.ts'
import type { RecordId } from '../document/records.ts'
import type { FaceId } from '../document/style.ts'
import type { LayoutNote } from '../typeset/result.ts'
import { faceLabel, nameOf } from './finding.ts'
import type { Finding, FindingRange, Subject } from './finding.ts'
import { placedRecord } from './placed-record.ts'

type Fallback = Extract<LayoutNote, { kind: 'fallback' }>

/** A character that recurs in one record is one row, at its first place. */
export interface MissingGlyph {
  readonly codePoint: number
  readonly wanted: FaceId
  /** Null where no face has it: its place stays empty. */
  readonly used: FaceId | null
  /** 版次 */
  readonly page: string
  readonly record: RecordId
  readonly range?: FindingRange
  readonly times: number
}

export function checkGlyphs(subject: Subject): readonly Finding[] {
  return missingGlyphs(subject).map(({ codePoint, wanted, used, page, record, range, times }): Finding => {
    const character = `“${String.fromCodePoint(codePoint)}”（${codePointName(codePoint)}）`
    const name = nameOf(subject.document, record)
    const zh = `${name.zh || '报眉'}${times > 1 ? `里有${times}处` : '里'}${character}`
    const en = `${name.en || 'The folio'}${times > 1 ? ` has ${times} times` : ':'} ${character}`
    const level = levelNote(codePoint)
    const place = { page, story: record, ...(range ? { range } : {}) }
    return used === null
      ? { id: 'missing-glyph', severity: 'error', ...place, message: { zh: `${zh}哪个字体里都没有，印出来是空框，请换字或加装字体。${level.zh}`, en: `${en}, which no face has: an empty box would be printed; use another character or add a face.${level.en}` } }
      : { id: 'fallback', severity: 'warning', ...place, message: { zh: `${zh}${faceLabel(subject, wanted)}里没有，用${faceLabel(subject, used)}代替，请看字形是否合适。${level.zh}`, en: `${en}, which ${faceLabel(subject, wanted)} lacks and ${faceLabel(subject, used)} stands in for; see whether its form will do.${level.en}` } }
  })
}

/** Every character that the face asked for lacks, page by page. */
export function missingGlyphs({ document, results }: Subject): readonly MissingGlyph[] {
  return results.flatMap(({ frame, notes }) => {
    const page = frame.page.number
    const found = new Map<string, { note: Fallback; times: number }>()
    for (const note of notes) {
      if (note.kind !== 'fallback') continue
      const key = `${note.record} ${note.fallback.codePoint} ${note.fallback.wanted} ${note.fallback.used}`
      const known = found.get(key)
      if (known) known.times++
      else found.set(key, { note, times: 1 })
    }
    return [...found.values()].map(({ note, times }): MissingGlyph => {
      const { codePoint, wanted, used } = note.fallback
      return { codePoint, wanted, used, page, record: placedRecord(document, page, note.record), times, ...rangeOf(note) }
    })
  })
}

/** U+3400 */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Why a face may well lack it: few faces go beyond level 1 of GB 18030-2022. */
function levelNote(codePoint: number): LocalText {
  const level = gbLevel(codePoint)
  if (level === undefined || level === 1) return { zh: '', en: '' }
  return level === null
    ? { zh: 'GB 18030-2022 没有收这个字。', en: ' GB 18030-2022 does not have it.' }
    : { zh: `这个字在 GB 18030-2022 的级别${level}。`, en: ` It is of level ${level} in GB 18030-2022.` }
}

function rangeOf({ part, block, fallback }: Fallback): { range?: FindingRange } {
  if (part === 'furniture' || part === 'credit' || part === 'jump') return {}
  return { range: { part, ...(block === undefined ? {} : { block }), from: fallback.offset, to: fallback.offset + 1 } }
}
