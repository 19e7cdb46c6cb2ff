/**
 * Takes an editor's face into the library. The file is hostile until it has been read whole, every glyph of it traced,
 * and a PDF made with it: what then stands in the library can be set, drawn and printed without surprises.
 */
import { basename, join } from 'node:path'
import { failure } from '../../src-core/api/errors.ts'
import type { ApiFailure, FaceSummary, FontFileMember } from '../../src-core/api/methods.ts'
import { memberCount, memberTables, takeMember } from '../../src-core/fonts/collection.ts'
import { embeddingOf } from '../../src-core/fonts/embedding.ts'
import { openFace } from '../../src-core/fonts/face-index.ts'
import { faceName } from '../../src-core/fonts/face-names.ts'
import type { Outline } from '../../src-core/fonts/face.ts'
import { packOutlines } from '../../src-core/fonts/outline-pack.ts'
import { openOutlines } from '../../src-core/fonts/outlines.ts'
import { readTables, UnreadableFace } from '../../src-core/fonts/sfnt.ts'
import type { FaceStore } from '../storage/faces.ts'
import { sha256 } from '../storage/files.ts'
import { keepIndex, keepOutlines, keptIndex } from './face-cache.ts'
import { summary } from './faces.ts'
import type { ThreadHooks } from './thread-messages.ts'

/** The largest collections that are sold, with all weights of a CJK family, stay below. */
export const LARGEST_FONT_FILE = 160 * 1024 * 1024

/** Outlines that opentype.js keeps are let go after so many glyphs. */
const GLYPHS_AT_A_TIME = 4096

export interface FontFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What stands in a font file, by its names alone. Throws {@link ApiFailure} with the file's name. */
export function fontFileMembers(file: FontFile): readonly FontFileMember[] {
  return inSentences(file.name, () => {
    requireSize(file)
    return Array.from({ length: memberCount(file.bytes) }, (_, member) => {
      const tables = memberTables(file.bytes, member)
      return { name: faceName(tables) || nameless(file.name, member), embedding: embeddingOf(tables) }
    })
  })
}

/** `faces` is the folder of indexes, `addedAt` an ISO time. Rejects with {@link ApiFailure}; then nothing was stored. */
export async function importFace(
  file: FontFile & { readonly member: number; readonly addedAt: string },
  store: FaceStore,
  indexes: string,
  { progress }: Pick<ThreadHooks, 'progress'>,
): Promise<FaceSummary> {
  const fileName = basename(file.name.replaceAll('\\', '/'))
  const read = await readWhole(file, indexes, (share) => progress(Math.round(share * 100), 100, fileName)).catch((error: unknown) => {
    throw error instanceof UnreadableFace ? refused(file.name, error) : error
  })
  const { bytes, hash, index, outlines, name, kind } = read
  keepIndex(indexes, hash, index)
  if (outlines) keepOutlines(indexes, hash, outlines)
  const face = store.add(bytes, { kind, name, fileName, addedAt: file.addedAt })
  progress(100, 100, fileName)
  return summary(face.id, index, face)
}

async function readWhole(file: FontFile & { readonly member: number }, indexes: string, progress: (share: number) => void) {
  requireSize(file)
  const bytes = takeMember(file.bytes, file.member)
  const tables = readTables(bytes)
  const name = faceName(tables) || nameless(file.name, file.member)
  const hash = sha256(bytes)
  progress(0.05)
  const { readFace } = await import('../../src-core/fonts/read-face.ts')
  const index = keptIndex(hash, [indexes]) ?? readFace(bytes, hash)
  progress(0.2)
  const face = openFace('trial', index)
  const kind = tables.has('glyf') ? ('ttf' as const) : ('otf' as const)
  const traced: Outline[] = []
  for (let from = 0; from < face.glyphCount; from += GLYPHS_AT_A_TIME) {
    const { outline } = await openOutlines(bytes)
    for (let glyph = from; glyph < Math.min(face.glyphCount, from + GLYPHS_AT_A_TIME); glyph++) {
      const shape = outline(glyph)
      if (kind === 'otf') traced.push(shape)
    }
    progress(0.2 + (0.75 * from) / face.glyphCount)
  }
  if (face.embeddable) await tryPdf(bytes, face)
  const outlines = kind === 'otf' ? packOutlines([...traced.keys()], { outline: (glyph) => traced[glyph]! }) : null
  return { bytes, hash, index, outlines, name, kind }
}

/** Faces are subset for PDF by readers of their own: what they cannot read must not wait until deadline. */
async function tryPdf(bytes: Uint8Array, face: ReturnType<typeof openFace>): Promise<void> {
  const [{ PdfDocument }, { compactFonts }] = await Promise.all([import('../pdf/pdfkit-document.ts'), import('../pdf/compact-fonts.ts')])
  try {
    const glyphs = [...new Set([0, Math.floor(face.glyphCount / 2), face.glyphCount - 1])]
    const document = new PdfDocument({ title: '', date: '2000-01-01' }, new Map([[face.id, glyphs]]), await compactFonts([face], () => bytes))
    document.addPage({ width: 100, height: 100 }, { margin: 0, bleed: 0 })
    const { code } = document.face(face, bytes)
    for (const glyph of glyphs) code(glyph, [0xfffd])
    await document.end()
  } catch {
    throw new UnreadableFace('这款字体放不进 PDF，印不出来，所以没有导入。', 'This face cannot be put into a PDF, so it could not be printed and was not imported.')
  }
}

function requireSize({ name, bytes }: FontFile): void {
  if (bytes.length <= LARGEST_FONT_FILE) return
  throw refused(name, new UnreadableFace(`文件太大，超过 ${LARGEST_FONT_FILE / 1024 / 1024} MB。`, `The file is larger than ${LARGEST_FONT_FILE / 1024 / 1024} MB.`))
}

/** A face without a name is called by its file's. */
function nameless(fileName: string, member: number): string {
  const stem = basename(fileName.replaceAll('\\', '/')).replace(/\.[^.]*$/u, '').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}@]+/gu, ' ').trim().slice(0, 60) || '字体'
  return member === 0 ? stem : `${stem} ${member + 1}`
}

function inSentences<T>(fileName: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof UnreadableFace ? refused(fileName, error) : error instanceof RangeError ? refused(fileName, damagedFile) : error
  }
}

const damagedFile = new UnreadableFace('字体文件已损坏或不完整，请重新获取这个文件。', 'The font file is damaged or incomplete; get it again.')

function refused(fileName: string, { zh, en }: UnreadableFace): ApiFailure {
  return failure('unreadable-file', { zh: `${fileName} 没有导入：${zh}`, en: `${fileName} was not imported: ${en}` })
}

/** Where a library keeps its faces' indexes. */
export function indexFolder(library: string): string {
  return join(library, 'faces')
}
