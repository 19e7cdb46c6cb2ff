/** The table directory of a TrueType or OpenType file (ISO/IEC 14496-22 §4). */

/** A font file that cannot be used, in a sentence for the editor. */
export class UnreadableFace extends Error {
  readonly zh: string
  readonly en: string
  constructor(zh: string, en: string) {
    super(zh)
    this.zh = zh
    this.en = en
  }
}

/** One table, as a view on the file's bytes. */
export type SfntTables = ReadonlyMap<string, DataView>

const TRUETYPE = 0x00010000
const APPLE_TRUETYPE = 0x74727565
const CFF = 0x4f54544f
export const COLLECTION = 0x74746366
const WOFF = 0x774f4646
const WOFF2 = 0x774f4632

/** Where a table lies in its file. */
export interface TablePlace {
  readonly offset: number
  readonly length: number
}

/** Throws {@link UnreadableFace} for anything that is not one TrueType or OpenType face, whole, at that place in the file. */
export function readTables(bytes: Uint8Array, start = 0): SfntTables {
  const places = readDirectory(bytes, bytes.byteLength, start)
  return new Map([...places].map(([tag, { offset, length }]) => [tag, new DataView(bytes.buffer, bytes.byteOffset + offset, length)]))
}

/** The directory alone: `bytes` are the file's first, which hold it, and `size` what the whole file has. Throws like {@link readTables}. */
export function readDirectory(bytes: Uint8Array, size: number, start = 0): ReadonlyMap<string, TablePlace> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (start + 12 > bytes.byteLength) throw damaged()
  const kind = view.getUint32(start)
  if (kind === COLLECTION)
    throw new UnreadableFace('这是字体合集（TTC），请先选定其中一款。', 'This is a font collection (TTC); choose one of its faces first.')
  if (kind === WOFF || kind === WOFF2)
    throw new UnreadableFace('这是网页字体（WOFF），请改用 TTF 或 OTF 文件。', 'This is a web font (WOFF); use the TTF or OTF file.')
  if (kind !== TRUETYPE && kind !== APPLE_TRUETYPE && kind !== CFF)
    throw new UnreadableFace('这不是字体文件，请选 TTF、OTF 或 TTC 文件。', 'This is not a font file; choose a TTF, OTF or TTC file.')
  const count = view.getUint16(start + 4)
  const end = start + 12 + 16 * count
  if (end > bytes.byteLength) throw damaged()
  const places = new Map<string, TablePlace>()
  for (let entry = start + 12; entry < end; entry += 16) {
    const tag = String.fromCharCode(bytes[entry] ?? 0, bytes[entry + 1] ?? 0, bytes[entry + 2] ?? 0, bytes[entry + 3] ?? 0)
    const offset = view.getUint32(entry + 8)
    const length = view.getUint32(entry + 12)
    if (offset + length > size) throw damaged()
    places.set(tag, { offset, length })
  }
  return places
}

/** A table that the face cannot do without. */
export function requireTable(tables: SfntTables, tag: string, length = 0): DataView {
  const table = tables.get(tag)
  if (!table || table.byteLength < length) throw damaged()
  return table
}

export function damaged(): UnreadableFace {
  return new UnreadableFace('字体文件已损坏或不完整，请重新获取这个文件。', 'The font file is damaged or incomplete; get it again.')
}
