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

export function smallFace(fsType = 0): Uint8Array {
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
  const font = new opentype.Font({ familyName: 'Small', styleName: 'Regular', unitsPerEm: 1000, ascender: 880, descender: -120, glyphs })
  return withFsType(new Uint8Array(font.toArrayBuffer()), fsType)
}

function withFsType(bytes: Uint8Array, fsType: number): Uint8Array {
  const view = new DataView(bytes.buffer)
  for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16)
    if (String.fromCharCode(...bytes.subarray(entry, entry + 4)) === 'OS/2') view.setUint16(view.getUint32(entry + 8) + 8, fsType)
  return bytes
}
