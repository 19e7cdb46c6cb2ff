/** What the streams of an advert's PDF hold, decoded with care (ISO 32000-1, 7.4). */
import { inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFName, PDFRawStream, type PDFDict } from '@cantoo/pdf-lib'
import type { PdfFaultKind } from '../../src-core/document/pdf-page.ts'
import { dictOf, entry, listIn, nameIn, numberIn } from './pdf-objects.ts'

export class StreamFault extends Error {
  readonly kind: PdfFaultKind
  constructor(kind: PdfFaultKind) {
    super(`a stream of a PDF: ${kind}`)
    this.kind = kind
  }
}

export interface DecodedStream {
  readonly bytes: Uint8Array
  /** What the bytes are still packed as: a picture format. */
  readonly picture: 'jpeg' | 'fax' | null
}

const SHORT_NAMES: Readonly<Record<string, string>> = { Fl: 'FlateDecode', AHx: 'ASCIIHexDecode', A85: 'ASCII85Decode', RL: 'RunLengthDecode', LZW: 'LZWDecode', DCT: 'DCTDecode', CCF: 'CCITTFaxDecode' }

export function filtersOf(dict: PDFDict): readonly string[] {
  const filter = entry(dict, 'Filter')
  return (listIn(filter) ?? [filter]).flatMap((one) => {
    const name = nameIn(one)
    return name === undefined ? [] : [SHORT_NAMES[name] ?? name]
  })
}

/** Throws {@link StreamFault} for what is damaged, longer than `mostBytes`, or packed in a way that no print file may have. */
export function decodedStream(stream: PDFRawStream, mostBytes: number): DecodedStream {
  const { dict } = stream
  let bytes = stream.getContents()
  const parameters = entry(dict, 'DecodeParms') ?? entry(dict, 'DP')
  for (const [place, filter] of filtersOf(dict).entries()) {
    const own = dictOf(listIn(parameters)?.[place] ?? parameters)
    if (filter === 'DCTDecode') return { bytes, picture: 'jpeg' }
    if (filter === 'CCITTFaxDecode') return { bytes, picture: 'fax' }
    if (filter === 'FlateDecode') bytes = unpredicted(inflated(bytes, mostBytes), own)
    else if (filter === 'ASCIIHexDecode' || filter === 'ASCII85Decode' || filter === 'RunLengthDecode') bytes = plain(bytes, filter, dict)
    else throw new StreamFault('compression')
    if (bytes.length > mostBytes) throw new StreamFault('drawing')
  }
  return { bytes, picture: null }
}

/** Bytes that are inflated at a time: what comes in one piece need not be joined. */
const LEAST_CHUNK = 16 << 10
const LARGEST_CHUNK = 1 << 20

function inflated(bytes: Uint8Array, mostBytes: number): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: mostBytes, chunkSize: Math.min(LARGEST_CHUNK, Math.max(LEAST_CHUNK, 4 * bytes.length)) })
  } catch {
    throw new StreamFault('drawing')
  }
}

/** None of these makes more of its bytes than 64 times as many. */
function plain(bytes: Uint8Array, filter: string, { context }: PDFDict): Uint8Array {
  try {
    return decodePDFRawStream(PDFRawStream.of(context.obj({ Filter: PDFName.of(filter) }), bytes)).decode()
  } catch {
    throw new StreamFault('drawing')
  }
}

/** Undoes the predictors of PNG and of TIFF (ISO 32000-1, 7.4.4.4). */
function unpredicted(bytes: Uint8Array, parameters: PDFDict | undefined): Uint8Array {
  const predictor = numberIn(entry(parameters, 'Predictor')) ?? 1
  if (predictor === 1) return bytes
  const colors = numberIn(entry(parameters, 'Colors')) ?? 1
  const bits = numberIn(entry(parameters, 'BitsPerComponent')) ?? 8
  const row = Math.ceil(((numberIn(entry(parameters, 'Columns')) ?? 1) * colors * bits) / 8)
  const step = Math.max(1, (colors * bits) >> 3)
  if (!(row > 0 && row <= bytes.length) || !(step <= row)) throw new StreamFault('drawing')
  if (predictor !== 2) return withoutPngPredictor(bytes, row, step)
  if (bits !== 8) throw new StreamFault('unmeasured')
  const plainBytes = Uint8Array.from(bytes)
  for (let at = 0; at < plainBytes.length; at++) if (at % row >= step) plainBytes[at] = plainBytes[at]! + plainBytes[at - step]!
  return plainBytes
}

function withoutPngPredictor(bytes: Uint8Array, row: number, step: number): Uint8Array {
  const rows = Math.floor(bytes.length / (row + 1))
  const out = new Uint8Array(rows * row)
  for (let line = 0; line < rows; line++) {
    const kind = bytes[line * (row + 1)]!
    const from = line * (row + 1) + 1
    const to = line * row
    for (let at = 0; at < row; at++) {
      const left = at >= step ? out[to + at - step]! : 0
      const above = line > 0 ? out[to + at - row]! : 0
      const corner = line > 0 && at >= step ? out[to + at - row - step]! : 0
      out[to + at] = bytes[from + at]! + predicted(kind, left, above, corner)
    }
  }
  return out
}

function predicted(kind: number, left: number, above: number, corner: number): number {
  if (kind === 1) return left
  if (kind === 2) return above
  if (kind === 3) return (left + above) >> 1
  if (kind !== 4) return 0
  const [fromLeft, fromAbove, fromCorner] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)]
  if (fromLeft <= fromAbove && fromLeft <= fromCorner) return left
  return fromAbove <= fromCorner ? above : corner
}
