/**
 * A TrueType file as a PDF needs it: what is said of the face beside its glyphs, and compressed subsets. The file is never
 * read whole, and the last subsets are kept: an export after a correction mostly shows the characters of the one before.
 */
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { requireTable, type SfntTables } from '../../src-core/fonts/sfnt.ts'
import { FontFile, type FontSource } from './font-file.ts'
import { trueTypeSubset } from './truetype-subset.ts'

/** In thousandths of an em, as a font descriptor gives them (ISO 32000-1 §9.8). */
export interface FaceDescription {
  readonly postScriptName: string
  readonly box: readonly [number, number, number, number]
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly italicAngle: number
}

export interface Subset {
  /** Six capitals that mark the subset's name; the same for the same face and glyphs. */
  readonly tag: string
  /** Of the font program before compression. */
  readonly length: number
  readonly deflated: Uint8Array
}

/** Subsets kept of each face: some pages' worth. */
const KEPT = 8

const programs = new Map<string, TrueTypeProgram>()

/**
 * Null for a face with CFF outlines. `hash` is the file's: what is kept of it is found by that. Throws `UnreadableFace`,
 * and what the system says of a file that it cannot read.
 */
export function trueTypeProgram(hash: string, source: FontSource): TrueTypeProgram | null {
  const known = programs.get(hash)
  if (known) return known
  const file = FontFile.open(source)
  try {
    if (!file.has('glyf')) return null
    const program = new TrueTypeProgram(source, file)
    programs.set(hash, program)
    return program
  } finally {
    file.close()
  }
}

const TABLES = ['head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'OS/2', 'post'] as const
/** zlib's level 5 packs glyphs in three fifths of the time of its usual 6, and 0.2 % larger. */
const PACKING = 5
/** Of a post table only its head is asked for; the names of the glyphs may follow. */
const MOST_OF_POST = 32

export class TrueTypeProgram {
  readonly description: FaceDescription
  private readonly source: FontSource
  private readonly tables: SfntTables
  private readonly subsets = new Map<string, Subset>()
  private readonly outlines = new Map<number, Uint8Array>()

  constructor(source: FontSource, file: FontFile) {
    this.source = source
    this.tables = new Map(TABLES.filter((tag) => file.has(tag)).map((tag) => [tag, file.table(tag, tag === 'post' ? MOST_OF_POST : Infinity)]))
    this.description = describe(this.tables)
  }

  /** `glyphs` ascending, 0 first: a glyph's place in the list is its code. */
  subset(glyphs: readonly number[]): Subset {
    const key = glyphs.join(' ')
    const known = this.subsets.get(key)
    if (known) return known
    const program = this.program(glyphs)
    const made = { tag: tagOf(this.description.postScriptName, key), length: program.length, deflated: deflateSync(program, { level: PACKING }) }
    if (this.subsets.size >= KEPT) this.subsets.delete(this.subsets.keys().next().value!)
    this.subsets.set(key, made)
    return made
  }

  private program(glyphs: readonly number[]): Uint8Array {
    const file = FontFile.open(this.source)
    try {
      return trueTypeSubset(this.tables, (from, to) => this.outline(file, from, to), glyphs)
    } finally {
      file.close()
    }
  }

  /** Kept once read: the next page, or the same one after an edit, shows nearly the same glyphs. */
  private outline(file: FontFile, from: number, to: number): Uint8Array {
    let bytes = this.outlines.get(from)
    if (bytes?.length !== to - from) this.outlines.set(from, (bytes = file.read('glyf', from, to)))
    return bytes
  }
}

function tagOf(name: string, glyphs: string): string {
  const digest = createHash('sha256').update(`${name} ${glyphs}`).digest()
  return String.fromCharCode(...digest.subarray(0, 6).map((byte) => 0x41 + (byte % 26)))
}

function describe(tables: SfntTables): FaceDescription {
  const head = requireTable(tables, 'head', 54)
  const hhea = requireTable(tables, 'hhea', 36)
  const os2 = tables.get('OS/2')
  const post = tables.get('post')
  const thousandths = (units: number) => (units * 1000) / head.getUint16(18)
  const ascent = thousandths(hhea.getInt16(4))
  return {
    postScriptName: postScriptName(tables.get('name')),
    box: [36, 38, 40, 42].map((at) => thousandths(head.getInt16(at))) as unknown as FaceDescription['box'],
    ascent,
    descent: thousandths(hhea.getInt16(6)),
    // sCapHeight came with version 2 of the table.
    capHeight: os2 && os2.byteLength >= 90 && os2.getUint16(0) >= 2 ? thousandths(os2.getInt16(88)) : ascent,
    italicAngle: post && post.byteLength >= 8 ? post.getInt32(4) / 65_536 : 0,
  }
}

/** Name 6, in either of the encodings that it may have: two bytes a character, or one. Printable ASCII by the norm. */
function postScriptName(name: DataView | undefined): string {
  if (!name || name.byteLength < 6) return 'Unnamed'
  const [count, strings] = [name.getUint16(2), name.getUint16(4)]
  for (let record = 6; record < 6 + 12 * count && record + 12 <= name.byteLength; record += 12) {
    if (name.getUint16(record + 6) !== 6) continue
    const from = strings + name.getUint16(record + 10)
    const to = Math.min(from + name.getUint16(record + 8), name.byteLength)
    let found = ''
    for (let at = from; at < to; at++) {
      const character = String.fromCharCode(name.getUint8(at))
      if (/[A-Za-z0-9_-]/.test(character)) found += character
    }
    if (found !== '') return found
  }
  return 'Unnamed'
}
