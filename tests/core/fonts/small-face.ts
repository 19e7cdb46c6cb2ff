/** A CFF face of four glyphs, made by opentype.js, small enough to be cut and bent a hundred times over. */
import * as opentype from 'opentype.js/dist/opentype.mjs'

declare module 'opentype.js/dist/opentype.mjs' {
  export class Path {
    moveTo(x: number, y: number): void
    lineTo(x: number, y: number): void
    curveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void
    close(): void
  }
  export const Glyph: new (options: { name: string; unicode?: number; advanceWidth: number; path: Path }) => Glyph
  export class Font {
    constructor(options: object)
    toArrayBuffer(): ArrayBuffer
  }
}

/** `name` tells two of them apart. */
export function smallFace(fsType = 0, name = 'Small'): Uint8Array {
  const square = new opentype.Path()
  square.moveTo(100, 0)
  square.lineTo(900, 0)
  square.lineTo(900, 800)
  square.lineTo(100, 800)
  square.close()
  const round = new opentype.Path()
  round.moveTo(500, 0)
  round.curveTo(780, 0, 1000, 180, 1000, 400)
  round.curveTo(1000, 620, 780, 800, 500, 800)
  round.curveTo(220, 800, 0, 620, 0, 400)
  round.curveTo(0, 180, 220, 0, 500, 0)
  round.close()
  const glyphs = [
    new opentype.Glyph({ name: '.notdef', advanceWidth: 500, path: new opentype.Path() }),
    new opentype.Glyph({ name: 'kou', unicode: 0x53e3, advanceWidth: 1000, path: square }),
    new opentype.Glyph({ name: 'ling', unicode: 0x3007, advanceWidth: 1000, path: round }),
    new opentype.Glyph({ name: 'quotedblleft', unicode: 0x201c, advanceWidth: 400, path: square }),
  ]
  const font = new opentype.Font({ familyName: name, styleName: 'Regular', unitsPerEm: 1000, ascender: 880, descender: -120, glyphs })
  return withFsType(new Uint8Array(font.toArrayBuffer()), fsType)
}

export function withFsType(bytes: Uint8Array, fsType: number): Uint8Array {
  const view = new DataView(bytes.buffer)
  for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16)
    if (String.fromCharCode(...bytes.subarray(entry, entry + 4)) === 'OS/2') view.setUint16(view.getUint32(entry + 8) + 8, fsType)
  return bytes
}

/** A collection of faces, as TTC files have them: one header, then the members with their offsets moved. */
export function collectionOf(members: readonly Uint8Array[]): Uint8Array {
  const header = 12 + 4 * members.length
  const starts = members.map((_, index) => members.slice(0, index).reduce((sum, { length }) => sum + ((length + 3) & ~3), header))
  const bytes = new Uint8Array(starts.at(-1)! + members.at(-1)!.length)
  const view = new DataView(bytes.buffer)
  bytes.set(Array.from('ttcf', (letter) => letter.charCodeAt(0)))
  view.setUint32(4, 0x00010000)
  view.setUint32(8, members.length)
  members.forEach((member, index) => {
    const start = starts[index]!
    view.setUint32(12 + 4 * index, start)
    bytes.set(member, start)
    for (let entry = start + 12; entry < start + 12 + 16 * view.getUint16(start + 4); entry += 16) view.setUint32(entry + 8, view.getUint32(entry + 8) + start)
  })
  return bytes
}

/** The face with one table put in the place of its own. */
export function withTable(face: Uint8Array, tag: string, table: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(((face.length + 3) & ~3) + table.length)
  bytes.set(face)
  bytes.set(table, (face.length + 3) & ~3)
  const view = new DataView(bytes.buffer)
  for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16) {
    if (String.fromCharCode(...bytes.subarray(entry, entry + 4)) !== tag) continue
    view.setUint32(entry + 8, (face.length + 3) & ~3)
    view.setUint32(entry + 12, table.length)
  }
  return bytes
}
