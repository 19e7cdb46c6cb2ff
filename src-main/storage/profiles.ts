/**
 * Plants' own colour profiles, each by its SHA-256. No database, so that threads and the command line find them too. None
 * is ever taken away: a page is printed again with the profile that it was printed with.
 */
import { join } from 'node:path'
import { HashedFiles } from './files.ts'

/** Where a plant's profile is found by its hash. */
export interface ProfileSource {
  /** Where the file lies, for a library that reads it itself; and its bytes, or why they cannot be had. */
  read(hash: string): { readonly path: string; readonly bytes: Uint8Array | 'missing' | 'damaged' }
}

export class ProfileStore implements ProfileSource {
  readonly #files: HashedFiles

  /** `library` is the library's folder. */
  constructor(library: string) {
    this.#files = new HashedFiles(join(library, 'profiles'))
  }

  /** Returns the hash. */
  add(bytes: Uint8Array): string {
    return this.#files.put(bytes, 'icc')
  }

  read(hash: string): ReturnType<ProfileSource['read']> {
    return { path: this.#files.path(hash, 'icc'), bytes: this.#files.read(hash, 'icc') }
  }
}
