/** Whether a TIFF has all the rows that it names: libtiff paints what is missing grey, and says nothing (TIFF 6.0, section 2). */

/** Where rows lie, and how long they are: in strips, or in tiles. */
const PLACES: Readonly<Record<number, number>> = { 273: 279, 324: 325 }

const SIZES: Readonly<Record<number, number>> = { 3: 2, 4: 4, 16: 8 }

/** False where rows of its first picture lie beyond the file's end. What cannot be read at all, the decoder refuses. */
export function isWholeTiff(bytes: Uint8Array): boolean {
  try {
    const values = new TiffReader(bytes).arrays()
    return Object.entries(PLACES).every(([offsets, lengths]) => (values.get(Number(offsets)) ?? []).every((offset, index) => offset + (values.get(lengths)?.[index] ?? 0) <= bytes.length))
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

class TiffReader {
  private readonly view: DataView
  private readonly little: boolean
  /** BigTIFF counts in eight bytes. */
  private readonly big: boolean

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.little = this.view.getUint8(0) === 0x49
    this.big = this.view.getUint16(2, this.little) === 43
  }

  /** The tags of the first picture that hold places and lengths. Throws a RangeError where they lie outside the file. */
  arrays(): ReadonlyMap<number, readonly number[]> {
    const found = new Map<number, readonly number[]>()
    const directory = this.big ? this.number(8, 8) : this.number(4, 4)
    const [counter, entry] = this.big ? [8, 20] : [2, 12]
    const entries = this.number(directory, counter)
    for (let index = 0; index < entries; index++) {
      const at = directory + counter + index * entry
      const tag = this.number(at, 2)
      if (tag in PLACES || Object.values(PLACES).includes(tag)) found.set(tag, this.values(at))
    }
    return found
  }

  private values(at: number): readonly number[] {
    const [wide, inline] = this.big ? [8, 12] : [4, 8]
    const size = SIZES[this.number(at + 2, 2)] ?? 0
    const count = this.number(at + 4, wide)
    if (count * size > this.view.byteLength) throw new RangeError('more values than the file has bytes')
    const from = count * size <= wide ? at + inline : this.number(at + inline, wide)
    return size === 0 ? [] : Array.from({ length: count }, (_, index) => this.number(from + index * size, size))
  }

  private number(at: number, size: number): number {
    if (size === 2) return this.view.getUint16(at, this.little)
    return size === 4 ? this.view.getUint32(at, this.little) : Number(this.view.getBigUint64(at, this.little))
  }
}
