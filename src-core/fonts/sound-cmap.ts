/**
 * Looks over a face's `cmap` before a parser is let at it: some bytes can claim that every code point is mapped a
 * thousand times over, and a parser that believes them never comes back.
 */
import { damaged, requireTable, type SfntTables } from './sfnt.ts'

const CODE_POINTS = 0x110000
const BMP = 0x10000
/** Variation selectors that Unicode has, FE00–FE0F and E0100–E01EF. */
const SELECTORS = 256

/** Throws {@link UnreadableFace}. */
export function requireSoundCmap(tables: SfntTables): void {
  const table = requireTable(tables, 'cmap', 4)
  try {
    for (let entry = 4, left = table.getUint16(2); left > 0; left--, entry += 8) {
      const offset = table.getUint32(entry + 4)
      requireSoundSubtable(new DataView(table.buffer, table.byteOffset + offset, table.byteLength - offset))
    }
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error
  }
}

function requireSoundSubtable(subtable: DataView): void {
  const format = subtable.getUint16(0)
  if (format === 4) requireSoundSegments(subtable)
  else if (format === 12 || format === 13) requireSoundGroups(subtable)
  else if (format === 14 && subtable.getUint32(6) > SELECTORS) throw damaged()
}

function requireSoundSegments(subtable: DataView): void {
  const segments = subtable.getUint16(6) / 2
  let mapped = 0
  for (let segment = 0; segment < segments; segment++) {
    const end = subtable.getUint16(14 + 2 * segment)
    mapped += Math.max(0, end - subtable.getUint16(16 + 2 * (segments + segment)) + 1)
  }
  if (mapped > BMP) throw damaged()
}

function requireSoundGroups(subtable: DataView): void {
  let mapped = 0
  for (let group = 16, left = subtable.getUint32(12); left > 0; left--, group += 12) {
    const end = subtable.getUint32(group + 4)
    mapped += Math.max(0, end - subtable.getUint32(group) + 1)
    if (end >= CODE_POINTS || mapped > CODE_POINTS) throw damaged()
  }
}
