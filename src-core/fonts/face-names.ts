/** What a face calls itself (table `name`, ISO/IEC 14496-22 §5.2.6): read alone, so that a list of faces costs nothing. */
import { requireTable, type SfntTables } from './sfnt.ts'

const FULL_NAME = 4
const FAMILY = 1

/** Platform and language, best first: Chinese of the mainland, of Taiwan, of Hong Kong, Unicode's, English. */
const PREFERRED: readonly (readonly [platform: number, language: number | null])[] = [
  [3, 0x0804],
  [3, 0x0404],
  [3, 0x0c04],
  [3, 0x0409],
  [3, null],
  [0, null],
  [1, 0],
]

const LONGEST = 100

interface NameRecord {
  readonly platform: number
  readonly language: number
  readonly name: number
  readonly text: string
}

/** The full name, the Chinese one before the English one; empty for a face without. Throws {@link UnreadableFace}. */
export function faceName(tables: SfntTables): string {
  const records = nameRecords(requireTable(tables, 'name', 6))
  for (const [platform, language] of PREFERRED)
    for (const name of [FULL_NAME, FAMILY]) {
      const found = records.find((record) => record.name === name && record.platform === platform && (language === null || record.language === language))
      if (found && found.text !== '') return found.text
    }
  return ''
}

function nameRecords(table: DataView): readonly NameRecord[] {
  const storage = table.getUint16(4)
  const records: NameRecord[] = []
  for (let entry = 6, left = table.getUint16(2); left > 0 && entry + 12 <= table.byteLength; left--, entry += 12) {
    const platform = table.getUint16(entry)
    const name = table.getUint16(entry + 6)
    const length = table.getUint16(entry + 8)
    const from = storage + table.getUint16(entry + 10)
    if ((name !== FULL_NAME && name !== FAMILY) || from + length > table.byteLength) continue
    records.push({ platform, name, language: table.getUint16(entry + 4), text: tidy(platform === 1 ? narrow(table, from, length) : wide(table, from, length)) })
  }
  return records
}

/** UTF-16BE */
function wide(table: DataView, from: number, length: number): string {
  let text = ''
  for (let at = from; at + 1 < from + length; at += 2) text += String.fromCharCode(table.getUint16(at))
  return text
}

/** Mac Roman, as far as it is ASCII; names in other letters stand in the other platforms' records too. */
function narrow(table: DataView, from: number, length: number): string {
  let text = ''
  for (let at = from; at < from + length; at++) text += table.getUint8(at) < 0x80 ? String.fromCharCode(table.getUint8(at)) : ''
  return text
}

/** A name goes into lists, file names and sentences: no control characters, no end of its own. */
function tidy(name: string): string {
  return Array.from(name.replaceAll(/[\s\p{Cc}\p{Cf}\p{Cs}\u2028\u2029@]+/gu, ' ').trim()).slice(0, LONGEST).join('')
}
