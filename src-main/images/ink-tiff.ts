/** Inks and their profile as a file, the only way in which libvips takes both (TIFF 6.0, sections 2 and 16). */

const SHORT = 3
const LONG = 4
const UNDEFINED = 7

/** Four channels of 8 bits, row by row. */
export function inkTiff(inks: Uint8Array, width: number, height: number, icc: Uint8Array): Buffer {
  const entries = 11
  const bitsAt = 8 + 2 + 12 * entries + 4
  const profileAt = bitsAt + 8
  const pixelsAt = profileAt + icc.length + (icc.length % 2)
  const head = Buffer.alloc(pixelsAt)
  head.write('II*\0', 'latin1')
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(entries, 8)
  let at = 10
  const entry = (tag: number, type: number, count: number, value: number) => {
    head.writeUInt16LE(tag, at)
    head.writeUInt16LE(type, at + 2)
    head.writeUInt32LE(count, at + 4)
    head.writeUInt32LE(value, at + 8)
    at += 12
  }
  entry(256, LONG, 1, width)
  entry(257, LONG, 1, height)
  entry(258, SHORT, 4, bitsAt) // BitsPerSample
  entry(259, SHORT, 1, 1) // Compression: none
  entry(262, SHORT, 1, 5) // PhotometricInterpretation: separated
  entry(273, LONG, 1, pixelsAt) // StripOffsets
  entry(277, SHORT, 1, 4) // SamplesPerPixel
  entry(278, LONG, 1, height) // RowsPerStrip
  entry(279, LONG, 1, inks.length) // StripByteCounts
  entry(284, SHORT, 1, 1) // PlanarConfiguration
  entry(34675, UNDEFINED, icc.length, profileAt)
  for (let channel = 0; channel < 4; channel++) head.writeUInt16LE(8, bitsAt + 2 * channel)
  head.set(icc, profileAt)
  return Buffer.concat([head, inks])
}
