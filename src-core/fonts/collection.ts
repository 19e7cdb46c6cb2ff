/**
 * Font collections (TTC, ISO/IEC 14496-22 §4.6.3): several faces in one file, which share tables. A member is taken out
 * as a file of its own, always the same bytes, so that whoever reads faces reads nothing but single ones.
 */
import { COLLECTION, damaged, readTables, type SfntTables } from './sfnt.ts'

/** More than any collection that is sold; a hostile one may claim four milliards. */
const MOST_MEMBERS = 64
const DIRECTORY = 12
const ENTRY = 16

/** How many faces the file holds: 1 for a single one. Throws {@link UnreadableFace}. */
export function memberCount(bytes: Uint8Array): number {
  if (!isCollection(bytes)) return 1
  const count = bytes.byteLength < DIRECTORY ? 0 : viewOf(bytes).getUint32(8)
  if (count < 1 || count > MOST_MEMBERS || DIRECTORY + 4 * count > bytes.byteLength) throw damaged()
  return count
}

export function memberTables(bytes: Uint8Array, member: number): SfntTables {
  return readTables(bytes, startOf(bytes, member))
}

/** The member as a file of its own; a single face is the file itself. Throws {@link UnreadableFace}. */
export function takeMember(bytes: Uint8Array, member: number): Uint8Array {
  if (!isCollection(bytes)) return bytes
  const start = startOf(bytes, member)
  const tables = [...readTables(bytes, start)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const total = tables.reduce((sum, [, table]) => sum + aligned(table.byteLength), DIRECTORY + ENTRY * tables.length)
  // Tables may be shared between entries of one directory; a real face is never larger than its collection.
  if (total > bytes.byteLength + DIRECTORY + ENTRY * tables.length) throw damaged()
  const file = new Uint8Array(total)
  const view = new DataView(file.buffer)
  view.setUint32(0, viewOf(bytes).getUint32(start))
  writeSearchFields(view, tables.length)
  let offset = DIRECTORY + ENTRY * tables.length
  tables.forEach(([tag, table], index) => {
    const entry = DIRECTORY + ENTRY * index
    for (let letter = 0; letter < 4; letter++) file[entry + letter] = tag.charCodeAt(letter)
    const content = new Uint8Array(table.buffer, table.byteOffset, table.byteLength)
    file.set(content, offset)
    view.setUint32(entry + 4, checksum(view, offset, aligned(content.length)))
    view.setUint32(entry + 8, offset)
    view.setUint32(entry + 12, content.length)
    offset += aligned(content.length)
  })
  return file
}

function isCollection(bytes: Uint8Array): boolean {
  return bytes.byteLength >= 4 && viewOf(bytes).getUint32(0) === COLLECTION
}

function startOf(bytes: Uint8Array, member: number): number {
  if (!isCollection(bytes)) return 0
  if (member < 0 || member >= memberCount(bytes)) throw damaged()
  return viewOf(bytes).getUint32(DIRECTORY + 4 * member)
}

/** searchRange, entrySelector and rangeShift of a directory: what a binary search of it begins with. */
function writeSearchFields(view: DataView, count: number): void {
  const selector = Math.floor(Math.log2(Math.max(1, count)))
  view.setUint16(4, count)
  view.setUint16(6, 16 * 2 ** selector)
  view.setUint16(8, selector)
  view.setUint16(10, 16 * count - 16 * 2 ** selector)
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function aligned(length: number): number {
  return (length + 3) & ~3
}
