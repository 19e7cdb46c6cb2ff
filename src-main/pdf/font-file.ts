/** A font file read by ranges: a page needs some hundred of its sixty thousand glyphs. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { damaged, readDirectory, type TablePlace } from '../../src-core/fonts/sfnt.ts'

/** Holds the directory of any face: a hundred tables and more. */
const HEADER = 4096

/** A font file: its path, or its bytes where they are at hand anyway. */
export type FontSource = string | Uint8Array

export class FontFile {
  private readonly source: number | Uint8Array
  private readonly places: ReadonlyMap<string, TablePlace>

  private constructor(source: number | Uint8Array, places: ReadonlyMap<string, TablePlace>) {
    this.source = source
    this.places = places
  }

  /** Throws `UnreadableFace`, and what the system says of a file that it cannot read. Close it. */
  static open(source: FontSource): FontFile {
    if (typeof source !== 'string') return new FontFile(source, readDirectory(source, source.length))
    const descriptor = openSync(source, 'r')
    try {
      const header = new Uint8Array(HEADER)
      const length = readSync(descriptor, header, 0, HEADER, 0)
      return new FontFile(descriptor, readDirectory(header.subarray(0, length), fstatSync(descriptor).size))
    } catch (error) {
      closeSync(descriptor)
      throw error
    }
  }

  close(): void {
    if (typeof this.source === 'number') closeSync(this.source)
  }

  has(tag: string): boolean {
    return this.places.has(tag)
  }

  /** Bytes of the table. */
  size(tag: string): number {
    return this.place(tag).length
  }

  /** The table, or as much of it as `most` bytes. */
  table(tag: string, most = Infinity): DataView {
    const { length } = this.place(tag)
    const bytes = this.read(tag, 0, Math.min(length, most))
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  read(tag: string, from: number, to: number): Uint8Array {
    const { offset, length } = this.place(tag)
    if (from > to || to > length) throw damaged()
    if (typeof this.source !== 'number') return this.source.subarray(offset + from, offset + to)
    const bytes = new Uint8Array(to - from)
    if (readSync(this.source, bytes, 0, bytes.length, offset + from) < bytes.length) throw damaged()
    return bytes
  }

  private place(tag: string): TablePlace {
    const place = this.places.get(tag)
    if (!place) throw damaged()
    return place
  }
}
