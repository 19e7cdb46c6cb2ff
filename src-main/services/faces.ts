/** The faces of this machine: opened from their indexes at once, their files read only when a painter asks. */
import { existsSync, readFileSync } from 'node:fs'
import { ApiFailure, type FaceSummary } from '../../src-core/api/methods.ts'
import type { FaceId } from '../../src-core/document/style.ts'
import type { FaceSet, Outlines } from '../../src-core/fonts/face.ts'
import { faceMeta, openFace } from '../../src-core/fonts/face-index.ts'
import { faceSet } from '../../src-core/fonts/face-set.ts'
import { outlinesByPlace } from '../../src-core/fonts/glyf-outlines.ts'
import { packOutlines, unpackOutlines } from '../../src-core/fonts/outline-pack.ts'
import { openOutlines } from '../../src-core/fonts/outlines.ts'
import { UnreadableFace } from '../../src-core/fonts/sfnt.ts'
import { FontFile } from '../pdf/font-file.ts'
import type { FaceStore, OwnFace } from '../storage/faces.ts'
import { cachedIndex, indexByContent, keepIndex, keptIndex, keptOutlines, storeIndex } from './face-cache.ts'
import { builtIndexFolder, bundledFaceFiles, type FaceFile } from './face-files.ts'

/** Every method throws {@link ApiFailure} `not-found` for an id that is not in `set.ids`. */
export interface LibraryFaces {
  readonly set: FaceSet
  /** Where the font file lies. */
  path(id: FaceId): string
  /** The compact index, for `openFace` in the window. */
  indexBytes(id: FaceId): Uint8Array
  outlines(id: FaceId): Promise<Outlines>
  /** Some glyphs' outlines, packed, without reading the whole file where that can be avoided. */
  packedOutlines(id: FaceId, glyphs: readonly number[]): Promise<Uint8Array>
  /** The bundled faces, then the editors' own; those taken away too, since old pages are drawn with them. */
  list(): readonly FaceSummary[]
  /** Own faces that were left out, since no index is kept that this program reads. */
  readonly unread: readonly OwnFace[]
}

export interface FaceSources {
  /** Where to keep indexes that the build did not make; null keeps none. */
  readonly cache: string | null
  readonly files?: readonly FaceFile[]
  readonly built?: string
  /** Where editors' own faces lie; none when left out. */
  readonly own?: FaceStore
  /** Leaves out own faces whose index would have to be made, so that a window need not wait (up to seconds each). */
  readonly onlyIndexed?: boolean
}

/** Opens all faces. Makes an index where none is kept for the file as it is now (up to half a second each, once). */
export async function openFaces({ cache, files = bundledFaceFiles(), built = builtIndexFolder(), own, onlyIndexed = false }: FaceSources): Promise<LibraryFaces> {
  const folders = cache === null ? [built] : [built, cache]
  const indexes = new Map<FaceId, Uint8Array>()
  for (const source of files) indexes.set(source.id, await indexOf(source, folders, cache))
  const paths = new Map(files.map(({ id, path }) => [id, path]))
  const owned = new Map<FaceId, OwnFace>()
  const unread: OwnFace[] = []
  for (const face of own?.list() ?? []) {
    const path = own!.path(face)
    const index = keptIndex(face.hash, folders) ?? (onlyIndexed ? null : await ownIndex(face, path, folders, cache))
    if (index === null) {
      unread.push(face)
      continue
    }
    indexes.set(face.id, index)
    paths.set(face.id, path)
    owned.set(face.id, face)
  }
  const retired = new Set([...owned.values()].filter((face) => face.retired).map(({ id }) => id))
  const set = faceSet(
    [...indexes].map(([id, index]) => openFace(id, index)),
    { retired },
  )
  const outlines = new Map<FaceId, Promise<Outlines>>()

  async function outlinesOf(id: FaceId): Promise<Outlines> {
    const face = owned.get(id)
    const opened = outlines.get(id) ?? (face?.kind === 'otf' ? outlinesKept(face, folders) : null) ?? openOutlines(readFileSync(known(paths, id)))
    outlines.set(id, opened)
    return opened
  }

  return {
    set,
    path: (id) => known(paths, id),
    indexBytes: (id) => known(indexes, id),
    outlines: outlinesOf,
    packedOutlines: async (id, glyphs) => packFromFile(known(paths, id), glyphs) ?? packOutlines(glyphs, await outlinesOf(id)),
    list: () => [...indexes].map(([id, index]) => summary(id, index, owned.get(id))),
    unread,
  }
}

export function summary(id: FaceId, index: Uint8Array, own: OwnFace | undefined): FaceSummary {
  const { name, hash, embedding } = faceMeta(index)
  return { id, name: own?.name ?? name, hash, embedding, own: own !== undefined, ...(own ? { fileName: own.fileName } : {}), ...(own?.retired ? { retired: true } : {}) }
}

/** Null where the outlines were not kept: then the file is read. */
function outlinesKept({ hash }: OwnFace, folders: readonly string[]): Promise<Outlines> | null {
  const packed = keptOutlines(hash, folders)
  if (!packed) return null
  const shapes = unpackOutlines(packed)
  return Promise.resolve({ outline: (glyph) => shapes.get(glyph)?.() ?? [] })
}

/**
 * Read from their places in the file: a page needs some hundred glyphs of ten megabytes of them, and the window waits.
 * Null for a face without TrueType outlines.
 */
function packFromFile(path: string, glyphs: readonly number[]): Uint8Array | null {
  const file = FontFile.open(path)
  try {
    if (!file.has('glyf')) return null
    const tables = new Map(['head', 'maxp', 'loca'].map((tag) => [tag, file.table(tag)]))
    const read = (from: number, to: number) => viewOf(file.read('glyf', from, to))
    return packOutlines(glyphs, outlinesByPlace(tables, file.size('glyf'), read))
  } finally {
    file.close()
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}

/** Null for a face whose file is gone or damaged: documents that name it fall back, and say so. */
async function ownIndex(face: OwnFace, path: string, folders: readonly string[], cache: string | null): Promise<Uint8Array | null> {
  try {
    const { hash, index } = await indexByContent({ id: face.id, path }, folders)
    if (hash !== face.hash) return null
    if (cache !== null) keepIndex(cache, hash, index)
    return index
  } catch {
    return null
  }
}

async function indexOf(file: FaceFile, folders: readonly string[], cache: string | null): Promise<Uint8Array> {
  if (!existsSync(file.path))
    throw new ApiFailure({
      code: 'fault',
      message: { zh: `程序自带的字体文件不见了：${file.path}。`, en: `A font file of the program is missing: ${file.path}.` },
      remedy: { zh: '请重新安装程序（开发环境：npm install）。', en: 'Install the program again (from a checkout: npm install).' },
    })
  const kept = cachedIndex(file, folders)
  if (kept) return kept
  const { hash, index } = await indexByContent(file, folders).catch((error: unknown) => {
    throw error instanceof UnreadableFace ? unreadable(file, error) : error
  })
  if (cache !== null) storeIndex(cache, file, hash, index)
  return index
}

function unreadable({ path }: FaceFile, { zh, en }: UnreadableFace): ApiFailure {
  return new ApiFailure({
    code: 'unreadable-file',
    message: { zh: `字体文件 ${path} 不能使用：${zh}`, en: `The font file ${path} cannot be used: ${en}` },
    remedy: null,
  })
}

function known<T>(map: ReadonlyMap<FaceId, T>, id: FaceId): T {
  const found = map.get(id)
  if (found !== undefined) return found
  throw new ApiFailure({
    code: 'not-found',
    message: { zh: `没有名为“${id}”的字体。`, en: `There is no face named "${id}".` },
    remedy: { zh: `可用的字体：${[...map.keys()].join('、')}。`, en: `Faces at hand: ${[...map.keys()].join(', ')}.` },
  })
}
