/**
 * Some glyphs' outlines as bytes, for the window: a page needs some hundred kilobytes of shapes, the font files it takes
 * them from are fifty megabytes. Little endian, as every machine that runs this: a count (32 bits), that many glyph ids
 * and lengths (32 bits each), then the outlines' numbers (16 bits each).
 */
import type { Outline, Outlines } from './face.ts'

/** Font units are whole in TrueType; in CFF they are rounded here, to less than a thousandth of an em. */
export function packOutlines(glyphs: readonly number[], { outline }: Outlines): Uint8Array {
  const shapes = glyphs.map(outline)
  const head = Uint32Array.from([glyphs.length, ...glyphs, ...shapes.map(({ length }) => length)])
  const total = shapes.reduce((sum, { length }) => sum + length, 0)
  const bytes = new Uint8Array(head.byteLength + Int16Array.BYTES_PER_ELEMENT * total)
  bytes.set(new Uint8Array(head.buffer))
  const numbers = new Int16Array(bytes.buffer, head.byteLength)
  let at = 0
  for (const shape of shapes) for (const value of shape) numbers[at++] = Math.round(value)
  return bytes
}

/** Outlines by glyph, each unpacked when it is asked for. Trusts its bytes: they come from our own machine's side. */
export function unpackOutlines(bytes: Uint8Array): ReadonlyMap<number, () => Outline> {
  // Typed arrays must start on their own alignment; bytes out of a message may not.
  const source = bytes.byteOffset % Uint32Array.BYTES_PER_ELEMENT === 0 ? bytes : bytes.slice()
  const [count = 0] = new Uint32Array(source.buffer, source.byteOffset, 1)
  const head = new Uint32Array(source.buffer, source.byteOffset, 1 + 2 * count)
  const numbers = new Int16Array(source.buffer, source.byteOffset + head.byteLength, (source.byteLength - head.byteLength) / Int16Array.BYTES_PER_ELEMENT)
  const outlines = new Map<number, () => Outline>()
  let at = 0
  for (let index = 0; index < count; index++) {
    const from = at
    at += head[1 + count + index]!
    const to = at
    outlines.set(head[1 + index]!, () => numbersOf(numbers, from, to))
  }
  return outlines
}

/** `Array.from` takes ten times as long for typed numbers, which a page's first painting waits for. */
function numbersOf(source: Int16Array, from: number, to: number): Outline {
  const outline: number[] = []
  for (let at = from; at < to; at++) outline.push(source[at]!)
  return outline
}
