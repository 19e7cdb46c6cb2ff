/** The shapes of a font file's glyphs, whichever way the file keeps them. */
import type { Outlines } from './face.ts'
import { glyfOutlines } from './glyf-outlines.ts'
import { readTables } from './sfnt.ts'

/**
 * Opens a TrueType or OpenType file for its outlines; the bytes are used in place. Nothing is read before a glyph is
 * asked for. CFF needs opentype.js, which is loaded only then. Rejects with `UnreadableFace`.
 */
export async function openOutlines(bytes: Uint8Array): Promise<Outlines> {
  const tables = readTables(bytes)
  if (tables.has('glyf')) return glyfOutlines(tables)
  const { cffOutlines } = await import('./cff-outlines.ts')
  return cffOutlines(bytes)
}
