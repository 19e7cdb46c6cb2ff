/**
 * Faces with CFF outlines, opened by fontkit, with which pdfkit subsets them. fontkit is a fifth of what an export would
 * load, and few pages have such a face: it comes when one has. The build keeps it out of pdfkit (electron.vite.config.ts).
 */
import { readFileSync } from 'node:fs'
import type { Font } from 'fontkit'
import type { FaceId } from '../../src-core/document/style.ts'
import type { Face } from '../../src-core/fonts/face.ts'
import type { FontSource } from './font-file.ts'
import { trueTypeProgram } from './truetype-program.ts'

export type CompactFonts = ReadonlyMap<FaceId, Font>

/** Those of the faces that are no TrueType. Rejects with what fontkit says of a file that it cannot read. */
export async function compactFonts(faces: readonly Face[], source: (face: FaceId) => FontSource): Promise<CompactFonts> {
  const compact = faces.filter(({ id, hash }) => trueTypeProgram(hash, source(id)) === null)
  if (compact.length === 0) return new Map()
  const { create } = await import('fontkit')
  const bytesOf = (from: FontSource) => (typeof from === 'string' ? readFileSync(from) : from)
  return new Map(compact.map(({ id }) => [id, create(bytesOf(source(id)))]))
}
