/**
 * Looks over a face's `CFF ` table before a parser is let at it: opentype.js takes an offset of two numbers for a text
 * and then reads on for hours. Adobe Technical Note 5176: INDEX §5, DICT §4, Top DICT §9.
 */
import { damaged, requireTable, type SfntTables } from './sfnt.ts'

/** Operators of the Top DICT that name places in the table, with how many numbers they take; 12 stands before the second byte of long ones. */
const PLACES: ReadonlyMap<number, number> = new Map([
  [15, 1], // charset
  [16, 1], // Encoding
  [17, 1], // CharStrings
  [18, 2], // Private: size and offset
  [0x0c24, 1], // FDArray
  [0x0c25, 1], // FDSelect
])
const CHAR_STRINGS = 17
const FONT_DICTS = 0x0c24

interface Index {
  readonly objects: readonly DataView[]
  readonly end: number
}

/** Throws {@link UnreadableFace}. */
export function requireSoundCff(tables: SfntTables): void {
  if (!tables.has('CFF ')) return
  const table = requireTable(tables, 'CFF ', 4)
  try {
    const names = readIndex(table, table.getUint8(2))
    const topDicts = readIndex(table, names.end)
    const strings = readIndex(table, topDicts.end)
    readIndex(table, strings.end)
    const [topDict] = topDicts.objects
    if (!topDict || topDicts.objects.length > 1) throw damaged()
    const places = readPlaces(topDict)
    if (!places.has(CHAR_STRINGS)) throw damaged()
    for (const [operator, place] of places) if (operator === CHAR_STRINGS || operator === FONT_DICTS) readIndex(table, place)
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error
  }
}

function readIndex(table: DataView, start: number): Index {
  const count = table.getUint16(start)
  if (count === 0) return { objects: [], end: start + 2 }
  const width = table.getUint8(start + 2)
  if (width < 1 || width > 4) throw damaged()
  const offset = (object: number): number => {
    let value = 0
    for (let byte = 0; byte < width; byte++) value = value * 256 + table.getUint8(start + 3 + object * width + byte)
    return value
  }
  // Offsets count from the byte before the data.
  const data = start + 2 + (count + 1) * width
  const objects = Array.from({ length: count }, (_, object) => new DataView(table.buffer, table.byteOffset + data + offset(object), offset(object + 1) - offset(object)))
  const end = data + offset(count)
  if (end > table.byteLength) throw damaged()
  return { objects, end }
}

/** Operator → its offset, for each that names a place. */
function readPlaces(dict: DataView): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  let operands: number[] = []
  for (let at = 0; at < dict.byteLength; ) {
    const first = dict.getUint8(at)
    if (first > 27) {
      const { value, length } = readOperand(dict, at)
      operands.push(value)
      at += length
      continue
    }
    const operator = first === 12 ? 0x0c00 | dict.getUint8(at + 1) : first
    const numbers = PLACES.get(operator)
    if (numbers !== undefined) {
      if (operands.length !== numbers || operands.some((operand) => !(operand >= 0))) throw damaged()
      places.set(operator, operands.at(-1)!)
    }
    operands = []
    at += first === 12 ? 2 : 1
  }
  return places
}

/** A real number is not read: no place is one. */
function readOperand(dict: DataView, at: number): { readonly value: number; readonly length: number } {
  const first = dict.getUint8(at)
  if (first === 28) return { value: dict.getInt16(at + 1), length: 3 }
  if (first === 29) return { value: dict.getInt32(at + 1), length: 5 }
  if (first === 30) {
    let length = 1
    while ((dict.getUint8(at + length) & 0x0f) !== 0x0f && dict.getUint8(at + length) >> 4 !== 0x0f) length++
    return { value: NaN, length: length + 1 }
  }
  if (first < 32 || first === 255) throw damaged()
  if (first < 247) return { value: first - 139, length: 1 }
  const low = dict.getUint8(at + 1)
  return { value: first < 251 ? (first - 247) * 256 + low + 108 : -(first - 251) * 256 - low - 108, length: 2 }
}
