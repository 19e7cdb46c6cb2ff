/**
 * The parts of a zip archive that are text, each inflated under a limit of our own: sizes in an archive are the
 * sender's word, and a small file can swell to any size.
 */
import { inflateRawSync } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly bytes: Uint8Array
}

export type ZipFault = 'not-a-zip' | 'encrypted' | 'too-large'

export class ZipError extends Error {
  readonly fault: ZipFault
  constructor(fault: ZipFault) {
    super(`zip archive: ${fault}`)
    this.fault = fault
  }
}

const MOST_ENTRIES = 4_000
const END_RECORD = 0x06054b50
const CENTRAL_RECORD = 0x02014b50
const LOCAL_RECORD = 0x04034b50
const STORED = 0
const DEFLATED = 8

/** Throws {@link ZipError}. `most` limits the sum of all parts wanted, in bytes. */
export function readZipParts(archive: Uint8Array, wanted: (name: string) => boolean, most: number): readonly ZipPart[] {
  try {
    return readParts(Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength), wanted, most)
  } catch (error) {
    if (error instanceof ZipError) throw error
    // Offsets that lead out of the file, or data that does not inflate.
    throw new ZipError(error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'not-a-zip')
  }
}

function readParts(archive: Buffer, wanted: (name: string) => boolean, most: number): readonly ZipPart[] {
  const end = endRecord(archive)
  const entries = archive.readUInt16LE(end + 10)
  if (entries > MOST_ENTRIES) throw new ZipError('too-large')
  const parts: ZipPart[] = []
  let left = most
  let at = archive.readUInt32LE(end + 16)
  for (let entry = 0; entry < entries; entry++) {
    if (archive.readUInt32LE(at) !== CENTRAL_RECORD) throw new ZipError('not-a-zip')
    const nameLength = archive.readUInt16LE(at + 28)
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    if (wanted(name)) {
      if ((archive.readUInt16LE(at + 8) & 1) === 1) throw new ZipError('encrypted')
      if (archive.readUInt32LE(at + 24) > left) throw new ZipError('too-large')
      const bytes = inflatePart(archive, at, left)
      left -= bytes.length
      parts.push({ name, bytes })
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return parts
}

/** The end record closes the file but for a comment of at most 64 KiB. */
function endRecord(archive: Buffer): number {
  for (let at = archive.length - 22; at >= 0 && at >= archive.length - 22 - 0xffff; at--) {
    if (archive.readUInt32LE(at) === END_RECORD) return at
  }
  throw new ZipError('not-a-zip')
}

function inflatePart(archive: Buffer, central: number, most: number): Uint8Array {
  const method = archive.readUInt16LE(central + 10)
  const size = archive.readUInt32LE(central + 20)
  const local = archive.readUInt32LE(central + 42)
  if (archive.readUInt32LE(local) !== LOCAL_RECORD) throw new ZipError('not-a-zip')
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  const data = archive.subarray(start, start + size)
  if (data.length < size) throw new ZipError('not-a-zip')
  if (method === STORED) return data
  if (method !== DEFLATED) throw new ZipError('not-a-zip')
  // An empty part may not be inflated with a limit of nothing.
  return inflateRawSync(data, { maxOutputLength: Math.max(1, most) })
}
