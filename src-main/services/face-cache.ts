/**
 * Face indexes on disk. A manifest remembers each font file by path, size and time of change, with the SHA-256 of its
 * bytes, so that a start reads 1 MB of indexes instead of hashing 65 MB of fonts; the build checks the hashes themselves.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { INDEX_VERSION, isCurrentIndex } from '../../src-core/fonts/index-format.ts'
import type { FaceFile } from './face-files.ts'

interface ManifestEntry {
  readonly path: string
  readonly size: number
  readonly changed: number
  readonly hash: string
}

const MANIFEST = 'manifest.json'

/** The index of a face from the first folder that has it, or null. */
export function cachedIndex(file: FaceFile, folders: readonly string[]): Uint8Array | null {
  const { size, mtimeMs } = statSync(file.path)
  for (const folder of folders) {
    const entry = readManifest(folder).find(({ path, size: known, changed }) => path === file.path && known === size && changed === mtimeMs)
    const index = entry ? keptIndex(entry.hash, [folder]) : null
    if (index) return index
  }
  return null
}

/**
 * The index by the file's own bytes: from a folder that has it under their hash, else made now. Reading a face whole
 * costs up to half a second, so its code is loaded only here.
 */
export async function indexByContent(file: FaceFile, folders: readonly string[]): Promise<{ hash: string; index: Uint8Array }> {
  const bytes = readFileSync(file.path)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const kept = keptIndex(hash, folders)
  if (kept) return { hash, index: kept }
  const { readFace } = await import('../../src-core/fonts/read-face.ts')
  return { hash, index: readFace(bytes, hash) }
}

/** Keeps an index for the next start. Each file appears whole or not at all, whoever else writes at the same time. */
export function storeIndex(folder: string, file: FaceFile, hash: string, index: Uint8Array): void {
  const { size, mtimeMs } = statSync(file.path)
  const others = readManifest(folder).filter(({ path }) => path !== file.path)
  keepIndex(folder, hash, index)
  const entries: ManifestEntry[] = [...others, { path: file.path, size, changed: mtimeMs, hash }]
  writeWhole(join(folder, MANIFEST), `${JSON.stringify({ version: INDEX_VERSION, faces: entries }, null, 1)}\n`)
}

function readManifest(folder: string): readonly ManifestEntry[] {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as { version: number; faces: readonly ManifestEntry[] }
    return manifest.version === INDEX_VERSION ? manifest.faces : []
  } catch {
    // No manifest, or one cut short: the indexes are made again.
    return []
  }
}

/** The index of the font file with that hash, from the first folder that has one which this program reads. */
export function keptIndex(hash: string, folders: readonly string[]): Uint8Array | null {
  for (const folder of folders) {
    try {
      const index = readFileSync(indexPath(folder, hash))
      if (isCurrentIndex(index)) return index
    } catch {
      // Not in this folder.
    }
  }
  return null
}

/** Keeps an index under its font file's hash. */
export function keepIndex(folder: string, hash: string, index: Uint8Array): void {
  mkdirSync(folder, { recursive: true })
  writeWhole(indexPath(folder, hash), index)
}

/**
 * Packed outlines of a CFF face, made at its import: opentype.js reads CFF whole or not at all, and a page that is
 * painted must not wait for that. Null where none are kept.
 */
export function keptOutlines(hash: string, folders: readonly string[]): Uint8Array | null {
  for (const folder of folders) {
    try {
      return readFileSync(outlinesPath(folder, hash))
    } catch {
      // Not in this folder.
    }
  }
  return null
}

export function keepOutlines(folder: string, hash: string, packed: Uint8Array): void {
  mkdirSync(folder, { recursive: true })
  writeWhole(outlinesPath(folder, hash), packed)
}

function outlinesPath(folder: string, hash: string): string {
  return join(folder, `${hash}.outlines`)
}

function indexPath(folder: string, hash: string): string {
  return join(folder, `${hash}.index`)
}

function writeWhole(path: string, content: Uint8Array | string): void {
  const partial = `${path}.${process.pid}.partial`
  writeFileSync(partial, content)
  renameSync(partial, path)
}
