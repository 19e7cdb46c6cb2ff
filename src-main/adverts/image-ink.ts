/** The ink of a PDF's pictures, pixel by pixel. */
import { PDFRawStream, type PDFDict, type PDFDocument } from '@cantoo/pdf-lib'
import { ApiFailure } from '../../src-core/api/methods.ts'
import { GREY, type ColorSpace } from './color-space.ts'
import { decodedStream, filtersOf, StreamFault } from './filters.ts'
import type { InkTally } from './ink-tally.ts'
import { entry, nameIn, numberIn, numbersIn } from './pdf-objects.ts'
import { damaged } from './pdf-file.ts'

/** As for pictures of their own: a broadsheet page at 300 ppi has a quarter of it. */
const MOST_PIXELS = 120_000_000

export interface FoundImage {
  readonly stream: PDFRawStream
  readonly space: ColorSpace
}

/** Bits of a sample (ISO 32000-1, table 89). */
export const SAMPLE_BITS: readonly number[] = [1, 2, 4, 8, 16]

/** Throws {@link ApiFailure} for pictures that none can be: pdf.js counts on through samples of a million bits. */
export function requireSoundImages({ context }: PDFDocument): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || nameIn(entry(object.dict, 'Subtype')) !== 'Image') continue
    const bits = numberIn(entry(object.dict, 'BitsPerComponent'))
    // A JPEG 2000 has its own depth, whatever the file says.
    if (bits !== undefined && !SAMPLE_BITS.includes(bits) && !filtersOf(object.dict).includes('JPXDecode')) throw damaged()
  }
}

/** Rejects with {@link StreamFault} where it cannot be measured. */
export async function measureImage({ stream, space }: FoundImage, tally: InkTally): Promise<void> {
  // Grey is black, at most solid.
  if (space === GREY) return tally.addPixel(0, 0, 0, 1)
  const { dict } = stream
  if (space.table) {
    for (const inks of space.table) if (inks) tally.add(inks)
    return
  }
  const { samples, decode } = await samplesOf(stream, dict, space.components)
  if (space.components === 4 && isProcess(space)) return measureCmyk(samples, decode, tally)
  const { components } = space
  const seen = new Set<string>()
  for (let at = 0; at + components <= samples.length; at += components) {
    const values = Array.from({ length: components }, (_, place) => decoded(samples[at + place]!, decode, place))
    const key = values.join(' ')
    if (seen.has(key)) continue
    if (seen.size < 1 << 16) seen.add(key)
    const inks = space.inks(values)
    if (inks) tally.add(inks)
  }
}

/** The four plates themselves, which most pictures are: nothing is made for a pixel. */
function measureCmyk(samples: Uint8Array, decode: readonly number[], tally: InkTally): void {
  const tables = [0, 1, 2, 3].map((place) => Float32Array.from({ length: 256 }, (_, sample) => decoded(sample, decode, place)))
  const [cyan, magenta, yellow, black] = tables as [Float32Array, Float32Array, Float32Array, Float32Array]
  for (let at = 0; at + 4 <= samples.length; at += 4) tally.addPixel(cyan[samples[at]!]!, magenta[samples[at + 1]!]!, yellow[samples[at + 2]!]!, black[samples[at + 3]!]!)
}

function isProcess(space: ColorSpace): boolean {
  const inks = space.inks([0.25, 0.5, 0.75, 1])
  return inks !== null && inks.spots.length === 0 && inks.process.join() === '0.25,0.5,0.75,1'
}

function decoded(sample: number, decode: readonly number[], place: number): number {
  const [low = 0, high = 1] = [decode[place * 2], decode[place * 2 + 1]]
  return low + (sample / 255) * (high - low)
}

async function samplesOf(stream: PDFRawStream, dict: PDFDict, components: number): Promise<{ samples: Uint8Array; decode: readonly number[] }> {
  const width = numberIn(entry(dict, 'Width')) ?? 0
  const height = numberIn(entry(dict, 'Height')) ?? 0
  const count = width * height
  if (!(count > 0 && count <= MOST_PIXELS)) throw new StreamFault('drawing')
  const decode = numbersIn(entry(dict, 'Decode')) ?? []
  const { bytes, picture } = decodedStream(stream, count * components * 2 + height + 1024)
  if (picture === 'jpeg') return { samples: await jpegSamples(bytes, components), decode }
  const bits = numberIn(entry(dict, 'BitsPerComponent')) ?? 8
  if (picture === 'fax' || (bits !== 8 && bits !== 16)) throw new StreamFault('unmeasured')
  // Of 16 bits the first eight tell the ink.
  const samples = bits === 16 ? bytes.filter((_, at) => at % 2 === 0) : bytes
  if (samples.length < count * components) throw new StreamFault('drawing')
  return { samples: samples.subarray(0, count * components), decode }
}

/** The samples as PDF takes them: libvips turns round those of a JPEG that says it is Adobe's. */
async function jpegSamples(bytes: Uint8Array, components: number): Promise<Uint8Array> {
  const [{ openPicture }, { greyPixels, ownInks }] = await Promise.all([import('../images/picture-file.ts'), import('../images/pixels.ts')])
  try {
    const file = await openPicture(bytes)
    const { channels, space } = file.head
    if (channels !== components || (components === 4 ? space !== 'cmyk' : components !== 1)) throw new StreamFault('unmeasured')
    const { pixels } = components === 4 ? await ownInks(file, {}) : await greyPixels(file, {})
    return components === 4 && hasAdobeMarker(bytes) ? pixels.map((value) => 255 - value) : pixels
  } catch (error) {
    throw error instanceof ApiFailure ? new StreamFault('drawing') : error
  }
}

/** APP14 with Adobe's name, before the first scan. */
export function hasAdobeMarker(bytes: Uint8Array): boolean {
  for (let at = 2; at + 4 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1]!
    if (marker === 0xda) return false
    if (marker === 0xee && String.fromCharCode(...bytes.subarray(at + 4, at + 9)) === 'Adobe') return true
    at += 2 + bytes[at + 2]! * 256 + bytes[at + 3]!
  }
  return false
}
