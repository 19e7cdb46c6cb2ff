/**
 * Files that are there whole or not at all: written beside their place, flushed, renamed, and the folder flushed.
 * Content-addressed files are named by their SHA-256, so that what is read can be proved to be what was written.
 */
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function writeWhole(path: string, bytes: Uint8Array): void {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true })
  const part = join(folder, `.${randomBytes(8).toString('hex')}.part`)
  try {
    const file = openSync(part, 'wx')
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  flush(folder)
}

/** Flushes a file or folder; a rename is on disk when its folder is. Windows flushes with the file and cannot open a folder. */
export function flush(path: string): void {
  const folder = statSync(path).isDirectory()
  if (folder && process.platform === 'win32') return
  const handle = openSync(path, folder ? 'r' : 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A folder of files by their hash. */
export class HashedFiles {
  readonly folder: string
  constructor(folder: string) {
    this.folder = folder
  }

  path(hash: string, extension: string): string {
    return join(this.folder, hash.slice(0, 2), `${hash}.${extension}`)
  }

  /** Stores the bytes, once however often they come, and returns their hash. A file that lost its length is mended. */
  put(bytes: Uint8Array, extension: string): string {
    const hash = sha256(bytes)
    const path = this.path(hash, extension)
    if (statSync(path, { throwIfNoEntry: false })?.size !== bytes.length) writeWhole(path, bytes)
    return hash
  }

  /** The bytes, or why they cannot be had: nothing is returned that is not what was stored. */
  read(hash: string, extension: string): Uint8Array | 'missing' | 'damaged' {
    let bytes: Buffer
    try {
      bytes = readFileSync(this.path(hash, extension))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'missing'
      throw error
    }
    return sha256(bytes) === hash ? bytes : 'damaged'
  }
}
