/**
 * Files that enter a folder all together: they are written into a hidden folder inside it, and moved when the last one is
 * there. Several threads may write; one publishes or discards.
 */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WrittenFile } from '../../src-core/api/methods.ts'

export class Staging {
  readonly folder: string
  /** Where the files wait; another thread opens the same staging by both paths. */
  readonly waiting: string

  constructor(folder: string, waiting: string) {
    this.folder = folder
    this.waiting = waiting
  }

  static async begin(folder: string): Promise<Staging> {
    await mkdir(folder, { recursive: true })
    return new Staging(folder, await mkdtemp(join(folder, '.writing-')))
  }

  /** The file as it will be once it is published. */
  async write(name: string, bytes: Uint8Array, about: Pick<WrittenFile, 'page'> = {}): Promise<WrittenFile> {
    await writeFile(join(this.waiting, name), bytes)
    return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), path: join(this.folder, name), ...about }
  }

  async publish(files: readonly WrittenFile[]): Promise<void> {
    for (const { name, path } of files) await rename(join(this.waiting, name), path)
    await this.discard()
  }

  async discard(): Promise<void> {
    await rm(this.waiting, { recursive: true, force: true })
  }
}
