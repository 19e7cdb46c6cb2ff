/** missing-glyph, fallback: characters that the face asked for does not have. */
import { BUNDLED_FACES } from '../document/style.ts'
import type { LayoutNote } from '../typeset/result.ts'
import { nameOf } from './finding.ts'
import type { Finding, FindingRange, Subject } from './finding.ts'
import { placedRecord } from './placed-record.ts'

type Fallback = Extract<LayoutNote, { kind: 'fallback' }>

export function checkGlyphs({ document, results }: Subject): readonly Finding[] {
  return results.flatMap((result) => {
    const page = result.frame.page.number
    return grouped(result.notes).map(({ note, times }): Finding => {
      const { codePoint, wanted, used } = note.fallback
      const place = placedRecord(document, page, note.record)
      const character = `“${String.fromCodePoint(codePoint)}”（U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}）`
      const where = `${nameOf(document, place) || '报眉'}${times > 1 ? `里有${times}处` : '里'}`
      return used === null
        ? { id: 'missing-glyph', severity: 'error', page, story: place, ...rangeOf(note), message: `${where}${character}哪个字体里都没有，印出来是空框，请换字或加装字体。` }
        : { id: 'fallback', severity: 'warning', page, story: place, ...rangeOf(note), message: `${where}${character}${faceName(wanted)}里没有，用${faceName(used)}代替，请看字形是否合适。` }
    })
  })
}

/** A character that recurs in one record is one finding, at its first place. */
function grouped(notes: readonly LayoutNote[]): readonly { note: Fallback; times: number }[] {
  const found = new Map<string, { note: Fallback; times: number }>()
  for (const note of notes) {
    if (note.kind !== 'fallback') continue
    const key = `${note.record} ${note.fallback.codePoint} ${note.fallback.used}`
    const known = found.get(key)
    if (known) known.times++
    else found.set(key, { note, times: 1 })
  }
  return [...found.values()]
}

function rangeOf({ part, block, fallback }: Fallback): { range?: FindingRange } {
  if (part === 'furniture' || part === 'credit' || part === 'jump') return {}
  return { range: { part, ...(block === undefined ? {} : { block }), from: fallback.offset, to: fallback.offset + 1 } }
}

function faceName(id: string): string {
  return Object.hasOwn(BUNDLED_FACES, id) ? BUNDLED_FACES[id as keyof typeof BUNDLED_FACES] : id
}
